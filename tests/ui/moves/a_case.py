"""A case as forms are told of it, and the desk around it: small, and as each test needs it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from desktop.domain.case_file import Rating
from desktop.domain.kinds import Band, Channel, Property, RecordType, Role, Scope, State
from desktop.domain.money import Currency
from desktop.domain.people import Person
from desktop.domain.rows import Found, StaffRow
from desktop.ui.moves import About, Surroundings
from desktop.words import load_taxonomy
from tests.support.clock import EVENING, Clock
from tests.ui.queue.few_rows import SHANGHAI

NUMBER = "HH-D1-20261119-0001"
RECEIVED = EVENING - timedelta(hours=1)
CNY = Currency("CNY", 2, "¥")

LEO = Person(3, "leo", "Leo Wang", Role.RECEPTIONIST, "D1")
MAYA = Person(2, "maya", "Maya Chen", Role.SPECIALIST, "D1")
RAO = Person(4, "rao", "S. Rao", Role.MANAGER, "D1")
OWNER = Person(1, "li", "Li Na", Role.OWNER, "D1")
PEOPLE = (
    StaffRow(1, "li", "Li Na", Role.OWNER, "", has_pin=True),
    StaffRow(2, "maya", "Maya Chen", Role.SPECIALIST, "", has_pin=True),
    StaffRow(3, "leo", "Leo Wang", Role.RECEPTIONIST, "", has_pin=True),
    StaffRow(4, "rao", "S. Rao", Role.MANAGER, "", has_pin=True),
    StaffRow(5, "ana", "Ana Lyst", Role.ANALYST, "", has_pin=True),
    StaffRow(6, "gone", "Long Gone", Role.SPECIALIST, "", has_pin=True, active=False),
)
RATED = Rating(severity=2, scope=Scope.ONE, emotion=3)


def a_hit(serial: int, **changed: object) -> Found:
    """A case that a search found."""
    plain = Found(
        number=f"HH-D1-20261119-{serial:04d}",
        id=serial,
        state=State.INVESTIGATING,
        band=Band.P2,
        guest="Tan Wei Ling",
        honorific="ms",
        room="1208",
        reference="",
        summary="Air-con dripping since check-in",
        received_at=RECEIVED,
    )
    return plain._replace(**changed)  # type: ignore[arg-type]  # tests name fields of the row


def around(person: Person = MAYA, found: Sequence[Found] = (), **changed: object) -> Surroundings:
    """The desk at 21:42."""
    plain = Surroundings(
        person=person,
        taxonomy=load_taxonomy(Property.HOTEL),
        zone=SHANGHAI,
        currency=CNY,
        now=Clock(),
        people=PEOPLE,
        departments=("Engineering", "Housekeeping"),
        law_cards=("消费者权益保护法 55",),
        find=lambda words: [hit for hit in found if words.casefold() in f"{hit.number} {hit.guest}".casefold()],
    )
    return replace(plain, **changed)  # type: ignore[arg-type]  # tests name fields of the desk


def about(person: Person = MAYA, found: Sequence[Found] = (), **changed: object) -> About:
    """A P3 complaint, acknowledged and fully rated, in the hands of a specialist."""
    plain = About(
        number=NUMBER,
        type=RecordType.COMPLAINT,
        state=State.ACKNOWLEDGED,
        band=Band.P3,
        channel=Channel.COUNTER,
        received_at=RECEIVED,
        around=around(person, found),
        category="H01-1",
        rating=RATED,
    )
    return replace(plain, **changed)  # type: ignore[arg-type]  # tests name fields of the case
