"""A score that explains itself (domain.md 4)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.kinds import Band, Channel, Flag, RecordType, Scope, TimePressure
from desktop.domain.priority import (
    Priority,
    Rating,
    Repeat,
    band_after_reopening,
    band_of_score,
    effective_band,
    floor_of,
    is_late,
    one_band_up,
    prioritise,
    score_points,
)

NOON = datetime(2026, 6, 6, 4, tzinfo=UTC)
DANGERS = [
    Flag.INJURY,
    Flag.FOOD_ILLNESS,
    Flag.SECURITY,
    Flag.FIRE,
    Flag.HARASSMENT,
    Flag.DISCRIMINATION,
    Flag.DATA_LEAK,
]
WORST = Rating(
    severity=4,
    scope=Scope.SITE,
    emotion=4,
    time_pressure=TimePressure.NOW,
    flags=frozenset(Flag),
    repeat=Repeat.SAME_PROBLEM,
)
MILDEST = Rating(severity=1, scope=Scope.ONE, emotion=0, time_pressure=TimePressure.NONE)

ratings = st.builds(
    Rating,
    type=st.sampled_from(RecordType),
    channel=st.sampled_from(Channel),
    severity=st.none() | st.integers(1, 4),
    scope=st.none() | st.sampled_from(Scope),
    emotion=st.none() | st.integers(0, 4),
    time_pressure=st.none() | st.sampled_from(TimePressure),
    flags=st.frozensets(st.sampled_from(Flag)),
    guest_vip=st.booleans(),
    guest_vulnerable=st.booleans(),
    repeat=st.sampled_from(Repeat),
)
bands = st.sampled_from(Band)


def points_of(part: str, **given: object) -> int:
    """What one part gives to an otherwise unremarkable complaint."""
    found = {p.part: p.points for p in score_points(replace(MILDEST, **given))}  # type: ignore[arg-type]
    return found.get(part, 0)


@pytest.mark.parametrize(("severity", "points"), [(1, 10), (2, 20), (3, 30), (4, 40), (None, 20)])
def test_severity_gives_ten_points_a_step_and_counts_two_while_not_assessed(severity: int | None, points: int) -> None:
    assert points_of("severity", severity=severity) == points


@pytest.mark.parametrize(
    ("scope", "points"), [(Scope.ONE, 0), (Scope.PARTY, 5), (Scope.SEVERAL, 10), (Scope.SITE, 15), (None, 0)]
)
def test_scope_gives_five_points_a_step(scope: Scope | None, points: int) -> None:
    assert points_of("scope", scope=scope) == points


@pytest.mark.parametrize(("emotion", "points"), [(0, 0), (1, 3), (2, 6), (3, 9), (4, 12), (None, 0)])
def test_emotion_gives_three_points_a_step(emotion: int | None, points: int) -> None:
    assert points_of("emotion", emotion=emotion) == points


@pytest.mark.parametrize(
    ("pressure", "points"), [(TimePressure.NONE, 0), (TimePressure.TODAY, 6), (TimePressure.NOW, 12), (None, 0)]
)
def test_time_gives_six_points_a_step(pressure: TimePressure | None, points: int) -> None:
    assert points_of("time", time_pressure=pressure) == points


@pytest.mark.parametrize(("repeat", "points"), [(Repeat.NONE, 0), (Repeat.SEVERAL, 5), (Repeat.SAME_PROBLEM, 8)])
def test_a_repeat_gives_the_higher_of_five_and_eight(repeat: Repeat, points: int) -> None:
    assert points_of("repeat", repeat=repeat) == points


@pytest.mark.parametrize(
    ("flags", "vip", "vulnerable", "expected"),
    [
        ({Flag.VIP}, False, False, (4, 0)),
        (set(), True, False, (4, 0)),
        ({Flag.VIP}, True, False, (4, 0)),
        ({Flag.VULNERABLE}, False, False, (0, 7)),
        (set(), False, True, (0, 7)),
        ({Flag.VULNERABLE}, True, True, (0, 7)),
        ({Flag.VIP, Flag.VULNERABLE}, True, True, (0, 7)),
        (set(), False, False, (0, 0)),
    ],
)
def test_vip_and_vulnerable_count_once_from_guest_or_flag_and_the_higher_wins(
    flags: set[Flag], vip: bool, vulnerable: bool, expected: tuple[int, int]
) -> None:
    given = {"flags": frozenset(flags), "guest_vip": vip, "guest_vulnerable": vulnerable}
    assert (points_of("vip", **given), points_of("vulnerable", **given)) == expected


@pytest.mark.parametrize(
    ("flags", "channel", "points"),
    [
        (set(), Channel.COUNTER, 0),
        ({Flag.PUBLIC_POST}, Channel.COUNTER, 5),
        ({Flag.REGULATOR}, Channel.COUNTER, 10),
        ({Flag.MEDIA}, Channel.COUNTER, 10),
        ({Flag.LAWYER}, Channel.COUNTER, 10),
        ({Flag.PUBLIC_POST, Flag.LAWYER}, Channel.COUNTER, 10),
        (set(), Channel.REGULATOR, 10),
        ({Flag.REGULATOR, Flag.MEDIA, Flag.LAWYER}, Channel.REGULATOR, 10),
    ],
)
def test_exposure_counts_once_and_the_regulators_channel_counts_as_the_flag(
    flags: set[Flag], channel: Channel, points: int
) -> None:
    assert points_of("exposure", flags=frozenset(flags), channel=channel) == points


@pytest.mark.parametrize("flag", DANGERS)
def test_what_is_dangerous_sets_a_floor_and_gives_no_points(flag: Flag) -> None:
    given = replace(MILDEST, flags=frozenset({flag}))
    assert prioritise(given) == Priority(score_points(MILDEST), 10, Band.P1, f"floor:{flag}")


@pytest.mark.parametrize("given", [{"flags": frozenset({Flag.REGULATOR})}, {"channel": Channel.REGULATOR}])
def test_the_regulator_is_at_least_p2(given: dict[str, object]) -> None:
    made = prioritise(replace(MILDEST, **given))  # type: ignore[arg-type]
    assert (made.band, made.band_rule) == (Band.P2, "floor:regulator")


def test_a_floor_that_points_reach_by_themselves_is_not_named() -> None:
    assert prioritise(WORST).band_rule == "points"


@pytest.mark.parametrize("flag", sorted(set(Flag) - {*DANGERS, Flag.REGULATOR}))
def test_other_flags_set_no_floor(flag: Flag) -> None:
    assert floor_of(replace(MILDEST, flags=frozenset({flag}))) is None


def test_more_than_a_hundred_points_are_capped_by_a_row_of_their_own() -> None:
    made = prioritise(WORST)
    assert made.score == 100
    assert (made.points[-1].part, made.points[-1].points) == ("cap", -4)


@pytest.mark.parametrize(
    ("score", "band"),
    [(0, "P4"), (29, "P4"), (30, "P3"), (49, "P3"), (50, "P2"), (69, "P2"), (70, "P1"), (100, "P1")],
)
def test_a_band_begins_at_its_lowest_score(score: int, band: str) -> None:
    assert band_of_score(score) == band


@given(ratings)
def test_the_points_add_up_to_the_score_whatever_the_rating(rating: Rating) -> None:
    made = prioritise(rating)
    assert sum(p.points for p in made.points) == made.score
    assert 10 <= made.score <= 100
    assert len({p.part for p in made.points}) == len(made.points)
    assert all(p.points > 0 for p in made.points if p.part != "cap")


@given(ratings)
def test_the_band_of_a_complaint_is_never_less_urgent_than_its_points_and_its_floor(rating: Rating) -> None:
    made = prioritise(replace(rating, type=RecordType.COMPLAINT))
    floor = floor_of(replace(rating, type=RecordType.COMPLAINT))
    assert made.band == min(band_of_score(made.score), floor[0] if floor else Band.P4)


WORSE: dict[str, Callable[[Rating], Any]] = {
    "severity": lambda r: min(4, (r.severity or 2) + 1),
    "scope": lambda r: list(Scope)[min(3, list(Scope).index(r.scope or Scope.ONE) + 1)],
    "emotion": lambda r: min(4, (r.emotion or 0) + 1),
    "time_pressure": lambda _: TimePressure.NOW,
    "guest_vulnerable": lambda _: True,
    "repeat": lambda _: Repeat.SAME_PROBLEM,
    "channel": lambda _: Channel.REGULATOR,
}


@given(ratings, st.sampled_from(sorted(WORSE)), st.frozensets(st.sampled_from(Flag)))
def test_nothing_that_gets_worse_makes_a_case_less_urgent(rating: Rating, part: str, more: frozenset[Flag]) -> None:
    worse = replace(rating, **{part: WORSE[part](rating)}, flags=rating.flags | more)
    before, after = prioritise(rating), prioritise(worse)
    assert after.score >= before.score
    assert after.band <= before.band


@given(ratings, bands, st.none() | bands)
def test_an_override_is_the_band_below_a_floor_too(rating: Rating, override: Band, reopened: Band | None) -> None:
    made = prioritise(rating, override, reopened)
    assert (made.band, made.band_rule) == (override, "override")
    assert made.score == prioritise(rating).score


@given(ratings.filter(lambda r: r.type is RecordType.COMPLAINT), bands)
def test_a_reopened_complaint_never_falls_below_the_band_it_came_back_with(rating: Rating, reopened: Band) -> None:
    alone, made = prioritise(rating), prioritise(rating, reopened=reopened)
    assert made.band == min(alone.band, reopened)
    assert made.band_rule == ("reopened" if reopened < alone.band else alone.band_rule)


@given(ratings.filter(lambda r: r.type is not RecordType.COMPLAINT), bands)
def test_an_enquiry_comes_back_at_p4(rating: Rating, reopened: Band) -> None:
    assert prioritise(rating, reopened=reopened).band is Band.P4


@given(ratings.filter(lambda r: r.type is not RecordType.COMPLAINT))
def test_enquiries_suggestions_and_compliments_stand_at_p4_without_floors(rating: Rating) -> None:
    assert prioritise(rating).band is Band.P4
    assert prioritise(rating).band_rule == "points"


@pytest.mark.parametrize(("band", "up"), [("P4", "P3"), ("P3", "P2"), ("P2", "P1"), ("P1", "P1")])
def test_one_band_up_stops_at_p1(band: str, up: str) -> None:
    assert one_band_up(Band(band)) == up


@pytest.mark.parametrize(("band", "back"), [("P4", "P2"), ("P3", "P2"), ("P2", "P1"), ("P1", "P1")])
def test_a_reopened_case_comes_back_one_band_up_and_at_least_at_p2(band: str, back: str) -> None:
    assert band_after_reopening(Band(band)) == back


@pytest.mark.parametrize(("seconds_past", "late"), [(-1, False), (0, False), (1, True)])
def test_a_case_is_late_strictly_after_its_next_due_time(seconds_past: int, late: bool) -> None:
    at = NOON + timedelta(seconds=seconds_past)
    assert is_late(NOON, at) is late
    assert effective_band(Band.P3, NOON, at) is (Band.P2 if late else Band.P3)


@given(bands, st.datetimes(timezones=st.just(UTC)))
def test_without_a_due_time_nothing_is_ever_late(band: Band, at: datetime) -> None:
    assert not is_late(None, at)
    assert effective_band(band, None, at) is band
