"""Response, resolution and the golden limits: on the limit is within it."""

from typing import Any

import pytest

from desktop.domain.figures.shapes import FirstResponse, Resolution, Share
from desktop.domain.figures.times import (
    answered_late,
    at_first_contact,
    first_response,
    on_target,
    resolution,
    resolved_late,
    within_day,
)
from tests.support.figure_facts import DAY, HOUR, MINUTE, RECEIVED, answered, case, resolved


@pytest.mark.parametrize(("seconds", "count"), [(HOUR, 1), (HOUR + 1, 0), (0, 1)])
def test_an_answer_after_60_minutes_sharp_is_within_the_hour(seconds: int, count: int) -> None:
    assert first_response([answered(seconds)]).within_1h.count == count


@pytest.mark.parametrize(("seconds", "count"), [(DAY, 1), (DAY + 1, 0)])
def test_a_resolution_after_24_hours_sharp_is_within_the_day(seconds: int, count: int) -> None:
    assert within_day([resolved(seconds)]).count == count


@pytest.mark.parametrize(
    ("facts", "is_one"),
    [
        ({}, True), ({"resolved": RECEIVED + 1_801}, False), ({"handed_over": 1}, False), ({"resolver_id": 2}, False),
        ({"receiver_id": None, "resolver_id": None, "receiver": "Li", "resolver": "Li"}, True),
        ({"receiver_id": None, "resolver_id": None, "receiver": "Li", "resolver": ""}, False),
        ({"receiver_id": None, "receiver": "Li", "resolver_id": 2, "resolver": "Li"}, False),
        ({"resolved": None}, False),
    ],
)  # fmt: skip
def test_first_contact_is_the_receivers_own_resolution_within_30_minutes(facts: dict[str, Any], is_one: bool) -> None:
    assert at_first_contact(resolved(1_800, **facts)) is is_one


def test_responses_are_over_the_answered_cases_and_shares_over_all() -> None:
    cohort = [answered(2 * MINUTE), answered(4 * MINUTE), answered(2 * HOUR), case()]
    shown = first_response(cohort)
    assert [str(v) for v in (shown.median_min, shown.mean_min, shown.p90_min)] == ["4.00", "42.00", "120.00"]
    assert (shown.within_1h.count, str(shown.within_1h.pct), shown.answered) == (2, "50.0", 3)


def test_a_resolution_after_the_spans_end_is_in_no_resolution_time_but_within_the_day() -> None:
    late = resolved(3 * HOUR)
    end = RECEIVED + 3 * HOUR
    assert resolution([late, resolved(HOUR)], end).resolved == 1
    assert resolution([late], end) == Resolution(None, None, None, 0)
    assert within_day([late]).count == 1


def test_on_target_is_by_the_cases_own_due_times() -> None:
    due = RECEIVED + HOUR
    cohort = [
        case(respond_due=due, responded=due, resolve_due=due, resolved=due),
        case(respond_due=due, responded=due + 1, resolve_due=due, resolved=due + 1),
        case(respond_due=due, resolve_due=due),
        case(responded=due, resolved=due),
    ]
    shown = on_target(cohort)
    assert (shown.respond.count, str(shown.resolve.pct)) == (1, "25.0")


def test_late_is_strictly_after_the_due_time_also_for_what_is_still_waited_for() -> None:
    due = RECEIVED + HOUR
    waiting = case(respond_due=due, resolve_due=due)
    assert [answered_late(waiting, due + n) for n in (0, 1)] == [False, True]
    assert [resolved_late(waiting, due + n) for n in (0, 1)] == [False, True]
    assert not answered_late(case(respond_due=due, responded=due), due + DAY)


def test_without_cases_there_are_no_times() -> None:
    assert first_response([]) == FirstResponse(None, None, None, Share(0, None), 0)
