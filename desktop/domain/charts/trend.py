"""Trend of thirteen months: bars with the counts, under them the rate where it is known (figures.md)."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from desktop.domain.charts.layout import blank, empty_scene, every, fitted, label, level, overlap, widest
from desktop.domain.charts.scene import (
    Gauge,
    Hit,
    Item,
    Label,
    Marker,
    Polyline,
    Rect,
    Scene,
    Shape,
    Target,
    TextRole,
    Tone,
)
from desktop.domain.figures.report_shapes import MonthPoint
from desktop.domain.figures.shapes import Month

_SHARE = 0.4
_LOWEST, _HIGHEST = 220, 280  #: pixels
_BAR = 0.56  #: of a month's column
_RATE_PART = 0.42  #: of the height between the words, where rates are known
_GAP = 10
_SQUARE = 3.4
_PART_LINES = 4  #: what the rates need


@dataclass(frozen=True, slots=True)
class TrendWords:
    """What the chart says. ``counts`` and ``rates`` head its two parts; ``goal`` names the dashed line."""

    month: Callable[[Month], str]
    count: Callable[[int], str]
    brief: Callable[[int], str]
    rate: Callable[[Decimal], str]
    tip: Callable[[MonthPoint], str]
    goal: Callable[[Decimal], str]
    counts: str
    rates: str
    empty: str


@dataclass(frozen=True, slots=True)
class TrendPicture:
    """Months, the oldest first. ``goal``: the rate that the site wants at most."""

    title: str
    alt: str
    points: tuple[MonthPoint, ...]
    goal: Decimal | None
    words: TrendWords

    def natural_height(self, width: float, gauge: Gauge) -> float:
        """Two fifths of its width."""
        return min(max(_SHARE * width, gauge.px(_LOWEST)), gauge.px(_HIGHEST))

    def lay_out(self, width: float, height: float, gauge: Gauge) -> Scene:
        """Bars above, the rate's line with squares below, months at the foot."""
        if not self.points or not any(point.received or point.rate is not None for point in self.points):
            return empty_scene(width, height, gauge, (self.title, self.alt, self.words.empty))
        if width < gauge.px(120) or height < 8 * gauge.label_line:
            return blank(width, height, self.title, self.alt)
        return _Layout(self, width, height, gauge).scene()


class _Layout:
    def __init__(self, picture: TrendPicture, width: float, height: float, gauge: Gauge) -> None:
        self._picture, self._width, self._height, self._gauge = picture, width, height, gauge
        self._points, self._words = picture.points, picture.words
        self._step = width / len(self._points)
        line = gauge.label_line
        self._foot = height - 2 * line - gauge.px(4)  # months, and years under them
        # Each part: a head, a line for the numbers above what is highest, and the drawing.
        room = self._foot - gauge.px(_GAP)
        with_rates = any(point.rate is not None for point in self._points) and room * _RATE_PART >= _PART_LINES * line
        self._bars_bottom = room * (1 - _RATE_PART) if with_rates else self._foot
        self._rates_top = self._bars_bottom + gauge.px(_GAP) if with_rates else None

    def scene(self) -> Scene:
        """Both parts and the months."""
        items = [*self._bars(), *self._months()]
        if self._rates_top is not None:
            items += self._rates(self._rates_top)
        words, targets = self._words, []
        for place, point in enumerate(self._points):
            hit = Hit("month", str(point.month), words.tip(point))
            targets.append(Target(hit, place * self._step, 0.0, self._step, self._foot))
        picture = self._picture
        return Scene(self._width, self._height, tuple(items), tuple(targets), picture.title, picture.alt)

    def _x(self, place: int) -> float:
        return (place + 0.5) * self._step

    def _head(self, text: str, top: float) -> list[Item]:
        text = fitted(text, TextRole.LABEL, self._width, self._gauge)
        return [label(text, 0.0, top + self._gauge.label_line / 2, self._gauge, tone=Tone.INK2)] if text else []

    def _bars(self) -> list[Item]:
        gauge, words, line = self._gauge, self._words, self._gauge.label_line
        top, bottom = 2 * line + gauge.px(4), self._bars_bottom
        counts = [point.received for point in self._points]
        items = [*self._head(words.counts, 0.0), level(0.0, self._width, bottom, gauge, Tone.INK3)]
        most, wide = max(counts), _BAR * self._step
        for place, count in enumerate(counts):
            if count:
                high = (bottom - top) * count / most
                items.append(Rect(self._x(place) - wide / 2, bottom - high, wide, high, Tone.ACCENT))
        texts = [words.count(count) for count in counts]
        if widest(texts, TextRole.LABEL_STRONG, gauge) > self._step - gauge.px(2):
            texts = [words.brief(count) for count in counts]
        tops = [bottom - ((bottom - top) * count / most if most else 0.0) for count in counts]
        return [*items, *self._numbers(texts, tops)]

    def _numbers(self, texts: list[str], tops: list[float], line: float | None = None) -> list[Item]:
        """Numbers above what they count: all where there is room, else evenly chosen ones; the last is bold.

        Where a ``line`` at some height would run through a number, the number stands under its mark, or where that is
        too low, above the line.
        """
        gauge = self._gauge
        needed = widest(texts, TextRole.LABEL_STRONG, gauge) + gauge.px(2)
        found: list[Label] = []
        for place in reversed(every(len(texts), self._step, needed)):
            last = place == len(texts) - 1
            role, tone = (TextRole.LABEL_STRONG, Tone.INK) if last else (TextRole.LABEL, Tone.INK2)
            middle = tops[place] - gauge.px(2) - gauge.label_line / 2
            if line is not None and abs(middle - line) < gauge.label_line / 2:
                middle = tops[place] + gauge.px(2 * _SQUARE + 1) + gauge.label_line / 2
                if middle + gauge.label_line / 2 > self._foot:  # the months stand there
                    middle = line - gauge.px(2) - gauge.label_line / 2
            number = self._fit(texts[place], place, middle, role, tone)
            if number is not None and not any(overlap(number, other) for other in found):
                found.append(number)
        return list(reversed(found))

    def _rates(self, head: float) -> list[Item]:
        gauge, goal, line = self._gauge, self._picture.goal, self._gauge.label_line
        top, bottom = head + 2 * line + gauge.px(4 + _SQUARE), self._foot
        known = [point.rate for point in self._points if point.rate is not None]
        most = max(*known, goal or Decimal(0), Decimal("0.01"))
        items: list[Item] = [level(0.0, self._width, bottom, gauge, Tone.INK3)]

        def y(value: Decimal) -> float:
            return bottom - (bottom - top) * float(value / most)

        heading = self._words.rates
        if goal is not None:
            items.append(Polyline(((0.0, y(goal)), (self._width, y(goal))), Tone.INK2, gauge.px(1.2), dashed=True))
            heading = f"{heading} · {self._words.goal(goal)}"
        items += self._head(heading, head)
        places = [(place, y(p.rate)) for place, p in enumerate(self._points) if p.rate is not None]
        for _, run in groupby(enumerate(places), key=lambda numbered: numbered[1][0] - numbered[0]):
            points = tuple((self._x(place), height) for _, (place, height) in run)
            if len(points) > 1:  # a month without a rate leaves a gap
                items.append(Polyline(points, Tone.ACCENT, gauge.px(1.6)))
        items += [
            Marker(self._x(place), height, gauge.px(_SQUARE), Shape.SQUARE, Tone.ACCENT) for place, height in places
        ]
        texts = ["" if point.rate is None else self._words.rate(point.rate) for point in self._points]
        tops = [bottom if p.rate is None else y(p.rate) - gauge.px(_SQUARE) for p in self._points]
        return [*items, *self._numbers(texts, tops, None if goal is None else y(goal))]

    def _months(self) -> list[Item]:
        """The months, and the year under the first one and under each January."""
        gauge, line = self._gauge, self._gauge.label_line
        texts = [self._words.month(point.month) for point in self._points]
        needed = widest(texts, TextRole.LABEL, gauge) + gauge.px(4)
        middle = self._foot + gauge.px(4) + line / 2
        found: list[Label] = []
        years = [n for n, point in enumerate(self._points) if point.month.month == 1 or n == 0]
        wanted = [(texts[n], n, middle) for n in every(len(texts), self._step, needed)]
        wanted += [(str(self._points[n].month.year), n, middle + line) for n in years]
        for text, place, height in reversed(wanted):
            one = self._fit(text, place, height)
            if one is not None and not any(overlap(one, other) for other in found):
                found.append(one)
        return list(reversed(found))

    def _fit(
        self, text: str, place: int, middle: float, role: TextRole = TextRole.LABEL, tone: Tone = Tone.INK3
    ) -> Label | None:
        """Words around the middle of a month, moved inwards at the ends; None without room or words."""
        wide = self._gauge.measure(text, role)
        if not text or wide > self._width:
            return None
        x = min(max(self._x(place), wide / 2), self._width - wide / 2)
        return label(text, x, middle, self._gauge, role, tone, "middle")
