"""The theme as cells need it, hundreds of times for every look at the queue."""

from PySide6.QtGui import QFont

from desktop.ui.theme import Theme
from desktop.ui.theme.metrics import Role
from desktop.ui.theme.painting import wrapped

_MOST_KEPT = 4_000  #: broken texts; those of some hundred rows


class CellLook:
    """Colours, measures and fonts of one theme; fonts and broken lines are worked out once. Never outlives a change."""

    def __init__(self, theme: Theme) -> None:
        self.tokens = theme.tokens
        self.metrics = theme.metrics
        self._theme = theme
        self._fonts: dict[Role, QFont] = {}
        self._lines: dict[tuple[str, Role, float], list[str]] = {}

    def font(self, role: Role) -> QFont:
        """The font of a type role."""
        if role not in self._fonts:
            self._fonts[role] = self._theme.font(role)
        return self._fonts[role]

    def line(self, role: Role) -> int:
        """The line height of a type role, in logical pixels."""
        return self.metrics.role(role).line

    def two_lines(self, words: str, role: Role, width: float) -> list[str]:
        """Words broken into at most two lines of this width; the second ends with … if more would follow."""
        key = (words, role, width)
        if key not in self._lines:
            if len(self._lines) >= _MOST_KEPT:
                self._lines.clear()
            self._lines[key] = wrapped(words, self.font(role), width, 2)
        return self._lines[key]
