from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.figures.early_warning import Week, chart, judge, week_alarms

FIRST = date(2026, 1, 5)
WEEK = timedelta(days=7)


def monday(place):
    return FIRST + place * WEEK


def weeks(*counts, activity=None):
    per_week = activity or [None] * len(counts)
    return [Week(monday(n), count, per_week[n]) for n, count in enumerate(counts)]


def alarms(*counts, **more):
    return [(a.rule, a.since, a.judged.week.count, a.limit) for a in week_alarms(judge(weeks(*counts, **more)))]


def known(*values):
    return [None if value is None else Fraction(value) for value in values]


def test_a_site_younger_than_six_weeks_has_no_chart():
    judged = judge(weeks(3, 3, 3, 3, 3, 99, 99))
    assert [j.limits is None for j in judged] == [True] * 6 + [False]
    assert len(judged[5].baseline) == 5
    assert alarms(3, 3, 3, 3, 3, 99) == []


def test_the_seventh_week_is_judged_by_the_first_six():
    # Mean 9, limit 18
    assert alarms(9, 9, 9, 9, 9, 9, 18) == []
    assert alarms(9, 9, 9, 9, 9, 9, 19) == [("c_chart", monday(6), 19, Decimal("18.00"))]


def test_only_the_twelve_weeks_before_count():
    judged = judge(weeks(*[4] * 5, *[9] * 12, 18))
    assert judged[-1].baseline == tuple(monday(n) for n in range(5, 17))
    assert judged[-1].limits.centre == 9


def test_alarmed_weeks_are_left_out_and_not_replaced():
    counts = [9] * 12 + [30] + [9] * 3
    judged = judge(weeks(*counts))
    assert judged[12].is_alarmed
    assert len(judged[15].baseline) == 11
    assert monday(12) not in judged[15].baseline
    assert judged[15].limits.centre == 9


def test_with_six_alarmed_weeks_among_seven_there_is_no_chart_any_more():
    # Usual 1, limit 4: every week of 5 is an alarm, judged by the six weeks of 1 as long as these are among the 12.
    judged = judge(weeks(*[1] * 6, *[5] * 8))
    assert [j.is_alarmed for j in judged[6:12]] == [True] * 6
    assert [len(j.baseline) for j in judged[6:14]] == [6, 6, 6, 6, 6, 6, 6, 5]
    assert judged[13].limits is None
    assert not judged[13].is_alarmed


def test_a_week_of_the_run_is_measured_by_the_centre_of_the_judged_week():
    assert ("run", monday(19), 10, Decimal("9.33")) not in alarms(*[9] * 12, *[10] * 7)
    # Before the last week: four of 9, seven of 10 and … 9 · 5 + 10 · 7 over 12.
    assert alarms(*[9] * 12, *[10] * 8) == [("run", monday(19), 10, Decimal("9.58"))]


def test_a_week_on_the_centre_breaks_the_run():
    above = judge(weeks(*[9, 11] * 6, *[12] * 8))
    assert above[-1].run == 1
    # The mean of the twelve weeks before is made to be 10 exactly, and one of the eight is 10.
    broken = [8, 8, 8, 8, 11, 11, 11, 11, 10, 11, 11, 12, 11]
    judged = judge(weeks(*broken))
    assert judged[-1].limits.centre == 10
    assert judged[-1].run == 0
    whole = [7, 8, 8, 8, 11, 11, 11, 11, 11, 11, 11, 12, 11]
    judged = judge(weeks(*whole))
    assert judged[-1].limits.centre == 10
    assert judged[-1].run == 1


def test_a_run_below_is_a_run_too():
    (rule, since, count, _), *_ = alarms(*[10] * 12, *[8] * 8)
    assert (rule, since, count) == ("run", monday(19), 8)


def test_a_run_that_goes_on_is_one_alarm_with_one_key():
    shorter, longer = (week_alarms(judge(weeks(*[9] * 12, *[11] * n))) for n in (8, 10))
    assert [a.key for a in shorter] == [a.key for a in longer] == [f"run:{monday(19)}:above"]
    assert longer[0].judged.week.monday == monday(21)
    assert longer[0].first_monday == monday(14)


def test_with_activity_for_the_week_and_its_whole_baseline_the_rate_is_judged():
    # ū = 9 / 900 and 400 room-nights: 4 ± 6 cases
    activity = known(*[900] * 6, 400)
    assert alarms(*[9] * 6, 10, activity=activity) == []
    assert alarms(*[9] * 6, 11, activity=activity) == [("u_chart", monday(6), 11, Decimal("10.00"))]


@pytest.mark.parametrize("activity", [[*[900] * 6, None], [*[900] * 5, None, 400], [*[900] * 6, 0], [*[0] * 6, 400]])
def test_otherwise_the_count_is_judged(activity):
    judged = judge(weeks(*[9] * 6, 11, activity=known(*activity)))
    assert not judged[-1].by_activity
    assert judged[-1].limits.centre == 9


def test_an_alarmed_week_without_activity_does_not_keep_the_rate_from_being_judged():
    activity = known(*[900] * 6, None, 900)
    judged = judge(weeks(*[9] * 6, 30, 9, activity=activity))
    assert judged[6].is_alarmed
    assert judged[7].by_activity


def test_a_run_is_measured_by_the_rate():
    # Ten cases a week throughout, but ever fewer guests: the rate lies above the usual.
    activity = known(*[1000] * 12, *[900] * 8)
    assert [a.rule for a in week_alarms(judge(weeks(*[10] * 20, activity=activity)))] == ["run"]
    assert alarms(*[10] * 20) == []
    # A week whose activity isn't known can't be held against the rate.
    activity[13] = None
    judged = judge(weeks(*[10] * 12, 10, 60, *[10] * 6, activity=activity))
    assert judged[13].is_alarmed
    assert judged[-1].by_activity
    assert judged[-1].run == 0


def test_the_key_of_a_week_is_the_same_on_either_chart():
    by_count, by_rate = (week_alarms(judge(weeks(*[9] * 6, 30, activity=a))) for a in (None, known(*[900] * 7)))
    assert [a.rule for a in (*by_count, *by_rate)] == ["c_chart", "u_chart"]
    assert by_count[0].key == by_rate[0].key == f"week:{monday(6)}"


# The chart


def test_the_chart_shows_26_weeks_with_the_limits_of_each():
    shown = chart(judge(weeks(*[9] * 30, 19)), running=monday(30), per=1000)
    assert len(shown.weeks) == 26
    assert (shown.baseline_weeks, shown.first_week, shown.last_week) == (12, monday(18), monday(29))
    last = shown.weeks[-1]
    assert (last.monday, last.count, last.value, last.complete, last.beyond) == (
        monday(30), 19, Decimal("19.00"), False, True,
    )  # fmt: skip
    assert (last.centre, last.lower, last.upper) == (Decimal("9.00"), Decimal("0.00"), Decimal("18.00"))
    assert all(week.complete for week in shown.weeks[:-1])
    assert not shown.rated


def test_the_first_weeks_of_a_young_site_have_no_limits():
    shown = chart(judge(weeks(1, 2, 3)), running=monday(2), per=1000)
    assert [(w.count, w.centre, w.lower, w.upper, w.beyond) for w in shown.weeks] == [
        (n, None, None, None, False) for n in (1, 2, 3)
    ]
    assert (shown.baseline_weeks, shown.first_week, shown.last_week) == (2, monday(0), monday(1))
    empty = chart((), running=monday(0), per=1000)
    assert (empty.weeks, empty.baseline_weeks, empty.first_week) == ((), 0, None)


def test_rates_are_shown_where_every_week_has_its_activity():
    activity = known(*[900] * 6, 400)
    shown = chart(judge(weeks(*[9] * 6, 11, activity=activity)), running=monday(6), per=1000)
    assert shown.rated
    last = shown.weeks[-1]
    assert (last.value, last.centre, last.upper) == (Decimal("27.50"), Decimal("10.00"), Decimal("25.00"))
    assert last.beyond


def test_limits_of_a_rate_stand_in_cases_where_some_week_has_no_activity():
    activity = known(None, *[900] * 12, 400)
    shown = chart(judge(weeks(9, *[9] * 12, 11, activity=activity)), running=monday(13), per=1000)
    assert not shown.rated
    assert (shown.weeks[-1].value, shown.weeks[-1].upper, shown.weeks[-1].beyond) == (
        Decimal("11.00"), Decimal("10.00"), True,
    )  # fmt: skip


def test_the_weeks_of_a_run_are_marked():
    shown = chart(judge(weeks(*[9] * 12, *[11] * 8)), running=monday(19), per=1000)
    assert [week.in_run for week in shown.weeks] == [False] * 12 + [True] * 8


@given(
    st.lists(st.tuples(st.integers(0, 40), st.none() | st.integers(0, 3000)), max_size=60),
    st.lists(st.integers(0, 40), max_size=5),
)
def test_what_comes_later_changes_no_earlier_decision(known_weeks, later):
    before = weeks(*(c for c, _ in known_weeks), activity=known(*(a for _, a in known_weeks)))
    after = [*before, *(Week(monday(len(before) + n), count) for n, count in enumerate(later))]
    assert judge(after)[: len(before)] == judge(before)


@given(st.lists(st.integers(0, 40), max_size=60), st.integers(12, 20))
def test_twelve_empty_weeks_make_everything_before_them_forgotten(counts, quiet):
    whole = judge(weeks(*counts, *[0] * quiet, 3, 7, 1))
    fresh = judge(weeks(*[0] * quiet, 3, 7, 1))
    assert [(j.limits, j.is_alarmed) for j in whole[-3:]] == [(j.limits, j.is_alarmed) for j in fresh[-3:]]
