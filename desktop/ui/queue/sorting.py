"""Other orders than the queue's own: plain lists, sorted by one column (performance.md)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from desktop.domain.kinds import State
from desktop.domain.rows import QueueRow
from desktop.ui.queue.columns import Column

_STATE_ORDER: Mapping[State, int] = {state: place for place, state in enumerate(State)}

#: Where the most urgent end comes first on the first click.
_HIGH_FIRST = frozenset({Column.SCORE, Column.MOOD})

_DATE_DIGITS = 8
_SERIALS = 10**9  # a serial has at most nine digits


@dataclass(frozen=True, slots=True)
class Sort:
    """An order that a person chose instead of the queue's own."""

    column: Column
    descending: bool


def after_click(current: Sort | None, column: Column) -> Sort | None:
    """The order after a click on a header: the column's own way first, then turned round, then the queue's order.

    The mark has no order of its own: it stands for the queue's.
    """
    if column is Column.BAND:
        return None
    natural = Sort(column, column in _HIGH_FIRST)
    if current is None or current.column is not column:
        return natural
    return Sort(column, not natural.descending) if current == natural else None


def sort_rows(rows: Sequence[QueueRow], column: Column, descending: bool) -> tuple[QueueRow, ...]:
    """The rows by one column. Equals keep the order given; rows without a value stand last, whichever way it goes."""
    keys_of = _KEYS.get(column)
    if keys_of is None:
        return tuple(rows)
    keys = keys_of(rows)
    known = [place for place, key in enumerate(keys) if key is not None and key != ""]
    unknown = set(range(len(keys))).difference(known) if len(known) < len(keys) else ()
    known.sort(key=keys.__getitem__, reverse=descending)
    return tuple(map(rows.__getitem__, (*known, *sorted(unknown))))


_Keys = Callable[[Sequence[QueueRow]], list[Any]]


def _values(field: str) -> Callable[[Sequence[QueueRow]], Iterable[Any]]:
    """Reads one field of all rows without a step of Python for each."""
    get = itemgetter(QueueRow._fields.index(field))
    return lambda rows: map(get, rows)


def _plain(field: str) -> _Keys:
    values = _values(field)
    return lambda rows: list(values(rows))


def _folded(field: str) -> _Keys:
    values = _values(field)
    return lambda rows: list(map(str.casefold, values(rows)))


def _states(rows: Sequence[QueueRow]) -> list[Any]:
    return list(map(_STATE_ORDER.__getitem__, _values("state")(rows)))


def _moments(rows: Sequence[QueueRow]) -> list[Any]:
    """Seconds compare many times faster than aware times do."""
    return [due and due.timestamp() for due in _values("next_due")(rows)]


def _numbers(rows: Sequence[QueueRow]) -> list[Any]:
    """Numbers compare as numbers, by date and serial; what has no such form stands last."""
    return list(map(_number_order, _values("number")(rows)))


def _number_order(number: str) -> int | None:
    head, _, serial = number.rpartition("-")
    try:
        return int(head[-_DATE_DIGITS:]) * _SERIALS + int(serial)
    except ValueError:
        return None


_KEYS: Mapping[Column, _Keys] = {
    Column.SCORE: _plain("score"),
    Column.CASE: _numbers,
    Column.GUEST: _folded("guest"),
    Column.SUMMARY: _folded("summary"),
    Column.CATEGORY: _plain("category"),
    Column.STATE: _states,
    Column.OWNER: _folded("owner"),
    Column.MOOD: _plain("emotion"),
    Column.TIME: _moments,
}
