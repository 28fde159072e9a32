"""Months and spans as the wall shows them."""

from datetime import UTC, date
from zoneinfo import ZoneInfo

import pytest

from desktop.domain.figures.shapes import Month, Span
from desktop.domain.figures.spans import bounds, days_of, span_before, span_of_month

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(("month", "hours"), [(3, 31 * 24 - 1), (10, 31 * 24 + 1), (7, 31 * 24)])
def test_a_month_has_the_hours_that_its_clock_shows(month: int, hours: int) -> None:
    start, end = bounds(span_of_month(Month(2026, month)), BERLIN)
    assert end - start == hours * 3_600


def test_before_a_month_comes_the_month_before_and_before_other_days_as_many() -> None:
    assert span_before(span_of_month(Month(2026, 3))) == span_of_month(Month(2026, 2))
    week = Span(date(2026, 3, 2), date(2026, 3, 9))
    assert span_before(week) == Span(date(2026, 2, 23), date(2026, 3, 2))
    assert days_of(week) == 7


def test_the_calendars_ends_have_months_too() -> None:
    assert span_of_month(Month(9999, 12)).until == date.max
    assert span_before(span_of_month(Month(1, 1))).first == date.min
    assert bounds(span_of_month(Month(1970, 1)), UTC)[0] == 0
