"""Making a backup: copy, check, pack, flush, rename. The names of automatic backups tell when they were made."""

import re
import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop import __version__
from desktop.errors import UserError, WorkspaceError
from desktop.files import PART, is_disk_full, replacing
from desktop.locks import FileLock
from desktop.models.archives import Manifest, Packed, attachment_path, lineage_of, write_archive
from desktop.models.copying import contents_of, copy_database, problems_of
from desktop.models.engine import database_errors
from desktop.models.manifests import GUIDE_NAME, GUIDES

BACKUPS = "backups"  #: the folder of a workspace in which automatic backups lie
_NAME = re.compile(r"amends-(\d{8}-\d{6})(?:-\d+)?\.amends")
_STAMP = "%Y%m%d-%H%M%S"
_COPYING = ".copying-"
_LOCK = "backups.lock"
_LARGEST_GUIDE = 1 << 20  #: bytes; one that can be used is a quarter of that at most
_PATIENCE = 5.0  #: seconds; another process holds the lock for an instant only


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A finished backup: where it lies, its size in bytes, whether it is sealed, and what it holds."""

    path: Path
    size: int
    sealed: bool
    manifest: Manifest


def stamp(moment: datetime) -> str:
    """A moment in file names: UTC, so that no hour comes twice."""
    return moment.astimezone(UTC).strftime(_STAMP)


def made_at(path: Path) -> datetime | None:
    """When an automatic backup was made, by its name; ``None`` for other files."""
    named = _NAME.fullmatch(path.name)
    try:
        return datetime.strptime(named[1], _STAMP).replace(tzinfo=UTC) if named else None
    except ValueError:  # digits that are no time
        return None


def backups_in(folder: Path) -> list[tuple[datetime, Path]]:
    """The automatic backups in a folder, the newest first."""
    try:
        named = [(made_at(path), path) for path in folder.iterdir()]
    except OSError:
        return []
    return sorted(((moment, path) for moment, path in named if moment is not None), reverse=True)


def free_path(folder: Path, moment: datetime) -> Path:
    """The path for an automatic backup made at a moment; a second one in the same second gets a number."""
    path, count = folder / f"amends-{stamp(moment)}.amends", 1
    while path.exists():
        count += 1
        path = folder / f"amends-{stamp(moment)}-{count}.amends"
    return path


def make_backup(
    workspace: Path, database: Path, key: bytes, target: Path, at: datetime, passphrase: str | None = None
) -> BackupMade:
    """Backs up the database of a workspace into the file ``target``, which appears when it is complete, or not at all.

    ``at`` is the present moment (aware). The open copy lies in the workspace only; elsewhere a passphrase seals it, and
    the attachments and the site's copies of guide files go with it: in the workspace they lie beside it anyway.
    Raises ``UserError``: ``backup_failed``, and ``WorkspaceError`` as database and disk have it (``disk_full``,
    ``database_damaged`` …).
    """
    try:
        with _copy_of(workspace, database) as copy, replacing(target) as file:
            with closing(sqlite3.connect(copy)) as connection:
                contents = contents_of(connection)
            if contents is None:
                raise WorkspaceError("workspace_missing", path=str(workspace))
            bare = Manifest(at, __version__, lineage_of(key), contents, {})
            goes_away = target.resolve().parent != (workspace / BACKUPS).resolve()
            packed = Packed(copy, key)
            if goes_away:
                packed = Packed(copy, key, _attachments(workspace, copy), _guide_copies(workspace))
            manifest = write_archive(file, bare, packed, passphrase)
        return BackupMade(target, target.stat().st_size, passphrase is not None, manifest)
    except ValueError as error:  # settings or hashes that are none
        raise WorkspaceError("database_damaged") from error
    except OSError as error:
        if is_disk_full(error):
            raise WorkspaceError("disk_full") from error
        raise UserError("backup_failed", "file", path=str(target)) from error


def _attachments(workspace: Path, database: Path) -> dict[str, Path]:
    """Where the attachments lie that a database names, by their hashes."""
    with closing(sqlite3.connect(database)) as connection:
        hashes = [name for (name,) in connection.execute("SELECT DISTINCT sha256 FROM attachments")]
    return {name: attachment_path(workspace, name) for name in hashes}


def _guide_copies(workspace: Path) -> dict[str, bytes]:
    """The site's copies of guide files by their names, usable or not; what can't be read is left out."""
    found = {}
    with suppress(OSError):
        for path in (workspace / GUIDES).iterdir():
            with suppress(OSError):
                if GUIDE_NAME.fullmatch(path.name) and path.is_file() and path.stat().st_size <= _LARGEST_GUIDE:
                    found[path.name] = path.read_bytes()
    return found


@contextmanager
def _copy_of(workspace: Path, database: Path) -> Iterator[Path]:
    """A checked copy of the database that is gone at the end of the block."""
    backups = workspace / BACKUPS
    backups.mkdir(exist_ok=True)
    _clear_away_left_overs(workspace, backups)
    lock = FileLock.wait_for(workspace / _LOCK, shared=True, seconds=_PATIENCE)
    folder = backups / f"{_COPYING}{secrets.token_hex(4)}"
    try:
        folder.mkdir(mode=0o700)
        copy = folder / database.name
        with database_errors(copy):
            copy_database(database, copy)
            with closing(sqlite3.connect(copy)) as connection:
                if next(problems_of(connection), None) is not None:
                    raise WorkspaceError("database_damaged")
        yield copy
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if lock is not None:
            lock.release()


def _clear_away_left_overs(workspace: Path, backups: Path) -> None:
    """Removes what a killed process left, unless another is making a backup at this moment."""
    lock = FileLock.take(workspace / _LOCK, shared=False)
    if lock is None:
        return
    try:
        for folder in backups.glob(f"{_COPYING}*"):
            shutil.rmtree(folder, ignore_errors=True)
        for part in backups.glob(f".*{PART}"):
            part.unlink(missing_ok=True)
    finally:
        lock.release()
