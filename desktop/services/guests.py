"""Guests: the same phone digits or e-mail are the same guest; a name alone only suggests (domain.md 4)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from desktop.domain.commands import GuestDetails
from desktop.domain.kinds import RecordType, State
from desktop.domain.lifecycle import OPEN_STATES
from desktop.domain.priority import Repeat
from desktop.domain.rows import GuestHistory, GuestRow, PastCase
from desktop.domain.texts import email_key, fold, phone_key
from desktop.models.base import moment
from desktop.models.case import Case
from desktop.models.driver import Driver, Insertion
from desktop.models.engine import Database
from desktop.models.site import Guest

REPEAT_WITHIN = timedelta(days=90)
_CASES_OF_GUEST = """SELECT id, category, state, received_at FROM cases INDEXED BY ix_cases_guest_id
WHERE guest_id = ? AND type = 'complaint' AND state NOT IN ('duplicate', 'not_complaint')"""
_SAME_GUEST = """SELECT min(id) FROM (
SELECT id FROM guests WHERE phone_key = ? UNION ALL SELECT id FROM guests WHERE email_key = ?)"""
_GUEST = "SELECT name, honorific, language, phone, email, vip, vulnerable FROM guests WHERE id = ?"
_UPDATE_GUEST = """UPDATE guests SET name = :name, name_key = :name_key, honorific = :honorific, language = :language,
phone = :phone, phone_key = :phone_key, email = :email, email_key = :email_key, vip = :vip, vulnerable = :vulnerable
WHERE id = :id"""
_GUESTS = Insertion(Guest)
_OPEN = frozenset(state.value for state in OPEN_STATES)


def name_key(name: str) -> str:
    """The form by which names are compared: folded, without spaces."""
    return "".join(fold(name).split())


def _same_guest(phone: str, email: str) -> ColumnElement[bool] | None:
    ways = [
        column == key
        for column, key in ((Guest.phone_key, phone_key(phone)), (Guest.email_key, email_key(email)))
        if key is not None
    ]
    return or_(*ways) if ways else None


@dataclass(frozen=True, slots=True)
class Complainant:
    """The guest record that a case belongs to."""

    id: int
    vip: bool
    vulnerable: bool


def guest_for(driver: Driver, details: GuestDetails, now: datetime) -> Complainant | None:
    """The guest record of a complainant: the known one brought up to date, or a new one; None where nobody is named."""
    if not details.is_known:
        return None
    keys = phone_key(details.phone), email_key(details.email)
    (known,) = driver.execute(_SAME_GUEST, keys).fetchone()
    stored = None if known is None else driver.execute(_GUEST, (known,)).fetchone()
    d = details
    given: tuple[Any, ...] = (d.name, d.honorific, d.language, d.phone, d.email, d.vip, d.vulnerable)
    merged = given if stored is None else tuple(old or new for old, new in zip(stored, given, strict=True))
    name, honorific, language, phone, email, vip, vulnerable = merged
    row = {
        "name": name,
        "name_key": name_key(name),
        "honorific": honorific,
        "language": language,
        "phone": phone,
        "phone_key": phone_key(phone),
        "email": email,
        "email_key": email_key(email),
        "vip": bool(vip),
        "vulnerable": bool(vulnerable),
    }
    if known is None:
        known = _GUESTS.run(driver, row | {"created_at": now})
    elif merged != stored:
        driver.execute(_UPDATE_GUEST, row | {"id": known})
    return Complainant(known, bool(vip), bool(vulnerable))


def repeat_of(
    driver: Driver, guest_id: int | None, case_id: int, received_at: datetime, category: str | None
) -> Repeat:
    """Whether the guest of a case was here before: looks back from the received time, at complaints that count."""
    if guest_id is None:
        return Repeat.NONE
    # A guest has few cases: reading them all is quicker than asking twice, and keeps SQLite on the guest's index.
    others = ((id_, *other, moment(at)) for id_, *other, at in driver.execute(_CASES_OF_GUEST, (guest_id,)))
    earlier = [(*other, at) for id_, *other, at in others if id_ != case_id and at <= received_at]
    same_problem = category is not None and "-" in category
    if same_problem and any(other == category and state in _OPEN for other, state, _ in earlier):
        return Repeat.SAME_PROBLEM
    since = received_at - REPEAT_WITHIN
    return Repeat.SEVERAL if any(at >= since for _, _, at in earlier) else Repeat.NONE


def _row(guest: Guest) -> GuestRow:
    return GuestRow(
        guest.id, guest.name, guest.honorific, guest.phone, guest.email, guest.language, guest.vip, guest.vulnerable
    )


class GuestService:
    """What the desk knows of a guest while they stand there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def history_of(self, phone: str = "", email: str = "", limit: int = 5) -> GuestHistory | None:
        """The guest with this phone or e-mail and their last cases, or ``None`` for somebody new."""
        same = _same_guest(phone, email)
        if same is None:
            return None
        with self._database.reading_entities() as session:
            guest = session.scalar(select(Guest).where(same).order_by(Guest.id).limit(1))
            return None if guest is None else self._history(session, guest, limit)

    def history_of_guest(self, guest_id: int, limit: int = 5) -> GuestHistory | None:
        """The same for a guest record."""
        with self._database.reading_entities() as session:
            guest = session.get(Guest, guest_id)
            return None if guest is None else self._history(session, guest, limit)

    def _history(self, session: Session, guest: Guest, limit: int) -> GuestHistory:
        cases = session.scalars(select(Case).where(Case.guest_id == guest.id).order_by(Case.id.desc()).limit(limit))
        total = session.scalar(select(func.count()).select_from(Case).where(Case.guest_id == guest.id))
        past = tuple(
            PastCase(
                case.number,
                case.received_at,
                RecordType(case.type),
                State(case.state),
                case.category,
                case.summary,
                case.survey.get("overall"),
            )
            for case in cases
        )
        return GuestHistory(_row(guest), past, total or 0)

    def suggest(self, name: str, limit: int = 5) -> tuple[GuestRow, ...]:
        """Guests whose name begins like this, newest first. A name only suggests."""
        key = name_key(name)
        if not key:
            return ()
        with self._database.reading_entities() as session:
            begins = Guest.name_key.between(key, key + "\U0010ffff")
            found = session.scalars(select(Guest).where(begins).order_by(Guest.id.desc()).limit(limit))
            return tuple(_row(guest) for guest in found)
