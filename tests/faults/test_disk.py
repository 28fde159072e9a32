"""Disks that are full, or can't be written to."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.errors import UserError, WorkspaceError
from desktop.services.desk import Desk
from desktop.services.restoring import restore
from desktop.workspace import DATABASE, Workspace
from tests.support.clock import EVENING
from tests.support.disks import fill, make_read_only, small_disk
from tests.support.people import ordinary_person
from tests.support.sites import make_site, open_site, record

LONG = "drip " * 20_000


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", megabytes=8) as place:
        yield place


def record_until_refused(desk: Desk) -> tuple[list[str], WorkspaceError]:
    """The cases that were recorded, and why no more could be."""
    numbers: list[str] = []
    for _ in range(500):
        try:
            numbers.append(record(desk, LONG).number)
        except WorkspaceError as refused:
            return numbers, refused
    raise AssertionError("the disk is larger than thought")


def test_a_database_that_may_not_grow_keeps_what_it_has_and_goes_on_when_it_may(tmp_path: Path) -> None:
    desk = make_site(tmp_path / "site")
    record(desk)
    with desk.workspace.database.writing() as session:
        pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar()
    _let_grow_to(desk, int(pages or 0) + 60)
    numbers, refused = record_until_refused(desk)
    assert refused.code == "disk_full"
    assert desk.health.verify().problems == ()
    _let_grow_to(desk, 2_000_000)
    assert record(desk, LONG).number not in numbers
    assert desk.health.verify().cases == len(numbers) + 2
    desk.close()


def _let_grow_to(desk: Desk, pages: int) -> None:
    """Limits the file on the two connections that acts are written by."""
    with desk.workspace.database.writing() as session:
        session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with desk.workspace.database.writing_plainly() as driver:
        driver.execute(f"PRAGMA max_page_count = {pages}")


def test_a_full_disk_loses_nothing_and_work_goes_on_once_there_is_space(disk: Path) -> None:
    desk = make_site(disk / "site")
    ballast = fill(disk, leave=600_000)
    numbers, refused = record_until_refused(desk)
    assert refused.code == "disk_full"
    assert numbers
    for _ in range(3):
        with pytest.raises(WorkspaceError, match="disk_full"):
            record(desk, LONG)
    assert desk.finder.find("drip", 1_000).total == len(numbers)
    ballast.unlink()
    record(desk, LONG)
    assert desk.health.verify().problems == ()
    assert desk.health.verify().cases == len(numbers) + 1
    desk.close()


def test_a_full_disk_leaves_no_half_backup(disk: Path) -> None:
    desk = make_site(disk / "site")
    record(desk, LONG)
    whole = desk.backups.make()
    for leave in (0, 100_000, 300_000):
        ballast = fill(disk, leave)
        with pytest.raises(WorkspaceError) as refused:
            desk.backups.make()
        assert refused.value.code == "disk_full"
        assert [path.name for path in desk.workspace.backups.iterdir()] == [whole.path.name]
        ballast.unlink()
    desk.backups.make()
    desk.close()


def test_a_full_stick_keeps_the_older_backup(disk: Path, tmp_path: Path) -> None:
    desk = make_site(tmp_path / "site")
    desk.backups.make(disk / "amends.backup")
    older = (disk / "amends.backup").read_bytes()
    fill(disk)
    with pytest.raises(WorkspaceError, match="disk_full"):
        desk.backups.make(disk / "amends.backup", "ninety-nine lanterns")
    assert (disk / "amends.backup").read_bytes() == older
    assert {path.name for path in disk.iterdir()} == {"amends.backup", "ballast"}
    desk.close()


def test_a_restore_that_does_not_fit_changes_nothing(disk: Path, tmp_path: Path) -> None:
    desk = make_site(tmp_path / "large")
    for _ in range(10):
        record(desk, LONG)
    backup = desk.backups.make(tmp_path / "backup").path
    desk.close()
    make_site(disk / "site").close()
    before = (disk / "site" / DATABASE).read_bytes()
    fill(disk, leave=400_000)
    with pytest.raises(UserError, match="disk_full"):
        restore(disk / "site", backup, at=EVENING)
    assert (disk / "site" / DATABASE).read_bytes() == before
    with pytest.raises(UserError, match="disk_full"):
        restore(disk / "new", backup, at=EVENING)
    assert {path.name for path in disk.iterdir()} == {"site", "ballast"}
    open_site(disk / "site").close()


def test_a_workspace_that_does_not_fit_is_not_made(disk: Path) -> None:
    ballast = fill(disk, leave=40_000)
    with pytest.raises(WorkspaceError, match="disk_full"):
        Workspace.create(disk / "site")
    ballast.unlink()
    make_site(disk / "site", own_key=True).close()


def test_a_disk_that_cannot_be_written_to_is_said(disk: Path, tmp_path: Path) -> None:
    make_site(disk / "site").close()
    make_read_only(disk)
    with pytest.raises(WorkspaceError, match="workspace_read_only"):
        Workspace.open(disk / "site")
    with pytest.raises(WorkspaceError, match="workspace_read_only"):
        Workspace.create(disk / "other")
    desk = make_site(tmp_path / "site")
    with pytest.raises(UserError, match="backup_failed"):
        desk.backups.make(disk / "amends.backup")
    desk.close()


def test_a_database_that_becomes_read_only_is_said_and_the_next_try_works() -> None:
    with ordinary_person() as folder:
        desk = make_site(folder / "site", own_key=True)
        record(desk)
        desk.workspace.database.close()  # so that the next act opens the file anew
        (folder / "site" / DATABASE).chmod(0o400)
        with pytest.raises(WorkspaceError, match="workspace_read_only"):
            record(desk)
        for file in (folder / "site").glob(f"{DATABASE}*"):  # SQLite gave its log the same rights
            file.chmod(0o600)
        record(desk)
        assert desk.health.verify().cases == 2
        desk.close()


def test_what_is_not_a_database_any_more_is_damage(tmp_path: Path) -> None:
    desk = make_site(tmp_path / "site")
    desk.workspace.database.close()
    (tmp_path / "site" / DATABASE).write_bytes(b"Dear diary" * 1_000)
    with pytest.raises(WorkspaceError, match="database_damaged"):
        record(desk)
    assert [problem.code for problem in desk.health.quick_check()] == ["database_damaged"]
    desk.close()


def test_a_read_only_look_is_possible_where_nothing_can_be_written(disk: Path) -> None:
    make_site(disk / "site").close()
    make_read_only(disk)
    with closing(sqlite3.connect(f"file:{disk}/site/{DATABASE}?immutable=1", uri=True)) as connection:
        assert connection.execute("SELECT count(*) FROM settings").fetchone() != (0,)
