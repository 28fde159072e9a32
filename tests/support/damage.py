"""Damage as disks and strangers do it."""

import sqlite3
from contextlib import closing
from pathlib import Path


def damage_table(database: Path, table: str) -> None:
    """Overwrites the first page of a table in a closed database; everything else stays whole."""
    with closing(sqlite3.connect(database)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(database.read_bytes())
    content[(page - 1) * size : page * size] = b"\xde\xad" * (size // 2)
    database.write_bytes(content)


def truncate(path: Path) -> None:
    """Cuts a file in half, as a copy does that was broken off."""
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
