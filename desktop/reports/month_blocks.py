"""Blocks of the monthly report: figures with their goals, the sum of a month, lists beside lists, a box to tick in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from desktop.reports.blocks import BODY, NOTE, SMALL, STRONG_BODY, Heading
from desktop.reports.marks import tick_box
from desktop.reports.page import Block, Strip
from desktop.reports.pen import THIN, Pen
from desktop.reports.text import Line, Style, lines_of

_KPI = Style(16.5, 20, bold=True)
_SMALLEST = 8.25  #: points; the least size that papers bear
_TERM = Style(13.5, 17, bold=True)
_ONE_STRIP = 420.0  #: points up to which what stands side by side stays in one piece
_ONE_PAGE = 640.0  #: points that a page of A4 holds under any head
_BOX_PAD = 12.0


@dataclass(frozen=True, slots=True)
class Side:
    """Blocks under one another that stand beside others, and their share of the width."""

    blocks: Sequence[Block]
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Beside:
    """Short blocks side by side; where one side is long, one under another instead. Headings stay in the outline."""

    sides: Sequence[Side]
    gap: float = 26.0

    def strips(self, width: float) -> Iterator[Strip]:
        """One strip, and one without height for each heading in it."""
        room = width - self.gap * (len(self.sides) - 1)
        total = sum(side.share for side in self.sides)
        widths = [room * side.share / total for side in self.sides]
        columns = [
            [strip for block in side.blocks for strip in block.strips(own)]
            for side, own in zip(self.sides, widths, strict=True)
        ]
        if max(map(_height, columns)) > _ONE_STRIP:
            for side in self.sides:
                for block in side.blocks:
                    yield from block.strips(width)
            return
        space = max((strips[0].space for strips in columns if strips), default=0.0)
        for strip in (strip for strips in columns for strip in strips if strip.bookmark is not None):
            yield Strip(0, _nothing, keep=True, space=space, bookmark=strip.bookmark)
            space = 0.0

        def draw(pen: Pen, x: float, y: float) -> None:
            for strips, own in zip(columns, widths, strict=True):
                down = y
                for place, strip in enumerate(strips):
                    down += strip.space if place else 0.0
                    strip.paint(pen, x, down)
                    down += strip.height
                x += own + self.gap

        yield Strip(max(map(_height, columns)), draw, space=space)


def _height(strips: Sequence[Strip]) -> float:
    return sum(strip.height + (strip.space if place else 0.0) for place, strip in enumerate(strips))


def height_of(blocks: Sequence[Block], width: float) -> float:
    """How high blocks are under one another, the first at a page's top."""
    return _height([strip for block in blocks for strip in block.strips(width)])


@dataclass(frozen=True, slots=True)
class Kpi:
    """A figure that matters: its name, its value, and lines for the month before and the goal."""

    name: str
    value: str
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Kpis:
    """Figures side by side in one frame; a long value is set smaller rather than cut."""

    kpis: Sequence[Kpi]
    space: float = 12

    def strips(self, width: float) -> Iterator[Strip]:
        """One strip."""
        share = width / len(self.kpis)
        inner = share - 16
        names = [lines_of(kpi.name, inner, SMALL, most=3) for kpi in self.kpis]
        styles = [_fitting(kpi.value, inner) for kpi in self.kpis]
        notes = [[line for note in kpi.notes for line in lines_of(note, inner, NOTE, most=3)] for kpi in self.kpis]
        above = max(map(len, names)) * SMALL.leading
        height = 9 + above + 2 + _KPI.leading + 2 + max(map(len, notes)) * NOTE.leading + 9

        def draw(pen: Pen, x: float, y: float) -> None:
            pen.box(x, y, width, height)
            for place, kpi in enumerate(self.kpis):
                left, top = x + place * share, y + 9
                if place:
                    pen.stroke([(left, y), (left, y + height)], THIN)
                _lines(pen, left + 8, top + above - len(names[place]) * SMALL.leading, names[place], SMALL)
                pen.line(left + 8, top + above + 2, lines_of(kpi.value, inner, styles[place])[0], styles[place])
                _lines(pen, left + 8, top + above + 4 + _KPI.leading, notes[place], NOTE)

        yield Strip(height, draw, space=self.space)


def _fitting(value: str, width: float) -> Style:
    size = min(_KPI.size, max(_SMALLEST, _KPI.size * width / max(_KPI.width(value), 1.0)))
    return replace(_KPI, size=size)


@dataclass(frozen=True, slots=True)
class Sum:
    """An equation: signed numbers with their names under them; the last one is what they come to."""

    terms: Sequence[tuple[str, str, str]]  #: sign, number, name
    space: float = 4

    def strips(self, width: float) -> Iterator[Strip]:
        """One strip. Signs and numbers are written first, so that they copy as one line."""
        share = width / len(self.terms)
        names = [lines_of(name, share - 22, NOTE) for _, _, name in self.terms]
        height = 10 + _TERM.leading + 2 + max(map(len, names)) * NOTE.leading + 8

        def draw(pen: Pen, x: float, y: float) -> None:
            pen.box(x, y, width, height)
            for place, (sign, number, _) in enumerate(self.terms):
                left = x + place * share
                if sign:
                    pen.words(left, y + 10, sign, _TERM, "middle")
                pen.words(left + 12, y + 10, number, _TERM)
            for place, lines in enumerate(names):
                _lines(pen, x + place * share + 12, y + 12 + _TERM.leading, lines, NOTE)

        yield Strip(height, draw, space=self.space)


@dataclass(frozen=True, slots=True)
class ToDo:
    """Something to do, with who does it and by when."""

    text: str
    who: str


@dataclass(frozen=True, slots=True)
class TickList:
    """Things to do in a frame, each with a box to tick. Without any, ``remark`` and lines to write on."""

    title: str
    things: Sequence[ToDo]
    remark: str
    space: float = 14
    blank_lines: int = 3

    def strips(self, width: float) -> Iterator[Strip]:
        """A strip a line between the frame's upper and lower edge; short lists stay in one piece."""
        inner = width - 2 * _BOX_PAD
        left, right = inner * 0.68 - 16, inner * 0.32 - 12
        rows: list[_Row] = [(line, None, "title") for line in lines_of(self.title, inner, STRONG_BODY)]
        for thing in self.things:
            texts = lines_of(thing.text, left, BODY)
            names = lines_of(thing.who, right, BODY) if thing.who else []
            for place in range(max(len(texts), len(names))):
                text = texts[place] if place < len(texts) else None
                name = names[place] if place < len(names) else None
                rows.append((text, name, "first" if place == 0 else "more"))
        if not self.things:
            rows += [(line, None, "remark") for line in lines_of(self.remark, inner, NOTE)]
            rows += [(None, None, "blank")] * self.blank_lines
        yield Strip(_BOX_PAD * 0.7, partial(self._edge, width=width, upper=True), keep=True, space=self.space)
        whole = len(rows) <= 16
        for place, row in enumerate(rows):
            high = 20.0 if row[2] == "blank" else BODY.leading + 2
            keep = whole or place == 0 or place >= len(rows) - 2
            yield Strip(high, partial(self._draw, row=row, width=width, high=high), keep=keep)
        yield Strip(_BOX_PAD * 0.7, partial(self._edge, width=width, upper=False))

    def _edge(self, pen: Pen, x: float, y: float, *, width: float, upper: bool) -> None:
        high = _BOX_PAD * 0.7
        _sides(pen, x, y, width, high)
        pen.rule(x, y if upper else y + high, width)

    def _draw(self, pen: Pen, x: float, y: float, *, row: "_Row", width: float, high: float) -> None:
        text, name, kind = row
        _sides(pen, x, y, width, high)
        inner, left = width - 2 * _BOX_PAD, x + _BOX_PAD
        if kind in ("title", "remark"):
            pen.line(left, y, text or _EMPTY, STRONG_BODY if kind == "title" else NOTE)
            return
        side = BODY.size * 1.08
        if kind in ("first", "blank"):
            tick_box(False)(pen, left, y + (high - side) / 2, side)
        if kind == "blank":
            pen.rule(left + 16, y + high - 3, inner * 0.68 - 16, THIN, 0.5)
            pen.rule(left + inner * 0.68 + 12, y + high - 3, inner * 0.32 - 12, THIN, 0.5)
        pen.line(left + 16, y + 1, text or _EMPTY, BODY)
        pen.line(left + inner * 0.68 + 12, y + 1, name or _EMPTY, BODY)


_Row = tuple[Line | None, Line | None, str]
_EMPTY = Line("", 0.0)


@dataclass(frozen=True, slots=True)
class Kept:
    """Blocks that stay on one page where one holds them; longer ones go on over pages by their own rules."""

    blocks: Sequence[Block]

    def strips(self, width: float) -> Iterator[Strip]:
        """Their strips."""
        strips = [strip for block in self.blocks for strip in block.strips(width)]
        whole = _height(strips) <= _ONE_PAGE
        for place, strip in enumerate(strips):
            yield replace(strip, keep=True) if whole and place < len(strips) - 1 else strip


def part(title: str, *blocks: Block, note: str = "", level: int = 1) -> Iterator[Block]:
    """A heading and what belongs under it."""
    yield Heading(title, note, level=level)
    yield from blocks


def _sides(pen: Pen, x: float, y: float, width: float, high: float) -> None:
    pen.stroke([(x, y), (x, y + high)], THIN)
    pen.stroke([(x + width, y), (x + width, y + high)], THIN)


def _lines(pen: Pen, x: float, top: float, lines: Sequence[Line], style: Style) -> None:
    for place, line in enumerate(lines):
        pen.line(x, top + place * style.leading, line, style)


def _nothing(_pen: Pen, _x: float, _y: float) -> None:
    pass
