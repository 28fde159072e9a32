"""What it's about, beside the conversation: category, severity, risks, and how much is known."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.completeness import Fact
from desktop.domain.kinds import Flag
from desktop.domain.taxonomy import Taxonomy
from desktop.ui.choices.category_field import CategoryField
from desktop.ui.intake.folds import Fold
from desktop.ui.intake.form import MARKS, Form
from desktop.ui.intake.guidance import Meter, QuestionButton
from desktop.ui.intake.parts import Change, FormPart, say
from desktop.ui.intake.risk_tags import RiskTags
from desktop.ui.intake.state import IntakeState
from desktop.ui.widgets import Icon, PlainLabel, SegmentedControl, plain_tool_tip
from desktop.words import Words

SEVERITIES = (1, 2, 3, 4)
#: Flags of the matter; those of the guest stand with the guest.
RISKS = tuple(flag for flag in Flag if flag not in MARKS)
_QUESTIONS = 2
_RISKS_WIDTH = 56  #: of their label, in logical pixels at 100 per cent: tags need the room


class AspectsPart(FormPart):
    """Fields ``category``, ``severity`` and ``flags``. ``ask`` is called with the fact whose question was clicked."""

    def __init__(
        self, change: Change, ask: Callable[[Fact], None], words: Words, taxonomy: Taxonomy, parent: QWidget
    ) -> None:
        super().__init__(change, words, parent)
        self._ask, self._taxonomy = ask, taxonomy
        self._form = Form()
        self._recent: tuple[str, ...] = ()
        self._facts: tuple[Fact, ...] = ()
        self._said_known: tuple[int, int] = 0, 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._make_head(column)
        self._make_questions(column)
        self.category = CategoryField(taxonomy, words.language)
        self.category.chosen.connect(lambda code: self._change(category=code or None))
        self.category_title = PlainLabel("", "body", "ink2")
        block = QVBoxLayout()
        block.setSpacing(4)
        block.addWidget(self.category_title)
        self._category_row = self.add_row(block, {"category": self.category})
        self._category_row.label.hide()
        column.addLayout(block)
        self._make_severity(column)
        self.flags = RiskTags(RISKS, words)
        self.flags.edited.connect(self._on_flags)
        self._flags_row = self.add_row(column, {"flags": self.flags}, label_width=_RISKS_WIDTH)
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
        self._recent = state.recent
        self._show_category(state.form.category)
        if state.form is not self._form:
            self._form = state.form
            self._show(state.form)
        known = state.completeness.known, state.completeness.total
        if known != self._said_known:
            self._said_known = known
            self._say_known()
        facts = _unasked(state)
        if facts != self._facts:
            self._facts = facts
            self._show_questions()
        self.show_errors(state)

    def _make_head(self, column: QVBoxLayout) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Icon("lightbulb", "accent", 18))
        self.title = PlainLabel("", "section")
        self.known = PlainLabel("", "body", "ink2")
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.known)
        self.meter = Meter()
        column.addLayout(head)
        column.addWidget(self.meter)

    def _make_questions(self, column: QVBoxLayout) -> None:
        self.next = Fold(folds=True, is_open=False, parent=self)
        self.questions = tuple(QuestionButton() for _ in range(_QUESTIONS))
        for place, question in enumerate(self.questions):
            question.clicked.connect(lambda _on=False, place=place: self._on_question(place))
            self.next.body.addWidget(question)
        self.next.hide()
        column.addWidget(self.next)

    def _make_severity(self, column: QVBoxLayout) -> None:
        self.severity_title = PlainLabel("", "body", "ink2")
        self.meaning = PlainLabel("", "strong")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.severity_title)
        line.addStretch(1)
        line.addWidget(self.meaning)
        self.severity: SegmentedControl[str] = SegmentedControl(
            [(str(severity), str(severity)) for severity in SEVERITIES], name="", look="ink", size="small", stretch=True
        )
        self.severity.chosen.connect(lambda key: self._change(severity=int(key)))
        block = QVBoxLayout()
        block.setSpacing(4)
        block.addLayout(line)
        self._severity_row = self.add_row(block, {"severity": self.severity})
        self._severity_row.label.hide()
        column.addLayout(block)

    def _on_flags(self, risks: frozenset[Flag]) -> None:
        self._change(flags=self._form.flags - frozenset(RISKS) | risks)

    def _on_question(self, place: int) -> None:
        if place < len(self._facts):
            self._ask(self._facts[place])

    def _show(self, form: Form) -> None:
        self.severity.set_value(str(form.severity) if form.severity else None)
        name, meaning = self._severity_words(form.severity)
        say(self.meaning, name)
        self.meaning.set_tone("ink" if form.severity else "ink3")
        if self._severity_row.hint.text() != meaning:
            self._severity_row.set_hint(meaning)
        self.flags.show_flags(form.flags & frozenset(RISKS))

    def _show_category(self, code: str | None) -> None:
        self.category.show_category(code, self._recent)
        whole = plain_tool_tip(self._taxonomy.label(code, self._words.language) if code else "")
        if self.category.toolTip() != whole:
            self.category.setToolTip(whole)

    def _severity_words(self, severity: int | None) -> tuple[str, str]:
        if severity is None:
            return self.tr("Not rated yet"), self.tr("1 is a nuisance, 4 touches health, safety or law.")
        name, meaning = (self._words.term(kind, str(severity)) for kind in ("severity", "severity_meaning"))
        return name, meaning[:1].upper() + meaning[1:]

    def _say_known(self) -> None:
        known, total = self._said_known
        said = self._words.sentence("known_of", known=known, total=total)
        say(self.known, said)
        self.meter.show_share(known / total if total else 0.0, said)

    def _show_questions(self) -> None:
        for place, question in enumerate(self.questions):
            question.setVisible(place < len(self._facts))
            if place < len(self._facts):
                fact = self._facts[place]
                question.set_question(self._question(fact), self._goes_to(fact))
        self.next.set_words(self.tr("Ask next"), self._question(self._facts[0]) if self._facts else "")
        self.next.setVisible(bool(self._facts))

    def _question(self, fact: Fact) -> str:
        return self._words.ask_next(fact.value) or self.tr("Is anyone hurt?")

    def _goes_to(self, fact: Fact) -> str:
        return self.tr("Anyone hurt") if fact is Fact.HURT else self._words.field_name(fact.value)

    def _set_words(self) -> None:
        term = self._words.term
        say(self.title, self.tr("What it’s about"))
        say(self.category_title, self.tr("Category"))
        self._category_row.set_label(self.tr("Category"))
        self.category.setPlaceholderText(self.tr("Type a word, or choose"))
        self.category.set_open_words(self.tr("All categories"))
        self.category.set_sources(self._taxonomy, self._words.language)
        self._show_category(self._form.category)
        say(self.severity_title, self.tr("Severity"))
        self._severity_row.set_label(self.tr("Severity"))
        for severity in SEVERITIES:
            segment = self.severity.segment(str(severity))
            segment.setAccessibleName(f"{severity} {term('severity', str(severity))}")
            segment.setAccessibleDescription(term("severity_meaning", str(severity)))
        self._flags_row.set_label(self.tr("Risks"))
        self.flags.set_words(self._words)
        self._say_known()
        self._show_questions()
        self._show(self._form)


def _unasked(state: IntakeState) -> tuple[Fact, ...]:
    """The most useful missing facts, without those that the card asks for or that stand right here."""
    asked: set[str] = {"category", "severity"}
    if state.talk is not None:
        card = state.talk.card
        asked |= {*card.record, *(question.id for question in card.questions)}
    return tuple(fact for fact in state.completeness.ask_next if fact.value not in asked)[:_QUESTIONS]
