"""The end of the history chain by plain sqlite3: quick enough to look at before a workspace is opened."""

import sqlite3

from desktop.domain.history import GENESIS, ChainedEntry, link

_WHOLE = -1
_COLUMNS = "id, at, by, act, case_id, changes, hash"
_Row = tuple[int, int, str, str, int | None, str, bytes]
_BEFORE_THE_FIRST: _Row = (0, 0, "", "", None, "", GENESIS)


def tail_fits(connection: sqlite3.Connection, key: bytes, count: int | None = None) -> bool:
    """Whether the last ``count`` entries of the history (``None``: all) hold together under ``key``.

    Raises ``sqlite3.Error``.
    """
    limit = _WHOLE if count is None else count + 1  # one more, to hold on to
    newer: _Row | None = None
    seen = 0
    for row in connection.execute(f"SELECT {_COLUMNS} FROM history ORDER BY id DESC LIMIT ?", (limit,)):
        if newer is not None and not _fits(newer, row, key):
            return False
        newer, seen = row, seen + 1
    return newer is None or seen == limit or _fits(newer, _BEFORE_THE_FIRST, key)


def _fits(row: _Row, previous: _Row, key: bytes) -> bool:
    try:
        return row[0] == previous[0] + 1 and link(key, ChainedEntry(*row[:6]), previous[6]) == row[6]
    except (TypeError, UnicodeError):  # values that this program never wrote
        return False
