"""Control chart: complaints per week between their limits (figures.md, Early warning; design.md 14)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from desktop.domain.charts.axes import Plot, make_plot
from desktop.domain.charts.layout import blank, empty_scene, every, fitted, label, overlap, spread, widest
from desktop.domain.charts.scene import (
    Anchor,
    Gauge,
    Hit,
    Item,
    Label,
    Marker,
    Point,
    Polyline,
    Rect,
    Scene,
    Shape,
    Target,
    TextRole,
    Tone,
)
from desktop.domain.figures.report_shapes import ControlChart, WeekPoint

_SHARE = 0.36  #: height of the width that it likes to have
_LOWEST, _HIGHEST = 150, 270  #: pixels
_SIDE = 0.4  #: the share of the width that the limits' words may take
_GAP = 8
_WEEK_GAP = 36  #: between the names of weeks
_DOT, _DIAMOND = 3.2, 6.5
_LINE = 1.6


@dataclass(frozen=True, slots=True)
class ControlWords:
    """What the chart says. ``few`` stands above it while no week has limits; it may be empty."""

    week: Callable[[date], str]
    tick: Callable[[Decimal], str]
    limit: Callable[[Decimal], str]
    upper: Callable[[str], str]
    usual: Callable[[str], str]
    lower: Callable[[str], str]
    signal: Callable[[WeekPoint], str]
    tip: Callable[[WeekPoint], str]
    few: str
    empty: str


@dataclass(frozen=True, slots=True)
class ControlPicture:
    """Weeks with their own limits: dots open as usual, filled in a run, a diamond beyond the upper limit."""

    title: str
    alt: str
    chart: ControlChart
    words: ControlWords

    def natural_height(self, width: float, gauge: Gauge) -> float:
        """A good third of its width."""
        return min(max(_SHARE * width, gauge.px(_LOWEST)), gauge.px(_HIGHEST))

    def lay_out(self, width: float, height: float, gauge: Gauge) -> Scene:
        """Band, limits and usual as steps, one dot a week, words for limits and for the last signal."""
        if not self.chart.weeks:
            return empty_scene(width, height, gauge, (self.title, self.alt, self.words.empty))
        layout = _Layout(self, width, height, gauge)
        return layout.scene() if layout.fits else blank(width, height, self.title, self.alt)


def has_limits(chart: ControlChart) -> bool:
    """Whether any week could be judged."""
    return any(week.upper is not None for week in chart.weeks)


class _Layout:
    def __init__(self, picture: ControlPicture, width: float, height: float, gauge: Gauge) -> None:
        self._picture, self._width, self._height, self._gauge = picture, width, height, gauge
        self._words, self._weeks = picture.words, picture.chart.weeks
        self._note = "" if has_limits(picture.chart) else self._words.few
        self._side = self._side_words()
        side = widest([text for _, text in self._side], TextRole.LABEL, gauge)
        room = (gauge.px(_GAP) + side) if side else 0.0
        most = max(max(week.value, week.upper or Decimal(0)) for week in self._weeks)
        self._plot: Plot | None = make_plot(
            gauge,
            most,
            self._words.tick,
            top=gauge.label_line + gauge.px(2) if self._note else 0.0,
            right=width - max(room, gauge.px(_DIAMOND) + 1),
            bottom=height - gauge.label_line - gauge.px(4),
            count=len(self._weeks),
            whole=not picture.chart.rated,
        )

    @property
    def fits(self) -> bool:
        """Whether there is room for more than words."""
        return self._plot is not None

    def scene(self) -> Scene:
        """Everything, from the band up to the words."""
        plot = self._plot
        assert plot is not None  # asked before: fits
        labels = [*plot.tick_labels, *self._week_labels(plot), *self._side_labels(plot)]
        items: list[Item] = [*self._band(plot), *plot.grid, *self._limits(plot)]
        items += self._run_of_weeks(plot)
        items += [self._marker(plot, place) for place in range(len(self._weeks))]
        items += labels
        signal = self._signal(plot)
        if signal is not None and not any(overlap(signal, other) for other in labels):
            items.append(signal)
        targets = tuple(self._target(plot, place) for place in range(len(self._weeks)))
        return Scene(self._width, self._height, tuple(items), targets, self._picture.title, self._picture.alt)

    # Limits

    def _band(self, plot: Plot) -> list[Rect]:
        """From the lower limit to the upper one; neighbours with the same limits are one rectangle."""
        found: list[Rect] = []
        for place, week in enumerate(self._weeks):
            if week.upper is None:
                continue
            left, right = plot.column(place)
            top, bottom = plot.y(week.upper), plot.y(week.lower or Decimal(0))
            last = found[-1] if found else None
            if last and (last.y, last.height) == (top, bottom - top) and abs(last.x + last.width - left) < 1e-6:
                found.pop()
                left = last.x
            found.append(Rect(left, top, right - left, bottom - top, Tone.BAND))
        return found

    def _limits(self, plot: Plot) -> list[Polyline]:
        gauge = self._gauge
        lines: list[Polyline] = []
        for values, dashed in (
            ([week.upper for week in self._weeks], True),
            ([week.centre for week in self._weeks], False),
            ([week.lower or None for week in self._weeks], True),  # a limit at 0 is the axis
        ):
            lines += [Polyline(steps, Tone.INK3, gauge.px(1.2), dashed) for steps in _steps(values, plot)]
        return lines

    def _side_words(self) -> list[tuple[Decimal, str]]:
        """The limits of the last judged week from the highest to the lowest, as words; bare numbers if narrow."""
        words = self._words
        last = next((week for week in reversed(self._weeks) if week.upper is not None), None)
        if last is None:
            return []
        named = [(last.upper, words.upper), (last.centre, words.usual), (last.lower or None, words.lower)]
        known = [(value, say) for value, say in named if value is not None]
        said = [(value, say(words.limit(value))) for value, say in known]
        if widest([text for _, text in said], TextRole.LABEL, self._gauge) <= _SIDE * self._width:
            return said
        return [(value, words.limit(value)) for value, _ in known]

    def _side_labels(self, plot: Plot) -> list[Label]:
        gauge, half = self._gauge, self._gauge.label_line / 2
        if len(self._side) * gauge.label_line > plot.bottom + half:
            return []
        heights = spread([plot.y(value) for value, _ in self._side], gauge.label_line, half, plot.bottom)
        x = plot.right + gauge.px(_GAP)
        return [label(text, x, y, gauge, tone=Tone.INK2) for (_, text), y in zip(self._side, heights, strict=True)]

    # Weeks

    def _run_of_weeks(self, plot: Plot) -> list[Polyline]:
        """The line through the weeks; it is dashed to a week that is still running."""
        points = [self._point(plot, place) for place in range(len(self._weeks))]
        running = not self._weeks[-1].complete
        width, lines = self._gauge.px(_LINE), []
        whole = points[:-1] if running else points
        if len(whole) > 1:
            lines.append(Polyline(tuple(whole), Tone.ACCENT, width))
        if running and len(points) > 1:
            lines.append(Polyline(tuple(points[-2:]), Tone.ACCENT, width, dashed=True))
        return lines

    def _point(self, plot: Plot, place: int) -> Point:
        return plot.x(place), plot.y(self._weeks[place].value)

    def _marker(self, plot: Plot, place: int) -> Marker:
        week, gauge = self._weeks[place], self._gauge
        x, y = self._point(plot, place)
        if week.beyond:
            return Marker(x, y, gauge.px(_DIAMOND), Shape.DIAMOND, Tone.RISK)
        return Marker(x, y, gauge.px(_DOT), Shape.FILLED if week.in_run else Shape.OPEN, Tone.ACCENT)

    def _week_labels(self, plot: Plot) -> list[Label]:
        gauge, texts = self._gauge, [self._words.week(week.monday) for week in self._weeks]
        needed = widest(texts, TextRole.LABEL, gauge) + gauge.px(_WEEK_GAP)
        middle = plot.bottom + gauge.px(4) + gauge.label_line / 2
        found = [
            label(texts[place], plot.x(place), middle, gauge, tone=Tone.INK3, anchor="middle")
            for place in every(len(texts), plot.step, needed)
        ]
        inside = [one for one in found if one.left >= 0 and one.left + one.width <= self._width]
        if self._note:
            text = fitted(self._note, TextRole.LABEL, self._width, gauge)
            inside += [label(text, 0.0, gauge.label_line / 2, gauge)] if text else []
        return inside

    def _signal(self, plot: Plot) -> Label | None:
        """The words at the last diamond: where fewest dots and lines lie under them, or nowhere."""
        place = next((n for n in reversed(range(len(self._weeks))) if self._weeks[n].beyond), None)
        if place is None:
            return None
        gauge, role = self._gauge, TextRole.LABEL_STRONG
        text = self._words.signal(self._weeks[place])
        (x, y), away = self._point(plot, place), gauge.px(_DIAMOND + 6)
        half = gauge.label_line / 2
        sides: tuple[tuple[float, Anchor], ...] = ((-away, "end"), (away, "start"))
        tried = [
            label(text, x + side, y + move, gauge, role, Tone.RISK, anchor)
            for move in (0.0, -half, half, -2 * half, gauge.label_line * 1.5)
            for side, anchor in sides
        ]
        free = [
            one
            for one in tried
            if one.left >= plot.left and one.left + one.width <= plot.right and 0 <= one.top <= plot.bottom - 2 * half
        ]
        return min(free, key=lambda one: self._covered(plot, one), default=None)

    def _covered(self, plot: Plot, one: Label) -> int:
        """How many dots and middles between dots lie under a label."""
        dots = [self._point(plot, place) for place in range(len(self._weeks))]
        middles = [((a + c) / 2, (b + d) / 2) for (a, b), (c, d) in pairwise(dots)]
        near = self._gauge.px(_DOT)
        return sum(
            one.left - near <= x <= one.left + one.width + near and one.top - near <= y <= one.top + one.height + near
            for x, y in (*dots, *middles)
        )

    def _target(self, plot: Plot, place: int) -> Target:
        week = self._weeks[place]
        left, right = plot.column(place)
        hit = Hit("week", week.monday.isoformat(), self._words.tip(week))
        return Target(hit, left, plot.top, right - left, plot.bottom - plot.top)


def _steps(values: list[Decimal | None], plot: Plot) -> list[tuple[Point, ...]]:
    """A line over each run of known values that goes on level through every week, with a step where it changes."""
    found: list[list[Point]] = []
    before: Decimal | None = None
    for place, value in enumerate(values):
        if value is not None:
            left, right = plot.column(place)
            y = plot.y(value)
            if before is None:
                found.append([(left, y)])
            elif before != value:
                found[-1] += [(left, plot.y(before)), (left, y)]
            if place + 1 == len(values) or values[place + 1] is None:
                found[-1].append((right, y))
        before = value
    return [tuple(points) for points in found]
