"""Cases that came again: the same guest within 90 days, or the same trouble at the same place within 30."""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

from desktop.domain.figures.cohort import CaseFacts, is_level2

GUEST_WITHIN, PLACE_WITHIN = 90 * 86_400, 30 * 86_400  #: seconds that lie between two cases at most

Moment = tuple[int, int]  #: received (UTC seconds), then id: which of two cases came first


class Earlier(NamedTuple):
    """A counted case that may lie before one of the cohort."""

    received: int
    id: int
    guest_id: int | None
    category: str
    place: str


class Recurrences(NamedTuple):
    """The ids of the cohort's cases that came again, by why."""

    by_guest: frozenset[int]
    by_place: frozenset[int]

    @property
    def all(self) -> frozenset[int]:
        """Either way."""
        return self.by_guest | self.by_place


def recurrences(cohort: Sequence[CaseFacts], earlier: Iterable[Earlier]) -> Recurrences:
    """Which cases of the cohort came again. ``earlier`` are counted cases of the days before, the cohort's own too."""
    guests: dict[Hashable, list[Moment]] = {case.guest_id: [] for case in cohort if case.guest_id is not None}
    places: dict[Hashable, list[Moment]] = {
        (case.category, case.place): [] for case in cohort if case.place and is_level2(case.category)
    }
    for received, id_, guest_id, category, place in earlier:
        if guest_id in guests:
            guests[guest_id].append((received, id_))
        if place and (category, place) in places:
            places[category, place].append((received, id_))
    for moments in (*guests.values(), *places.values()):
        moments.sort()
    by_guest = (c.id for c in cohort if c.guest_id is not None and _again(c, guests, c.guest_id, GUEST_WITHIN))
    by_place = (c.id for c in cohort if _again(c, places, (c.category, c.place), PLACE_WITHIN))
    return Recurrences(frozenset(by_guest), frozenset(by_place))


def _again(case: CaseFacts, known: Mapping[Hashable, list[Moment]], key: Hashable, within: int) -> bool:
    moments = known.get(key)
    if not moments:
        return False
    place = bisect_left(moments, (case.received, case.id))
    return place > 0 and case.received - moments[place - 1][0] <= within
