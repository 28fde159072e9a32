"""The letter of apology on one A4 page, set in a serif, with room to sign (design.md 14).

Blanks are drawn as empty boxes, for the preview; a letter that is printed has none.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.domain.case_file import CaseFile
from desktop.domain.kinds import Language
from desktop.domain.letters import BULLET, LetterText, blank_places
from desktop.errors import UserError
from desktop.reports.imprint import Imprint
from desktop.reports.page import MM, Progress, new_canvas, quiet
from desktop.reports.pen import GREY, THIN, Pen
from desktop.reports.text import Line, Style, lines_of
from desktop.words.formats import full_date

_WIDTH, _HEIGHT, _SIDE = 210 * MM, 297 * MM, 27 * MM
_INNER = _WIDTH - 2 * _SIDE
_HEAD_TOP, _HEAD_RULE, _TO_TOP = 56.0, 88.5, 114.5  #: from the page's top, in points
_FOOT_RULE, _FOOT_TOP = 778.0, 787.0
_LOWEST = _FOOT_RULE - 9  #: where a letter ends at the latest

_SITE = Style(15.5, 24, bold=True, serif=True)
_SMALL = Style(9.0, 14, grey=GREY)
_TEXT = Style(12, 20.25, serif=True)
#: Size and leading, tried one after another until the letter fits.
_SIZES = ((12.0, 20.25), (11.5, 19.4), (11.0, 18.6), (10.5, 17.7), (10.5, 16.8), (10.5, 15.75))

# Room in points at 12 points, scaled with the leading
_BELOW_ADDRESS, _BETWEEN, _BETWEEN_POINTS, _BELOW_POINTS, _ABOVE_CLOSING = 25.5, 10.5, 4.5, 15.0, 18.0
_ROOM_TO_SIGN = 49.0  #: never scaled: hands stay as large as they are
_SIGNED_ON, _BELOW_LINE = 180.0, 4.5  #: how long the line to sign on is; what is below it
_INDENT, _DOT = 16.5, 4.0  #: of the points of a list, and of the dots before them
_LIGHT = 0.6  #: grey of the line to sign on and of the foot rule
_BOX_HEIGHT = 1.15  #: of a blank, as a share of the size


@dataclass(frozen=True, slots=True)
class LetterHead:
    """What stands around the words, in the letter's language; each may be empty."""

    site: str
    phone: str
    guest: str
    place: str
    date: str
    reference: str
    address: str = ""  #: of the site, at the foot
    remark: str = ""  #: beside it: practice, a draft


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line of the letter: how far below the page's top, how far from the left margin, in which style."""

    y: float
    x: float
    line: Line
    style: Style
    dot: bool = False


def head_of(file: CaseFile, imprint: Imprint, at: datetime, *, is_draft: bool = False) -> LetterHead:
    """The head of a case's letter, dated ``at``."""
    row, phone = file.view.row, imprint.phone.strip()
    remarks = (imprint.word("letter_draft") if is_draft else "", imprint.word("practice_remark"))
    return LetterHead(
        site=imprint.site,
        phone=imprint.say("letter_phone", phone=phone) if phone else "",
        guest=imprint.guest(row) if row.guest.strip() else "",
        place=imprint.place_of(row),
        date=_date(at, imprint),
        reference=imprint.say("letter_reference", number=row.number),
        address=imprint.address.strip(),
        remark=" · ".join(filter(None, remarks if imprint.practice else remarks[:1])),
    )


def letter_paper(text: LetterText, head: LetterHead, imprint: Imprint, progress: Progress = quiet) -> bytes:
    """The letter as PDF; the same words give the same bytes. Raises ``letter_too_long`` where a page is too little."""
    progress(0, 1)
    placed, signed_at = _laid_out(text)
    file = io.BytesIO()
    canvas = new_canvas(file, _WIDTH, _HEIGHT, imprint.frame(head.reference))
    pen = Pen(canvas, _HEIGHT)
    _draw_head(pen, head)
    for each in placed:
        _draw_line(pen, each)
    pen.rule(_SIDE, signed_at, _SIGNED_ON, THIN, _LIGHT)
    _draw_foot(pen, head)
    canvas.showPage()
    canvas.save()
    progress(1, 1)
    return file.getvalue()


def _date(at: datetime, imprint: Imprint) -> str:
    day = imprint.local(at).date()
    if imprint.language is Language.ZH:
        return full_date(day, imprint.language)
    return f"{day.day} {imprint.words.term('report_month', str(day.month))} {day.year}"


def _laid_out(text: LetterText) -> tuple[Sequence[_Placed], float]:
    """The lines of a letter at the largest size that fits, and where the line to sign on is."""
    for size, leading in _SIZES:
        layout = _Layout(replace(_TEXT, size=size, leading=leading))
        signed_at = layout.set_letter(text)
        if layout.y <= _LOWEST:
            return layout.placed, signed_at
    raise UserError("letter_too_long", "paragraphs")


class _Layout:
    """Sets a letter in one style, from the greeting down."""

    def __init__(self, style: Style) -> None:
        self.style, self.scale = style, style.leading / _TEXT.leading
        self.y = _TO_TOP + 2 * _TEXT.leading + _BELOW_ADDRESS
        self.placed: list[_Placed] = []

    def set_letter(self, text: LetterText) -> float:
        """Places everything; returns where the line to sign on is."""
        for paragraph, room in _with_room((text.greeting, *text.paragraphs)):
            self._room(room)
            is_point = paragraph.startswith(BULLET)
            self._lines(paragraph.removeprefix(BULLET), self.style, _INDENT if is_point else 0.0, dot=is_point)
        self._room(_ABOVE_CLOSING)
        self._lines(text.closing, self.style)
        self.y += _ROOM_TO_SIGN
        signed_at = self.y
        self.y += _BELOW_LINE
        self._lines(text.signed_by, self.style)
        self.y += (self.style.leading - _SMALL.leading) / 2
        self._lines(text.signer_line, _SMALL)
        return signed_at

    def _room(self, points: float) -> None:
        self.y += points * self.scale

    def _lines(self, text: str, style: Style, indent: float = 0.0, *, dot: bool = False) -> None:
        if not text:
            return
        for place, line in enumerate(lines_of(text, _INNER - indent, style)):
            self.placed.append(_Placed(self.y, indent, line, style, dot=dot and place == 0))
            self.y += style.leading


def _with_room(paragraphs: Sequence[str]) -> Iterator[tuple[str, float]]:
    """The paragraphs that say something, each with the room above it."""
    before = ""
    for paragraph in filter(None, paragraphs):
        points = paragraph.startswith(BULLET), before.startswith(BULLET)
        room = _BETWEEN_POINTS if points[0] else _BELOW_POINTS if points[1] else _BETWEEN
        yield paragraph, room if before else 0.0
        before = paragraph


def _draw_head(pen: Pen, head: LetterHead) -> None:
    phone = lines_of(head.phone, _INNER / 2, _SMALL, most=1)[0]
    phone_width = phone.width * _SMALL.size
    pen.line(_SIDE, _HEAD_TOP, lines_of(head.site, _INNER - phone_width - 18, _SITE, most=1)[0], _SITE)
    pen.line(_SIDE + _INNER - phone_width, _HEAD_TOP + (_SITE.leading - _SMALL.leading) / 2, phone, _SMALL)
    pen.rule(_SIDE, _HEAD_RULE, _INNER, THIN)
    lines = ((head.guest, head.date, _TEXT), (head.place, head.reference, _SMALL))
    for number, (left, right, style) in enumerate(lines):
        top = _TO_TOP + number * _TEXT.leading
        said = lines_of(right, _INNER * 0.6, style, most=1)[0]
        width = said.width * style.size
        pen.line(_SIDE + _INNER - width, top + (_TEXT.leading - style.leading) / 2, said, style)
        pen.line(_SIDE, top, lines_of(left, _INNER - width - 18, _TEXT, most=1, ours=True)[0], _TEXT)


def _draw_foot(pen: Pen, head: LetterHead) -> None:
    pen.rule(_SIDE, _FOOT_RULE, _INNER, THIN, _LIGHT)
    right = " · ".join(filter(None, (head.remark, head.address)))
    said = lines_of(right, _INNER * 0.7, _SMALL, most=1)[0]
    width = said.width * _SMALL.size
    pen.line(_SIDE, _FOOT_TOP, lines_of(head.site, _INNER - width - 18, _SMALL, most=1)[0], _SMALL)
    pen.line(_SIDE + _INNER - width, _FOOT_TOP, said, _SMALL)


def _draw_line(pen: Pen, placed: _Placed) -> None:
    """A line with its dot; blanks as boxes where their signs would stand."""
    style, line = placed.style, placed.line
    x = _SIDE + placed.x
    if placed.dot:
        pen.words(_SIDE + _DOT, placed.y, BULLET.strip(), style)
    if line.from_right:
        x = _SIDE + _INNER - line.width * style.size
    begin = 0
    for first, last in (*blank_places(line.text), (len(line.text), len(line.text))):
        said = line.text[begin:first]
        pen.line(x, placed.y, Line(said, style.face.width(said)), style)
        x += style.face.width(said) * style.size
        blank = style.face.width(line.text[first:last]) * style.size
        if blank:
            high = _BOX_HEIGHT * style.size
            pen.box(x + 1, placed.y + (style.leading - high) / 2, blank - 2, high, radius=2)
        x, begin = x + blank, last
