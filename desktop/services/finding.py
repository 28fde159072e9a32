"""Finding cases as one types: the exact number first, then the newest (rules in ``desktop.domain.finding``)."""

import json
from collections.abc import Collection, Sequence
from itertools import islice
from operator import itemgetter
from typing import Any

from desktop.domain.finding import clauses_of
from desktop.domain.kinds import Band, State
from desktop.domain.numbers import orders_of_short, parse_number
from desktop.domain.people import Person
from desktop.domain.rows import Found, FoundPage
from desktop.domain.texts import phone_key
from desktop.models.base import moment
from desktop.models.driver import Driver
from desktop.models.engine import Database
from desktop.services.guest_records import name_key
from desktop.services.indexing import cases_found_further
from desktop.services.restricting import reads_restricted

_COLUMNS = "number, id, state, band, guest_name, guest_honorific, room, reference, summary, received_at"
_NEWEST = f"""SELECT {_COLUMNS} FROM cases
WHERE id IN (SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid > 0 ORDER BY rowid DESC LIMIT ?)
ORDER BY id DESC"""
_COUNT = "SELECT count(*) FROM (SELECT 1 FROM search_index WHERE search_index MATCH ? AND rowid > 0 LIMIT ?)"
_COUNTED_UP_TO = 1_000_000
#: The same without restricted cases, for those who may not read them: looked up one by one, the newest first.
_NEWEST_OPEN_TO_ALL = f"""SELECT {_COLUMNS} FROM search_index CROSS JOIN cases ON cases.id = search_index.rowid
WHERE search_index MATCH ? AND search_index.rowid > 0 AND restricted = 0 ORDER BY search_index.rowid DESC LIMIT ?"""
_COUNT_OPEN_TO_ALL = """SELECT count(*) FROM (SELECT 1 FROM search_index
WHERE search_index MATCH ? AND rowid > 0 AND rowid NOT IN (SELECT id FROM cases WHERE restricted = 1) LIMIT ?)"""
#: Which of some rows (a JSON list of ids) an expression occurs in, and which of some cases are open to all.
_HIT_AMONG = """SELECT rowid FROM search_index
WHERE search_index MATCH ? AND rowid IN (SELECT value FROM json_each(?))"""
_OPEN_TO_ALL = "SELECT id FROM cases WHERE id IN (SELECT value FROM json_each(?)) AND restricted = 0"
_BY_NUMBER = "SELECT id FROM cases WHERE number = ?"
# 'Is not empty' is the condition of these indexes, which leave out cases without room or reference.
_BY_ROOM = "SELECT id FROM cases WHERE room = ? AND room <> '' ORDER BY id DESC LIMIT ?"
_BY_REFERENCE = "SELECT id FROM cases WHERE reference = ? AND reference <> '' ORDER BY id DESC LIMIT ?"
_GUESTS = """SELECT coalesce(merged_into_id, id) FROM guests WHERE name_key = ? OR phone_key = ?
ORDER BY id DESC LIMIT ?"""
_STATES = {state.value: state for state in State}
_BANDS = {band.value: band for band in Band}


class Finder:
    """Searches number, guest, phone, room, text and notes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, words: str, limit: int = 50, *, counted: bool = True, reader: Person | None = None) -> FoundPage:
        """The cases in which all words occur: an exact number, room or reference first, then the newest.

        ``counted`` False saves the count of all hits (``total`` is then that of the hits shown). Restricted cases are
        found by a ``reader`` who may read them alone.
        """
        words = words.encode(errors="replace").decode()  # SQLite takes no halves of surrogate pairs
        clauses = clauses_of(words)
        if not clauses:
            return FoundPage((), 0)
        expression = " ".join(clauses)
        newest, count = (_NEWEST, _COUNT) if reads_restricted(reader) else (_NEWEST_OPEN_TO_ALL, _COUNT_OPEN_TO_ALL)
        with self._database.reading_plainly() as driver:
            exact = _exact_cases(driver, words, limit, reader)
            hits = driver.execute(newest, (expression, limit)).fetchall()
            beyond = _beyond_first_rows(driver, clauses, reader)
            if beyond:
                hits += _cases_in(driver, _COLUMNS, "id", sorted(beyond, reverse=True)[:limit])
                hits = sorted(hits, key=itemgetter(1), reverse=True)[:limit]
            best = {row[1]: row for row in [*sorted(exact, key=itemgetter(1), reverse=True), *hits]}
            rows = tuple(map(_found, islice(best.values(), limit)))
            total = len(rows)
            if counted and len(hits) == limit:
                (total,) = driver.execute(count, (expression, _COUNTED_UP_TO)).fetchone()
                total += len(beyond)
        return FoundPage(rows, total)


def _beyond_first_rows(driver: Driver, clauses: Sequence[str], reader: Person | None) -> set[int]:
    """Cases in which all clauses occur, but not all in their first row: long ones, whose notes have further rows."""
    further = [cases_found_further(driver, clause) for clause in clauses]
    cases = set[int]().union(*further)
    if not cases:
        return cases
    asked = json.dumps(sorted(cases))
    first = [{id_ for (id_,) in driver.execute(_HIT_AMONG, (clause, asked))} for clause in clauses]
    anywhere = cases.intersection(*(here | there for here, there in zip(first, further, strict=True)))
    beyond = anywhere - set.intersection(*first)
    if reads_restricted(reader):
        return beyond
    return {id_ for (id_,) in driver.execute(_OPEN_TO_ALL, (json.dumps(sorted(beyond)),))}


def _ids(driver: Driver, statement: str, *values: object) -> list[int]:
    return [id_ for (id_,) in driver.execute(statement, values)]


def _cases_in(driver: Driver, columns: str, by: str, values: Collection[int]) -> list[Any]:
    """Columns of the cases that have one of these values, in no order."""
    if not values:
        return []
    places = ", ".join("?" * len(values))
    return driver.execute(f"SELECT {columns} FROM cases WHERE {by} IN ({places})", tuple(values)).fetchall()


def _exact_cases(driver: Driver, words: str, limit: int, reader: Person | None) -> list[Any]:
    """Columns of the cases that are meant exactly, as far as the reader may know of them; in no order."""
    ids = _exact(driver, words, limit)
    if not reads_restricted(reader):
        hidden = _cases_in(driver, "id, restricted", "id", ids)
        ids = [id_ for id_, restricted in hidden if not restricted]
    return _cases_in(driver, _COLUMNS, "id", ids)


def _exact(driver: Driver, words: str, limit: int) -> list[int]:
    """Cases whose number (whole or short), room, reference or guest is exactly this, the newest first."""
    wanted = words.strip()
    number = parse_number(wanted)
    if number is not None:
        return _ids(driver, _BY_NUMBER, str(number))
    found = {*_ids(driver, _BY_ROOM, wanted, limit), *_ids(driver, _BY_REFERENCE, wanted, limit)}
    guests = _ids(driver, _GUESTS, name_key(wanted), phone_key(wanted), limit)
    found.update(id_ for (id_,) in _cases_in(driver, "id", "guest_id", guests))
    found.update(id_ for (id_,) in _cases_in(driver, "id", "number_order", orders_of_short(wanted)))
    return sorted(found, reverse=True)[:limit]


def _found(stored: Any) -> Found:
    number, id_, state, band, guest, honorific, room, reference, summary, received = stored
    shown = guest, honorific, room, reference, summary
    return Found(number, id_, _STATES[state], _BANDS[band], *shown, moment(received))
