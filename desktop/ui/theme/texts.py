"""Texts measured, broken into lines and painted. Pages ask for the same over and over: what was found is remembered."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

_SHORT = 400  #: characters; longer texts are not remembered
_ENDLESS = float(1 << 24)  #: a line that never breaks

Found = TypeVar("Found")


class _Remembered(Generic[Found]):
    """What was found out about a text in a font; begins anew when it is full."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: dict[tuple[Hashable, ...], Found] = {}
        self.get = self._found.get
        self.clear = self._found.clear

    def keep(self, font: QFont, text: str, found: Found, *more: float) -> None:
        """Remembers it; the font's copy, as the caller may change his own."""
        if len(text) <= _SHORT:
            if len(self._found) >= self._most:
                self._found.clear()
            self._found[(QFont(font), text, *more)] = found


@dataclass(frozen=True, slots=True)
class _Line:
    """A text set in one line. It lives as long as its layout."""

    layout: QTextLayout
    line: QTextLine
    width: float
    advance: float
    height: float


_widths: _Remembered[float] = _Remembered(4096)
_cuts: _Remembered[str] = _Remembered(4096)
_breaks: _Remembered[tuple[str, ...]] = _Remembered(4096)
_lines: _Remembered[_Line] = _Remembered(1024)
_places: dict[Qt.AlignmentFlag, tuple[int, float, float]] = {}  #: flags are dear to combine in Python


def forget_texts() -> None:
    """Begins anew, as when fonts change: what was remembered is not asked for again."""
    for remembered in (_widths, _cuts, _breaks, _lines):
        remembered.clear()


def text_width(font: QFont, text: str) -> float:
    """How far a line of text reaches, in logical pixels."""
    width = _widths.get((font, text))
    if width is None:
        width = QFontMetricsF(font).horizontalAdvance(text)
        _widths.keep(font, text, width)
    return width


def elided(font: QFont, text: str, width: float) -> str:
    """The text, cut with … where it is wider than ``width`` logical pixels. Line breaks become spaces."""
    cut = _cuts.get((font, text, width))
    if cut is None:
        cut = QFontMetricsF(font).elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, width)
        _cuts.keep(font, text, cut, width)
    return cut


def wrapped(text: str, font: QFont, width: float, max_lines: int = 0) -> list[str]:
    """Plain text broken into lines of at most ``width`` logical pixels, by Qt's rules (Chinese ones included).

    Line breaks in the text stay. ``max_lines`` above 0 keeps that many; the last one then ends with … if more
    would follow.
    """
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        broken = _breaks.get((font, paragraph, width))
        if broken is None:
            broken = _broken(paragraph, font, width)
            _breaks.keep(font, paragraph, broken, width)
        lines += broken
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


def draw_line(painter: QPainter, rect: QRectF, text: str, font: QFont, align: Qt.AlignmentFlag) -> None:
    """Draws one line in the painter's pen, cut off at the edges of ``rect``.

    Gives the very pixels of ``QPainter.drawText``, which would find and place the glyphs anew each time.
    """
    flags, across, down = _places.get(align) or _place(align)
    painter.setFont(font)
    line = _lines.get((font, text))
    if line is None:
        if not text.isprintable() or len(text) > _SHORT:  # what Qt replaces, as a tab by a space, is left to it
            painter.drawText(rect, flags, text)
            return
        line = _set(text, font)
        _lines.keep(font, text, line)
    width, height = rect.width(), rect.height()
    corner = QPointF(rect.x() + across * (width - line.advance), rect.y() + down * (height - line.height))
    if line.width <= width and line.height <= height:
        line.line.draw(painter, corner)
        return
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    line.line.draw(painter, corner)
    painter.restore()


def _set(text: str, font: QFont) -> _Line:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_ENDLESS)
    layout.endLayout()
    return _Line(layout, line, line.naturalTextWidth(), line.horizontalAdvance(), line.ascent() + line.descent())


def _place(align: Qt.AlignmentFlag) -> tuple[int, float, float]:
    """An alignment as flags of ``drawText``, and which share of the spare room is left of the text and above it."""
    sides, kinds = int(align), Qt.AlignmentFlag
    across = 1.0 if sides & kinds.AlignRight.value else 0.5 if sides & kinds.AlignHCenter.value else 0.0
    down = 1.0 if sides & kinds.AlignBottom.value else 0.5 if sides & kinds.AlignVCenter.value else 0.0
    found = _places[align] = sides | Qt.TextFlag.TextSingleLine.value, across, down
    return found
