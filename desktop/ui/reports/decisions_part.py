"""Things for next month, and what became of last month's (figures.md, part 11 of the report)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.figures.printed import MOST_DECISIONS
from desktop.domain.figures.report_shapes import Decision
from desktop.ui.reports.part import MonthPart, show_text
from desktop.ui.reports.state import Part, ReportsState
from desktop.ui.reports.text import ReportsText
from desktop.ui.reports.typed import Became
from desktop.ui.widgets import Button, LineField, PlainLabel, SegmentedControl
from desktop.words.plain import plain

_FIELDS = ("text", "who", "due")
_LONGEST = 300  #: characters of one line on the screen
_OPEN, _KEPT, _NOT_KEPT = "open", "kept", "not_kept"
_KEPT_BY_KEY = {_OPEN: None, _KEPT: True, _NOT_KEPT: False}


class NextPart(MonthPart):
    """``edited`` carries place (from 0), field and text."""

    edited = Signal(int, str, str)
    save_wanted = Signal()

    def __init__(self, text: ReportsText, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.fields = [{name: LineField(room="row") for name in _FIELDS} for _ in range(MOST_DECISIONS)]
        self.save = Button(size="row")
        for place, fields in enumerate(self.fields):
            self._column.addWidget(self._block(place))
            for name, field in fields.items():
                field.textEdited.connect(lambda text, at=place, called=name: self.edited.emit(at, called, text))
                field.returnPressed.connect(self.save_wanted)
        self._end_with(self.save)
        self.save.clicked.connect(self.save_wanted)

    def show_state(self, state: ReportsState) -> None:
        """Shows what was decided, as it is typed."""
        self._state = state
        self.setVisible(state.can_manage or bool(state.detail is not None and state.detail.decisions))
        self._name(
            self.tr("For next month"),
            self.tr("Up to three things. They stand in this report; the next one tells what became of them."),
        )
        labels = {"text": self.tr("What"), "who": self.tr("Who"), "due": self.tr("By when")}
        refusal = state.refusal_of(Part.LINES)
        for place, (fields, line) in enumerate(zip(self.fields, state.lines, strict=True)):
            for name, field in fields.items():
                show_text(field, getattr(line, name))
                field.setReadOnly(not state.can_manage)
                field.setPlaceholderText(labels[name])
                field.setAccessibleName(f"{place + 1}. {labels[name]}")
        self.save.setText(self.tr("Save"))
        self.save.setAccessibleName(self.tr("Save the things for next month"))
        self.save.setVisible(state.can_manage)
        self.save.setEnabled(state.typed.lines is not None and state.saving is None)
        self._refuse(refusal)

    def _block(self, place: int) -> QWidget:
        block, fields = QWidget(), self.fields[place]
        row = QHBoxLayout(block)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(PlainLabel(f"{place + 1}", "strong", "ink2"))
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(fields["text"])
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(fields["who"], 1)
        below.addWidget(fields["due"], 1)
        column.addLayout(below)
        row.addLayout(column, 1)
        return block


class LastPart(MonthPart):
    """``edited`` carries the place of a decision and what became of it."""

    edited = Signal(int, object)
    save_wanted = Signal()

    def __init__(self, text: ReportsText, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.lines = [_LastLine() for _ in range(MOST_DECISIONS)]
        self.save = Button(size="row")
        for line in self.lines:
            self._column.addWidget(line)
            line.edited.connect(self.edited)
            line.remark.returnPressed.connect(self.save_wanted)
        self._end_with(self.save)
        self.save.clicked.connect(self.save_wanted)

    def show_state(self, state: ReportsState) -> None:
        """Shows what was decided a month ago."""
        self._state = state
        last = state.detail.last if state.detail is not None else ()
        self.setVisible(bool(last))
        self._name(self.tr("What became of last month’s"))
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(last))
            if place < len(last):
                line.show_line(last[place], state.became(last[place].place), can_edit=state.can_manage)
        self.save.setText(self.tr("Save"))
        self.save.setAccessibleName(self.tr("Save what became of last month’s"))
        self.save.setVisible(state.can_manage)
        self.save.setEnabled(bool(state.typed.became) and state.saving is None)
        self._refuse(state.refusal_of(Part.BECAME))


class _LastLine(QWidget):
    """One thing of last month: kept or not, and a remark."""

    edited = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._place = 0
        self.what, self.who = PlainLabel("", "body", wrap=True), PlainLabel("", "meta", "ink2", wrap=True)
        self.kept = SegmentedControl([(key, "") for key in _KEPT_BY_KEY], name="", size="row", stretch=True)
        self.remark = LineField(room="row")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(4)
        for widget in (self.what, self.who, self.kept, self.remark):
            column.addWidget(widget)
        self.kept.chosen.connect(lambda _key: self._tell())
        self.remark.textEdited.connect(lambda _text: self._tell())

    def show_line(self, decision: Decision, became: Became, *, can_edit: bool) -> None:
        """Shows what was to be done, and what became of it."""
        self._place = decision.place
        text = plain(decision.text, _LONGEST)
        self.what.setText(f"{decision.place}. {text}")
        self.who.setText(" · ".join(filter(None, (plain(decision.who, _LONGEST), plain(decision.due, _LONGEST)))))
        self.who.setVisible(bool(self.who.text()))
        self.kept.set_labels({_OPEN: self.tr("Not told"), _KEPT: self.tr("Kept"), _NOT_KEPT: self.tr("Not kept")})
        self.kept.set_value(next(key for key, kept in _KEPT_BY_KEY.items() if kept is became.kept))
        self.kept.setAccessibleName(self.tr("What became of: {what}").format(what=text))
        self.kept.setEnabled(can_edit)
        show_text(self.remark, became.remark)
        self.remark.setReadOnly(not can_edit)
        self.remark.setPlaceholderText(self.tr("Remark"))
        self.remark.setAccessibleName(self.tr("Remark on: {what}").format(what=text))

    def _tell(self) -> None:
        kept = _KEPT_BY_KEY[self.kept.value() or _OPEN]
        self.edited.emit(self._place, Became(kept, self.remark.text()))
