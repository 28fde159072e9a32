"""Who may give how much (domain.md 6)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.authority import Limit, check_authority, default_limits, parse_limits
from desktop.domain.kinds import Role
from desktop.domain.money import Currency
from desktop.errors import UserError

YUAN = Currency("CNY", 2, "¥")
YEN = Currency("JPY", 0, "¥")
sums = st.integers(0, 10**9)


def over(limit: Limit, amount: int, on_case: int = 0, in_month: int = 0) -> str | None:
    """Code, field and reach of the refusal, or nothing."""
    try:
        check_authority(limit, amount, on_case, in_month, YUAN)
    except UserError as refusal:
        return f"{refusal.code} {refusal.field} {refusal.params['reach']}"
    return None


def test_the_shipped_limits_are_those_of_the_table() -> None:
    limits = default_limits(YUAN)
    assert limits[Role.RECEPTIONIST] == Limit(200_00, 2_000_00)
    assert limits[Role.SPECIALIST] == Limit(1_000_00, 10_000_00)
    assert limits[Role.MANAGER] == Limit(5_000_00, None)
    assert limits[Role.OWNER] == Limit(None, None)
    assert limits[Role.ANALYST] == Limit(0, 0)


def test_limits_are_in_the_currencys_own_minor_units() -> None:
    assert default_limits(YEN)[Role.RECEPTIONIST] == Limit(200, 2_000)


@pytest.mark.parametrize(
    ("amount", "on_case", "in_month", "reach"),
    [
        (200_00, 0, 0, None),
        (200_01, 0, 0, "over_authority amount case"),
        (100_00, 100_00, 0, None),
        (100_01, 100_00, 0, "over_authority amount case"),
        (100_00, 0, 1_900_00, None),
        (100_01, 0, 1_900_00, "over_authority amount month"),
        (0, 900_00, 9_000_00, None),  # what costs nothing is always within
    ],
)
def test_on_the_limit_is_within_it(amount: int, on_case: int, in_month: int, reach: str | None) -> None:
    assert over(Limit(200_00, 2_000_00), amount, on_case, in_month) == reach


@given(sums, sums, sums)
def test_without_a_limit_every_sum_is_within(amount: int, on_case: int, in_month: int) -> None:
    assert over(Limit(None, None), amount, on_case, in_month) is None


@given(sums, sums, sums, sums, sums)
def test_a_sum_is_within_exactly_when_both_totals_are(
    case: int, month: int, amount: int, on_case: int, in_month: int
) -> None:
    within = amount == 0 or (on_case + amount <= case and in_month + amount <= month)
    assert (over(Limit(case, month), amount, on_case, in_month) is None) == within


def test_the_refusal_says_what_is_left() -> None:
    with pytest.raises(UserError) as refusal:
        check_authority(Limit(200_00, None), 100_00, 150_00, 0, YUAN)
    told = {name: refusal.value.params[name] for name in ("limit", "left", "amount", "currency")}
    assert told == {"limit": "200.00", "left": "50.00", "amount": "100.00", "currency": "CNY"}


def test_what_an_act_leaves_out_stays_and_null_is_no_limit() -> None:
    current = default_limits(YUAN)
    limits = parse_limits({"receptionist": {"case": "0.05"}, "manager": {"case": None, "month": "7"}}, current, YUAN)
    assert limits[Role.RECEPTIONIST] == Limit(5, 2_000_00)
    assert limits[Role.MANAGER] == Limit(None, 7_00)
    assert limits[Role.SPECIALIST] == current[Role.SPECIALIST]
    assert current == default_limits(YUAN)
    assert parse_limits({}, limits, YUAN) == limits


@pytest.mark.parametrize("amount", ["", "-1", "1.005", "1e3", 5, True, [], {}, "9" * 13])
def test_a_limit_is_a_sum_of_the_sites_currency(amount: object) -> None:
    with pytest.raises(UserError) as refusal:
        parse_limits({"owner": {"month": amount}}, default_limits(YUAN), YUAN)
    assert (refusal.value.code, refusal.value.field) == ("bad_amount", "authority.owner.month")
