"""Sparkline: how a few spans went, in the height of a line of text (design.md 7, Where)."""

from dataclasses import dataclass

from desktop.domain.charts.scene import Gauge, Item, Marker, Polyline, Scene, Shape, Tone

_WIDTH, _HEIGHT = 56, 18  #: pixels that it likes to have
_EDGE = 3  #: room for the line's width and the dot
_LINE = 1.4
_DOT = 2.2


@dataclass(frozen=True, slots=True)
class SparkPicture:
    """Values, the oldest first. ``risen``: it calls for a look, so its line is marked and ends in a dot."""

    title: str
    alt: str
    values: tuple[int, ...]
    risen: bool = False

    def natural_width(self, gauge: Gauge) -> float:
        """A few letters wide."""
        return gauge.px(_WIDTH)

    def natural_height(self, width: float, gauge: Gauge) -> float:  # noqa: ARG002 (the pictures' signature)
        """A line of text high."""
        return gauge.px(_HEIGHT)

    def lay_out(self, width: float, height: float, gauge: Gauge) -> Scene:
        """One line through all values; a single value is a dot, all alike are a level line."""
        edge = min(gauge.px(_EDGE), width / 2, height / 2)
        tone = Tone.RISK if self.risen else Tone.INK3
        items: list[Item] = []
        if self.values:
            points = self._points(width, height, edge)
            if len(points) > 1:
                items.append(Polyline(tuple(points), tone, gauge.px(_LINE)))
            if self.risen or len(points) == 1:
                items.append(Marker(*points[-1], min(gauge.px(_DOT), edge), Shape.FILLED, tone))
        return Scene(width, height, tuple(items), (), self.title, self.alt)

    def _points(self, width: float, height: float, edge: float) -> list[tuple[float, float]]:
        low, high, last = min(self.values), max(self.values), len(self.values) - 1
        found = []
        for place, value in enumerate(self.values):
            x = edge + (width - 2 * edge) * place / last if last else width / 2
            share = (value - low) / (high - low) if high > low else 0.5
            found.append((x, height - edge - (height - 2 * edge) * share))
        return found
