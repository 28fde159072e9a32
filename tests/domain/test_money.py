import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.money import Currency, amount_text, parse_amount
from desktop.errors import UserError

CNY = Currency("CNY", 2, "¥")
JPY = Currency("JPY", 0, "¥")
KWD = Currency("KWD", 3, "KD")
CURRENCIES = st.sampled_from([CNY, JPY, KWD])


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("128", CNY, 12800),
        ("128.00", CNY, 12800),
        ("128.5", CNY, 12850),
        ("0.01", CNY, 1),
        ("128", JPY, 128),
        ("1.005", KWD, 1005),
        ("999999999999.99", CNY, 99999999999999),
    ],
)
def test_a_plain_decimal_is_a_sum(text, currency, minor):
    assert parse_amount(text, currency) == minor


@pytest.mark.parametrize(
    "text",
    ["", " ", "0", "0.00", "-1", "+1", "1e3", "1E3", "1,000", "1 000", " 128", "128 ", "128\n", "12.345", ".5", "5.",
     "1.2.3", "007", "１２８", "٣", "NaN", "Infinity", "¥128", "128元", "1_000", "0x10", "9" * 13, "9" * 100_000,
     None, 128, 128.0, True, Decimal(1), ["128"]],
)  # fmt: skip
def test_anything_else_is_no_sum(text):
    with pytest.raises(UserError) as refusal:
        parse_amount(text, CNY)
    assert (refusal.value.code, refusal.value.field) == ("bad_amount", "amount")
    assert refusal.value.params["example"] == "128.00"


def test_a_currency_without_minor_units_takes_no_decimals():
    with pytest.raises(UserError) as refusal:
        parse_amount("128.0", JPY)
    assert refusal.value.params["example"] == "128"


def test_nothing_paid_is_read_where_history_is_brought_in():
    assert parse_amount("0.00", CNY, "compensation", allow_zero=True) == 0


@given(st.integers(min_value=1, max_value=10**14 - 1), CURRENCIES)
def test_a_written_sum_reads_as_itself(minor, currency):
    written = amount_text(minor, currency)
    assert Decimal(written).scaleb(currency.digits) == minor
    if minor < 10 ** (12 + currency.digits):
        assert parse_amount(written, currency) == minor


@given(st.integers(min_value=-(10**15), max_value=-1), CURRENCIES)
def test_a_difference_below_nothing_keeps_its_sign(minor, currency):
    assert amount_text(minor, currency) == "-" + amount_text(-minor, currency)


@given(st.text(max_size=30) | st.text("0123456789.", max_size=8) | st.decimals().map(str), CURRENCIES)
def test_any_text_is_a_sum_of_whole_minor_units_or_refused(text, currency):
    minor = None
    with contextlib.suppress(UserError):
        minor = parse_amount(text, currency)
    assert minor is None or minor == Decimal(text).scaleb(currency.digits) > 0
