"""Case numbers (domain.md 2)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.numbers import CaseNumber, check_code, orders_of_short, parse_number, short_number
from desktop.errors import UserError

codes = st.text("ABCXYZ0189", min_size=1, max_size=8)
numbers = st.builds(CaseNumber, codes, codes, st.dates(date(1970, 1, 2)), st.integers(1, 10**9 - 1))


def test_a_number_is_site_desk_date_and_four_places() -> None:
    assert str(CaseNumber("HH", "D1", date(2026, 11, 1), 1)) == "HH-D1-20261101-0001"


def test_the_serial_grows_beyond_9999() -> None:
    assert str(CaseNumber("HH", "D1", date(2026, 11, 1), 10_000)) == "HH-D1-20261101-10000"


@given(numbers)
def test_a_number_is_read_as_it_was_written(number: CaseNumber) -> None:
    assert parse_number(str(number)) == number
    assert parse_number(f"  {str(number).lower()} ") == number


@given(numbers, numbers)
def test_numbers_compare_as_numbers(one: CaseNumber, other: CaseNumber) -> None:
    assert (one.order < other.order) == ((one.day, one.serial) < (other.day, other.serial))


def test_ten_thousand_comes_after_9999_and_before_the_next_day() -> None:
    parsed = [parse_number(f"HH-D1-{day}") for day in ("20261101-9999", "20261101-10000", "20261102-0001")]
    orders = [number.order for number in parsed if number]
    assert orders == sorted(set(orders))
    assert len(orders) == 3


@pytest.mark.parametrize(
    "text",
    [
        "",
        "HH",
        "HH-D1-20261101",
        "HH-D1-20261301-0001",
        "HH-D1-20260230-0001",
        "HH-D1-20261101-001",
        "HH-D1-20261101-0001-1",
        "-D1-20261101-0001",
        "H H-D1-20261101-0001",
        "房-D1-20261101-0001",
        "HH-D1-00000000-0001",
        "\ud800",
    ],
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert parse_number(text) is None


@given(st.text())
def test_no_text_breaks_the_reading_of_numbers(text: str) -> None:
    parse_number(text)
    orders_of_short(text)
    short_number(text)


of_our_time = st.builds(
    CaseNumber, codes, codes, st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(1, 10**9 - 1)
)


@given(of_our_time)
def test_the_short_form_finds_the_number_again(number: CaseNumber) -> None:
    assert number.order in orders_of_short(short_number(str(number)))


def test_the_short_form_is_month_day_and_serial() -> None:
    assert short_number("HH-D1-20261101-0042") == "1101-0042"
    assert short_number("something else") == "something else"


@pytest.mark.parametrize(("field", "code"), [("code", "site_code_bad"), ("desk", "desk_code_bad")])
@pytest.mark.parametrize("bad", ["", "hh", "H-H", "ABCDEFGHI", "酒店", "H\n", " HH"])
def test_a_code_is_one_to_eight_latin_capitals_and_digits(field: str, code: str, bad: str) -> None:
    with pytest.raises(UserError) as refusal:
        check_code(bad, field)
    assert (refusal.value.code, refusal.value.field) == (code, field)
    assert check_code("H2", field) == "H2"
