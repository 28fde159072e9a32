"""Time left: the time, what it is for, and a bar of time used (design.md 5)."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.marks.base import MarkWidget
from desktop.ui.theme.fonts import resized
from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.metrics import Metrics, Role
from desktop.ui.theme.painting import RIGHT, font_for, paint_bar, paint_text, text_width
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tokens

_ICON = 14
_GAP = 4
_BAR = 4
_BAR_GAP = 5


class Look(StrEnum):
    """How pressing a clock is."""

    NORMAL = "normal"
    SOON = "soon"
    OVERDUE = "overdue"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """One clock as words: ``text`` ("0:27 over", "3:05", "Fri 09:30"), ``kind`` ("reply"), share of time used (0–1)."""

    text: str
    kind: str
    used: float
    look: Look = Look.NORMAL


_ICONS = {Look.SOON: "clock", Look.OVERDUE: "triangle-alert", Look.PAUSED: "pause"}


def _colours(look: Look, tokens: Tokens) -> tuple[str, str]:
    """Text and bar."""
    return {
        Look.NORMAL: (tokens.ink, tokens.bar),
        Look.SOON: (tokens.p2, tokens.p2),
        Look.OVERDUE: (tokens.p1, tokens.p1),
        Look.PAUSED: (tokens.ink3, tokens.ink3),
    }[look]


def paint_time_left(
    painter: QPainter, rect: QRectF, time: TimeLeft, tokens: Tokens, metrics: Metrics, role: Role = "guest"
) -> None:
    """Paints icon, time and kind in a line, the bar under them, all in the middle of ``rect`` by height."""
    line = metrics.role(role).line
    top = rect.center().y() - (line + _BAR_GAP - 2 + _BAR) / 2
    ink, bar = _colours(time.look, tokens)
    left = rect.left()
    if icon := _ICONS.get(time.look):
        size = metrics.px(_ICON)
        paint_icon(painter, QRectF(left, top, size, line), icon, ink)
        left += size + _GAP
    kind_font = font_for(painter, metrics, "chart")
    kind = text_width(kind_font, time.kind)
    words = QRectF(left, top, rect.right() - left - (kind + _GAP if time.kind else 0), line)
    paint_text(painter, words, time.text, font_for(painter, metrics, role), ink)
    if time.kind:
        box = QRectF(rect.right() - kind - 1, top, kind + 1, line)
        paint_text(painter, box, time.kind, kind_font, tokens.ink3, RIGHT)
    used = 1.0 if time.look is Look.OVERDUE else time.used
    track = QRectF(rect.left(), round(top + line + _BAR_GAP - 2), rect.width(), _BAR)
    paint_bar(painter, track, used, bar, tokens.line)


class TimeLeftMark(MarkWidget):
    """One clock, as wide as it may be. Screen readers hear kind and time; ``name`` says more."""

    def __init__(self, time: TimeLeft, name: str = "", *, role: Role = "guest", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role: Role = role
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_time(time, name)

    def set_time(self, time: TimeLeft, name: str = "") -> None:
        """The clock has gone on."""
        self._time = time
        self.refresh(name or f"{time.kind} {time.text}".strip())

    def measure(self, theme: Theme) -> tuple[float, float]:
        """All in a line, with the bar under it."""
        base = theme.font("body")
        icon = theme.metrics.px(_ICON) + _GAP if self._time.look in _ICONS else 0
        words = text_width(resized(base, theme.metrics.role(self._role)), self._time.text)
        kind = text_width(theme.font("chart"), self._time.kind)
        return icon + words + 2 * _GAP + kind, theme.metrics.role(self._role).line + _BAR_GAP + _BAR

    def paint_mark(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paints the clock."""
        paint_time_left(painter, rect, self._time, theme.tokens, theme.metrics, self._role)
