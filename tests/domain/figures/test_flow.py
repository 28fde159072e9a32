"""The flow of a span balances whatever happened; its first second belongs to it, the next span's first doesn't."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.figures.flow import CaseLife, FlowCounts, count_life, count_lives, is_open_at

START, END = 1_000, 2_000


def flow(*lives: CaseLife) -> tuple[int, ...]:
    return tuple(count_lives(lives, START, END))[:6]


def test_what_happens_in_the_first_second_happens_in_the_span() -> None:
    assert flow(CaseLife(START)) == (0, 1, 0, 0, 0, 1)
    assert flow(CaseLife(START - 1)) == (1, 0, 0, 0, 0, 1)
    assert flow(CaseLife(500, ((START, None),))) == (1, 0, 0, 1, 0, 0)
    assert flow(CaseLife(500, ((START - 1, None),))) == (0, 0, 0, 0, 0, 0)


def test_what_happens_in_the_next_spans_first_second_does_not() -> None:
    assert flow(CaseLife(END)) == (0, 0, 0, 0, 0, 0)
    assert flow(CaseLife(END - 1)) == (0, 1, 0, 0, 0, 1)
    assert flow(CaseLife(500, (), END)) == (1, 0, 0, 0, 0, 1)
    assert flow(CaseLife(500, (), END - 1)) == (1, 0, 0, 0, 1, 0)


def test_a_case_reopened_twice_counts_each_event_and_one_case() -> None:
    counts = count_life(CaseLife(1_100, ((1_200, 1_300), (1_400, 1_500), (1_600, None))), START, END)
    assert counts == FlowCounts(0, 1, 2, 3, 0, 0, first_resolutions=1, reopened_cases=1)


def test_the_second_resolution_of_an_older_case_is_no_first_one() -> None:
    counts = count_life(CaseLife(100, ((200, 1_100), (1_200, None))), START, END)
    assert (counts.resolutions, counts.first_resolutions, counts.reopened_cases) == (1, 0, 1)


def test_who_withdraws_after_the_resolution_leaves_once() -> None:
    assert flow(CaseLife(1_100, ((1_200, None),), 1_300)) == (0, 1, 0, 1, 0, 0)
    assert flow(CaseLife(1_100, ((1_200, 1_250),), 1_300)) == (0, 1, 1, 1, 1, 0)


@st.composite
def lives(draw: st.DrawFn) -> CaseLife:
    """Any history whose times don't run backwards."""
    times = sorted(draw(st.lists(st.integers(0, 3_000), min_size=1, max_size=8)))
    received, rest = times[0], times[1:]
    resolutions = [(at, rest[i + 1] if i + 1 < len(rest) else None) for i, at in enumerate(rest) if i % 2 == 0]
    is_open = not resolutions or resolutions[-1][1] is not None
    withdrawn = times[-1] if is_open and draw(st.booleans()) else None
    return CaseLife(received, tuple(resolutions), withdrawn)


@given(st.lists(lives(), max_size=20), st.integers(0, 3_000), st.integers(0, 3_000))
def test_the_flow_balances_for_every_history(some: list[CaseLife], first: int, length: int) -> None:
    counts = count_lives(some, first, first + length)
    assert counts.flow.balances
    assert min(counts) >= 0
    assert counts.closing == sum(is_open_at(life, first + length) for life in some)
    assert counts.first_resolutions <= counts.resolutions
    assert counts.reopened_cases <= counts.reopened


@given(st.lists(lives(), max_size=10), st.lists(st.integers(0, 3_000), min_size=3, max_size=3).map(sorted))
def test_one_spans_closing_is_the_next_ones_opening(some: list[CaseLife], edges: list[int]) -> None:
    earlier, later = count_lives(some, edges[0], edges[1]), count_lives(some, edges[1], edges[2])
    both = count_lives(some, edges[0], edges[2])
    assert earlier.closing == later.opening
    assert earlier.resolutions + later.resolutions == both.resolutions
