"""The live queue: read range by range from an index, never sorted (order in ``desktop.domain.queueing``).

The statements are written out: this is what the window asks for at every tick, and SQLite uses a partial index only
where its condition stands in the text.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from desktop.domain.kinds import Band, RecordType, State
from desktop.domain.people import Person
from desktop.domain.priority import Points
from desktop.domain.queueing import DUE_SOON, EVERYTHING, SEGMENTS, Chip, QueueFilter
from desktop.domain.rows import QueueCounts, QueueKey, QueuePage, QueueRow
from desktop.models.base import moment, seconds
from desktop.models.driver import Driver
from desktop.models.engine import Database
from desktop.services.restricting import masked

PAGE = 200

#: The fields of ``QueueRow`` in their order, then what a page's key is made of.
_COLUMNS = """c.id, c.number, c.version, c.type, c.band, c.score, c.points, c.band_rule, c.state, c.received_at,
c.respond_due, c.resolve_due, c.next_due, c.first_response_at, c.guest_name, c.guest_honorific, c.room, c.reference,
c.category, c.summary, c.owner_id, coalesce(s.name, c.owner_name), c.emotion, c.number_order, c.queue_due,
c.follow_up_due, c.restricted"""
_FROM = f"SELECT {_COLUMNS} FROM cases c LEFT JOIN staff s ON s.id = c.owner_id"
_ORDER = "c.queue_due, c.received_at, c.number_order, c.id"
_BY_DUE = "ORDER BY c.follow_up_due, c.id"
_COUNT = "SELECT count(*) FROM cases c"
_ID, _RECEIVED, _NUMBER_ORDER, _QUEUE_DUE, _FOLLOW_UP_DUE, _RESTRICTED = 0, 9, 23, 24, 25, 26

_Stored = Any  # a row of _COLUMNS as the driver gives it


@dataclass(slots=True)
class _Where:
    """The conditions of a statement and their values."""

    conditions: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)

    def add(self, condition: str, *values: object) -> None:
        self.conditions.append(condition)
        self.values.extend(values)

    def narrow(self, narrowed: QueueFilter) -> "_Where":
        """Adds what the filter asks for."""
        for column, codes in (("band", narrowed.bands), ("state", narrowed.states)):
            if codes:
                self.add(f"c.{column} IN ({', '.join('?' * len(codes))})", *sorted(code.value for code in codes))
        if narrowed.category is not None:
            self.add("(c.category = ? OR substr(c.category, 1, ?) = ?)", *_level(narrowed.category))
        if narrowed.owner_id is not None:
            self.add("c.owner_id = ?", narrowed.owner_id)
        return self

    def after(self, select: str) -> str:
        """``select`` with these conditions."""
        return f"{select} WHERE {' AND '.join(self.conditions)}"


def _rows(driver: Driver, ways: list[_Where], order: str, limit: int | None) -> Iterable[_Stored]:
    """Rows that meet the conditions of any of these ways, in one order: SQLite merges what each index gives."""
    select = " UNION ALL ".join(way.after(_FROM) for way in ways)
    values = [value for way in ways for value in way.values]
    return driver.execute(f"{select} {order} LIMIT ?", (*values, -1 if limit is None else limit))


def _level(category: str) -> tuple[str, int, str]:
    prefix = f"{category}-"
    return category, len(prefix), prefix


class QueueService:
    """Pages, counts and whole lists of the open cases; follow-ups are a list of their own."""

    def __init__(self, database: Database, zone: ZoneInfo) -> None:
        self._database, self._zone = database, zone

    def page(
        self,
        at: datetime,
        after: QueueKey | None = None,
        limit: int = PAGE,
        chip: Chip = Chip.OPEN,
        narrowed: QueueFilter = EVERYTHING,
        reader: Person | None = None,
    ) -> QueuePage:
        """Up to ``limit`` rows of the queue as it stands at ``at``, behind the place ``after``.

        Restricted cases are masked for a reader who may not read them (``desktop.services.restricting``).
        """
        with self._database.reading_plainly() as driver:
            found = list(islice(self._placed(driver, at, after, limit + 1, chip, narrowed), limit + 1))
        rows = tuple(masked(queue_row(stored), reader) for _, stored in found[:limit])
        return QueuePage(at, rows, _key(*found[limit - 1]) if len(found) > limit else None)

    def all_rows(
        self,
        at: datetime,
        chip: Chip = Chip.OPEN,
        narrowed: QueueFilter = EVERYTHING,
        reader: Person | None = None,
    ) -> tuple[QueueRow, ...]:
        """The whole list, for sorting by another column; runs off the window's thread. Masked as a page is."""
        with self._database.reading_plainly() as driver:
            placed = self._placed(driver, at, None, None, chip, narrowed)
            return tuple(masked(queue_row(stored), reader) for _, stored in placed)

    def ranks(self, driver: Driver, at: datetime) -> dict[int, int]:
        """The place of every open case in the queue, from 1, by case id."""
        placed = self._placed(driver, at, None, None, Chip.OPEN, EVERYTHING)
        return {stored[_ID]: rank for rank, (_, stored) in enumerate(placed, start=1)}

    def _placed(
        self,
        driver: Driver,
        at: datetime,
        after: QueueKey | None,
        limit: int | None,
        chip: Chip,
        narrowed: QueueFilter,
    ) -> Iterator[tuple[int, _Stored]]:
        """Stored rows in the order of the queue, each with the segment it stands in."""
        if chip is Chip.FOLLOW_UPS:
            yield from ((0, stored) for stored in self._follow_ups(driver, at, after, limit, narrowed))
            return
        for place, segment in enumerate(SEGMENTS):
            passed = after is not None and place < after.segment
            if passed or (chip is Chip.OVERDUE and not segment.late) or (chip is Chip.DUE_SOON and segment.late):
                continue
            begin = after if after is not None and place == after.segment else None
            bands = (band for band in segment.bands if not narrowed.bands or band in narrowed.bands)
            ranges = [_range(band, segment.late, seconds(at), chip, narrowed, begin) for band in bands]
            if ranges:
                yield from ((place, stored) for stored in _rows(driver, ranges, f"ORDER BY {_ORDER}", limit))

    def _follow_ups(
        self, driver: Driver, at: datetime, after: QueueKey | None, limit: int | None, narrowed: QueueFilter
    ) -> Iterable[_Stored]:
        where = self._calls_due(at).narrow(narrowed)
        if after is not None:
            where.add("(c.follow_up_due, c.id) > (?, ?)", after.due, after.id)
        return _rows(driver, [where], _BY_DUE, limit)

    def _calls_due(self, at: datetime) -> _Where:
        today = at.astimezone(self._zone).replace(hour=0, minute=0, second=0, microsecond=0)
        tomorrow = today + timedelta(days=1)
        return _Where(["c.follow_up_due IS NOT NULL", "c.follow_up_due < ?"], [seconds(tomorrow)])

    def counts(self, at: datetime, narrowed: QueueFilter = EVERYTHING) -> QueueCounts:
        """The numbers on the chips, for everyone's cases or those that the filter leaves."""
        at_, soon = seconds(at), seconds(at + DUE_SOON)
        banded = "c.in_queue = 1 AND c.band IN ('P1', 'P2', 'P3', 'P4') AND c.queue_due"
        # One count each, so that each is read from its own index alone.
        ways = {
            "open": _Where(["c.in_queue = 1"]),
            "unacknowledged": _Where(["c.state = 'new'"]),
            "due_soon": _Where([f"{banded} BETWEEN ? AND ?"], [at_, soon]),
            "overdue": _Where([f"{banded} < ?"], [at_]),
            "follow_ups": self._calls_due(at),
        }
        with self._database.reading_plainly() as driver:
            return QueueCounts(**{name: _count(driver, way.narrow(narrowed)) for name, way in ways.items()})


def _count(driver: Driver, where: _Where) -> int:
    (count,) = driver.execute(where.after(_COUNT), where.values).fetchone()
    return int(count)


def queue_row_of(driver: Driver, case_id: int) -> QueueRow:
    """The row of one case, open or not."""
    return queue_row(driver.execute(f"{_FROM} WHERE c.id = ?", (case_id,)).fetchone())


def _range(band: Band, late: bool, at: int, chip: Chip, narrowed: QueueFilter, after: QueueKey | None) -> _Where:
    where = _Where(["c.in_queue = 1", "c.band = ?", f"c.queue_due {'<' if late else '>='} ?"], [band.value, at])
    if chip is Chip.UNACKNOWLEDGED:
        where.add("c.state = 'new'")
    if chip is Chip.DUE_SOON:
        where.add("c.queue_due <= ?", at + int(DUE_SOON.total_seconds()))
    if after is not None:
        where.add(f"({_ORDER}) > (?, ?, ?, ?)", after.due, after.received, after.order, after.id)
    return where.narrow(QueueFilter(frozenset(), narrowed.states, narrowed.category, narrowed.owner_id))


def _place(stored: _Stored) -> tuple[int, int, int, int]:
    return stored[_QUEUE_DUE], stored[_RECEIVED], stored[_NUMBER_ORDER], stored[_ID]


def _key(segment: int, stored: _Stored) -> QueueKey:
    due, received, order, id_ = _place(stored)
    return QueueKey(
        segment, stored[_FOLLOW_UP_DUE] if stored[_FOLLOW_UP_DUE] is not None else due, received, order, id_
    )


_BANDS = {band.value: band for band in Band}
_STATES = {state.value: state for state in State}
_TYPES = {type_.value: type_ for type_ in RecordType}


# Every look at the queue reads much of what the last one read, so what is costly to make is kept.
_moment = lru_cache(maxsize=16_384)(moment)


@lru_cache(maxsize=16_384)
def _points(stored: str) -> tuple[tuple[Points, ...], bool]:
    """The points, and whether a VIP has some."""
    parts = tuple(Points(part, points) for part, points in json.loads(stored))
    return parts, any(p.part == "vip" for p in parts)


def queue_row(stored: _Stored) -> QueueRow:
    """A stored row as screens take it."""
    id_, number, version, type_, band, score, points, band_rule, state, received_at = stored[:10]
    respond_due, resolve_due, next_due, first_response_at = stored[10:14]
    if next_due is None:
        next_due = stored[_FOLLOW_UP_DUE]  # a resolved case waits for nothing but the call
    parts, vip = _points(points)
    row = (
        id_,
        number,
        version,
        _TYPES[type_],
        _BANDS[band],
        score,
        parts,
        band_rule,
        _STATES[state],
        _moment(received_at),
        None if respond_due is None else _moment(respond_due),
        None if resolve_due is None else _moment(resolve_due),
        None if next_due is None else _moment(next_due),
        None if first_response_at is None else _moment(first_response_at),
        *stored[14:23],
        vip,
        state == State.WAITING_GUEST,
        bool(stored[_RESTRICTED]),
    )
    return QueueRow._make(row)
