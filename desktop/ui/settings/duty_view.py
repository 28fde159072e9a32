"""The duty card as everyone reads it: whom to call, on which number, and when."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.site_settings import DutyCard, DutyLine
from desktop.ui.widgets import Card, EmptyState, PlainLabel, Separator


class DutyCardView(Card):
    """A card to read. Numbers can be marked and copied; what looks like markup is shown as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._card = DutyCard()
        self.empty = EmptyState("phone", "")
        self.numbers: list[PlainLabel] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.note = PlainLabel("", "body", "ink2", wrap=True, copyable=True)
        self.body.addWidget(self.empty)
        self.body.addLayout(self._lines)
        self.body.addWidget(self.note)
        self._set_words()

    def show_card(self, card: DutyCard) -> None:
        """Shows a card."""
        self._card = card
        self.numbers = []
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, line in enumerate(card.lines):
            if place:
                self._lines.addWidget(Separator())
            self._lines.addWidget(self._line(line))
        self.note.setText(card.note)
        self.note.setVisible(bool(card.note.strip()))
        self.empty.setVisible(card.is_blank)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _line(self, line: DutyLine) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        number = PlainLabel(line.number, "subtitle", "accent", copyable=True)
        self.numbers.append(number)
        column.addWidget(PlainLabel(line.who, "strong", wrap=True))
        column.addWidget(number)
        if line.when:
            column.addWidget(PlainLabel(line.when, "meta", "ink2", wrap=True))
        return holder

    def _set_words(self) -> None:
        self.set_title(self.tr("Whom to call"))
        self.empty.set_texts(self.tr("Nobody is on the duty card yet"), self.tr("A manager writes it in the settings."))
        self.show_card(self._card)
