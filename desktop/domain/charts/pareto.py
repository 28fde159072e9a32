"""Pareto bars: what is most frequent first, its running share, and a line where 80 % is reached (figures.md)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from desktop.domain.charts.layout import blank, empty_scene, fitted, label, widest
from desktop.domain.charts.scene import Gauge, Hit, Item, Polyline, Rect, Scene, Target, TextRole, Tone

_ROW = 10  #: pixels that a row is higher than its line of text
_BAR = 12  #: how high a bar is
_GAP = 12  #: between columns
_BREAK = 6  #: what the 80 % line adds between two rows
_LEAST_BAR = 40
_LABELS = 0.42  #: the share of the width that labels may take


@dataclass(frozen=True, slots=True)
class Row:
    """One bar."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class ParetoWords:
    """What the chart says. ``share`` gives the text for a part of a whole; ``tip`` for a row, its share and run."""

    count: Callable[[int], str]
    share: Callable[[int, int], str]
    tip: Callable[[str, int, int, int], str]  #: label, count, running count, total
    other: Callable[[Sequence[Row]], str]
    others_tip: Callable[[Sequence[Row]], str]
    empty: str


@dataclass(frozen=True, slots=True)
class ParetoPicture:
    """Rows in the order given; at most ``most`` of them (0: as many as fit), the rest in one row for others."""

    title: str
    alt: str
    rows: tuple[Row, ...]
    words: ParetoWords
    kind: str
    most: int

    def natural_height(self, width: float, gauge: Gauge) -> float:  # noqa: ARG002 (the pictures' signature)
        """A row's height for each row that is shown."""
        count = min(len(self.rows), self.most or len(self.rows))
        return max(count, 1) * self._row_height(gauge) + gauge.px(_BREAK)

    def lay_out(self, width: float, height: float, gauge: Gauge) -> Scene:
        """Label, bar, count and running share; bars below the 80 % line are hatched."""
        if not sum(row.count for row in self.rows):
            return empty_scene(width, height, gauge, (self.title, self.alt, self.words.empty))
        fit = int((height - gauge.px(_BREAK)) / self._row_height(gauge) + 1e-9)
        shown, folded = self._shown(fit)
        if not shown or width < gauge.px(3 * _LEAST_BAR):
            return blank(width, height, self.title, self.alt)
        return _Layout(self, shown, folded, width, height, gauge).scene()

    def _row_height(self, gauge: Gauge) -> float:
        return gauge.text_line + gauge.px(_ROW)

    def _shown(self, fit: int) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
        room = min(fit, self.most) if self.most else fit
        if len(self.rows) <= room or room <= 0:
            return (self.rows if room > 0 else ()), ()
        folded = self.rows[room - 1 :]
        rest = Row("", self.words.other(folded), sum(row.count for row in folded))
        return (*self.rows[: room - 1], rest), folded


def rows_to_80(counts: Sequence[int]) -> int | None:
    """How many of the first counts reach 80 % of all; None without any."""
    total = sum(counts)
    if not total:
        return None
    return next(n for n, running in enumerate(accumulate(counts), start=1) if 5 * running >= 4 * total)


class _Layout:
    """One layout: the columns are measured once, then row after row is placed."""

    def __init__(
        self,
        picture: ParetoPicture,
        rows: tuple[Row, ...],
        folded: tuple[Row, ...],
        width: float,
        height: float,
        gauge: Gauge,
    ) -> None:
        self._picture, self._rows, self._folded = picture, rows, folded
        self._width, self._height, self._gauge = width, height, gauge
        self._counts = [row.count for row in rows]
        self._running = list(accumulate(self._counts))
        self._total = self._running[-1]
        # The line lies below the row that reaches 80 %; below the last row it would part nothing.
        line = rows_to_80(self._counts)
        self._line = line if line is not None and line < len(rows) else None
        self._measure_columns()

    def _measure_columns(self) -> None:
        gauge, words = self._gauge, self._picture.words
        gap = gauge.px(_GAP)
        self._count_texts = [words.count(count) for count in self._counts]
        self._share_texts = [words.share(running, self._total) for running in self._running]
        labels = widest([row.label for row in self._rows], TextRole.TEXT, gauge)
        counts = widest(self._count_texts, TextRole.STRONG, gauge)
        shares = widest(self._share_texts, TextRole.TEXT, gauge)
        self._label_room = min(labels, _LABELS * self._width)
        room = self._width - self._label_room - gap - gap - counts
        self._with_shares = room - gap - shares >= gauge.px(_LEAST_BAR)
        self._count_right = self._width - (gap + shares if self._with_shares else 0.0)
        self._bar_left = self._label_room + gap
        bars = self._count_right - counts - gap - self._bar_left
        if bars < gauge.px(_LEAST_BAR):  # large counts in a narrow column: labels make room
            self._label_room = max(0.0, self._label_room - (gauge.px(_LEAST_BAR) - bars))
            self._bar_left = self._label_room + gap
        self._bar_room = max(0.0, self._count_right - counts - gap - self._bar_left)

    def scene(self) -> Scene:
        """All rows."""
        gauge, items, targets = self._gauge, list[Item](), list[Target]()
        high, top = gauge.text_line + gauge.px(_ROW), 0.0
        for place, row in enumerate(self._rows):
            if place == self._line:
                y = top + gauge.px(_BREAK) / 2
                items.append(Polyline(((0.0, y), (self._width, y)), Tone.INK2, gauge.px(1), dashed=True))
                top += gauge.px(_BREAK)
            items += self._row_items(place, row, top + high / 2)
            targets.append(Target(self._hit(place, row), 0.0, top, self._width, high))
            top += high
        picture = self._picture
        return Scene(self._width, self._height, tuple(items), tuple(targets), picture.title, picture.alt)

    def _row_items(self, place: int, row: Row, middle: float) -> list[Item]:
        gauge = self._gauge
        below = self._line is not None and place >= self._line
        items: list[Item] = []
        text = fitted(row.label, TextRole.TEXT, self._label_room, gauge)
        if text:
            items.append(label(text, 0.0, middle, gauge, TextRole.TEXT, Tone.INK))
        if row.count:
            high, wide = gauge.px(_BAR), self._bar_room * row.count / max(self._counts)
            tone = Tone.MUTED if below else Tone.ACCENT
            items.append(Rect(self._bar_left, middle - high / 2, wide, high, tone, hatch=below, radius=gauge.px(1)))
        count = self._count_texts[place]
        items.append(label(count, self._count_right, middle, gauge, TextRole.STRONG, Tone.INK, "end"))
        if self._with_shares:
            share = self._share_texts[place]
            items.append(label(share, self._width, middle, gauge, TextRole.TEXT, Tone.INK3, "end"))
        return items

    def _hit(self, place: int, row: Row) -> Hit:
        words = self._picture.words
        if self._folded and place == len(self._rows) - 1:
            return Hit("others", "", words.others_tip(self._folded))
        tip = words.tip(row.label, row.count, self._running[place], self._total)
        return Hit(self._picture.kind, row.key, tip)
