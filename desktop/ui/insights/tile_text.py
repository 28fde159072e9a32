"""The six tiles in words."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QObject

from desktop.domain.kinds import Property
from desktop.ui.insights.text import InsightsText
from desktop.ui.insights.tile_values import Tile, TileKind, Verdict
from desktop.words.formats import NOT_KNOWN, figure_text, minutes_text, pct_text, sum_text

_HOUR = 60
_ICONS = {1: "arrow-up", 0: "minus", -1: "arrow-down"}


@dataclass(frozen=True, slots=True)
class TileWords:
    """All that a tile says; equal words look the same."""

    label: str = ""
    value: str = ""
    icon: str = ""  #: of the difference; empty where there is none
    change: str = ""
    verdict: Verdict = Verdict.PLAIN
    was: str = ""
    goal: str = ""
    meets_goal: bool | None = None
    spoken: str = ""  #: the whole tile for screen readers


class TileText(QObject):
    """Turns tiles into words, in the language of the screen's text."""

    def __init__(self, text: InsightsText, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = text

    def words(self, tile: Tile) -> TileWords:
        """What a tile says."""
        change = tile.change
        sign = 0 if not change else 1 if change > 0 else -1
        label, value = self._label(tile.kind), self._value(tile.kind, tile.value)
        changed = self._change(tile.kind, change) if change is not None else ""
        was, goal = self.tr("was {value}").format(value=self._was(tile)), self._goal(tile)
        return TileWords(
            label,
            value,
            _ICONS[sign] if change is not None else "",
            changed,
            tile.verdict,
            was,
            goal,
            tile.meets_goal,
            self.tr("{label}: {said}").format(label=label, said=self._text.in_a_row((value, changed, was, goal))),
        )

    def _label(self, kind: TileKind) -> str:
        is_hotel = self._text.site.property is Property.HOTEL
        return {
            TileKind.COMPLAINTS: self.tr("Complaints"),
            TileKind.RATE: self.tr("Per 1,000 room-nights") if is_hotel else self.tr("Per 10,000 sales"),
            TileKind.REPLY: self.tr("First reply, median"),
            TileKind.RESOLVED: self.tr("Resolved in time"),
            TileKind.SATISFACTION: self.tr("Satisfaction after"),
            TileKind.GIVEN: self.tr("Given back"),
        }[kind]

    def _value(self, kind: TileKind, value: Decimal | None) -> str:
        short = self._short(kind, value)
        return f"{short} / 5" if kind is TileKind.SATISFACTION and value is not None else short

    def _was(self, tile: Tile) -> str:
        """The value before; minutes stand without their unit beside those of the value, to fit in one line."""
        before = tile.before
        if tile.kind is TileKind.REPLY and before is not None and before < _HOUR:
            return minutes_text(before, self._text.language).partition(" ")[0]
        return self._short(tile.kind, before)

    def _short(self, kind: TileKind, value: Decimal | None) -> str:
        if value is None:
            return NOT_KNOWN
        match kind:
            case TileKind.REPLY:
                return minutes_text(value, self._text.language)
            case TileKind.RESOLVED:
                return pct_text(value)
            case TileKind.GIVEN:
                return sum_text(int(value), self._text.site.currency)
        return figure_text(value)

    def _change(self, kind: TileKind, change: Decimal) -> str:
        if not change:
            return self.tr("no change")
        is_more = change > 0
        words = {
            TileKind.COMPLAINTS: self.tr("{n} more") if is_more else self.tr("{n} fewer"),
            TileKind.RATE: self.tr("{n} more") if is_more else self.tr("{n} fewer"),
            TileKind.REPLY: self.tr("{n} slower") if is_more else self.tr("{n} faster"),
            TileKind.RESOLVED: self.tr("{n} pts better") if is_more else self.tr("{n} pts worse"),
            TileKind.SATISFACTION: self.tr("{n} better") if is_more else self.tr("{n} worse"),
            TileKind.GIVEN: self.tr("{n} more") if is_more else self.tr("{n} less"),
        }[kind]
        size = abs(change)
        return words.format(n=figure_text(size) if kind is TileKind.RESOLVED else self._short(kind, size))

    def _goal(self, tile: Tile) -> str:
        if tile.goal is None:
            return ""
        if tile.kind is TileKind.REPLY:
            return self.tr("{share} within 1 h, goal {goal}").format(
                share=pct_text(tile.measured), goal=pct_text(tile.goal)
            )
        goal = self._short(tile.kind, tile.goal)
        if tile.meets_goal is None:
            return self.tr("Goal {goal}").format(goal=goal)
        words = self.tr("Goal {goal}, met") if tile.meets_goal else self.tr("Goal {goal}, not met")
        return words.format(goal=goal)
