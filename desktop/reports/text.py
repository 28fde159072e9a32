"""Text from people as lines for paper: harmless, in glyphs that exist, broken where each script may be broken.

Whatever comes in comes out as text. The work grows with the length only: a word of 200 KB takes no longer than a page
of words.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from desktop.reports.fonts import WIDE, Typeface, typeface

_SLACK = 1e-6  #: shares of the size; what arithmetic may add to a line that just fits
_SHORT = 60  #: characters; lines of texts up to here are kept
_MOST_MARKS = 6  #: accents that one letter may carry on paper

_LINE_ENDS = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_BLANK_LINES = re.compile("\n(?:[ \t]*\n){2,}")  #: more than one, which would be pages of nothing
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")
_HAN = (
    "\u2e80-\u3007\u3020-\u31ff\u3200-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
)
_WIDE = re.compile(f"[\u3001-\u301f{_HAN}]")
_SHARED = "“”‘’…—·"  #: Chinese sets these as wide as a character, Latin text doesn't
_SHARED_RUN = re.compile(f"[{_SHARED}]+")

_wide = {ord(sign): chr(WIDE + ord(sign)) for sign in _SHARED}
_WIDE_OPEN, _WIDE_CLOSE = (chr(WIDE + ord("“")) + chr(WIDE + ord("‘"))), "".join(_wide[ord(s)] for s in "”’…—·")

# What may not end a line, and what may not begin one (kinsoku, 避头尾).
_OPEN = re.escape("（《〈「『【〔〖｛［([{“‘«" + _WIDE_OPEN)
_CLOSE = re.escape("，。、；：！？）》〉」』】〕〗｝］…—～·％‰℃°々ー,.;:!?)]}”’»%" + _WIDE_CLOSE)
_SPACE = " \t\u2000-\u2006\u2008-\u200a\u205f\u3000"
_WORD = f"[^{_SPACE}{_OPEN}{_CLOSE}{_HAN}]"
#: Spaces, or what stays on one line: signs that open, a Han character or a whole Latin word, signs that close.
_UNIT = re.compile(
    f"[{_SPACE}]++|[{_OPEN}]*+(?:[{_HAN}]|{_WORD}++(?:[^{_SPACE}{_HAN}{_WIDE_OPEN}{_WIDE_CLOSE}]*{_WORD})?)?[{_CLOSE}]*+"
)


class Line(NamedTuple):
    """One line, its characters in the order in which they are seen. ``width`` is a share of the font's size."""

    text: str
    width: float
    from_right: bool = False  #: belongs to a paragraph that runs from right to left


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks: ``size`` and ``leading`` (from line to line) in points; ``grey`` from 0 (black) to 1.

    ``serif``: as letters are set.
    """

    size: float
    leading: float
    bold: bool = False
    grey: float = 0.0
    serif: bool = False

    @property
    def face(self) -> Typeface:
        """The fonts of its weight."""
        return typeface(self.bold, self.serif)

    def width(self, text: str) -> float:
        """The width in points of a text on one line."""
        return self.face.width(one_line(text, self.face)) * self.size


def lines_of(text: str, width: float, style: Style, most: int = 0, *, ours: bool = False) -> list[Line]:
    """A text broken into lines of at most ``width`` points; from ``most`` lines on (0: no limit) it ends in ``…``.

    ``ours``: a phrase of the paper's own, as a name with its title, which runs from left to right whoever is named.
    """
    if len(text) <= _SHORT:
        return list(_lines_of_short(text, width, style, most, ours))
    return _lines_of(text, width, style, most, ours)


def _lines_of(text: str, width: float, style: Style, most: int, ours: bool) -> list[Line]:
    room = max(width / style.size, 1.0)
    found: list[Line] = []
    for paragraph in paragraphs(text, style.face):
        for line in _broken(paragraph, room, style.face, ours):
            if most and len(found) == most:
                found[-1] = _with_ellipsis(found[-1], room, style.face)
                return found
            found.append(line)
    return found


#: States, names and times stand on a list again and again.
_lines_of_short = lru_cache(maxsize=4096)(_lines_of)


def one_line(text: str, face: Typeface) -> str:
    """A short text of our own as it is seen on one line: a number, a heading."""
    return " ".join(_seen(paragraph, from_right=False) for paragraph in paragraphs(text, face) if paragraph)


def paragraphs(text: str, face: Typeface) -> list[str]:
    """The paragraphs of a text, made harmless, letters joined, in characters that the fonts have.

    Bidi marks, zero-width characters and controls are dropped, accents composed; what no font has becomes □.
    """
    text = _composed(_BLANK_LINES.sub("\n\n", _LINE_ENDS.sub("\n", text).rstrip("\n")))
    if _ARABIC.search(text):
        text = _reshaper()(text)
    text = text.translate(face.shown)
    if _WIDE.search(text):
        text = _SHARED_RUN.sub(_widened, text)
    return text.split("\n")


def _composed(text: str) -> str:
    """Letters and their accents as one character where there is one; never more accents than can be seen."""
    if text.isascii():
        return text
    marks = "".join(c for c in set(text) if unicodedata.category(c) in ("Mn", "Me", "Mc"))
    if not marks and not re.search("[\u1100-\u11ff]", text):
        return text
    text = re.sub("[\u1100-\u11ff]{2,3}", lambda found: unicodedata.normalize("NFC", found[0]), text)
    if not marks:
        return text
    signs = re.escape(marks)
    text = re.sub(f"([{signs}]{{{_MOST_MARKS}}})[{signs}]+", r"\1", text)
    return re.sub(f"[^{signs}][{signs}]+", lambda found: unicodedata.normalize("NFC", found[0]), text)


def _widened(found: re.Match[str]) -> str:
    """Signs that both scripts use, in their Chinese width where they stand beside Chinese text."""
    before, after = found.string[max(0, found.start() - 1) : found.start()], found.string[found.end() : found.end() + 1]
    return found[0].translate(_wide) if _WIDE.match(before) or _WIDE.match(after) else found[0]


def _broken(paragraph: str, room: float, face: Typeface, ours: bool) -> Iterator[Line]:
    from_right = not ours and _from_right(paragraph)
    turns = _RIGHT_TO_LEFT.search(paragraph) is not None
    for text in _broken_logically(paragraph, room, face.widths):
        yield Line(_seen(text, from_right=from_right) if turns else text, face.width(text), from_right)


def _broken_logically(paragraph: str, room: float, widths: dict[str, float]) -> Iterator[str]:
    line: list[str] = []
    used, room = 0.0, room + _SLACK
    gap, gap_width = "", 0.0
    for unit in _UNIT.findall(paragraph):
        width = sum(map(widths.__getitem__, unit))
        if unit[:1] in " \t\u3000" or unit.isspace():
            gap, gap_width = unit, width
        elif used + gap_width + width <= room:
            line += (gap, unit)
            used += gap_width + width
            gap, gap_width = "", 0.0
        else:
            if used:
                yield "".join(line)
            *whole, unit = _cut(unit, room, widths) if width > room else (unit,)
            yield from whole
            line, used = [unit], sum(map(widths.__getitem__, unit))
            gap, gap_width = "", 0.0
    yield "".join(line)


def _cut(unit: str, room: float, widths: dict[str, float]) -> Iterator[str]:
    """A word that fits on no line, cut where the line ends; accents stay with their letters."""
    ends = list(accumulate(map(widths.__getitem__, unit)))
    begin = 0
    while begin < len(unit):
        before = ends[begin - 1] if begin else 0.0
        end = max(bisect_right(ends, before + room, begin), begin + 1)
        while end < len(unit) and ends[end] == ends[end - 1]:
            end += 1
        yield unit[begin:end]
        begin = end


def _with_ellipsis(line: Line, room: float, face: Typeface) -> Line:
    text = line.text if not line.from_right else line.text[::-1]
    while text and face.width(text) + face.widths["…"] > room:
        text = text[:-1]
    text = text.rstrip() + "…"
    return Line(text if not line.from_right else text[::-1], face.width(text), line.from_right)


def _from_right(paragraph: str) -> bool:
    """Whether the first letter of a paragraph belongs to a script that runs from right to left."""
    if _RIGHT_TO_LEFT.search(paragraph) is None:
        return False
    first = next((kind for kind in map(unicodedata.bidirectional, paragraph) if kind in ("L", "R", "AL")), "L")
    return first != "L"


def _seen(text: str, *, from_right: bool) -> str:
    """A line's characters in the order in which they are seen."""
    if _RIGHT_TO_LEFT.search(text) is None:
        return text
    return _turned()(text, base_dir="R" if from_right else "L")


@cache
def _reshaper() -> Callable[[str], str]:
    """Gives Arabic letters the forms that they have beside each other. Loaded when a text needs it: few do."""
    from arabic_reshaper import ArabicReshaper  # type: ignore[import-untyped]  # no stubs

    options = {"delete_harakat": False, "delete_tatweel": False, "use_unshaped_instead_of_isolated": True}
    reshape: Callable[[str], str] = ArabicReshaper(options).reshape
    return reshape


@cache
def _turned() -> Callable[..., str]:
    """Puts characters in the order in which they are seen. Loaded as above."""
    from bidi import get_display  # type: ignore[import-untyped]  # no stubs

    turn: Callable[..., str] = get_display
    return turn
