"""What an import meets in the workspace, read in bulk: people, guests, cases already there, numbers already taken."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from desktop.domain.commands import GuestDetails
from desktop.domain.kinds import RecordType, State
from desktop.domain.lifecycle import OPEN_STATES
from desktop.domain.numbers import CaseNumber
from desktop.domain.priority import Repeat
from desktop.domain.texts import email_key, fold, phone_key
from desktop.exchange.records import CaseRecord
from desktop.models.base import seconds
from desktop.models.case import Case
from desktop.models.site import Counter, Guest, Staff
from desktop.services.guests import REPEAT_WITHIN, name_key

_ID_PLACES = 24  #: as in ``desktop.services.case_opening``: bits of a case's id below the received second
_LAST_SERIAL = 10**9 - 1
_AT_ONCE = 500  #: values in one query; SQLite takes some thousands

T = TypeVar("T")


def chunks(items: Iterable[T], size: int = _AT_ONCE) -> Iterator[list[T]]:
    """The items in lists of at most ``size``."""
    iterator = iter(items)
    while chunk := list(islice(iterator, size)):
        yield chunk


@dataclass(frozen=True, slots=True)
class Colleague:
    """Someone on the staff list, of those who left too."""

    id: int
    login: str
    name: str


class StaffBook:
    """Finds people by login, else by a name that only one of them bears."""

    def __init__(self, session: Session) -> None:
        rows = session.execute(select(Staff.id, Staff.login, Staff.name, Staff.login_key)).all()
        people = [Colleague(row.id, row.login, row.name) for row in rows]
        self._by_login = {row.login_key: person for row, person in zip(rows, people, strict=True)}
        names = [name_key(person.name) for person in people]
        self._by_name = {n: p for n, p in zip(names, people, strict=True) if names.count(n) == 1}

    def find(self, text: str | None) -> Colleague | None:
        """The person that a login or name means, or None for nobody we know."""
        if not text:
            return None
        return self._by_login.get(fold(text)) or self._by_name.get(name_key(text))


class GuestBook:
    """Guest records for many cases at once, by the rules of ``desktop.services.guests.guest_for``."""

    def __init__(self, session: Session, details: Iterable[GuestDetails], now: datetime) -> None:
        self._session, self._now = session, now
        self._next_id = (session.scalar(select(func.max(Guest.id))) or 0) + 1
        self._by_phone: dict[str, Guest] = {}
        self._by_email: dict[str, Guest] = {}
        known = list(details)
        self._load(Guest.phone_key, {phone_key(d.phone) for d in known} - {None})
        self._load(Guest.email_key, {email_key(d.email) for d in known} - {None})
        self._new: list[Guest] = []

    def _load(self, column: object, keys: Collection[str | None]) -> None:
        for some in chunks(keys):
            for guest in self._session.scalars(select(Guest).where(column.in_(some)).order_by(Guest.id)):  # type: ignore[attr-defined]  # a mapped column
                self._remember(guest, self._kept(guest))

    def _kept(self, guest: Guest) -> Guest:
        """The record that a merged one went into, else the guest's own."""
        while guest.merged_into_id is not None:
            guest = self._session.get_one(Guest, guest.merged_into_id)
        return guest

    def _remember(self, known: Guest, guest: Guest) -> None:
        """By the phone and e-mail of ``known`` it is ``guest`` from now on."""
        if known.phone_key:
            self._by_phone.setdefault(known.phone_key, guest)
        if known.email_key:
            self._by_email.setdefault(known.email_key, guest)

    def guest_for(self, details: GuestDetails) -> Guest | None:
        """The known guest, brought up to date, or a new one; None for nobody in particular."""
        if not details.is_known:
            return None
        keys = phone_key(details.phone), email_key(details.email)
        same = [g for g in (self._by_phone.get(keys[0] or ""), self._by_email.get(keys[1] or "")) if g is not None]
        guest = min(same, key=lambda g: g.id) if same else self._made(details)
        guest.name = guest.name or details.name
        guest.name_key = name_key(guest.name)
        guest.honorific = guest.honorific or details.honorific
        guest.language = guest.language or details.language
        guest.phone = guest.phone or details.phone
        guest.phone_key = phone_key(guest.phone)
        guest.email = guest.email or details.email
        guest.email_key = email_key(guest.email)
        guest.vip = bool(guest.vip or details.vip)
        guest.vulnerable = bool(guest.vulnerable or details.vulnerable)
        self._remember(guest, guest)
        return guest

    def _made(self, details: GuestDetails) -> Guest:
        guest = Guest(
            id=self._next_id, name=details.name, honorific="", language="", phone="", email="", created_at=self._now
        )
        self._next_id += 1
        self._session.add(guest)
        return guest


@dataclass(frozen=True, slots=True)
class _Earlier:
    """A complaint of a guest that counts for the repeat."""

    received_at: datetime
    place: int
    category: str | None
    is_open: bool


class Repeats:
    """Whether a guest was here before, over what is stored and what comes in together (domain.md 4, repeat)."""

    def __init__(self, session: Session, guest_ids: Collection[int]) -> None:
        self._cases: dict[int, list[_Earlier]] = {}
        for some in chunks(sorted(guest_ids)):
            columns = (Case.guest_id, Case.received_at, Case.category, Case.type, Case.state)
            for row in session.execute(select(*columns).where(Case.guest_id.in_(some))):
                self.add(row.guest_id, row.received_at, row.category, row.type, State(row.state), -1)

    def add(
        self, guest_id: int, received_at: datetime, category: str | None, type_: str, state: State, place: int
    ) -> None:
        """Takes note of a case; ``place`` orders those of the same moment."""
        if type_ == RecordType.COMPLAINT and state not in (State.DUPLICATE, State.NOT_COMPLAINT):
            earlier = _Earlier(received_at, place, category, state in OPEN_STATES)
            self._cases.setdefault(guest_id, []).append(earlier)

    def of(self, guest_id: int | None, received_at: datetime, category: str | None, place: int) -> Repeat:
        """The repeat of one case: looks back from the received time."""
        if guest_id is None:
            return Repeat.NONE
        before = [c for c in self._cases.get(guest_id, []) if (c.received_at, c.place) < (received_at, place)]
        same_problem = category is not None and "-" in category
        if same_problem and any(c.is_open and c.category == category for c in before):
            return Repeat.SAME_PROBLEM
        since = received_at - REPEAT_WITHIN
        return Repeat.SEVERAL if any(c.received_at >= since for c in before) else Repeat.NONE


class AlreadyThere:
    """Tells rows that are there already: the same external id, or the same received time, room and text.

    Two rows of one file that are alike are one case, unless they bear different numbers.
    """

    def __init__(self, session: Session, records: Sequence[CaseRecord]) -> None:
        self._ids: set[str] = set()
        self._cases: set[tuple[datetime, str, str]] = set()
        self._seen: set[tuple[datetime, str, str, CaseNumber | None]] = set()
        for ids in chunks({str(r.values["external_id"]) for r in records if r.values["external_id"]}):
            self._ids.update(x for x in session.scalars(select(Case.external_id).where(Case.external_id.in_(ids))) if x)
        for moments in chunks({record.received_at for record in records}):
            rows = session.execute(select(Case.received_at, Case.room, Case.text).where(Case.received_at.in_(moments)))
            self._cases.update((row.received_at, row.room, row.text) for row in rows)

    def has(self, record: CaseRecord) -> bool:
        """Whether the record is there; one that isn't counts as there from now on."""
        external_id = record.values["external_id"]
        case = record.received_at, str(record.values["room"]), str(record.values["text"])
        seen = (*case, record.number)
        if external_id in self._ids or case in self._cases or seen in self._seen:
            return True
        self._seen.add(seen)
        if external_id:
            self._ids.add(str(external_id))
        return False


class Numbers:
    """Case numbers and ids for many cases; ``store`` writes the counters back."""

    def __init__(self, session: Session, site: str, zone: ZoneInfo) -> None:
        self._session, self._site, self._zone = session, site, zone
        self._taken: dict[date, set[str]] = {}
        self._counters: dict[str, int] = {}

    def keep(self, number: CaseNumber) -> CaseNumber | None:
        """The number itself, taken from now on; None where another case has it."""
        taken = self._taken_on(number.day)
        if str(number) in taken:
            return None
        taken.add(str(number))
        return number

    def next(self, received_at: datetime, desk: str) -> CaseNumber:
        """The next free number of a desk on the local date of the received time."""
        day = received_at.astimezone(self._zone).date()
        taken = self._taken_on(day)
        while True:
            serial = self._count(f"number:{self._site}-{desk}-{day:%Y%m%d}")
            number = CaseNumber(self._site, desk, day, serial)
            if str(number) not in taken:
                taken.add(str(number))
                return number

    def case_id(self, received_at: datetime) -> int:
        """An id that grows with the received time (``desktop.services.case_opening.new_case_id``)."""
        return max(seconds(received_at), 0) << _ID_PLACES | self._count("case_id") % (1 << _ID_PLACES)

    def _count(self, counter: str) -> int:
        if counter not in self._counters:
            stored = self._session.scalar(select(Counter.value).where(Counter.name == counter))
            self._counters[counter] = stored or 0
        self._counters[counter] += 1
        return self._counters[counter]

    def _taken_on(self, day: date) -> set[str]:
        if day not in self._taken:
            first, last = (CaseNumber(self._site, "", day, serial).order for serial in (0, _LAST_SERIAL))
            on_day = select(Case.number).where(Case.number_order.between(first, last))
            self._taken[day] = set(self._session.scalars(on_day))
        return self._taken[day]

    def store(self) -> None:
        """Writes the counters back."""
        rows = [{"name": name, "value": value} for name, value in self._counters.items()]
        if rows:
            counters = upsert(Counter)
            grown = counters.on_conflict_do_update(index_elements=["name"], set_={"value": counters.excluded.value})
            self._session.execute(grown, rows)
