"""Room-nights or sales of the month, and what the site wants its figures to be."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.reports.part import MonthPart, show_text
from desktop.ui.reports.state import Part, ReportsState
from desktop.ui.reports.text import ReportsText
from desktop.ui.reports.typed import GOALS
from desktop.ui.widgets import Button, FieldRow, LineField

_LABEL = 190


class ActivityPart(MonthPart):
    """``edited`` carries what was typed."""

    edited = Signal(str)
    save_wanted = Signal()

    def __init__(self, text: ReportsText, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.field, self.save = LineField(room="row"), Button(size="row")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.save)
        self._column.addLayout(row)
        self._column.addWidget(self.refused)
        self.field.textEdited.connect(self.edited)
        self.field.returnPressed.connect(self.save_wanted)
        self.save.clicked.connect(self.save_wanted)

    def show_state(self, state: ReportsState) -> None:
        """Shows the activity of the month."""
        self._state = state
        self.setVisible(state.can_manage)
        if self._text.is_hotel:
            self._name(self.tr("Room-nights"), self.tr("Sold this month: complaints are counted per 1,000 of them."))
        else:
            self._name(self.tr("Sales"), self.tr("Made this month: complaints are counted per 10,000 of them."))
        self.field.setAccessibleName(self.title.text())
        show_text(self.field, state.activity)
        self.save.setText(self.tr("Save"))
        self.save.setAccessibleName(f"{self.save.text()}: {self.title.text()}")
        self.save.setEnabled(state.typed.activity is not None and state.saving is None)
        self._refuse(state.refusal_of(Part.ACTIVITY))


class GoalsPart(MonthPart):
    """``edited`` carries a goal's name and what was typed."""

    edited = Signal(str, str)
    save_wanted = Signal()

    def __init__(self, text: ReportsText, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.rows = {name: FieldRow("", LineField(room="row"), label_width=_LABEL) for name in GOALS}
        self.save = Button(size="row")
        for name, row in self.rows.items():
            self._column.addWidget(row)
            field = self.field(name)
            field.textEdited.connect(lambda text, called=name: self.edited.emit(called, text))
            field.returnPressed.connect(self.save_wanted)
        self._end_with(self.save)
        self.save.clicked.connect(self.save_wanted)

    def field(self, name: str) -> LineField:
        """Where one of the goals is typed."""
        field = self.rows[name].field
        assert isinstance(field, LineField)
        return field

    def show_state(self, state: ReportsState) -> None:
        """Shows the goals."""
        self._state = state
        self.setVisible(state.can_manage)
        self._name(self.tr("Goals"), self.tr("What the site wants of every month. An empty field is no goal."))
        labels = {
            "within_1h_pct": self.tr("Answered within 1 h"),
            "within_24h_pct": self.tr("Resolved within 24 h"),
            "respond_pct": self.tr("Answered on target"),
            "resolve_pct": self.tr("Resolved on target"),
            "satisfaction": self.tr("Satisfaction, of 5"),
            "rate": self.tr("Per 1,000 room-nights") if self._text.is_hotel else self.tr("Per 10,000 sales"),
        }
        hints = {"satisfaction": self.tr("at least"), "rate": self.tr("at most")}
        refusal, goals = state.refusal_of(Part.GOALS), state.goals
        for name, row in self.rows.items():
            row.set_label(labels[name])
            self.field(name).set_trailing(hints.get(name, "%"))
            show_text(self.field(name), goals[name])
            is_wrong = refusal is not None and refusal.field == name
            row.set_error(self._text.words.error(refusal) if refusal is not None and is_wrong else "")
        self.save.setText(self.tr("Save"))
        self.save.setAccessibleName(self.tr("Save the goals"))
        self.save.setEnabled(bool(state.typed_goals) and state.saving is None)
        self._refuse(refusal if refusal is not None and refusal.field not in self.rows else None)
