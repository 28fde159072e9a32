"""Tasks of a case: who does what by when, ticked off when done (domain.md 1, 25)."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from desktop.domain.case_file import CaseFile, TaskRow
from desktop.domain.commands import AddTask, FinishTask
from desktop.domain.texts import is_blank
from desktop.errors import UserError
from desktop.ui.case.cards.card import CaseCard
from desktop.ui.case.cards.due import DueLook
from desktop.ui.case.cards.fields import DueField, TextLine, WhoField
from desktop.ui.case.cards.form import InlineForm
from desktop.ui.case.cards.parts import LONGEST, DoneBox, DueMark, Row, RowList, Who, allow
from desktop.ui.widgets import Button, PlainLabel
from desktop.words import Words, plain


class TaskLine(Row):
    """One task."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = DoneBox()
        self.title = PlainLabel("", wrap=True, max_lines=2)
        self.who = Who()
        self.due = DueMark()
        self.line.addWidget(self.box)
        self.line.addWidget(self.title, 1)
        self.line.addWidget(self.who)
        self.line.addWidget(self.due)

    def show_task(self, task: TaskRow, look: DueLook, tip: str) -> None:
        """Shows the task; a done one is struck through."""
        self.title.setText(plain(task.title, LONGEST))
        self.title.set_tone("ink3" if task.is_done else "ink")
        self.title.set_struck(task.is_done)
        self.who.show_who(task.to, task.department)
        self.due.show_due(look, tip)
        self.box.show_done(task.is_done)


class TaskForm(InlineForm):
    """A new task: what, who, by when."""

    def __init__(self, due: DueField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.who, self.due = TextLine(), WhoField(), due
        self.add_field("title", self.title, "task", "text")
        self.add_field("to", self.who, "department", "login")
        self.add_field("due", self.due)
        self.add_buttons()

    def set_words(self) -> None:
        """Says the phrases of the form."""
        self.row("title").set_label(self.tr("What"))
        self.row("to").set_label(self.tr("Who"))
        self.row("due").set_label(self.tr("Due"))
        self.who.line.setPlaceholderText(self.tr("Colleague or department"))
        self.send.setText(self.tr("Add task"))
        self.leave.setText(self.tr("Cancel"))

    def check(self, words: Words, now: datetime) -> bool:
        """Whether all is given; says at the first field what is not."""
        if is_blank(self.title.text()):
            self.say_wrong("title", self.tr("What is to be done? Please write it in a few words."))
        elif self.who.chosen().is_nobody:
            self.say_wrong("to", self.tr("Who does it? Please choose a colleague or a department."))
        elif (due := self.due.moment()) is not None and due <= now:
            self.say_wrong("due", words.error(UserError("due_in_past", "due")))
        else:
            return True
        return False


class TasksCard(CaseCard):
    """The tasks and how many are done; a box finishes one, a form adds one."""

    def _build(self) -> None:
        self.add = Button(icon="plus", size="row")
        self.header.addWidget(self.add)
        self.form = TaskForm(DueField(self._zone))
        self.none = Row()
        self._none_words = PlainLabel("", tone="ink3")
        self.none.line.addWidget(self._none_words)
        self.list: RowList[TaskLine] = RowList(self._make_line)
        for part in (self.form, self.none, self.list):
            self.body.addWidget(part)
        self.add.clicked.connect(self._on_add)
        self.form.sent.connect(self._on_sent)
        self.add_form("task", self.form, self.add)

    def _set_words(self) -> None:
        self.set_title(self.tr("Tasks"))
        self.add.setText(self.tr("Task"))
        self.add.setAccessibleName(self.tr("Add a task"))
        self._none_words.setText(self._words.term("label", "none"))
        self.form.set_words()

    def _paint_file(self, file: CaseFile, now: datetime) -> None:
        done = sum(task.is_done for task in file.tasks)
        total = len(file.tasks)
        self.set_aside(self.tr("{done} of {total} done").format(done=done, total=total) if total else "")
        self.none.setVisible(not total)
        lines = self.list.show_keys([task.place for task in file.tasks])
        refusal = self._may("task_done")
        for line, task in zip(lines, file.tasks, strict=True):
            line.box.setProperty("place", task.place)
            line.show_task(task, self._look(task, now), self._tip(task))
            name = self.tr("Done: {title}") if task.is_done else self.tr("Finish: {title}")
            line.box.setAccessibleName(name.format(title=plain(task.title, LONGEST)))
            allow(line.box, None if task.is_done else refusal, self._words)
        allow(self.add, self._may("task"), self._words)
        known = [*(row.department for row in self._doors.people()), file.department]
        known += [task.department for task in file.tasks]
        self.form.who.offer_people(self._doors.people(), list(dict.fromkeys(plain(name, 60) for name in known if name)))
        self.form.due.set_now(now)

    def _look(self, task: TaskRow, now: datetime) -> DueLook:
        if task.done_at is not None:
            return DueLook(self._due.when(task.done_at, now))
        return DueLook("") if task.due is None else self._due.look(task.due, now)

    def _tip(self, task: TaskRow) -> str:
        if task.done_at is not None:
            when = self._due.whole(task.done_at)
            return self.tr("Done {time} by {name}").format(time=when, name=self.name_of(task.done_by))
        return self.tr("Due {time}").format(time=self._due.whole(task.due)) if task.due else ""

    def _make_line(self) -> TaskLine:
        line = TaskLine()
        line.box.asked.connect(lambda: self.want(FinishTask(self.number, str(line.box.property("place")))))
        return line

    def _on_add(self) -> None:
        self.form.open_form()

    def _on_sent(self) -> None:
        if self._now is None or self._file is None or not self.form.check(self._words, self._now):
            return
        title, who, known = self.form.title.text(), self.form.who.chosen(), len(self._file.tasks)
        self.form.wait_for(lambda file: any(_same(task.title, title) for task in file.tasks[known:]))
        self.want(AddTask(self.number, title, who.department, who.login, self.form.due.moment()))


def _same(one: str, other: str) -> bool:
    """Whether two texts differ in blanks at most."""
    return one.split() == other.split()
