"""A look at a workspace's folder before anything is opened: what is there, and can it be used? Nothing is changed."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

from desktop.drives import is_network_drive
from desktop.errors import WorkspaceError
from desktop.models import schema
from desktop.models.archives import CHAIN_KEY, DATABASE
from desktop.models.backing_up import BACKUPS, backups_in
from desktop.models.chain import tail_fits
from desktop.models.copying import problems_of
from desktop.models.engine import log_of, meaning_of, peek

_TAIL = 100  #: entries; more than any log holds that was not written back
_BY_EFFECTIVE_PERSON = os.access in os.supports_effective_ids

#: what an error means while a workspace is being opened, where that differs from its meaning later
_WHILE_OPENING = {"SQLITE_NOTADB": "workspace_not_database", "SQLITE_CANTOPEN": "workspace_unreadable"}


def refused(code: str, folder: Path) -> WorkspaceError:
    """The refusal to open a folder; ``backups`` tells how many there are to restore from."""
    return WorkspaceError(code, path=str(folder), backups=len(backups_in(folder / BACKUPS)))


def refuse_network_drive(folder: Path) -> None:
    """Raises ``network_drive``: SQLite's write-ahead log needs the memory and the locks of one computer."""
    if is_network_drive(folder):
        raise refused("network_drive", folder)


def check_place(folder: Path) -> None:
    """Refuses a folder without a database that could be used.

    Raises ``WorkspaceError``: ``workspace_missing``, ``workspace_database_missing`` (there are backups of it),
    ``workspace_empty_database``, ``workspace_not_database``, ``workspace_unreadable``, ``workspace_read_only``.
    """
    path = folder / DATABASE
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        was_there = _size(log_of(path)) or backups_in(folder / BACKUPS)
        raise refused("workspace_database_missing" if was_there else "workspace_missing", folder) from error
    except OSError as error:
        raise refused("workspace_unreadable", folder) from error
    if not stat.S_ISREG(found.st_mode):
        raise refused("workspace_not_database", folder)
    if found.st_size == 0:  # to SQLite that is a database without tables, and it would begin anew
        raise refused("workspace_empty_database", folder)
    if not _may(path, os.R_OK):
        raise refused("workspace_unreadable", folder)
    if not (_may(path, os.W_OK) and _may(folder, os.W_OK)):
        raise refused("workspace_read_only", folder)


def _may(path: Path, mode: int) -> bool:
    return os.access(path, mode, effective_ids=_BY_EFFECTIVE_PERSON)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def read_version(folder: Path) -> str:
    """The schema version of a workspace that was filled in.

    Raises ``WorkspaceError``: ``workspace_not_database``, ``workspace_damaged``, ``workspace_newer``, and
    ``workspace_missing`` for one whose making was interrupted.
    """
    try:
        with closing(peek(folder / DATABASE)) as connection:
            version = schema.version_of(connection)
            if version is None:
                raise refused("workspace_not_database", folder)
            if version not in schema.KNOWN_VERSIONS:
                raise refused("workspace_newer", folder)
            filled_in = "SELECT EXISTS (SELECT 1 FROM settings) OR EXISTS (SELECT 1 FROM history)"
            if not connection.execute(filled_in).fetchone()[0]:
                raise refused("workspace_missing", folder)
            return version
    except sqlite3.Error as error:
        raise refused(opening_code(error), folder) from error


def opening_code(error: sqlite3.Error) -> str:
    """What a database error means to somebody who opens a workspace."""
    name = getattr(error, "sqlite_errorname", "") or ""
    for known, code in _WHILE_OPENING.items():
        if name.startswith(known):
            return code
    meaning = meaning_of(error)
    return "workspace_damaged" if meaning in (None, "database_damaged") else str(meaning)


def read_key(folder: Path) -> bytes:
    """The key of the history chain. Raises ``chain_key_missing``."""
    try:
        key = (folder / CHAIN_KEY).read_bytes()
    except OSError as error:
        raise refused("chain_key_missing", folder) from error
    if not key:
        raise refused("chain_key_missing", folder)
    return key


def has_log(folder: Path) -> bool:
    """Whether a write-ahead log lies beside the database: it is open somewhere, or a process was killed."""
    return _size(log_of(folder / DATABASE)) > 0


def check_left_over_log(folder: Path, key: bytes) -> None:
    """Refuses another database's write-ahead log before SQLite writes it into this one.

    To be called by the only one who has the workspace. Raises ``workspace_damaged``.
    """
    path = folder / DATABASE
    whole, fits = _is_whole(path, key, past_the_log=False)
    if whole and fits:
        return
    alone_whole, alone_fits = _is_whole(path, key, past_the_log=True)
    # A history that doesn't fit without the log either was changed by somebody: that is for ``verify`` to name.
    if not whole or (alone_whole and alone_fits):
        raise refused("workspace_damaged", folder)


def _is_whole(path: Path, key: bytes, *, past_the_log: bool) -> tuple[bool, bool]:
    try:
        with closing(peek(path, past_the_log=past_the_log)) as connection:
            return next(problems_of(connection, quick=True), None) is None, tail_fits(connection, key, _TAIL)
    except sqlite3.Error:
        return False, False
