"""Two records of one guest become one, and two again if that was wrong (domain.md 1, row 29).

A merge moves cases and tasks and fills what the kept record lacks; the merged record stays, and is found under the
kept one. What undoing needs stands in the merge itself.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session

from desktop.domain.people import Person, check_right
from desktop.errors import ChangedMeanwhileError, UserError
from desktop.models.base import seconds
from desktop.models.case import Case
from desktop.models.driver import driver_of
from desktop.models.site import Guest, GuestMerge
from desktop.models.work import Task
from desktop.services.guest_names import NOT_SAME
from desktop.services.guest_records import name_key
from desktop.services.journal import Journal
from desktop.services.restricting import check_readable

_FILLED = ("name", "honorific", "phone", "email", "language")  #: taken over where the kept record has nothing
_EITHER = ("vip", "vulnerable", "restricted")  #: true once it is true of one of them
_JOINED = ("preferences", "private_notes")
_SAY_APART = "INSERT OR IGNORE INTO guest_keys (key, guest_id) VALUES (?, ?)"
_UNSAY = "DELETE FROM guest_keys WHERE key = ? AND guest_id = ?"


def merge(session: Session, journal: Journal, kept_id: int, merged_id: int, person: Person, at: datetime) -> int:
    """Makes two records one; returns the id of the merge.

    Raises ``UserError``: ``not_allowed``, ``no_such_guest``, ``same_guest`` (a record with itself), ``restricted``.
    """
    check_right("merge_guests", person)
    kept, merged = _standing(session, kept_id, person), _standing(session, merged_id, person)
    if kept is merged:
        raise UserError("same_guest", "guest")
    cases = session.scalars(select(Case.id).where(Case.guest_id == merged.id).order_by(Case.id)).all()
    # The cases themselves don't change, so nobody who works on one is disturbed: no new version.
    session.execute(update(Case.__table__).where(Case.__table__.c.guest_id == merged.id).values(guest_id=kept.id))  # type: ignore[arg-type]  # a mapped table
    followers = session.scalars(select(Guest.id).where(Guest.merged_into_id == merged.id)).all()
    session.execute(update(Guest).where(Guest.merged_into_id == merged.id).values(merged_into_id=kept.id))
    tasks = _move_tasks(session, merged, kept)
    wanted = _taken_over(kept, merged)
    before = {name: _stored(getattr(kept, name)) for name in wanted}
    for name, value in wanted.items():
        setattr(kept, name, value)
    kept.version += 1
    merged.version += 1
    merged.merged_into_id = kept.id
    row = GuestMerge(
        at=at,
        by=person.login,
        kept_id=kept.id,
        merged_id=merged.id,
        case_ids=list(cases),
        before={
            "fields": before,
            "after": {name: _stored(value) for name, value in wanted.items()},
            "tasks": tasks,
            "followers": list(followers),
        },
    )
    session.add(row)
    session.flush()
    changes = {"guest": (merged.id, kept.id), "cases": (None, len(cases))}
    journal.append(session, at, person.login, "merge_guests", None, changes)
    return row.id


def undo_merge(session: Session, journal: Journal, merge_id: int, person: Person, at: datetime) -> None:
    """Takes a merge apart: everything that came over goes back; what was changed since on the kept record stays.

    Raises ``UserError``: ``not_allowed``, ``no_such_merge``, ``merged_again`` (a later merge of one of the two is to be
    taken apart first), ``restricted``.
    """
    check_right("merge_guests", person)
    row = session.get(GuestMerge, merge_id)
    if row is None or row.undone_at is not None:
        raise UserError("no_such_merge", "guest")
    kept, merged = session.get_one(Guest, row.kept_id), session.get_one(Guest, row.merged_id)
    check_readable(kept.restricted or merged.restricted, person, "guest")
    both = (row.kept_id, row.merged_id)
    later = select(GuestMerge.id).where(
        GuestMerge.id > row.id,
        GuestMerge.undone_at.is_(None),
        or_(GuestMerge.kept_id.in_(both), GuestMerge.merged_id.in_(both)),
    )
    if session.scalar(later.limit(1)) is not None:
        raise UserError("merged_again", "guest")
    _move_back(session, row)
    _take_back_fields(kept, row.before)
    merged.merged_into_id = None
    kept.version += 1
    merged.version += 1
    row.undone_at = at
    changes = {"guest": (kept.id, merged.id), "cases": (None, len(row.case_ids))}
    journal.append(session, at, person.login, "split_guests", None, changes)


def say_apart(session: Session, journal: Journal, one: int, other: int, person: Person, at: datetime) -> None:
    """Two records are two guests: they are not suggested any more. Raises as ``merge``."""
    check_right("merge_guests", person)
    first, second = _standing(session, one, person), _standing(session, other, person)
    if first is second:
        raise UserError("same_guest", "guest")
    driver_of(session).executemany(_SAY_APART, _apart(one, other))
    journal.append(session, at, person.login, "not_same_guest", None, {"guest": (one, other)})


def unsay_apart(session: Session, journal: Journal, one: int, other: int, person: Person, at: datetime) -> None:
    """It is open again whether they are one guest. Raises ``not_allowed``."""
    check_right("merge_guests", person)
    driver_of(session).executemany(_UNSAY, _apart(one, other))
    journal.append(session, at, person.login, "maybe_same_guest", None, {"guest": (one, other)})


def _apart(one: int, other: int) -> list[tuple[str, int]]:
    return [(f"{NOT_SAME}{other}", one), (f"{NOT_SAME}{one}", other)]


def _standing(session: Session, guest_id: int, person: Person) -> Guest:
    guest = session.get(Guest, guest_id)
    if guest is None:
        raise UserError("no_such_guest", "guest")
    if guest.merged_into_id is not None:  # somebody merged it meanwhile
        raise ChangedMeanwhileError("guest_changed_meanwhile", "version", version=guest.version, expected=None)
    check_readable(guest.restricted, person, "guest")
    return guest


def _taken_over(kept: Guest, merged: Guest) -> dict[str, Any]:
    """The fields of the kept record that change, with what they become."""
    wanted: dict[str, Any] = {name: getattr(kept, name) or getattr(merged, name) for name in (*_FILLED, *_EITHER)}
    wanted |= {name: _joined(getattr(kept, name), getattr(merged, name)) for name in _JOINED}
    newer = merged if _later(merged.consent_at, kept.consent_at) else kept
    wanted |= {"consent": newer.consent, "consent_at": newer.consent_at}
    wanted["name_key"] = kept.name_key if kept.name else name_key(merged.name)
    for field in ("phone", "email"):
        wanted[f"{field}_key"] = getattr(kept if getattr(kept, field) else merged, f"{field}_key")
    return {name: value for name, value in wanted.items() if value != getattr(kept, name)}


def _joined(one: str, other: str) -> str:
    return one if not other.strip() or other.strip() in one else f"{one}\n{other}" if one.strip() else other


def _later(one: datetime | None, other: datetime | None) -> bool:
    return one is not None and (other is None or one > other)


def _move_tasks(session: Session, merged: Guest, kept: Guest) -> list[list[int]]:
    """Moves the tasks behind the kept record's own; returns their ids and old places."""
    last = session.scalar(select(func.max(Task.place)).where(Task.guest_id == kept.id)) or 0
    tasks = session.scalars(select(Task).where(Task.guest_id == merged.id).order_by(Task.place)).all()
    moved = [[task.id, task.place] for task in tasks]
    for place, task in enumerate(tasks, start=last + 1):
        task.guest_id, task.place = kept.id, place
    return moved


def _move_back(session: Session, row: GuestMerge) -> None:
    cases = Case.__table__
    for case_id in row.case_ids:
        here = (cases.c.id == case_id) & (cases.c.guest_id == row.kept_id)
        session.execute(update(cases).where(here).values(guest_id=row.merged_id))  # type: ignore[arg-type]  # as above
    for task_id, place in row.before["tasks"]:
        task = session.get(Task, task_id)
        if task is not None:
            task.guest_id, task.place = row.merged_id, place
    followers = row.before["followers"]
    session.execute(update(Guest).where(Guest.id.in_(followers)).values(merged_into_id=row.merged_id))


def _take_back_fields(kept: Guest, before: Mapping[str, Any]) -> None:
    """Gives fields their old values where nobody has changed them since."""
    for name, old in before["fields"].items():
        if _stored(getattr(kept, name)) == before["after"][name]:
            value = datetime.fromtimestamp(old, UTC) if name == "consent_at" and old is not None else old
            setattr(kept, name, value)


def _stored(value: object) -> object:
    """A field as JSON keeps it."""
    return seconds(value) if isinstance(value, datetime) else value
