"""Among the details: what kind of record it is, how far it reaches, and by when it has to be put right."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.kinds import RecordType, Scope, TimePressure
from desktop.ui.choices.chips import ChipChoice
from desktop.ui.choices.form_line import follow_row_height
from desktop.ui.intake.form import Form
from desktop.ui.intake.parts import Change, FormPart
from desktop.ui.intake.state import IntakeState
from desktop.ui.widgets import Card, SegmentedControl
from desktop.words import Words

_TIMES = (TimePressure.NONE, TimePressure.TODAY, TimePressure.NOW)


class AboutPart(FormPart):
    """Fields ``type``, ``scope`` and ``time_pressure``."""

    def __init__(self, change: Change, words: Words, parent: QWidget) -> None:
        super().__init__(change, words, parent)
        self._form = Form()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        card = Card(parent=self)
        self._make_kind(card.body)
        self._make_urgency(card.body)
        column.addWidget(card)
        self._set_words()

    def set_words_source(self, words: Words) -> None:
        """The words of another language."""
        super().set_words_source(words)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def paint(self, state: IntakeState) -> None:
        """Shows a state."""
        if state.form is not self._form:
            self._form = state.form
            self._show(state.form)
        self.show_errors(state)

    def _make_kind(self, body: QVBoxLayout) -> None:
        keys = tuple(kind.value for kind in RecordType)
        self.kind: SegmentedControl[str] = SegmentedControl([(key, "") for key in keys], name="", stretch=True)
        self.kind.chosen.connect(lambda key: self._change(type=RecordType(key)))
        follow_row_height(self.kind, keys)
        self._kind_row = self.add_row(body, {"type": self.kind})
        self._kind_row.label.hide()

    def _make_urgency(self, body: QVBoxLayout) -> None:
        self.scope = ChipChoice([scope.value for scope in Scope])
        self.scope.chosen.connect(lambda key: self._change(scope=Scope(key) if key else None))
        self._scope_row = self.add_row(body, {"scope": self.scope})
        self.time = ChipChoice([time.value for time in _TIMES])
        self.time.chosen.connect(lambda key: self._change(time_pressure=TimePressure(key) if key else None))
        self._time_row = self.add_row(body, {"time_pressure": self.time})

    def _show(self, form: Form) -> None:
        self.kind.set_value(form.type.value)
        self.scope.show_chosen(frozenset({form.scope.value} if form.scope else ()))
        self.time.show_chosen(frozenset({form.time_pressure.value} if form.time_pressure else ()))

    def _set_words(self) -> None:
        term = self._words.term
        self._kind_row.set_label(self.tr("Kind of record"))
        self.kind.set_labels({kind.value: term("type", kind.value) for kind in RecordType})
        self._scope_row.set_label(self.tr("Reach"))
        self.scope.set_labels({scope.value: term("scope", scope.value) for scope in Scope})
        self._time_row.set_label(self.tr("By when"))
        self.time.set_labels({time.value: term("time_pressure", time.value) for time in _TIMES})
        self._show(self._form)
