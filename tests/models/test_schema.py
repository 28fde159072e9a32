import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from desktop.models import case, history, schema, site, talk, work  # noqa: F401 - they register their tables
from desktop.models.base import Base
from desktop.workspace import CHAIN_KEY, DATABASE
from tests.models.dump_schema import FOLDER, KEY_MARK
from tests.support.sites import make_site, open_site, record

MIGRATIONS = Path(schema.__file__).parent / "migrations"


def stored(version: str, folder: Path) -> Path:
    """A workspace as a program of that version left it."""
    statements = (FOLDER / f"{version}.sql").read_text(encoding="utf-8")
    (folder / "backups").mkdir(parents=True)
    key = statements.splitlines()[0].removeprefix(KEY_MARK)
    (folder / CHAIN_KEY).write_bytes(bytes.fromhex(key))
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        connection.executescript(statements)
    return folder


@pytest.mark.parametrize("version", schema.KNOWN_VERSIONS)
def test_a_desk_of_every_released_version_opens_with_everything_in_it(version: str, tmp_path: Path) -> None:
    desk = open_site(stored(version, tmp_path / "site"))
    report = desk.health.verify()
    assert (report.problems, report.cases) == ((), 2)
    assert report.entries >= 5
    found = desk.finder.find("滴水")
    assert [row.room for row in found.rows] == ["1208"]
    assert desk.finder.find("another room").total == 1  # notes are found too
    assert record(desk).number == "HH-D1-20261119-0003"
    assert desk.health.verify().ok
    desk.close()


def test_there_is_a_stored_database_for_every_version_and_a_version_for_every_migration() -> None:
    assert {path.stem for path in FOLDER.glob("*.sql")} == set(schema.KNOWN_VERSIONS)
    script = ScriptDirectory(str(MIGRATIONS))
    assert [r.revision for r in reversed(list(script.walk_revisions()))] == list(schema.KNOWN_VERSIONS)
    assert script.get_heads() == [schema.HEAD]


def shape(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type || ' ' || name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: " ".join(sql.split()) for name, sql in rows if "search_index_" not in name}


def test_the_stored_database_of_the_newest_version_is_what_the_migrations_make(tmp_path: Path) -> None:
    """If this fails before the release: ``python -m tests.models.dump_schema``."""
    folder = stored(schema.HEAD, tmp_path / "stored")
    make_site(tmp_path / "made").close()
    assert shape(folder / DATABASE) == shape(tmp_path / "made" / DATABASE)


def test_the_migrated_schema_equals_the_models(tmp_path: Path) -> None:
    schema.upgrade(tmp_path / DATABASE)
    engine = create_engine(f"sqlite:///{tmp_path / DATABASE}")
    with engine.connect() as connection:
        differences = compare_metadata(
            MigrationContext.configure(connection, opts={"compare_type": True}), Base.metadata
        )
    engine.dispose()
    assert [d for d in differences if not _is_about_the_search_index(d)] == []


def _is_about_the_search_index(difference: object) -> bool:
    match difference:
        case ("remove_table", table):
            return table.name.startswith("search_index")
    return False


def test_an_upgrade_ends_where_it_is_told_to(tmp_path: Path) -> None:
    schema.upgrade(tmp_path / DATABASE, to="0001")
    with closing(sqlite3.connect(tmp_path / DATABASE)) as connection:
        assert schema.version_of(connection) == "0001"


def test_a_database_of_another_program_has_no_version(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.sqlite")) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
        assert schema.version_of(connection) is None
