"""Times as people and systems write them (interfaces.md)."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import UserError
from desktop.exchange.times import EARLIEST, LATEST, parse_date, parse_time

SHANGHAI, LONDON = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/London")
SIX = datetime(2026, 6, 6, 1, 30, tzinfo=UTC)
MIDNIGHT = datetime(2026, 6, 5, 16, tzinfo=UTC)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-06-06T09:30:00+08:00", SIX),
        ("2026-06-06 09:30", SIX),
        ("2026-06-06T09:30", SIX),
        ("2026-06-06t09:30:00", SIX),
        ("2026-06-06T01:30:00Z", SIX),
        ("2026-06-06T01:30Z", SIX),
        ("2026-06-06T01:30:00+0000", SIX),
        ("2026-06-05T18:30:00-07:00", SIX),
        ("2026-06-06T09:30:00.987654", SIX),  # whole seconds are kept
        (" 2026-06-06 09:30 ", SIX),
        ("2026-06-06T00:00:00", MIDNIGHT),
        ("1970-01-02T00:00:00Z", EARLIEST),
        ("9999-01-01T00:00:00Z", LATEST),
    ],
)
def test_a_time_is_iso_8601_and_the_sites_own_without_an_offset(text: str, moment: datetime) -> None:
    assert parse_time(text, "at", SHANGHAI) == moment


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "2026-06-06",
        "09:30",
        "2026-13-01 09:30",
        "2026-02-30 09:30",
        "2026-06-06 24:00",
        "2026-06-06 09:60",
        "2026-06-06 09:30:60",
        "2026-06-06T09:30:00+25:00",
        "2026-06-06T09:30:00+8",
        "2026/06/06 09:30",
        "26-06-06 09:30",
        "0000-01-01T00:00:00Z",
        "1969-12-31T23:59:59Z",
        "9999-12-31T23:59:59Z",
        "9999-12-31 23:59",
        "12026-06-06 09:30",
        "2026-06-06 09:30 and more",
        "2026-06-06\n09:30",
        1_780_000_000,
        1.5,
        True,
        None,
        ["2026-06-06 09:30"],
        {},
        "\ud800",
    ],
)
def test_what_is_no_time_is_refused_by_name(bad: object) -> None:
    with pytest.raises(UserError) as refusal:
        parse_time(bad, "received_at", SHANGHAI)
    assert (refusal.value.code, refusal.value.field) == ("bad_time", "received_at")


def test_an_hour_that_the_clock_skips_or_shows_twice_is_still_a_time() -> None:
    assert parse_time("2026-03-29 01:30", "at", LONDON) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert parse_time("2026-10-25 01:30", "at", LONDON) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@given(st.integers(int(EARLIEST.timestamp()), int(LATEST.timestamp())))
def test_what_is_printed_is_read_as_the_same_moment(seconds: int) -> None:
    whole = datetime.fromtimestamp(seconds, UTC)
    printed = whole.astimezone(SHANGHAI).isoformat(timespec="seconds")
    assert parse_time(printed, "at", LONDON) == whole


@given(json_values)
def test_any_value_gives_a_moment_or_a_refusal(value: object) -> None:
    try:
        moment = parse_time(value, "at", SHANGHAI)
    except UserError as refusal:
        assert refusal.code == "bad_time"  # noqa: PT017 (both ends are right)
    else:
        assert EARLIEST <= moment <= LATEST


def test_a_date_is_year_month_and_day() -> None:
    assert parse_date("2026-06-06", "problem_date") == date(2026, 6, 6)


@pytest.mark.parametrize(
    "bad",
    ["", "2026-6-6", "20260606", "2026-02-30", "2026-W23-6", "2026-06-06T00:00", "２０２６-06-06", 1, None, []],
)
def test_what_is_no_date_is_refused_by_name(bad: object) -> None:
    with pytest.raises(UserError) as refusal:
        parse_date(bad, "problem_date")
    assert (refusal.value.code, refusal.value.field) == ("bad_date", "problem_date")
