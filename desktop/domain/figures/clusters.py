"""Clusters: the same trouble three times within 168 hours (figures.md, Early warning).

The alarm begins at the third case and stands for 168 hours. A further case within 168 hours of two others is a third
again: until the alarm has stood for 168 hours it belongs to it and lets it stand for 168 hours more; after that, and
in a new month of the site, it begins an alarm of its own. So what goes on for weeks is told anew each week, and
each month's report has it.
"""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from desktop.domain.figures.cohort import is_level2
from desktop.domain.texts import is_blank

WITHIN = 168 * 3600  #: seconds
LEAST = 3  #: cases
SHIFT, PLACE = "shift", "place"
IN_ORDER = attrgetter("received", "id")  #: the oldest first


class CaseMark(NamedTuple):
    """What early warnings read of a counted case. A named tuple, because thousands are made at every look."""

    id: int
    received: int  #: seconds since 1970
    number: str
    category: str
    shift: str
    place: str
    restricted: int = 0  #: 1: listed for those who lead alone


@dataclass(frozen=True, slots=True)
class Cluster:
    """An alarm. ``cases`` are those of the 168 hours up to the newest case that belongs to it, the oldest first."""

    category: str
    where_kind: str  #: shift, place
    where: str
    since: int  #: the third case's second
    last: int  #: the second of the newest case that was a third
    cases: tuple[CaseMark, ...]

    def stands_at(self, second: int) -> bool:
        """Whether it stands then, had no newer one taken its place."""
        return self.since <= second < self.last + WITHIN

    @property
    def key(self) -> str:
        """The same for the same alarm, whatever else is known by then."""
        where = hashlib.sha256(self.where.encode("utf-8", "replace")).hexdigest()[:16]
        return f"cluster:{self.category}:{self.where_kind}:{where}:{self.since}"


def clusters(cases: Iterable[CaseMark], month_starts: Sequence[int]) -> tuple[Cluster, ...]:
    """All alarms in these counted cases, whatever their order; ``month_starts`` are seconds, in order.

    Categories of level 1, blank places and cases in no shift are like no other.
    """
    groups: dict[tuple[str, str, str], list[CaseMark]] = {}
    for case in sorted(cases, key=IN_ORDER):
        if not is_level2(case.category):
            continue
        for kind, where in ((SHIFT, case.shift), (PLACE, case.place)):
            if not _is_blank(where):
                groups.setdefault((case.category, kind, where), []).append(case)
    found = [
        Cluster(*group, since, members[last].received, tuple(members[first : last + 1]))
        for group, members in groups.items()
        for since, first, last in _alarms([case.received for case in members], month_starts)
    ]
    return tuple(sorted(found, key=lambda alarm: (alarm.since, alarm.key)))


def standing(alarms: Iterable[Cluster], second: int) -> tuple[Cluster, ...]:
    """The alarms that stand at a moment: of the same trouble only the newest. ``alarms`` as ``clusters`` gives them."""
    newest = {(a.category, a.where_kind, a.where): a for a in alarms if a.since <= second}
    return tuple(alarm for alarm in newest.values() if alarm.stands_at(second))


def _alarms(received: Sequence[int], month_starts: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Since when, and the places of the first and last case, of each alarm among these seconds in order."""
    since = first = last = 0
    begun = False
    for place, at in enumerate(received):
        low = bisect_left(received, at - WITHIN)
        if place - low + 1 < LEAST:
            continue
        goes_on = begun and at - since < WITHIN and bisect_right(month_starts, at) == bisect_right(month_starts, since)
        if not goes_on:
            if begun:
                yield since, first, last
            since, begun = at, True
        first, last = low, place
    if begun:
        yield since, first, last


@lru_cache(maxsize=4096)
def _is_blank(where: str) -> bool:
    return is_blank(where)
