import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desktop.domain.calendars import (
    ROUND_THE_CLOCK,
    SHOP_DEFAULT,
    due_after,
    is_open,
    next_opening,
    parse_calendar,
    working_time,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
LONDON = ZoneInfo("Europe/London")
NEW_YORK = ZoneInfo("America/New_York")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")
SANTIAGO = ZoneInfo("America/Santiago")


def week(days, *openings):
    return {day: list(openings) for day in days.split()}


NOON_BREAK = parse_calendar({"intervals": {"mon": ["09:00-12:00", "13:30-18:00"], "tue": ["09:00-12:00"]}})
BAR = parse_calendar({"intervals": week("thu fri sat", "17:00-02:00"), "closed": ["2026-06-06"]})
SPRING_FESTIVAL = parse_calendar(
    {
        "intervals": week("mon tue wed thu fri", "09:00-18:00"),
        "closed": ["2026-02-16", "2026-02-17", "2026-02-28"],
        "extra": {"2026-02-14": ["10:00-18:00"], "2026-02-28": ["09:00-12:00"]},
    }
)


def local(text, zone, fold=0):
    return datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold)


def shown(moment, zone):
    return moment.astimezone(zone).isoformat(" ", "minutes")


def hours(number):
    return timedelta(hours=number)


@pytest.mark.parametrize(
    ("calendar", "start", "span", "due"),
    [
        (SHOP_DEFAULT, "2026-06-01 18:00", 4, "2026-06-01 22:00"),  # closing time, not the next morning
        (SHOP_DEFAULT, "2026-06-01 18:01", 4, "2026-06-02 10:01"),
        (SHOP_DEFAULT, "2026-06-01 22:00", 1, "2026-06-02 11:00"),
        (SHOP_DEFAULT, "2026-06-01 03:00", 1, "2026-06-01 11:00"),
        (SHOP_DEFAULT, "2026-06-01 10:00", 24, "2026-06-02 22:00"),
        (SHOP_DEFAULT, "2026-06-01 10:00", 72, "2026-06-06 22:00"),
        (SHOP_DEFAULT, "2026-06-01 23:30", 0, "2026-06-01 23:30"),
        (ROUND_THE_CLOCK, "2026-06-01 23:30", 8, "2026-06-02 07:30"),
        (NOON_BREAK, "2026-06-01 11:00", 1, "2026-06-01 12:00"),  # a Monday
        (NOON_BREAK, "2026-06-01 11:00", 2, "2026-06-01 14:30"),
        (NOON_BREAK, "2026-06-01 12:30", 4.5, "2026-06-01 18:00"),
        (NOON_BREAK, "2026-06-01 17:00", 4, "2026-06-02 12:00"),
        (NOON_BREAK, "2026-06-02 11:00", 2, "2026-06-08 10:00"),  # to the next Monday
        (SPRING_FESTIVAL, "2026-02-13 17:00", 1, "2026-02-13 18:00"),
        (SPRING_FESTIVAL, "2026-02-13 17:00", 2, "2026-02-14 11:00"),  # a Saturday that is worked
        (SPRING_FESTIVAL, "2026-02-14 17:00", 2, "2026-02-18 10:00"),  # over Sunday and two closed days
        (SPRING_FESTIVAL, "2026-02-27 17:00", 2, "2026-02-28 10:00"),  # extra holds against closed
        (BAR, "2026-06-05 23:00", 3, "2026-06-06 02:00"),  # Friday night's tail stays on a closed Saturday
        (BAR, "2026-06-06 01:00", 2, "2026-06-11 18:00"),  # but Saturday night is gone
        (BAR, "2026-06-06 17:00", 1, "2026-06-11 18:00"),
    ],
)
def test_a_target_is_due_at_the_earliest_moment_it_has_run(calendar, start, span, due):
    found = due_after(calendar, SHANGHAI, local(start, SHANGHAI), hours(span))
    assert found == local(due, SHANGHAI)
    assert found.tzinfo is UTC


@pytest.mark.parametrize(
    ("zone", "intervals", "start", "end", "worked"),
    [
        # The night on which the clocks go forward is an hour shorter, the other an hour longer.
        (LONDON, "00:00-24:00", "2026-03-29 00:00", "2026-03-30 00:00", 23),
        (LONDON, "00:00-24:00", "2026-10-25 00:00", "2026-10-26 00:00", 25),
        (LONDON, "22:00-06:00", "2026-03-28 22:00", "2026-03-29 06:00", 7),
        (LONDON, "22:00-06:00", "2026-10-24 22:00", "2026-10-25 06:00", 9),
        (NEW_YORK, "00:00-24:00", "2026-03-08 00:00", "2026-03-09 00:00", 23),
        (NEW_YORK, "00:00-24:00", "2026-11-01 00:00", "2026-11-02 00:00", 25),
        (NEW_YORK, "17:00-02:00", "2026-03-07 12:00", "2026-03-08 12:00", 9),
        (NEW_YORK, "17:00-02:00", "2026-10-31 12:00", "2026-11-01 12:00", 10),
        (NEW_YORK, "09:00-18:00", "2026-03-08 00:00", "2026-03-09 00:00", 9),
        (SHANGHAI, "22:00-06:00", "2026-03-28 22:00", "2026-03-29 06:00", 8),
        (LORD_HOWE, "00:00-24:00", "2026-10-04 00:00", "2026-10-05 00:00", 23.5),
        (LORD_HOWE, "00:00-24:00", "2026-04-05 00:00", "2026-04-06 00:00", 24.5),
        # Where the clock jumps at midnight, no hour is lost between two whole days, and none counts twice.
        (SANTIAGO, "00:00-24:00", "2026-09-05 12:00", "2026-09-06 12:00", 23),
        (SANTIAGO, "00:00-24:00", "2026-04-04 12:00", "2026-04-05 12:00", 25),
        # A time that is skipped comes with the jump; one that is shown twice counts at its first showing.
        (LONDON, "01:30-03:00", "2026-03-29 00:00", "2026-03-29 12:00", 1),
        (LONDON, "00:00-01:30", "2026-03-29 00:00", "2026-03-29 12:00", 1),
        (LONDON, "01:15-01:45", "2026-03-29 00:00", "2026-03-29 12:00", 0),
        (LONDON, "01:15-01:45", "2026-10-25 00:00", "2026-10-25 12:00", 0.5),
        (LONDON, "00:00-01:30", "2026-10-25 00:00", "2026-10-25 12:00", 1.5),
        (LONDON, "01:30-03:00", "2026-10-25 00:00", "2026-10-25 12:00", 2.5),
    ],
)
def test_working_time_is_elapsed_time_when_the_clocks_change(zone, intervals, start, end, worked):
    shut_monday = parse_calendar({"intervals": week("sat sun", intervals)})
    assert working_time(shut_monday, zone, local(start, zone), local(end, zone)) == hours(worked)


@pytest.mark.parametrize(
    ("zone", "start", "due"),
    [
        (LONDON, "2026-03-28 22:00", "2026-03-29 07:00+01:00"),
        (LONDON, "2026-10-24 22:00", "2026-10-25 05:00+00:00"),
        (NEW_YORK, "2026-03-07 22:00", "2026-03-08 07:00-04:00"),
        (NEW_YORK, "2026-10-31 22:00", "2026-11-01 05:00-05:00"),
        (LORD_HOWE, "2026-10-03 22:00", "2026-10-04 06:30+11:00"),
        (LORD_HOWE, "2026-04-04 22:00", "2026-04-05 05:30+10:30"),
        (SHANGHAI, "2026-03-28 22:00", "2026-03-29 06:00+08:00"),
    ],
)
def test_eight_hours_are_eight_hours_over_a_change_of_the_clocks(zone, start, due):
    weekend = parse_calendar({"intervals": week("sat sun", "00:00-24:00")})
    for calendar in (ROUND_THE_CLOCK, weekend):
        assert shown(due_after(calendar, zone, local(start, zone), hours(8)), zone) == due


@pytest.mark.parametrize(
    ("moment", "is_it"),
    [
        ("2026-06-01 09:59:59", False),
        ("2026-06-01 10:00:00", True),
        ("2026-06-01 21:59:59", True),
        ("2026-06-01 22:00:00", False),
    ],
)
def test_the_opening_minute_is_open_and_closing_time_is_not(moment, is_it):
    assert is_open(SHOP_DEFAULT, SHANGHAI, local(moment, SHANGHAI)) is is_it
    assert is_open(ROUND_THE_CLOCK, SHANGHAI, local(moment, SHANGHAI))


@pytest.mark.parametrize(
    ("calendar", "moment", "opens"),
    [
        (SHOP_DEFAULT, "2026-06-01 22:00", "2026-06-02 10:00"),
        (SHOP_DEFAULT, "2026-06-01 12:34", "2026-06-01 12:34"),
        (BAR, "2026-06-06 00:30", "2026-06-06 00:30"),
        (BAR, "2026-06-06 02:00", "2026-06-11 17:00"),
        (ROUND_THE_CLOCK, "2026-06-06 02:00", "2026-06-06 02:00"),
    ],
)
def test_the_next_opening_is_now_while_the_site_is_open(calendar, moment, opens):
    assert next_opening(calendar, SHANGHAI, local(moment, SHANGHAI)) == local(opens, SHANGHAI)


def test_openings_that_overlap_or_run_into_the_next_day_count_once():
    weekly = week("mon tue", "10:00-14:00", "12:00-13:00", "13:00-18:00", "20:00-11:00")
    start = local("2026-06-01 00:00", SHANGHAI)  # a Monday
    worked = working_time(parse_calendar({"intervals": weekly}), SHANGHAI, start, start + timedelta(days=3))
    assert worked == hours(8 + 15 + 7 + 15)  # Monday's night reaches an hour into Tuesday's opening


def test_time_the_wrong_way_round_is_no_working_time():
    start = local("2026-06-01 12:00", SHANGHAI)
    for calendar in (SHOP_DEFAULT, ROUND_THE_CLOCK):
        assert working_time(calendar, SHANGHAI, start, start - hours(2)) == timedelta(0)


def test_moments_may_come_in_any_zone():
    start, end = local("2026-10-25 00:30", LONDON), local("2026-10-25 02:30", LONDON)  # three hours, not two
    assert working_time(ROUND_THE_CLOCK, LONDON, start, end) == hours(3)
    assert due_after(ROUND_THE_CLOCK, SHANGHAI, start, hours(3)) == end.astimezone(UTC)


def test_nothing_is_due_after_the_last_opening():
    fair = parse_calendar({"intervals": {}, "extra": {"2026-07-01": ["09:00-17:00"], "2026-07-03": ["09:00-17:00"]}})
    start = local("2026-06-01 00:00", SHANGHAI)
    assert due_after(fair, SHANGHAI, start, hours(16)) == local("2026-07-03 17:00", SHANGHAI)
    assert due_after(fair, SHANGHAI, start, hours(16) + timedelta(seconds=1)) is None
    assert next_opening(fair, SHANGHAI, local("2026-07-03 17:00", SHANGHAI)) is None


@pytest.mark.parametrize("zone", [UTC, SHANGHAI, NEW_YORK, SANTIAGO, ZoneInfo("Pacific/Kiritimati")])
@pytest.mark.parametrize("calendar", [ROUND_THE_CLOCK, SHOP_DEFAULT, BAR, SPRING_FESTIVAL])
@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00", "9999-12-31T23:59:59", "9999-12-29T12:00:00"])
def test_the_ends_of_the_calendar_are_no_crash(zone, calendar, moment):
    start = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    due = due_after(calendar, zone, start, timedelta(days=200))
    assert due is None if start.year == 9999 else due > start
    assert working_time(calendar, zone, start, start) == timedelta(0)
    opens = next_opening(calendar, zone, start)
    assert opens is None or opens >= start
    assert is_open(calendar, zone, start) is (opens == start)


def test_a_year_of_an_hour_a_week_is_looked_for_without_delay():
    hourly = parse_calendar({"intervals": {"mon": ["09:00-10:00"]}})
    begun = time.perf_counter()
    assert due_after(hourly, NEW_YORK, local("2026-06-01 00:00", NEW_YORK), timedelta(days=365)) is None
    assert time.perf_counter() - begun < 2  # it takes a tenth of that; a walk by minutes would take a minute
