"""Small helpers for paint events and delegates: crisp edges, text that fits, fonts of a role."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from desktop.ui.theme.fonts import resized
from desktop.ui.theme.metrics import Metrics, Role

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter

_SHORT = 400  #: characters; how longer paragraphs break is not kept in memory


def font_for(painter: QPainter, metrics: Metrics, role: Role, weight: int | None = None) -> QFont:
    """The painter's family in the size and weight of a type role."""
    return resized(painter.font(), metrics.role(role), weight)


def text_width(font: QFont, text: str) -> float:
    """How far a line of text reaches, in logical pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)


def elided(font: QFont, text: str, width: float) -> str:
    """The text, cut with … where it is wider than ``width`` logical pixels. Line breaks become spaces."""
    return QFontMetricsF(font).elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, width)


def paint_text(
    painter: QPainter, rect: QRectF, text: str, font: QFont, colour: str, align: Qt.AlignmentFlag = LEFT
) -> None:
    """Paints one line of plain text, cut with … where it doesn't fit."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, int(align | Qt.TextFlag.TextSingleLine), elided(font, text, rect.width() + 0.5))


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


def wrapped(text: str, font: QFont, width: float, max_lines: int = 0) -> list[str]:
    """Plain text broken into lines of at most ``width`` logical pixels, by Qt's rules (Chinese ones included).

    Line breaks in the text stay. ``max_lines`` above 0 keeps that many; the last one then ends with … if more
    would follow.
    """
    lines: list[str] = []
    kept = QFont(font)  # the caller's may change later
    for paragraph in text.splitlines() or [""]:
        lines += (_broken_before if len(paragraph) <= _SHORT else _broken)(paragraph, kept, width)
    if 0 < max_lines < len(lines):
        rest = " ".join(line.strip() for line in lines[max_lines - 1 :])
        lines = [*lines[: max_lines - 1], elided(font, rest, width)]
        if not lines[-1].endswith("…"):
            lines[-1] += "…"
    return lines


def _broken(paragraph: str, font: QFont, width: float) -> tuple[str, ...]:
    layout = QTextLayout(paragraph, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = paragraph.encode("utf-16-le")  # Qt counts UTF-16 units
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        start, length = 2 * line.textStart(), 2 * line.textLength()
        lines.append(units[start : start + length].decode("utf-16-le", errors="replace").rstrip())
    layout.endLayout()
    return tuple(lines) or ("",)


#: Layouts ask for the same labels at the same few widths over and over.
_broken_before = lru_cache(maxsize=4096)(_broken)


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
    painter.setFont(font)
    painter.setPen(QColor(colour))
    flags = int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    for row, line in enumerate(lines):
        painter.drawText(QRectF(rect.left(), rect.top() + row * line_height, rect.width(), line_height), flags, line)
