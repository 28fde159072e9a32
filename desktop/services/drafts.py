"""Drafts: forms that were not saved as a case yet. They have no number and belong to the one who wrote them."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from desktop.domain.people import Person
from desktop.domain.rows import Draft
from desktop.models.case import StoredDraft
from desktop.models.engine import Database


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
            return tuple(Draft(draft.id, draft.saved_at, dict(draft.data)) for draft in stored)

    def discard(self, draft_id: int) -> None:
        """Removes a draft, after it became a case or when nobody wants it. An unknown one is nothing to do."""
        with self._database.writing() as session:
            session.execute(delete(StoredDraft).where(StoredDraft.id == draft_id))
