"""Writing and reading the chained history (rules in ``desktop.domain.history``)."""

import json
import secrets
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from desktop.domain.history import GENESIS, PERSONAL_FIELDS, ChainedEntry, canonical, link, text_mark
from desktop.domain.rows import Change, HistoryRow
from desktop.models.base import compact_json, moment, seconds
from desktop.models.driver import Driver, Insertion, driver_of
from desktop.models.history import Entry, EntryText

Changes = Mapping[str, tuple[object, object]]  #: field → (before, after)

_SIDES = ("before", "after")
_PLAIN = frozenset([str, int, bool, type(None)])  #: most values are; the types themselves, since codes are texts too
_COLUMNS = Entry.__table__.c
_ENTRIES, _TEXTS = Insertion(Entry), Insertion(EntryText)

_HEAD = "SELECT id, hash FROM history ORDER BY id DESC LIMIT 1"
_ENTRIES_OF = 'SELECT id, at, "by", act, changes FROM history WHERE case_id = ? ORDER BY id'
_TEXTS_OF = """SELECT t.entry_id, t.field, t.side, t.text FROM history_texts t JOIN history h ON h.id = t.entry_id
WHERE h.case_id = ?"""


def plain(value: object) -> object:
    """A value as it stands in JSON: codes, ISO times in UTC, lists."""
    if type(value) in _PLAIN:
        return value
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
        session.flush()  # the case that the entry is about may be new
        return self.append_plainly(driver_of(session), at, by, act, case_id, changes)

    def append_plainly(
        self, driver: Driver, at: datetime, by: str, act: str, case_id: int | None, changes: Changes
    ) -> int:
        """The same by plain statements."""
        entry, texts = self._linked(head_of(driver), at, by, act, case_id, changes)
        _ENTRIES.run(driver, entry)
        _TEXTS.run_many(driver, texts)
        return int(entry["id"])

    def batch(self, session: Session) -> "JournalBatch":
        """A journal for many entries in one write transaction; ``flush`` writes them."""
        return JournalBatch(self._key, self.head(session.connection()))

    def _linked(
        self, head: tuple[int, bytes], at: datetime, by: str, act: str, case_id: int | None, changes: Changes
    ) -> tuple[dict[str, Any], list[dict[str, object]]]:
        """The stored row of an entry that follows ``head``, and its personal texts."""
        last_id, previous = head
        shown, texts = self._conceal(last_id + 1, changes)
        entry = ChainedEntry(last_id + 1, seconds(at), by, act, case_id, canonical(shown))
        value = link(self._key, entry, previous)
        row = {
            "id": entry.id,
            "at": at,
            "by": by,
            "act": act,
            "case_id": case_id,
            "changes": entry.changes,
            "hash": value,
        }
        return row, texts

    def _conceal(self, entry_id: int, changes: Changes) -> tuple[dict[str, list[object]], list[dict[str, object]]]:
        shown: dict[str, list[object]] = {}
        texts: list[dict[str, object]] = []
        for field, sides in changes.items():
            shown[field] = values = [*map(plain, sides)]
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
        return shown, texts

    def head(self, connection: Connection) -> tuple[int, bytes]:
        """The last entry's id and the chain's value there; (0, zeros) for an empty history."""
        return head_of(driver_of(connection))

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


class JournalBatch(Journal):
    """Links entries one behind the other and writes them together. Nobody else may append meanwhile."""

    def __init__(self, key: bytes, head: tuple[int, bytes]) -> None:
        super().__init__(key)
        self._head = head
        self._rows: list[dict[str, Any]] = []
        self._texts: list[dict[str, object]] = []

    def append(self, session: Session, at: datetime, by: str, act: str, case_id: int | None, changes: Changes) -> int:  # noqa: ARG002 (as the journal is asked)
        """Adds one entry to the batch; returns its id."""
        entry, texts = self._linked(self._head, at, by, act, case_id, changes)
        self._rows.append(entry)
        self._texts += texts
        self._head = entry["id"], entry["hash"]
        return int(entry["id"])

    def flush(self, session: Session) -> None:
        """Writes what was added since the last time."""
        driver = driver_of(session)
        _ENTRIES.run_many(driver, self._rows)
        _TEXTS.run_many(driver, self._texts)
        self._rows, self._texts = [], []


def head_of(driver: Driver) -> tuple[int, bytes]:
    """The last entry's id and the chain's value there; (0, zeros) for an empty history."""
    last: tuple[int, bytes] | None = driver.execute(_HEAD).fetchone()
    return last or (0, GENESIS)


def last_act(session: Session) -> str:
    """The act of the newest entry, in the session's transaction; empty in an empty history."""
    last = driver_of(session).execute("SELECT act FROM history ORDER BY id DESC LIMIT 1").fetchone()
    return "" if last is None else str(last[0])


def entries_of(driver: Driver, case_id: int) -> Iterator[HistoryRow]:
    """The history of a case, the oldest first. Erased personal text comes as ``None``."""
    texts = {
        (entry_id, field, side): json.loads(text)
        for entry_id, field, side, text in driver.execute(_TEXTS_OF, (case_id,))
    }
    for id_, at, by, act, changes in driver.execute(_ENTRIES_OF, (case_id,)):
        yield HistoryRow(id_, moment(at), by, act, tuple(_changes(id_, changes, texts)))


def _changes(entry_id: int, stored: str, texts: Mapping[tuple[int, str, str], object]) -> Iterator[Change]:
    for field, (before, after) in json.loads(stored).items():
        if field in PERSONAL_FIELDS:
            before, after = (texts.get((entry_id, field, side)) for side in _SIDES)
        yield Change(field, before, after)
