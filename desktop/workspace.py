"""A site's folder: where it is, making it, opening it with care, upgrading it, closing it (trust.md, Storage)."""

import os
import secrets
import sqlite3
import sys
from collections.abc import Mapping
from pathlib import Path

from desktop.errors import WorkspaceError
from desktop.locks import FileLock
from desktop.models import schema
from desktop.models.engine import Database, connect, meaning_of

DATABASE = "amends.sqlite"
CHAIN_KEY = "chain.key"
BACKUPS = "backups"
LOGS = "logs"
_MAINTENANCE_LOCK = "maintenance.lock"
_SQLITE_MAGIC = b"SQLite format 3\0"
_ENVIRONMENT = "AMENDS_WORKSPACE"


def locate(given: Path | None, environ: Mapping[str, str]) -> Path:
    """The workspace's folder: the one named, else ``AMENDS_WORKSPACE``, else the platform's usual data folder."""
    if given is not None:
        return given.expanduser().absolute()
    if environ.get(_ENVIRONMENT):
        return Path(environ[_ENVIRONMENT]).expanduser().absolute()
    home = Path(environ.get("HOME") or environ.get("USERPROFILE") or Path.home())
    if sys.platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Amends"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Amends"
    return Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "amends"


class Workspace:
    """An open workspace. It holds a shared lock, so that nobody upgrades or restores it meanwhile."""

    def __init__(self, folder: Path, database: Database, key: bytes, lock: FileLock) -> None:
        self.folder, self.database, self.key = folder, database, key
        self._lock = lock

    @property
    def backups(self) -> Path:
        """Where automatic backups lie."""
        return self.folder / BACKUPS

    @classmethod
    def open(cls, folder: Path) -> "Workspace":
        """Opens a workspace, upgrading an older schema first. Nothing is ever overwritten on the way.

        Raises ``WorkspaceError``: ``workspace_missing``, ``workspace_empty_database``, ``workspace_not_database``,
        ``workspace_damaged``, ``workspace_newer``, ``workspace_read_only``, ``workspace_busy``.
        """
        path = folder / DATABASE
        check_database_file(path)
        lock = _take_lock(folder, shared=True)
        try:
            if _checked_version(path) != schema.HEAD:
                lock.release()
                _upgrade(folder)
                lock = _take_lock(folder, shared=True)
            key = _read_key(folder)
            return cls(folder, Database(path), key, lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def create(cls, folder: Path) -> "Workspace":
        """Makes the folder with an empty database and a chain key. The caller fills in the site in one transaction.

        Raises ``WorkspaceError``: ``workspace_exists``, ``workspace_not_empty``, ``workspace_read_only``.
        """
        path = folder / DATABASE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if path.exists():
                raise WorkspaceError("workspace_exists", path=str(folder))
            if any(folder.iterdir()):
                raise WorkspaceError("workspace_not_empty", path=str(folder))
            (folder / BACKUPS).mkdir()
            (folder / LOGS).mkdir()
            lock = _take_lock(folder, shared=False)
        except OSError as error:
            raise WorkspaceError("workspace_read_only", path=str(folder)) from error
        try:
            key = _make_key(folder)
            schema.upgrade(path)
        except sqlite3.Error as error:
            raise WorkspaceError(meaning_of(error) or "database_error") from error
        finally:
            lock.release()
        return cls(folder, Database(path), key, _take_lock(folder, shared=True))

    def close(self) -> None:
        """Closes the database and lets go of the lock."""
        self.database.close()
        self._lock.release()


def take_maintenance(folder: Path) -> FileLock:
    """The folder for oneself, for an upgrade or a restore. Raises ``workspace_busy`` while anyone has it open."""
    return _take_lock(folder, shared=False)


def _take_lock(folder: Path, *, shared: bool) -> FileLock:
    try:
        lock = FileLock.take(folder / _MAINTENANCE_LOCK, shared=shared)
    except OSError as error:
        raise WorkspaceError("workspace_read_only", path=str(folder)) from error
    if lock is None:
        raise WorkspaceError("workspace_busy", path=str(folder))
    return lock


def check_database_file(path: Path) -> None:
    """Refuses what is no database of ours before SQLite sees it: a zero-byte file is a valid empty database to it."""
    folder = path.parent
    try:
        if not path.is_file():
            raise WorkspaceError("workspace_missing", path=str(folder))
        with path.open("rb") as file:
            head = file.read(len(_SQLITE_MAGIC))
    except OSError as error:
        raise WorkspaceError("workspace_unreadable", path=str(folder)) from error
    if not head:
        raise WorkspaceError("workspace_empty_database", path=str(folder))
    if head != _SQLITE_MAGIC:
        raise WorkspaceError("workspace_not_database", path=str(folder))
    if not os.access(path, os.W_OK) or not os.access(folder, os.W_OK):
        raise WorkspaceError("workspace_read_only", path=str(folder))


def _checked_version(path: Path) -> str:
    try:
        connection = connect(path)
        try:
            version = schema.version_of(connection)
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise WorkspaceError(_opening_code(error), path=str(path.parent)) from error
    if version is None:
        raise WorkspaceError("workspace_not_database", path=str(path.parent))
    if version not in schema.KNOWN_VERSIONS:
        raise WorkspaceError("workspace_newer", path=str(path.parent))
    return version


def _opening_code(error: sqlite3.Error) -> str:
    code = meaning_of(error) or "workspace_damaged"
    return "workspace_damaged" if code == "database_damaged" else code


def _upgrade(folder: Path) -> None:
    lock = take_maintenance(folder)
    try:
        schema.upgrade(folder / DATABASE)
    except sqlite3.Error as error:
        raise WorkspaceError(_opening_code(error), path=str(folder)) from error
    finally:
        lock.release()


def _make_key(folder: Path) -> bytes:
    key = secrets.token_bytes(32)
    descriptor = os.open(folder / CHAIN_KEY, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    return key


def _read_key(folder: Path) -> bytes:
    try:
        return (folder / CHAIN_KEY).read_bytes()
    except OSError as error:
        raise WorkspaceError("chain_key_missing", path=str(folder)) from error
