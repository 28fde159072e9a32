"""The schema's version: reading it costs nothing; Alembic is loaded only to make or upgrade a database."""

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: Every schema version ever released, the oldest first. The last one is what this program writes.
KNOWN_VERSIONS = ("0001", "0002", "0003", "0004")
HEAD = KNOWN_VERSIONS[-1]

_MIGRATIONS = Path(__file__).parent / "migrations"


def version_of(connection: sqlite3.Connection) -> str | None:
    """The schema version that a database says it has; ``None`` where it is none of ours.

    Raises ``sqlite3.DatabaseError`` for a file that is no database or is damaged.
    """
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    if known is None:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def upgrade(path: Path, to: str | None = None) -> None:
    """Makes the database at ``path``, or brings an older one to version ``to`` (HEAD), in one transaction.

    Raises ``sqlalchemy.exc.DBAPIError``, and has changed nothing then.
    """
    # Alembic costs most of a second to import and is needed once a release, not at every start.
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import URL, create_engine, event

    engine = create_engine(URL.create("sqlite", database=str(path)), hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _autocommit(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")

    @event.listens_for(engine, "begin")
    def _begin(connection: "Connection") -> None:
        connection.exec_driver_sql("BEGIN EXCLUSIVE")

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))  # "%" begins a variable there
    config.set_main_option("path_separator", "os")
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, to or HEAD)
    finally:
        engine.dispose()
