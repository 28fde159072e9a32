"""The parts of the preview that scroll: who and what, the next step, why it has its priority, and its clocks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.kinds import Band, Flag, RecordType, Role
from desktop.domain.people import Right, right_to
from desktop.domain.rows import CaseView, GuestHistory, QueueRow
from desktop.ui.marks import PointsTable, PriorityMark, TimeLeft, TimeLeftMark
from desktop.ui.queue.cell_text import QueueText
from desktop.ui.queue.state import SAFETY_FLAGS, QueueState, shown_band
from desktop.ui.queue.why import WhyText
from desktop.ui.widgets import Button, FlowRow, PlainLabel, Tag, plain_tool_tip
from desktop.words.plain import plain

FIRST_SHOWN = 600  #: characters of what the guest said
_MORE_SHOWN = 5_000
_LOUD_FLAGS = (Flag.PUBLIC_POST, Flag.REGULATOR, Flag.MEDIA, Flag.LAWYER)


class PreviewPart(QWidget):
    """A column of the preview with the pane's padding."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(6)

    def show_state(self, state: QueueState, row: QueueRow) -> None:
        """Shows the chosen case, ``row``."""
        raise NotImplementedError


class GuestText(PlainLabel):
    """What the guest said: it can be marked and copied, and Qt itself knows best how high it is then."""

    def __init__(self) -> None:
        super().__init__("", "body", wrap=True, copyable=True)

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped text in logical pixels."""
        return QLabel.heightForWidth(self, width)


class CasePart(PreviewPart):
    """Mark, number, state; the guest, the place, what is worth knowing; and what the guest said."""

    def __init__(self, text: QueueText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._said = ""
        self._shown = FIRST_SHOWN
        self._number = ""
        self.mark = PriorityMark(Band.P4)
        self.number = PlainLabel("", "body", "ink2")
        self.state = Tag("")
        self.guest = PlainLabel("", "subtitle", wrap=True, max_lines=2)
        self.place = PlainLabel("", "body", "ink2", wrap=True, max_lines=2)
        self.said = GuestText()
        self.more = Button("", kind="link", size="small")
        self.taken = PlainLabel("", "meta", "ink3", wrap=True)
        self._tags = FlowRow(gap=6)
        self.more.clicked.connect(self._on_more)
        self._build()

    def show_state(self, state: QueueState, row: QueueRow) -> None:
        """Shows who and what; what the guest said follows as soon as the case is read."""
        view, text = state.view, self._text
        self.mark.set_priority(shown_band(row, state.at), row.score)
        self.number.setText(text.number(row))
        self.number.setToolTip(plain_tool_tip(plain(row.number)))
        self.number.setAccessibleName(plain(row.number))
        self.state.setText(text.state(row))
        self.guest.setText(text.guest(row))
        self.place.setText(" · ".join(filter(None, self._places(row, view, state.history))))
        self.place.setVisible(bool(self.place.text()))
        self._show_tags(state, row)
        if row.number != self._number:
            self._number, self._shown = row.number, FIRST_SHOWN
        self._said = self._readers() if state.is_masked else view.text if view else row.summary
        self._show_said()
        self.taken.setText(self._taken(state, view) if view else "")
        for part in (self.said, self.taken):
            part.setVisible(not state.act and (part is self.said or view is not None))
        self.more.setVisible(not state.act and self._has_more)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.mark)
        head.addWidget(self.number)
        head.addStretch(1)
        head.addWidget(self.state)
        self._column.addLayout(head)
        self._column.addSpacing(4)
        self._column.addWidget(self.guest)
        self._column.addWidget(self.place)
        self._column.addWidget(self._tags)
        self._column.addWidget(self.said)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.taken)

    def _places(self, row: QueueRow, view: CaseView | None, history: GuestHistory | None) -> list[str]:
        where = self._text.place(row)
        reference = self._text.reference(row)
        at = plain(view.place, 60) if view else ""
        return [where, reference if reference != where else "", at, self._earlier(row, history)]

    def _earlier(self, row: QueueRow, history: GuestHistory | None) -> str:
        count = _earlier_cases(row, history)
        if count == 0:
            return ""
        return self.tr("1 earlier case") if count == 1 else self.tr("{count} earlier cases").format(count=count)

    def _show_tags(self, state: QueueState, row: QueueRow) -> None:
        self._tags.clear()
        words, view = self._text.words, state.view
        flags = view.flags if view else frozenset()
        tags = [Tag(words.term("flag", "vip"), "warn", icon="star")] if row.vip else []
        tags += [Tag(words.term("flag", flag.value), "risk") for flag in Flag if flag in flags & SAFETY_FLAGS]
        tags += [Tag(words.term("flag", flag.value), "warn") for flag in _LOUD_FLAGS if flag in flags]
        is_frail = Flag.VULNERABLE in flags or (state.history is not None and state.history.guest.vulnerable)
        tags += [Tag(words.term("flag", "vulnerable"), "accent")] if is_frail else []
        if _earlier_cases(row, state.history) or any(part.part == "repeat" for part in row.points):
            tags.append(Tag(self.tr("Repeat guest")))
        if row.type is not RecordType.COMPLAINT:
            tags.append(Tag(words.term("type", row.type.value)))
        if row.emotion is not None:
            tags.append(Tag(self._text.mood(row)))
        for tag in tags:
            self._tags.add_widget(tag)
        self._tags.setVisible(bool(tags))

    def _taken(self, state: QueueState, view: CaseView) -> str:
        words = self._text.words
        when = self._text.clock.when(view.row.received_at, state.at)
        parts = (
            self.tr("Taken {time}").format(time=when),
            words.term("channel", view.channel.value),
            plain(view.received_by, 40),
        )
        return " · ".join(part for part in parts if part)

    def _readers(self) -> str:
        """Who may read a restricted case."""
        may = [role for role in Role if right_to("restricted", role) is Right.YES]
        roles = self.tr(", ").join(self._text.words.term("role", role.value) for role in may)
        return self.tr("This case is restricted. Who may read it: {roles}.").format(roles=roles)

    @property
    def _has_more(self) -> bool:
        return len(self._said) > self._shown

    def _show_said(self) -> None:
        """Long texts come piece by piece, so that the pane answers at once whatever a guest wrote."""
        said = "\n".join(plain(line) for line in self._said[: self._shown].splitlines())
        rest = len(self._said) - self._shown
        self.said.setText(said + "…" if rest > 0 else said)
        self.more.setVisible(self._has_more)
        self.more.setText(self.tr("Show more") if rest > _MORE_SHOWN else self.tr("Show all"))

    def _on_more(self) -> None:
        self._shown += _MORE_SHOWN
        self._show_said()


class NextPart(PreviewPart):
    """What to do now."""

    def __init__(self, text: QueueText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.title = PlainLabel("", "section")
        self.step = PlainLabel("", "body", wrap=True)
        self._column.addWidget(self.title)
        self._column.addWidget(self.step)

    def show_state(self, state: QueueState, row: QueueRow) -> None:
        """Shows the next step of the case; the part hides where there is none."""
        step = self._text.words.next_step(
            row.state.value,
            urgent=shown_band(row, state.at) is Band.P1,
            safety=state.tells_safety,
            complaint=row.type is RecordType.COMPLAINT,
        )
        self.title.setText(self.tr("Next step"))
        self.step.setText(step)
        self.setVisible(bool(step))


class WhyPart(PreviewPart):
    """The score's arithmetic, and what else set the band."""

    def __init__(self, text: QueueText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.title = PlainLabel("", "section")
        self.threshold = PlainLabel("", "meta", "ink2")
        self.rules = PlainLabel("", "body", "ink2", wrap=True)
        self.points = PointsTable()
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.threshold)
        self._column.addLayout(head)
        self._column.addWidget(self.rules)
        self._column.addWidget(self.points)
        self._column.setSpacing(4)

    def show_state(self, state: QueueState, row: QueueRow) -> None:
        """Shows every part; together they are the score."""
        why = WhyText(self._text.words)
        self.title.setText(why.title(row, state.at))
        self.threshold.setText(why.threshold(row))
        rules = "\n".join(why.rules(row, state.at))
        self.rules.setText(rules)
        self.rules.setVisible(bool(rules))
        self.points.show_points(why.rows(row, state.view), self._text.words.sentence("total"), row.score)


class ClocksPart(PreviewPart):
    """First reply and resolution, side by side."""

    def __init__(self, text: QueueText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.labels = PlainLabel("", "meta", "ink2", elide=True), PlainLabel("", "meta", "ink2", elide=True)
        nothing = TimeLeft("", "", 0)
        self.reply = TimeLeftMark(nothing, role="section")
        self.resolution = TimeLeftMark(nothing, role="section")
        row = QHBoxLayout()
        row.setSpacing(12)
        for label, clock in zip(self.labels, (self.reply, self.resolution), strict=True):
            side = QVBoxLayout()
            side.setSpacing(2)
            side.addWidget(label)
            side.addWidget(clock)
            row.addLayout(side, 1)
        self._column.addLayout(row)

    def show_state(self, state: QueueState, row: QueueRow) -> None:
        """Shows how much time is left."""
        names = self.tr("First reply"), self.tr("Resolution")
        times = self._text.clock.first_reply(row, state.at), self._text.clock.resolution(row, state.at)
        for label, clock, name, time in zip(self.labels, (self.reply, self.resolution), names, times, strict=True):
            label.setText(name)
            clock.set_time(time, f"{name} {time.text}")


def _earlier_cases(row: QueueRow, history: GuestHistory | None) -> int:
    """How many other cases the guest has; the history may hold this one too."""
    if history is None:
        return 0
    others = sum(case.number != row.number for case in history.cases)
    return others if history.total <= len(history.cases) else history.total - 1
