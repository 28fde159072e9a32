"""Keeps the search index in step with the cases.

The index holds terms and no text, so an old row is taken out by its old terms.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from desktop.domain.finding import INDEX_VERSION, searchable
from desktop.models.case import Case, Contact, Note
from desktop.models.driver import Driver, driver_of
from desktop.models.engine import Database

_BATCH = 500
_SAMPLE = 50  #: newest cases, and as many others, whose every term is looked up
_PARTS = ("guest_name", "guest_email", "room", "reference", "place", "text")  #: of a case, in this order
_INSERT = "INSERT INTO search_index(rowid, words) VALUES (?, ?)"
_IN_ALL = '"\N{BROKEN BAR}"'  #: the term before each part of a case's text (``desktop.domain.finding``)


def words_of(session: Session, case: Case) -> str:
    """All terms under which a case is found: number, guest, phone, room, text, notes."""
    more: list[str] = []
    if case.id is not None:
        more += session.scalars(select(Note.text).where(Note.case_id == case.id).order_by(Note.id))
        more += session.scalars(select(Contact.text).where(Contact.case_id == case.id).order_by(Contact.id))
    return words_of_new(case, more)


def words_of_new(case: Case, more: Sequence[str] = ()) -> str:
    """The same for a case whose notes and contacts are known; ``more`` in the order in which they were written."""
    return words_of_row({name: getattr(case, name) for name in ("number", "guest_phone", *_PARTS)}, more)


def words_of_row(fields: Mapping[str, object], more: Sequence[str] = ()) -> str:
    """The same for the fields of a case."""
    parts = [str(fields[name]) for name in _PARTS]
    return searchable(str(fields["number"]), str(fields["guest_phone"]), [*parts, *more])


def add_words(driver: Driver, case_id: int, words: str) -> None:
    """Puts a case into the index."""
    driver.execute(_INSERT, (case_id, words))


def replace_words(session: Session, case_id: int, before: str, after: str) -> None:
    """Takes the old terms of a case out of the index and puts the new ones in."""
    if before == after:
        return
    driver = driver_of(session)
    driver.execute("INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', ?, ?)", (case_id, before))
    add_words(driver, case_id, after)


def rebuild(session: Session) -> None:
    """Builds the index anew from the cases, in the caller's write transaction. 100,000 cases take half a minute."""
    connection = session.connection()
    driver = driver_of(connection)
    driver.execute("INSERT INTO search_index(search_index) VALUES ('delete-all')")
    more = _texts_by_case(connection)
    names = ("number", "guest_phone", *_PARTS)
    columns = select(Case.id, *(getattr(Case, name) for name in names)).order_by(Case.id)
    for batch in connection.execute(columns.execution_options(yield_per=_BATCH)).partitions():
        terms = ((id_, words_of_row(dict(zip(names, told, strict=True)), more.get(id_, ()))) for id_, *told in batch)
        driver.executemany(_INSERT, terms)
    driver.execute(f"PRAGMA user_version = {INDEX_VERSION}")


def _texts_by_case(connection: Connection) -> dict[int, list[str]]:
    """Notes, then contacts of each case, in the order in which they were written."""
    texts: dict[int, list[str]] = {}
    for written in (Note, Contact):
        for row in connection.execute(select(written.case_id, written.text).order_by(written.id)):
            texts.setdefault(row.case_id, []).append(row.text)
    return texts


def ensure_current(database: Database) -> None:
    """Builds the index anew where its terms were cut by other rules than this program's. Raises ``WorkspaceError``."""
    with database.reading() as connection:
        if _is_current(connection):
            return
    with database.writing() as session:
        if not _is_current(session.connection()):
            rebuild(session)


def _is_current(connection: Connection) -> bool:
    return connection.exec_driver_sql("PRAGMA user_version").scalar() == INDEX_VERSION


def first_case_not_found(session: Session) -> str | None:
    """The number of a case that the index doesn't hold rightly, or ``None`` where all fits; empty for a row too many.

    Every case must be there and no other; of the newest and of some others, each term is looked up.
    """
    connection = session.connection()
    found = connection.exec_driver_sql("SELECT rowid FROM search_index WHERE search_index MATCH ?", (_IN_ALL,))
    indexed = set(found.scalars())
    numbers: dict[int, str] = {
        row.id: row.number for row in connection.execute(select(Case.id, Case.number).order_by(Case.id.desc()))
    }
    for case_id in indexed ^ set(numbers):
        return numbers.get(case_id, "")
    ids = list(numbers)
    for case_id in {*ids[:_SAMPLE], *ids[:: max(1, len(ids) // _SAMPLE)]}:
        case = session.get_one(Case, case_id)
        if not all(_is_indexed(connection, case_id, term) for term in set(words_of(session, case).split(" "))):
            return case.number
    return None


def _is_indexed(connection: Connection, case_id: int, term: str) -> bool:
    if term.isascii() and not any(map(str.isalnum, term)):  # nothing of it is kept
        return True
    quoted = '"' + term.replace('"', '""') + '"'
    found = connection.exec_driver_sql(
        "SELECT 1 FROM search_index WHERE search_index MATCH ? AND rowid = ?", (quoted, case_id)
    )
    return found.first() is not None
