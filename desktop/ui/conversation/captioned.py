"""A short caption and the words that belong to it, such as *Done when: they've said it all*."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from desktop.ui.conversation.kept import Kept
from desktop.ui.theme.metrics import Role
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import PlainLabel
from desktop.ui.widgets.arranged import height_at
from desktop.ui.widgets.label import Tone

_GAP, _NARROWEST = 8, 160


class Captioned(Kept):
    """Words wrap beside their caption."""

    def __init__(self, caption: tuple[Role, Tone], tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption = PlainLabel(role=caption[0], tone=caption[1])
        self.words = PlainLabel(tone=tone, wrap=True)
        self._role: Role = caption[0]
        self.add_widget(self.caption)
        self.add_widget(self.words)
        theme_of(self).changed.connect(self._follow)

    def show_words(self, words: str, caption: str | None = None) -> None:
        """Other words, perhaps under another caption."""
        for label, text in ((self.words, words), (self.caption, caption)):
            if text is not None and label.text() != text:
                label.setText(text)
                self.forget()

    def least(self) -> QSize:
        """Narrow if it must be."""
        return QSize(_NARROWEST, 0)

    def arrange(self, width: int, *, move: bool) -> int:
        """The caption at left, the words on its line."""
        metrics = theme_of(self).metrics
        line, body = metrics.role(self._role).line, metrics.role("body").line
        left = min(self.caption.sizeHint().width(), width // 2) + _GAP
        height, top = height_at(self.words, width - left), max(0, line - body)
        if move:
            self.caption.setGeometry(0, 0, left - _GAP, line)
            self.words.setGeometry(left, top, width - left, height)
        return max(line, top + height)
