"""What support wants to know of a computer and a workspace; it works without either being in order."""

import json
import platform
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from desktop import __version__
from desktop.drives import is_network_drive
from desktop.errors import UserError, WorkspaceError
from desktop.looking import check_place, opening_code, read_key, read_version, refused
from desktop.models.archives import DATABASE
from desktop.models.backing_up import BACKUPS, backups_in
from desktop.models.copying import problems_of
from desktop.models.engine import log_of, peek
from desktop.services.guide_copies import FILES, GuideCopies, refusal_of
from desktop.words.resources import resource_folder

_FINE, _UNKNOWN = "ok", "-"
LEAST_SPACE = 500_000_000  #: bytes; below it backups may soon fail
_FONTS = [f"{family}-{face}.ttf" for family in ("NotoSans", "NotoSansSC") for face in ("Regular", "Medium", "Bold")]
_SCRIPTS = ("JP", "KR", "Arabic", "Hebrew", "Thai")  #: on papers, for what those two don't have
_FONTS += [f"cut/NotoSans{script}-{face}.ttf" for script in _SCRIPTS for face in ("Regular", "Bold")]
_FONTS += [f"serif/{family}-{face}.ttf" for family in ("NotoSerif", "NotoSerifSC") for face in ("Regular", "Bold")]
_FIRST_AFFECTED, _LAST_AFFECTED = (3, 7, 0), (3, 51, 2)
_FIXED_EARLIER = ((3, 50, 7), (3, 44, 6))  #: fixed within these series


@dataclass(frozen=True, slots=True)
class DoctorLine:
    """One finding: what it is about (a term of the kind ``doctor``), its value as plain text, what is wrong with it."""

    key: str
    value: str
    problem: UserError | None = None

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return self.problem is None

    @property
    def note_code(self) -> str:
        """The code of what is wrong; empty where nothing is."""
        return self.problem.code if self.problem else ""


def can_corrupt(version: tuple[int, ...]) -> bool:
    """Whether this SQLite may damage a database when a write and a checkpoint meet (trust.md, Storage)."""
    fixed = any(version[:2] == first[:2] and version >= first for first in _FIXED_EARLIER)
    return _FIRST_AFFECTED <= version <= _LAST_AFFECTED and not fixed


def doctor(folder: Path | None) -> tuple[DoctorLine, ...]:
    """Versions, paths, fonts, disk, and the health of the workspace in ``folder`` where there is one.

    Nothing is changed, and no guest data are told. Times are in the site's zone.
    """
    return tuple(_of_the_computer()) + (tuple(_of_the_workspace(folder)) if folder else ())


def _of_the_computer() -> Iterator[DoctorLine]:
    yield DoctorLine("version", __version__)
    yield DoctorLine("python", platform.python_version())
    old = can_corrupt(sqlite3.sqlite_version_info)
    yield DoctorLine("sqlite", sqlite3.sqlite_version, UserError("sqlite_old", "sqlite") if old else None)
    yield DoctorLine("system", platform.platform())
    yield DoctorLine("program", str(resource_folder().parent))
    yield DoctorLine("interpreter", sys.executable)
    missing = [name for name in _FONTS if not (resource_folder() / "fonts" / name).is_file()]
    told = f"{len(_FONTS) - len(missing)}/{len(_FONTS)}"
    yield DoctorLine("fonts", told, UserError("font_missing", "fonts", missing=missing) if missing else None)


def _of_the_workspace(folder: Path) -> Iterator[DoctorLine]:
    remote = is_network_drive(folder)
    yield DoctorLine("workspace", str(folder), WorkspaceError("network_drive", path=str(folder)) if remote else None)
    place = folder.absolute()
    while not place.exists() and place != place.parent:
        place = place.parent
    free = shutil.disk_usage(place).free
    scarce = UserError("disk_nearly_full", path=str(folder)) if free < LEAST_SPACE else None
    yield DoctorLine("free_space", f"{free / 1e9:.1f} GB", scarce)
    try:
        check_place(folder)
        version = read_version(folder)
    except WorkspaceError as error:
        # None at all is no illness: the first-run steps make one.
        yield DoctorLine("database", _UNKNOWN, None if error.code == "workspace_missing" else error)
        return
    yield DoctorLine("schema", version)
    yield from _of_the_database(folder)
    yield _of_the_guides(folder)
    try:
        read_key(folder)
        yield DoctorLine("chain_key", _FINE)
    except WorkspaceError as error:
        yield DoctorLine("chain_key", _UNKNOWN, error)


def _of_the_database(folder: Path) -> Iterator[DoctorLine]:
    path = folder / DATABASE
    zone: tzinfo = UTC
    try:
        with closing(peek(path)) as connection:
            zone = _zone(connection)
            mode = _journal_mode(connection, path)
            code = None if next(problems_of(connection, quick=True), None) is None else "workspace_damaged"
    except sqlite3.Error as error:
        mode, code = _UNKNOWN, opening_code(error)
    yield DoctorLine("database", _UNKNOWN, refused(code, folder)) if code else DoctorLine("database", _FINE)
    yield DoctorLine("journal_mode", mode)
    yield DoctorLine("size", f"{path.stat().st_size / 1e6:.1f} MB")
    last = next((moment for moment, _ in backups_in(folder / BACKUPS)), None)
    told = _local(last, zone) if last else _UNKNOWN
    yield DoctorLine("last_backup", told, None if last else UserError("no_backup", "backup"))


def _of_the_guides(folder: Path) -> DoctorLine:
    copies = GuideCopies(folder)
    there = [name for name in FILES if copies.copy(name) is not None]
    return DoctorLine("guides", ", ".join(there) or _UNKNOWN, refusal_of(copies))


def _journal_mode(connection: sqlite3.Connection, path: Path) -> str:
    if log_of(path).exists():
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0])
    # Nobody has it open, so a look can't tell, and reading the file's header takes nobody's locks away (``peek``).
    with path.open("rb") as file:
        return {b"\1": "delete", b"\2": "wal"}.get(file.read(19)[18:], _UNKNOWN)


def _zone(connection: sqlite3.Connection) -> tzinfo:
    row = connection.execute("SELECT value FROM settings WHERE name = 'zone'").fetchone()
    try:
        return ZoneInfo(json.loads(row[0]))
    except (TypeError, ValueError, KeyError, OSError):  # no setting, or no zone
        return UTC


def _local(moment: datetime, zone: tzinfo) -> str:
    return moment.astimezone(zone).isoformat()
