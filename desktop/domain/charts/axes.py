"""The room between the axes of a chart over time: round steps upwards, places from left to right."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.charts.layout import label, level, round_steps, widest
from desktop.domain.charts.scene import Gauge, Label, Polyline, TextRole

_MOST_INTERVALS = 5
_LINES_A_STEP = 2.2  #: lines of words that a step is at least high
_LEAST_WIDTH = 60  #: pixels
_TICK_GAP = 8
_EDGE = 7  #: room for half a mark at either end


@dataclass(frozen=True, slots=True)
class Plot:
    """Where things stand; ``count`` places have columns of equal width, ``most`` is at the top."""

    left: float
    top: float
    right: float
    bottom: float
    count: int
    most: Decimal
    edge: float
    grid: tuple[Polyline, ...]
    tick_labels: tuple[Label, ...]

    @property
    def step(self) -> float:
        """From one place to the next."""
        return (self.right - self.left - 2 * self.edge) / max(self.count - 1, 1)

    def x(self, place: int) -> float:
        """The middle of a place; a single one stands in the middle of all."""
        return (self.left + self.right) / 2 if self.count == 1 else self.left + self.edge + place * self.step

    def y(self, value: Decimal) -> float:
        """The height of a value."""
        return self.bottom - (self.bottom - self.top) * float(value / self.most)

    def column(self, place: int) -> tuple[float, float]:
        """Left and right end of a place: half-way to its neighbours, and to the axes at the ends."""
        if self.count == 1:
            return self.left, self.right
        left = self.left if place == 0 else self.x(place) - self.step / 2
        right = self.right if place == self.count - 1 else self.x(place) + self.step / 2
        return left, right


def make_plot(
    gauge: Gauge,
    most: Decimal,
    tick: Callable[[Decimal], str],
    *,
    top: float,
    right: float,
    bottom: float,
    count: int,
    whole: bool,
) -> Plot | None:
    """A plot with round steps up to ``most``; ``top`` leaves half a line for the highest number. None without room."""
    top += gauge.label_line / 2
    if bottom - top < 2 * gauge.label_line:
        return None
    intervals = max(1, min(_MOST_INTERVALS, int((bottom - top) / (_LINES_A_STEP * gauge.label_line))))
    values = round_steps(most, intervals, whole=whole)
    texts = [tick(value) for value in values]
    numbers = widest(texts, TextRole.LABEL, gauge)
    left = numbers + gauge.px(_TICK_GAP)
    if right - left < gauge.px(_LEAST_WIDTH):
        return None
    height = (bottom - top) / (len(values) - 1)
    heights = [bottom - n * height for n in range(len(values))]
    return Plot(
        left,
        top,
        right,
        bottom,
        count,
        values[-1],
        gauge.px(_EDGE) if count > 1 else 0.0,
        tuple(level(left, right, y, gauge) for y in heights),
        tuple(label(text, numbers, y, gauge, anchor="end") for text, y in zip(texts, heights, strict=True)),
    )
