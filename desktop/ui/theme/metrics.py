"""The measures of the window: type roles, heights and spacing, all in logical pixels (design.md 3 and 4)."""

from dataclasses import dataclass, field
from typing import Literal

SPACING = (2, 4, 6, 8, 10, 12, 16, 20, 24, 32)
TEXT_SIZES = (100, 112, 125)

RADIUS_CONTROL = 6
RADIUS_CARD = 8
RADIUS_TAG = 4
RADIUS_BAR = 2

Role = Literal[
    "say", "score", "kpi", "title", "number", "subtitle", "timer", "section",
    "body", "strong", "guest", "narrative", "meta", "tag", "header", "key", "chart",
]  # fmt: skip

HeightName = Literal[
    "top_bar", "status_bar", "conversation_header", "conversation_foot", "rail_item",
    "button", "button_row", "button_small", "button_footer", "button_wizard", "input",
    "chip", "queue_row", "queue_header", "table_row", "handover_row", "tag", "key_cap",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class TypeRole:
    """One way text looks: font size and line height in pixels, weight as in CSS (400 to 700)."""

    size: int
    line: int
    weight: int


_ROLES: dict[str, TypeRole] = {
    "say": TypeRole(26, 36, 500),
    "score": TypeRole(40, 44, 600),
    "kpi": TypeRole(26, 32, 600),
    "title": TypeRole(20, 26, 600),
    "number": TypeRole(20, 26, 600),
    "subtitle": TypeRole(16, 22, 600),
    "timer": TypeRole(16, 22, 600),
    "section": TypeRole(14, 20, 600),
    "body": TypeRole(13, 18, 400),
    "strong": TypeRole(13, 18, 600),
    "guest": TypeRole(13, 18, 500),
    "narrative": TypeRole(14, 23, 400),
    "meta": TypeRole(12, 16, 400),
    "tag": TypeRole(12, 16, 500),
    "header": TypeRole(12, 16, 500),
    "key": TypeRole(11, 14, 400),
    "chart": TypeRole(11, 14, 400),
}
_COMPACT_ROLES = {"say": TypeRole(22, 30, 500), "narrative": TypeRole(13, 20, 400)}
_CHINESE_SAY_LINE = 42  # roomy script lines in Chinese stand further apart than the general +2

#: Heights as (roomy, compact).
_HEIGHTS: dict[str, tuple[int, int]] = {
    "top_bar": (48, 48),
    "status_bar": (26, 26),
    "conversation_header": (52, 44),
    "conversation_foot": (52, 48),
    "rail_item": (56, 52),
    "button": (32, 32),
    "button_row": (28, 28),
    "button_small": (26, 26),
    "button_footer": (36, 36),
    "button_wizard": (40, 40),
    "input": (32, 32),
    "chip": (48, 44),
    "queue_row": (52, 40),
    "queue_header": (32, 28),
    "table_row": (34, 34),
    "handover_row": (43, 43),
    "tag": (20, 20),
    "key_cap": (18, 18),
}


@dataclass(frozen=True, slots=True)
class Metrics:
    """All measures for one choice of text size (100, 112 or 125 per cent), room and language."""

    text_size: int = 100
    compact: bool = False
    chinese: bool = False
    _roles: dict[str, TypeRole] = field(default_factory=dict, init=False, repr=False, compare=False)  # asked before

    def px(self, pixels: float) -> int:
        """A height or type size grown by the text size. Spacing and edges do not grow."""
        return round(pixels * self.text_size / 100)

    def role(self, name: Role) -> TypeRole:
        """How text of a role looks now; line heights are 2 more in Chinese (42 in the roomy script)."""
        if name not in self._roles:
            self._roles[name] = self._work_out(name)
        return self._roles[name]

    def _work_out(self, name: Role) -> TypeRole:
        role = _COMPACT_ROLES.get(name, _ROLES[name]) if self.compact else _ROLES[name]
        line = role.line
        if self.chinese:
            line = _CHINESE_SAY_LINE if name == "say" and not self.compact else line + 2
        return TypeRole(self.px(role.size), self.px(line), role.weight)

    def height(self, name: HeightName) -> int:
        """The height of a row or control, grown by the text size."""
        roomy, compact = _HEIGHTS[name]
        return self.px(compact if self.compact else roomy)


def is_compact(width: int, height: int) -> bool:
    """Whether a client area of this many logical pixels takes the compact layout (design.md 4)."""
    return width < 1400 or height < 760
