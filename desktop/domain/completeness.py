"""How complete a record is while it is taken, and what to ask next (domain.md 1, row 5).

Only text, channel and time are required; every other fact helps whoever takes the case on. Which facts count depends
on the record's type, and what is worth asking first on the type and the channel.
"""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.kinds import Channel, Property, RecordType


class Fact(StrEnum):
    """One thing worth knowing; the values are the names of the fields that hold them."""

    TEXT = "text"
    NAME = "name"
    PHONE = "phone"  #: a way to reach the guest: an e-mail address will do
    ROOM = "room"  #: the room; an order or booking number will do
    REFERENCE = "reference"  #: the same gap, asked the other way round
    PROBLEM_DATE = "problem_date"
    PLACE = "place"
    WANTS = "wants"
    HURT = "hurt"  #: whether anyone is hurt was asked
    CATEGORY = "category"  #: both levels
    SEVERITY = "severity"
    EMOTION = "emotion"
    SCOPE = "scope"
    TIME_PRESSURE = "time_pressure"


@dataclass(frozen=True, slots=True)
class Known:
    """What decides about completeness: what kind of record it is, and the facts that are there."""

    facts: frozenset[Fact] = frozenset()
    type: RecordType = RecordType.COMPLAINT
    channel: Channel = Channel.COUNTER
    property: Property = Property.HOTEL
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Completeness:
    """``known`` of ``total`` facts are there; ``ask_next`` holds the missing ones, the most useful first."""

    known: int
    total: int
    ask_next: tuple[Fact, ...]

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing."""
        return not self.ask_next

    @property
    def share(self) -> float:
        """The known part, 0 to 1."""
        return self.known / self.total


# What each type needs, in the order in which one asks a guest who stands at the counter: what happened, whether anyone
# is hurt, who it is, then what it takes to put it right. What the clerk judges alone comes last.
_NEEDED: dict[RecordType, tuple[Fact, ...]] = {
    RecordType.COMPLAINT: (
        Fact.TEXT,
        Fact.HURT,
        Fact.NAME,
        Fact.ROOM,
        Fact.WANTS,
        Fact.PROBLEM_DATE,
        Fact.PLACE,
        Fact.TIME_PRESSURE,
        Fact.PHONE,
        Fact.SCOPE,
        Fact.CATEGORY,
        Fact.SEVERITY,
        Fact.EMOTION,
    ),
    RecordType.ENQUIRY: (Fact.TEXT, Fact.NAME, Fact.PHONE, Fact.TIME_PRESSURE, Fact.CATEGORY),
    RecordType.SUGGESTION: (Fact.TEXT, Fact.PLACE, Fact.NAME, Fact.PHONE, Fact.CATEGORY),
    RecordType.COMPLIMENT: (Fact.TEXT, Fact.PLACE, Fact.PROBLEM_DATE, Fact.NAME, Fact.CATEGORY),
}

#: A line may break off and a letter has no second chance: then the way back to the guest comes first.
_REACH_FIRST = frozenset(Channel) - {Channel.COUNTER}
#: From far away a room number says little: guests know their booking or order.
_BY_REFERENCE = frozenset({Channel.EMAIL, Channel.SOCIAL, Channel.SURVEY, Channel.OTA, Channel.REGULATOR})
_ABOUT_THE_GUEST = frozenset({Fact.NAME, Fact.PHONE})


def completeness(record: Known) -> Completeness:
    """How many of the facts that count are known, and the missing ones in the order of asking."""
    needed = [_way_of_asking(fact, record) for fact in _needed(record)]
    missing = tuple(fact for fact in needed if not _is_known(fact, record.facts))
    return Completeness(len(needed) - len(missing), len(needed), missing)


def _needed(record: Known) -> list[Fact]:
    needed = list(_NEEDED[record.type])
    if record.anonymous:
        return [fact for fact in needed if fact not in _ABOUT_THE_GUEST]
    if record.channel in _REACH_FIRST and Fact.PHONE in needed:
        needed.remove(Fact.PHONE)
        needed.insert(needed.index(Fact.NAME) + 1, Fact.PHONE)
    return needed


def _way_of_asking(fact: Fact, record: Known) -> Fact:
    by_reference = record.property is Property.RETAIL or record.channel in _BY_REFERENCE
    return Fact.REFERENCE if fact is Fact.ROOM and by_reference else fact


def _is_known(fact: Fact, facts: frozenset[Fact]) -> bool:
    either = {Fact.ROOM, Fact.REFERENCE}
    return not facts.isdisjoint(either) if fact in either else fact in facts
