"""Figures and spans of days in the form that each language's people write."""

from datetime import date
from decimal import Decimal

import pytest

from desktop.domain.kinds import Language
from desktop.words.formats import days_text, figure_text, minutes_text, pct_text


@pytest.mark.parametrize(
    ("minutes", "english", "chinese"),
    [
        (None, "–", "–"),
        ("0.00", "0 min", "0 分钟"),
        ("7.00", "7 min", "7 分钟"),
        ("7.50", "7.5 min", "7.5 分钟"),
        ("10.00", "10 min", "10 分钟"),
        ("59.99", "59.99 min", "59.99 分钟"),
        ("60.00", "1 h", "1 小时"),
        ("130.00", "2 h 10 min", "2 小时 10 分钟"),
        ("130.25", "2 h 10.25 min", "2 小时 10.25 分钟"),
        ("60000.00", "1,000 h", "1,000 小时"),
    ],
)
def test_minutes_lose_nothing_but_the_zeros_at_their_end(minutes, english, chinese):
    value = None if minutes is None else Decimal(minutes)
    assert (minutes_text(value, Language.EN), minutes_text(value, Language.ZH)) == (english, chinese)


@pytest.mark.parametrize(
    ("figure", "text"),
    [(None, "–"), (1076, "1,076"), (0, "0"), (Decimal("2.40"), "2.40"), (Decimal("-0.50"), "−0.50")],
)
def test_a_figure_keeps_the_places_it_was_rounded_to(figure, text):
    assert figure_text(figure) == text


def test_percentages_have_their_sign_where_they_are_known():
    assert (pct_text(Decimal("88.0")), pct_text(None)) == ("88.0%", "–")


@pytest.mark.parametrize(
    ("first", "last", "english", "chinese"),
    [
        ((2026, 11, 1), (2026, 11, 19), "1–19 Nov", "11月1日–19日"),
        ((2026, 9, 28), (2026, 10, 4), "28 Sep–4 Oct", "9月28日–10月4日"),
        ((2026, 11, 1), (2026, 11, 1), "1 Nov", "11月1日"),
        ((2025, 12, 1), (2025, 12, 31), "1–31 Dec 2025", "2025年12月1日–31日"),
        ((2025, 10, 1), (2025, 12, 31), "1 Oct–31 Dec 2025", "2025年10月1日–12月31日"),
        ((2025, 12, 29), (2026, 1, 4), "29 Dec 2025–4 Jan 2026", "2025年12月29日–2026年1月4日"),
        ((2025, 3, 2), (2025, 3, 2), "2 Mar 2025", "2025年3月2日"),
    ],
)
def test_a_span_of_days_names_both_ends_and_other_years(first, last, english, chinese):
    days = date(*first), date(*last)
    assert days_text(*days, Language.EN, 2026) == english
    assert days_text(*days, Language.ZH, 2026) == chinese
