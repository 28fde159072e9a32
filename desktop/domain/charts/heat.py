"""Heat map: when complaints come, weekday by shift, always with the number (design.md 14)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desktop.domain.charts.layout import blank, empty_scene, fitted, label, widest
from desktop.domain.charts.scene import HEAT, Gauge, Hit, Item, Label, Rect, Scene, Target, TextRole, Tone

DAYS = 7

_GAP = 3  #: pixels between cells
_NAME_GAP = 12
_HEAD = 6  #: what the head is higher than its line
_LEGEND = 10  #: what the legend is higher than its line
_SWATCH_WIDTH, _SWATCH_HEIGHT = 22, 8
_ROW_LINES = 2.4  #: how many lines of text a row would like to be high
_DARK = 4  #: the level from which words are light
_NAMES = 0.3  #: the share of the width that the shifts' names may take
_LEAST_ROW = 4  #: what a row is at least higher than its line


@dataclass(frozen=True, slots=True)
class HeatWords:
    """What the chart says. ``brief`` gives a large count in few signs, where there is little room."""

    days: tuple[str, ...]  #: Monday to Sunday
    count: Callable[[int], str]
    brief: Callable[[int], str]
    tip: Callable[[int, str, int], str]  #: weekday, shift's name, count
    fewer: str
    more: str
    empty: str


@dataclass(frozen=True, slots=True)
class HeatPicture:
    """Counts by weekday (0 Monday) and shift; ``shifts`` are codes with their names from top to bottom."""

    title: str
    alt: str
    counts: Mapping[tuple[int, str], int]
    shifts: tuple[tuple[str, str], ...]
    words: HeatWords

    def natural_height(self, width: float, gauge: Gauge) -> float:  # noqa: ARG002 (the pictures' signature)
        """Head, rows and legend."""
        rows = max(len(self.shifts), 1) * _ROW_LINES * gauge.text_line
        return _head_height(gauge) + rows + _legend_height(gauge)

    def lay_out(self, width: float, height: float, gauge: Gauge) -> Scene:
        """A cell for each weekday and shift; the highest has a 2 pixel edge."""
        if not sum(self.counts.values()) or not self.shifts:
            return empty_scene(width, height, gauge, (self.title, self.alt, self.words.empty))
        least = gauge.text_line + gauge.px(_LEAST_ROW)
        room = height - _head_height(gauge)
        with_legend = (room - _legend_height(gauge)) / len(self.shifts) >= least
        room -= _legend_height(gauge) if with_legend else 0.0
        row = min(room / len(self.shifts), _ROW_LINES * gauge.text_line)
        if row < least or width < gauge.px(160):
            return blank(width, height, self.title, self.alt)
        return _Layout(self, width, height, row, gauge).scene(with_legend=with_legend)


def heat_level(count: int, most: int) -> int:
    """The level of a count, 0 to 5: sixths of the highest one."""
    return min(5, 6 * count // most) if most else 0


def _head_height(gauge: Gauge) -> float:
    return gauge.label_line + gauge.px(_HEAD)


def _legend_height(gauge: Gauge) -> float:
    return gauge.label_line + gauge.px(_LEGEND)


class _Layout:
    def __init__(self, picture: HeatPicture, width: float, height: float, row: float, gauge: Gauge) -> None:
        self._picture, self._width, self._height, self._row, self._gauge = picture, width, height, row, gauge
        names = widest([name for _, name in picture.shifts], TextRole.LABEL, gauge)
        self._name_room = min(names, _NAMES * width)
        self._left = self._name_room + gauge.px(_NAME_GAP)
        self._column = (width - self._left + gauge.px(_GAP)) / DAYS
        self._top = _head_height(gauge)
        self._most = max(picture.counts.values())
        self._role = self._number_role()

    def _number_role(self) -> TextRole:
        """All numbers look alike: where the widest is too wide for a cell, all are small."""
        texts = [self._picture.words.count(count) for count in self._picture.counts.values()]
        fits = widest(texts, TextRole.STRONG, self._gauge) <= self._cell_width - self._gauge.px(4)
        return TextRole.TEXT if fits else TextRole.LABEL

    @property
    def _cell_width(self) -> float:
        return self._column - self._gauge.px(_GAP)

    def scene(self, *, with_legend: bool) -> Scene:
        """Head, rows from top to bottom, legend."""
        picture, items, targets = self._picture, self._head(), list[Target]()
        for place, (code, name) in enumerate(picture.shifts):
            top = self._top + place * self._row
            text = fitted(name, TextRole.LABEL, self._name_room, self._gauge)
            if text:
                items.append(label(text, 0.0, top + self._cell_height / 2, self._gauge, tone=Tone.INK2))
            for day in range(DAYS):
                count = picture.counts.get((day, code), 0)
                items += self._cell(day, top, count)
                hit = Hit("heat", f"{day}/{code}", picture.words.tip(day, name, count))
                targets.append(Target(hit, self._x(day), top, self._cell_width, self._cell_height))
        if with_legend:
            items += self._legend()
        return Scene(self._width, self._height, tuple(items), tuple(targets), picture.title, picture.alt)

    @property
    def _cell_height(self) -> float:
        return self._row - self._gauge.px(_GAP)

    def _x(self, day: int) -> float:
        return self._left + day * self._column

    def _head(self) -> list[Item]:
        middle, items = self._gauge.label_line / 2, list[Item]()
        for day, word in enumerate(self._picture.words.days):
            text = fitted(word, TextRole.LABEL, self._cell_width, self._gauge)
            if text:
                centre = self._x(day) + self._cell_width / 2
                items.append(label(text, centre, middle, self._gauge, tone=Tone.INK2, anchor="middle"))
        return items

    def _cell(self, day: int, top: float, count: int) -> list[Item]:
        gauge, found = self._gauge, heat_level(count, self._most)
        highest = count == self._most
        cell = Rect(
            self._x(day),
            top,
            self._cell_width,
            self._cell_height,
            HEAT[found],
            edge=Tone.INK if highest else None,
            edge_width=gauge.px(2) if highest else 0.0,
            radius=gauge.px(2),
        )
        return [cell, *self._number(day, top, count, dark=found >= _DARK)]

    def _number(self, day: int, top: float, count: int, *, dark: bool) -> list[Label]:
        gauge, words, role = self._gauge, self._picture.words, self._role
        if dark:
            role = TextRole.STRONG if role is TextRole.TEXT else TextRole.LABEL_STRONG
        room = self._cell_width - gauge.px(2)
        said = next((t for t in (words.count(count), words.brief(count)) if gauge.measure(t, role) <= room), "")
        text = said or fitted(words.brief(count), role, room, gauge)
        centre, middle = self._x(day) + self._cell_width / 2, top + self._cell_height / 2
        tone = Tone.ON_ACCENT if dark else Tone.INK
        return [label(text, centre, middle, gauge, role, tone, "middle")] if text else []

    def _legend(self) -> list[Item]:
        gauge, words = self._gauge, self._picture.words
        bottom = self._top + len(self._picture.shifts) * self._row
        middle = bottom + gauge.px(_LEGEND) - gauge.px(2) + gauge.label_line / 2
        fewer = label(words.fewer, 0.0, middle, gauge)
        x, gap = fewer.width + gauge.px(6), gauge.px(4)
        wide, high = gauge.px(_SWATCH_WIDTH), gauge.px(_SWATCH_HEIGHT)
        end = x + len(HEAT) * (wide + gap) - gap + gauge.px(6)
        if end + gauge.measure(words.more, TextRole.LABEL) > self._width:
            return []
        swatches = [Rect(x + n * (wide + gap), middle - high / 2, wide, high, tone) for n, tone in enumerate(HEAT)]
        return [fewer, *swatches, label(words.more, end, middle, gauge)]
