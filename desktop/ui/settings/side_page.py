"""What is asked about a colleague in the place of their details: a title, a hint, and a foot with the way back."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.errors import UserError
from desktop.ui.widgets import Button, Panel, PlainLabel
from desktop.ui.widgets.button import Kind
from desktop.words import Words


class SidePage(Panel):
    """Who derives from it lays it out, with ``foot`` at the end. ``left`` goes back; ``kind`` is that of the verb."""

    left = Signal()

    def __init__(self, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__("surface", "left", parent)
        self._words: Words | None = None
        self._refusal: UserError | None = None
        self.title = PlainLabel("", "subtitle", wrap=True, max_lines=2)
        self.hint = PlainLabel("", "body", "ink2", wrap=True)
        self.back, self.button = Button(key="Esc"), Button(kind=kind)
        self.foot = QHBoxLayout()
        self.foot.addWidget(self.back)
        self.foot.addStretch(1)
        self.foot.addWidget(self.button)
        self.back.clicked.connect(self.left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        """Names everything in the language of the moment."""
