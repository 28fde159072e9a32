"""A guest who may not come back: why, and a task of winning them back (domain.md 1, row 31)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.case_file import TaskRow
from desktop.domain.guest_file import GuestProfile
from desktop.domain.rows import StaffRow
from desktop.ui.guests.guest_text import GuestText
from desktop.ui.guests.part import ProfilePart, clear
from desktop.ui.guests.state import GuestsState
from desktop.ui.widgets import Button, FieldRow, Icon, LineField, MomentField, PlainLabel
from desktop.words.plain import plain

_MORNING = 10  #: o'clock, when a guest may be called


class LeavingPart(ProfilePart):
    """``task_wanted`` carries what, who (login) and by when (aware); ``done_wanted`` the place of a task."""

    task_wanted = Signal(str, str, object)
    done_wanted = Signal(int)

    def __init__(self, text: GuestText, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._shown_for: int | None = None
        self._state: GuestsState | None = None
        self.reasons = PlainLabel("", "body", "ink", wrap=True)
        self.rule = PlainLabel("", "meta", "ink3", wrap=True)
        self.what, self.who, self.due = LineField(room="row"), QComboBox(), MomentField()
        self.who.setProperty("room", "row")
        self.rows = {
            "title": FieldRow("", self.what, label_width=64),
            "to": FieldRow("", self.who, label_width=64),
            "due": FieldRow("", self.due, label_width=64),
        }
        self.give = Button("", kind="accent", icon="list-checks", size="row")
        self.give.clicked.connect(self._on_give)
        self._tasks = QVBoxLayout()
        self._tasks.setSpacing(6)
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(6)
        for row in self.rows.values():
            form.addWidget(row)
        form.addWidget(self.give)
        for part in (self.title, self.reasons, self.rule):
            self._column.addWidget(part)
        self._column.addLayout(self._tasks)
        self._column.addWidget(self._form)

    def offer(self, people: Sequence[StaffRow]) -> None:
        """Who may be given a task."""
        chosen = self.who.currentData()
        self.who.clear()
        for row in people:
            if row.active:
                self.who.addItem(plain(row.name, 60), row.login)
        self.who.setCurrentIndex(max(0, self.who.findData(chosen)))

    def show_state(self, state: GuestsState) -> None:
        """Shows the reasons, the open tasks, or the form of a new one."""
        profile = state.profile
        if profile is None:
            return
        self._state = state
        waiting = [task for task in profile.tasks if not task.is_done]
        self.setVisible(bool(profile.leaving or waiting))
        if self.isHidden():
            return
        self.title.setText(self._text.leaves() if profile.leaving else self.tr("To win back"))
        self.reasons.setText("\n".join(f"• {self._text.reason(reason)}" for reason in profile.leaving))
        self.reasons.setVisible(bool(profile.leaving))
        self.rule.setText(self._text.rule())
        self.rule.setVisible(bool(profile.leaving))
        self._show_tasks(waiting, state)
        self._form.setVisible(bool(profile.leaving) and not waiting and state.can_change)
        self._set_labels()
        if self._shown_for != profile.guest.id:
            self._shown_for = profile.guest.id
            self._fill(profile, state)
        self._show_errors(state)
        self.give.setEnabled(not state.is_acting)

    def _fill(self, profile: GuestProfile, state: GuestsState) -> None:
        """What one click gives: a call tomorrow morning, by the person who asks."""
        self.what.setText(self.tr("Call {name} and ask how we can make it right").format(name=profile.guest.name))
        self.what.setCursorPosition(0)
        self.who.setCurrentIndex(max(0, self.who.findData(state.person.login)))
        now = self._text.local(state.at)
        due = (now + timedelta(days=1)).replace(hour=_MORNING, minute=0, second=0)
        self.due.setDateTime(QDateTime(due.year, due.month, due.day, due.hour, due.minute, 0))

    def _set_labels(self) -> None:
        for name, label in {"title": self.tr("What"), "to": self.tr("Who"), "due": self.tr("By when")}.items():
            self.rows[name].set_label(label)
        self.give.setText(self.tr("Give the task"))

    def _show_tasks(self, tasks: Sequence[TaskRow], state: GuestsState) -> None:
        clear(self._tasks)
        for task in tasks:
            self._tasks.addWidget(self._task_line(task, state))

    def _task_line(self, task: TaskRow, state: GuestsState) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(plain(task.title, 300), "body", wrap=True, max_lines=3))
        late = task.is_late(state.at)
        due = self._text.when(task.due, state.at) if task.due else ""
        told = self.tr("overdue since {time}") if late else self.tr("by {time}")
        parts = (plain(task.to or task.department, 60), told.format(time=due) if due else "")
        words.addWidget(PlainLabel(" · ".join(filter(None, parts)), "meta", "p1" if late else "ink2", wrap=True))
        row.addWidget(Icon("triangle-alert" if late else "list-checks", "p1" if late else "ink2", 14))
        row.addLayout(words, 1)
        if state.can_change:
            done = Button(self.tr("Done"), icon="check", size="small")
            done.setAccessibleName(self.tr("Done") + f": {plain(task.title, 60)}")
            done.setEnabled(not state.is_acting)
            done.clicked.connect(lambda _checked=False, place=task.place: self.done_wanted.emit(place))
            row.addWidget(done)
        return line

    def _show_errors(self, state: GuestsState) -> None:
        refusal = state.refusal
        for name, row in self.rows.items():
            row.set_error(self._text.words.error(refusal) if refusal is not None and refusal.field == name else "")

    def _on_give(self) -> None:
        moment = self.due.dateTime().toPython()
        assert isinstance(moment, datetime)
        zone = self._text.local(self._state.at).tzinfo if self._state is not None else None
        due = moment.replace(tzinfo=zone)
        self.task_wanted.emit(self.what.text(), str(self.who.currentData() or ""), due)
