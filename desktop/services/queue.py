"""The live queue: read range by range from an index, never sorted (order in ``desktop.domain.queueing``)."""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice
from operator import itemgetter
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, Select, func, select, tuple_
from sqlalchemy import case as sql_case

from desktop.domain.kinds import Band, RecordType, State
from desktop.domain.priority import Points
from desktop.domain.queueing import DUE_SOON, EVERYTHING, SEGMENTS, Chip, QueueFilter
from desktop.domain.rows import QueueCounts, QueueKey, QueuePage, QueueRow
from desktop.models.base import moment, seconds
from desktop.models.case import Case
from desktop.models.engine import Database
from desktop.models.site import Staff

PAGE = 200

_ORDER = (Case.queue_due, Case.received_at, Case.number_order, Case.id)
_COLUMNS = (
    Case.id,
    Case.number,
    Case.version,
    Case.type,
    Case.band,
    Case.score,
    Case.points,
    Case.band_rule,
    Case.state,
    Case.received_at,
    Case.respond_due,
    Case.resolve_due,
    Case.next_due,
    Case.first_response_at,
    Case.guest_name,
    Case.guest_honorific,
    Case.room,
    Case.reference,
    Case.category,
    Case.summary,
    Case.owner_id,
    Staff.name.label("owner"),
    Case.emotion,
    Case.queue_due,
    Case.number_order,
)
ROWS = select(*_COLUMNS).join(Staff, Staff.id == Case.owner_id, isouter=True)


def queue_row(row: Row[Any]) -> QueueRow:
    """A stored row of ``ROWS`` as screens take it."""
    state = State(row.state)
    points = tuple(Points(part, value) for part, value in row.points)
    return QueueRow(
        id=row.id,
        number=row.number,
        version=row.version,
        type=RecordType(row.type),
        band=Band(row.band),
        score=row.score,
        points=points,
        band_rule=row.band_rule,
        state=state,
        received_at=row.received_at,
        respond_due=row.respond_due,
        resolve_due=row.resolve_due,
        next_due=row.next_due,
        first_response_at=row.first_response_at,
        guest=row.guest_name,
        honorific=row.guest_honorific,
        room=row.room,
        reference=row.reference,
        category=row.category,
        summary=row.summary,
        owner_id=row.owner_id,
        owner=row.owner or "",
        emotion=row.emotion,
        vip=any(p.part == "vip" for p in points),
        paused=state is State.WAITING_GUEST,
    )


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
    ) -> QueuePage:
        """Up to ``limit`` rows of the queue as it stands at ``at``, behind the place ``after``."""
        with self._database.reading() as connection:
            found = list(islice(self._keyed(connection, at, after, limit + 1, chip, narrowed), limit + 1))
        rows = tuple(queue_row(row) for _, row in found[:limit])
        return QueuePage(at, rows, _key(*found[limit - 1]) if len(found) > limit else None)

    def all_rows(
        self, at: datetime, chip: Chip = Chip.OPEN, narrowed: QueueFilter = EVERYTHING
    ) -> tuple[QueueRow, ...]:
        """The whole list, for sorting by another column; runs off the window's thread."""
        with self._database.reading() as connection:
            return tuple(queue_row(row) for _, row in self._keyed(connection, at, None, None, chip, narrowed))

    def _keyed(
        self,
        connection: Connection,
        at: datetime,
        after: QueueKey | None,
        limit: int | None,
        chip: Chip,
        narrowed: QueueFilter,
    ) -> Iterator[tuple[int, Row[Any]]]:
        if chip is Chip.FOLLOW_UPS:
            yield from self._follow_ups(connection, at, after, limit, narrowed)
            return
        moment_ = seconds(at)
        for place, segment in enumerate(SEGMENTS):
            if after is not None and place < after.segment:
                continue
            if (chip is Chip.OVERDUE and not segment.late) or (chip is Chip.DUE_SOON and segment.late):
                continue
            bands = [band for band in segment.bands if not narrowed.bands or band in narrowed.bands]
            begin = after if after is not None and place == after.segment else None
            ranges = [_range(band, segment.late, moment_, chip, narrowed, begin, limit) for band in bands]
            yield from ((place, row) for row in _merged(connection, ranges))

    def ranks(self, connection: Connection, at: datetime) -> dict[int, int]:
        """The place of every open case in the queue, from 1, by case id."""
        keyed = self._keyed(connection, at, None, None, Chip.OPEN, EVERYTHING)
        return {row.id: rank for rank, (_, row) in enumerate(keyed, start=1)}

    def _follow_ups(
        self, connection: Connection, at: datetime, after: QueueKey | None, limit: int | None, narrowed: QueueFilter
    ) -> Iterator[tuple[int, Row[Any]]]:
        due = ROWS.where(Case.follow_up_due < self._tomorrow(at)).order_by(Case.follow_up_due, Case.id)
        due = due.add_columns(Case.follow_up_due)
        due = _narrow(due, narrowed)
        if after is not None:
            due = due.where(tuple_(Case.follow_up_due, Case.id) > tuple_(moment(after.due), after.id))
        yield from ((0, row) for row in connection.execute(due.limit(limit)))

    def _tomorrow(self, at: datetime) -> datetime:
        today = at.astimezone(self._zone).replace(hour=0, minute=0, second=0, microsecond=0)
        return today + timedelta(days=1)

    def counts(self, at: datetime, narrowed: QueueFilter = EVERYTHING) -> QueueCounts:
        """The numbers on the chips, for everyone's cases or those that the filter leaves."""
        moment_ = seconds(at)
        soon = seconds(at + DUE_SOON)

        def counted(condition: Any) -> Any:
            return func.coalesce(func.sum(sql_case((condition, 1), else_=0)), 0)

        queue = select(
            func.count(),
            counted(Case.state == State.NEW.value),
            counted(Case.queue_due.between(moment_, soon)),
            counted(Case.queue_due < moment_),
        ).where(Case.in_queue.is_(True))
        calls = select(func.count()).where(Case.follow_up_due < self._tomorrow(at))
        with self._database.reading() as connection:
            open_, unacknowledged, due_soon, overdue = connection.execute(_narrow(queue, narrowed)).one()
            follow_ups = connection.scalar(_narrow(calls, narrowed)) or 0
        return QueueCounts(open_, unacknowledged, due_soon, overdue, follow_ups)


def _range(
    band: Band, late: bool, at: int, chip: Chip, narrowed: QueueFilter, after: QueueKey | None, limit: int | None
) -> Select[Any]:
    rows = ROWS.where(Case.in_queue.is_(True), Case.band == band.value)
    rows = rows.where(Case.queue_due < at if late else Case.queue_due >= at)
    if chip is Chip.UNACKNOWLEDGED:
        rows = rows.where(Case.state == State.NEW.value)
    if chip is Chip.DUE_SOON:
        rows = rows.where(Case.queue_due <= at + int(DUE_SOON.total_seconds()))
    if after is not None:
        place = (after.due, moment(after.received), after.order, after.id)
        rows = rows.where(tuple_(*_ORDER) > tuple_(*place))
    return _narrow(rows, narrowed).order_by(*_ORDER).limit(limit)


def _narrow(rows: Select[Any], narrowed: QueueFilter) -> Select[Any]:
    if narrowed.bands:
        rows = rows.where(Case.band.in_(sorted(band.value for band in narrowed.bands)))
    if narrowed.states:
        rows = rows.where(Case.state.in_(sorted(state.value for state in narrowed.states)))
    if narrowed.category is not None:
        code = narrowed.category
        rows = rows.where((Case.category == code) | Case.category.startswith(f"{code}-", autoescape=True))
    if narrowed.owner_id is not None:
        rows = rows.where(Case.owner_id == narrowed.owner_id)
    return rows


_place = itemgetter(*(_COLUMNS.index(column) for column in (Case.received_at, Case.number_order, Case.id)))


def _merged(connection: Connection, ranges: Sequence[Select[Any]]) -> Iterable[Row[Any]]:
    if len(ranges) == 1:
        return connection.execute(ranges[0])
    results = [connection.execute(rows) for rows in ranges]
    return heapq.merge(*results, key=lambda row: (row.queue_due, *_place(row)))


def _key(segment: int, row: Row[Any]) -> QueueKey:
    due = seconds(row.follow_up_due) if "follow_up_due" in row._fields else row.queue_due
    return QueueKey(segment, due, seconds(row.received_at), row.number_order, row.id)
