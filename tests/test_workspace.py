import sqlite3
import stat
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.domain.kinds import Language
from desktop.errors import WorkspaceError
from desktop.locating import locate
from desktop.looking import is_network_drive
from desktop.models import schema
from desktop.words import load_words
from desktop.workspace import DATABASE, Workspace, take_maintenance
from tests.support.clock import Clock
from tests.support.damage import truncate
from tests.support.people import ordinary_person
from tests.support.sites import make_site, open_site, record

NOW = datetime(2026, 11, 19, 13, 42, tzinfo=UTC)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The folder of a closed site with one case and one backup."""
    desk = make_site(tmp_path / "site")
    record(desk)
    desk.backups.make()
    desk.close()
    return tmp_path / "site"


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def raw(folder: Path) -> sqlite3.Connection:
    """The database as any other program would open it."""
    return sqlite3.connect(folder / DATABASE, isolation_level=None)


def refusal(act: Callable[[], object]) -> WorkspaceError:
    with pytest.raises(WorkspaceError) as caught:
        act()
    return caught.value


# Where it is


def test_the_folder_is_the_one_named_else_the_environments_else_the_systems(tmp_path: Path) -> None:
    environ = {"AMENDS_WORKSPACE": "/srv/desk", "XDG_DATA_HOME": "/home/owner/data", "HOME": "/home/owner"}
    assert locate(tmp_path, environ) == tmp_path
    assert locate(None, environ) == Path("/srv/desk").absolute()
    if sys.platform not in ("win32", "darwin"):
        assert locate(None, {"XDG_DATA_HOME": "/home/owner/data"}) == Path("/home/owner/data/amends")
        assert locate(None, {"HOME": "/home/owner"}) == Path("/home/owner/.local/share/amends")


# Making one


def test_a_new_workspace_belongs_to_its_owner_alone(tmp_path: Path) -> None:
    Workspace.create(tmp_path / "a" / "site").close()
    folder = tmp_path / "a" / "site"
    assert {p.name for p in folder.iterdir()} == {DATABASE, "backups", "chain.key", "logs", "maintenance.lock"}
    if sys.platform != "win32":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert {stat.S_IMODE((folder / name).stat().st_mode) for name in (DATABASE, "chain.key")} == {0o600}


def test_a_folder_may_be_called_anything(tmp_path: Path) -> None:
    folder = tmp_path / "听诉台 100% ? #1 'x' &y"
    desk = make_site(folder, own_key=True)
    number = record(desk).number
    desk.backups.make()
    desk.close()
    desk = open_site(folder)
    assert desk.finder.find(number).total == 1
    desk.close()


@pytest.mark.parametrize("training", [True, False])
def test_a_workspace_is_never_made_over_another(site: Path, training: bool) -> None:
    before = files_of(site)
    assert refusal(lambda: Workspace.create(site)).code == "workspace_exists"
    assert files_of(site) == before


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\0 and nothing more"])
def test_a_workspace_is_never_made_over_a_damaged_one(site: Path, content: bytes) -> None:
    (site / DATABASE).write_bytes(content)
    assert refusal(lambda: Workspace.create(site)).code == "workspace_exists"
    assert (site / DATABASE).read_bytes() == content


def test_a_workspace_is_not_made_where_backups_of_a_lost_one_lie(site: Path) -> None:
    (site / DATABASE).unlink()
    assert refusal(lambda: Workspace.create(site)).code == "workspace_not_empty"


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"sun")
    assert refusal(lambda: Workspace.create(tmp_path)).code == "workspace_not_empty"
    assert files_of(tmp_path) == {"holiday.jpg": b"sun"}


def test_a_making_that_was_killed_can_be_repeated(tmp_path: Path) -> None:
    Workspace.create(tmp_path / "site").close()  # nobody filled it in
    (tmp_path / "site" / f"{DATABASE}.new").write_bytes(b"half")
    assert refusal(lambda: Workspace.open(tmp_path / "site")).code == "workspace_missing"
    make_site(tmp_path / "other").close()
    desk = make_site(tmp_path / "site", own_key=True)
    assert desk.site.facts().name == "Harbour Hotel"
    desk.close()
    assert not list((tmp_path / "site").glob("*.new*"))


def test_a_workspace_is_not_made_where_nothing_can_be_written() -> None:
    with ordinary_person() as folder:
        folder.chmod(0o500)
        assert refusal(lambda: Workspace.create(folder / "site")).code == "workspace_read_only"
        folder.chmod(0o700)
        assert list(folder.iterdir()) == []


# Opening one that is whole


def test_opening_changes_nothing(site: Path) -> None:
    before = files_of(site)
    Workspace.open(site).close()
    assert files_of(site) == before


def test_several_may_have_it_open_at_once(site: Path) -> None:
    window, verb = Workspace.open(site), Workspace.open(site)
    verb.close()
    window.close()


def test_it_keeps_its_promises_to_the_disk(site: Path) -> None:
    workspace = Workspace.open(site)
    with workspace.database.reading() as connection:
        asked = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "secure_delete")
        }
    workspace.close()
    assert asked == {
        "journal_mode": "wal",
        "synchronous": 2,  # FULL
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "secure_delete": 1,
    }


# Opening one that isn't


def lost(folder: Path) -> None:
    (folder / DATABASE).unlink()


def emptied(folder: Path) -> None:
    (folder / DATABASE).write_bytes(b"")


def no_database(folder: Path) -> None:
    (folder / DATABASE).write_bytes(b"Dear diary, " * 1_000)


def a_folder(folder: Path) -> None:
    (folder / DATABASE).unlink()
    (folder / DATABASE).mkdir()


def of_another_program(folder: Path) -> None:
    (folder / DATABASE).unlink()
    with closing(raw(folder)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")


def truncated(folder: Path) -> None:
    truncate(folder / DATABASE)


def cut_in_its_header(folder: Path) -> None:
    (folder / DATABASE).write_bytes((folder / DATABASE).read_bytes()[:60])


def first_page_damaged(folder: Path) -> None:
    content = bytearray((folder / DATABASE).read_bytes())
    content[100:4096] = b"\xff" * (4096 - 100)
    (folder / DATABASE).write_bytes(content)


def newer(folder: Path) -> None:
    with closing(raw(folder)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def without_key(folder: Path) -> None:
    (folder / "chain.key").unlink()


BROKEN = [
    (lost, "workspace_database_missing"),
    (emptied, "workspace_empty_database"),
    (no_database, "workspace_not_database"),
    (a_folder, "workspace_not_database"),
    (of_another_program, "workspace_not_database"),
    (truncated, "workspace_damaged"),
    (cut_in_its_header, "workspace_damaged"),
    (first_page_damaged, "workspace_damaged"),
    (newer, "workspace_newer"),
    (without_key, "chain_key_missing"),
]


@pytest.mark.parametrize(("break_it", "code"), BROKEN, ids=[break_it.__name__ for break_it, _ in BROKEN])
def test_what_is_wrong_is_named_and_left_as_it_is(site: Path, break_it: Callable[[Path], None], code: str) -> None:
    break_it(site)
    before = files_of(site)
    refused = refusal(lambda: Workspace.open(site))
    assert refused.code == code
    assert refused.params == {"path": str(site), "backups": 1}
    assert files_of(site) == before
    take_maintenance(site).release()  # no lock is left behind
    for language in Language:
        assert str(site) in load_words(language).error(refused)


def test_where_nothing_ever_was_nothing_is_left(tmp_path: Path) -> None:
    refused = refusal(lambda: Workspace.open(tmp_path))
    assert (refused.code, refused.params["backups"]) == ("workspace_missing", 0)
    assert refusal(lambda: Workspace.open(tmp_path / "nowhere")).code == "workspace_missing"
    assert list(tmp_path.iterdir()) == []


def test_a_file_or_folder_that_cannot_be_written_is_said() -> None:
    with ordinary_person() as folder:
        make_site(folder / "site", own_key=True).close()
        (folder / "site" / DATABASE).chmod(0o400)
        assert refusal(lambda: Workspace.open(folder / "site")).code == "workspace_read_only"
        (folder / "site" / DATABASE).chmod(0o000)
        assert refusal(lambda: Workspace.open(folder / "site")).code == "workspace_unreadable"
        (folder / "site" / DATABASE).chmod(0o600)
        (folder / "site").chmod(0o500)
        assert refusal(lambda: Workspace.open(folder / "site")).code == "workspace_read_only"
        (folder / "site").chmod(0o700)
        Workspace.open(folder / "site").close()


def test_a_network_drive_is_refused(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_network_drive(site)
    monkeypatch.setattr("desktop.looking.is_network_drive", lambda _: True)  # no such drive here to mount
    assert refusal(lambda: Workspace.open(site)).code == "network_drive"
    assert refusal(lambda: Workspace.create(site.parent / "new")).code == "network_drive"
    assert not (site.parent / "new").exists()


# One at a time


def test_nobody_gets_in_while_an_upgrade_or_a_restore_is_under_way(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.workspace._PATIENCE", 0.1)
    lock = take_maintenance(site)
    assert refusal(lambda: Workspace.open(site)).code == "workspace_busy"
    assert refusal(lambda: take_maintenance(site)).code == "workspace_busy"
    lock.release()
    Workspace.open(site).close()


def test_no_upgrade_or_restore_begins_while_it_is_open(site: Path) -> None:
    workspace = Workspace.open(site)
    assert refusal(lambda: take_maintenance(site)).code == "workspace_in_use"
    workspace.close()
    take_maintenance(site).release()


# Upgrading

OURS = schema.HEAD  #: the version that this program really writes
NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{before}"


def upgrade():
    op.add_column("desks", sa.Column("floor", sa.String(), nullable=False, server_default="ground"))
    {more}
"""


def release_a_next_schema(folder: Path, monkeypatch: pytest.MonkeyPatch, more: str = "") -> None:
    """Makes this program one whose schema is a version later."""
    migrations = Path(schema.__file__).parent / "migrations"
    (folder / "versions").mkdir(parents=True)
    for path in [migrations / "env.py", *migrations.glob("versions/0*.py")]:
        (folder / path.relative_to(migrations)).write_bytes(path.read_bytes())
    next_one = NEXT.format(before=schema.HEAD, more=more)
    (folder / "versions" / "9999_floors.py").write_text(next_one, encoding="utf-8")
    monkeypatch.setattr(schema, "_MIGRATIONS", folder)
    monkeypatch.setattr(schema, "KNOWN_VERSIONS", (*schema.KNOWN_VERSIONS, "9999"))
    monkeypatch.setattr(schema, "HEAD", "9999")


def floors_in(folder: Path) -> list[tuple[str]]:
    with closing(raw(folder)) as connection:
        return connection.execute("SELECT floor FROM desks").fetchall()


def test_an_older_schema_is_upgraded_after_a_backup(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release_a_next_schema(tmp_path / "migrations", monkeypatch)
    Workspace.open(site, now=lambda: NOW).close()
    assert floors_in(site) == [("ground",)]
    [first, second] = sorted((site / "backups").iterdir())
    assert [p.name for p in (first, second)] == ["amends-20261119-134200-2.amends", "amends-20261119-134200.amends"]
    with zipfile.ZipFile(first) as zipped:
        assert f'"schema": "{OURS}"' in zipped.read("manifest.json").decode()
    Workspace.open(site, now=lambda: NOW).close()
    assert len(list((site / "backups").iterdir())) == 2  # nothing to upgrade any more


def test_an_upgrade_that_fails_leaves_the_old_database(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (site / DATABASE).read_bytes()
    release_a_next_schema(tmp_path / "migrations", monkeypatch, more="op.execute('SELECT * FROM nothing')")
    with pytest.raises(Exception, match="nothing"):
        Workspace.open(site, now=lambda: NOW)
    with closing(raw(site)) as connection:
        assert schema.version_of(connection) == OURS
        assert "floor" not in [row[1] for row in connection.execute("PRAGMA table_info(desks)")]
    assert (site / DATABASE).read_bytes()[100:] == before[100:]
    monkeypatch.undo()
    Workspace.open(site).close()


def test_no_upgrade_without_its_backup(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    release_a_next_schema(tmp_path / "migrations", monkeypatch)
    for backup in (site / "backups").iterdir():
        backup.unlink()
    (site / "backups").rmdir()
    (site / "backups").write_bytes(b"a file where the folder should be")
    with pytest.raises(Exception, match="backup_failed"):
        Workspace.open(site, now=lambda: NOW)
    with closing(raw(site)) as connection:
        assert schema.version_of(connection) == OURS


def test_no_upgrade_while_another_has_it_open(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older_program = Workspace.open(site)
    release_a_next_schema(tmp_path / "migrations", monkeypatch)
    assert refusal(lambda: Workspace.open(site, now=lambda: NOW)).code == "workspace_in_use"
    older_program.close()
    Workspace.open(site, now=lambda: NOW).close()
    assert floors_in(site) == [("ground",)]


# After a crash


def test_a_restore_cut_short_is_finished_by_the_next_opening(site: Path, tmp_path: Path) -> None:
    desk = make_site(tmp_path / "source", now=Clock())
    record(desk, "This one was in the backup.")
    desk.close()
    ready = site / "restored-20261119-134200"
    ready.mkdir()
    (tmp_path / "source" / DATABASE).rename(ready / DATABASE)
    (tmp_path / "source" / "chain.key").rename(ready / "chain.key")
    (site / f"{DATABASE}-wal").write_bytes(b"of the old one")
    old = (site / DATABASE).read_bytes()
    desk = open_site(site)
    assert desk.finder.find("backup").total == 1
    desk.close()
    assert (site / "replaced-20261119-134200" / DATABASE).read_bytes() == old
    assert (site / "replaced-20261119-134200" / f"{DATABASE}-wal").read_bytes() == b"of the old one"
    assert not ready.exists()
