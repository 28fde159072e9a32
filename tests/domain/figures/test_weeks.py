from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.figures.weeks import WEEK, monday_of, mondays, place_in, starts, week_at, week_start

SHANGHAI, LONDON, ST_JOHNS = map(ZoneInfo, ("Asia/Shanghai", "Europe/London", "America/St_Johns"))


class BackAtMidnight(tzinfo):
    """UTC until 00:01 of a day, an hour behind from then on."""

    def __init__(self, day):
        self._change = datetime.combine(day, time(0, 1))

    def utcoffset(self, moment):
        naive = moment.replace(tzinfo=None, fold=0)
        twice = self._change - timedelta(hours=1) <= naive < self._change
        after = naive >= self._change or (twice and moment.fold == 1)
        return timedelta(hours=-1 if after else 0)

    def dst(self, _moment):
        return timedelta(0)

    def tzname(self, _moment):
        return "made up"

    def fromutc(self, moment):
        naive = moment.replace(tzinfo=None)
        if naive < self._change:
            return moment
        local = moment - timedelta(hours=1)
        return local.replace(fold=1) if local.replace(tzinfo=None) < self._change else local


def at(text, zone):
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


@pytest.mark.parametrize(
    ("moment", "monday"),
    [
        ("2026-11-15T23:59:59", date(2026, 11, 9)),
        ("2026-11-16T00:00:00", date(2026, 11, 16)),
        ("2026-11-22T23:59:59", date(2026, 11, 16)),
        ("2027-01-01T12:00:00", date(2026, 12, 28)),
    ],
)
def test_a_week_begins_on_monday_at_midnight_of_the_site(moment, monday):
    assert week_at(at(moment, SHANGHAI), SHANGHAI) == monday


@pytest.mark.parametrize(
    ("monday", "hours"), [(date(2026, 3, 23), 167), (date(2026, 10, 19), 169), (date(2026, 6, 1), 168)]
)
def test_a_week_with_a_change_of_the_clocks_is_an_hour_shorter_or_longer(monday, hours):
    first, end = starts([monday], LONDON)
    assert end - first == hours * 3600


def test_sunday_shown_once_more_belongs_to_the_new_week():
    # A made-up zone whose clocks go back an hour at 00:01 on Monday: its Sunday ends twice.
    monday = date(2026, 11, 16)
    zone = BackAtMidnight(monday)
    first = week_start(monday, zone)
    again = first + timedelta(minutes=31)
    assert again.astimezone(zone).date() == date(2026, 11, 15)
    assert week_at(again, zone) == monday
    assert week_at(first - timedelta(seconds=1), zone) == monday - WEEK


def test_no_weeks_lie_between_a_monday_and_an_earlier_one():
    assert mondays(date(2026, 11, 16), date(2026, 11, 9)) == ()
    assert starts((), SHANGHAI) == []


@given(
    st.integers(32_000_000, 3_780_000_000),
    st.sampled_from([SHANGHAI, LONDON, ST_JOHNS, ZoneInfo("America/Sao_Paulo"), ZoneInfo("Africa/Cairo")]),
)
def test_every_moment_lies_in_exactly_the_week_that_is_named(second, zone):
    moment = datetime.fromtimestamp(second, UTC)
    monday = week_at(moment, zone)
    assert week_start(monday, zone) <= moment < week_start(monday + WEEK, zone)
    weeks = mondays(monday - 2 * WEEK, monday + timedelta(days=7))
    assert place_in(starts(weeks, zone), second) == weeks.index(monday)
    assert monday_of(monday) == monday
