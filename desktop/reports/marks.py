"""Marks in black and white (design.md 5): their shapes say everything."""

from collections.abc import Callable
from math import cos, pi, sin

from desktop.domain.kinds import Band
from desktop.reports.pen import Pen

Mark = Callable[[Pen, float, float, float], None]  #: draws into a square: pen, left, top, side

_P3_GREY = 0.47
_EIGHT = [pi / 8 + n * pi / 4 for n in range(8)]


def band_mark(band: Band) -> Mark:
    """The mark of a priority: octagon with ``!``, triangle, grey square, ring."""
    return {Band.P1: _octagon, Band.P2: _triangle, Band.P3: _square, Band.P4: _ring}[band]


def logo(pen: Pen, x: float, y: float, side: float) -> None:
    """The sign of Amends: what was said, and a tick."""
    unit = side / 28
    pen.box(x + unit, y + unit, 26 * unit, 26 * unit, radius=6 * unit, thickness=1.75 * unit)
    bubble = [(7, 7.9), (21, 7.9), (21, 18.2), (13.4, 18.2), (9.9, 21.8), (9.9, 18.2), (7, 18.2)]
    pen.stroke([(x + a * unit, y + b * unit) for a, b in bubble], 1.75 * unit, closed=True)
    tick = [(10.8, 12.6), (13.1, 14.9), (17.6, 10.4)]
    pen.stroke([(x + a * unit, y + b * unit) for a, b in tick], 1.75 * unit)


def mood_bars(emotion: int) -> Mark:
    """Five rising bars, ``emotion`` + 1 of them black."""

    def draw(pen: Pen, x: float, y: float, side: float) -> None:
        unit = side / 16
        for n in range(5):
            height = (4 + 2 * n) * unit
            grey = 0.0 if n <= emotion else 0.8
            pen.block(x + 3.4 * n * unit, y + 14 * unit - height, 2.4 * unit, height, grey)

    return draw


def tick_box(done: bool) -> Mark:
    """A box to tick, ticked or not."""

    def draw(pen: Pen, x: float, y: float, side: float) -> None:
        unit = side / 16
        pen.box(x + 2 * unit, y + 2 * unit, 12 * unit, 12 * unit, thickness=1.2 * unit)
        if done:
            pen.stroke([(x + a * unit, y + b * unit) for a, b in ((4.6, 8.2), (7.2, 10.8), (11.6, 5.6))], 1.8 * unit)

    return draw


def _octagon(pen: Pen, x: float, y: float, side: float) -> None:
    middle_x, middle_y, radius, unit = x + side / 2, y + side / 2, side * 0.49, side / 16
    pen.fill([(middle_x + radius * cos(a), middle_y + radius * sin(a)) for a in _EIGHT])
    pen.block(middle_x - unit, y + 3.6 * unit, 2 * unit, 5.2 * unit, 1, radius=unit)
    pen.circle(middle_x, y + 11.4 * unit, 1.2 * unit, grey=1)


def _triangle(pen: Pen, x: float, y: float, side: float) -> None:
    unit = side / 16
    pen.fill([(x + 8 * unit, y + unit), (x + 15.2 * unit, y + 14 * unit), (x + 0.8 * unit, y + 14 * unit)])


def _square(pen: Pen, x: float, y: float, side: float) -> None:
    unit = side / 16
    pen.block(x + 2 * unit, y + 2 * unit, 12 * unit, 12 * unit, _P3_GREY, radius=1.5 * unit)


def _ring(pen: Pen, x: float, y: float, side: float) -> None:
    pen.circle(x + side / 2, y + side / 2, side / 16 * 5.4, thickness=side / 16 * 1.9)
