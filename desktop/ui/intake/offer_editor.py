"""Something else to offer, put together at the counter: what, how much, a note."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.kinds import RemedyKind
from desktop.domain.money import Currency, parse_amount
from desktop.domain.past_help import RemedyIdea
from desktop.domain.texts import check_line
from desktop.errors import UserError
from desktop.ui.choices.form_line import FormCombo, FormLine
from desktop.ui.intake.parts import say
from desktop.ui.moves.remedy_line import WITHOUT_SUM
from desktop.ui.widgets import Button, FieldRow, announce
from desktop.words import Words

KINDS = tuple(kind for kind in RemedyKind if kind is not RemedyKind.STATUTORY_SUM)  #: what the law sets is no gift


class OfferEditor(QWidget):
    """``made`` carries the idea, ``left`` that the person thought better of it, ``typed`` follows every change.

    Esc leaves the editor and goes no further, so that nothing is parked by mistake.
    """

    made = Signal(object)
    left = Signal()
    typed = Signal()

    def __init__(self, words: Words, currency: Currency, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._currency = words, currency
        self.kind = FormCombo()
        for kind in KINDS:
            self.kind.addItem("", kind.value)
        self.kind.setCurrentIndex(-1)
        self.note, self.amount = FormLine(), FormLine()
        self.amount.set_trailing(currency.code)
        self._rows = {name: FieldRow("", getattr(self, name), parent=self) for name in ("kind", "note", "amount")}
        self._refusals: tuple[UserError, ...] = ()
        self.offer = Button(kind="accent", size="row")
        self.cancel = Button(kind="ghost", size="row")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        for row in self._rows.values():
            column.addWidget(row)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.offer)
        column.addLayout(foot)
        self.kind.currentIndexChanged.connect(self._on_kind)
        for line in (self.note, self.amount):
            line.textEdited.connect(self._on_typed)
            line.returnPressed.connect(self._on_offer)
        self.offer.clicked.connect(self._on_offer)
        self.cancel.clicked.connect(self.left)
        self._set_words()

    @property
    def composing(self) -> bool:
        """Whether an input method holds text that is not decided yet."""
        return self.note.composing or self.amount.composing

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return self.kind.currentIndex() < 0 and not self.note.text() and not self.amount.text()

    def amount_now(self) -> int:
        """The sum in minor units; 0 where none can be read."""
        try:
            return self._amount()
        except UserError:
            return 0

    def set_words_source(self, words: Words) -> None:
        """The words of another language."""
        self._words = words
        self._set_words()

    def set_offer_words(self, words: str) -> None:
        """What the button says: above the person's authority somebody is asked."""
        say(self.offer, words)

    def clear(self) -> None:
        """Empties it."""
        self.kind.setCurrentIndex(-1)
        self.note.clear()
        self.amount.clear()
        self._tell(())

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keeps Esc from the page's own shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape and not self.composing:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _on_kind(self) -> None:
        self._rows["amount"].setVisible(self._takes_sum())
        self._on_typed()

    def _on_typed(self) -> None:
        self._tell(())
        self.typed.emit()

    def _on_offer(self) -> None:
        if self.composing:
            return
        refusals = []
        for check in (self._kind, self._amount, self._note):
            try:
                check()
            except UserError as refusal:
                refusals.append(refusal)
        self._tell(tuple(refusals))
        if not refusals:
            self.made.emit(RemedyIdea(self._kind(), self._note(), self._amount()))
            return
        row = self._rows[refusals[0].field]
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(row, row.error.text())

    def _kind(self) -> RemedyKind:
        code = self.kind.currentData()
        if code is None:
            raise UserError("missing", "kind")
        return RemedyKind(code)

    def _note(self) -> str:
        return check_line(self.note.text().strip(), "note")

    def _amount(self) -> int:
        text = self.amount.text().strip()
        return parse_amount(text, self._currency) if text and self._takes_sum() else 0

    def _takes_sum(self) -> bool:
        return self.kind.currentData() not in WITHOUT_SUM

    def _tell(self, refusals: tuple[UserError, ...]) -> None:
        if refusals == self._refusals:
            return
        self._refusals = refusals
        for name, row in self._rows.items():
            refusal = next((refusal for refusal in refusals if refusal.field == name), None)
            row.set_error(self._words.error(refusal) if refusal else "")

    def _set_words(self) -> None:
        self._rows["kind"].set_label(self.tr("Remedy"))
        self._rows["note"].set_label(self.tr("Note"))
        self._rows["amount"].set_label(self.tr("Sum"))
        self.kind.setPlaceholderText(self.tr("Choose"))
        for place, kind in enumerate(KINDS):
            self.kind.setItemText(place, self._words.term("remedy", kind.value))
        say(self.cancel, self.tr("Cancel"))
        refusals, self._refusals = self._refusals, ()
        self._tell(refusals)


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
