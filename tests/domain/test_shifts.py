import json
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.shifts import DEFAULT_SHIFTS, Shift, parse_shifts, shift_at, shift_bounds, shifts_data
from desktop.errors import UserError

SHANGHAI = ZoneInfo("Asia/Shanghai")
LONDON = ZoneInfo("Europe/London")
NEW_YORK = ZoneInfo("America/New_York")
ZONES = [SHANGHAI, LONDON, NEW_YORK, ZoneInfo("Australia/Lord_Howe"), ZoneInfo("America/Santiago")]

DUTY = {"code": "duty", "name": "Duty", "from": "07:00", "to": "07:00"}


def on_duty(shifts, moment, zone=SHANGHAI):
    found = shift_at(shifts, zone, datetime.fromisoformat(moment).replace(tzinfo=zone))
    return (found[0].code, found[1].isoformat()) if found else None


@pytest.mark.parametrize(
    ("moment", "code", "day"),
    [
        ("2026-06-01 06:59:59", "night", "2026-05-31"),
        ("2026-06-01 07:00:00", "day", "2026-06-01"),
        ("2026-06-01 14:59:59", "day", "2026-06-01"),
        ("2026-06-01 15:00:00", "evening", "2026-06-01"),
        ("2026-06-01 22:59:59", "evening", "2026-06-01"),
        ("2026-06-01 23:00:00", "night", "2026-06-01"),
        ("2026-06-02 00:00:00", "night", "2026-06-01"),
        ("2026-06-02 06:59:59", "night", "2026-06-01"),
    ],
)
def test_the_start_belongs_to_the_shift_and_a_night_bears_its_start_date(moment, code, day):
    assert on_duty(DEFAULT_SHIFTS, moment) == (code, day)


def test_a_shift_is_judged_on_the_sites_clock_whatever_zone_a_moment_comes_in():
    moment = datetime(2026, 5, 31, 23, 0, tzinfo=UTC)  # 07:00 in Shanghai, midnight in London
    assert shift_at(DEFAULT_SHIFTS, SHANGHAI, moment) == (DEFAULT_SHIFTS[0], date(2026, 6, 1))
    assert shift_at(DEFAULT_SHIFTS, LONDON, moment.astimezone(NEW_YORK)) == (DEFAULT_SHIFTS[2], date(2026, 5, 31))


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        (SHANGHAI, date(2026, 3, 28), 8),
        (LONDON, date(2026, 3, 28), 7),
        (LONDON, date(2026, 10, 24), 9),
        (NEW_YORK, date(2026, 3, 7), 7),
        (NEW_YORK, date(2026, 10, 31), 9),
    ],
)
def test_a_night_on_which_the_clocks_change_is_longer_or_shorter(zone, day, hours):
    start, end = shift_bounds(DEFAULT_SHIFTS[2], day, zone)
    assert end - start == timedelta(hours=hours)
    assert start.tzinfo is UTC


def test_nobody_is_on_duty_in_a_gap():
    shifts = parse_shifts([{"code": "open", "name": "Opening hours", "from": "10:00", "to": "22:00"}])
    assert on_duty(shifts, "2026-06-01 09:59") is None
    assert on_duty(shifts, "2026-06-01 10:00") == ("open", "2026-06-01")
    assert on_duty(shifts, "2026-06-01 22:00") is None


def test_one_shift_may_last_the_whole_day():
    shifts = parse_shifts([DUTY])
    assert on_duty(shifts, "2026-06-01 06:59") == ("duty", "2026-05-31")
    assert on_duty(shifts, "2026-06-01 07:00") == ("duty", "2026-06-01")


def test_the_ends_of_the_calendar_are_no_crash():
    for zone in ZONES:
        for moment in (datetime.min.replace(tzinfo=UTC), datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)):
            found = shift_at(DEFAULT_SHIFTS, zone, moment)
            assert found is None or found[0] in DEFAULT_SHIFTS


@pytest.mark.parametrize(
    ("data", "code", "field"),
    [
        (None, "missing", "shifts"),
        ([], "shifts_empty", "shifts"),
        ({"day": {}}, "bad_value", "shifts"),
        (["day"], "bad_value", "shifts.0"),
        ([DUTY, {**DUTY, "code": None}], "missing", "shifts.1.code"),
        ([{**DUTY, "code": "two words"}], "bad_value", "shifts.0.code"),
        ([{**DUTY, "code": "x" * 33}], "bad_value", "shifts.0.code"),
        ([{**DUTY, "code": 1}], "bad_value", "shifts.0.code"),
        ([{**DUTY, "name": " "}], "missing", "shifts.0.name"),
        ([{**DUTY, "name": None}], "missing", "shifts.0.name"),
        ([{**DUTY, "name": "a\x00b"}], "bad_characters", "shifts.0.name"),
        ([{**DUTY, "name": "x" * 1001}], "too_long", "shifts.0.name"),
        ([{**DUTY, "from": "24:00"}], "bad_value", "shifts.0.from"),
        ([{**DUTY, "from": "7"}], "bad_value", "shifts.0.from"),
        ([{**DUTY, "to": "25:00"}], "bad_value", "shifts.0.to"),
        ([{**DUTY, "to": None}], "missing", "shifts.0.to"),
        ([{**DUTY, "colour": "red"}], "unknown_field", "shifts.0.colour"),
        ([{**DUTY, "to": "12:00"}, {**DUTY, "code": "DUTY", "from": "12:00"}], "shift_code_twice", "shifts.1.code"),
        ([DUTY, {**DUTY, "code": "b", "from": "12:00", "to": "13:00"}], "shifts_overlap", "shifts"),
    ],
)
def test_shifts_that_cannot_be_meant_are_refused_where_they_are_wrong(data, code, field):
    with pytest.raises(UserError) as refusal:
        parse_shifts(data)
    assert (refusal.value.code, refusal.value.field) == (code, field)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (("07:00", "15:00"), ("15:00", "23:00"), False),
        (("07:00", "15:01"), ("15:00", "23:00"), True),
        (("23:00", "07:00"), ("07:00", "15:00"), False),
        (("23:00", "07:00"), ("06:59", "15:00"), True),
        (("23:00", "07:00"), ("01:00", "02:00"), True),
        (("22:00", "06:00"), ("21:00", "05:00"), True),
        (("12:00", "24:00"), ("00:00", "12:00"), False),
        (("00:00", "24:00"), ("12:00", "13:00"), True),
    ],
)
def test_two_shifts_never_share_a_minute_of_the_day(one, other, overlap):
    data = [
        {"code": "a", "name": "A", "from": one[0], "to": one[1]},
        {"code": "b", "name": "B", "from": other[0], "to": other[1]},
    ]
    for order in (data, data[::-1]):
        if overlap:
            with pytest.raises(UserError) as refusal:
                parse_shifts(order)
            assert {refusal.value.params["shift"], refusal.value.params["other"]} == {"a", "b"}
        else:
            assert [shift.code for shift in parse_shifts(order)] == [item["code"] for item in order]


def test_full_width_times_and_chinese_names_are_read_as_written():
    (shift,) = parse_shifts([{"code": "早班", "name": "早班（一）", "from": "０７：００", "to": "15:00"}])
    assert shift == Shift("早班", "早班（一）", 420, 900)


def test_the_shipped_shifts_can_be_written_and_read():
    assert parse_shifts(json.loads(json.dumps(shifts_data(DEFAULT_SHIFTS)))) == DEFAULT_SHIFTS


@pytest.mark.parametrize(("start", "end"), [(420, 420), (-1, 60), (1440, 1500), (420, 1861)])
def test_a_shift_of_no_length_or_more_than_a_day_cannot_be_made(start, end):
    with pytest.raises(ValueError, match="no shift"):
        Shift("x", "X", start, end)


@st.composite
def rounds_of_shifts(draw):
    """Shifts that follow one another around the day, the last one back to the first's start; some are left out."""
    starts = sorted(draw(st.sets(st.integers(0, 1439), min_size=1, max_size=5)))
    ends = [*starts[1:], starts[0] + 1440]
    shifts = [Shift(f"s{n}", f"Shift {n}", *span) for n, span in enumerate(zip(starts, ends, strict=True))]
    kept = draw(st.lists(st.sampled_from(shifts), min_size=1, unique=True))
    return tuple(kept), len(kept) == len(shifts)


moments = st.one_of(
    st.integers(0, 15 * 365 * 86_400).map(lambda second: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(seconds=second)),
    *(  # the nights of clock changes, more often
        st.integers(0, 86_400).map(lambda second, eve=eve: eve + timedelta(seconds=second))
        for eve in (datetime(2026, month, day, 20, tzinfo=UTC) for month, day in ((3, 28), (10, 24), (10, 31)))
    ),
)


@given(rounds_of_shifts(), st.sampled_from(ZONES), moments)
def test_the_bounds_of_the_shift_on_duty_hold_the_moment(round_of_shifts, zone, moment):
    shifts, whole_day = round_of_shifts
    found = shift_at(shifts, zone, moment)
    if found is None:
        assert not whole_day  # without gaps someone is always on duty
    else:
        start, end = shift_bounds(*found, zone)
        assert start <= moment < end


@given(rounds_of_shifts())
def test_shifts_written_and_read_again_are_the_same(round_of_shifts):
    shifts, _ = round_of_shifts
    assert parse_shifts(shifts_data(shifts)) == shifts
