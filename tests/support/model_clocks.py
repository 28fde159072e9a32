"""The clocks of domain.md 5 worked out a second time, by arithmetic on seconds, for sites in a zone of UTC+8."""

from dataclasses import dataclass

HOUR, DAY = 3_600, 86_400
_AHEAD = 8 * HOUR  #: of UTC, all year round
_OPENS, _OPEN_FOR = 10 * HOUR, 12 * HOUR  #: a shop without hours of its own: 10:00–22:00 daily

#: Minutes until the first response and until the resolution (domain.md 5, defaults).
TARGETS = {"P1": (10, 120), "P2": (30, 480), "P3": (60, 1_440), "P4": (240, 4_320)}


@dataclass(frozen=True)
class SiteHours:
    """When the clocks of a site run: those of a hotel and of every P1 always, the others while the shop is open."""

    is_shop: bool

    def worked(self, band: str, at: int) -> int:
        """Working seconds up to a moment (seconds since 1970)."""
        if band == "P1" or not self.is_shop:
            return at
        days, clock = divmod(at + _AHEAD, DAY)
        return days * _OPEN_FOR + min(max(clock - _OPENS, 0), _OPEN_FOR)

    def reached(self, band: str, worked: int) -> int:
        """The first moment by which so many seconds were worked: closing time, not the next morning."""
        if band == "P1" or not self.is_shop:
            return worked
        days, rest = divmod(worked - 1, _OPEN_FOR)
        return days * DAY + _OPENS + rest + 1 - _AHEAD

    def paused(self, band: str, since: int, pauses: list[list[int]], now: int) -> int:
        """Working seconds of waiting from ``since`` on; a pause that lasts is ``[start]``, others ``[start, end]``."""
        ends = [(pause[0], pause[1] if len(pause) > 1 else now) for pause in pauses]
        return sum(self.worked(band, end) - self.worked(band, max(start, since)) for start, end in ends if end > since)

    def due(self, band: str, since: int, minutes: int, paused: int = 0) -> int:
        """When a target that runs from ``since`` is due."""
        return self.reached(band, self.worked(band, since) + minutes * 60 + paused)
