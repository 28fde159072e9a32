"""The clock on the site's wall: local days and minutes on one side, moments in UTC on the other.

A minute counts from 00:00 of a local day and may pass 1440: 1560 is 02:00 of the next day.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

MINUTES_A_DAY = 1440

# Moments between these can be shown in every zone; nothing beyond them is ever given.
EARLIEST = datetime(1, 1, 2, tzinfo=UTC)
LATEST = datetime(9999, 12, 30, tzinfo=UTC)

_CLOCK_TIME = re.compile(r"([0-9]{1,2}):([0-5][0-9])")


@lru_cache(maxsize=4096)  # the same few openings and shifts are asked for at every case
def utc_at(day: date, minute: int, zone: tzinfo) -> datetime:
    """The first moment (UTC) at which the wall clock shows ``minute`` of ``day``, or a later time.

    An hour that the clock shows twice counts from its first showing; a time that it skips comes with the jump.
    So a later wall-clock time never gives an earlier moment, and no opening lasts less than nothing.
    Before ``EARLIEST`` and after ``LATEST`` those are given.
    """
    try:
        wall = datetime.combine(day, time()) + timedelta(minutes=minute)
        first = wall.replace(tzinfo=zone).astimezone(UTC)
        second = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    except OverflowError:
        return EARLIEST if day.year == 1 else LATEST
    # Only for a time that is skipped does the second reading lie before the first.
    moment = first if second >= first else _end_of_jump(wall, second, first, zone)
    return min(max(moment, EARLIEST), LATEST)


def _end_of_jump(wall: datetime, before: datetime, after: datetime, zone: tzinfo) -> datetime:
    """The moment between ``before`` and ``after`` at which the clock jumps over ``wall``, to the second."""
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if middle.astimezone(zone).replace(tzinfo=None) >= wall:
            after = middle
        else:
            before = middle
    return after


def local_day(moment: datetime, zone: tzinfo) -> date:
    """The date on the site's wall at an aware ``moment``; at the ends of the calendar its own date."""
    try:
        return moment.astimezone(zone).date()
    except OverflowError:
        return moment.date()


def eve(day: date) -> date:
    """The day before, whose last hours may reach into ``day``; the calendar's first day is its own."""
    return date.fromordinal(max(day.toordinal() - 1, date.min.toordinal()))


def read_clock(text: str) -> int | None:
    """The minute of the day of ``9:30`` or ``09:30``, up to ``24:00`` (1440); None for anything else."""
    match = _CLOCK_TIME.fullmatch(text)
    if match is None:
        return None
    minute = int(match[1]) * 60 + int(match[2])
    return minute if minute <= MINUTES_A_DAY else None


def read_span(start: str, end: str) -> tuple[int, int] | None:
    """Start and end minute of two clock times; an end at or before the start lies on the next day.

    ``17:00`` and ``02:00`` give 1020 and 1560. None when either can't be read or the start is 24:00.
    """
    first, last = read_clock(start), read_clock(end)
    if first is None or last is None or first == MINUTES_A_DAY:
        return None
    return first, last if last > first else last + MINUTES_A_DAY


def clock_text(minute: int) -> str:
    """``HH:MM`` of a minute; the end of a day is 24:00, what lies past it is the next day's time."""
    hours, minutes = divmod(minute - MINUTES_A_DAY if minute > MINUTES_A_DAY else minute, 60)
    return f"{hours:02}:{minutes:02}"
