"""Activity: room-nights or sales, entered for a span and spread evenly over its days (interfaces.md, activity)."""

import heapq
from bisect import bisect_right
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """What somebody entered: ``value`` room-nights or sales from ``first`` to ``last``, which belongs to it."""

    first: date
    last: date
    value: int
    at: datetime
    by: str  #: login

    @property
    def per_day(self) -> Fraction:
        """What falls on each of its days."""
        return Fraction(self.value, (self.last - self.first).days + 1)


@dataclass(frozen=True, slots=True)
class Activity:
    """What is known day by day. Stretches of days with one value each; they don't overlap and lie in order."""

    stretches: tuple[tuple[int, int, Fraction], ...]  #: first day, day after the last (proleptic ordinals), a day's

    def of(self, first: date, until: date) -> Fraction | None:
        """The activity of the days from ``first`` up to, without, ``until``; None unless it is known for each."""
        start, end = first.toordinal(), until.toordinal()
        total, reached = Fraction(0), start
        place = max(bisect_right(self.stretches, start, key=lambda stretch: stretch[0]) - 1, 0)
        for begins, ends, per_day in self.stretches[place:]:
            if reached >= end or begins > reached:
                break
            if ends > reached:
                total += (min(ends, end) - reached) * per_day
                reached = min(ends, end)
        return total if start < end and reached >= end else None


def spread(entered: Sequence[ActivityRow]) -> Activity:
    """What holds on each day, from entries with the oldest first: on a day of several the newest."""
    opening = deque(sorted((row.first.toordinal(), place) for place, row in enumerate(entered)))
    edges = sorted({day for row in entered for day in (row.first.toordinal(), row.last.toordinal() + 1)})
    stretches: list[tuple[int, int, Fraction]] = []
    open_rows: list[int] = []  # a heap with the newest on top; what has ended is taken off when it comes up
    for begins, ends in pairwise(edges):
        while opening and opening[0][0] <= begins:
            heapq.heappush(open_rows, -opening.popleft()[1])
        while open_rows and entered[-open_rows[0]].last.toordinal() < begins:
            heapq.heappop(open_rows)
        if open_rows:
            stretches.append((begins, ends, entered[-open_rows[0]].per_day))
    return Activity(tuple(stretches))
