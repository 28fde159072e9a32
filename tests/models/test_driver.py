"""Plain statements beside entities: the same transactions, the same things stored."""

import sqlite3
import threading
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select

from desktop.errors import UserError, WorkspaceError
from desktop.models.case import NEVER_DUE, Case
from desktop.models.driver import Driver, Insertion, Lender, driver_of
from desktop.models.engine import Database, connect
from desktop.models.site import Desk as DeskTable
from desktop.models.site import Setting
from desktop.services.desk import Desk
from tests.support.sites import BUSY_MS, make_site, record

NOON = datetime(2026, 11, 19, 12, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return make_site(tmp_path / "site")


@pytest.fixture
def database(desk: Desk) -> Database:
    return desk.workspace.database


def desks(database: Database) -> list[str]:
    with database.reading_plainly() as driver:
        return [code for (code,) in driver.execute("SELECT code FROM desks ORDER BY code")]


def add_desk(driver: Driver, code: str) -> None:
    driver.execute("INSERT INTO desks (code, name) VALUES (?, '')", (code,))


# Transactions


def test_what_is_written_plainly_is_there_for_everybody(database: Database) -> None:
    with database.writing_plainly() as driver:
        add_desk(driver, "D2")
    assert desks(database) == ["D1", "D2"]
    with database.reading() as connection:
        assert connection.scalar(select(DeskTable.code).where(DeskTable.code == "D2")) == "D2"


@pytest.mark.parametrize("error", [UserError("missing", "text"), ZeroDivisionError(), KeyboardInterrupt()])
def test_whatever_goes_wrong_nothing_of_it_stays(database: Database, error: BaseException) -> None:
    def go_wrong() -> None:
        with database.writing_plainly() as driver:
            add_desk(driver, "D2")
            raise error

    with pytest.raises(type(error)):
        go_wrong()
    assert desks(database) == ["D1"]


def test_a_reader_keeps_its_picture_while_others_write(database: Database) -> None:
    with database.reading_plainly() as reader:
        before = reader.execute("SELECT count(*) FROM desks").fetchone()
        with database.writing_plainly() as writer:
            add_desk(writer, "D2")
        assert reader.execute("SELECT count(*) FROM desks").fetchone() == before
    assert desks(database) == ["D1", "D2"]


def test_an_answer_half_read_holds_up_nobody(database: Database) -> None:
    with database.reading_plainly() as driver:
        next(iter(driver.execute("SELECT code FROM desks UNION SELECT 'D9'")))
    with database.writing_plainly() as driver:
        add_desk(driver, "D2")
    assert desks(database) == ["D1", "D2"]


def test_two_who_write_at_once_hear_that_it_is_busy(database: Database) -> None:
    with (
        database.writing_plainly(),
        pytest.raises(WorkspaceError) as refusal,
        database.writing() as session,
    ):
        session.execute(select(DeskTable))
    assert refusal.value.code == "database_locked"


def test_the_history_is_append_only_here_too(desk: Desk, database: Database) -> None:
    record(desk)
    with pytest.raises(sqlite3.DatabaseError, match="not authorized"), database.writing_plainly() as driver:
        driver.execute("DELETE FROM history")
    assert desk.health.verify().ok


def test_plain_statements_and_entities_share_one_transaction(database: Database) -> None:
    with suppress(ZeroDivisionError), database.writing() as session:
        session.add(DeskTable(code="D2", name=""))
        session.flush()
        add_desk(driver_of(session), "D3")
        assert session.scalars(select(DeskTable.code)).all() == ["D1", "D2", "D3"]
        raise ZeroDivisionError
    assert desks(database) == ["D1"]


# Lending


@pytest.fixture
def lender(database: Database) -> Lender:
    return Lender(lambda: connect(database.path, BUSY_MS))


def test_a_connection_that_came_back_is_lent_again(lender: Lender) -> None:
    with lender.transaction("BEGIN") as first:
        pass
    with lender.transaction("BEGIN") as again, lender.transaction("BEGIN") as other:
        assert again is first
        assert other is not first
    lender.close()


def test_threads_never_share_a_connection(lender: Lender) -> None:
    threads, met = 4, threading.Barrier(4)
    borrowed: list[Driver] = []

    def borrow() -> None:
        with lender.transaction("BEGIN") as driver:
            borrowed.append(driver)
            met.wait()

    running = [threading.Thread(target=borrow) for _ in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    assert len(set(map(id, borrowed))) == threads
    lender.close()


def test_what_is_lent_while_all_is_closed_closes_as_it_comes_back(lender: Lender) -> None:
    with lender.transaction("BEGIN") as driver:
        lender.close()
        driver.execute("SELECT 1")
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        driver.execute("SELECT 1")


# Insertions

WHOLE: dict[str, Any] = {
    "id": 7, "version": 1, "number": "HH-D1-20261119-0007", "number_order": 20_261_119_000_000_007, "imported": True,
    "type": "complaint", "state": "new", "channel": "counter", "desk": "D1", "received_at": NOON,
    "shift": None, "shift_date": date(2026, 11, 19), "problem_date": None, "guest_name": "Zoë 张", "guest_vip": True,
    "text": "空调滴水 '\"\u2028", "summary": "空调", "wants": ["退款", "é"], "flags": [],
    "intake": {"scope": None, "n": 1},
    "score": 20, "points": [["severity", 20]], "band": "P4", "band_rule": "points", "respond_due": NOON, "gap": 0,
    "queue_due": NEVER_DUE, "in_queue": True, "last_act_at": NOON,
}  # fmt: skip


def stored(driver: Driver) -> list[tuple[Any, ...]]:
    """Every field of the only case, with the type in which it is stored."""
    names = [column.name for column in Case.__table__.columns]
    fields = ", ".join(f'"{name}", typeof("{name}")' for name in names)
    return driver.execute(f"SELECT {fields} FROM cases").fetchall()


def test_a_plain_insertion_stores_what_an_entity_would(database: Database) -> None:
    rows = []
    for put in (
        lambda session: session.add(Case(**WHOLE)),
        lambda session: Insertion(Case).run(driver_of(session), WHOLE),
        lambda session: Insertion(Case).run_many(driver_of(session), [WHOLE]),
        lambda session: session.execute(insert(Case), [WHOLE]),
    ):
        with suppress(ZeroDivisionError), database.writing() as session:
            put(session)
            session.flush()
            rows.append(stored(driver_of(session)))
            raise ZeroDivisionError  # the next one finds the table empty
    assert rows[0]
    assert rows[1:] == rows[:1] * 3


def test_an_insertion_gives_the_id_that_the_table_chose(database: Database) -> None:
    with database.writing_plainly() as driver:
        before = driver.execute("SELECT max(rowid) FROM settings").fetchone()[0]
        assert Insertion(Setting).run(driver, {"name": "colour", "value": {"bright": True}}) == before + 1
    with database.reading() as connection:
        assert connection.scalar(select(Setting.value).where(Setting.name == "colour")) == {"bright": True}


def test_a_field_that_no_table_has_is_a_bug(database: Database) -> None:
    with pytest.raises(KeyError, match="colour"), database.writing_plainly() as driver:
        Insertion(DeskTable).run(driver, {"colour": "red"})
