from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.kinds import State
from desktop.errors import UserError
from desktop.exchange.chronology import Times

START = datetime(2026, 6, 1, tzinfo=UTC)
ORDER = ("responded", "resolved", "reopened", "resolved_again", "closed")


def times(**minutes: int) -> Times:
    return Times(START, **{name: START + timedelta(minutes=m) for name, m in minutes.items()})


@given(st.lists(st.integers(0, 9), min_size=5, max_size=5).map(sorted), st.sets(st.sampled_from(ORDER)))
def test_times_in_their_order_are_never_refused(minutes, given_names):
    known = {name: minute for name, minute in zip(ORDER, minutes, strict=True) if name in given_names}
    case = times(**known)
    case.check()
    assert case.last == START + timedelta(minutes=max(known.values(), default=0))


@given(st.dictionaries(st.sampled_from(ORDER), st.integers(-2, 4)))
def test_what_is_not_refused_runs_forwards(minutes):
    case = times(**minutes)
    events = [case.received, case.responded, case.resolved, case.reopened, case.resolved_again]
    known = [moment for moment in events if moment is not None]
    closes_in_time = case.closed is None or case.closed >= max(m for m in (*events[:3], case.received) if m is not None)
    runs_forwards = known == sorted(known) and closes_in_time
    if runs_forwards and not (case.closed and case.resolved_again):
        case.check()
    elif not runs_forwards:
        with pytest.raises(UserError, match=r"before_received|runs_backwards"):
            case.check()


@pytest.mark.parametrize(
    ("minutes", "state"),
    [
        ({"closed": 5, "reopened": 5}, State.INVESTIGATING),
        ({"closed": 5, "reopened": 5, "resolved_again": 5}, State.CLOSED),
        ({"closed": 5, "reopened": 6, "resolved_again": 7}, State.RESOLVED),
        ({"reopened": 6}, State.INVESTIGATING),
        ({"resolved_again": 6}, State.RESOLVED),
    ],
)
def test_a_closing_counts_unless_the_case_came_back_after_it(minutes, state):
    assert times(**minutes).state is state


def test_in_our_own_records_the_first_contact_may_follow_the_resolution():
    case = times(resolved=5, responded=9)
    case.check(responded_any_time=True)
    with pytest.raises(UserError, match="runs_backwards"):
        case.check()
