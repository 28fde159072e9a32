import hashlib
import json
import sqlite3
import zipfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.models import schema
from desktop.models.archives import open_archive
from desktop.models.backing_up import BackupMade, backups_in, free_path
from desktop.services.desk import Desk
from desktop.workspace import CHAIN_KEY, DATABASE
from tests.support.clock import EVENING, Clock
from tests.support.sites import make_site, open_site, record

PASSPHRASE = "ninety-nine lanterns"


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Desk:
    desk = make_site(tmp_path / "site", now=clock)
    record(desk)
    return desk


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refusal(desk: Desk, *arguments: object) -> UserError:
    with pytest.raises(UserError) as caught:
        desk.backups.make(*arguments)  # type: ignore[arg-type]  # whatever a test wants refused
    return caught.value


# What a backup is


def test_a_backup_is_one_file_that_says_what_it_holds(desk: Desk) -> None:
    made = desk.backups.make()
    assert made.path == desk.workspace.folder / "backups" / "amends-20261119-134200.amends"
    assert made.size == made.path.stat().st_size
    with zipfile.ZipFile(made.path) as zipped:
        told = json.loads(zipped.read("manifest.json"))
        members = {name: zipped.read(name) for name in zipped.namelist() if name != "manifest.json"}
    assert set(members) == {DATABASE, CHAIN_KEY}
    for name, content in members.items():
        assert told["members"][name] == {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    with desk.workspace.database.reading() as connection:
        head_id, head_hash = desk.journal.head(connection)
    assert members[CHAIN_KEY] == desk.workspace.key
    assert {name: value for name, value in told.items() if name not in ("members", "lineage", "program")} == {
        "amends_backup": 3,
        "made_at": "2026-11-19T13:42:00+00:00",
        "schema": schema.HEAD,
        "site_code": "HH",
        "site_name": "Harbour Hotel",
        "zone": "Asia/Shanghai",
        "training": True,
        "cases": 1,
        "entries": 2,
        "staff": 1,
        "head_id": head_id,
        "head_hash": head_hash.hex(),
    }
    desk.close()


def test_its_manifest_names_no_guest_and_does_not_give_the_key_away(desk: Desk) -> None:
    made = desk.backups.make()
    with zipfile.ZipFile(made.path) as zipped:
        manifest = zipped.read("manifest.json").decode()
    assert not any(word in manifest for word in ("Tan", "900123", "drips", desk.workspace.key.hex()))
    desk.close()


def test_the_database_in_it_is_whole_and_needs_no_other_file(desk: Desk, tmp_path: Path) -> None:
    made = desk.backups.make()
    record(desk, "after the backup")
    desk.close()
    (tmp_path / "out").mkdir()
    with zipfile.ZipFile(made.path) as zipped:
        zipped.extract(DATABASE, tmp_path / "out")
    with closing(sqlite3.connect(tmp_path / "out" / DATABASE)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM cases").fetchone() == (1,)
        assert names(tmp_path / "out") == [DATABASE]


def test_nothing_is_left_but_the_backup(desk: Desk) -> None:
    made = desk.backups.make()
    assert names(made.path.parent) == [made.path.name]
    desk.close()


def test_two_in_the_same_second_do_not_replace_each_other(desk: Desk) -> None:
    first, second = desk.backups.make(), desk.backups.make()
    assert first.path != second.path
    assert first.path.exists()
    assert [moment for moment, _ in backups_in(desk.workspace.backups)] == [EVENING, EVENING]
    desk.close()


def test_work_goes_on_while_a_backup_is_made(desk: Desk) -> None:
    with desk.workspace.database.writing():  # somebody is in the middle of an act
        made = desk.backups.make()
    assert made.manifest.contents.cases == 1
    desk.close()


# Where it goes


def test_a_named_file_is_replaced_when_the_new_one_is_complete(desk: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "amends.backup").write_bytes(b"an older one")
    made = desk.backups.make(stick / "amends.backup")
    assert (made.path, made.sealed, names(stick)) == (stick / "amends.backup", False, ["amends.backup"])
    assert names(desk.workspace.backups) == []
    desk.close()


def test_it_is_never_written_over_the_workspace_itself(desk: Desk) -> None:
    for target in (DATABASE, CHAIN_KEY, "maintenance.lock", "../site/amends.sqlite"):
        assert refusal(desk, desk.workspace.folder / target).code == "backup_failed"
    assert refusal(desk, desk.workspace.backups).code == "backup_failed"
    assert desk.health.verify().ok
    desk.close()


def test_a_place_that_cannot_be_written_is_said(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for target in (tmp_path / "nowhere" / "b.amends", tmp_path / "file" / "b.amends"):
        refused = refusal(desk, target)
        assert (refused.code, refused.params) == ("backup_failed", {"path": str(target)})
    assert names(desk.workspace.backups) == []
    desk.close()


# Sealed


def test_a_sealed_backup_opens_with_its_passphrase_only(desk: Desk, tmp_path: Path) -> None:
    made = desk.backups.make(tmp_path / "sealed.amends", PASSPHRASE)
    content = made.path.read_bytes()
    assert made.sealed
    assert not any(word in content for word in (b"manifest", b"SQLite", b"Harbour", desk.workspace.key))
    with open_archive(made.path, PASSPHRASE) as archive:
        assert archive.manifest == made.manifest
        assert archive.key() == desk.workspace.key
        archive.unpack_database(tmp_path / "out.sqlite")
    desk.close()
    with closing(sqlite3.connect(tmp_path / "out.sqlite")) as connection:
        assert connection.execute("SELECT count(*) FROM cases").fetchone() == (1,)


def test_a_short_passphrase_is_refused_before_anything_is_written(desk: Desk, tmp_path: Path) -> None:
    refused = refusal(desk, tmp_path / "sealed.amends", "lantern")
    assert (refused.code, refused.params) == ("passphrase_too_short", {"least": 8})
    assert not (tmp_path / "sealed.amends").exists()
    desk.close()


def test_the_workspaces_own_backups_are_never_sealed(desk: Desk) -> None:
    assert not desk.backups.make(passphrase=PASSPHRASE).sealed
    assert not desk.backups.changed()
    desk.close()


# When one is due


def test_one_is_due_half_an_hour_after_the_last_if_something_was_recorded(desk: Desk, clock: Clock) -> None:
    assert desk.backups.due(clock())  # there is none yet
    desk.backups.make()
    assert not desk.backups.due(clock())
    record(desk)
    assert not desk.backups.due(clock.advance(timedelta(minutes=29)))
    assert desk.backups.due(clock.advance(timedelta(minutes=1)))
    desk.backups.make()
    assert not desk.backups.due(clock.advance(timedelta(days=3)))  # nothing happened since
    desk.close()


def test_the_half_hourly_round_makes_one_and_clears_away(desk: Desk, clock: Clock) -> None:
    for hours in range(1, 24 * 90):
        free_path(desk.workspace.backups, EVENING - timedelta(hours=hours)).touch()
    made = desk.backups.make_if_due(clock())
    assert made is not None
    assert made.path.exists()
    assert len(names(desk.workspace.backups)) <= 48 + 14 + 8 + 12
    assert desk.backups.make_if_due(clock()) is None
    desk.close()


def test_a_backup_from_the_future_does_not_hold_up_the_next_one(desk: Desk, clock: Clock) -> None:
    clock.advance(timedelta(days=365))
    desk.backups.make()
    clock.set(EVENING)
    record(desk)
    assert desk.backups.due(clock())
    desk.close()


def test_on_leaving_one_is_made_only_where_something_changed(desk: Desk, clock: Clock) -> None:
    assert isinstance(desk.backups.make_if_changed(), BackupMade)
    assert desk.backups.make_if_changed() is None
    record(desk)
    clock.advance(timedelta(minutes=1))
    assert isinstance(desk.backups.make_if_changed(), BackupMade)
    desk.close()


def test_a_damaged_or_foreign_newest_backup_does_not_count_as_one(desk: Desk) -> None:
    made = desk.backups.make()
    made.path.write_bytes(b"PK\x03\x04 no more than this")
    assert desk.backups.changed()
    desk.close()


def test_the_last_backup_is_told_by_its_name(desk: Desk) -> None:
    assert desk.backups.last_backup() is None
    for name in ("amends-20261101-080000.amends", "amends-20261102-080000-2.amends", "amends-20269999-080000.amends"):
        (desk.workspace.backups / name).touch()
    (desk.workspace.backups / "amends-20270101-000000.amends.part").touch()
    assert desk.backups.last_backup() == desk.health.last_backup() == datetime(2026, 11, 2, 8, tzinfo=UTC)
    desk.close()


# Which stay


def test_old_ones_go_and_other_files_stay(desk: Desk, clock: Clock) -> None:
    folder = desk.workspace.backups
    for hours in range(24 * 40):
        free_path(folder, EVENING - timedelta(hours=hours)).touch()
    (folder / "before the move.amends").touch()
    gone = desk.backups.prune(clock())
    left = names(folder)
    assert "before the move.amends" in left
    assert "amends-20261119-134200.amends" in left
    assert len(left) == 24 * 40 + 1 - len(gone)
    assert len(left) <= 48 + 14 + 8 + 12 + 1
    assert desk.backups.prune(clock()) == ()
    desk.close()


def test_a_clock_that_jumped_back_removes_nothing(desk: Desk, clock: Clock) -> None:
    for days in range(100):
        free_path(desk.workspace.backups, EVENING + timedelta(days=days)).touch()
    assert desk.backups.prune(clock.advance(-timedelta(days=1))) == ()
    desk.close()


# What goes wrong


def test_a_damaged_database_is_not_backed_up(tmp_path: Path) -> None:
    desk = make_site(tmp_path / "site")
    for _ in range(5):
        record(desk, "drip " * 2_000)
    desk.close()
    path = tmp_path / "site" / DATABASE
    content = bytearray(path.read_bytes())
    content[-40_000:-8_000] = bytes(32_000)
    path.write_bytes(content)
    desk = open_site(tmp_path / "site")
    assert refusal(desk).code == "database_damaged"
    assert names(desk.workspace.backups) == []
    desk.close()


def test_what_a_killed_process_left_is_cleared_away_by_the_next_backup(desk: Desk) -> None:
    left = desk.workspace.backups / ".copying-0badcafe"
    left.mkdir()
    (left / DATABASE).write_bytes(b"half a copy")
    (desk.workspace.backups / ".amends-20261119-120000.amends.0badcafe.part").write_bytes(b"half a backup")
    made = desk.backups.make()
    assert names(desk.workspace.backups) == [made.path.name]
    desk.close()


def test_a_folder_for_backups_that_was_removed_is_made_again(desk: Desk) -> None:
    desk.workspace.backups.rmdir()
    assert desk.backups.make().path.exists()
    desk.close()
