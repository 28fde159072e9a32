"""The facts of a case that figures are made of: plain values, straight from a row of the database."""

from typing import NamedTuple

from desktop.domain.kinds import RecordType, State

UNCOUNTED_STATES = (State.DUPLICATE.value, State.NOT_COMPLAINT.value)
COUNTED_TYPE = RecordType.COMPLAINT.value


class CaseFacts(NamedTuple):
    """One case as it stood at the moment of a report. Times are UTC seconds, sums minor units, flags 0 or 1.

    A named tuple, because thousands are made for every look at a month.
    """

    id: int
    number: str
    received: int
    type: str
    state: str
    category: str  #: code of level 1 or 2, or empty
    place: str
    channel: str
    shift: str  #: empty in a gap between shifts
    shift_date: str | None  #: the local date that the shift bears, ISO
    department: str
    receiver_id: int | None
    receiver: str  #: name
    owner_id: int | None
    owner: str  #: name of an owner who is not on the staff list
    guest_id: int | None
    band: str
    band_rule: str
    respond_due: int | None
    responded: int | None
    resolved: int | None  #: the first resolution
    resolve_due: int | None  #: as it was at the first resolution
    resolver_id: int | None  #: of the first resolution
    resolver: str  #: name, for cases from elsewhere
    handed_over: int
    handed_up: int
    emotion: int | None  #: at intake
    emotion_at_close: int | None
    outcome: str | None
    closure: str | None
    root_cause: str | None
    asked: int | None
    overall: int | None
    recommend: int | None
    compensation: int
    closed: int | None
    last_act: int
    restricted: int
    imported: int

    @property
    def is_counted(self) -> bool:
        """Whether figures count it: a complaint that is neither a duplicate nor none after all."""
        return self.type == COUNTED_TYPE and self.state not in UNCOUNTED_STATES


class NamedFacts(NamedTuple):
    """The facts of a case that a list names it by, of a case that is only listed. As in ``CaseFacts``."""

    id: int
    number: str
    received: int
    state: str
    category: str
    owner_id: int | None
    owner: str
    band: str
    restricted: int


def level1_of(category: str) -> str:
    """The level-1 code of a category code of either level; empty for an empty one."""
    return category.partition("-")[0]


def is_level2(category: str) -> bool:
    """Whether both levels are known."""
    return "-" in category


def in_category(category: str, level1: str) -> bool:
    """Whether a category belongs to a level-1 code; an empty one holds all."""
    return not level1 or level1_of(category) == level1


class RemedyFacts(NamedTuple):
    """A remedy that stands on a case at the moment of a report; the amount in minor units."""

    case_id: int
    kind: str
    amount: int
    role: str  #: of who gave it, or approved it; empty where nobody knows
