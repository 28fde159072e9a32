"""Who stands at a sample desk, and who comes to it. Every name and number is made up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from desktop.domain.authority import default_limits
from desktop.domain.kinds import Language, Property, Role
from desktop.domain.money import Currency
from desktop.samples.content import read_samples

#: Sample sums are whole units, so any currency's limits will do as they stand in domain.md 6.
_LIMITS = default_limits(Currency("XXX", 0, ""))

_VIPS = 0.06
_WITH_PHONE = 0.88
_WITH_EMAIL = 0.45


@dataclass(frozen=True, slots=True)
class Colleague:
    """Someone on the staff list."""

    login: str
    role: Role
    name: str = ""
    department: str = ""

    @property
    def leads(self) -> bool:
        """Whether they may close a P1 or P2."""
        return self.role in (Role.MANAGER, Role.OWNER)


class Roster:
    """Who is on duty when."""

    def __init__(self, property_: Property, language: Language, zone: ZoneInfo, owner: str) -> None:
        self._property, self._zone = property_, zone
        self.owner = Colleague(owner, Role.OWNER)  #: made with the workspace, not on the list below
        self.staff = tuple(_colleague(row, property_, language) for row in read_samples("people.toml")["staff"])
        self._at_desk = [person for person in self.staff if person.role is Role.RECEPTIONIST]
        self._specialists = [person for person in self.staff if person.role is Role.SPECIALIST]
        self.manager = next(person for person in self.staff if person.role is Role.MANAGER)

    def receptionist(self, at: datetime) -> Colleague:
        """Who stands at the counter at an aware moment; turns change from week to week."""
        local = at.astimezone(self._zone)
        turns = (7, 15, 23) if self._property is Property.HOTEL else (10, 16)
        turn = sum(local.hour >= start for start in turns)
        return self._at_desk[(turn + local.isocalendar().week) % len(self._at_desk)]

    def specialist(self, at: datetime) -> Colleague:
        """Which specialist has the day."""
        return self._specialists[at.astimezone(self._zone).toordinal() % len(self._specialists)]


def _colleague(row: dict[str, Any], property_: Property, language: Language) -> Colleague:
    department = row["department"][property_.value][language.value]
    return Colleague(row["login"], Role(row["role"]), row["name"][language.value], department)


class Purse:
    """What everyone has given so far, so that nobody passes their authority (domain.md 6)."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self._given: dict[tuple[str, int, int], int] = {}

    def allows(self, person: Colleague, at: datetime, amount: int, on_case: int) -> bool:
        """Whether the person may give ``amount`` (whole units) on a case that ``on_case`` stands on."""
        limit = _LIMITS[person.role]
        within_case = limit.per_case is None or on_case + amount <= limit.per_case
        within_month = limit.per_month is None or self._given.get(self._key(person, at), 0) + amount <= limit.per_month
        return amount == 0 or (within_case and within_month)

    def take(self, person: Colleague, at: datetime, amount: int) -> None:
        """Counts a sum that the person gave."""
        key = self._key(person, at)
        self._given[key] = self._given.get(key, 0) + amount

    def _key(self, person: Colleague, at: datetime) -> tuple[str, int, int]:
        local = at.astimezone(self._zone)
        return person.login, local.year, local.month


@dataclass(frozen=True, slots=True)
class Guest:
    """A made-up guest; every guest can be reached by phone, by e-mail or by both."""

    name: str
    honorific: str
    language: Language
    phone: str = ""
    email: str = ""
    vip: bool = False

    def as_fields(self) -> dict[str, object]:
        """The guest as the act ``open`` takes one; what is not known is left out."""
        known = {"name": self.name, "honorific": self.honorific, "phone": self.phone, "email": self.email}
        vip: dict[str, object] = {"vip": True} if self.vip else {}
        return {**{field: value for field, value in known.items() if value}, "language": self.language.value, **vip}


class GuestBook:
    """Makes guests and remembers them, so that some come back."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        data = read_samples("people.toml")
        self._names, self._honorifics = data["guests"], data["honorifics"]
        self._phones = {language: _numbers(data["phones"][language.value], rng) for language in Language}
        self._seen: list[Guest] = []
        self._made = 0

    def new(self, language: Language, *, vip: bool | None = None) -> Guest:
        """A guest who was never here before; ``vip`` None leaves that to chance."""
        rng = self._rng
        self._made += 1
        group = rng.choices(self._names[language.value], [len(g["families"]) for g in self._names[language.value]])[0]
        side = rng.choice(("women", "men"))
        family, given = rng.choice(group["families"]), rng.choice(group[side])
        space = "" if language is Language.ZH else " "
        name = space.join((family, given) if group["family_first"] else (given, family))
        phone = next(self._phones[language], "") if rng.random() < _WITH_PHONE else ""
        email = f"guest.{self._made + 1000}@example.com" if not phone or rng.random() < _WITH_EMAIL else ""
        is_vip = rng.random() < _VIPS if vip is None else vip
        guest = Guest(name, rng.choice(self._honorifics[language.value][side]), language, phone, email, is_vip)
        self._seen.append(guest)
        return guest

    def known(self) -> Guest | None:
        """A guest who was here before, or None on the first day."""
        return self._rng.choice(self._seen) if self._seen else None


def _numbers(prefixes: Sequence[str], rng: Random) -> Iterator[str]:
    """Every number of the ranges once, in an order that looks like none."""
    for prefix in prefixes:
        start, digits = prefix.rstrip("#"), prefix.count("#")
        size = 10**digits
        first = rng.randrange(size)
        yield from (f"{start}{(first + step * 617) % size:0{digits}}" for step in range(size))
