"""The words to say, big enough to be read at arm's length (design.md 3, say)."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.guides.apology import Part
from desktop.ui.letter.state import LetterState
from desktop.ui.widgets import Panel, PlainLabel, scrolling
from desktop.words import Words

_WIDE = 900  #: logical pixels: longer lines are hard to follow while one speaks


class Spoken(Panel):
    """The parts in the order of speaking; those that are missing are left out."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._words = words
        page = QWidget()
        self._captions = {part: PlainLabel("", "meta", "ink2") for part in Part}
        self.says = {part: PlainLabel("", "say", wrap=True) for part in Part}
        self._blocks = {part: QWidget() for part in Part}
        inner = QVBoxLayout(page)
        inner.setContentsMargins(32, 24, 32, 24)
        inner.setSpacing(20)
        for part, block in self._blocks.items():
            lines = QVBoxLayout(block)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(4)
            lines.addWidget(self._captions[part])
            lines.addWidget(self.says[part])
            inner.addWidget(block)
        inner.addStretch(1)
        page.setMaximumWidth(_WIDE)
        self.area = scrolling(page, Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        self._say()

    def show_state(self, state: LetterState) -> None:
        """Shows what to say."""
        there = {part.part: part.text for part in state.apology.parts if part.is_there} if state.apology else {}
        for part, label in self.says.items():
            label.setText(there.get(part, ""))
            self._blocks[part].setVisible(part in there)

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self._words = words
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language of the window."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.area.setAccessibleName(self.tr("The words to say"))
        for part, label in self._captions.items():
            label.setText(self._words.term("apology_part", part.value))
