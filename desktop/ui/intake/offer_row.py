"""One remedy that can be offered: whether one may, what it is, what it costs, and one button."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.money import Currency
from desktop.domain.past_help import RemedyIdea
from desktop.ui import formats
from desktop.ui.intake.naming import named
from desktop.ui.intake.offerable import Offerable
from desktop.ui.intake.parts import say
from desktop.ui.theme.painting import elided
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Button, Icon, PlainLabel, Separator, plain_tool_tip
from desktop.words import Words, plain

_LONGEST_NAME = 96  #: logical pixels of a name on a button; what is spoken and the tool tip have all of it
_LINES = 3


class OfferRow(QWidget):
    """``pressed`` is called with the row's button: it offers what isn't offered and takes back what is."""

    def __init__(self, pressed: Callable[[Offerable], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._pressed = pressed
        self._row: Offerable | None = None
        self.icon = Icon("check", "accent")
        self.words = PlainLabel("", "body", max_lines=_LINES)
        self.sum = PlainLabel("", "body", "ink2")
        self.button = Button(size="row")
        self.button.clicked.connect(self._on_clicked)
        line = QHBoxLayout()
        line.setContentsMargins(0, 3, 0, 3)
        line.setSpacing(8)
        line.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.sum, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Separator(parent=self))
        column.addLayout(line)

    def show_row(
        self, row: Offerable, words: Words, currency: Currency, manager: str, *, is_first_choice: bool
    ) -> None:
        """Another remedy, or the same one offered by now; ``manager`` is asked for what is above authority."""
        self._row = row
        idea, what = row.idea, self._what(row.idea, words)
        self.icon.set_icon("lock" if row.is_above else "check", "ink3" if row.is_above else "accent")
        say(self.words, what)
        say(self.sum, formats.money(idea.amount, currency) if idea.amount else self.tr("No cost"))
        self._show_button(row, what, manager, is_first_choice=is_first_choice)
        self.setToolTip(plain_tool_tip(self._why(row)))

    def _show_button(self, row: Offerable, what: str, manager: str, *, is_first_choice: bool) -> None:
        button = self.button
        is_offered = row.place is not None
        if is_offered:
            shown = spoken = self.tr("Asked") if row.is_above else self.tr("Offered")
        elif row.is_above:
            theme, name = theme_of(self), plain(manager)
            short = elided(theme.font("guest"), name, theme.metrics.px(_LONGEST_NAME))
            shown, spoken = self._ask(short), self._ask(name)
        else:
            shown = spoken = self.tr("Offer")
        button.setCheckable(is_offered)
        button.setChecked(is_offered)
        button.set_icon("check" if is_offered else None)
        kind = "accent" if is_first_choice else "plain"
        if button.kind != kind:
            button.set_kind("accent" if is_first_choice else "plain")
        say(button, shown)
        button.setAccessibleName(self._joined(spoken, what))
        does = self.tr("Press to take it back.") if is_offered else self._why(row)
        button.setAccessibleDescription(f"{self.sum.text()}. {does}".strip())

    def _on_clicked(self) -> None:
        if self._row is not None:
            self.button.setChecked(self._row.place is not None)  # what is true is painted, not what was pressed
            self._pressed(self._row)

    def _what(self, idea: RemedyIdea, words: Words) -> str:
        term, note = words.term("remedy", idea.kind.value), plain(idea.note)
        return self._joined(term, note) if note else term

    def _ask(self, manager: str) -> str:
        return named(self.tr("Ask {manager}"), manager) if manager else self.tr("Ask the manager")

    def _joined(self, first: str, second: str) -> str:
        return self.tr("{first}: {second}").format(first=first, second=second)

    def _why(self, row: Offerable) -> str:
        """The reason of a suggestion (design.md 1, 4); empty for what somebody thought of at the counter."""
        idea = row.idea
        if not row.is_known:
            return ""
        if idea.times == 0:
            return self.tr("Usual for this kind of complaint.")
        helped = (
            self.tr("It helped in 1 case.")
            if idea.times == 1
            else self.tr("It helped in {n} cases.").format(n=formats.count(idea.times))
        )
        if idea.satisfaction is None:
            return helped
        score = f"{idea.satisfaction:.1f}"
        return self.tr("{helped} Their guests gave {score} of 5.").format(helped=helped, score=score)
