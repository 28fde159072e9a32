"""Tables: cells are broken into lines before a row is placed, so a row is as high as it must be and nothing is cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from desktop.reports.blocks import BODY, NOTE, SMALL, draw_line
from desktop.reports.marks import Mark
from desktop.reports.page import Strip
from desktop.reports.pen import HAIR, PALE, STRONG, Align, Pen
from desktop.reports.text import Line, Style, lines_of

_WHOLE = 8  #: lines up to which a row stays in one piece
_EDGE = 2  #: lines of a tall row that stay together at a page's end and beginning
_SMALL = 7  #: rows up to which a table stays in one piece


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what stands above it and its share of the width; ``points`` instead gives it a width of its own."""

    title: str
    share: float = 0.0
    points: float = 0.0
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows. ``note`` follows in grey on lines of its own; ``most`` and ``ours`` as in ``lines_of``."""

    text: str
    note: str = ""
    bold: bool = False
    mark: Mark | None = None
    most: int = 0
    grey: bool = False
    ours: bool = False


Row = Sequence[str | Cell]
_Styled = tuple[Line, Style]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header that is drawn again on every page. ``total`` is a last row in bold above a strong rule."""

    columns: Sequence[Column]
    rows: Sequence[Row]
    total: Row = ()
    style: Style = BODY
    pad: float = 3.0
    space: float = 2
    ruled: bool = True
    keep: bool = False  #: a small table stays on one page with what follows
    gap: float = 10.0  #: points between columns

    def strips(self, width: float) -> Iterator[Strip]:
        """A strip a row; a row taller than eight lines may go on over pages. Without shares it is as wide as it is."""
        widths = self._widths(width)
        width = sum(widths) + self.gap * (len(widths) - 1)
        header = self._header(widths, width) if any(column.title for column in self.columns) else None
        if header is not None:
            yield replace(header, keep=True, space=self.space)
        bold = [replace(_cell(cell), bold=True) for cell in self.total]
        rows = [*self.rows, bold] if bold else self.rows
        last = len(rows) - 1
        for place, row in enumerate(rows):
            strong = bool(bold) and place >= last - 1
            *parts, end = self._row(row, widths, width, header, strong=strong)
            yield from parts
            # No row stands alone under the header, no total alone on a page, and a small table stays whole.
            keep = self.keep if place == last else (place == 0 or (bool(bold) and place == last - 1) or last < _SMALL)
            yield replace(end, keep=keep, space=self.space if place == 0 and header is None else 0)

    def _widths(self, width: float) -> list[float]:
        gaps = self.gap * (len(self.columns) - 1)
        fixed = sum(column.points for column in self.columns)
        shares = sum(column.share for column in self.columns) or 1.0
        left = width - gaps - fixed
        return [column.points or column.share / shares * left for column in self.columns]

    def _header(self, widths: Sequence[float], width: float) -> Strip:
        style = replace(SMALL, bold=True)
        titles = [lines_of(c.title, w, style) for c, w in zip(self.columns, widths, strict=True)]
        count = max(map(len, titles))
        height = count * style.leading + 5

        def draw(pen: Pen, x: float, y: float) -> None:
            for column, own, lines in zip(self.columns, widths, titles, strict=True):
                for n, line in enumerate(lines):
                    below = y + (count - len(lines) + n) * style.leading
                    draw_line(pen, x, below, own, line, style, column.align)
                x += own + self.gap
            pen.rule(x - self.gap - width, y + height - STRONG / 2, width, STRONG)

        return Strip(height, draw)

    def _row(
        self, row: Row, widths: Sequence[float], width: float, header: Strip | None, *, strong: bool
    ) -> Iterator[Strip]:
        cells = [_cell(cell) for cell in row]
        columns = [self._lines(cell, own) for cell, own in zip(cells, widths, strict=True)]
        count = max(1, *map(len, columns))
        size = count if count <= _WHOLE else 1
        for first in range(0, count, size):
            begins, ends = first == 0, first + size >= count
            draw = partial(
                self._draw,
                parts=[lines[first : first + size] for lines in columns],
                marks=[cell.mark if begins else None for cell in cells],
                widths=widths,
                above=self.pad if begins else 0.0,
                rule=(STRONG if strong else HAIR) if ends and (self.ruled or strong) else 0.0,
                width=width,
            )
            yield Strip(
                size * self.style.leading + (self.pad if begins else 0) + (self.pad if ends else 0),
                draw,
                keep=not ends and (first < _EDGE or first >= count - _EDGE - 1),
                head=header,
            )

    def _lines(self, cell: Cell, width: float) -> list[_Styled]:
        style = _variant(self.style, cell.bold, NOTE.grey if cell.grey else self.style.grey)
        room = width - (self._mark_room if cell.mark else 0)
        found = (
            [(line, style) for line in lines_of(cell.text, room, style, cell.most, ours=cell.ours)] if cell.text else []
        )
        if cell.note:
            note = Style(NOTE.size, style.leading, grey=NOTE.grey)
            found += [(line, note) for line in lines_of(cell.note, room, note, cell.most)]
        return found

    @property
    def _mark_room(self) -> float:
        return self.style.size * 1.4

    def _draw(
        self,
        pen: Pen,
        x: float,
        y: float,
        *,
        parts: Sequence[Sequence[_Styled]],
        marks: Sequence[Mark | None],
        widths: Sequence[float],
        above: float,
        rule: float,
        width: float,
    ) -> None:
        left, leading, height = x, self.style.leading, 0.0
        for column, own, lines, mark in zip(self.columns, widths, parts, marks, strict=True):
            indent = self._mark_room if mark else 0.0
            if mark is not None:
                side = self.style.size * 1.08
                mark(pen, left, y + above + (leading - side) / 2, side)
            for n, (line, style) in enumerate(lines):
                draw_line(pen, left + indent, y + above + n * leading, own - indent, line, style, column.align)
            height = max(height, len(lines) * leading)
            left += own + self.gap
        if rule:
            bottom = y + above + max(height, leading) + self.pad
            pen.rule(x, bottom, width, rule, 0.0 if rule == STRONG else PALE)


def facts(pairs: Sequence[tuple[str, str | Cell]], *, across: int = 1, label: float = 92, style: Style = BODY) -> Table:
    """Names and values in ``across`` pairs of columns, without rules; a pair without a value is left out."""
    known = [pair for pair in pairs if _cell(pair[1]).text]
    columns = [Column("", points=label), Column("", share=1)] * across
    rows = []
    for first in range(0, len(known), across):
        some = known[first : first + across]
        cells: list[str | Cell] = []
        for name, value in some:
            cells += [Cell(name, grey=True), value]
        rows.append(cells + [""] * (2 * (across - len(some))))
    return Table(columns, rows, style=style, pad=1.2, ruled=False)


def strong(text: str) -> Cell:
    """A cell in bold."""
    return Cell(text, bold=True)


@lru_cache(maxsize=64)
def _variant(style: Style, bold: bool, grey: float) -> Style:
    return replace(style, bold=bold, grey=grey)


def _cell(cell: str | Cell) -> Cell:
    return cell if isinstance(cell, Cell) else Cell(cell)
