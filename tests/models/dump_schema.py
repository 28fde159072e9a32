"""Writes the stored database of the newest schema anew: ``python -m tests.models.dump_schema``.

Only for a version that isn't released yet: of a released one, the stored database is what people have on their disks.
"""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from desktop.domain.commands import Acknowledge, AddNote
from desktop.domain.kinds import Medium
from desktop.models import schema
from desktop.workspace import CHAIN_KEY, DATABASE
from tests.support.sites import make_site, owner_of, record

FOLDER = Path(__file__).parent / "schemas"
KEY_MARK = "-- chain key: "
_WORDS = "search_index"  #: its tables are made and filled by SQLite


def tell(connection: sqlite3.Connection) -> Iterator[str]:
    """The statements that make a database: tables, rows, indexes, triggers; the search index without its content."""
    made = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
    ).fetchall()
    own = [(kind, name, sql) for kind, name, sql in made if not name.startswith(f"{_WORDS}_")]
    yield from (f"{sql};" for kind, _, sql in own if kind == "table")
    for kind, table, _ in own:
        if kind == "table" and table != _WORDS:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            values = " || ', ' || ".join(f'quote("{column}")' for column in columns)
            for (row,) in connection.execute(f"SELECT {values} FROM {table}"):
                yield f"INSERT INTO {table} VALUES ({row});"
    yield from (f"{sql};" for kind, _, sql in own if kind != "table")


def main() -> None:
    """Makes a small site and writes it down."""
    with tempfile.TemporaryDirectory() as folder:
        desk = make_site(Path(folder) / "site", now=lambda: datetime(2026, 11, 19, 13, 42, tzinfo=UTC))
        number = record(desk, "空调滴水，晚上睡不好。 The air-conditioner drips.").number
        record(desk, "The bill shows a minibar item I never took.", room="0906")
        desk.cases.perform(Acknowledge(number, Medium.IN_PERSON), owner_of(desk))
        desk.cases.perform(AddNote(number, "Offered another room; she'll decide tonight."), owner_of(desk))
        desk.drafts.save(owner_of(desk), {"text": "half a sentence"})
        desk.close()
        key = (Path(folder) / "site" / CHAIN_KEY).read_bytes()
        with closing(sqlite3.connect(Path(folder) / "site" / DATABASE)) as connection:
            lines = [f"{KEY_MARK}{key.hex()}", *tell(connection)]
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{schema.HEAD}.sql").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
