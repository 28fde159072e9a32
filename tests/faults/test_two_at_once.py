"""Two people, two windows, two programs on one desk."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.domain.commands import Acknowledge, AddNote, Take
from desktop.domain.kinds import Medium
from desktop.errors import ChangedMeanwhileError, WorkspaceError
from desktop.services.desk import Desk
from desktop.workspace import DATABASE
from tests.support.sites import make_site, open_site, owner_of, record
from tests.support.worker import numbers_said, recording


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = make_site(tmp_path / "site")
    yield desk
    desk.close()


def test_the_second_of_two_who_saw_the_same_is_told(desk: Desk) -> None:
    seen = record(desk)
    other = open_site(desk.workspace.folder)
    other.cases.perform(Take(seen.number, version=seen.version), owner_of(other))
    with pytest.raises(ChangedMeanwhileError) as refused:
        desk.cases.perform(Acknowledge(seen.number, Medium.PHONE, version=seen.version), owner_of(desk))
    assert refused.value.params["expected"] == seen.version
    assert refused.value.params["version"] != seen.version
    other.close()
    desk.cases.perform(AddNote(seen.number, "Having seen both."), owner_of(desk))
    assert desk.finder.find("both").total == 1
    assert desk.health.verify().ok


def test_two_programs_record_side_by_side_without_losing_or_mixing_anything(desk: Desk) -> None:
    folder = desk.workspace.folder
    with recording(folder, 25, "the kiosk") as kiosk, recording(folder, 25, "the window") as window:
        said = numbers_said(kiosk) + numbers_said(window)
    assert len(said) == len(set(said)) == 50
    assert sorted(said) == [f"HH-D1-20261119-{serial:04}" for serial in range(1, 51)]
    assert desk.finder.find("kiosk").total == 25
    assert desk.health.verify().ok


def test_a_locked_database_is_said_and_the_next_try_works(desk: Desk) -> None:
    record(desk)
    with closing(sqlite3.connect(desk.workspace.folder / DATABASE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(WorkspaceError) as refused:
            record(desk, "Not now.")
        assert refused.value.code == "database_locked"
        assert desk.queue.counts(desk.now()).open == 1  # reading goes on
        other.execute("ROLLBACK")
    record(desk, "Now it works.")
    assert [desk.finder.find(word).total for word in ("not now", "works")] == [0, 1]
    assert desk.health.verify().ok


def test_whoever_is_killed_with_the_lock_in_hand_holds_nobody_up(desk: Desk) -> None:
    with recording(desk.workspace.folder, 10_000) as worker:
        numbers_said(worker, 5)
        worker.kill()
        worker.wait()
        assert record(desk).number > "HH-D1-20261119-0005"
    assert desk.health.verify().ok
