"""Copies of a live database, and what a database says of itself; by plain sqlite3 (trust.md, Storage)."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from desktop.models import schema
from desktop.models.engine import connect


def copy_database(source: Path, target: Path) -> None:
    """Copies a live database by the online backup API in one step, so that no write falls between two steps.

    The copy is one file without a write-ahead log. Raises ``sqlite3.Error``.
    """
    with closing(connect(source)) as live, closing(sqlite3.connect(target, isolation_level=None)) as copy:
        copy.execute("PRAGMA synchronous=OFF")  # a copy that a power cut spoils is thrown away
        live.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode=DELETE")


def problems_of(connection: sqlite3.Connection, *, quick: bool = False) -> Iterator[str]:
    """What SQLite finds wrong with a database, in its own words; nothing where it is whole. For logs, not for people.

    ``quick`` leaves out whether indexes fit their tables. Raises ``sqlite3.DatabaseError`` where it can't be read.
    """
    for (said,) in connection.execute("PRAGMA quick_check(10)" if quick else "PRAGMA integrity_check(10)"):
        if said != "ok":
            yield str(said)
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} points to nothing in {parent}"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a database holds, for the manifest of a backup. ``head_hash`` is the chain's value at the last entry."""

    schema: str
    site_code: str
    site_name: str
    zone: str
    training: bool
    cases: int
    entries: int
    staff: int
    head_id: int
    head_hash: bytes


def contents_of(connection: sqlite3.Connection) -> Contents | None:
    """What a database holds; ``None`` for one that was never filled in.

    Raises ``sqlite3.DatabaseError``, and ``ValueError`` for what can't have been written by this program.
    """
    settings = {name: json.loads(value) for name, value in connection.execute("SELECT name, value FROM settings")}
    head = connection.execute("SELECT id, hash FROM history ORDER BY id DESC LIMIT 1").fetchone()
    if not settings or head is None:
        return None
    if not isinstance(head[1], bytes):
        raise ValueError("the hash is none")
    cases, entries, staff = (
        connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("cases", "history", "staff")
    )
    return Contents(
        schema=schema.version_of(connection) or "",
        site_code=str(settings.get("code", "")),
        site_name=str(settings.get("name", "")),
        zone=str(settings.get("zone", "UTC")),
        training=bool(settings.get("training", False)),
        cases=cases,
        entries=entries,
        staff=staff,
        head_id=head[0],
        head_hash=head[1],
    )
