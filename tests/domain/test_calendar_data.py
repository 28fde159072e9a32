from datetime import date

import pytest

from desktop.domain.calendars import (
    ROUND_THE_CLOCK,
    SHOP_DEFAULT,
    WHOLE_DAY,
    Calendar,
    Interval,
    calendar_data,
    parse_calendar,
)
from desktop.errors import UserError


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("09:00-12:00", Interval(540, 720)),
        ("9:00-12:00", Interval(540, 720)),
        ("17:00-02:00", Interval(1020, 1560)),
        ("00:00-24:00", WHOLE_DAY),
        ("00:00-00:00", WHOLE_DAY),
        ("18:00-24:00", Interval(1080, 1440)),
        ("18:00-00:00", Interval(1080, 1440)),
        ("23:59-23:58", Interval(1439, 2878)),
        (" 09:00 – 12:00 ", Interval(540, 720)),
        ("０９：００－１２：００", Interval(540, 720)),
        ("09：00～12：00", Interval(540, 720)),
    ],
)
def test_an_opening_is_read_as_people_write_it(text, interval):
    calendar = parse_calendar({"intervals": {"wed": [text]}})
    assert calendar.weekly == ((), (), (interval,), (), (), (), ())


@pytest.mark.parametrize(
    ("data", "code", "field"),
    [
        (None, "missing", "calendar"),
        ([], "bad_value", "calendar"),
        ({}, "calendar_never_open", "intervals"),
        ({"intervals": {"mon": []}}, "calendar_never_open", "intervals"),
        ({"intervals": {}, "closed": ["2026-01-01"]}, "calendar_never_open", "intervals"),
        ({"intervals": []}, "bad_value", "intervals"),
        ({"intervals": {"mon": "09:00-12:00"}}, "bad_value", "intervals.mon"),
        ({"intervals": {"mon": [None]}}, "missing", "intervals.mon"),
        ({"intervals": {"mon": [900]}}, "bad_value", "intervals.mon"),
        ({"intervals": {"mon": ["09:00"]}}, "bad_value", "intervals.mon"),
        ({"intervals": {"mon": ["09:00-09:00"]}}, "bad_value", "intervals.mon"),
        ({"intervals": {"mon": ["24:00-02:00"]}}, "bad_value", "intervals.mon"),
        ({"intervals": {"mon": ["24:00-24:00"]}}, "bad_value", "intervals.mon"),
        ({"intervals": {"mon": ["22:00-26:00"]}}, "bad_value", "intervals.mon"),
        ({"intervals": {"mon": ["22:00-24:01"]}}, "bad_value", "intervals.mon"),
        ({"intervals": {"mon": ["09:60-12:00"]}}, "bad_value", "intervals.mon"),
        ({"intervals": {"mon": ["-1:00-12:00"]}}, "bad_value", "intervals.mon"),
        ({"intervals": {"mon": ["09:00-12:00-13:00"]}}, "bad_value", "intervals.mon"),
        ({"intervals": {"mon": ["09:00-12:00\x00"]}}, "bad_value", "intervals.mon"),
        ({"intervals": {"Mon": ["09:00-12:00"]}}, "unknown_field", "intervals.Mon"),
        ({"intervals": {"mon": ["09:00-12:00"]}, "open": []}, "unknown_field", "open"),
        ({"intervals": {"mon": ["09:00-12:00"]}, "closed": "2026-01-01"}, "bad_value", "closed"),
        ({"intervals": {"mon": ["09:00-12:00"]}, "closed": ["2026-02-30"]}, "bad_value", "closed"),
        ({"intervals": {"mon": ["09:00-12:00"]}, "closed": ["20260101"]}, "bad_value", "closed"),
        ({"intervals": {"mon": ["09:00-12:00"]}, "closed": ["2026-W01-1"]}, "bad_value", "closed"),
        ({"intervals": {"mon": ["09:00-12:00"]}, "extra": {"soon": ["09:00-12:00"]}}, "bad_value", "extra.soon"),
        ({"intervals": {"mon": ["09:00-12:00"]}, "extra": {"2026-02-14": []}}, "bad_value", "extra.2026-02-14"),
        ({"intervals": {"mon": ["09:00-12:00"]}, "extra": {"2026-02-14": ["x"]}}, "bad_value", "extra.2026-02-14"),
        ({"intervals": {"mon": ["09:00-12:00"]}, "extra": ["2026-02-14"]}, "bad_value", "extra"),
    ],
)
def test_a_calendar_that_cannot_be_meant_is_refused_where_it_is_wrong(data, code, field):
    with pytest.raises(UserError) as refusal:
        parse_calendar(data)
    assert (refusal.value.code, refusal.value.field) == (code, field)


def test_a_refused_value_is_told_short_with_an_example():
    with pytest.raises(UserError) as refusal:
        parse_calendar({"intervals": {"mon": ["9 to 5 " * 1000]}})
    assert refusal.value.params["value"] == "9 to 5 9 to 5 9 to 5 9 to 5 9 to 5 9 to 5 9 to 5 9 to 5 9 t…"
    assert refusal.value.params["example"] == "09:00-18:00"


def test_parts_that_are_null_count_as_left_out():
    data = {"intervals": {"mon": ["09:00-12:00"], "tue": None}, "closed": None, "extra": None}
    assert parse_calendar(data) == parse_calendar({"intervals": {"mon": ["09:00-12:00"]}})


def test_a_week_of_whole_days_is_round_the_clock_until_a_date_is_closed():
    halves = {name: ["12:00-24:00", "00:00-12:00"] for name in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
    assert parse_calendar({"intervals": halves}).always
    assert not parse_calendar({"intervals": halves, "closed": ["2026-01-01"]}).always
    assert not SHOP_DEFAULT.always


def test_equal_calendars_are_equal_in_any_order():
    one = Calendar(((Interval(540, 720), Interval(780, 1080)),) * 7, extra=((date(2026, 2, 14), (WHOLE_DAY,)),))
    other = Calendar(((Interval(780, 1080), Interval(540, 720)),) * 7, extra=((date(2026, 2, 14), (WHOLE_DAY,)),))
    assert one == other
    assert hash(one) == hash(other)


@pytest.mark.parametrize(("start", "end"), [(540, 540), (-1, 60), (1440, 1500), (540, 1980), (0, 1441), (600, 540)])
def test_an_opening_of_no_length_or_more_than_a_day_cannot_be_made(start, end):
    with pytest.raises(ValueError, match="no opening"):
        Interval(start, end)


def test_a_calendar_has_seven_days():
    with pytest.raises(ValueError, match="6 days"):
        Calendar(((WHOLE_DAY,),) * 6)


@pytest.mark.parametrize("calendar", [ROUND_THE_CLOCK, SHOP_DEFAULT])
def test_the_shipped_calendars_can_be_written_and_read(calendar):
    assert parse_calendar(calendar_data(calendar)) == calendar
