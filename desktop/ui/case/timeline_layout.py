"""How a line of the timeline is broken into lines of text, and how high it is; worked out once and kept."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from desktop.ui.case.story_values import short_name
from desktop.ui.case.timeline_model import TimelineRow
from desktop.ui.case.told import Told
from desktop.ui.theme import Theme
from desktop.ui.theme.painting import text_width, wrapped

SHOWN_LINES = 6  #: of a text before it is cut
_SHOWN_CHARACTERS = 1_200  #: looked at for those lines; the rest of a long text is not even broken
_TITLE_LINES = 3
_PIECE = 2_000  #: characters that are broken at a time: one endless word would take Qt long
_SPARE = 1.06  #: how much wider a line may come out than its characters one by one
_SHORT = 200  #: characters of a text that may fit on one line, as most do

TIME_LEFT, DOT, AUTHOR = 14, 24, 112
ABOVE, BELOW = 8, 8
DAY_ROOM = 28


@dataclass(frozen=True, slots=True)
class Laid:
    """A row broken into lines, with heights in logical pixels.

    ``more`` where the text was cut, ``less`` where it is whole although it is long. ``headings`` are lines of the text.
    """

    title: tuple[str, ...]
    text: tuple[str, ...]
    day_height: int
    title_line: int
    text_line: int
    more: bool = False
    less: bool = False
    headings: frozenset[int] = frozenset()

    @property
    def link_lines(self) -> int:
        """How many lines the link takes."""
        return int(self.more or self.less)

    @property
    def height(self) -> int:
        """All of it."""
        lines = len(self.text) + self.link_lines
        return self.day_height + ABOVE + len(self.title) * self.title_line + lines * self.text_line + BELOW


def text_left(theme: Theme) -> int:
    """Where titles and texts begin."""
    return dot_left(theme) + theme.metrics.px(DOT) + 8


def dot_left(theme: Theme) -> int:
    """Where the dots begin: after the time."""
    return TIME_LEFT + theme.metrics.px(40) + 12


#: Marks that turn the direction of what follows, and characters that nobody sees: shown as if they weren't there.
_UNSEEN = dict.fromkeys(
    (0x061C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF)
)
#: Controls but tabs and line ends.
_CONTROLS = dict.fromkeys((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)), " ")
_HARMLESS = {**_UNSEEN, **_CONTROLS}


class _Ruler:
    """Measures lines of one font quickly: character by character, each measured once.

    A sum of characters is near the truth but no more; so only a line that fits with room to spare is taken for one.
    """

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._widths: dict[str, float] = {}

    def surely_fits(self, line: str, room: float) -> bool:
        """Whether a line is narrower than ``room`` logical pixels; False where only Qt can tell."""
        widths, total = self._widths, 0.0
        for character in line:
            width = widths.get(character)
            if width is None:
                width = widths[character] = self._metrics.horizontalAdvance(character)
            total += width
        return total * _SPARE <= room

    def broken(self, text: str, room: float, most: int = 0) -> list[str]:
        """The lines of a text; more than ``most`` of them, if above 0, end with …."""
        line = " ".join(text.split()) if len(text) <= _SHORT and len(text.splitlines()) <= 1 else ""
        if line and self.surely_fits(line, room):
            return [line]
        lines: list[str] = []
        for paragraph in text.splitlines():
            for start in range(0, max(1, len(paragraph)), _PIECE):
                lines += wrapped(paragraph[start : start + _PIECE], self.font, room)
        return wrapped(text, self.font, room, most) if 0 < most < len(lines) else lines


class TimelineLayout:
    """Lays rows out for one width. ``forget`` when fonts or words change."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: dict[tuple[str, str, bool], tuple[Laid, TimelineRow]] = {}
        self._width = 0
        self._rule()

    def forget(self) -> None:
        """Fonts, sizes or words are others now."""
        self._kept.clear()
        self._rule()

    def lay(self, row: TimelineRow, width: int, *, is_whole: bool) -> Laid:
        """The row at a width of the list."""
        if width != self._width:
            self._kept.clear()
            self._width = width
        key = (row.line.key, row.day, is_whole)
        kept = self._kept.get(key)
        if kept is not None and kept[1].line == row.line:
            return kept[0]
        laid = self._laid(row, width, is_whole)
        self._kept[key] = laid, row
        return laid

    def _rule(self) -> None:
        theme = self._theme
        self._title, self._text = _Ruler(theme.font("guest")), _Ruler(theme.font("body"))
        self._left, self._author = text_left(theme), theme.metrics.px(AUTHOR)
        self._name_widths: dict[str, float] = {}
        self._title_line = max(theme.metrics.px(20), theme.metrics.role("guest").line)
        self._text_line = theme.metrics.role("body").line
        self._day_height = theme.metrics.px(DAY_ROOM)

    def _name_width(self, name: str) -> float:
        width = self._name_widths.get(name)
        if width is None:
            said = text_width(self._theme.font("meta"), short_name(name)) + 12 if name else 0
            width = self._name_widths[name] = min(self._author + 12, said)
        return width

    def _laid(self, row: TimelineRow, width: int, is_whole: bool) -> Laid:
        room = max(80, width - self._left - TIME_LEFT)
        title = self._title.broken(row.line.title, room - self._name_width(row.line.who), _TITLE_LINES)
        text, headings, more, less = self._broken_text(row.line.told, room, is_whole)
        return Laid(
            title=tuple(title),
            text=tuple(text),
            day_height=self._day_height if row.day else 0,
            title_line=self._title_line,
            text_line=self._text_line,
            more=more,
            less=less,
            headings=headings,
        )

    def _broken_text(self, told: Told, room: float, is_whole: bool) -> tuple[list[str], frozenset[int], bool, bool]:
        """The lines, which of them are headings, whether more of them are to come, whether all of a long text."""
        if not told.text:
            return [], frozenset(), False, False
        head = told.text if is_whole else told.text[:_SHOWN_CHARACTERS]
        lines, headings = self._lines_of(head.translate(_HARMLESS), told.headings, room)
        is_long = len(lines) > SHOWN_LINES + 1 or len(head) < len(told.text)
        if is_whole or not is_long:
            return lines, headings, False, is_long and is_whole
        return lines[:SHOWN_LINES], headings, True, False

    def _lines_of(self, text: str, headings: tuple[int, ...], room: float) -> tuple[list[str], frozenset[int]]:
        if not headings:
            return self._text.broken(text, room), frozenset()
        lines: list[str] = []
        heads: list[int] = []
        are_headings = set(headings)
        for place, paragraph in enumerate(text.split("\n")):
            ruler = self._title if place in are_headings else self._text
            broken = ruler.broken(paragraph, room) or [""]
            if place in are_headings:
                heads += range(len(lines), len(lines) + len(broken))
            lines += broken
        return lines, frozenset(heads)
