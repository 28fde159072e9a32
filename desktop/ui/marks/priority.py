"""Priority: octagon with "!", triangle, square, ring; and the band's name in the same colour (design.md 5)."""

from math import cos, pi, sin

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop.domain.kinds import Band
from desktop.ui.marks.base import MarkWidget
from desktop.ui.theme.fonts import resized
from desktop.ui.theme.metrics import Metrics
from desktop.ui.theme.painting import centred, paint_text, text_width
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tokens

_GAP = 5


def band_colour(band: Band, tokens: Tokens) -> str:
    """The colour of a band; its shape says the same."""
    return {Band.P1: tokens.p1, Band.P2: tokens.p2, Band.P3: tokens.p3, Band.P4: tokens.p4}[band]


def paint_priority_shape(painter: QPainter, rect: QRectF, band: Band, tokens: Tokens) -> None:
    """Paints the band's shape over a square ``rect`` (16 or 20 logical pixels)."""
    colour = QColor(band_colour(band, tokens))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    unit = rect.width() / 16
    if band is Band.P1:
        painter.drawPolygon(_octagon(rect))
        painter.setBrush(QColor(tokens.on_p1))
        middle = rect.center().x()
        painter.drawRoundedRect(QRectF(middle - unit, rect.top() + 3.6 * unit, 2 * unit, 5.2 * unit), unit, unit)
        painter.drawEllipse(QPointF(middle, rect.top() + 11.4 * unit), 1.2 * unit, 1.2 * unit)
    elif band is Band.P2:
        painter.drawPath(_triangle(rect, unit))
    elif band is Band.P3:
        painter.drawRoundedRect(rect.adjusted(2 * unit, 2 * unit, -2 * unit, -2 * unit), 1.5 * unit, 1.5 * unit)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1.9 * unit))
        painter.drawEllipse(rect.center(), 5.4 * unit, 5.4 * unit)
    painter.restore()


def paint_priority(
    painter: QPainter, rect: QRectF, band: Band, tokens: Tokens, metrics: Metrics, size: int = 16
) -> None:
    """Paints shape and bold band name at the left of ``rect``, in its middle by height."""
    side = metrics.px(size)
    shape = centred(QRectF(rect.left(), rect.top(), side, rect.height()), side, side)
    paint_priority_shape(painter, shape, band, tokens)
    left = shape.right() + _GAP
    words = QRectF(left, rect.top(), rect.right() - left, rect.height())
    paint_text(painter, words, band.value, _font(painter.font(), metrics, size), band_colour(band, tokens))


def priority_width(base: QFont, band: Band, metrics: Metrics, size: int = 16) -> float:
    """How wide shape and name are in logical pixels; ``base`` gives the font's family."""
    return metrics.px(size) + _GAP + text_width(_font(base, metrics, size), band.value) + 1


def _font(base: QFont, metrics: Metrics, size: int) -> QFont:
    return resized(base, metrics.role("section" if size > 16 else "strong"), 700)


def _octagon(rect: QRectF) -> QPolygonF:
    radius = rect.width() / 2 * 0.98
    angles = [pi / 8 + n * pi / 4 for n in range(8)]
    centre = rect.center()
    return QPolygonF([QPointF(centre.x() + radius * cos(a), centre.y() + radius * sin(a)) for a in angles])


def _triangle(rect: QRectF, unit: float) -> QPainterPath:
    """A triangle with slightly rounded corners: a thin stroke with round joins around a smaller one."""
    path = QPainterPath()
    path.moveTo(rect.center().x(), rect.top() + 2 * unit)
    path.lineTo(rect.right() - 1.2 * unit, rect.bottom() - 2.2 * unit)
    path.lineTo(rect.left() + 1.2 * unit, rect.bottom() - 2.2 * unit)
    path.closeSubpath()
    return path


class PriorityMark(MarkWidget):
    """Shape and band of one case; 20 logical pixels in the case header."""

    def __init__(self, band: Band, score: int | None = None, *, size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.set_priority(band, score)

    def set_priority(self, band: Band, score: int | None = None) -> None:
        """Another band and score."""
        self._band, self._score = band, score
        self._speak()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)

    def _speak(self) -> None:
        number = self._band.value.removeprefix("P")
        if self._score is None:
            self.refresh(self.tr("Priority {number}").format(number=number))
        else:
            self.refresh(self.tr("Priority {number}, score {score}").format(number=number, score=self._score))

    def measure(self, theme: Theme) -> tuple[float, float]:
        """Shape and name in a row."""
        width = priority_width(theme.font("body"), self._band, theme.metrics, self._size)
        return width, max(theme.metrics.px(self._size), theme.metrics.role("body").line)

    def paint_mark(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paints shape and name."""
        paint_priority(painter, rect, self._band, theme.tokens, theme.metrics, self._size)
