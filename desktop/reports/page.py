"""Pages: strips one under another, never cut, with what stands at the head and foot of every page.

What a paper shows is a row of blocks; a block makes strips, and a strip is what stays in one piece: a line of text, a
row of a table, a picture. Everything is placed before anything is drawn, so every page knows how many there are.
"""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from reportlab.pdfgen.canvas import Canvas

from desktop.reports.fonts import typeface
from desktop.reports.marks import logo
from desktop.reports.pen import GREY, THIN, Pen
from desktop.reports.text import Style, lines_of

MM = 72 / 25.4  #: points

Paint = Callable[[Pen, float, float], None]  #: draws something whose top left corner is at x, y
Progress = Callable[[int, int], None]  #: how many steps are done, of how many; may raise to stop the work

_HEAD = Style(8.25, 12)
_HEAD_BOLD = Style(8.25, 12, bold=True)
_FOOT = Style(8.25, 12, grey=GREY)
_HEAD_HEIGHT, _FOOT_HEIGHT = 30.0, 26.0
_LOGO = 15.0


@dataclass(frozen=True, slots=True)
class Strip:
    """What stays in one piece, ``height`` points high.

    ``keep``: stays on one page with the next strip. ``space``: points above it, none at a page's top. ``head``: is
    drawn again above it where a page begins with it (a table's header). ``bookmark``: level and title.
    """

    height: float
    paint: Paint
    keep: bool = False
    space: float = 0.0
    head: "Strip | None" = None
    bookmark: tuple[int, str] | None = None


class Block(Protocol):
    """A part of a paper."""

    def strips(self, width: float) -> Iterator[Strip]:
        """What it consists of, laid out for so many points."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of paper in points. ``endless``: a roll, cut where the text ends; ``height`` is not used then."""

    width: float
    height: float
    margin: float
    endless: bool = False

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin


A4 = Sheet(210 * MM, 297 * MM, 15 * MM)
A4_ACROSS = Sheet(297 * MM, 210 * MM, 15 * MM)
A5 = Sheet(148 * MM, 210 * MM, 12 * MM)
ROLL = Sheet(80 * MM, 0, 4 * MM, endless=True)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands on every page: ``site`` and ``desk`` beside ``title``; ``printed`` and ``remark`` at the foot.

    ``page_of`` says 'Page 1 of 4'. ``language`` is the document's (``en``, ``zh``); ``bare`` leaves head and foot out.
    """

    site: str
    desk: str
    title: str
    printed: str
    page_of: Callable[[int, int], str]
    language: str
    remark: str = ""
    bare: bool = False


Placed = tuple[float, Strip]  #: how far below the top margin's end, and what


@dataclass(slots=True)
class _Pages:
    """Fills pages of ``height`` points."""

    height: float
    pages: list[list[Placed]] = field(default_factory=lambda: [[]])
    used: float = 0.0

    def add(self, group: Sequence[Strip]) -> None:
        """Places strips that belong together: on this page, on the next, or one by one where no page holds them."""
        if len(group) > 1 and self._needed(group, top=True) > self.height:
            for strip in group:
                self.add((strip,))
            return
        if self.pages[-1] and self._needed(group, top=False) > self.height - self.used:
            self._turn(group[0])
        for strip in group:
            self._place(strip)

    def _needed(self, group: Sequence[Strip], *, top: bool) -> float:
        first = group[0]
        above = (first.head.height if first.head else 0.0) if top else first.space
        return above + first.height + sum(strip.space + strip.height for strip in group[1:])

    def _turn(self, first: Strip) -> None:
        self.pages.append([])
        self.used = 0.0
        if first.head is not None:
            self._place(first.head)

    def _place(self, strip: Strip) -> None:
        # A strip higher than a page can't be: blocks cut what is too high. Its head alone is no reason to turn again.
        begins = all(placed is strip.head for _, placed in self.pages[-1])
        self.used += 0.0 if begins else strip.space
        self.pages[-1].append((self.used, strip))
        self.used += strip.height


def paginate(strips: Iterable[Strip], height: float) -> list[list[Placed]]:
    """Strips on pages of ``height`` points each; the first page is there even if there is nothing to place."""
    pages = _Pages(height)
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keep:
            pages.add(group)
            group = []
    if group:
        pages.add(group)
    return pages.pages


def quiet(_done: int, _total: int) -> None:
    """A progress that nobody looks at."""


def render(sheet: Sheet, blocks: Sequence[Block], frame: Frame, progress: Progress = quiet) -> bytes:
    """The paper as PDF; the same blocks give the same bytes. ``progress`` may raise to stop the work."""
    total = len(blocks)

    def laid_out() -> Iterator[Strip]:
        for done, block in enumerate(blocks):
            progress(done, 2 * total)
            yield from block.strips(sheet.inner)

    head, foot = (0.0, 0.0) if frame.bare else (_HEAD_HEIGHT, _FOOT_HEIGHT)
    room = float("inf") if sheet.endless else sheet.height - 2 * sheet.margin - head - foot
    pages = paginate(laid_out(), room)
    height = sheet.height
    if sheet.endless:
        last = pages[0][-1] if pages[0] else (0.0, Strip(0, _nothing))
        height = 2 * sheet.margin + last[0] + last[1].height
    file = io.BytesIO()
    canvas = new_canvas(file, sheet.width, height, frame)
    pen = Pen(canvas, height)
    for number, placed in enumerate(pages, start=1):
        if not frame.bare:
            _draw_frame(pen, sheet, frame, number, len(pages))
        _draw_page(pen, sheet.margin, sheet.margin + head, placed, number)
        canvas.showPage()
        progress(total + total * number // len(pages), 2 * total)
    canvas.save()
    return file.getvalue()


def new_canvas(file: io.BytesIO, width: float, height: float, frame: Frame) -> Canvas:
    """A document to draw on, in points; the same drawing gives the same bytes."""
    typeface()  # before the canvas asks for a font to begin with
    canvas = Canvas(file, pagesize=(width, height), invariant=1, pageCompression=1, lang=frame.language)
    canvas.setTitle(frame.title)
    canvas.setAuthor(frame.site)
    canvas.setCreator("Amends")
    return canvas


def _draw_page(pen: Pen, x: float, top: float, placed: Sequence[Placed], number: int) -> None:
    for place, (y, strip) in enumerate(placed):
        if strip.bookmark is not None:
            level, title = strip.bookmark
            pen.bookmark(f"p{number}-{place}", title, level, top + y)
        strip.paint(pen, x, top + y)


def _draw_frame(pen: Pen, sheet: Sheet, frame: Frame, number: int, count: int) -> None:
    left, right, top = sheet.margin, sheet.width - sheet.margin, sheet.margin
    logo(pen, left, top - 2, _LOGO)
    begin, half = left + _LOGO + 6, sheet.inner / 2 - _LOGO - 12
    site = lines_of(frame.site, half if not frame.desk else half * 2 / 3, _HEAD_BOLD, most=1)[0]
    pen.line(begin, top - 0.5, site, _HEAD_BOLD)
    if frame.desk:
        after = begin + site.width * _HEAD_BOLD.size
        pen.line(after, top - 0.5, lines_of(f" · {frame.desk}", left + half - after, _HEAD, most=1)[0], _HEAD)
    title = lines_of(frame.title, sheet.inner / 2, _HEAD, most=1)[0]
    pen.line(right - title.width * _HEAD.size, top - 0.5, title, _HEAD)
    pen.rule(left, top + 19, sheet.inner, THIN)
    foot = sheet.height - sheet.margin
    pen.rule(left, foot - 16, sheet.inner, THIN)
    pen.words(left, foot - 11, frame.printed, _FOOT)
    pen.words(sheet.width / 2, foot - 11, frame.remark, _FOOT, "middle")
    pen.words(right, foot - 11, frame.page_of(number, count), _FOOT, "right")


def _nothing(_pen: Pen, _x: float, _y: float) -> None:
    pass
