from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.wallclock import EARLIEST, LATEST, clock_text, eve, local_day, read_clock, read_span, utc_at

LONDON = ZoneInfo("Europe/London")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")
APIA = ZoneInfo("Pacific/Apia")
SANTIAGO = ZoneInfo("America/Santiago")


@pytest.mark.parametrize(
    ("zone", "day", "minute", "moment"),
    [
        (LONDON, date(2026, 6, 1), 9 * 60, "2026-06-01T08:00:00"),
        (LONDON, date(2026, 6, 1), 26 * 60, "2026-06-02T01:00:00"),
        (LONDON, date(2026, 3, 29), 60, "2026-03-29T01:00:00"),  # 01:00 to 02:00 is skipped
        (LONDON, date(2026, 3, 29), 90, "2026-03-29T01:00:00"),
        (LONDON, date(2026, 3, 29), 120, "2026-03-29T01:00:00"),
        (LONDON, date(2026, 3, 29), 121, "2026-03-29T01:01:00"),
        (LONDON, date(2026, 10, 25), 60, "2026-10-25T00:00:00"),  # 01:00 to 02:00 is shown twice
        (LONDON, date(2026, 10, 25), 119, "2026-10-25T00:59:00"),
        (LONDON, date(2026, 10, 25), 120, "2026-10-25T02:00:00"),
        (LORD_HOWE, date(2026, 10, 4), 135, "2026-10-03T15:30:00"),  # half an hour is skipped
        (SANTIAGO, date(2026, 9, 6), 0, "2026-09-06T04:00:00"),  # midnight is skipped
        (APIA, date(2011, 12, 30), 720, "2011-12-30T10:00:00"),  # a whole day is skipped
    ],
)
def test_a_time_comes_when_the_wall_clock_first_shows_it_or_a_later_one(zone, day, minute, moment):
    assert utc_at(day, minute, zone) == datetime.fromisoformat(moment).replace(tzinfo=UTC)


@pytest.mark.parametrize("zone", [UTC, LONDON, APIA, SANTIAGO, ZoneInfo("Asia/Shanghai")])
def test_every_moment_given_can_be_shown_in_every_zone(zone):
    assert utc_at(date.min, 0, zone) == EARLIEST
    assert utc_at(date.max, 2878, zone) == LATEST
    for moment in (EARLIEST, LATEST):
        assert moment.astimezone(zone).year in (1, 9999)


def test_the_calendar_has_a_first_and_a_last_day():
    assert eve(date(2026, 3, 1)) == date(2026, 2, 28)
    assert eve(date.min) == date.min
    assert local_day(datetime.max.replace(tzinfo=UTC), APIA) == date.max


@given(
    st.sampled_from([LONDON, LORD_HOWE, APIA, SANTIAGO]),
    st.dates(date(2010, 1, 1), date(2040, 1, 1)),
    st.tuples(st.integers(0, 2879), st.integers(0, 2879)).map(sorted),
)
def test_a_later_time_on_the_wall_is_never_an_earlier_moment(zone, day, minutes):
    earlier, later = minutes
    assert utc_at(day, earlier, zone) <= utc_at(day, later, zone)


@pytest.mark.parametrize("text", ["", "7", "07", "24:01", "07:60", "007:00", "07:00:00", "-1:00", "٠٧:٠٠", "07:00\n"])
def test_what_is_no_clock_time_is_not_read(text):
    assert read_clock(text) is None
    assert read_span(text, "08:00") is None
    assert read_span("08:00", text) is None


@given(st.integers(0, 1439), st.integers(1, 1440))
def test_a_span_written_and_read_again_is_the_same(start, length):
    assert read_span(clock_text(start), clock_text(start + length)) == (start, start + length)
