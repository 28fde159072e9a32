"""What helps and what hurts at this step, in two columns (design.md 7, Conversation)."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.conversation.icon_lines import IconLines
from desktop.ui.conversation.kept import Kept
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import PlainLabel

_GAP, _AIR, _UNDER_TITLE = 16, 12, 4


class HintsPart(Kept):
    """Do with checks, don't with crosses; a line above across the card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides = 0, 0
        self.do, self.dont = IconLines("check", "accent"), IconLines("x", "p1")
        self._titles = PlainLabel(role="strong", tone="ink2"), PlainLabel(role="strong", tone="ink2")
        for title, lines in zip(self._titles, (self.do, self.dont), strict=True):
            self.add_widget(title)
            self.add_widget(lines)
        self._set_words()

    def set_padding(self, left: int, right: int) -> None:
        """The room at both sides, in logical pixels."""
        if (left, right) != self._sides:
            self._sides = left, right
            self._follow()

    def show_hints(self, do: Sequence[str], dont: Sequence[str]) -> None:
        """Shows the lines of a step."""
        if (tuple(do), tuple(dont)) != (self.do.texts(), self.dont.texts()):
            self.do.show_lines(do)
            self.dont.show_lines(dont)
            self.forget()

    def arrange(self, width: int, *, move: bool) -> int:
        """Two columns of the same width."""
        left, right = self._sides
        column = max(1, (width - left - right - _GAP) // 2)
        title_height = theme_of(self).metrics.role("strong").line
        lowest = 0
        for x, title, lines in zip((left, left + column + _GAP), self._titles, (self.do, self.dont), strict=True):
            top, height = _AIR + title_height + _UNDER_TITLE, lines.heightForWidth(column)
            if move:
                title.setGeometry(x, _AIR, column, title_height)
                lines.setGeometry(x, top, column, height)
            lowest = max(lowest, top + height)
        return lowest + _AIR

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the line above."""
        QPainter(self).fillRect(QRectF(0, 0, self.width(), 1), QColor(theme_of(self).tokens.line))

    def _set_words(self) -> None:
        do, dont = self._titles
        do.setText(self.tr("Do"))
        dont.setText(self.tr("Don’t"))
