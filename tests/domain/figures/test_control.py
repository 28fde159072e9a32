from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.figures.control import c_limits, root, run_side, side, u_limits


@pytest.mark.parametrize(("count", "is_alarm"), [(18, False), (19, True), (9, False), (0, False)])
def test_a_week_on_its_upper_limit_is_no_alarm(count, is_alarm):
    # Mean 9: 9 + 3 · 3 = 18
    assert c_limits([9] * 12).is_above(count) is is_alarm


def test_limits_are_shown_with_two_decimals_and_never_below_nothing():
    assert c_limits([9] * 6).shown() == (Decimal("9.00"), Decimal("0.00"), Decimal("18.00"))
    assert c_limits([4] * 6).shown() == (Decimal("4.00"), Decimal("0.00"), Decimal("10.00"))
    # Mean 18.4, as in the design's picture: 18.4 ± 3 · 4.28952…
    assert c_limits([18, 18, 18, 19, 19]).shown() == (Decimal("18.40"), Decimal("5.53"), Decimal("31.27"))


def test_where_nothing_is_usual_the_first_case_is_an_alarm():
    limits = c_limits([0] * 12)
    assert limits.shown() == (Decimal("0.00"),) * 3
    assert not limits.is_above(0)
    assert limits.is_above(1)


@pytest.mark.parametrize(("activity", "on_the_limit"), [(100, 4), (400, 10), (900, 18), (1600, 28)])
def test_a_rate_on_the_limit_of_the_u_chart_is_no_alarm(activity, on_the_limit):
    # Six weeks of 4 cases on 400 room-nights: ū = 0.01. For 400 of them 0.01 + 3√(0.01 / 400) = 0.025, so 10 cases.
    limits = u_limits([(4, Fraction(400))] * 6, Fraction(activity))
    assert not limits.is_above(on_the_limit)
    assert limits.is_above(on_the_limit + 1)


def test_limits_of_a_rate_are_shown_per_thousand():
    limits = u_limits([(4, Fraction(400))] * 6, Fraction(400))
    assert limits.shown(Fraction(1000, 400)) == (Decimal("10.00"), Decimal("0.00"), Decimal("25.00"))


def test_without_activity_there_is_no_rate():
    assert u_limits([(4, Fraction(400))] * 6, Fraction(0)) is None
    assert u_limits([(4, Fraction(0))] * 6, Fraction(400)) is None


@pytest.mark.parametrize(
    ("sides", "run"),
    [
        ([1] * 8, 1),
        ([-1] * 8, -1),
        ([1] * 7, 0),
        ([1, 1, 1, 0, 1, 1, 1, 1], 0),
        ([1] * 7 + [-1], 0),
        ([-1, *[1] * 8], 1),
        ([0] * 8, 0),
    ],
)
def test_eight_weeks_on_one_side_are_a_run_and_one_on_the_centre_breaks_it(sides, run):
    assert run_side(sides) == run


def test_a_side_is_told_exactly():
    assert [side(n, Fraction(9)) for n in (8, 9, 10)] == [-1, 0, 1]
    assert side(3, Fraction(10**30 + 1, 3 * 10**29)) == -1


@given(st.lists(st.integers(0, 500), min_size=6, max_size=12), st.integers(0, 1000))
def test_the_comparison_agrees_with_fifty_digits(baseline, count):
    limits = c_limits(baseline)
    with localcontext(prec=50):
        mean = Decimal(sum(baseline)) / len(baseline)
        upper = mean + 3 * mean.sqrt()
        if abs(upper - count) > Decimal("1e-40"):
            assert limits.is_above(count) is (count > upper)
        else:  # on the limit, as far as fifty digits tell
            assert not limits.is_above(count)
        to_two = Decimal("0.01")
        assert limits.shown()[2] == upper.quantize(to_two, ROUND_HALF_UP)
        assert limits.shown()[1] == max(mean - 3 * mean.sqrt(), Decimal(0)).quantize(to_two, ROUND_HALF_UP)


@given(
    st.lists(st.tuples(st.integers(0, 99), st.fractions(1, 5000, max_denominator=31)), min_size=6, max_size=12),
    st.fractions(1, 5000, max_denominator=31),
    st.integers(0, 200),
)
def test_the_u_chart_is_the_rule_as_it_is_written(baseline, activity, count):
    usual = sum(c for c, _ in baseline) / sum(n for _, n in baseline)
    beyond = count / activity - usual
    as_written = beyond > 0 and beyond**2 > 9 * usual / activity
    assert u_limits(baseline, activity).is_above(count) is as_written


@given(
    st.lists(st.integers(0, 99), min_size=6, max_size=12).flatmap(lambda b: st.tuples(st.just(b), st.permutations(b)))
)
def test_the_order_of_the_baseline_makes_no_difference(pair):
    assert c_limits(pair[0]) == c_limits(pair[1])


@given(st.fractions(0, 10**9, max_denominator=10**6))
def test_a_root_is_exact_where_it_can_be_and_else_cut_far_below_what_is_shown(value):
    assert root(value * value) == value
    assert 0 <= value - root(value) ** 2 < Fraction(1, 10**20)
