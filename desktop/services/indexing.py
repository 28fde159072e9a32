"""Keeps the search index in step with the cases.

The index holds terms and no text, so an old row is taken out by its old terms. A case has a row of its own, with its
first notes and contacts; each that comes after them has a row of its own, so that a note takes as long on a case that
has been worked on for months as on a new one.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from desktop.domain.finding import INDEX_VERSION, searchable, searchable_alone
from desktop.models.case import Case, Contact, Note
from desktop.models.driver import Driver, driver_of
from desktop.models.engine import Database

_BATCH = 500
_SAMPLE = 50  #: newest cases, and as many others, whose every term is looked up
_PARTS = ("guest_name", "guest_email", "room", "reference", "place", "text")  #: of a case, in this order
INDEXED_FIELDS = frozenset({"number", "guest_phone", *_PARTS})  #: of a case, by which it is found
IN_FIRST_ROW = 20  #: notes, and as many contacts, that stand in the row of their case
_INSERT = "INSERT INTO search_index(rowid, words) VALUES (?, ?)"
_REMOVE = "INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', ?, ?)"
_IN_ALL = '"\N{BROKEN BAR}"'  #: the term before each part of a case's text (``desktop.domain.finding``)

# Rows of cases have the ids of the cases, which are positive. Further notes and contacts stand below zero, twice their
# ids apart, contacts at the odd places.
_WRITTEN: tuple[type[Note] | type[Contact], ...] = (Note, Contact)
_PLACES = 2
_FURTHER_HITS = "SELECT -rowid FROM search_index WHERE search_index MATCH ? AND rowid < 0"
_CASES_OF = """WITH hits AS (SELECT value AS place FROM json_each(?))
SELECT case_id FROM notes WHERE id IN (SELECT place / 2 FROM hits WHERE place % 2 = 0)
UNION SELECT case_id FROM contacts WHERE id IN (SELECT place / 2 FROM hits WHERE place % 2 = 1)"""


def _further_row(written: type[Note] | type[Contact], id_: int) -> int:
    """The row of a note or contact that came after the first ones of its case."""
    return -(id_ * _PLACES + _WRITTEN.index(written))


def cases_found_further(driver: Driver, expression: str) -> set[int]:
    """The cases of which a further note or contact meets an FTS5 expression."""
    places = [place for (place,) in driver.execute(_FURTHER_HITS, (expression,))]
    return {case_id for (case_id,) in driver.execute(_CASES_OF, (json.dumps(places),))} if places else set()


def rows_of(session: Session, case: Case) -> dict[int, str]:
    """All terms under which a case is found, by row: number, guest, phone, room, text, notes and contacts."""
    first: list[str] = []
    rows: dict[int, str] = {}
    for written in _WRITTEN:
        told = select(written.id, written.text).where(written.case_id == case.id).order_by(written.id)
        for place, (id_, text) in enumerate(session.execute(told)):
            if place < IN_FIRST_ROW:
                first.append(text)
            else:
                rows[_further_row(written, id_)] = searchable_alone(text)
    return {case.id: words_of_new(case, first), **rows}


def _first_row(session: Session, case: Case) -> str:
    """The terms in the row of the case itself."""
    first: list[str] = []
    for written in _WRITTEN:
        told = select(written.text).where(written.case_id == case.id).order_by(written.id)
        first += session.scalars(told.limit(IN_FIRST_ROW))
    return words_of_new(case, first)


def words_of_new(case: Case, first: Sequence[str] = ()) -> str:
    """The same for a case whose ``first`` notes, then contacts, are known, each in the order of writing."""
    return words_of_row({name: getattr(case, name) for name in INDEXED_FIELDS}, first)


def words_of_row(fields: Mapping[str, object], first: Sequence[str] = ()) -> str:
    """The same for the fields of a case."""
    parts = [str(fields[name]) for name in _PARTS]
    return searchable(str(fields["number"]), str(fields["guest_phone"]), [*parts, *first])


def add_words(driver: Driver, case_id: int, words: str) -> None:
    """Puts a case into the index."""
    driver.execute(_INSERT, (case_id, words))


def add_written(session: Session, case: Case, entity: Note | Contact) -> None:
    """Stores a note or contact of a case, and lets the search find its words."""
    written = type(entity)
    before = session.scalar(select(func.count(written.id)).where(written.case_id == case.id)) or 0
    stood = _first_row(session, case) if before < IN_FIRST_ROW else ""
    session.add(entity)
    session.flush()
    if before < IN_FIRST_ROW:
        replace_rows(session, {case.id: stood}, {case.id: _first_row(session, case)})
    else:
        add_words(driver_of(session), _further_row(written, entity.id), searchable_alone(entity.text))


def replace_rows(session: Session, before: Mapping[int, str], after: Mapping[int, str]) -> None:
    """Takes the old terms of a case out of the index and puts the new ones in, row by row as ``rows_of`` tells them."""
    driver = driver_of(session)
    for row in before.keys() | after.keys():
        old, new = before.get(row), after.get(row)
        if old == new:
            continue
        if old is not None:
            driver.execute(_REMOVE, (row, old))
        if new is not None:
            driver.execute(_INSERT, (row, new))


def add_further(session: Session, case_ids: Iterable[int]) -> None:
    """Puts the further notes and contacts of new cases into the index, once they are stored."""
    driver = driver_of(session)
    for case_id in case_ids:
        for written in _WRITTEN:
            told = select(written.id, written.text).where(written.case_id == case_id).order_by(written.id)
            rows = session.execute(told.offset(IN_FIRST_ROW))
            driver.executemany(_INSERT, ((_further_row(written, id_), searchable_alone(text)) for id_, text in rows))


def rebuild(session: Session) -> None:
    """Builds the index anew from the cases, in the caller's write transaction. 100,000 cases take half a minute."""
    connection = session.connection()
    driver = driver_of(connection)
    driver.execute("INSERT INTO search_index(search_index) VALUES ('delete-all')")
    first, further = _texts_by_case(connection)
    driver.executemany(_INSERT, further)
    names = tuple(INDEXED_FIELDS)
    columns = select(Case.id, *(getattr(Case, name) for name in names)).order_by(Case.id)
    for batch in connection.execute(columns.execution_options(yield_per=_BATCH)).partitions():
        terms = ((id_, words_of_row(dict(zip(names, told, strict=True)), first.get(id_, ()))) for id_, *told in batch)
        driver.executemany(_INSERT, terms)
    driver.execute(f"PRAGMA user_version = {INDEX_VERSION}")


def _texts_by_case(connection: Connection) -> tuple[dict[int, list[str]], list[tuple[int, str]]]:
    """The first notes, then contacts of each case; and the rows of those after them, the lowest row first."""
    first: dict[int, list[str]] = {}
    further: list[tuple[int, str]] = []
    for written in _WRITTEN:
        seen: dict[int, int] = {}
        told = select(written.id, written.case_id, written.text).order_by(written.id)
        for id_, case_id, text in connection.execute(told):
            seen[case_id] = place = seen.get(case_id, 0) + 1
            if place <= IN_FIRST_ROW:
                first.setdefault(case_id, []).append(text)
            else:
                further.append((_further_row(written, id_), searchable_alone(text)))
    return first, sorted(further)


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

    Every row must be there and no other; of the newest and of some other cases, each term is looked up.
    """
    connection = session.connection()
    found = connection.exec_driver_sql("SELECT rowid FROM search_index WHERE search_index MATCH ?", (_IN_ALL,))
    indexed = set(found.scalars())
    numbers: dict[int, str] = {
        row.id: row.number for row in connection.execute(select(Case.id, Case.number).order_by(Case.id.desc()))
    }
    further = dict(_further_rows(connection))
    for row in indexed ^ (numbers.keys() | further.keys()):
        return numbers.get(further.get(row, row), "")
    ids = list(numbers)
    for case_id in {*ids[:_SAMPLE], *ids[:: max(1, len(ids) // _SAMPLE)]}:
        case = session.get_one(Case, case_id)
        for row, words in rows_of(session, case).items():
            if not all(_is_indexed(connection, row, term) for term in set(words.split(" "))):
                return case.number
    return None


def _further_rows(connection: Connection) -> Iterator[tuple[int, int]]:
    """The rows of further notes and contacts, and the case of each."""
    for written in _WRITTEN:
        place = func.row_number().over(partition_by=written.case_id, order_by=written.id).label("place")
        told = select(written.id, written.case_id, place).subquery()
        for row in connection.execute(select(told.c.id, told.c.case_id).where(told.c.place > IN_FIRST_ROW)):
            yield _further_row(written, row.id), row.case_id


def _is_indexed(connection: Connection, row: int, term: str) -> bool:
    if term.isascii() and not any(map(str.isalnum, term)):  # nothing of it is kept
        return True
    quoted = '"' + term.replace('"', '""') + '"'
    found = connection.exec_driver_sql(
        "SELECT 1 FROM search_index WHERE search_index MATCH ? AND rowid = ?", (quoted, row)
    )
    return found.first() is not None
