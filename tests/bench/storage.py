"""Storage: recording, the first page of the queue, searching, one case; each beside raw sqlite3 on the same data."""

import shutil
import sqlite3
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from desktop.domain.commands import GuestDetails, OpenCase
from desktop.domain.finding import matches
from desktop.domain.kinds import Channel, RecordType, Scope
from desktop.domain.people import Person
from desktop.models.archives import DATABASE
from desktop.models.case import Case
from desktop.models.engine import connect
from desktop.services.desk import Desk, open_desk
from desktop.workspace import Workspace
from tests.bench.measuring import Result, by_turns, compared, percentile, timed
from tests.bench.populating import NOW, RARE

#: One band of the queue, and of each case what a row on the screen is made of.
_PAGE = (
    "SELECT c.id, c.number, c.version, c.type, c.band, c.score, c.points, c.band_rule, c.state, c.received_at, "
    "c.respond_due, c.resolve_due, c.next_due, c.first_response_at, c.guest_name, c.guest_honorific, c.room, "
    "c.reference, c.category, c.summary, c.owner_id, s.name, c.emotion FROM cases c "
    "LEFT JOIN staff s ON s.id = c.owner_id "
    "WHERE c.in_queue = 1 AND c.band = 'P2' ORDER BY c.queue_due, c.received_at, c.number_order, c.id LIMIT 100"
)
_FOUND = (
    "SELECT id, number, state, band, guest_name, room, reference, summary, received_at FROM cases WHERE id IN "
    "(SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid DESC LIMIT 50) ORDER BY id DESC"
)
_SHOWN = 50
_SAMPLE = "SELECT id, guest_name, room, text FROM cases ORDER BY id DESC LIMIT 5000"
_NOWHERE = "zyzzyva"
_WITH_GUEST = "record a case of a guest who is new"
_TEXT = "The air conditioner has been dripping since we came. We called twice and nobody came. " * 3 + "空调滴水" * 10
_CASE_COLUMNS = [column.name for column in Case.__table__.columns]
_INSERT_CASE = f"INSERT INTO cases VALUES ({', '.join('?' * len(_CASE_COLUMNS))})"
_INSERT_ENTRY = "INSERT INTO history VALUES (?, ?, ?, ?, ?, ?, ?)"


def desk_of(folder: Path) -> tuple[Desk, Person]:
    """The open desk of a workspace and its owner."""
    desk = open_desk(Workspace.open(folder), lambda: NOW)
    return desk, desk.staff.person("owner", "D1")


def raw(folder: Path) -> sqlite3.Connection:
    """A bare connection with the same pragmas, in autocommit."""
    connection = connect(folder / DATABASE)
    connection.set_authorizer(None)
    return connection


def queue_page(folder: Path, rounds: int = 500) -> list[Result]:
    """The first 100 rows of the open queue."""
    desk, _ = desk_of(folder)
    connection = raw(folder)
    result = compared(
        "first page of the queue, 100 rows",
        lambda: desk.queue.page(NOW, limit=100),
        lambda: connection.execute(_PAGE).fetchall(),
        most=2.0,
        rounds=rounds,
    )
    connection.close()
    desk.close()
    return [result]


def scale(small: Path, large: Path, rounds: int = 500) -> list[Result]:
    """The same page in a small and a large workspace; and a word that occurs nowhere in the large one."""
    few, _ = desk_of(small)
    many, _ = desk_of(large)
    page = compared(
        "first page at 1,000,000 against 10,000 cases",
        lambda: many.queue.page(NOW, limit=100),
        lambda: few.queue.page(NOW, limit=100),
        most=1.3,
        rounds=rounds,
    )
    taken = statistics.median(timed(lambda: many.finder.find(_NOWHERE)) for _ in range(rounds))
    few.close()
    many.close()
    return [page, Result("a word that occurs nowhere, 1,000,000 cases", taken, None, "≤ 1 ms", taken <= 1)]


def search(folder: Path, rounds: int = 300) -> list[Result]:
    """Two characters and more, the newest 50."""
    desk, _ = desk_of(folder)
    connection = raw(folder)
    sample = connection.execute(_SAMPLE).fetchall()
    jobs = {
        "空调": '"空调"',
        "一直滴水": '"一直 直滴 滴水"',
        "dripping": '"dripping" *',
        RARE: '"鎏金 金屏 屏风"',
        "水": '"水" *',
    }
    results = []
    for words, expression in jobs.items():
        results.append(
            compared(
                f"search {words}, newest 50",
                partial(desk.finder.find, words, counted=False),
                partial(_found, connection, expression),
                most=2.5,
                rounds=rounds,
                note=_compared_with_scan(desk, words, sample),
            )
        )
    connection.close()
    desk.close()
    return results


def _found(connection: sqlite3.Connection, expression: str) -> list[object]:
    return connection.execute(_FOUND, (expression,)).fetchall()


def _compared_with_scan(desk: Desk, words: str, sample: Sequence[tuple[int, str, str, str]]) -> str:
    """Whether the hits among the newest cases are those that reading every text finds."""
    scanned = [id_ for id_, *texts in sample if matches(words, texts)][:_SHOWN]
    found = [row.id for row in desk.finder.find(words, _SHOWN).rows if row.id >= sample[-1][0]]
    verdict = "same hits as" if found == scanned else f"{len(found)} hits, not the {len(scanned)} of"
    return f"{verdict} a full scan of the newest {len(sample):,} cases"


def one_case(folder: Path, rounds: int = 500) -> list[Result]:
    """A case with its history."""
    desk, _ = desk_of(folder)
    connection = raw(folder)
    number = desk.queue.page(NOW, limit=1).rows[0].number
    case_id = connection.execute("SELECT id FROM cases WHERE number = ?", (number,)).fetchone()[0]

    def bare() -> None:
        connection.execute("SELECT * FROM cases WHERE number = ?", (number,)).fetchone()
        connection.execute("SELECT * FROM history WHERE case_id = ? ORDER BY id", (case_id,)).fetchall()
        connection.execute("SELECT * FROM notes WHERE case_id = ?", (case_id,)).fetchall()
        connection.execute("SELECT * FROM remedies WHERE case_id = ?", (case_id,)).fetchall()

    def bare_file() -> None:
        bare()
        for table in ("tasks", "promises", "remedy_requests", "contacts", "case_members", "attachments"):
            connection.execute(f"SELECT * FROM {table} WHERE case_id = ?", (case_id,)).fetchall()

    results = [
        compared("one case with its history", lambda: desk.reader.view(number), bare, most=4.0, rounds=rounds),
        compared(
            "opening a case: its whole file", lambda: desk.reader.case_file(number), bare_file, most=4.0, rounds=rounds
        ),
    ]
    connection.close()
    desk.close()
    return results


def record(folder: Path, scratch: Path, rounds: int = 500) -> list[Result]:
    """A case recorded durably: case, history entry and search index, against a bare case and entry of the same size.

    Then the same of a guest who wasn't known before, who gets a record of their own.
    """
    ours, bare = scratch / "ours", scratch / "bare"
    for copy in (ours, bare):
        shutil.copytree(folder, copy)
    desk, person = desk_of(ours)
    connection = raw(bare)
    serial = count(1)
    case = OpenCase(RecordType.COMPLAINT, Channel.COUNTER, _TEXT, room="1208", severity=3, scope=Scope.ONE)

    def ours_once() -> None:
        desk.cases.perform(case, person, NOW + timedelta(seconds=next(serial)))

    def with_guest_once() -> None:
        n = next(serial)
        guest = GuestDetails(name="Tan Wei Ling", honorific="Ms", phone=f"+44 7700 {n:06d}")
        desk.cases.perform(replace(case, guest=guest), person, NOW + timedelta(seconds=n))

    ours_once()
    with desk.workspace.database.reading_plainly() as driver:
        changes = driver.execute("SELECT changes FROM history ORDER BY id DESC LIMIT 1").fetchone()[0]
    last = connection.execute("SELECT * FROM cases ORDER BY id DESC LIMIT 1").fetchone()
    bare_once = partial(_record_barely, connection, dict(zip(_CASE_COLUMNS, last, strict=True)), changes, serial)
    mine, theirs = by_turns(ours_once, bare_once, rounds)
    more, theirs_again = by_turns(with_guest_once, bare_once, rounds)
    connection.close()
    desk.close()
    a, b = statistics.median(mine), statistics.median(theirs)
    p90, bare_p90 = percentile(mine, 0.9), percentile(theirs, 0.9)
    return [
        Result("record a case durably", a, b, "≤ 3 ×", a <= 3 * b),
        Result("record a case durably, p90", p90, bare_p90, "≤ 5 ×", p90 <= 5 * bare_p90),
        Result(_WITH_GUEST, statistics.median(more), statistics.median(theirs_again), "–", None),
    ]


def _record_barely(connection: sqlite3.Connection, like: dict[str, Any], changes: str, serial: Iterator[int]) -> None:
    n = next(serial)
    number = {"number": f"HH-D1-20270101-{n:04d}", "number_order": 20_270_101 * 10**9 + n}
    values = {**like, **number, "id": like["id"] + n, "text": _TEXT}
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(_INSERT_CASE, tuple(values.values()))
    entry = connection.execute("SELECT id FROM history ORDER BY id DESC LIMIT 1").fetchone()[0] + 1
    connection.execute(_INSERT_ENTRY, (entry, 1, "owner", "open", values["id"], changes, bytes(32)))
    connection.execute("COMMIT")
