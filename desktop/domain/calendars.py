"""When a site works, and how long that is (domain.md 5).

Opening hours are local wall-clock times; every duration is elapsed time between moments in UTC, so a night on
which the clocks change is an hour shorter or longer, as it is for the guest.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo

from desktop.domain.shapes import bad_value, path, read_list, read_object, read_optional, read_plain
from desktop.domain.wallclock import LATEST, MINUTES_A_DAY, clock_text, eve, local_day, read_span, utc_at
from desktop.errors import UserError

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

# A due time is looked for in the next hundred years: long past any that can be meant, and still found at once.
_DAYS_SEARCHED = 36_525
_NOTHING = timedelta(0)


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """An opening: minutes of the local day on which it starts; past midnight the end is above 1440."""

    start_min: int
    end_min: int

    def __post_init__(self) -> None:
        length = self.end_min - self.start_min
        # A full day starts at midnight: 09:00-09:00 could as well be meant as nothing.
        longest = MINUTES_A_DAY if self.start_min == 0 else MINUTES_A_DAY - 1
        if not (0 <= self.start_min < MINUTES_A_DAY and 0 < length <= longest):
            raise ValueError(f"no opening: {self.start_min} to {self.end_min}")


WHOLE_DAY = Interval(0, MINUTES_A_DAY)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The openings of a site, by weekday (Monday first), with closed dates and extra working dates.

    An opening belongs to the date it starts on: a closed date takes away what starts on it, the tail of the
    night before stays. An extra date replaces the weekday's openings and holds against a closed date.
    Openings may overlap; time counts once. ``always`` is worked out: no moment is outside the calendar.
    """

    weekly: tuple[tuple[Interval, ...], ...]
    closed: frozenset[date] = frozenset()
    extra: tuple[tuple[date, tuple[Interval, ...]], ...] = ()
    always: bool = field(init=False, compare=False)
    _extra_on: Mapping[date, tuple[Interval, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if len(self.weekly) != len(WEEKDAYS):
            raise ValueError(f"a week of {len(self.weekly)} days")
        weekly = tuple(tuple(sorted(set(day))) for day in self.weekly)
        extra = tuple(sorted((day, tuple(sorted(set(openings)))) for day, openings in self.extra))
        always = not self.closed and not extra and all(_covers_the_day(day) for day in weekly)
        derived = {"weekly": weekly, "extra": extra, "always": always, "_extra_on": dict(extra)}
        for name, value in derived.items():
            object.__setattr__(self, name, value)

    def openings_on(self, day: date) -> tuple[Interval, ...]:
        """The openings that start on a local date, earliest first."""
        openings = self._extra_on.get(day)
        if openings is not None:
            return openings
        return () if day in self.closed else self.weekly[day.weekday()]


def _covers_the_day(openings: tuple[Interval, ...]) -> bool:
    reached = 0
    for opening in openings:
        if opening.start_min > reached:
            return False
        reached = max(reached, opening.end_min)
    return reached >= MINUTES_A_DAY


ROUND_THE_CLOCK = Calendar(weekly=((WHOLE_DAY,),) * 7)
SHOP_DEFAULT = Calendar(weekly=((Interval(10 * 60, 22 * 60),),) * 7)  #: a shop without hours set (domain.md 5)


def working_time(calendar: Calendar, zone: tzinfo, start: datetime, end: datetime) -> timedelta:
    """The elapsed open time from ``start`` up to ``end`` (aware moments); nothing when they are the wrong way round."""
    start, end = start.astimezone(UTC), end.astimezone(UTC)
    if calendar.always:
        return max(end - start, _NOTHING)
    total = _NOTHING
    for opened, shut in _openings(calendar, zone, start):
        if opened >= end:
            break
        total += min(shut, end) - opened
    return total


def due_after(calendar: Calendar, zone: tzinfo, start: datetime, span: timedelta) -> datetime | None:
    """The earliest moment (UTC) at which ``span`` of open time has run from ``start``.

    That is closing time rather than the next morning, and ``start`` itself for no span at all. None when it lies
    beyond the last opening, a hundred years or ``LATEST``.
    """
    start = start.astimezone(UTC)
    if span <= _NOTHING:
        return start
    if calendar.always:
        return start + span if span <= LATEST - start else None
    left = span
    for opened, shut in _openings(calendar, zone, start):
        if left <= shut - opened:
            return opened + left
        left -= shut - opened
    return None


def next_opening(calendar: Calendar, zone: tzinfo, moment: datetime) -> datetime | None:
    """The earliest open moment (UTC) from ``moment`` on: ``moment`` itself while open. None when none comes."""
    moment = moment.astimezone(UTC)
    if calendar.always:
        return moment
    return next((opened for opened, _ in _openings(calendar, zone, moment)), None)


def is_open(calendar: Calendar, zone: tzinfo, moment: datetime) -> bool:
    """Whether the site works at an aware ``moment``; the opening minute does, closing time does not."""
    return next_opening(calendar, zone, moment) == moment


def _openings(calendar: Calendar, zone: tzinfo, start: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Open stretches (UTC) from ``start`` on, in order, cut so that none overlap; none is empty."""
    reached = start
    for day in _working_days(calendar, eve(local_day(start, zone))):  # last night may still be running
        for opening in calendar.openings_on(day):
            opened = max(utc_at(day, opening.start_min, zone), reached)
            shut = utc_at(day, opening.end_min, zone)
            if shut > opened:
                yield opened, shut
                reached = shut


def _working_days(calendar: Calendar, first: date) -> Iterator[date]:
    """The days from ``first`` on that may have openings, in order."""
    if any(calendar.weekly):
        last = min(first.toordinal() + _DAYS_SEARCHED, date.max.toordinal())
        yield from map(date.fromordinal, range(first.toordinal(), last + 1))
    else:
        yield from (day for day, _ in calendar.extra if day >= first)


_INTERVAL = re.compile(r"([0-9:]+)\s*[-\u2010\u2012\u2013\u2014\u2212~]\s*([0-9:]+)")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def parse_calendar(data: object) -> Calendar:
    """The calendar in the shape of the ``calendar`` act: ``intervals`` by weekday, ``closed``, ``extra``.

    A weekday that is left out, null or empty is closed. Raises ``UserError``: ``bad_value`` or ``unknown_field``
    with the path (``intervals.mon``, ``extra.2026-02-14``), ``calendar_never_open`` when nothing opens at all.
    """
    fields = read_object(data, "calendar", ("intervals", "closed", "extra"))
    given = read_object(read_optional(fields, "intervals", {}), "intervals", WEEKDAYS, parent="intervals")
    weekly = tuple(_read_openings(read_optional(given, name, []), path("intervals", name)) for name in WEEKDAYS)
    closed = frozenset(_read_date(day, "closed") for day in read_list(read_optional(fields, "closed", []), "closed"))
    extra = _read_extra(read_optional(fields, "extra", {}))
    if not any(weekly) and not extra:
        raise UserError("calendar_never_open", "intervals")
    return Calendar(weekly, closed, extra)


def calendar_data(calendar: Calendar) -> dict[str, object]:
    """The calendar as JSON data; ``parse_calendar`` is its inverse."""
    return {
        "intervals": {name: _texts(day) for name, day in zip(WEEKDAYS, calendar.weekly, strict=True) if day},
        "closed": [day.isoformat() for day in sorted(calendar.closed)],
        "extra": {day.isoformat(): _texts(openings) for day, openings in calendar.extra},
    }


def _texts(openings: tuple[Interval, ...]) -> list[str]:
    return [f"{clock_text(opening.start_min)}-{clock_text(opening.end_min)}" for opening in openings]


def _read_extra(value: object) -> tuple[tuple[date, tuple[Interval, ...]], ...]:
    extra: dict[date, tuple[Interval, ...]] = {}
    for key, openings in read_object(value, "extra", parent="extra").items():
        where = path("extra", key)
        day = _read_date(key, where)
        extra[day] = _read_openings(openings, where)
        if not extra[day]:
            raise bad_value(where, openings, "09:00-18:00")  # a date without openings is a closed one
    return tuple(extra.items())


def _read_openings(value: object, where: str) -> tuple[Interval, ...]:
    return tuple(_read_interval(text, where) for text in read_list(value, where))


def _read_interval(value: object, where: str) -> Interval:
    match = _INTERVAL.fullmatch(read_plain(value, where, "09:00-18:00"))
    span = read_span(match[1], match[2]) if match else None
    try:
        if span:
            return Interval(*span)
    except ValueError:
        pass  # 09:00-09:00: said as any other that can't be read
    raise bad_value(where, value, "09:00-18:00")


def _read_date(value: object, where: str) -> date:
    text = read_plain(value, where, "2026-02-14")
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass  # 2026-02-30
    raise bad_value(where, value, "2026-02-14")
