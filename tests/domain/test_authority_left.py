"""What is left of somebody's authority agrees with what the guard refuses (domain.md 6)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.authority import AuthorityLeft, Limit, authority_left, check_authority
from desktop.domain.money import Currency
from desktop.errors import UserError

YUAN = Currency("CNY", 2, "¥")
sums = st.integers(0, 10**7)
limits = st.builds(Limit, st.none() | sums, st.none() | sums)


def is_refused(limit: Limit, amount: int, on_case: int, in_month: int) -> bool:
    try:
        check_authority(limit, amount, on_case, in_month, YUAN)
    except UserError:
        return True
    return False


@given(limits, sums, sums, sums)
def test_what_is_left_covers_exactly_what_the_guard_lets_pass(
    limit: Limit, amount: int, on_case: int, in_month: int
) -> None:
    left = authority_left(limit, on_case, in_month)
    assert left.covers(amount) != is_refused(limit, amount, on_case, in_month)


@pytest.mark.parametrize(
    ("left", "most"),
    [
        (AuthorityLeft(300_00, 1_200_00), 300_00),
        (AuthorityLeft(300_00, 120_00), 120_00),
        (AuthorityLeft(None, 120_00), 120_00),
        (AuthorityLeft(0, None), 0),
        (AuthorityLeft(None, None), None),
    ],
)
def test_the_nearer_limit_counts(left: AuthorityLeft, most: int | None) -> None:
    assert left.most == most


def test_nothing_is_left_where_more_was_given_than_the_limit_of_today() -> None:
    assert authority_left(Limit(200_00, None), on_case=500_00, in_month=0) == AuthorityLeft(0, None)
