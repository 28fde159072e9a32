"""How a line of the timeline is broken into lines of text, and how high it is; worked out once and kept."""

from dataclasses import dataclass

from PySide6.QtGui import QFont

from desktop.ui.case.timeline_model import TimelineRow
from desktop.ui.theme import Theme
from desktop.ui.theme.painting import text_width, wrapped

SHOWN_LINES = 6  #: of a text before it is cut
_SHOWN_CHARACTERS = 1_200  #: looked at for those lines; the rest of a long text is not even broken
_TITLE_LINES = 3
_PIECE = 2_000  #: characters that are broken at a time: one endless word would take Qt long
_SHORT = 200  #: characters of a text that may fit on one line, as most do

TIME_LEFT, DOT, AUTHOR = 14, 24, 112
ABOVE, BELOW = 8, 8
DAY_ROOM = 28


@dataclass(frozen=True, slots=True)
class Laid:
    """A row broken into lines, with heights in logical pixels.

    ``more`` where the text was cut, ``less`` where it is whole although it is long.
    """

    title: tuple[str, ...]
    text: tuple[str, ...]
    day_height: int
    title_line: int
    text_line: int
    more: bool = False
    less: bool = False

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


class TimelineLayout:
    """Lays rows out for one width. ``forget`` when fonts or words change."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: dict[tuple[str, str, bool], tuple[Laid, TimelineRow]] = {}
        self._width = 0

    def forget(self) -> None:
        """Fonts, sizes or words are others now."""
        self._kept.clear()

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

    def _laid(self, row: TimelineRow, width: int, is_whole: bool) -> Laid:
        theme = self._theme
        room = max(80, width - text_left(theme) - TIME_LEFT)
        name = min(theme.metrics.px(AUTHOR), text_width(theme.font("meta"), row.line.who) + 12)
        title = _broken(row.line.title, theme.font("guest"), room - name, _TITLE_LINES)
        text, more, less = self._text(row.line.text, room, is_whole)
        return Laid(
            title=tuple(title),
            text=tuple(text),
            day_height=theme.metrics.px(DAY_ROOM) if row.day else 0,
            title_line=max(theme.metrics.px(20), theme.metrics.role("guest").line),
            text_line=theme.metrics.role("body").line,
            more=more,
            less=less,
        )

    def _text(self, text: str, room: float, is_whole: bool) -> tuple[list[str], bool, bool]:
        if not text:
            return [], False, False
        font = self._theme.font("body")
        head = text if is_whole else text[:_SHOWN_CHARACTERS]
        lines = _broken(head, font, room)
        is_long = len(lines) > SHOWN_LINES + 1 or len(head) < len(text)
        if is_whole or not is_long:
            return lines, False, is_long and is_whole
        return lines[:SHOWN_LINES], True, False


def _broken(text: str, font: QFont, room: float, most: int = 0) -> list[str]:
    line = " ".join(text.split()) if len(text) <= _SHORT and len(text.splitlines()) <= 1 else ""
    if line and text_width(font, line) <= room:
        return [line]
    lines: list[str] = []
    for paragraph in text.splitlines():
        for start in range(0, max(1, len(paragraph)), _PIECE):
            lines += wrapped(paragraph[start : start + _PIECE], font, room)
    return wrapped(text, font, room, most) if 0 < most < len(lines) else lines
