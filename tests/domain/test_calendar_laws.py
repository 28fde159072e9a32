"""Laws of calendars, against a slow model that looks at every minute of a week in which the clocks change."""

import json
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import accumulate
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.calendars import calendar_data, due_after, is_open, parse_calendar, working_time

SHANGHAI = ZoneInfo("Asia/Shanghai")
LONDON = ZoneInfo("Europe/London")
NEW_YORK = ZoneInfo("America/New_York")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")
SANTIAGO = ZoneInfo("America/Santiago")
MINUTE = timedelta(minutes=1)

#: zones with the first UTC day of a week in which their clocks change (none in Shanghai)
WEEKS = [
    (SHANGHAI, date(2026, 2, 13)),
    (LONDON, date(2026, 3, 27)),
    (LONDON, date(2026, 10, 23)),
    (NEW_YORK, date(2026, 3, 6)),
    (NEW_YORK, date(2026, 10, 30)),
    (LORD_HOWE, date(2026, 4, 3)),
    (LORD_HOWE, date(2026, 10, 2)),
    (SANTIAGO, date(2026, 4, 3)),
    (SANTIAGO, date(2026, 9, 4)),
]


@lru_cache
def wall_clock_of(zone, first):
    """What a wall clock shows in each minute of seven days from ``first`` (UTC), if nobody ever turns it back.

    As minutes from 00:00 local time of three days before ``first``.
    """
    start = datetime(first.year, first.month, first.day, tzinfo=UTC)
    origin = (start - timedelta(days=3)).replace(tzinfo=None)
    readings = [(start + minute * MINUTE).astimezone(zone).replace(tzinfo=None) for minute in range(7 * 1440)]
    return start, [(reading - origin) // MINUTE for reading in accumulate(readings, max)]


def open_minutes(calendar, zone, first):
    """For each minute of the week, whether an opening covers what the wall clock shows in it."""
    start, readings = wall_clock_of(zone, first)
    covered = bytearray(14 * 1440)
    for place in range(12):
        day = date.fromordinal(first.toordinal() - 3 + place)
        plain = () if day in calendar.closed else calendar.weekly[day.weekday()]
        for opening in dict(calendar.extra).get(day, plain):
            length = opening.end_min - opening.start_min
            begin = place * 1440 + opening.start_min
            covered[begin : begin + length] = b"\1" * length
    return start, [bool(covered[reading]) for reading in readings]


def clock_texts():
    quarter = st.integers(0, 95).map(lambda quarter: quarter * 15)
    around_the_change = st.integers(0, 240)
    return st.one_of(quarter, around_the_change).map(lambda minute: f"{minute // 60:02}:{minute % 60:02}")


def day_openings(min_size=0):
    pair = st.tuples(clock_texts(), clock_texts()).filter(lambda pair: pair[0] != pair[1] or pair[0] == "00:00")
    return st.lists(pair.map("-".join), min_size=min_size, max_size=3)


@st.composite
def calendars_in(draw, first):
    days = st.integers(-2, 8).map(lambda offset: date.fromordinal(first.toordinal() + offset).isoformat())
    weekday = st.sampled_from(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
    data = {
        "intervals": draw(st.dictionaries(weekday, day_openings(min_size=1), min_size=1)),
        "closed": draw(st.lists(days, max_size=2)),
        "extra": draw(st.dictionaries(days, day_openings(min_size=1), max_size=2)),
    }
    return data, parse_calendar(data)


@st.composite
def weeks(draw):
    zone, first = draw(st.sampled_from(WEEKS))
    _, calendar = draw(calendars_in(first))
    return zone, first, calendar


@given(weeks(), st.integers(0, 7 * 1440), st.integers(0, 7 * 1440))
@settings(max_examples=60, deadline=None)
def test_working_time_is_what_counting_every_minute_gives(week, one, other):
    zone, first, calendar = week
    start, covered = open_minutes(calendar, zone, first)
    one, other = sorted((one, other))
    expected = sum(covered[one:other]) * MINUTE
    assert working_time(calendar, zone, start + one * MINUTE, start + other * MINUTE) == expected


@given(weeks(), st.integers(0, 3 * 1440), st.integers(1, 2 * 1440))
@settings(max_examples=60, deadline=None)
def test_the_due_time_is_what_counting_every_minute_gives(week, begin, span):
    zone, first, calendar = week
    start, covered = open_minutes(calendar, zone, first)
    worked = [minute for minute in range(begin, len(covered)) if covered[minute]]
    due = due_after(calendar, zone, start + begin * MINUTE, span * MINUTE)
    if len(worked) >= span:
        assert due == start + (worked[span - 1] + 1) * MINUTE
    else:
        assert due > start + len(covered) * MINUTE


@given(weeks(), st.integers(0, 7 * 1440 - 1))
@settings(max_examples=60, deadline=None)
def test_a_site_is_open_in_the_minutes_its_openings_cover(week, minute):
    zone, first, calendar = week
    start, covered = open_minutes(calendar, zone, first)
    assert is_open(calendar, zone, start + minute * MINUTE) is covered[minute]


seconds = st.integers(0, 30 * 86_400).map(lambda number: timedelta(seconds=number))


@given(weeks(), seconds, seconds, seconds)
@settings(max_examples=60, deadline=None)
def test_working_time_adds_up(week, first_part, second_part, offset):
    zone, first, calendar = week
    start = datetime(first.year, first.month, first.day, tzinfo=UTC) - timedelta(days=15) + offset
    middle = start + first_part
    end = middle + second_part
    whole = working_time(calendar, zone, start, end)
    assert whole == working_time(calendar, zone, start, middle) + working_time(calendar, zone, middle, end)
    assert timedelta(0) <= whole <= end - start


@given(weeks(), seconds, st.integers(0, 200_000), st.integers(0, 200_000))
@settings(max_examples=60, deadline=None)
def test_exactly_the_target_has_run_when_it_is_due(week, offset, span, more):
    zone, first, calendar = week
    start = datetime(first.year, first.month, first.day, tzinfo=UTC) - timedelta(days=15) + offset
    span, longer = timedelta(seconds=span), timedelta(seconds=span + more)
    due = due_after(calendar, zone, start, span)
    assert working_time(calendar, zone, start, due) == span
    assert due <= due_after(calendar, zone, start, longer)
    assert due == start or working_time(calendar, zone, start, due - timedelta(seconds=1)) < span  # no earlier moment


@given(st.sampled_from(WEEKS).flatmap(lambda week: calendars_in(week[1])))
@settings(max_examples=60, deadline=None)
def test_a_calendar_written_and_read_again_is_the_same(given_calendar):
    _, calendar = given_calendar
    assert parse_calendar(json.loads(json.dumps(calendar_data(calendar)))) == calendar
