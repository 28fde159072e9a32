"""Mood: five rising bars and the word. Never red: mood is not a verdict (design.md 5)."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

from desktop.ui.marks.base import MarkWidget
from desktop.ui.theme.fonts import resized
from desktop.ui.theme.metrics import Metrics
from desktop.ui.theme.painting import font_for, paint_text, text_width
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tokens

BARS = 5
_WIDTH, _STEP, _LOWEST, _RISE = 3.5, 5.0, 4, 2
_GAP = 6


def bars_width(metrics: Metrics) -> float:
    """How wide the five bars are, in logical pixels."""
    return ((BARS - 1) * _STEP + _WIDTH) * metrics.text_size / 100


def mood_width(base: QFont, word: str, metrics: Metrics) -> float:
    """How wide bars and word are in logical pixels; ``base`` gives the font's family."""
    words = text_width(resized(base, metrics.role("meta")), word)
    return bars_width(metrics) + (_GAP + words + 1 if word else 0)


def paint_mood(painter: QPainter, rect: QRectF, emotion: int, word: str, tokens: Tokens, metrics: Metrics) -> None:
    """Paints the bars at the left of ``rect`` and the word after them; ``emotion`` runs from 0 (calm) to 4.

    An empty word leaves the bars alone (compact rows, where the word is in the tool tip and the row's name).
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    scale = metrics.text_size / 100
    foot = round(rect.center().y() + (_LOWEST + (BARS - 1) * _RISE) * scale / 2)
    for bar in range(BARS):
        height = (_LOWEST + bar * _RISE) * scale
        painter.setBrush(QColor(tokens.ink if bar <= emotion else tokens.line2))
        box = QRectF(rect.left() + bar * _STEP * scale, foot - height, _WIDTH * scale, height)
        painter.drawRoundedRect(box, 1, 1)
    painter.restore()
    if word:
        left = rect.left() + bars_width(metrics) + _GAP
        words = QRectF(left, rect.top(), rect.right() - left, rect.height())
        paint_text(painter, words, word, font_for(painter, metrics, "meta"), tokens.ink)


class MoodMark(MarkWidget):
    """The mood of one guest; screen readers hear ``name`` or else the word."""

    def __init__(self, emotion: int, word: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_mood(emotion, word, name)

    def set_mood(self, emotion: int, word: str, name: str = "") -> None:
        """Another mood (0 to 4) with its word."""
        self._emotion, self._word = emotion, word
        self.refresh(name or word)

    def measure(self, theme: Theme) -> tuple[float, float]:
        """Bars and word in a row."""
        return mood_width(theme.font("body"), self._word, theme.metrics), theme.metrics.role("meta").line

    def paint_mark(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paints bars and word."""
        paint_mood(painter, rect, self._emotion, self._word, theme.tokens, theme.metrics)
