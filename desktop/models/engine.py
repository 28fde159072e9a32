"""The narrow door to SQLite: connections, transactions, and what database errors mean to people (trust.md, Storage)."""

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from desktop.errors import ChangedMeanwhileError, WorkspaceError
from desktop.models.driver import Driver, Lender

BUSY_TIMEOUT_MS = 5_000
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "secure_delete=ON",
)
_MAC_PRAGMAS = ("fullfsync=ON", "checkpoint_fullfsync=ON")
_APPEND_ONLY = "history"
_CHANGES = {sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE, sqlite3.SQLITE_DROP_TABLE}
_WAYS_AROUND = {sqlite3.SQLITE_DROP_TRIGGER, sqlite3.SQLITE_ALTER_TABLE}  #: their table is the second argument
_SAFEGUARDS = {"recursive_triggers", "writable_schema", "foreign_keys"}  #: pragmas that are set once and stay

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

_LASTING = {"workspace_read_only", "database_error", "database_damaged"}  #: a connection that met it may keep it
_LEAST_SPACE = 1 << 18  #: bytes; SQLite needs some beside the database's own file


def meaning_of(error: sqlite3.Error) -> str | None:
    """The code for a database error that people can act on; ``None`` for a bug (a constraint, bad SQL)."""
    name = getattr(error, "sqlite_errorname", "") or ""
    return next((code for known, code in _MEANING.items() if name.startswith(known)), None)


@contextmanager
def database_errors(path: Path | None = None) -> Iterator[None]:
    """Turns errors of the disk and the database into what people can act on; everything else passes unchanged.

    With the database's ``path``, a disk without space is told as such whatever SQLite calls the failure.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        code = meaning_of(cause) if isinstance(cause, sqlite3.Error) else None
        if code is None:
            raise
        if code == "database_error" and path is not None and _has_no_space(path.parent):
            code = "disk_full"
        raise WorkspaceError(code) from error


def _has_no_space(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _LEAST_SPACE
    except OSError:
        return False


def _keep_history_append_only(
    action: int, first: str | None, second: str | None, _database: str | None, _inner: str | None
) -> int:
    forbidden = (
        (action in _CHANGES and first == _APPEND_ONLY)
        or (action in _WAYS_AROUND and second == _APPEND_ONLY)
        or (action == sqlite3.SQLITE_PRAGMA and first in _SAFEGUARDS and second is not None)
    )
    return sqlite3.SQLITE_DENY if forbidden else sqlite3.SQLITE_OK


def connect(path: Path, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> sqlite3.Connection:
    """A connection as the desk uses it: pragmas of trust.md, and an authorizer that keeps the history append-only.

    It waits ``busy_timeout_ms`` (milliseconds) for another writer, and never makes a file: a lost database must not
    come back empty. Raises ``sqlite3.Error``.
    """
    uri = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False, cached_statements=256)
    try:
        connection.execute(f"PRAGMA busy_timeout={busy_timeout_ms}").close()
        for pragma in _PRAGMAS + (_MAC_PRAGMAS if sys.platform == "darwin" else ()):
            connection.execute(f"PRAGMA {pragma}").close()
        connection.set_authorizer(_keep_history_append_only)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def peek(path: Path, *, past_the_log: bool = False) -> sqlite3.Connection:
    """A connection for a look at a file that must stay as it is: nothing is written, recovered or checkpointed.

    ``past_the_log`` reads the database file alone, as if there were no write-ahead log. Raises ``sqlite3.Error``.

    Never look at a database by opening its file: when a process closes any descriptor of a file, POSIX drops all of
    its locks there, and SQLite's own with them.
    """
    log = log_of(path)
    alone = past_the_log or not log.exists() or log.stat().st_size == 0
    uri = f"{path.absolute().as_uri()}?{'immutable=1' if alone else 'mode=ro'}"
    return sqlite3.connect(uri, uri=True, isolation_level=None)


def log_of(path: Path) -> Path:
    """The write-ahead log that belongs to a database file."""
    return path.with_name(path.name + "-wal")


def _engine(path: Path, begin: str, busy_timeout_ms: int) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        creator=lambda: connect(path, busy_timeout_ms),
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

    def __init__(self, path: Path, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> None:
        self.path = path
        self._writer = _engine(path, "BEGIN IMMEDIATE", busy_timeout_ms)
        self._reader = _engine(path, "BEGIN", busy_timeout_ms)
        self._connect = lambda: connect(path, busy_timeout_ms)
        self._drivers = Lender(self._connect)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session in a write transaction: committed at the end, rolled back by any exception.

        Raises ``ChangedMeanwhileError`` where a row changed under it, ``WorkspaceError`` for disk and database trouble.
        """
        with self._told_errors():
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
        with self._told_errors(), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def reading_entities(self) -> Iterator[Session]:
        """A session in a read transaction, where whole entities are wanted. Nothing is written back."""
        with self._told_errors(), Session(self._reader, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def reading_plainly(self) -> Iterator[Driver]:
        """A driver's connection in a read transaction, for plain statements that somebody waits for."""
        with self._told_errors(), self._drivers.transaction("BEGIN") as driver:
            yield driver

    @contextmanager
    def writing_plainly(self) -> Iterator[Driver]:
        """The same in a write transaction: committed at the end, rolled back by any exception.

        Raises ``WorkspaceError`` for disk and database trouble.
        """
        with self._told_errors(), self._drivers.transaction("BEGIN IMMEDIATE") as driver:
            yield driver

    def close(self) -> None:
        """Lets go of all connections; the last one checkpoints the write-ahead log."""
        self._writer.dispose()
        self._reader.dispose()
        self._drivers.close()

    @contextmanager
    def _told_errors(self) -> Iterator[None]:
        """As ``database_errors``. After trouble that lasts, connections are made anew, so that the next try can work.

        A connection made while a file was read-only stays so for good.
        """
        try:
            with database_errors(self.path):
                yield
        except WorkspaceError as error:
            if error.code in _LASTING:
                self._renew_connections()
            raise

    def _renew_connections(self) -> None:
        self._writer.dispose()
        self._reader.dispose()
        self._drivers.close()
        self._drivers = Lender(self._connect)
