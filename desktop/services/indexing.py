"""Keeps the search index in step with the cases.

The index holds terms and no text, so an old row is taken out by its old terms.
"""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.finding import searchable
from desktop.models.case import Case, Contact, Note


def words_of(session: Session, case: Case) -> str:
    """All terms under which a case is found: number, guest, phone, room, text, notes."""
    more: list[str] = []
    if case.id is not None:
        more += session.scalars(select(Note.text).where(Note.case_id == case.id).order_by(Note.id))
        more += session.scalars(select(Contact.text).where(Contact.case_id == case.id).order_by(Contact.id))
    return words_of_new(case, more)


def words_of_new(case: Case, more: Sequence[str] = ()) -> str:
    """The same for a case whose notes and contacts are known; ``more`` in the order in which they were written."""
    parts = (case.guest_name, case.guest_email, case.room, case.reference, case.place, case.text, *more)
    return searchable(case.number, case.guest_phone, parts)


def add_words(session: Session, case_id: int, words: str) -> None:
    """Puts a case into the index."""
    session.connection().exec_driver_sql("INSERT INTO search_index(rowid, words) VALUES (?, ?)", (case_id, words))


def replace_words(session: Session, case_id: int, before: str, after: str) -> None:
    """Takes the old terms of a case out of the index and puts the new ones in."""
    if before == after:
        return
    session.connection().exec_driver_sql(
        "INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', ?, ?)", (case_id, before)
    )
    add_words(session, case_id, after)
