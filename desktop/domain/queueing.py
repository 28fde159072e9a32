"""The order of the queue and the ways to look at it (domain.md 4, Queue order).

Effective band, then next due, then received, then number. Because only what is late moves, and moves up by exactly one
band, the order is a row of seven ranges over (band, next due): each can be read from an index, none is ever sorted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from desktop.domain.kinds import Band, State

DUE_SOON = timedelta(hours=1)


class Chip(StrEnum):
    """The five looks at the cases behind the chips above the table."""

    OPEN = "open"
    UNACKNOWLEDGED = "unacknowledged"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    FOLLOW_UPS = "follow_ups"


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What the queue is narrowed to; empty parts don't narrow. ``category`` is a level-1 or level-2 code."""

    bands: frozenset[Band] = frozenset()
    states: frozenset[State] = frozenset()
    category: str | None = None
    owner_id: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is narrowed."""
        return not (self.bands or self.states or self.category or self.owner_id is not None)


EVERYTHING = QueueFilter()  #: no narrowing


@dataclass(frozen=True, slots=True)
class Segment:
    """One range of the queue: cases of these bands that are late (or not), in the order of their due times."""

    bands: tuple[Band, ...]
    late: bool


#: The queue from top to bottom. A late P2 counts as P1 and mixes with the late P1s by due time; a late P3 counts as P2
#: and is due before every P2 that is not late; and so on.
SEGMENTS: Sequence[Segment] = (
    Segment((Band.P1, Band.P2), late=True),
    Segment((Band.P1,), late=False),
    Segment((Band.P3,), late=True),
    Segment((Band.P2,), late=False),
    Segment((Band.P4,), late=True),
    Segment((Band.P3,), late=False),
    Segment((Band.P4,), late=False),
)
