from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.calendars import ROUND_THE_CLOCK, SHOP_DEFAULT, parse_calendar, working_time
from desktop.domain.clocks import Pause, calendar_for, next_due, paused_minutes, resolve_due, respond_due
from desktop.domain.kinds import Band
from desktop.domain.targets import DEFAULT_TARGETS, parse_targets

SHANGHAI = ZoneInfo("Asia/Shanghai")
LONDON = ZoneInfo("Europe/London")


def local(text, zone=SHANGHAI):
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


def pause(start, end=None):
    return Pause(local(start), local(end) if end else None)


def due(band, start, *pauses, calendar=SHOP_DEFAULT, zone=SHANGHAI):
    return resolve_due(band, DEFAULT_TARGETS, calendar, zone, local(start, zone), pauses)


@pytest.mark.parametrize(
    ("band", "respond", "resolve"),
    [
        (Band.P1, "2026-06-01 21:40", "2026-06-01 23:30"),  # round the clock
        (Band.P2, "2026-06-01 22:00", "2026-06-02 17:30"),  # the shop shuts at 22:00 and opens at 10:00
        (Band.P3, "2026-06-02 10:30", "2026-06-03 21:30"),
        (Band.P4, "2026-06-02 13:30", "2026-06-07 21:30"),
    ],
)
def test_a_band_runs_on_its_own_calendar(band, respond, resolve):
    received = local("2026-06-01 21:30")
    assert respond_due(band, DEFAULT_TARGETS, SHOP_DEFAULT, SHANGHAI, received) == local(respond)
    assert resolve_due(band, DEFAULT_TARGETS, SHOP_DEFAULT, SHANGHAI, received, ()) == local(resolve)


def test_only_p1_leaves_the_sites_calendar():
    assert calendar_for(Band.P1, SHOP_DEFAULT) is ROUND_THE_CLOCK
    assert [calendar_for(band, SHOP_DEFAULT) for band in (Band.P2, Band.P3, Band.P4)] == [SHOP_DEFAULT] * 3


@pytest.mark.parametrize(
    ("pauses", "resolve", "minutes"),
    [
        ((), "2026-06-01 20:00", 0),
        ((("2026-06-01 13:00", "2026-06-01 14:00"),), "2026-06-01 21:00", 60),
        ((("2026-06-01 13:00", "2026-06-01 15:00"),), "2026-06-01 22:00", 120),
        ((("2026-06-01 13:00", "2026-06-01 15:01"),), "2026-06-02 10:01", 121),
        # The night is not the guest's delay: the shop was shut.
        ((("2026-06-01 21:00", "2026-06-02 11:00"),), "2026-06-01 22:00", 120),
        ((("2026-06-01 22:00", "2026-06-02 10:00"),), "2026-06-01 20:00", 0),
        # What overlaps counts once, in any order; what lies before the clock's start not at all.
        ((("2026-06-01 13:30", "2026-06-01 14:00"), ("2026-06-01 13:00", "2026-06-01 13:45")), "2026-06-01 21:00", 60),
        ((("2026-06-01 13:00", "2026-06-01 14:00"), ("2026-06-01 13:15", "2026-06-01 13:30")), "2026-06-01 21:00", 60),
        ((("2026-06-01 10:00", "2026-06-01 12:30"),), "2026-06-01 20:30", 30),
        ((("2026-06-01 10:00", "2026-06-01 11:00"),), "2026-06-01 20:00", 0),
        ((("2026-06-01 13:00", "2026-06-01 13:00"),), "2026-06-01 20:00", 0),
    ],
)
def test_the_guests_working_time_is_added_to_the_resolve_clock(pauses, resolve, minutes):
    pauses = [pause(*times) for times in pauses]
    start = local("2026-06-01 12:00")
    assert resolve_due(Band.P2, DEFAULT_TARGETS, SHOP_DEFAULT, SHANGHAI, start, pauses) == local(resolve)
    now = local("2026-06-05 12:00")
    assert paused_minutes(Band.P2, SHOP_DEFAULT, SHANGHAI, start, pauses, now) == minutes


def test_no_resolve_clock_runs_while_the_guest_is_waited_for():
    ended, waiting = pause("2026-06-01 13:00", "2026-06-01 14:00"), pause("2026-06-01 15:00")
    assert due(Band.P2, "2026-06-01 12:00", ended, waiting) is None
    assert due(Band.P2, "2026-06-01 12:00", ended) == local("2026-06-01 21:00")


@pytest.mark.parametrize(
    ("now", "minutes"),
    [
        ("2026-06-01 11:00", 0),
        ("2026-06-01 13:30", 30),
        ("2026-06-01 15:00", 60),
        ("2026-06-01 21:00", 60),
        ("2026-06-01 21:30:59", 90),
        ("2026-06-02 09:00", 120),
        ("2026-06-02 10:30", 150),
    ],
)
def test_the_wait_counts_up_to_now_in_whole_minutes(now, minutes):
    pauses = (pause("2026-06-01 13:00", "2026-06-01 14:00"), pause("2026-06-01 21:00"))
    assert paused_minutes(Band.P3, SHOP_DEFAULT, SHANGHAI, local("2026-06-01 12:00"), pauses, local(now)) == minutes


def test_seconds_of_several_pauses_make_up_a_minute():
    pauses = (pause("2026-06-01 13:00", "2026-06-01 13:00:40"), pause("2026-06-01 14:00", "2026-06-01 14:00:40"))
    start, now = local("2026-06-01 12:00"), local("2026-06-01 18:00")
    assert paused_minutes(Band.P3, SHOP_DEFAULT, SHANGHAI, start, pauses, now) == 1
    assert due(Band.P2, "2026-06-01 12:00", *pauses) == local("2026-06-01 20:01:20")


def test_a_change_of_band_weighs_the_same_pause_in_the_new_calendar():
    overnight = pause("2026-06-01 21:00", "2026-06-02 11:00")
    assert due(Band.P2, "2026-06-01 20:00", overnight) == local("2026-06-02 18:00")  # 8 h and 2 of the guest's
    assert due(Band.P1, "2026-06-01 20:00", overnight) == local("2026-06-02 12:00")  # 2 h and 14 of the guest's
    now = local("2026-06-02 12:00")
    waited = [
        paused_minutes(band, SHOP_DEFAULT, SHANGHAI, local("2026-06-01 20:00"), (overnight,), now)
        for band in (Band.P1, Band.P2)
    ]
    assert waited == [14 * 60, 2 * 60]


def test_a_pause_never_moves_the_first_response():
    # The function takes no pauses at all; a hotel at night shows the plain sum.
    received = local("2026-06-01 23:50")
    assert respond_due(Band.P3, DEFAULT_TARGETS, ROUND_THE_CLOCK, SHANGHAI, received) == local("2026-06-02 00:50")


def test_a_reopening_counts_afresh_from_its_own_time():
    before = pause("2026-06-01 13:00", "2026-06-01 14:00")
    after = pause("2026-06-03 11:00", "2026-06-03 11:30")
    assert due(Band.P2, "2026-06-03 10:00", before, after) == local("2026-06-03 18:30")


def test_a_night_of_changing_clocks_moves_the_wall_clock_and_not_the_hours():
    assert due(Band.P2, "2026-10-24 22:00", calendar=ROUND_THE_CLOCK, zone=LONDON) == local("2026-10-25 05:00", LONDON)
    assert due(Band.P1, "2026-03-29 00:30", zone=LONDON) == local("2026-03-29 03:30", LONDON)


def test_a_clock_beyond_the_last_opening_has_no_due_time():
    fair = parse_calendar({"intervals": {}, "extra": {"2026-06-01": ["10:00-16:00"]}})
    assert respond_due(Band.P4, DEFAULT_TARGETS, fair, SHANGHAI, local("2026-06-01 12:00")) == local("2026-06-01 16:00")
    assert respond_due(Band.P4, DEFAULT_TARGETS, fair, SHANGHAI, local("2026-06-01 12:01")) is None
    assert due(Band.P1, "9999-12-30 07:00") is None


def test_a_sites_own_targets_are_used():
    targets = parse_targets({"P3": {"respond_min": 45, "resolve_min": 90}}, DEFAULT_TARGETS)
    received = local("2026-06-01 12:00")
    assert respond_due(Band.P3, targets, SHOP_DEFAULT, SHANGHAI, received) == local("2026-06-01 12:45")
    assert resolve_due(Band.P3, targets, SHOP_DEFAULT, SHANGHAI, received, ()) == local("2026-06-01 13:30")


minutes = st.integers(0, 5 * 1440)
spans = st.lists(st.tuples(minutes, minutes).map(sorted), max_size=4)


@given(spans, st.integers(0, 2 * 1440), st.sampled_from([SHOP_DEFAULT, ROUND_THE_CLOCK]))
@settings(max_examples=60, deadline=None)
def test_pauses_weigh_what_counting_every_minute_gives(spans, begin, calendar):
    zero = local("2026-10-23 00:00", LONDON)  # the clocks go back on the 25th
    moments = [zero + timedelta(minutes=minute) for minute in range(5 * 1440 + 1)]
    paused = {minute for start, end in spans for minute in range(max(start, begin), end)}
    expected = sum(calendar is ROUND_THE_CLOCK or 10 <= moments[m].astimezone(LONDON).hour < 22 for m in paused)
    pauses = [Pause(moments[start], moments[end]) for start, end in spans]
    assert paused_minutes(Band.P3, calendar, LONDON, moments[begin], pauses, moments[-1]) == expected
    resolve = resolve_due(Band.P3, DEFAULT_TARGETS, calendar, LONDON, moments[begin], pauses)
    run = working_time(calendar, LONDON, moments[begin], resolve)
    assert run == timedelta(hours=24, minutes=expected)


@pytest.mark.parametrize(
    ("responded", "respond", "resolve", "promise", "expected"),
    [
        (None, 1, 2, 3, 1),
        (None, 5, 2, 3, 5),  # before the first response nothing else is asked for
        (None, None, 2, 3, None),
        (0, 1, 2, 3, 2),
        (0, 1, 3, 2, 2),
        (0, 1, 2, None, 2),
        (0, 1, None, 3, 3),  # the guest is waited for, and was promised something
        (0, 1, None, None, None),
    ],
)
def test_what_is_due_next(responded, respond, resolve, promise, expected):
    def hour(number):
        return None if number is None else local(f"2026-06-01 {number:02}:00")

    assert next_due(*map(hour, (responded, respond, resolve, promise))) == hour(expected)
