import io
import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.domain.kinds import Property
from desktop.errors import UserError, WorkspaceError
from desktop.services.restoring import Restored, inspect, restore
from desktop.workspace import CHAIN_KEY, DATABASE, take_maintenance
from tests.support.damage import truncate
from tests.support.people import ordinary_person
from tests.support.sites import OWNER, make_site, open_site, record

AT = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
PASSPHRASE = "ninety-nine lanterns"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A closed site: one case is in its backup (``backup``), a second came later."""
    desk = make_site(tmp_path / "site")
    record(desk, "The first one.")
    desk.backups.make(tmp_path / "backup")
    record(desk, "The second one.")
    desk.close()
    return tmp_path / "site"


@pytest.fixture
def backup(site: Path) -> Path:
    return site.parent / "backup"


def texts_in(folder: Path) -> list[str]:
    desk = open_site(folder)
    assert desk.health.verify().problems == ()
    desk.close()
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        return [row[0] for row in connection.execute("SELECT text FROM cases ORDER BY id")]


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def bring_back(folder: Path, file: Path, passphrase: str | None = None) -> Restored:
    return restore(folder, file, passphrase, at=AT, by=OWNER)


def refusal(act: Callable[[], object]) -> UserError:
    with pytest.raises(UserError) as caught:
        act()
    return caught.value


# Into a workspace


def test_the_desk_is_as_it_was_and_what_was_there_is_backed_up(site: Path, backup: Path) -> None:
    (site / "logs" / "amends.log").write_text("kept")
    done = bring_back(site, backup)
    assert texts_in(site) == ["The first one."]
    assert done.manifest.contents.cases == 1
    assert done.replaced is None
    assert done.kept is not None
    assert done.kept.path == site / "backups" / "amends-20261120-080000.amends"
    assert {p.name for p in site.iterdir()} == {
        *(DATABASE, CHAIN_KEY, "backups", "logs", "maintenance.lock", "backups.lock")
    }
    assert (site / "logs" / "amends.log").read_text() == "kept"
    bring_back(site, done.kept.path)
    assert texts_in(site) == ["The first one.", "The second one."]


def test_the_history_says_who_restored_what(site: Path, backup: Path) -> None:
    bring_back(site, backup)
    with closing(sqlite3.connect(site / DATABASE)) as connection:
        last = connection.execute("SELECT act, by, at, changes FROM history ORDER BY id DESC LIMIT 1").fetchone()
    assert last == ("restore", OWNER, int(AT.timestamp()), '{"backup":[null,"2026-11-19T13:42:00Z"]}')


def test_work_goes_on_after_a_restore_and_the_numbers_too(site: Path, backup: Path) -> None:
    bring_back(site, backup)
    desk = open_site(site)
    assert record(desk, "The third one.").number == "HH-D1-20261119-0002"
    assert desk.finder.find("third").total == 1
    assert desk.backups.changed()
    desk.close()
    assert texts_in(site) == ["The first one.", "The third one."]


def test_a_restore_from_the_workspaces_own_backups_keeps_them(site: Path) -> None:
    desk = open_site(site)
    own = desk.backups.make().path
    desk.close()
    bring_back(site, own)
    assert own.exists()
    assert len(list((site / "backups").iterdir())) == 2


# Where there is none


@pytest.mark.parametrize("make_it", [lambda _: None, Path.mkdir], ids=["missing", "empty"])
def test_the_first_run_may_restore(tmp_path: Path, backup: Path, make_it: Callable[[Path], None]) -> None:
    folder = tmp_path / "new" / "place"
    folder.parent.mkdir()
    make_it(folder)
    done = bring_back(folder, backup)
    assert (done.kept, done.replaced) == (None, None)
    assert texts_in(folder) == ["The first one."]
    assert (folder / "logs").is_dir()


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path, backup: Path) -> None:
    folder = tmp_path / "holidays"
    folder.mkdir()
    (folder / "beach.jpg").write_bytes(b"sun")
    assert refusal(lambda: bring_back(folder, backup)).code == "workspace_not_empty"
    assert files_of(folder) == {"beach.jpg": b"sun"}


# Into a damaged one


def emptied(folder: Path) -> None:
    (folder / DATABASE).write_bytes(b"")


def truncated(folder: Path) -> None:
    truncate(folder / DATABASE)


def lost(folder: Path) -> None:
    (folder / DATABASE).unlink()


def without_key(folder: Path) -> None:
    (folder / CHAIN_KEY).unlink()


def tampered(folder: Path) -> None:
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER history_is_never_changed")
        connection.execute("UPDATE history SET by = 'somebody' WHERE id = 2")


def newer(folder: Path) -> None:
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


@pytest.mark.parametrize("break_it", [emptied, truncated, lost, without_key, tampered, newer])
def test_what_was_damaged_is_kept_aside(site: Path, backup: Path, break_it: Callable[[Path], None]) -> None:
    break_it(site)
    damaged = {name: content for name, content in files_of(site).items() if name in (DATABASE, CHAIN_KEY)}
    done = bring_back(site, backup)
    assert done.kept is None
    assert done.replaced == site / "replaced-20261120-080000"
    assert files_of(done.replaced) == damaged
    assert texts_in(site) == ["The first one."]
    bring_back(site, backup)
    assert files_of(done.replaced) == damaged  # it is never removed


def test_the_log_of_the_old_database_never_stays_beside_the_restored_one(site: Path, backup: Path) -> None:
    (site / f"{DATABASE}-wal").write_bytes(b"\x37\x7f\x06\x82" + bytes(5_000))
    (site / f"{DATABASE}-shm").write_bytes(bytes(32_768))
    truncated(site)
    done = bring_back(site, backup)
    assert done.replaced is not None
    assert {p.name for p in done.replaced.iterdir()} >= {f"{DATABASE}-wal", f"{DATABASE}-shm", DATABASE}
    assert not (site / f"{DATABASE}-wal").exists()
    assert texts_in(site) == ["The first one."]


# Refused before anything is touched


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def flipped(content: bytes) -> bytes:
    changed = bytearray(content)
    changed[len(changed) // 3] ^= 0xFF
    return bytes(changed)


def packed_anew(**change: Callable[[bytes], bytes] | None) -> Callable[[bytes], bytes]:
    """The same backup with a changed or absent member; dots in member names are written as underscores."""

    def pack(content: bytes) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                edit = change.get(name.replace(".", "_"), lambda same: same)
                if edit is not None:
                    new.writestr(name, edit(old.read(name)))
            if "another" in change:
                new.writestr("../../.profile", b"echo gotcha")
        return out.getvalue()

    return pack


def saying(**values: object) -> Callable[[bytes], bytes]:
    return packed_anew(manifest_json=lambda text: json.dumps(json.loads(text) | values).encode())


def with_other_hashes(text: bytes) -> bytes:
    told = json.loads(text)
    told["members"][DATABASE]["sha256"] = "0" * 64
    return json.dumps(told).encode()


REFUSED = {
    "not a backup": (lambda _: b"Dear diary", "backup_unknown"),
    "another zip": (packed_anew(manifest_json=None), "backup_unknown"),
    "another program's manifest": (packed_anew(manifest_json=lambda _: b'{"name": "extension"}'), "backup_unknown"),
    "nothing": (lambda _: b"", "backup_damaged"),
    "cut": (cut, "backup_damaged"),
    "a byte": (flipped, "backup_damaged"),
    "no manifest text": (packed_anew(manifest_json=lambda _: b"\xff{"), "backup_damaged"),
    "a strange manifest": (saying(members=[]), "backup_damaged"),
    "a time without a zone": (saying(made_at="2026-11-19T13:42:00"), "backup_damaged"),
    "an endless manifest": (packed_anew(manifest_json=lambda text: text + b" " * 9_000_000), "backup_damaged"),
    "no database": (packed_anew(amends_sqlite=None), "backup_damaged"),
    "no key": (packed_anew(chain_key=None), "backup_damaged"),
    "another key": (packed_anew(chain_key=lambda _: bytes(32)), "backup_damaged"),
    "a shorter database": (packed_anew(amends_sqlite=lambda content: content[:-4096]), "backup_damaged"),
    "a longer database": (packed_anew(amends_sqlite=lambda content: content + bytes(4096)), "backup_damaged"),
    "other hashes": (packed_anew(manifest_json=with_other_hashes), "backup_damaged"),
    "other counts": (saying(cases=7), "backup_damaged"),
    "another head": (saying(head_hash="00" * 32), "backup_damaged"),
    "a path that leads out": (packed_anew(another=None), "backup_damaged"),
    "a newer format": (saying(amends_backup=4), "backup_newer"),
    "a newer schema": (saying(schema="9999"), "backup_newer"),
}


@pytest.mark.parametrize(("spoil", "code"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_whole_backup_changes_nothing(
    site: Path, backup: Path, spoil: Callable[[bytes], bytes], code: str
) -> None:
    backup.write_bytes(spoil(backup.read_bytes()))
    before = files_of(site)
    assert refusal(lambda: bring_back(site, backup)).code == code
    assert files_of(site) == before
    assert refusal(lambda: bring_back(site.parent / "new", backup)).code == code
    assert not (site.parent / "new").exists()


def test_a_history_that_does_not_fit_its_key_is_refused(site: Path, tmp_path: Path) -> None:
    tampered(site)
    desk = open_site(site)
    spoilt = desk.backups.make(tmp_path / "spoilt").path
    desk.close()
    assert refusal(lambda: bring_back(tmp_path / "new", spoilt)).code == "backup_damaged"


def test_a_missing_or_unreadable_file_is_said(site: Path, tmp_path: Path) -> None:
    refused = refusal(lambda: bring_back(site, tmp_path / "nowhere"))
    assert (refused.code, refused.params) == ("file_missing", {"path": str(tmp_path / "nowhere")})
    assert refusal(lambda: inspect(tmp_path)).code == "file_unreadable"


def test_another_sites_backup_never_replaces_a_whole_workspace(site: Path, tmp_path: Path) -> None:
    stranger = make_site(tmp_path / "shop", Property.RETAIL, code="SH", own_key=True)
    foreign = stranger.backups.make(tmp_path / "foreign").path
    stranger.close()
    before = files_of(site)
    assert refusal(lambda: bring_back(site, foreign)).code == "backup_foreign"
    assert files_of(site) == before
    bring_back(tmp_path / "new", foreign)
    assert texts_in(tmp_path / "new") == []


def test_an_open_workspace_is_not_replaced(site: Path, backup: Path) -> None:
    desk = open_site(site)
    refused = refusal(lambda: bring_back(site, backup))
    assert (type(refused), refused.code) == (WorkspaceError, "workspace_in_use")
    desk.close()
    bring_back(site, backup)
    take_maintenance(site).release()


def test_a_place_that_cannot_be_written_is_said(backup: Path) -> None:
    content = backup.read_bytes()
    with ordinary_person() as folder:
        (folder / "backup").write_bytes(content)
        folder.chmod(0o500)
        assert refusal(lambda: bring_back(folder / "new", folder / "backup")).code == "workspace_read_only"
        folder.chmod(0o700)
        assert [path.name for path in folder.iterdir()] == ["backup"]


# Sealed


def test_a_sealed_backup_asks_for_its_passphrase(site: Path, tmp_path: Path) -> None:
    desk = open_site(site)
    sealed = desk.backups.make(tmp_path / "sealed", PASSPHRASE).path
    desk.close()
    before = files_of(site)
    assert refusal(lambda: bring_back(site, sealed)).code == "backup_needs_passphrase"
    assert refusal(lambda: bring_back(site, sealed, "a hundred lanterns")).code == "backup_wrong_passphrase"
    assert files_of(site) == before
    assert inspect(sealed, PASSPHRASE).contents.site_name == "Harbour Hotel"
    bring_back(tmp_path / "new", sealed, PASSPHRASE)
    assert texts_in(tmp_path / "new") == ["The first one.", "The second one."]


def test_a_damaged_sealed_backup_is_refused(site: Path, tmp_path: Path) -> None:
    desk = open_site(site)
    sealed = desk.backups.make(tmp_path / "sealed", PASSPHRASE).path
    desk.close()
    sealed.write_bytes(flipped(sealed.read_bytes()))
    assert refusal(lambda: bring_back(site, sealed, PASSPHRASE)).code == "backup_damaged"


# Cut short


def test_what_an_interrupted_restore_left_is_cleared_away_by_the_next(site: Path, backup: Path) -> None:
    left = site / "restoring-20261119-120000"
    left.mkdir()
    (left / DATABASE).write_bytes(b"half")
    bring_back(site, backup)
    assert not left.exists()
    assert texts_in(site) == ["The first one."]


def test_an_inspection_tells_what_a_person_wants_to_know(backup: Path) -> None:
    manifest = inspect(backup)
    assert (manifest.made_at, manifest.contents.site_name, manifest.contents.cases) == (
        datetime(2026, 11, 19, 13, 42, tzinfo=UTC),
        "Harbour Hotel",
        1,
    )
