"""A site's folder: where it is, making it, opening it with care, upgrading it, closing it (trust.md, Storage)."""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from desktop.errors import WorkspaceError
from desktop.files import is_disk_full, sync_folder, write_new
from desktop.locks import FileLock, held
from desktop.looking import (
    check_left_over_log,
    check_place,
    has_log,
    read_key,
    read_version,
    refuse_network_drive,
    refused,
)
from desktop.models import schema
from desktop.models.archives import CHAIN_KEY, DATABASE
from desktop.models.backing_up import BACKUPS, backups_in, free_path, make_backup
from desktop.models.engine import BUSY_TIMEOUT_MS, Database, database_errors
from desktop.swapping import ready_in, swap_in

LOGS = "logs"
_LOCK = "maintenance.lock"
_UNFINISHED = f"{DATABASE}.new"
_PATIENCE = 2.0  #: seconds; a look at a left-over log takes no longer, an upgrade or a restore does


def _system_clock() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


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
    def open(
        cls, folder: Path, now: Callable[[], datetime] = _system_clock, busy_timeout_ms: int = BUSY_TIMEOUT_MS
    ) -> "Workspace":
        """Opens a workspace, upgrading an older schema after a backup. Nothing is ever overwritten on the way.

        ``now`` gives the present moment (aware), for the backup's name. Raises ``WorkspaceError``:
        ``workspace_missing``, ``workspace_database_missing``, ``workspace_empty_database``, ``workspace_not_database``,
        ``workspace_damaged``, ``workspace_newer``, ``workspace_read_only``, ``workspace_unreadable``,
        ``workspace_busy`` (an upgrade or a restore is under way), ``network_drive``, ``chain_key_missing``.
        Its param ``backups`` tells how many backups there are to restore from.
        """
        refuse_network_drive(folder)
        _finish_what_was_interrupted(folder)
        lock = _enter(folder)
        try:
            version, key = read_version(folder), read_key(folder)
            if version != schema.HEAD:
                lock.release()
                _upgrade(folder, key, now())
                lock = _take_lock(folder, shared=True)
            return cls(folder, Database(folder / DATABASE, busy_timeout_ms), key, lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def create(cls, folder: Path) -> "Workspace":
        """Makes the folder with an empty database and a chain key. The caller fills in the site in one transaction.

        Raises ``WorkspaceError``: ``workspace_exists``, ``workspace_not_empty``, ``workspace_read_only``,
        ``network_drive``, ``disk_full``; nothing stays of an attempt that failed.
        """
        refuse_network_drive(folder)
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _check_room(folder)
            with held(take_maintenance(folder)):
                _check_room(folder)
                key = _make(folder)
            return cls(folder, Database(folder / DATABASE), key, _take_lock(folder, shared=True))
        except OSError as error:
            raise refused("disk_full" if is_disk_full(error) else "workspace_read_only", folder) from error

    def close(self) -> None:
        """Closes the database and lets go of the lock."""
        self.database.close()
        self._lock.release()


def take_maintenance(folder: Path) -> FileLock:
    """The folder for oneself, for an upgrade or a restore.

    Raises ``WorkspaceError``: ``workspace_in_use`` while anyone has it open, ``workspace_busy`` while another does the
    same, ``workspace_read_only``.
    """
    return _take_lock(folder, shared=False)


def _take_lock(folder: Path, *, shared: bool) -> FileLock:
    try:
        lock = FileLock.wait_for(folder / _LOCK, shared=shared, seconds=_PATIENCE if shared else 0)
        if lock is None and not shared:
            visitor = FileLock.take(folder / _LOCK, shared=True)
            if visitor is not None:
                visitor.release()
                raise refused("workspace_in_use", folder)
    except OSError as error:
        raise refused("disk_full" if is_disk_full(error) else "workspace_read_only", folder) from error
    if lock is None:
        raise refused("workspace_busy", folder)
    return lock


def _finish_what_was_interrupted(folder: Path) -> None:
    """Puts a restored database in its place, where a power cut came between."""
    if ready_in(folder) is None:
        return
    with held(take_maintenance(folder)):
        if (ready := ready_in(folder)) is not None:
            try:
                swap_in(ready)
            except OSError as error:
                raise refused("workspace_read_only", folder) from error


def _enter(folder: Path) -> FileLock:
    """The shared lock of a folder that holds a database, looked at first by whoever is alone with it."""
    if not (folder / _LOCK).is_file():
        check_place(folder)  # a lock file is left in no folder that isn't a workspace
    if has_log(folder):
        alone = FileLock.take(folder / _LOCK, shared=False)
        if alone is not None:
            with held(alone):
                check_place(folder)
                read_version(folder)
                check_left_over_log(folder, read_key(folder))
    lock = _take_lock(folder, shared=True)
    try:
        check_place(folder)
    except BaseException:
        lock.release()
        raise
    return lock


def is_workspace(folder: Path) -> bool:
    """Whether a folder is a workspace, or what is left of one."""
    return (folder / DATABASE).exists() or (folder / CHAIN_KEY).exists() or bool(backups_in(folder / BACKUPS))


def holds_other_things(folder: Path) -> bool:
    """Whether anything lies in a folder that no workspace has."""
    return bool({path.name for path in folder.iterdir()} - {_LOCK, BACKUPS, LOGS, CHAIN_KEY, *_database_files()})


def _check_room(folder: Path) -> None:
    """Refuses to make a workspace where one is, or where anything else lies. An unfinished one doesn't count."""
    if (folder / DATABASE).exists():
        try:
            read_version(folder)
        except WorkspaceError as error:
            if error.code != "workspace_missing":
                raise refused("workspace_exists", folder) from error
        else:
            raise refused("workspace_exists", folder)
    if holds_other_things(folder) or any((folder / BACKUPS).glob("*")):
        raise refused("workspace_not_empty", folder)


def _database_files() -> list[str]:
    return [name + end for name in (DATABASE, _UNFINISHED) for end in ("", "-wal", "-shm", "-journal")]


def _make(folder: Path) -> bytes:
    """Makes database and key. The database gets its name when it is complete."""
    made = [folder / name for name in (CHAIN_KEY, *_database_files())]
    for left_over in made:  # of an attempt that was killed: nothing was ever written in it
        left_over.unlink(missing_ok=True)
    try:
        for name in (BACKUPS, LOGS):
            (folder / name).mkdir(exist_ok=True)
        key = _make_key(folder)
        with database_errors(folder / DATABASE):
            schema.upgrade(folder / _UNFINISHED)
        (folder / _UNFINISHED).chmod(0o600)
        (folder / _UNFINISHED).replace(folder / DATABASE)
        sync_folder(folder)
    except BaseException:
        for file in made:
            file.unlink(missing_ok=True)
        raise
    return key


def _make_key(folder: Path) -> bytes:
    key = secrets.token_bytes(32)
    write_new(folder / CHAIN_KEY, key)
    return key


def _upgrade(folder: Path, key: bytes, at: datetime) -> None:
    """Brings an older schema to this program's, after a backup. Where that fails, all is as it was."""
    path = folder / DATABASE
    with held(take_maintenance(folder)):
        if read_version(folder) == schema.HEAD:  # another process was faster
            return
        make_backup(folder, path, key, free_path(folder / BACKUPS, at), at)
        with database_errors(path):
            schema.upgrade(path)
