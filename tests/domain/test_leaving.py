"""Guests who may not come back: the readable rule (domain.md 1, row 31)."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.kinds import Answer, State
from desktop.domain.leaving import LOOK_BACK, Leaving, Past, Reason, reasons_to_leave
from tests.support.clock import EVENING

DAY = timedelta(days=1)


def past(days: float, state: State = State.CLOSED, **more: object) -> Past:
    return Past(EVENING - days * DAY, state, **more)  # type: ignore[arg-type]  # what a test wants


SEVERAL, LOW, OPEN = Leaving.SEVERAL, Leaving.LOW_SCORE, Leaving.UNRESOLVED


@pytest.mark.parametrize(
    ("complaints", "reasons"),
    [
        ([], []),
        ([past(1)], []),
        ([past(1, State.NEW)], []),
        ([past(1), past(2)], []),
        ([past(1, satisfaction=1)], []),
        ([past(1), past(2, State.NEW)], [(SEVERAL, 2), (OPEN, 1)]),
        ([past(1, State.NEW), past(2, State.PROPOSED), past(3)], [(SEVERAL, 3), (OPEN, 2)]),
        ([past(1, satisfaction=2), past(9)], [(SEVERAL, 2), (LOW, 2)]),
        ([past(1, satisfaction=3), past(9)], []),
        ([past(1, answer=Answer.REJECTED, satisfaction=1)], [(LOW, 1), (OPEN, 1)]),
        ([past(1, answer=Answer.UNREACHABLE), past(2)], [(SEVERAL, 2), (OPEN, 1)]),
        ([past(1, answer=Answer.ACCEPTED), past(2)], []),
        ([past(1, State.WITHDRAWN), past(2)], []),
        ([past(1, State.DUPLICATE), past(2, State.NEW)], []),
        ([past(1, State.NOT_COMPLAINT), past(2, State.NEW)], []),
        ([past(1), past(2, satisfaction=1), past(3)], [(SEVERAL, 3), (LOW, 1)]),
    ],
)
def test_two_of_three_things_come_together(complaints: list[Past], reasons: list[tuple[Leaving, int]]) -> None:
    assert reasons_to_leave(complaints, EVENING) == tuple(Reason(kind, number) for kind, number in reasons)


def test_only_the_last_180_days_count() -> None:
    edge = LOOK_BACK / DAY
    assert reasons_to_leave([past(1, State.NEW), past(edge)], EVENING)
    assert not reasons_to_leave([past(1, State.NEW), past(edge + 0.001)], EVENING)
    assert not reasons_to_leave([past(1, State.NEW), past(-1)], EVENING), "what is still to come doesn't count"


def test_whoever_came_back_is_not_named_until_the_next_complaint() -> None:
    unhappy = [past(9, State.NEW), past(8, satisfaction=1)]
    assert reasons_to_leave(unhappy, EVENING)
    assert reasons_to_leave([*unhappy, past(7, came_back=True)], EVENING) == ()
    assert reasons_to_leave([*unhappy, past(7, came_back=True), past(6)], EVENING)


pasts = st.builds(
    past,
    st.floats(0, 400),
    st.sampled_from(State),
    answer=st.sampled_from([None, *Answer]),
    satisfaction=st.sampled_from([None, 1, 2, 3, 4, 5]),
)


@given(st.lists(pasts, max_size=6), st.randoms())
def test_the_order_of_the_complaints_does_not_matter_and_reasons_come_in_twos(complaints, random) -> None:  # type: ignore[no-untyped-def]  # hypothesis gives them
    unique = list({complaint.received_at: complaint for complaint in complaints}.values())
    found = reasons_to_leave(unique, EVENING)
    random.shuffle(unique)
    assert reasons_to_leave(unique, EVENING) == found
    assert len(found) != 1
    assert len({reason.kind for reason in found}) == len(found)
