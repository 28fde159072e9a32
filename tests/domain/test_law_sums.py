"""What the law cards come to, worked out by hand (domain.md 8)."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.law_cards import LAW_CARDS
from desktop.domain.law_sums import YUAN, LawSums, facts_asked, law_sums, read_loss, read_price
from desktop.errors import UserError
from desktop.words import load_currencies

WITH_EXTRA, WITH_LAST_DAY = ("cpl-55", "fsl-148"), ("cpl-24", "cpl-25")


def yuan(text):
    return None if text is None else Decimal(text)


# Sums


@pytest.mark.parametrize(
    ("price", "refund", "extra", "total"),
    [
        ("0.01", 1, 500_00, 500_01),
        ("128", 128_00, 500_00, 628_00),
        ("166.66", 166_66, 500_00, 666_66),  # three times is 499.98
        ("166.67", 166_67, 500_01, 666_68),
        ("166.665", 166_67, 500_00, 666_67),  # three times is 499.995: still under the floor
        ("200", 200_00, 600_00, 800_00),
        ("33333.33", 33333_33, 99999_99, 133333_32),
        ("999999999999.99", 999_999_999_999_99, 2_999_999_999_999_97, 3_999_999_999_999_96),
    ],
)
def test_fraud_gives_the_price_back_and_three_times_on_top_at_least_500(price, refund, extra, total):
    sums = law_sums("cpl-55", Decimal(price))
    assert (sums.refund, sums.extra, sums.total) == (refund, extra, total)


@pytest.mark.parametrize(
    ("price", "loss", "refund", "extra", "total"),
    [
        ("30", None, 30_00, 1000_00, 1030_00),
        ("99.99", None, 99_99, 1000_00, 1099_99),  # ten times is 999.90
        ("100", None, 100_00, 1000_00, 1100_00),
        ("100.01", None, 100_01, 1000_10, 1100_11),
        ("30", "333.33", 30_00, 1000_00, 1030_00),  # three times the loss is 999.99
        ("30", "333.34", 30_00, 1000_02, 1030_02),
        ("30", "500", 30_00, 1500_00, 1530_00),  # the loss gives more than the price
        ("300", "500", 300_00, 3000_00, 3300_00),  # the price gives more than the loss
        ("150", "500", 150_00, 1500_00, 1650_00),  # both give the same: it is given once
        ("300", "0", 300_00, 3000_00, 3300_00),
        (None, "500", None, 1500_00, 1500_00),
        (None, "0", None, 1000_00, 1000_00),
    ],
)
def test_unsafe_food_gives_the_higher_of_price_and_loss_at_least_1000(price, loss, refund, extra, total):
    sums = law_sums("fsl-148", yuan(price), yuan(loss))
    assert (sums.refund, sums.extra, sums.total) == (refund, extra, total)


@pytest.mark.parametrize(
    ("price", "refund", "extra"),
    [
        ("200.004", 200_00, 600_01),  # three times is 600.012
        ("200.005", 200_01, 600_02),  # half a fen goes up: 600.015
        ("200.0049999", 200_00, 600_01),
        ("200.015", 200_02, 600_05),  # to the even fen would be 600.04
        ("200.025", 200_03, 600_08),  # to the even fen would be 200.02
    ],
)
def test_half_a_fen_is_rounded_up_in_each_sum_by_itself(price, refund, extra):
    sums = law_sums("cpl-55", Decimal(price))
    assert (sums.refund, sums.extra) == (refund, extra)
    assert sums.total == refund + extra


@pytest.mark.parametrize("card", WITH_LAST_DAY)
def test_a_return_gives_the_price_back_and_nothing_on_top(card):
    sums = law_sums(card, Decimal("99.50"), Decimal(5000))
    assert (sums.refund, sums.extra, sums.total) == (99_50, None, 99_50)


@pytest.mark.parametrize("card", ["pen-8", "cpl-18"])
def test_delay_and_safety_set_no_sum(card):
    sums = law_sums(card, Decimal(300), Decimal(500), date(2026, 6, 1))
    assert (sums.refund, sums.extra, sums.total) == (None, None, None)


def test_a_loss_makes_no_difference_to_fraud():
    assert law_sums("cpl-55", Decimal(200), Decimal(9000)) == law_sums("cpl-55", Decimal(200))
    assert law_sums("cpl-55", None, Decimal(9000)) == LawSums("cpl-55")


@pytest.mark.parametrize("card", LAW_CARDS)
def test_where_nothing_is_given_nothing_is_worked_out(card):
    assert law_sums(card) == LawSums(card, None, None, None, None)
    assert law_sums(card).total is None


# Days


@pytest.mark.parametrize("card", WITH_LAST_DAY)
@pytest.mark.parametrize(
    ("received", "last_day"),
    [
        ("2026-06-01", "2026-06-08"),
        ("2026-12-28", "2027-01-04"),  # over New Year
        ("2028-02-25", "2028-03-03"),  # over a leap day
        ("2028-02-29", "2028-03-07"),
        ("2026-02-25", "2026-03-04"),  # no leap day
        ("1970-01-01", "1970-01-08"),
        ("9998-12-31", "9999-01-07"),
    ],
)
def test_the_last_day_to_return_is_seven_days_on_without_the_first(card, received, last_day):
    sums = law_sums(card, received=date.fromisoformat(received))
    assert (sums.last_day, sums.warning_from) == (date.fromisoformat(last_day), None)


@pytest.mark.parametrize(
    ("requested", "warning_from"),
    [
        ("2026-06-01", "2026-06-17"),
        ("2026-12-20", "2027-01-05"),
        ("2028-02-13", "2028-02-29"),
        ("2028-02-14", "2028-03-01"),
        ("2027-02-13", "2027-03-01"),
    ],
)
def test_the_warning_begins_on_the_sixteenth_day_after_the_request(requested, warning_from):
    sums = law_sums("pen-8", received=date.fromisoformat(requested))
    assert (sums.warning_from, sums.last_day) == (date.fromisoformat(warning_from), None)


@pytest.mark.parametrize("card", ["cpl-55", "fsl-148", "cpl-18"])
def test_other_cards_set_no_day(card):
    sums = law_sums(card, received=date(2026, 6, 1))
    assert (sums.last_day, sums.warning_from) == (None, None)


# What is true of all of them

PRICES = st.decimals(min_value="0.01", max_value="999999999999.99", places=2)
LOSSES = st.none() | st.decimals(min_value=0, max_value="999999999999.99", places=2)
CARDS = st.sampled_from(LAW_CARDS)


@given(CARDS, PRICES, PRICES, LOSSES)
def test_a_higher_price_never_gives_less(card, one, other, loss):
    low, high = sorted((one, other))
    less, more = law_sums(card, low, loss), law_sums(card, high, loss)
    for part in ("refund", "extra", "total"):
        a, b = getattr(less, part), getattr(more, part)
        assert (a is None) == (b is None)
        assert a is None or a <= b


@given(CARDS, st.none() | PRICES, LOSSES)
def test_the_total_is_refund_and_extra(card, price, loss):
    sums = law_sums(card, price, loss)
    if sums.refund is None and sums.extra is None:
        assert sums.total is None
    else:
        assert sums.total == (sums.refund or 0) + (sums.extra or 0)


@given(PRICES, LOSSES)
def test_sums_of_whole_fen_are_exact(price, loss):
    fraud, food = law_sums("cpl-55", price), law_sums("fsl-148", price, loss)
    assert Decimal(fraud.refund) == Decimal(food.refund) == price * 100
    assert Decimal(fraud.extra) == max(price * 300, Decimal(50000))
    assert Decimal(food.extra) == max(price * 1000, (loss or 0) * 300, Decimal(100000))


@given(st.sampled_from(WITH_EXTRA), st.decimals(min_value=200, max_value=10**9, places=5))
def test_a_sum_lies_at_most_half_a_fen_from_the_exact_one(card, price):
    times = {"cpl-55": 3, "fsl-148": 10}[card]
    away = law_sums(card, price).extra - Fraction(price) * times * 100
    assert -Fraction(1, 2) < away <= Fraction(1, 2)


@given(CARDS, st.dates(date(1970, 1, 1), date(9998, 12, 31)))
def test_days_are_counted_alike_all_the_year_round(card, received):
    sums = law_sums(card, received=received)
    assert sums.last_day in (None, received + timedelta(days=7))
    assert sums.warning_from in (None, received + timedelta(days=16))


@given(CARDS, PRICES, PRICES, st.dates(date(1970, 1, 1), date(9998, 12, 31)))
def test_only_what_a_card_asks_for_makes_a_difference(card, price, loss, received):
    facts = {"price": price, "loss": loss, "received": received}
    asked = {name: fact for name, fact in facts.items() if name in facts_asked(card)}
    assert law_sums(card, **facts) == law_sums(card, **asked)
    assert all(law_sums(card, **{name: fact}) != law_sums(card) for name, fact in asked.items())


# What is refused


@pytest.mark.parametrize("bad", ["0", "0.009", "-1", "-0.01", "1E+12", "1E+999999", "NaN", "sNaN", "Infinity"])
def test_a_price_out_of_range_is_refused(bad):
    with pytest.raises(UserError) as refusal:
        law_sums("cpl-18", Decimal(bad))
    assert (refusal.value.code, refusal.value.field) == ("bad_amount", "price")


@pytest.mark.parametrize("bad", ["-1", "1E+12", "NaN", "-Infinity"])
def test_a_loss_out_of_range_is_refused_even_where_it_plays_no_part(bad):
    with pytest.raises(UserError) as refusal:
        law_sums("cpl-55", Decimal(1), Decimal(bad))
    assert (refusal.value.code, refusal.value.field) == ("bad_amount", "loss")


@pytest.mark.parametrize("bad", [date.min, date(1969, 12, 31), date(9999, 1, 1), date.max])
def test_a_day_beyond_the_calendar_is_refused(bad):
    with pytest.raises(UserError) as refusal:
        law_sums("cpl-24", received=bad)
    assert (refusal.value.code, refusal.value.field) == ("law_day_out_of_range", "received")


@pytest.mark.parametrize("work", [law_sums, facts_asked])
def test_an_unknown_card_is_refused(work):
    with pytest.raises(UserError) as refusal:
        work("cpl-99")
    assert (refusal.value.code, refusal.value.field) == ("unknown_law_card", "card")


@pytest.mark.parametrize("bad", ["-5", "+5", "1.00005", "1e3", "1,000", "1000000000000", "twelve", "", " 5", "NaN", 5])
def test_what_is_no_plain_sum_is_refused(bad):
    for read, field in ((read_price, "price"), (read_loss, "loss")):
        with pytest.raises(UserError) as refusal:
            read(bad)
        assert (refusal.value.code, refusal.value.field) == ("bad_amount", field)


def test_a_sum_is_read_exactly_and_only_a_loss_may_be_nothing():
    assert (read_price("128"), read_price("0.1"), read_loss("128.05")) == (128, Decimal("0.1"), Decimal("128.05"))
    assert read_price("999999999999.99") == Decimal("999999999999.99")
    assert read_loss("0") == 0
    with pytest.raises(UserError):
        read_price("0")


def test_the_yuan_is_the_one_of_the_table_of_currencies():
    assert load_currencies()["CNY"] == YUAN
