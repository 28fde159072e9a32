"""Blocks that papers are made of: headings, text, the guest's words, tiles, pictures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from desktop.reports.marks import Mark
from desktop.reports.page import Strip
from desktop.reports.pen import GREY, THIN, Align, Pen
from desktop.reports.text import Line, Style, lines_of

TITLE = Style(19.5, 24, bold=True)
SECTION = Style(10.5, 15, bold=True)
BODY = Style(9, 13.5)
STRONG_BODY = Style(9, 13.5, bold=True)
SMALL = Style(8.25, 12)
NOTE = Style(8.25, 12, grey=GREY)
NARRATIVE = Style(9.75, 15.5)
FIGURE = Style(13.5, 18, bold=True)

_TOGETHER = 2  #: lines of a text that stay together at the end and the beginning of a page


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty room, dropped at a page's top."""

    height: float
    keep: bool = False

    def strips(self, width: float) -> Iterator[Strip]:  # noqa: ARG002 (the block's signature)
        """One empty strip."""
        yield Strip(0, _draw_nothing, keep=self.keep, space=self.height)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, kept with what follows and listed in the outline. ``note`` stands beside it; ``level`` from 0."""

    text: str
    note: str = ""
    level: int = 1
    style: Style = SECTION
    space: float = 16
    mark: Mark | None = None
    below: float = 3

    def strips(self, width: float) -> Iterator[Strip]:
        """Its lines, then room below."""
        indent = self.style.size * 1.35 if self.mark else 0.0
        lines = lines_of(self.text, width - indent, self.style)
        for place, line in enumerate(lines):
            first, last = place == 0, place == len(lines) - 1
            draw = partial(self._draw, line=line, indent=indent, first=first, note=self.note if last else "")
            yield Strip(
                self.style.leading + (self.below if last else 0),
                draw,
                keep=True,
                space=self.space if first else 0,
                bookmark=(self.level, " ".join(self.text.split())[:120]) if first else None,
            )

    def _draw(self, pen: Pen, x: float, y: float, *, line: Line, indent: float, first: bool, note: str) -> None:
        if first and self.mark is not None:
            side = self.style.size
            self.mark(pen, x, y + (self.style.leading - side) / 2, side)
        pen.line(x + indent, y, line, self.style)
        if note:
            pen.words(x + indent + line.width * self.style.size + 6, y + 0.5, note, NOTE)


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs. ``bullet`` stands before the first line, the others under it; ``bar`` draws a rule at the left.

    ``most`` and ``ours`` as in ``lines_of``.
    """

    text: str
    style: Style = BODY
    space: float = 0
    align: Align = "left"
    bullet: str = ""
    bar: bool = False
    indent: float = 0
    keep: bool = False
    most: int = 0
    ours: bool = False

    def strips(self, width: float) -> Iterator[Strip]:
        """A strip a line; the first two and the last two stay together."""
        indent = self.indent + (9 if self.bar else 0) + (11 if self.bullet else 0)
        lines = lines_of(self.text, width - indent, self.style, self.most, ours=self.ours)
        for place, line in enumerate(lines):
            draw = partial(self._draw, line=line, indent=indent, width=width, bullet=self.bullet if place == 0 else "")
            yield Strip(
                self.style.leading,
                draw,
                keep=stays(place, len(lines)) or (self.keep and place == len(lines) - 1),
                space=self.space if place == 0 else 0,
            )

    def _draw(self, pen: Pen, x: float, y: float, *, line: Line, indent: float, width: float, bullet: str) -> None:
        if self.bar:
            pen.block(x + self.indent, y, 1.6, self.style.leading, 0.6)
        if bullet:
            pen.words(x + indent - 11, y, bullet, self.style)
        draw_line(pen, x + indent, y, width - indent, line, self.style, self.align)


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure with its name above and a note below."""

    name: str
    value: str
    note: str = ""
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Tiles:
    """Figures side by side in one frame, as high as the longest needs."""

    tiles: Sequence[Tile]
    space: float = 10

    def strips(self, width: float) -> Iterator[Strip]:
        """One strip."""
        share = width / len(self.tiles)
        inner = share - 16
        values = [lines_of(t.value, inner - (FIGURE.size * 1.3 if t.mark else 0), FIGURE, most=2) for t in self.tiles]
        notes = [lines_of(tile.note, inner, NOTE, most=3) if tile.note else [] for tile in self.tiles]
        value_lines, note_lines = max(map(len, values)), max(map(len, notes))
        height = 8 + SMALL.leading + value_lines * FIGURE.leading + note_lines * NOTE.leading + 7

        def draw(pen: Pen, x: float, y: float) -> None:
            pen.box(x, y, width, height)
            for place, tile in enumerate(self.tiles):
                left = x + place * share
                if place:
                    pen.stroke([(left, y), (left, y + height)], THIN)
                pen.line(left + 8, y + 8, lines_of(tile.name, inner, SMALL, most=1)[0], SMALL)
                top = y + 8 + SMALL.leading
                indent = FIGURE.size * 1.3 if tile.mark else 0
                if tile.mark is not None:
                    tile.mark(pen, left + 8, top + (FIGURE.leading - FIGURE.size) / 2, FIGURE.size)
                for n, line in enumerate(values[place]):
                    pen.line(left + 8 + indent, top + n * FIGURE.leading, line, FIGURE)
                top += value_lines * FIGURE.leading
                for n, line in enumerate(notes[place]):
                    pen.line(left + 8, top + n * NOTE.leading, line, NOTE)

        yield Strip(height, draw, space=self.space)


@dataclass(frozen=True, slots=True)
class Rule:
    """A level rule over the whole width."""

    space: float = 8
    below: float = 8
    thickness: float = THIN

    def strips(self, width: float) -> Iterator[Strip]:
        """One strip."""
        yield Strip(self.below, lambda pen, x, y: pen.rule(x, y, width, self.thickness), space=self.space)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture (JPEG or PNG) of so many pixels, as large as fits, with a line under it."""

    content: bytes
    pixels: tuple[int, int]
    caption: str
    highest: float

    def strips(self, width: float) -> Iterator[Strip]:
        """The picture and its caption in one piece."""
        across, down = self.pixels
        scale = min(width / across, (self.highest - SMALL.leading - 4) / down, 0.75)
        wide, high = across * scale, down * scale

        def draw(pen: Pen, x: float, y: float) -> None:
            pen.picture(x, y, wide, high, self.content)
            pen.line(x, y + high + 3, lines_of(self.caption, width, NOTE, most=1)[0], NOTE)

        yield Strip(high + 4 + NOTE.leading, draw, space=10)


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, a name under each."""

    names: Sequence[str]
    space: float = 40

    def strips(self, width: float) -> Iterator[Strip]:
        """One strip."""
        share = width / len(self.names)

        def draw(pen: Pen, x: float, y: float) -> None:
            for place, name in enumerate(self.names):
                pen.rule(x + place * share, y, share - 24)
                pen.words(x + place * share, y + 3, name, NOTE)

        yield Strip(4 + NOTE.leading, draw, space=self.space)


def stays(place: int, count: int) -> bool:
    """Whether a line stays on the page of the next: no single line is left behind or carried over."""
    return place < count - 1 and (place < _TOGETHER - 1 or place >= count - _TOGETHER)


def draw_line(pen: Pen, x: float, y: float, width: float, line: Line, style: Style, align: Align) -> None:
    """A line within a width; what runs from right to left begins at the right."""
    if line.from_right and align == "left":
        align = "right"
    room = width - line.width * style.size
    pen.line(x + {"left": 0.0, "middle": room / 2, "right": room}[align], y, line, style)


def _draw_nothing(_pen: Pen, _x: float, _y: float) -> None:
    pass
