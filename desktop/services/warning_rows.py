"""The few columns that early warnings read, week by week (figures.md, Early warning; performance.md).

A case counts as its columns say, unless something happened to it after the moment that is asked for: then its history
is told again up to there (``desktop.domain.figures.past``).
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, pairwise
from typing import Any

from desktop.domain.figures.clusters import IN_ORDER, CaseMark
from desktop.domain.figures.cohort import COUNTED_TYPE, UNCOUNTED_STATES, in_category
from desktop.domain.figures.past import ToldEntry, tell
from desktop.domain.figures.weeks import place_in
from desktop.models.driver import Driver

_MANY = 500  #: values in one statement
_NOT_COUNTED = "(type <> 'complaint' OR state IN ('duplicate', 'not_complaint'))"
_FIRST = "SELECT min(received_at) FROM cases WHERE received_at <= ?"
_LAST = "SELECT max(received_at) FROM cases WHERE received_at <= ?"
#: All records of a week are counted by the index of received times alone; what doesn't count is taken off.
_RECEIVED = "SELECT count(*) FROM cases WHERE received_at >= ? AND received_at < ?"
_TAKEN_OFF = f"SELECT received_at FROM cases WHERE {_NOT_COUNTED} AND received_at >= ? AND received_at <= ?"
_OF_CATEGORY = f"""SELECT received_at FROM cases WHERE NOT {_NOT_COUNTED} AND received_at >= ? AND received_at <= ?
AND (category = ? OR substr(category, 1, ?) = ?)"""
_MARKS = """id, received_at, number, coalesce(category, ''), coalesce(shift, ''), place, restricted"""
_BETWEEN = f"""SELECT {_MARKS} FROM cases WHERE NOT {_NOT_COUNTED} AND received_at >= ? AND received_at < ?
AND received_at <= ?"""
_LATER = f"SELECT type, state, {_MARKS} FROM cases WHERE last_act_at > ? AND +received_at <= ?"
_HISTORY = 'SELECT case_id, at, "by", act, changes FROM history WHERE case_id IN ({}) ORDER BY case_id, id'


@dataclass(frozen=True, slots=True)
class Stood:
    """A case that was acted on after the moment: as it is, and as it stood; None where it doesn't count."""

    now: CaseMark | None
    then: CaseMark | None


class CountedCases:
    """The counted cases as they stood at ``as_of`` (UTC seconds), in an open read transaction."""

    def __init__(self, driver: Driver, as_of: int) -> None:
        self._driver, self._as_of = driver, as_of
        self._stood = dict(self._bring_back())

    def first_and_last(self) -> tuple[int, int] | None:
        """The seconds of the site's first record and of the last one by then, of any type; None while there is none."""
        (first,), (last,) = (self._driver.execute(sql, (self._as_of,)).fetchone() for sql in (_FIRST, _LAST))
        return None if first is None else (int(first), int(last))

    def per_week(self, week_starts: Sequence[int], category: str = "") -> list[int]:
        """How many were received in each week of ``week_starts`` (its last one ends the last week).

        ``category``: only those of a level-1 code.
        """
        counts = self._of_category(week_starts, category) if category else self._of_all(week_starts)
        for stood in self._stood.values():
            for mark, sign in ((stood.now, -1), (stood.then, 1)):
                if mark is not None and in_category(mark.category, category):
                    self._add(counts, week_starts, mark.received, sign)
        return counts

    def _of_all(self, week_starts: Sequence[int]) -> list[int]:
        after = self._as_of + 1
        counts = [
            self._driver.execute(_RECEIVED, (start, min(end, after))).fetchone()[0]
            for start, end in pairwise(week_starts)
        ]
        for (received,) in self._driver.execute(_TAKEN_OFF, (week_starts[0], self._as_of)):
            self._add(counts, week_starts, received, -1)
        return counts

    def _of_category(self, week_starts: Sequence[int], category: str) -> list[int]:
        counts = [0] * (len(week_starts) - 1)
        within = f"{category}-"
        values = (week_starts[0], self._as_of, category, len(within), within)
        for (received,) in self._driver.execute(_OF_CATEGORY, values):
            self._add(counts, week_starts, received, 1)
        return counts

    @staticmethod
    def _add(counts: list[int], week_starts: Sequence[int], received: int, number: int) -> None:
        place = place_in(week_starts, received)
        if 0 <= place < len(counts):
            counts[place] += number

    def between(self, start: int, end: int) -> list[CaseMark]:
        """Those received from ``start`` until before ``end`` (UTC seconds), the oldest first."""
        rows = self._driver.execute(_BETWEEN, (start, end, self._as_of))
        marks = map(CaseMark._make, rows)
        if not self._stood:
            return sorted(marks, key=IN_ORDER)
        then = [mark for stood in self._stood.values() if (mark := stood.then) and start <= mark.received < end]
        return sorted([*(mark for mark in marks if mark.id not in self._stood), *then], key=IN_ORDER)

    def _bring_back(self) -> Iterator[tuple[int, Stood]]:
        rows = self._driver.execute(_LATER, (self._as_of, self._as_of)).fetchall()
        for some in _chunks(rows):
            told = dict(self._told([row[2] for row in some]))
            for type_, state, *rest in some:
                mark = CaseMark(*rest)
                fields = told.get(mark.id, {})
                then = mark._replace(category=fields.get("category") or "") if fields else mark
                counted_then = _counts(fields.get("type") or type_, fields.get("state") or state)
                yield mark.id, Stood(mark if _counts(type_, state) else None, then if counted_then else None)

    def _told(self, ids: Sequence[int]) -> Iterator[tuple[int, Mapping[str, Any]]]:
        rows = self._driver.execute(_HISTORY.format(", ".join("?" * len(ids))), ids)
        for case_id, group in groupby(rows, key=lambda row: row[0]):
            entries = (ToldEntry(at, by, act, json.loads(changes)) for _, at, by, act, changes in group)
            yield case_id, tell(entries, self._as_of).fields


def _counts(type_: str, state: str) -> bool:
    return type_ == COUNTED_TYPE and state not in UNCOUNTED_STATES


def _chunks(rows: Iterable[Sequence[Any]]) -> Iterator[list[Sequence[Any]]]:
    iterator = iter(rows)
    while some := list(islice(iterator, _MANY)):
        yield some
