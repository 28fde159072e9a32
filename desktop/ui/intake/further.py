"""Below in the middle column: more about the guest, and what is asked when there is time."""

from datetime import date

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.domain.kinds import Flag
from desktop.errors import UserError
from desktop.ui.choices.chips import ChipRow
from desktop.ui.choices.form_line import FormCombo, FormLine, follow_row_height
from desktop.ui.intake.checks import Earlier
from desktop.ui.intake.day_field import DayField
from desktop.ui.intake.folds import Fold
from desktop.ui.intake.form import MARKS, Form
from desktop.ui.intake.narrative import Narrative
from desktop.ui.intake.parts import Change, FormPart
from desktop.ui.intake.state import IntakeState
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Card, FieldRow, SegmentedControl
from desktop.words import Words

#: Languages that guests speak, each in its own words; any other code of a guest record is shown as it is.
_LANGUAGES = {
    "": "",
    "zh": "中文",
    "en": "English",
    "ja": "日本語",
    "ko": "한국어",
    "fr": "Français",
    "de": "Deutsch",
    "es": "Español",
    "ru": "Русский",
}
_NOW, _EARLIER = _TAKEN = ("now", "earlier")
_GAPS = range(5)  #: from as expected to the opposite of what was promised
_AREA_HEIGHT = 56
_IN_THE_FOLD = frozenset({"received_at", "reason", "expected", "actual", "gap"})


class FurtherPart(FormPart):
    """Two cards: the guest, and a part that folds."""

    def __init__(self, change: Change, words: Words, today: date, parent: QWidget) -> None:
        super().__init__(change, words, parent)
        self._form = Form()
        self._filled = -1
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._guest_card = Card("–", gap=8, parent=self)
        self._make_guest(self._guest_card.body)
        column.addWidget(self._guest_card)
        card = Card(padding=10, parent=self)
        self.fold = Fold(folds=True, is_open=False)
        self._make_times(self.fold.body, today)
        self._make_gap(self.fold.body)
        card.body.addWidget(self.fold)
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

    def reveal(self, name: str) -> None:
        """Opens the fold where the field lies in it."""
        if name in _IN_THE_FOLD:
            self.fold.set_open(True)

    def paint(self, state: IntakeState, today: date) -> None:
        """Shows a state."""
        self.received_on.set_today(today)
        if state.filled != self._filled:
            self._filled = state.filled
            for area, text in ((self.expected, state.form.expected), (self.actual, state.form.actual)):
                if area.text() != text:
                    area.set_text(text)
        if state.form is not self._form:
            self._form = state.form
            self._show(state.form)
        self._reason_row.setVisible(state.form.earlier and (state.earlier is Earlier.REASON or bool(state.form.reason)))
        needs = self._words.error(UserError("needs_manager")) if state.earlier is Earlier.MANAGER else ""
        self._set_hint(self._received_row, needs)
        self.show_errors(state)

    def _make_guest(self, body: QVBoxLayout) -> None:
        self.email = self.tells("email", FormLine(icon="mail"))
        self._email_row = self.add_row(body, {"email": self.email})
        self.language = FormCombo()
        for code, name in _LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.activated.connect(lambda place: self._change(language=self.language.itemData(place)))
        self._language_row = self.add_row(body, {"language": self.language})
        self.on_behalf_of = self.tells("on_behalf_of", FormLine(icon="users"))
        self._behalf_row = self.add_row(body, {"on_behalf_of": self.on_behalf_of})
        self.marks = ChipRow([flag.value for flag in MARKS])
        self.marks.toggled.connect(self._on_mark)
        self._marks_row = self.add_row(body, {"marks": self.marks})
        self.anonymous = QCheckBox()
        self.anonymous.clicked.connect(lambda on: self._change(anonymous=on))
        self._anonymous_row = self.add_row(body, {"anonymous": self.anonymous})

    def _make_times(self, body: QVBoxLayout, today: date) -> None:
        self.taken: SegmentedControl[str] = SegmentedControl([(key, "") for key in _TAKEN], name="", stretch=True)
        self.taken.chosen.connect(lambda key: self._change(earlier=key == _EARLIER))
        follow_row_height(self.taken, _TAKEN)
        self.received_on = DayField(today, self._words.language)
        self.received_on.chosen.connect(lambda day: self._change(received_on=day))
        self.received_clock = self.tells("received_clock", FormLine(icon="clock"))
        self._taken_row = self.add_row(body, {"earlier": self.taken})
        self._day_row = self.add_row(body, {"received_on": self.received_on})
        self._received_row = self.add_row(body, {"received_at": self.received_clock})
        self.reason = self.tells("reason", FormLine())
        self._reason_row = self.add_row(body, {"reason": self.reason})

    def _make_gap(self, body: QVBoxLayout) -> None:
        self.expected, self.actual = Narrative("body"), Narrative("body")
        for area in (self.expected, self.actual):
            area.setFixedHeight(theme_of(self).metrics.px(_AREA_HEIGHT))
        self.expected.edited.connect(lambda text: self._change(expected=text))
        self.actual.edited.connect(lambda text: self._change(actual=text))
        self._expected_row = self.add_row(body, {"expected": self.expected})
        self._actual_row = self.add_row(body, {"actual": self.actual})
        keys = tuple(str(gap) for gap in _GAPS)
        self.gap: SegmentedControl[str] = SegmentedControl([(key, key) for key in keys], name="", stretch=True)
        self.gap.chosen.connect(lambda key: self._change(gap=int(key)))
        follow_row_height(self.gap, keys)
        self._gap_row = self.add_row(body, {"gap": self.gap})

    def _on_mark(self, key: str, on: bool) -> None:
        flag = Flag(key)
        self._change(flags=self._form.flags | {flag} if on else self._form.flags - {flag})

    def _show(self, form: Form) -> None:
        for line, text in (
            (self.email, form.email),
            (self.on_behalf_of, form.on_behalf_of),
            (self.received_clock, form.received_clock),
            (self.reason, form.reason),
        ):
            line.set_line(text)
        self._show_language(form.language)
        self.marks.show_chosen(frozenset(flag.value for flag in form.flags))
        self.anonymous.setChecked(form.anonymous)
        self.email.setEnabled(not form.anonymous)
        self.taken.set_value(_EARLIER if form.earlier else _NOW)
        for row in (self._day_row, self._received_row):
            row.setVisible(form.earlier)
        self.received_on.show_day(form.received_on)
        self.gap.set_value(None if form.gap is None else str(form.gap))
        self._set_hint(self._gap_row, "" if form.gap is None else self._words.term("gap", str(form.gap)))

    @staticmethod
    def _set_hint(row: FieldRow, hint: str) -> None:
        if row.hint.text() != hint:
            row.set_hint(hint)

    def _show_language(self, code: str) -> None:
        if self.language.findData(code) < 0:
            self.language.addItem(code, code)
        self.language.setCurrentIndex(self.language.findData(code))

    def _set_words(self) -> None:
        term = self._words.term
        self._guest_card.set_title(self.tr("More about the guest"))
        self._email_row.set_label(self.tr("E-mail"))
        self._language_row.set_label(self.tr("Language"))
        self._behalf_row.set_label(self.tr("On behalf of"))
        self._marks_row.set_label(self.tr("Marks"))
        self.marks.set_labels({flag.value: term("flag", flag.value) for flag in MARKS})
        self._anonymous_row.set_label("")
        self.anonymous.setText(self.tr("Wants to stay anonymous"))
        self.anonymous.setAccessibleName(self.tr("Wants to stay anonymous"))
        self.fold.set_words(self.tr("More"), self.tr("Received time, expected and found"))
        self._taken_row.set_label(self.tr("Received"))
        self.taken.set_labels({_NOW: self.tr("Now"), _EARLIER: self.tr("Earlier")})
        self._day_row.set_label(self.tr("Day"))
        self._received_row.set_label(self.tr("Time"))
        self.received_on.setAccessibleName(self.tr("Day of receipt"))
        self.received_on.set_language(self._words.language)
        self.received_clock.setAccessibleName(self.tr("Time of receipt"))
        self.received_clock.setPlaceholderText("21:30")
        self._reason_row.set_label(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Why it is entered only now"))
        self._expected_row.set_label(self.tr("Expected"))
        self._actual_row.set_label(self.tr("Found"))
        self._gap_row.set_label(self.tr("Gap"))
        for gap in _GAPS:
            segment = self.gap.segment(str(gap))
            segment.setAccessibleName(f"{gap} {term('gap', str(gap))}")
        self._show(self._form)
