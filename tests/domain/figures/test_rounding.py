"""The one rounding: exact until there, then half up, away from zero."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.figures.rounding import half_up, mean, median, p90, percent, whole


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        (Fraction(1, 2), 1), (Fraction(3, 2), 2), (Fraction(5, 2), 3), (Fraction(49, 100), 0),
        (Fraction(-1, 2), -1), (Fraction(-25, 2), -13), (Fraction(-49, 100), 0), (Fraction(0), 0),
    ],
)  # fmt: skip
def test_a_half_goes_away_from_zero(value: Fraction, rounded: int) -> None:
    assert whole(value) == rounded


@pytest.mark.parametrize(
    ("part", "of", "shown"),
    [
        (1, 3, "33.3"),
        (2, 3, "66.7"),
        (1, 8, "12.5"),
        (1, 16, "6.3"),
        (1, 2000, "0.1"),
        (1, 2001, "0.0"),
        (3, 3, "100.0"),
    ],
)
def test_a_percentage_has_one_decimal(part: int, of: int, shown: str) -> None:
    assert str(percent(part, of)) == shown


def test_nothing_to_be_a_part_of_is_no_percentage() -> None:
    assert percent(0, 0) is None


@pytest.mark.parametrize(
    ("value", "shown"),
    [(Fraction(1, 8), "0.13"), (Fraction(1005, 1000), "1.01"), (Fraction(-1, 1000), "0.00"), (Fraction(7), "7.00")],
)
def test_other_figures_have_two_decimals_and_no_minus_before_nothing(value: Fraction, shown: str) -> None:
    assert str(half_up(value)) == shown


def test_the_median_of_two_is_their_mean_and_of_three_the_middle_one() -> None:
    assert (str(median([60, 120], 60)), str(median([60, 120, 900], 60))) == ("1.50", "2.00")
    assert median([]) is None


@pytest.mark.parametrize(("n", "rank"), [(1, 1), (2, 2), (9, 9), (10, 9), (11, 10), (20, 18), (21, 19)])
def test_p90_is_the_nearest_rank(n: int, rank: int) -> None:
    assert p90(list(range(1, n + 1))) == rank


def test_figures_without_values_are_none() -> None:
    assert (mean([]), p90([])) == (None, None)


@given(st.fractions(min_value=-(10**6), max_value=10**6), st.integers(0, 3))
def test_rounding_moves_a_figure_by_half_a_unit_at_most(value: Fraction, places: int) -> None:
    rounded = half_up(value, places)
    assert abs(Fraction(rounded) - value) * 10**places * 2 <= 1
    assert -rounded.as_tuple().exponent == places  # type: ignore[operator]  # finite figures have a number there
    assert half_up(-value, places) == -rounded


@given(st.lists(st.integers(-(10**6), 10**6), min_size=1))
def test_median_and_p90_lie_among_the_values(values: list[int]) -> None:
    ordered = sorted(values)
    for figure in (median(ordered), p90(ordered)):
        assert figure is not None
        assert Decimal(ordered[0]) <= figure <= Decimal(ordered[-1])
    below = sum(value <= p90(ordered) for value in values)  # type: ignore[operator]  # there are values
    assert 10 * below >= 9 * len(values)
