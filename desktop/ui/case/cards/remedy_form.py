"""The forms of the remedy card: the picker for an offer, and the answer to one that waits for an approval."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.domain.authority import AuthorityLeft
from desktop.domain.commands import RemedyOffer
from desktop.domain.kinds import RemedyKind
from desktop.domain.money import Currency, parse_amount
from desktop.domain.texts import is_blank
from desktop.errors import UserError
from desktop.ui.case.cards.fields import Choice, TextLine
from desktop.ui.case.cards.form import InlineForm
from desktop.ui.widgets import Button, FlowRow, PlainLabel
from desktop.words import Words

_WORDS = ("solution", "beyond_expectation", "prevention")


class RemedyForm(InlineForm):
    """What is offered: kind, sum, a note; for a sum that the law sets, its law card. Above one's limit it asks."""

    def __init__(
        self, currency: Currency, money: Callable[[int], str], *, leads: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._currency, self._money, self._leads = currency, money, leads
        self._left: AuthorityLeft | None = None
        self.kind, self.amount, self.note, self.law_card = Choice(), TextLine(), TextLine(), TextLine()
        self.amount.set_trailing(currency.code)
        self.replaces = QCheckBox()
        self.texts = {name: TextLine() for name in _WORDS}
        self.more = Button(kind="link", size="small")
        self.add_field("kind", self.kind, "remedies")
        self.add_field("amount", self.amount)
        self.add_field("law_card", self.law_card, "card")
        self.add_field("note", self.note)
        self.add_field("replaces", self.replaces)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        for name, field in self.texts.items():
            self.add_field(name, field).hide()
        self.add_buttons()
        self.kind.currentIndexChanged.connect(self._follow)
        self.amount.textChanged.connect(self._follow)
        self.more.clicked.connect(self._on_more)

    def set_words(self, words: Words) -> None:
        """Says the phrases of the form."""
        self.kind.offer([(kind.value, words.term("remedy", kind.value)) for kind in RemedyKind])
        labels = {
            "kind": self.tr("Kind"),
            "amount": self.tr("Sum"),
            "law_card": self.tr("Law card"),
            "note": self.tr("Note"),
            "replaces": "",
            "solution": self.tr("Solution"),
            "beyond_expectation": self.tr("Beyond"),
            "prevention": self.tr("Prevention"),
        }
        for name, label in labels.items():
            self.row(name).set_label(label)
        self.amount.setPlaceholderText(self.tr("Empty: no cost"))
        self.note.setPlaceholderText(self.tr("What exactly, by when"))
        self.replaces.setText(self.tr("Replaces what was offered"))
        self.replaces.setAccessibleName(self.replaces.text())
        self.texts["solution"].setPlaceholderText(self.tr("What solves it"))
        self.texts["beyond_expectation"].setPlaceholderText(self.tr("More than the guest expected"))
        self.texts["prevention"].setPlaceholderText(self.tr("What stops it happening again"))
        self.more.setText(self.tr("Solution in words"))
        self.leave.setText(self.tr("Cancel"))
        self._follow()

    def set_left(self, left: AuthorityLeft | None) -> None:
        """What the person may still give; None where that isn't known."""
        self._left = left
        self._follow()

    def offer_replacing(self, offered: bool) -> None:
        """Whether anything stands on the case that an offer could replace."""
        self.row("replaces").setVisible(offered)
        if not offered:
            self.replaces.setChecked(False)

    @property
    def asks(self) -> bool:
        """Whether what is entered needs an approval."""
        if self._is_statutory:
            return not self._leads
        return self._left is not None and not self._left.covers(self._entered())

    def offer(self, words: Words) -> RemedyOffer | None:
        """What is entered; None after saying at the field what is wrong."""
        text = self.amount.text().strip()
        try:
            amount = parse_amount(text, self._currency) if text else 0
        except UserError as error:
            self.say_wrong("amount", words.error(error))
            return None
        if self._is_statutory and is_blank(self.law_card.text()):
            self.say_wrong("law_card", words.error(UserError("law_card_missing", "law_card")))
            return None
        if self._is_statutory and not amount:
            self.say_wrong("amount", self.tr("How much does the law set? Please enter the sum."))
            return None
        card = self.law_card.text().strip() if self._is_statutory else ""
        return RemedyOffer(RemedyKind(self.kind.code()), amount, self.note.text().strip(), card)

    def restore(self, kept: dict[str, str]) -> None:
        """Puts back what ``keep`` gave; the three texts show where one of them holds something."""
        super().restore(kept)
        if any(kept.get(name) for name in _WORDS):
            self._show_texts(shown=True)

    def reset(self) -> None:
        """Forgets what was typed."""
        super().reset()
        self._show_texts(shown=False)

    @property
    def _is_statutory(self) -> bool:
        return self.kind.code() == RemedyKind.STATUTORY_SUM

    def _entered(self) -> int:
        try:
            return parse_amount(self.amount.text().strip(), self._currency)
        except UserError:
            return 0

    def _follow(self) -> None:
        self.row("law_card").setVisible(self._is_statutory)
        self.row("amount").set_hint(self._hint())
        self.send.setText(self.tr("Ask for approval") if self.asks else self.tr("Offer this"))

    def _hint(self) -> str:
        left = self._left
        if self._is_statutory:
            return self.tr("A sum that the law sets passes the limits; a manager gives it, by its law card.")
        if left is None or left.most is None:
            return ""
        most = self._money(left.most)
        if self.asks:
            return self.tr("Above the {most} you may give: it waits for an approval.").format(most=most)
        if left.case is None:
            return self.tr("You may give up to {most} this month.").format(most=most)
        if left.month is None:
            return self.tr("You may give up to {most} on this case.").format(most=most)
        sentence = self.tr("You may give up to {most} on this case; {month} left this month.")
        return sentence.format(most=most, month=self._money(left.month))

    def _on_more(self) -> None:
        self._show_texts(shown=True)
        self.texts["solution"].setFocus()

    def _show_texts(self, *, shown: bool) -> None:
        self.more.setVisible(not shown)
        for name in _WORDS:
            self.row(name).setVisible(shown)


class DecisionForm(InlineForm):
    """An offer that waits for an approval: granted, or ``declined`` with a reason."""

    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked = PlainLabel("", "meta", "ink2", wrap=True)
        self.column.addWidget(self.asked)
        self.reason = TextLine()
        self.add_field("reason", self.reason)
        self.decline = Button(size="row")
        self.decline.clicked.connect(self._on_decline)
        self.send.set_key(None)
        self.leave.hide()
        self.column.addWidget(self.notice)
        buttons = FlowRow(gap=6)
        for button in (self.send, self.decline):
            buttons.add_widget(button)
        self.column.addWidget(buttons)

    def set_words(self) -> None:
        """Says the phrases of the form."""
        self.row("reason").set_label(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Needed to decline"))
        self.send.setText(self.tr("Approve"))
        self.decline.setText(self.tr("Decline"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the question open: it belongs to the case, not to the person."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keep(self) -> dict[str, str]:
        """The reason that is half typed."""
        reason = self.reason.text()
        return {"reason": reason} if reason else {}

    def restore(self, kept: dict[str, str]) -> None:
        """Puts back the reason; whether the question stands is the case's business."""
        self.reason.setText(kept.get("reason", ""))

    def _on_decline(self) -> None:
        if not self.is_sending:
            self.clear_errors()
            self.declined.emit()
