"""The profile of a guest: what is kept of them, who may read it, and changing it (domain.md 1, row 29)."""

from collections.abc import Collection, Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from desktop.domain.guest_file import Double, GuestProfile, MergedRecord, ProfileChange
from desktop.domain.history import changed_fields
from desktop.domain.people import Person, Right, check_right, right_to
from desktop.domain.texts import check_line, check_text, email_key, is_blank, phone_key
from desktop.errors import ChangedMeanwhileError, UserError
from desktop.models.base import moment
from desktop.models.driver import Driver
from desktop.models.site import Guest
from desktop.services.guest_cases import CaseOfGuest, cases_of, leaving_reasons, past_case, sums_of
from desktop.services.guest_doubles import doubles_of
from desktop.services.guest_records import ROW_COLUMNS, guest_row, name_key
from desktop.services.guest_tasks import tasks_of
from desktop.services.journal import Journal
from desktop.services.restricting import check_readable

DOUBLES_SHOWN = 4
CASES_SHOWN = 50

_PROFILE = f"""SELECT {ROW_COLUMNS}, g.version, g.created_at, g.preferences, g.private_notes, g.consent, g.consent_at,
g.restricted FROM guests g WHERE g.id = ?"""
_MERGED = f"""SELECT {ROW_COLUMNS}, m.id, m.at, m."by" FROM guest_merges m JOIN guests g ON g.id = m.merged_id
WHERE m.kept_id = ? AND m.undone_at IS NULL ORDER BY m.id DESC"""
_ROW = f"SELECT {ROW_COLUMNS} FROM guests g WHERE g.id = ?"
_LINES = ("name", "honorific", "phone", "email", "language")
_TEXTS = ("preferences", "private_notes")
_ROW_WIDTH = 8  #: columns of ``ROW_COLUMNS``


def may_read_notes(reader: Person | None) -> bool:
    """Whether private notes are shown to the reader: those who decide read them, the counter doesn't."""
    return reader is None or right_to("private_notes", reader.role) is not Right.NO


def read_profile(driver: Driver, guest_id: int, reader: Person | None, at: datetime) -> GuestProfile:
    """The profile of a standing record. Raises ``UserError``: ``no_such_guest``, ``not_allowed``, ``restricted``."""
    if reader is not None:
        check_right("read_cases", reader)
    stored = driver.execute(_PROFILE, (guest_id,)).fetchone()
    if stored is None:
        raise UserError("no_such_guest", "guest")
    version, since, preferences, notes, consent, consent_at, restricted = stored[_ROW_WIDTH:]
    check_readable(bool(restricted), reader, "guest")
    cases = cases_of(driver, [guest_id], reader).get(guest_id, ())
    return GuestProfile(
        guest=guest_row(stored[:_ROW_WIDTH]),
        version=version,
        since=moment(since),
        preferences=preferences,
        private_notes=notes if may_read_notes(reader) else None,
        consent=None if consent is None else bool(consent),
        consent_at=None if consent_at is None else moment(consent_at),
        restricted=bool(restricted),
        sums=sums_of(cases),
        cases=tuple(map(past_case, cases[:CASES_SHOWN])),
        total=len(cases),
        leaving=leaving_reasons(cases, at),
        tasks=tuple(tasks_of(driver, guest_id)),
        doubles=read_doubles(driver, guest_id, reader, DOUBLES_SHOWN),
        merged=tuple(
            MergedRecord(guest_row(row[:_ROW_WIDTH]), row[-3], moment(row[-2]), row[-1])
            for row in driver.execute(_MERGED, (guest_id,))
        ),
    )


def read_doubles(driver: Driver, guest_id: int, reader: Person | None, limit: int) -> tuple[Double, ...]:
    """The records that may be the same guest, the surest first."""
    found = doubles_of(driver, guest_id, reader, limit)
    cases = cases_of(driver, (id_ for id_, _ in found), reader)

    def double(id_: int, of_guest: tuple[CaseOfGuest, ...]) -> Double:
        row = guest_row(driver.execute(_ROW, (id_,)).fetchone())
        why = next(why for other, why in found if other == id_)
        return Double(row, why, len(of_guest), of_guest[0].received_at if of_guest else None)

    return tuple(double(id_, tuple(cases.get(id_, ()))) for id_, _ in found)


def change_profile(
    session: Session, journal: Journal, guest_id: int, change: ProfileChange, version: int, person: Person, at: datetime
) -> int:
    """Stores what is different and returns the new version; nothing different changes nothing.

    ``version`` is the one the person saw. Raises ``UserError``: ``not_allowed`` (private notes and the restricted mark
    have rights of their own), ``restricted``, ``no_such_guest``, ``missing`` (a guest needs name, phone or e-mail),
    ``no_consent`` (preferences of somebody who doesn't agree), the refusals of texts, ``ChangedMeanwhileError``.
    """
    check_right("guest", person)
    guest = session.get(Guest, guest_id)
    if guest is None or guest.merged_into_id is not None:
        raise UserError("no_such_guest", "guest")
    check_readable(guest.restricted, person, "guest")
    given = {field.name: getattr(change, field.name) for field in fields(change)}
    wanted = {name: value for name, value in given.items() if value is not None}
    before = {name: getattr(guest, name) for name in wanted}
    changes = changed_fields(before, wanted)
    if not changes:
        return guest.version
    if guest.version != version:
        raise ChangedMeanwhileError("guest_changed_meanwhile", "version", version=guest.version, expected=version)
    _check(changes.keys(), wanted, person)
    for name, (_, value) in changes.items():
        setattr(guest, name, value)
    _check_whole(guest)
    guest.name_key, guest.phone_key, guest.email_key = (
        name_key(guest.name),
        phone_key(guest.phone),
        email_key(guest.email),
    )
    if "consent" in changes:
        guest.consent_at = at
    guest.version += 1
    journal.append(session, at, person.login, "guest", None, {"guest": (None, guest_id), **changes})
    return guest.version


def _check(changed: Collection[str], wanted: Mapping[str, Any], person: Person) -> None:
    """Refuses what isn't the person's to change, and texts that can't be stored."""
    if "private_notes" in changed:
        check_right("private_notes", person)
    if "restricted" in changed:
        check_right("restrict", person)
    for name in changed:
        if name in _LINES:
            check_line(wanted[name], name)
        elif name in _TEXTS:
            check_text(wanted[name], name)


def _check_whole(guest: Guest) -> None:
    if is_blank(guest.name) and is_blank(guest.phone) and is_blank(guest.email):
        raise UserError("missing", "name")
    if guest.consent is False and not is_blank(guest.preferences):
        raise UserError("no_consent", "preferences")
