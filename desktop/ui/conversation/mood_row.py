"""The moods in a compact window: five segments with rising bars and words (design.md 7, Conversation)."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.conversation.mood_group import MoodButton, MoodGroup
from desktop.ui.marks.mood import BARS, bars_width, paint_mood
from desktop.ui.theme.metrics import RADIUS_CONTROL
from desktop.ui.theme.painting import paint_text, text_width
from desktop.ui.theme.theme import theme_of

_PADDING, _LEAST_PADDING, _GAP = 10, 4, 6


class _Segment(MoodButton):
    """One mood as bars and word; round only at the ends of the row."""

    def sizeHint(self) -> QSize:
        """Bars and word, bold or not."""
        theme = theme_of(self)
        return QSize(round(self._content() + 0.5) + 2 * _PADDING, theme.metrics.height("button_row"))

    def minimumSizeHint(self) -> QSize:
        """All of the word."""
        return self.sizeHint() - QSize(2 * (_PADDING - _LEAST_PADDING), 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints box, bars and word."""
        theme, painter = theme_of(self), QPainter(self)
        tokens, chosen = theme.tokens, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = tokens.accent if chosen else tokens.hover if self.underMouse() else tokens.surface
        painter.fillPath(self._outline(0), QColor(fill))
        painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.line2), 1))
        painter.drawPath(self._outline(0.5))
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.ink if chosen else tokens.accent), 2))
            painter.drawPath(self._outline(1))
        left = (self.width() - self._content()) / 2
        marks = replace(tokens, ink=tokens.on_accent, line2=tokens.tint_line) if chosen else tokens
        paint_mood(painter, QRectF(left, 0, 30, self.height()), self.emotion, "", marks, theme.metrics)
        left += bars_width(theme.metrics) + _GAP
        ink = tokens.on_accent if chosen else tokens.ink2
        word = QRectF(left, 0, self.width() - left, self.height())
        paint_text(painter, word, self.word, theme.font("strong" if chosen else "body"), ink)

    def _content(self) -> float:
        theme = theme_of(self)
        return bars_width(theme.metrics) + _GAP + text_width(theme.font("strong"), self.word) + 1

    def _outline(self, inset: float) -> QPainterPath:
        first, last = self.emotion == 0, self.emotion == BARS - 1
        rect = QRectF(self.rect()).adjusted(inset if first else inset - 1, inset, -inset, -inset)
        radius, path, square = RADIUS_CONTROL - inset, QPainterPath(), QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        middle = rect.center().x()
        if not first:
            square.addRect(QRectF(rect.left(), rect.top(), middle - rect.left(), rect.height()))
        if not last:
            square.addRect(QRectF(middle, rect.top(), rect.right() - middle, rect.height()))
        return path.united(square).simplified()


class MoodRow(MoodGroup):
    """A five-part segmented row."""

    button_type = _Segment

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self._follow)

    def set_words(self, words: Sequence[tuple[str, str]]) -> None:
        """A word and its meaning for each mood."""
        super().set_words(words)
        self._follow()

    def sizeHint(self) -> QSize:
        """All words with room beside them."""
        sizes = [mood.sizeHint() for mood in self.moods]
        return QSize(sum(size.width() for size in sizes), sizes[0].height())

    def minimumSizeHint(self) -> QSize:
        """All words, close together."""
        sizes = [mood.minimumSizeHint() for mood in self.moods]
        return QSize(sum(size.width() for size in sizes), sizes[0].height())

    def arrange(self, width: int, *, move: bool) -> int:
        """One row; what is missing is taken from the room beside the words."""
        wanted, left = self.sizeHint(), 0
        spare = max(0, wanted.width() - width) / len(self.moods)
        for place, mood in enumerate(self.moods if move else ()):
            right = sum(one.sizeHint().width() for one in self.moods[: place + 1]) - round(spare * (place + 1))
            mood.setGeometry(left, 0, right - left, wanted.height())
            left = right
        return wanted.height()
