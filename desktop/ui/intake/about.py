"""The middle column: what it is about, how grave and how urgent, and what must not be overlooked."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.kinds import Flag, RecordType, Scope, TimePressure
from desktop.domain.taxonomy import Taxonomy
from desktop.ui.choices.category_field import CategoryField
from desktop.ui.choices.chips import ChipChoice, ChipRow
from desktop.ui.choices.form_line import follow_row_height
from desktop.ui.choices.mood_choice import MoodChoice
from desktop.ui.intake.form import MARKS, Form
from desktop.ui.intake.parts import Change, FormPart
from desktop.ui.intake.state import IntakeState
from desktop.ui.widgets import Card, SegmentedControl
from desktop.words import Words

_SEVERITIES = (1, 2, 3, 4)
#: Flags of the matter; those of the guest stand with the guest.
RISKS = tuple(flag for flag in Flag if flag not in MARKS)
_TIMES = (TimePressure.NONE, TimePressure.TODAY, TimePressure.NOW)


class AboutPart(FormPart):
    """Two cards: the rating, and the flags."""

    def __init__(self, change: Change, words: Words, taxonomy: Taxonomy, parent: QWidget) -> None:
        super().__init__(change, words, parent)
        self._taxonomy = taxonomy
        self._form = Form()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        card = Card(parent=self)
        self._make_kind(card.body)
        self._make_severity(card.body)
        self._make_urgency(card.body)
        column.addWidget(card)
        self._flags_card = Card("–", gap=8, parent=self)
        self.flags = ChipRow([flag.value for flag in RISKS], tones={flag.value: "risk" for flag in RISKS})
        self.flags.toggled.connect(self._on_flag)
        self._fields["flags"] = self.flags
        self._flags_card.body.addWidget(self.flags)
        column.addWidget(self._flags_card)
        self._set_words()

    def set_words_source(self, words: Words) -> None:
        """The words of another language."""
        super().set_words_source(words)
        self._set_words()

    def set_taxonomy(self, taxonomy: Taxonomy) -> None:
        """Other categories."""
        self._taxonomy = taxonomy
        self.category.set_sources(taxonomy, self._words.language)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def paint(self, state: IntakeState) -> None:
        """Shows a state."""
        self.category.show_category(state.form.category, state.recent)
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
        self.category = CategoryField(self._taxonomy, self._words.language)
        self.category.chosen.connect(lambda code: self._change(category=code or None))
        self._category_row = self.add_row(body, {"category": self.category})

    def _make_severity(self, body: QVBoxLayout) -> None:
        keys = tuple(str(severity) for severity in _SEVERITIES)
        self.severity: SegmentedControl[str] = SegmentedControl(
            [(key, key) for key in keys], name="", look="ink", stretch=True
        )
        self.severity.chosen.connect(lambda key: self._change(severity=int(key)))
        follow_row_height(self.severity, keys)
        self._severity_row = self.add_row(body, {"severity": self.severity})
        self.mood = MoodChoice()
        self.mood.chosen.connect(lambda emotion: self._change(emotion=emotion))
        self._mood_row = self.add_row(body, {"emotion": self.mood})

    def _make_urgency(self, body: QVBoxLayout) -> None:
        self.scope = ChipChoice([scope.value for scope in Scope])
        self.scope.chosen.connect(lambda key: self._change(scope=Scope(key) if key else None))
        self._scope_row = self.add_row(body, {"scope": self.scope})
        self.time = ChipChoice([time.value for time in _TIMES])
        self.time.chosen.connect(lambda key: self._change(time_pressure=TimePressure(key) if key else None))
        self._time_row = self.add_row(body, {"time_pressure": self.time})

    def _on_flag(self, key: str, on: bool) -> None:
        flag = Flag(key)
        self._change(flags=self._form.flags | {flag} if on else self._form.flags - {flag})

    def _show(self, form: Form) -> None:
        self.kind.set_value(form.type.value)
        self.severity.set_value(str(form.severity) if form.severity else None)
        meaning = self._meaning(form.severity)
        if self._severity_row.hint.text() != meaning:
            self._severity_row.set_hint(meaning)
        self.mood.show_mood(form.emotion)
        self.scope.show_chosen(frozenset({form.scope.value} if form.scope else ()))
        self.time.show_chosen(frozenset({form.time_pressure.value} if form.time_pressure else ()))
        self.flags.show_chosen(frozenset(flag.value for flag in form.flags))

    def _meaning(self, severity: int | None) -> str:
        if severity is None:
            return self.tr("1 is a nuisance, 4 touches health, safety or law.")
        name, meaning = (self._words.term(kind, str(severity)) for kind in ("severity", "severity_meaning"))
        return self.tr("{name}: {meaning}").format(name=name, meaning=meaning)

    def _set_words(self) -> None:
        term = self._words.term
        self._kind_row.set_label(self.tr("Kind of record"))
        self.kind.set_labels({kind.value: term("type", kind.value) for kind in RecordType})
        self._category_row.set_label(self.tr("Category"))
        self.category.setPlaceholderText(self.tr("Type a word, or choose"))
        self.category.set_open_words(self.tr("All categories"))
        self.category.set_sources(self._taxonomy, self._words.language)
        self._severity_row.set_label(self.tr("Severity"))
        for severity in _SEVERITIES:
            segment = self.severity.segment(str(severity))
            segment.setAccessibleName(f"{severity} {term('severity', str(severity))}")
            segment.setAccessibleDescription(term("severity_meaning", str(severity)))
        self._mood_row.set_label(self.tr("Mood"))
        self.mood.set_words([(term("emotion", str(n)), term("emotion_meaning", str(n))) for n in range(5)])
        self._scope_row.set_label(self.tr("Reach"))
        self.scope.set_labels({scope.value: term("scope", scope.value) for scope in Scope})
        self._time_row.set_label(self.tr("By when"))
        self.time.set_labels({time.value: term("time_pressure", time.value) for time in _TIMES})
        self._flags_card.set_title(self.tr("Must not be overlooked"))
        self.flags.setAccessibleName(self.tr("Must not be overlooked"))
        self.flags.set_labels({flag.value: term("flag", flag.value) for flag in RISKS})
        self._show(self._form)
