"""A guest's name never stands in a log, an error, a file's name or a manifest, whatever goes wrong."""

import logging
import sqlite3
import traceback
import zipfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError, StatementError

from desktop.domain.commands import Acknowledge, AddNote, GuestDetails
from desktop.domain.kinds import Medium
from desktop.errors import ChangedMeanwhileError, UserError
from desktop.models.case import Case
from desktop.models.site import Guest
from desktop.services.desk import Desk
from desktop.workspace import DATABASE
from tests.support.damage import damage_table
from tests.support.logs import LogWatch
from tests.support.sites import make_site, open_site, owner_of, record

NAME, PHONE, STORY = "Kanarienvogel", "+44 7700 900999", "Zeisig sang all night"
CANARIES = (NAME, PHONE, "7700900999", "Zeisig")
GUEST = GuestDetails(name=NAME, phone=PHONE, email=f"{NAME}@example.com")


@pytest.fixture
def everything_logged() -> Iterator[list[str]]:
    """All that any library logs: statements too, which only somebody who looks for a mistake switches on."""
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(logging.Formatter().format(record))

    listener, names = Listener(logging.DEBUG), ("", "sqlalchemy.engine", "sqlalchemy.pool", "alembic")
    levels = {name: logging.getLogger(name).level for name in names}
    logging.getLogger().addHandler(listener)
    for name in names:
        logging.getLogger(name).setLevel(logging.INFO if name else logging.DEBUG)
    yield said
    logging.getLogger().removeHandler(listener)
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def told(error: BaseException) -> str:
    return "".join(traceback.format_exception(error)) + repr(error)


def assert_silent(*texts: str) -> None:
    for said in texts:
        assert [canary for canary in CANARIES if canary in said] == []


def act(desk: Desk, number: str | None = None) -> None:
    """Everything that a guest's data pass through."""
    done = record(desk, STORY, guest=GUEST, room=NAME)
    desk.cases.perform(AddNote(number or done.number, f"{NAME} called from {PHONE}"), owner_of(desk))
    desk.drafts.save(owner_of(desk), {"text": STORY, "name": NAME})
    desk.guests.history_of(phone=PHONE)
    desk.finder.find(NAME)


def test_ordinary_work_logs_no_guest(tmp_path: Path, everything_logged: list[str]) -> None:
    desk = make_site(tmp_path / "site")
    act(desk)
    made = desk.backups.make()
    assert desk.health.verify().ok
    told_by_doctor = [f"{line.key}={line.value}" for line in desk.health.doctor()]
    desk.close()
    with zipfile.ZipFile(made.path) as zipped:
        assert_silent(zipped.read("manifest.json").decode(), *told_by_doctor)
    assert any("INSERT INTO notes" in said for said in everything_logged)  # it did listen
    assert_silent(*everything_logged, *(str(path) for path in desk.workspace.folder.rglob("*")))


def test_refusals_and_mistakes_name_no_guest(
    tmp_path: Path, everything_logged: list[str], expected_log: LogWatch
) -> None:
    desk = make_site(tmp_path / "site")
    seen = record(desk, STORY, guest=GUEST)
    act(desk)
    errors: list[BaseException] = []

    with pytest.raises(UserError) as refused:
        act(desk, "HH-D1-20261119-9999")
    errors.append(refused.value)
    with pytest.raises(ChangedMeanwhileError) as changed:
        desk.cases.perform(Acknowledge(seen.number, Medium.PHONE, version=seen.version + 7), owner_of(desk))
    errors.append(changed.value)
    with pytest.raises(DBAPIError) as constraint, desk.workspace.database.writing() as session:
        session.connection().execute(
            text("INSERT INTO guests (name, phone) VALUES (:name, :phone)"), {"name": NAME, "phone": PHONE}
        )
    errors.append(constraint.value)
    with pytest.raises(StatementError) as mistyped, desk.workspace.database.writing() as session:
        session.add(Guest(name=NAME, phone=PHONE, created_at="yesterday"))
    errors.append(mistyped.value)
    with closing(sqlite3.connect(desk.workspace.folder / DATABASE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UserError) as locked:
            act(desk)
        errors.append(locked.value)
    desk.close()
    assert_silent(*map(told, errors), *everything_logged)


def test_damage_names_no_guest(tmp_path: Path, everything_logged: list[str]) -> None:
    desk = make_site(tmp_path / "site")
    act(desk)
    desk.close()
    for table in ("guests", "cases", "history_texts"):
        damage_table(desk.workspace.folder / DATABASE, table)
        with suppress(UserError):
            desk = open_site(desk.workspace.folder)
            with pytest.raises(UserError) as damaged:
                act(desk)
            problems = desk.health.verify().problems
            desk.close()
            assert problems
            assert_silent(told(damaged.value), *map(told, problems))
    assert_silent(*everything_logged)


def test_a_case_is_not_told_by_its_repr(tmp_path: Path) -> None:
    desk = make_site(tmp_path / "site")
    act(desk)
    with desk.workspace.database.reading_entities() as session:
        case = session.scalars(select(Case)).one()
        assert_silent(repr(case), str(case))
    desk.close()
