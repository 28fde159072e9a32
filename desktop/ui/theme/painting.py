"""Small helpers for paint events and delegates: crisp edges, text that fits, fonts of a role."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from desktop.ui.theme.fonts import resized
from desktop.ui.theme.metrics import Metrics, Role
from desktop.ui.theme.texts import draw_line, elided, text_width, wrapped

__all__ = [
    "CENTRE",
    "LEFT",
    "RIGHT",
    "centred",
    "elided",
    "font_for",
    "paint_bar",
    "paint_edge",
    "paint_lines",
    "paint_text",
    "text_width",
    "wrapped",
]

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def font_for(painter: QPainter, metrics: Metrics, role: Role, weight: int | None = None) -> QFont:
    """The painter's family in the size and weight of a type role."""
    return resized(painter.font(), metrics.role(role), weight)


def paint_text(
    painter: QPainter, rect: QRectF, text: str, font: QFont, colour: str, align: Qt.AlignmentFlag = LEFT
) -> None:
    """Paints one line of plain text, cut with … where it doesn't fit."""
    painter.setPen(QColor(colour))
    draw_line(painter, rect, elided(font, text, rect.width() + 0.5), font, align)


def paint_edge(painter: QPainter, rect: QRectF, colour: str, width: float, radius: float, fill: str = "") -> None:
    """Paints a rounded box whose edge lies wholly inside ``rect``."""
    inset = width / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), width) if colour else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)


def paint_bar(painter: QPainter, rect: QRectF, share: float, colour: str, track: str) -> None:
    """Paints a bar filled from the left by ``share`` (0 to 1) on its track; anything used shows at least a dot."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = rect.height() / 2
    painter.setBrush(QColor(track))
    painter.drawRoundedRect(rect, radius, radius)
    share = max(0.0, min(1.0, share))
    if share > 0:
        painter.setBrush(QColor(colour))
        used = QRectF(rect)
        used.setWidth(max(rect.height(), rect.width() * share))
        painter.drawRoundedRect(used, radius, radius)


def centred(rect: QRectF, width: float, height: float) -> QRectF:
    """A box of this size in the middle of ``rect``, on whole pixels."""
    left = round(rect.left() + (rect.width() - width) / 2)
    top = round(rect.top() + (rect.height() - height) / 2)
    return QRectF(QPointF(left, top), QPointF(left + width, top + height))


def paint_lines(
    painter: QPainter,
    rect: QRectF,
    lines: list[str],
    font: QFont,
    colour: str,
    line_height: float,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Paints lines of plain text from the top of ``rect`` downwards, ``line_height`` logical pixels each."""
    painter.setPen(QColor(colour))
    within = _in_the_middle(align)
    for row, line in enumerate(lines):
        box = QRectF(rect.left(), rect.top() + row * line_height, rect.width(), line_height)
        draw_line(painter, box, line, font, within)


@lru_cache(maxsize=32)
def _in_the_middle(align: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    """Kept: flags are dear to combine in Python."""
    return align | Qt.AlignmentFlag.AlignVCenter
