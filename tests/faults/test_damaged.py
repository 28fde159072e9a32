"""Damaged files while the desk is at work, and files that don't belong together."""

import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from desktop.errors import WorkspaceError
from desktop.services.restoring import restore
from desktop.workspace import DATABASE, Workspace
from tests.support.clock import EVENING
from tests.support.damage import damage_table
from tests.support.sites import make_site, open_site, record
from tests.support.worker import numbers_said, recording

LOG = f"{DATABASE}-wal"


def test_a_damaged_table_is_said_by_those_who_need_it_and_a_restore_mends_it(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    desk = make_site(folder)
    record(desk)
    backup = desk.backups.make().path
    desk.close()
    damage_table(folder / DATABASE, "cases")
    desk = open_site(folder)
    with pytest.raises(WorkspaceError) as refused:
        desk.queue.page(EVENING)
    assert refused.value.code == "database_damaged"
    assert [row.login for row in desk.staff.people()] == ["owner"]  # the rest still works
    desk.close()
    damaged = (folder / DATABASE).read_bytes()
    done = restore(folder, backup, at=EVENING)
    assert done.replaced is not None
    assert (done.replaced / DATABASE).read_bytes() == damaged
    desk = open_site(folder)
    assert desk.queue.counts(EVENING).open == 1
    assert desk.health.verify().ok
    desk.close()


def log_of_a_killed(folder: Path) -> bytes:
    """The write-ahead log of a site in which ten cases were recorded, and never written back."""
    with recording(folder, 10_000) as worker:
        numbers_said(worker, 10)
    return (folder / LOG).read_bytes()


def test_another_desks_log_is_refused_before_it_can_be_written_back(tmp_path: Path) -> None:
    mine, other = tmp_path / "mine", tmp_path / "other"
    desk = make_site(mine, own_key=True)
    record(desk, "This is mine.")
    desk.close()
    make_site(other, own_key=True).close()
    (mine / LOG).write_bytes(log_of_a_killed(other))
    before = (mine / DATABASE).read_bytes()
    with pytest.raises(WorkspaceError) as refused:
        Workspace.open(mine)
    assert refused.value.code == "workspace_damaged"
    assert (mine / DATABASE).read_bytes() == before
    (mine / LOG).unlink()
    (mine / f"{DATABASE}-shm").unlink(missing_ok=True)
    desk = open_site(mine)
    assert desk.finder.find("mine").total == 1
    assert desk.health.verify().ok
    desk.close()


def test_a_log_of_nonsense_is_ignored_as_sqlite_does(tmp_path: Path) -> None:
    desk = make_site(tmp_path / "site")
    record(desk)
    desk.close()
    (tmp_path / "site" / LOG).write_bytes(b"\xa5" * 50_000)
    desk = open_site(tmp_path / "site")
    assert desk.health.verify().ok
    desk.close()


def test_a_database_that_disappears_under_the_desk_does_not_come_back_empty(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    desk = make_site(folder)
    record(desk)
    desk.workspace.database.close()  # so that the next act needs a new connection
    shutil.move(folder / DATABASE, tmp_path / "elsewhere")
    with pytest.raises(WorkspaceError) as refused:
        record(desk)
    assert refused.value.code == "database_error"
    assert not (folder / DATABASE).exists()
    shutil.move(tmp_path / "elsewhere", folder / DATABASE)
    record(desk)
    assert desk.health.verify().cases == 2
    desk.close()


def test_no_damage_of_the_first_pages_makes_it_crash(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    make_site(folder).close()
    whole = (folder / DATABASE).read_bytes()
    opened = 0
    for place in [*range(0, 100, 3), *range(100, 8_192, 409)]:
        damaged = bytearray(whole)
        damaged[place] ^= 0xFF
        (folder / DATABASE).write_bytes(damaged)
        with suppress(WorkspaceError):
            desk = open_site(folder)
            try:
                desk.health.verify()
                opened += 1
            finally:
                desk.close()
        for name in (LOG, f"{DATABASE}-shm"):
            (folder / name).unlink(missing_ok=True)
    assert opened > 0
