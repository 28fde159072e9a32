"""Remedies to offer at the counter: what one may give oneself, what somebody else must grant, what is offered."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.commands import RemedyOffer
from desktop.domain.money import Currency
from desktop.domain.past_help import RemedyIdea
from desktop.ui import formats
from desktop.ui.intake.naming import named
from desktop.ui.intake.offer_editor import OfferEditor
from desktop.ui.intake.offer_row import OfferRow
from desktop.ui.intake.offerable import Offerable, goodwill, is_above, offerables
from desktop.ui.intake.parts import say
from desktop.ui.intake.state import IntakeState
from desktop.ui.moves import Allowance
from desktop.ui.widgets import Button, PlainLabel, Separator, announce
from desktop.ui.widgets.tabbing import order_tabs
from desktop.words import Words, plain

_Shown = tuple[tuple[RemedyIdea, ...], tuple[RemedyOffer, ...], Allowance | None, str]


class OffersPart(QWidget):
    """``offer`` is called with what is offered, ``take_back`` with the place of an offer in the form.

    What is offered already counts against the allowance: rows that no longer fit say whom to ask.
    """

    def __init__(
        self,
        offer: Callable[[RemedyIdea], None],
        take_back: Callable[[int], None],
        words: Words,
        currency: Currency,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._offer, self._take_back, self._words, self._currency = offer, take_back, words, currency
        self._shown: _Shown = (), (), None, ""
        self._began_at: datetime | None = None
        self.title = PlainLabel("", "strong", wrap=True)
        self.limit = PlainLabel("", "meta", "ink2")
        self.rows: list[OfferRow] = []
        self.total = PlainLabel("", "meta", "ink2", wrap=True)
        self.more = Button(kind="ghost", icon="plus", size="row")
        self.more.clicked.connect(self._open)
        self.editor = OfferEditor(words, currency, self)
        self.editor.hide()
        self.editor.made.connect(self._on_made)
        self.editor.left.connect(self._close)
        self.editor.typed.connect(self._say_editor)
        self._build()
        self._set_words()

    def set_words_source(self, words: Words) -> None:
        """The words of another language."""
        self._words = words
        self.editor.set_words_source(words)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def paint(self, state: IntakeState) -> None:
        """Shows a state; another conversation begins without what was half typed in the one before."""
        if state.began_at != self._began_at:
            if self._began_at is not None:
                self.editor.clear()
                self._show_editor(False)
            self._began_at = state.began_at
        shown = (state.ideas, state.form.offers, state.allowance, state.manager)
        if shown == self._shown:
            return
        before, self._shown = self._shown, shown
        self._show()
        if before[1] != shown[1] and self.total.text():
            announce(self, self.total.text())

    def has_open_end(self) -> bool:
        """Whether something half typed stands in the editor; if so, the cursor goes there."""
        if self.editor.isHidden() or self.editor.is_blank:
            return False
        self.editor.offer.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.limit, 0, Qt.AlignmentFlag.AlignVCenter)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(6)
        column.addLayout(self._list)
        column.addWidget(Separator(parent=self))
        column.addSpacing(4)
        column.addWidget(self.total)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.editor)

    def _show(self) -> None:
        ideas, offers, allowance, manager = self._shown
        rows = offerables(ideas, offers, allowance)
        had_focus = next((place for place, row in enumerate(self.rows) if row.button.hasFocus()), None)
        self._make_rows(len(rows))
        first = next((place for place, row in enumerate(rows) if row.is_known and not row.is_above), None)
        if offers:
            first = None  # the first choice was made
        for place, (widget, row) in enumerate(zip(self.rows, rows, strict=True)):
            widget.show_row(row, self._words, self._currency, manager, is_first_choice=place == first)
        if had_focus is not None and had_focus >= len(self.rows):
            (self.rows[-1].button if self.rows else self.more).setFocus(Qt.FocusReason.OtherFocusReason)
        self._say_limit(allowance)
        self._say_total(rows, offers, manager)
        self._say_editor()

    def _make_rows(self, number: int) -> None:
        """As many rows as needed; those that stay keep the cursor."""
        while len(self.rows) > number:
            row = self.rows.pop()
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < number:
            row = OfferRow(self._on_pressed, self)
            self._list.addWidget(row)
            self.rows.append(row)
            row.show()
            order_tabs(self)  # what was made anew came last

    def _say_limit(self, allowance: Allowance | None) -> None:
        if allowance is None:
            say(self.limit, "")
        elif allowance.left is None:
            say(self.limit, self.tr("No limit"))
        else:
            limit = formats.money(max(0, allowance.left), self._currency)
            say(self.limit, self.tr("Your limit {sum} a case").format(sum=limit))

    def _say_total(self, rows: tuple[Offerable, ...], offers: tuple[RemedyOffer, ...], manager: str) -> None:
        total = goodwill(offers)
        said = self.tr("{sum} offered in all.").format(sum=formats.money(total, self._currency)) if total else ""
        asks = any(row.is_above and row.place is not None for row in rows)
        if asks:
            nobody = self.tr("Above your limit: the manager is asked first.")
            by_name = named(self.tr("Above your limit: {manager} is asked first."), plain(manager, 40))
            said = self.tr("{sum} {why}").format(sum=said, why=by_name if manager else nobody)
        say(self.total, said)
        self.total.set_tone("p2" if asks else "ink2")
        self.total.setVisible(bool(said))

    def _say_editor(self) -> None:
        _, offers, allowance, manager = self._shown
        if not is_above(self.editor.amount_now(), offers, allowance):
            self.editor.set_offer_words(self.tr("Offer"))
        elif manager:
            self.editor.set_offer_words(named(self.tr("Ask {manager}"), plain(manager, 24)))
        else:
            self.editor.set_offer_words(self.tr("Ask the manager"))

    def _on_pressed(self, row: Offerable) -> None:
        if row.place is None:
            self._offer(row.idea)
        else:
            self._take_back(row.place)

    def _on_made(self, idea: RemedyIdea) -> None:
        self.editor.clear()
        self._close()
        self._offer(idea)

    def _open(self) -> None:
        self._show_editor(True)
        self.editor.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        """Puts the editor away; what stands in it is there when it is opened again."""
        had_focus = self.editor.isAncestorOf(self.focusWidget())
        self._show_editor(False)
        if had_focus:
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_editor(self, shown: bool) -> None:
        self.editor.setVisible(shown)
        self.more.setVisible(not shown)

    def _set_words(self) -> None:
        say(self.title, self.tr("Remedies you can offer"))
        say(self.more, self.tr("Something else…"))
        self.more.setAccessibleName(self.tr("Offer something else"))
        self._show()
