"""Counts and shares: the Pareto's order, what has no name last, every shift of the site."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.figures.counts import (
    by_key,
    by_shift,
    level1_counts,
    outcomes,
    pareto,
    reach_80,
    root_causes,
    was_escalated,
)
from tests.support.figure_facts import case


def test_the_pareto_is_sorted_by_count_then_code_and_adds_up() -> None:
    rows = pareto({"H03": 2, "H01": 2, "H02": 4}, 8)
    assert [(row.code, row.count, str(row.cumulative_pct)) for row in rows] == [
        ("H02", 4, "50.0"), ("H01", 2, "75.0"), ("H03", 2, "100.0"),
    ]  # fmt: skip
    assert reach_80(rows) == 3


@pytest.mark.parametrize(("counts", "reached"), [([8, 2], 1), ([7, 3], 2), ([799, 201], 2), ([1] * 5, 4)])
def test_80_percent_are_reached_exactly(counts: list[int], reached: int) -> None:
    assert reach_80(pareto({f"H{n:02}": count for n, count in enumerate(counts)}, sum(counts))) == reached


def test_nothing_reaches_nothing() -> None:
    assert (pareto({}, 0), reach_80(())) == ((), None)


def test_categories_count_by_level_1() -> None:
    assert level1_counts([case(category=c) for c in ("H01-1", "H01-2", "H01", "")]) == {"H01": 3, "": 1}


def test_places_come_the_most_first_and_the_blank_one_last() -> None:
    rows = by_key({"": 9, "Bar": 1, "Attic": 1, "Lobby": 2}, 13)
    assert [row.key for row in rows] == ["Lobby", "Attic", "Bar", ""]


def test_every_shift_of_the_site_is_told_and_former_ones_and_gaps_where_there_are_cases() -> None:
    rows = by_shift([case(shift="night"), case(shift="late"), case(shift="")], ["day", "night"], 3)
    assert [(row.key, row.count) for row in rows] == [("day", 0), ("night", 1), ("late", 1), ("", 1)]
    assert [row.key for row in by_shift([], ["day"], 0)] == ["day"]


def test_outcomes_are_shares_of_the_cases_that_have_one() -> None:
    shown = outcomes([case(outcome="upheld"), case(outcome="not"), case(outcome="not"), case()])
    assert (shown.upheld.count, shown.partly.count, str(shown.not_upheld.pct)) == (1, 0, "66.7")


def test_root_causes_count_by_the_code_before_the_slash() -> None:
    rows = root_causes([case(root_cause=c) for c in ("people/skill", "people", "process/none", None)], 4)
    assert [(row.key, row.count, row.pct) for row in rows] == [
        ("people", 2, Decimal("50.0")), ("process", 1, Decimal("25.0")),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("band", "rule", "up", "escalated"),
    [
        ("P1", "floor:injury", 0, True), ("P2", "floor:regulator", 0, False), ("P1", "override", 0, True),
        ("P2", "override", 0, False), ("P1", "points", 0, False), ("P1", "reopened", 0, False),
        ("P4", "points", 1, True),
    ],
)  # fmt: skip
def test_escalated_is_handed_up_or_p1_by_a_floor_or_by_override(band: str, rule: str, up: int, escalated: bool) -> None:
    assert was_escalated(case(band=band, band_rule=rule, handed_up=up)) is escalated


@given(st.dictionaries(st.sampled_from([f"H{n:02}" for n in range(12)]), st.integers(1, 500), min_size=1))
def test_a_pareto_always_ends_at_100_and_never_falls(counts: dict[str, int]) -> None:
    rows = pareto(counts, sum(counts.values()))
    assert rows[-1].cumulative_pct == Decimal("100.0")
    shares = [row.cumulative_pct for row in rows]
    assert shares == sorted(shares)  # type: ignore[type-var]  # there are cases
    enough = reach_80(rows)
    assert enough is not None
    assert 100 * sum(row.count for row in rows[:enough]) >= 80 * sum(counts.values())
    assert 100 * sum(row.count for row in rows[: enough - 1]) < 80 * sum(counts.values())
