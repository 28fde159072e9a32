"""What the six tiles compare: values, differences, and which way is better. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum, auto

from desktop.domain.figures.report_shapes import Goals
from desktop.domain.figures.shapes import Figures


class TileKind(StrEnum):
    """The tiles, in reading order."""

    COMPLAINTS = "complaints"
    RATE = "rate"
    REPLY = "reply"
    RESOLVED = "resolved"
    SATISFACTION = "satisfaction"
    GIVEN = "given"


class Verdict(Enum):
    """What a difference means; fewer complaints may only mean that fewer were written down, so that is no praise."""

    BETTER = auto()
    WORSE = auto()
    PLAIN = auto()


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure and the same one of the span before, rounded as figures are; None where not known.

    Units: cases, cases per activity, minutes, per cent, mean of 5, minor units of the currency.
    """

    kind: TileKind
    value: Decimal | None
    before: Decimal | None
    goal: Decimal | None = None  #: of ``measured``
    measured: Decimal | None = None  #: what the goal is of; another figure than ``value`` for the first reply

    @property
    def change(self) -> Decimal | None:
        """The value less the one before."""
        return None if self.value is None or self.before is None else self.value - self.before

    @property
    def verdict(self) -> Verdict:
        """What the difference means."""
        if not self.change:
            return Verdict.PLAIN
        if self.kind in _MORE_IS_BETTER:
            return Verdict.BETTER if self.change > 0 else Verdict.WORSE
        if self.change > 0:
            return Verdict.WORSE
        return Verdict.PLAIN if self.kind in _LESS_IS_NO_PRAISE else Verdict.BETTER

    @property
    def meets_goal(self) -> bool | None:
        """Whether the goal is met; None where there is none or nothing is known."""
        if self.goal is None or self.measured is None:
            return None
        return self.measured <= self.goal if self.kind is TileKind.RATE else self.measured >= self.goal


_MORE_IS_BETTER = (TileKind.RESOLVED, TileKind.SATISFACTION)
_LESS_IS_NO_PRAISE = (TileKind.COMPLAINTS, TileKind.RATE)


def tiles(figures: Figures, before: Figures | None, goals: Goals) -> tuple[Tile, ...]:
    """The six tiles."""
    now, then = _values(figures), _values(before) if before is not None else {}
    aims: Mapping[TileKind, tuple[Decimal | None, Decimal | None]] = {
        TileKind.RATE: (goals.rate, figures.rate),
        TileKind.REPLY: (goals.within_1h_pct, figures.first_response.within_1h.pct),
        TileKind.RESOLVED: (goals.resolve_pct, figures.on_target.resolve.pct),
        TileKind.SATISFACTION: (goals.satisfaction, figures.satisfaction.mean),
    }
    return tuple(Tile(kind, now[kind], then.get(kind), *aims.get(kind, (None, None))) for kind in TileKind)


def _values(figures: Figures) -> Mapping[TileKind, Decimal | None]:
    return {
        TileKind.COMPLAINTS: Decimal(figures.received),
        TileKind.RATE: figures.rate,
        TileKind.REPLY: figures.first_response.median_min,
        TileKind.RESOLVED: figures.on_target.resolve.pct,
        TileKind.SATISFACTION: figures.satisfaction.mean,
        TileKind.GIVEN: Decimal(figures.compensation.total),
    }
