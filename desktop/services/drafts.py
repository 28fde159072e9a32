"""Drafts: forms that were not saved yet, and what is half typed on a case. They belong to the one who wrote them."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.domain.people import Person
from desktop.domain.rows import Draft
from desktop.models.case import StoredDraft
from desktop.models.engine import Database

_ABOUT, _TYPED = "about_case", "typed"  #: what marks a draft that belongs to a case


def _on_case(session: Session, person: Person, number: str) -> StoredDraft | None:
    mine = select(StoredDraft).where(StoredDraft.staff_id == person.id).order_by(StoredDraft.id)
    return next((draft for draft in session.scalars(mine) if draft.data.get(_ABOUT) == number), None)


class DraftService:
    """Keeps what is being typed. ``now`` gives the present moment (aware UTC)."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database, self._now = database, now

    def save(self, person: Person, data: dict[str, Any], draft_id: int | None = None) -> Draft:
        """Stores a form anew or over its earlier draft. ``data`` maps field names to JSON values."""
        with self._database.writing() as session:
            stored = session.get(StoredDraft, draft_id) if draft_id is not None else None
            if stored is None or stored.staff_id != person.id:
                stored = StoredDraft(staff_id=person.id, desk=person.desk)
                session.add(stored)
            stored.data, stored.saved_at = data, self._now().replace(microsecond=0)
            session.flush()
            return Draft(stored.id, stored.saved_at, dict(data))

    def of(self, person: Person) -> tuple[Draft, ...]:
        """A person's drafts, the newest first."""
        with self._database.reading_entities() as session:
            mine = select(StoredDraft).where(StoredDraft.staff_id == person.id)
            stored = session.scalars(mine.order_by(StoredDraft.saved_at.desc(), StoredDraft.id.desc()))
            return tuple(
                Draft(draft.id, draft.saved_at, dict(draft.data)) for draft in stored if _ABOUT not in draft.data
            )

    def keep_typed(self, person: Person, number: str, typed: Mapping[str, object]) -> None:
        """Keeps what a person has half typed on a case, instead of what was kept; nothing typed keeps nothing."""
        with self._database.writing() as session:
            stored = _on_case(session, person, number)
            if not typed:
                if stored is not None:
                    session.delete(stored)
                return
            if stored is None:
                stored = StoredDraft(staff_id=person.id, desk=person.desk)
                session.add(stored)
            stored.data = {_ABOUT: number, _TYPED: dict(typed)}
            stored.saved_at = self._now().replace(microsecond=0)

    def typed(self, person: Person, number: str) -> dict[str, Any]:
        """What a person has half typed on a case; empty where nothing is kept."""
        with self._database.reading_entities() as session:
            stored = _on_case(session, person, number)
            return {} if stored is None else dict(stored.data[_TYPED])

    def discard(self, draft_id: int, person: Person | None = None) -> None:
        """Removes a draft, after it became a case or when nobody wants it: the ``person``'s own, or anybody's.

        One that isn't there, or is a colleague's, is nothing to do.
        """
        unwanted = [StoredDraft.id == draft_id]
        if person is not None:
            unwanted.append(StoredDraft.staff_id == person.id)
        with self._database.writing() as session:
            session.execute(delete(StoredDraft).where(*unwanted))
