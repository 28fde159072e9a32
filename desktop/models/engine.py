"""The narrow door to SQLite: connections, transactions, and what database errors mean to people (trust.md, Storage)."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from desktop.errors import ChangedMeanwhileError, WorkspaceError

BUSY_TIMEOUT_MS = 5_000
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "secure_delete=ON",
    f"busy_timeout={BUSY_TIMEOUT_MS}",
)
_MAC_PRAGMAS = ("fullfsync=ON", "checkpoint_fullfsync=ON")
_APPEND_ONLY = "history"
_FORBIDDEN = {sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE, sqlite3.SQLITE_DROP_TABLE, sqlite3.SQLITE_ALTER_TABLE}

#: primary result name of SQLite → the code that people are told
_MEANING = {
    "SQLITE_FULL": "disk_full",
    "SQLITE_BUSY": "database_locked",
    "SQLITE_LOCKED": "database_locked",
    "SQLITE_READONLY": "workspace_read_only",
    "SQLITE_CORRUPT": "database_damaged",
    "SQLITE_NOTADB": "database_damaged",
    "SQLITE_CANTOPEN": "database_error",
    "SQLITE_IOERR": "database_error",
    "SQLITE_PERM": "workspace_read_only",
}


def meaning_of(error: sqlite3.Error) -> str | None:
    """The code for a database error that people can act on; ``None`` for a bug (a constraint, bad SQL)."""
    name = getattr(error, "sqlite_errorname", "") or ""
    return next((code for known, code in _MEANING.items() if name.startswith(known)), None)


@contextmanager
def database_errors() -> Iterator[None]:
    """Turns errors of the disk and the database into what people can act on; everything else passes unchanged."""
    try:
        yield
    except DBAPIError as error:
        code = meaning_of(error.orig) if isinstance(error.orig, sqlite3.Error) else None
        if code is None:
            raise
        raise WorkspaceError(code) from error
    except sqlite3.Error as error:
        code = meaning_of(error)
        if code is None:
            raise
        raise WorkspaceError(code) from error


def _refuse_changes_of_history(
    action: int, table: str | None, _second: str | None, _database: str | None, _inner: str | None
) -> int:
    return sqlite3.SQLITE_DENY if table == _APPEND_ONLY and action in _FORBIDDEN else sqlite3.SQLITE_OK


def connect(path: Path) -> sqlite3.Connection:
    """A connection as the desk uses it: pragmas of trust.md, and an authorizer that keeps the history append-only."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, cached_statements=256)
    try:
        for pragma in _PRAGMAS + (_MAC_PRAGMAS if sys.platform == "darwin" else ()):
            connection.execute(f"PRAGMA {pragma}").close()
        connection.set_authorizer(_refuse_changes_of_history)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _engine(path: Path, begin: str) -> Engine:
    engine = create_engine(
        f"sqlite:///{path}",
        creator=lambda: connect(path),
        hide_parameters=True,
        pool_reset_on_return=None,
        query_cache_size=500,
    )

    # The driver is in autocommit mode, so SQLAlchemy's BEGIN is ours to send, and ours to choose.
    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


class Database:
    """One workspace's database. A use case opens a transaction by ``writing`` or ``reading`` and leaves it by the end.

    ``writing`` takes the write lock at once (BEGIN IMMEDIATE), so that what it reads cannot change before it writes.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._writer = _engine(path, "BEGIN IMMEDIATE")
        self._reader = _engine(path, "BEGIN")

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session in a write transaction: committed at the end, rolled back by any exception.

        Raises ``ChangedMeanwhileError`` where a row changed under it, ``WorkspaceError`` for disk and database trouble.
        """
        with database_errors():
            try:
                with Session(self._writer, expire_on_commit=False) as session, session.begin():
                    # A session connects when it is first used; the lock is to be held before the first read.
                    session.connection()
                    yield session
            except StaleDataError as error:
                raise ChangedMeanwhileError("changed_meanwhile", "version") from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection in a read transaction: one consistent picture, never blocked by a writer."""
        with database_errors(), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def reading_entities(self) -> Iterator[Session]:
        """A session in a read transaction, where whole entities are wanted. Nothing is written back."""
        with database_errors(), Session(self._reader, expire_on_commit=False) as session:
            yield session

    def close(self) -> None:
        """Lets go of all connections; the last one checkpoints the write-ahead log."""
        self._writer.dispose()
        self._reader.dispose()
