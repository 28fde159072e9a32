"""What draws on a page: text, rules, boxes and pictures, in points from the page's top left corner.

The operators of PDF are written here: a list of a thousand rows is mostly such operators, and ReportLab's own ways of
making them take three times as long.
"""

import io
from collections.abc import Sequence
from itertools import groupby
from typing import Literal

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from desktop.reports.text import Line, Style, one_line

Align = Literal["left", "right", "middle"]

HAIR, THIN, STRONG = 0.4, 0.6, 1.1  #: widths of rules in points
GREY = 0.25  #: for what is read second; dark enough for every printer
PALE = 0.78  #: for rules between rows

_CAPITAL = 0.714  #: how high a capital is, as a share of the size
_CURVE = 0.5523  #: how far the handles of a quarter of a circle reach, as a share of its radius

Point = tuple[float, float]


class Pen:
    """Draws on the pages of one document, one after another. Ink is black, paper white, greys from 0 (black) to 1."""

    def __init__(self, canvas: Canvas, height: float) -> None:
        self._canvas, self._height = canvas, height
        self._level = -1  # of the last bookmark
        # What a font numbers its characters by; ReportLab's own text takes it from there too.
        self._document = canvas._doc  # type: ignore[attr-defined]  # its stubs leave it out

    def line(self, x: float, top: float, line: Line, style: Style) -> None:
        """A line of text whose box (``style.leading`` high) begins at ``top``, from ``x`` to the right."""
        if not line.text:
            return
        baseline = self._height - top - (style.leading + _CAPITAL * style.size) / 2
        written = [f"BT {style.grey:g} g 1 0 0 1 {x:.2f} {baseline:.2f} Tm"]
        for face, characters in groupby(line.text, style.face.faces.__getitem__):
            codes = face.written("".join(characters), self._document)
            written.append(f"{face.getSubsetInternalName(0, self._document)} {style.size:g} Tf <{codes}> Tj")
        self._canvas.addLiteral(" ".join(written) + " ET")

    def words(self, x: float, top: float, text: str, style: Style, align: Align = "left") -> float:
        """A short text on one line; returns how wide it is. ``x`` is its left end, its right end or its middle."""
        seen = one_line(text, style.face)
        line = Line(seen, style.face.width(seen))
        width = line.width * style.size
        self.line(x - {"left": 0.0, "right": width, "middle": width / 2}[align], top, line, style)
        return width

    def rule(self, x: float, y: float, width: float, thickness: float = THIN, grey: float = 0.0) -> None:
        """A level rule from ``x`` to the right."""
        self.stroke([(x, y), (x + width, y)], thickness, grey)

    def stroke(self, points: Sequence[Point], thickness: float, grey: float = 0.0, *, closed: bool = False) -> None:
        """A line through points; the corners and ends of a bent one are round."""
        cap = 1 if len(points) > 2 else 0
        self._draw(f"{thickness:g} w 1 j {cap} J {grey:g} G", self._path(points), "s" if closed else "S")

    def fill(self, points: Sequence[Point], grey: float = 0.0) -> None:
        """A filled shape with straight sides."""
        self._draw(f"{grey:g} g", self._path(points), "f")

    def box(
        self, x: float, y: float, width: float, height: float, *, radius: float = 0.0, thickness: float = THIN
    ) -> None:
        """A frame, its corners round where ``radius`` says so."""
        self._draw(f"{thickness:g} w 0 j 0 G", self._rounded(x, y, width, height, radius), "s")

    def block(self, x: float, y: float, width: float, height: float, grey: float, radius: float = 0.0) -> None:
        """A filled rectangle."""
        self._draw(f"{grey:g} g", self._rounded(x, y, width, height, radius), "f")

    def circle(self, x: float, y: float, radius: float, *, thickness: float = 0.0, grey: float = 0.0) -> None:
        """A ring, or a disc where ``thickness`` is 0, around a point."""
        path = self._rounded(x - radius, y - radius, 2 * radius, 2 * radius, radius)
        self._draw(f"{thickness:g} w {grey:g} G {grey:g} g", path, "s" if thickness else "f")

    def picture(self, x: float, y: float, width: float, height: float, content: bytes) -> None:
        """A picture (JPEG or PNG), filling the rectangle."""
        self._canvas.drawImage(ImageReader(io.BytesIO(content)), x, self._height - y - height, width, height)

    def drawing(self, x: float, y: float, drawing: Drawing) -> None:
        """A drawing of reportlab.graphics whose top left corner is at x, y."""
        renderPDF.draw(drawing, self._canvas, x, self._height - y - drawing.height)

    def bookmark(self, name: str, title: str, level: int, y: float) -> None:
        """An entry of the outline that leads to a height on this page; at most one level below the last one."""
        self._level = level = min(level, self._level + 1)
        self._canvas.bookmarkHorizontal(name, 0, self._height - max(0.0, y - 12))
        self._canvas.addOutlineEntry(title, name, level)

    def _draw(self, look: str, path: str, paint: str) -> None:
        self._canvas.addLiteral(f"{look} {path} {paint}")

    def _path(self, points: Sequence[Point]) -> str:
        return " ".join(f"{self._at(x, y)} {'l' if place else 'm'}" for place, (x, y) in enumerate(points))

    def _rounded(self, x: float, y: float, width: float, height: float, radius: float) -> str:
        if not radius:
            return f"{x:.2f} {self._height - y - height:.2f} {width:.2f} {height:.2f} re"
        right, bottom, handle = x + width, y + height, radius * (1 - _CURVE)
        corners = (
            ((x + radius, y), (right - radius, y), (right - handle, y), (right, y + handle), (right, y + radius)),
            ((right, bottom - radius), (right, bottom - handle), (right - handle, bottom), (right - radius, bottom)),
            ((x + radius, bottom), (x + handle, bottom), (x, bottom - handle), (x, bottom - radius)),
            ((x, y + radius), (x, y + handle), (x + handle, y), (x + radius, y)),
        )
        path = [f"{self._at(*corners[0][0])} m"]
        for begin, *curve in (corners[0][1:], *corners[1:]):
            path.append(f"{self._at(*begin)} l {' '.join(self._at(*point) for point in curve)} c")
        return " ".join(path)

    def _at(self, x: float, y: float) -> str:
        return f"{x:.2f} {self._height - y:.2f}"
