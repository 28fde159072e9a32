"""Weeks of the site: Monday 00:00 to the next Monday's, on the wall clock (figures.md, Early warning)."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo

from desktop.domain.wallclock import local_day, utc_at

WEEK = timedelta(days=7)


def monday_of(day: date) -> date:
    """The Monday of the week that a day lies in."""
    return day - timedelta(days=day.weekday())


def week_at(moment: datetime, zone: tzinfo) -> date:
    """The Monday of the week in which an aware moment lies."""
    monday = monday_of(local_day(moment, zone))
    # Where clocks are put back over midnight, the wall shows Sunday once more in the new week.
    return monday + WEEK if moment >= week_start(monday + WEEK, zone) else monday


def week_start(monday: date, zone: tzinfo) -> datetime:
    """The first moment (UTC) of a week."""
    return utc_at(monday, 0, zone)


def mondays(first: date, last: date) -> tuple[date, ...]:
    """The Mondays from ``first`` to ``last``, both included; none where ``last`` comes before."""
    return tuple(first + n * WEEK for n in range((last - first) // WEEK + 1))


def starts(weeks: Sequence[date], zone: tzinfo) -> list[int]:
    """The first second (since 1970, UTC) of each week, and of the week after the last."""
    return [int(week_start(monday, zone).timestamp()) for monday in (*weeks, *(m + WEEK for m in weeks[-1:]))]


def place_in(week_starts: Sequence[int], second: int) -> int:
    """Which week of ``starts`` a second falls in, from 0; −1 before the first."""
    return bisect_right(week_starts, second) - 1
