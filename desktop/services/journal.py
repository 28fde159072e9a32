"""Writing and reading the chained history (rules in ``desktop.domain.history``)."""

import json
import secrets
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import Enum

from sqlalchemy import Connection, insert, select
from sqlalchemy.orm import Session

from desktop.domain.history import GENESIS, PERSONAL_FIELDS, ChainedEntry, canonical, link, text_mark
from desktop.domain.rows import Change, HistoryRow
from desktop.models.base import compact_json, moment, seconds
from desktop.models.history import Entry, EntryText

Changes = Mapping[str, tuple[object, object]]  #: field → (before, after)

_SIDES = ("before", "after")
_COLUMNS = Entry.__table__.c


def plain(value: object) -> object:
    """A value as it stands in JSON: codes, ISO times in UTC, lists."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return moment(seconds(value)).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset | set):
        return sorted(plain(v) for v in value)  # type: ignore[type-var]  # sets here hold codes, which sort
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    return value


class Journal:
    """Appends entries to the chain of one workspace; ``key`` is the workspace's chain key."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def append(self, session: Session, at: datetime, by: str, act: str, case_id: int | None, changes: Changes) -> int:
        """Adds one entry inside the caller's write transaction; returns its id."""
        last = session.execute(select(Entry.id, Entry.hash).order_by(Entry.id.desc()).limit(1)).first()
        entry_id, previous = (last.id + 1, last.hash) if last else (1, GENESIS)
        shown, texts = self._conceal(entry_id, changes)
        entry = ChainedEntry(entry_id, seconds(at), by, act, case_id, canonical(shown))
        session.execute(
            insert(Entry),
            {
                "id": entry_id,
                "at": at,
                "by": by,
                "act": act,
                "case_id": case_id,
                "changes": entry.changes,
                "hash": link(self._key, entry, previous),
            },
        )
        if texts:
            session.execute(insert(EntryText), texts)
        return entry_id

    def _conceal(self, entry_id: int, changes: Changes) -> tuple[dict[str, list[object]], list[dict[str, object]]]:
        shown: dict[str, list[object]] = {}
        texts: list[dict[str, object]] = []
        for field, sides in changes.items():
            values = [plain(value) for value in sides]
            if field in PERSONAL_FIELDS:
                for place, side in enumerate(_SIDES):
                    value = values[place]
                    if value in (None, "", []):
                        values[place] = None
                        continue
                    text = compact_json(value)
                    salt = secrets.token_bytes(16)
                    values[place] = text_mark(self._key, salt, text)
                    texts.append({"entry_id": entry_id, "field": field, "side": side, "salt": salt, "text": text})
            shown[field] = values
        return shown, texts

    def head(self, connection: Connection) -> tuple[int, bytes]:
        """The last entry's id and the chain's value there; (0, zeros) for an empty history."""
        last = connection.execute(select(Entry.id, Entry.hash).order_by(Entry.id.desc()).limit(1)).first()
        return (last.id, last.hash) if last else (0, GENESIS)

    def first_break(self, connection: Connection) -> int | None:
        """The id of the first entry that does not fit its predecessor or its texts, or ``None`` where all fit."""
        previous, expected_id = GENESIS, 1
        for row in connection.execute(select(Entry.__table__).order_by(_COLUMNS.id)).yield_per(1_000):
            entry = ChainedEntry(
                row.id,
                row.at if isinstance(row.at, int) else seconds(row.at),
                row.by,
                row.act,
                row.case_id,
                row.changes,
            )
            if row.id != expected_id or link(self._key, entry, previous) != row.hash:
                return int(row.id)
            previous, expected_id = row.hash, expected_id + 1
        return self._first_wrong_text(connection)

    def _first_wrong_text(self, connection: Connection) -> int | None:
        texts = select(EntryText.__table__, Entry.changes).join(Entry, Entry.id == EntryText.entry_id)
        for row in connection.execute(texts.order_by(EntryText.entry_id)).yield_per(1_000):
            marks = json.loads(row.changes).get(row.field, [None, None])
            if marks[_SIDES.index(row.side)] != text_mark(self._key, row.salt, row.text):
                return int(row.entry_id)
        return None


def entries_of(connection: Connection, case_id: int) -> Iterator[HistoryRow]:
    """The history of a case, the oldest first. Erased personal text comes as ``None``."""
    texts = {
        (row.entry_id, row.field, row.side): json.loads(row.text)
        for row in connection.execute(
            select(EntryText.entry_id, EntryText.field, EntryText.side, EntryText.text)
            .join(Entry, Entry.id == EntryText.entry_id)
            .where(Entry.case_id == case_id)
        )
    }
    entries = select(Entry.id, Entry.at, Entry.by, Entry.act, Entry.changes).where(Entry.case_id == case_id)
    for row in connection.execute(entries.order_by(Entry.id)):
        yield HistoryRow(row.id, row.at, row.by, row.act, tuple(_changes(row.id, row.changes, texts)))


def _changes(entry_id: int, stored: str, texts: Mapping[tuple[int, str, str], object]) -> Iterator[Change]:
    for field, (before, after) in json.loads(stored).items():
        if field in PERSONAL_FIELDS:
            before, after = (texts.get((entry_id, field, side)) for side in _SIDES)
        yield Change(field, before, after)
