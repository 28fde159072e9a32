"""Clocks are looked at once a minute, once a second only in the last five (design.md 12)."""

from datetime import timedelta

import pytest

from desktop.ui.queue.ticking import has_due_passed, minute_of, time_to_next_tick
from tests.support.clock import EVENING
from tests.ui.queue.few_rows import a_row

AT = EVENING + timedelta(seconds=20, milliseconds=300)


@pytest.mark.parametrize(
    ("left", "wait"),
    [
        (timedelta(minutes=5, seconds=1), timedelta(seconds=39, milliseconds=700)),
        (timedelta(minutes=5), timedelta(milliseconds=700)),
        (timedelta(0), timedelta(milliseconds=700)),
        (timedelta(seconds=-1), timedelta(seconds=39, milliseconds=700)),
        (timedelta(hours=3), timedelta(seconds=39, milliseconds=700)),
    ],
)
def test_seconds_count_in_the_last_five_minutes_only(left, wait):
    assert time_to_next_tick(AT, [a_row(next_due=AT + left)]) == wait


def test_an_empty_queue_and_cases_without_a_due_time_are_looked_at_on_the_minute():
    assert time_to_next_tick(EVENING, []) == timedelta(minutes=1)
    assert time_to_next_tick(EVENING, [a_row(next_due=None)]) == timedelta(minutes=1)


def test_a_due_time_has_passed_strictly_after_it():
    rows = [a_row(next_due=EVENING)]
    assert not has_due_passed(rows, EVENING - timedelta(seconds=1), EVENING)
    assert has_due_passed(rows, EVENING, EVENING + timedelta(seconds=1))
    assert not has_due_passed(rows, EVENING + timedelta(seconds=1), EVENING + timedelta(seconds=2))


def test_minutes_change_on_the_minute():
    assert minute_of(EVENING) == minute_of(EVENING + timedelta(seconds=59))
    assert minute_of(EVENING) + 1 == minute_of(EVENING + timedelta(seconds=60))
