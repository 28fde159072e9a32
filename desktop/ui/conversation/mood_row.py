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
    """One mood as bars and word, where the room is scarce as the word alone; round only at the ends of the row."""

    has_bars = True

    def sizeHint(self) -> QSize:
        """Bars and word, bold or not."""
        theme = theme_of(self)
        return QSize(round(self._content() + 0.5) + 2 * _PADDING, theme.metrics.height("button_row"))

    def minimumSizeHint(self) -> QSize:
        """All of what is shown, close together."""
        return self.sizeHint() - QSize(2 * (_PADDING - _LEAST_PADDING), 0)

    def bars_width(self) -> float:
        """What the bars take of the width, with the gap behind them."""
        return bars_width(theme_of(self).metrics) + _GAP if self.has_bars else 0.0

    def show_bars(self, shown: bool) -> None:
        """Shows the bars or leaves them out."""
        if shown != self.has_bars:
            self.has_bars = shown
            self.update()

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
        if self.has_bars:
            paint_mood(painter, QRectF(left, 0, 30, self.height()), self.emotion, "", marks, theme.metrics)
        left += self.bars_width()
        ink = tokens.on_accent if chosen else tokens.ink2
        word = QRectF(left, 0, self.width() - left, self.height())
        paint_text(painter, word, self.word, theme.font("strong" if chosen else "body"), ink)

    def _content(self) -> float:
        return self.bars_width() + text_width(theme_of(self).font("strong"), self.word) + 1

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
        """Bars and words with room beside them."""
        return self._size_of([mood.sizeHint() for mood in self._segments()], with_bars=True)

    def minimumSizeHint(self) -> QSize:
        """All words, close together."""
        return self._size_of([mood.minimumSizeHint() for mood in self._segments()], with_bars=False)

    def arrange(self, width: int, *, move: bool) -> int:
        """One row; what is missing is taken from the room beside the words."""
        height, left = self.sizeHint().height(), 0
        if not move:
            return height
        segments = self._segments()
        close = self._size_of([mood.minimumSizeHint() for mood in segments], with_bars=True).width()
        for mood in segments:
            mood.show_bars(width >= close)
        wanted = [mood.sizeHint().width() for mood in segments]
        spare = max(0, sum(wanted) - width) / len(segments)
        for place, mood in enumerate(segments):
            right = sum(wanted[: place + 1]) - round(spare * (place + 1))
            mood.setGeometry(left, 0, right - left, height)
            left = right
        return height

    def _segments(self) -> list[_Segment]:
        return [mood for mood in self.moods if isinstance(mood, _Segment)]

    def _size_of(self, sizes: Sequence[QSize], *, with_bars: bool) -> QSize:
        """All segments side by side, whether or not their bars are shown at this moment."""
        bars = bars_width(theme_of(self).metrics) + _GAP if with_bars else 0.0
        shown = sum(mood.bars_width() for mood in self._segments())
        width = sum(size.width() for size in sizes) - shown + bars * len(sizes)
        return QSize(round(width + 0.5), sizes[0].height())
