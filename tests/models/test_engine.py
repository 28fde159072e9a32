import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from desktop.errors import WorkspaceError
from desktop.models.engine import connect, database_errors, log_of, meaning_of, peek
from desktop.services.desk import Desk
from tests.support.sites import make_site, record


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = make_site(tmp_path / "site")
    record(desk)
    return desk


# The history is append-only

WAYS_TO_CHANGE_HISTORY = [
    "UPDATE history SET changes = '{}' WHERE id = 1",
    "DELETE FROM history WHERE id = 1",
    "DELETE FROM history",
    "REPLACE INTO history SELECT * FROM history WHERE id = 1",
    "INSERT OR REPLACE INTO history SELECT id, at, 'somebody', act, case_id, changes, hash FROM history WHERE id = 1",
    "INSERT INTO history SELECT * FROM history WHERE id = 1 ON CONFLICT (id) DO UPDATE SET by = 'somebody'",
    "DROP TABLE history",
    "DROP TRIGGER history_is_never_changed",
    "DROP TRIGGER history_is_never_removed",
    "ALTER TABLE history RENAME TO past",
    "ALTER TABLE history DROP COLUMN by",
    "PRAGMA writable_schema = ON",
    "PRAGMA recursive_triggers = OFF",
]


@pytest.mark.parametrize("statement", WAYS_TO_CHANGE_HISTORY)
def test_the_program_itself_cannot_change_history(desk: Desk, statement: str) -> None:
    before = desk.health.verify()
    with pytest.raises(DBAPIError), desk.workspace.database.writing() as session:
        session.execute(text(statement))
    assert desk.health.verify() == before
    assert before.ok
    desk.close()


@pytest.mark.parametrize("statement", WAYS_TO_CHANGE_HISTORY[:6])
def test_other_programs_meet_the_triggers(desk: Desk, statement: str) -> None:
    desk.close()
    with closing(sqlite3.connect(desk.workspace.database.path)) as connection:
        connection.execute("PRAGMA recursive_triggers = ON")
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)


# Looking without touching


def test_a_look_writes_nothing(desk: Desk) -> None:
    path = desk.workspace.database.path
    desk.close()
    before = {p.name: p.read_bytes() for p in path.parent.iterdir() if p.is_file()}
    with closing(peek(path)) as connection:
        assert connection.execute("SELECT count(*) FROM cases").fetchone() == (1,)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("DELETE FROM cases")
    assert {p.name: p.read_bytes() for p in path.parent.iterdir() if p.is_file()} == before


def test_a_look_at_an_open_database_sees_what_was_just_recorded(desk: Desk) -> None:
    path = desk.workspace.database.path
    assert log_of(path).stat().st_size > 0
    with closing(peek(path)) as connection:
        assert connection.execute("SELECT count(*) FROM cases").fetchone() == (1,)
    with closing(peek(path, past_the_log=True)) as connection:
        assert connection.execute("SELECT count(*) FROM cases").fetchone() == (0,)
    desk.close()


def test_a_connection_never_makes_a_database(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        connect(tmp_path / "lost.sqlite")
    assert list(tmp_path.iterdir()) == []


# What errors mean


def error_of(statement: str) -> sqlite3.Error:
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.executescript(statement)
        except sqlite3.Error as error:
            return error
    raise AssertionError("it worked")


def test_a_mistake_in_the_program_is_no_refusal() -> None:
    for statement in ("SELECT * FROM nothing", "CREATE TABLE t (a UNIQUE); INSERT INTO t VALUES (1), (1);"):
        error = error_of(statement)
        assert meaning_of(error) is None
        with pytest.raises(type(error)), database_errors():
            raise error


def test_an_error_of_the_disk_is_told_by_its_meaning() -> None:
    full = error_of("PRAGMA max_page_count = 2; CREATE TABLE t (a); CREATE TABLE u (a); CREATE TABLE v (a);")
    assert full.sqlite_errorname == "SQLITE_FULL"
    with pytest.raises(WorkspaceError, match="disk_full"), database_errors():
        raise full


def test_a_constraint_that_fails_says_nothing_of_the_values(desk: Desk) -> None:
    statement = text("INSERT INTO desks (code, name) VALUES (:code, :name)")
    with pytest.raises(IntegrityError) as caught, desk.workspace.database.writing() as session:
        session.execute(statement, {"code": "D1", "name": "Canary Wharf"})
    assert "Canary" not in str(caught.value)
    desk.close()


def test_a_refused_act_leaves_the_next_one_free(desk: Desk) -> None:
    with pytest.raises(IntegrityError), desk.workspace.database.writing() as session:
        session.execute(text("INSERT INTO desks (code, name) VALUES ('D1', 'again')"))
    record(desk, "After that")
    assert desk.finder.find("after").total == 1
    desk.close()
