from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.figures.clusters import WITHIN, CaseMark, clusters, standing

HOUR, DAY = 3600, 86_400
T0 = 1_800_000_000
MONTHS = [T0 - 40 * DAY]  #: everything below lies in one month, unless a test says otherwise


def case(number, at, category="H01-1", shift="evening", place=""):
    return CaseMark(number, T0 + at, f"N{number}", category, shift, place)


def cases(*times, **same):
    return [case(number, at, **same) for number, at in enumerate(times, start=1)]


def numbers(alarm):
    return [mark.number for mark in alarm.cases]


@pytest.mark.parametrize(("last", "alarms"), [(WITHIN, 1), (WITHIN + 1, 0)])
def test_the_third_may_come_168_hours_after_the_first_and_not_a_second_later(last, alarms):
    assert len(clusters(cases(0, HOUR, last), MONTHS)) == alarms


def test_the_alarm_begins_at_the_third_and_stands_for_168_hours():
    (alarm,) = clusters(cases(0, HOUR, 5 * HOUR), MONTHS)
    third = T0 + 5 * HOUR
    assert (alarm.since, numbers(alarm)) == (third, ["N1", "N2", "N3"])
    standing_at = [bool(standing([alarm], t)) for t in (third - 1, third, third + WITHIN - 1, third + WITHIN)]
    assert standing_at == [False, True, True, False]


def test_two_cases_are_no_cluster():
    assert clusters(cases(0, HOUR), MONTHS) == ()


def test_the_same_shift_and_the_same_place_are_told_apart_and_may_both_alarm():
    found = clusters(cases(0, 1, 2, place="8F"), MONTHS)
    assert {(a.where_kind, a.where) for a in found} == {("shift", "evening"), ("place", "8F")}
    (alarm,) = clusters([case(1, 0), case(2, 1, shift="day", place="8F"), case(3, 2), case(4, 3)], MONTHS)
    assert (alarm.where_kind, numbers(alarm)) == ("shift", ["N1", "N3", "N4"])


@pytest.mark.parametrize(
    "same",
    [
        {"category": "H01"},
        {"category": ""},
        {"shift": ""},
        {"shift": "", "place": " \u200b"},
    ],
)
def test_what_is_not_known_is_like_nothing_else(same):
    assert clusters(cases(0, 1, 2, **same), MONTHS) == ()


def test_another_category_does_not_count():
    assert clusters([case(1, 0), case(2, 1), case(3, 2, category="H01-2")], MONTHS) == ()


def test_further_cases_join_the_alarm_that_stands():
    (alarm,) = clusters(cases(0, DAY, 2 * DAY, 3 * DAY, 8 * DAY), MONTHS)
    assert alarm.since == T0 + 2 * DAY
    assert numbers(alarm) == ["N2", "N3", "N4", "N5"]  # those of the last seven days
    assert alarm.stands_at(T0 + 8 * DAY + WITHIN - 1)
    assert not alarm.stands_at(T0 + 8 * DAY + WITHIN)


def test_what_goes_on_after_168_hours_is_an_alarm_of_its_own_and_takes_the_place_of_the_old_one():
    old, new = clusters(cases(*(n * DAY for n in range(12))), MONTHS)
    assert (old.since, new.since) == (T0 + 2 * DAY, T0 + 9 * DAY)
    assert standing([old, new], T0 + 9 * DAY - 1) == (old,)
    assert standing([old, new], T0 + 9 * DAY) == (new,)


def test_what_goes_on_in_a_new_month_is_told_anew():
    found = clusters(cases(0, DAY, 2 * DAY, 3 * DAY, 4 * DAY), [T0 - DAY, T0 + 3 * DAY])
    assert [alarm.since for alarm in found] == [T0 + 2 * DAY, T0 + 3 * DAY]


def test_a_key_stays_the_same_while_cases_are_added_and_differs_between_places():
    (alarm,) = clusters(cases(0, 1, 2), MONTHS)
    (later,) = clusters(cases(0, 1, 2, 3), MONTHS)
    (elsewhere,) = clusters(cases(0, 1, 2, shift="day"), MONTHS)
    assert alarm.key == later.key
    assert alarm.key != elsewhere.key
    hostile = clusters(cases(0, 1, 2, shift="", place="x" * 1_000 + "\ud800<b>"), MONTHS)[0].key
    assert len(hostile) <= 128
    assert hostile.isascii()


times = st.lists(st.integers(0, 30 * DAY), max_size=14)


@given(times, st.integers(0, 40 * DAY), st.randoms(use_true_random=False))
def test_an_alarm_stands_just_while_some_third_within_168_hours_is_younger_than_168_hours(times, at, chance):
    marks = cases(*times)
    chance.shuffle(marks)
    found = clusters(marks, MONTHS)
    thirds = [max(three) for three in combinations(times, 3) if max(three) - min(three) <= WITHIN]
    stands = any(third <= at < third + WITHIN for third in thirds)
    by_then = clusters([m for m in marks if m.received <= T0 + at], MONTHS)
    assert bool(standing(found, T0 + at)) is stands
    assert [a.key for a in standing(by_then, T0 + at)] == [a.key for a in standing(found, T0 + at)]
    assert found == clusters(cases(*times), MONTHS)
    for alarm in found:
        assert len(alarm.cases) >= 3
        assert alarm.cases[-1].received - alarm.cases[0].received <= WITHIN
