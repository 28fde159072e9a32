"""The driver's own connections, for the statements that somebody at the counter waits for (performance.md).

SQLAlchemy takes several times as long as SQLite for a statement of a few microseconds. What is asked at every look at
the queue, every search and every new case therefore goes as plain SQL; everything else goes through entities.
"""

import json
import sqlite3
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Connection, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session
from sqlalchemy.sql.schema import CallableColumnDefault, ScalarElementColumnDefault

from desktop.models.base import Base

Driver = sqlite3.Connection  #: what plain statements are given; it is in a transaction, and whoever lends it ends that

_DIALECT = sqlite.dialect()
_JSON = json.JSONEncoder()


def driver_of(source: Session | Connection) -> Driver:
    """The driver's connection under a session, in the same transaction. What the session only plans isn't seen yet."""
    connection = source.connection() if isinstance(source, Session) else source
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


class Lender:
    """Lends connections, each to one borrower at a time, and keeps those that come back for the next one.

    Safe to use from several threads. ``connect`` makes a connection in autocommit mode.
    """

    def __init__(self, connect: Callable[[], Driver]) -> None:
        self._connect = connect
        self._idle: deque[Driver] = deque()
        self._is_closed = False

    @contextmanager
    def transaction(self, begin: str) -> Iterator[Driver]:
        """A connection in a transaction that ``begin`` opens: committed at the end, rolled back by any exception.

        Raises ``sqlite3.Error``.
        """
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self._connect()
        try:
            connection.execute(begin)
            yield connection
            connection.execute("COMMIT")
        finally:
            self._take_back(connection)

    def _take_back(self, connection: Driver) -> None:
        try:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        except sqlite3.Error:
            connection.close()  # it closes what is open in it, and is nothing to lend again
            raise
        self._idle.append(connection)
        if self._is_closed:
            self.close()

    def close(self) -> None:
        """Closes what is idle now, and what is lent as soon as it comes back."""
        self._is_closed = True
        while self._idle:
            self._idle.pop().close()


class Insertion:
    """Plain inserts into the table of an entity, stored as its columns' types store them.

    What isn't given takes the column's default, or null.
    """

    def __init__(self, entity: type[Base]) -> None:
        table = entity.__table__
        assert isinstance(table, Table)
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        self._statement = f"INSERT INTO {table.name} ({names}) VALUES ({', '.join('?' * len(table.columns))})"
        self._columns = {column.name: (place, _storing(column)) for place, column in enumerate(table.columns)}
        self._defaults = [_stored_default(column) for column in table.columns]

    def run(self, connection: Driver, row: Mapping[str, object]) -> int:
        """Inserts one row; returns its id. Raises ``sqlite3.Error``."""
        return connection.execute(self._statement, self._stored(row)).lastrowid or 0

    def run_many(self, connection: Driver, rows: Iterable[Mapping[str, object]]) -> None:
        """Inserts several rows. Raises ``sqlite3.Error``."""
        connection.executemany(self._statement, map(self._stored, rows))

    def _stored(self, row: Mapping[str, object]) -> list[object]:
        values = self._defaults.copy()
        for name, value in row.items():
            place, storing = self._columns[name]
            values[place] = value if storing is None else storing(value)
        return values


def _storing(column: Column[Any]) -> Callable[[object], object] | None:
    """What turns a value of a column's type into what is stored; None where the driver does so by itself."""
    if isinstance(column.type, Boolean):
        return None
    if isinstance(column.type, JSON):
        return _JSON.encode
    return column.type.dialect_impl(_DIALECT).bind_processor(_DIALECT)


def _stored_default(column: Column[Any]) -> object:
    default = column.default
    if isinstance(default, CallableColumnDefault):
        value = default.arg(None)  # type: ignore[arg-type]  # our defaults read no context
    elif isinstance(default, ScalarElementColumnDefault):
        value = default.arg
    else:
        return None
    storing = _storing(column)
    return value if storing is None else storing(value)
