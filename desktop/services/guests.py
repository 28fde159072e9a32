"""Guests: the same phone digits or e-mail are the same guest; a name alone only suggests (domain.md 4)."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from desktop.domain.commands import GuestDetails
from desktop.domain.kinds import RecordType, State
from desktop.domain.lifecycle import OPEN_STATES
from desktop.domain.priority import Repeat
from desktop.domain.rows import GuestHistory, GuestRow, PastCase
from desktop.domain.texts import email_key, fold, phone_key
from desktop.models.case import Case
from desktop.models.engine import Database
from desktop.models.site import Guest

REPEAT_WITHIN = timedelta(days=90)
_NOT_COUNTED = (State.DUPLICATE.value, State.NOT_COMPLAINT.value)
_OPEN = tuple(state.value for state in OPEN_STATES)


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


def guest_for(session: Session, details: GuestDetails, now: datetime) -> Guest | None:
    """The guest record of a complainant: the known one brought up to date, or a new one; None where nobody is named."""
    if not details.is_known:
        return None
    same = _same_guest(details.phone, details.email)
    guest = None if same is None else session.scalar(select(Guest).where(same).order_by(Guest.id).limit(1))
    if guest is None:
        guest = Guest(name=details.name, honorific=details.honorific, language=details.language, created_at=now)
        session.add(guest)
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
    session.flush()
    return guest


def repeat_of(session: Session, case: Case) -> Repeat:
    """Whether the guest was here before: looks back from the received time, at complaints that count."""
    if case.guest_id is None:
        return Repeat.NONE
    others = select(Case.id).where(
        Case.guest_id == case.guest_id,
        Case.id != case.id,
        Case.type == RecordType.COMPLAINT.value,
        Case.state.not_in(_NOT_COUNTED),
        Case.received_at <= case.received_at,
    )
    if case.category is not None and "-" in case.category:
        same_problem = others.where(Case.category == case.category, Case.state.in_(_OPEN))
        if session.scalar(same_problem.limit(1)) is not None:
            return Repeat.SAME_PROBLEM
    recent = others.where(Case.received_at >= case.received_at - REPEAT_WITHIN)
    return Repeat.SEVERAL if session.scalar(recent.limit(1)) is not None else Repeat.NONE


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
