from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.kinds import Language
from desktop.ui import formats
from desktop.words import load_currencies

EN, ZH = Language.EN, Language.ZH
SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 19, 21, 42, tzinfo=SHANGHAI)


def test_a_time_is_written_with_its_leading_nought():
    assert formats.clock_time(datetime(2026, 11, 20, 9, 5, tzinfo=SHANGHAI)) == "09:05"


@pytest.mark.parametrize(
    ("write", "en", "zh"),
    [
        (formats.weekday, "Thu", "周四"),
        (formats.short_date, "19 Nov", "11月19日"),
        (formats.day_date, "Thu 19 Nov", "11月19日 周四"),
        (formats.full_date, "19 Nov 2026", "2026年11月19日"),
    ],
)
def test_a_day_is_written_as_each_language_does(write, en, zh):
    assert (write(date(2026, 11, 19), EN), write(date(2026, 11, 19), ZH)) == (en, zh)


def test_day_and_time_stand_together():
    assert formats.day_and_time(NOW, EN) == "Thu 19 Nov 21:42"
    assert formats.day_and_time(NOW, ZH) == "11月19日 周四 21:42"


@pytest.mark.parametrize(
    ("moment", "en", "zh"),
    [
        (datetime(2026, 11, 19, 23, 0, tzinfo=SHANGHAI), "23:00", "23:00"),
        (datetime(2026, 11, 20, 9, 30, tzinfo=SHANGHAI), "Fri 09:30", "周五 09:30"),
        (datetime(2026, 11, 25, 9, 30, tzinfo=SHANGHAI), "Wed 09:30", "周三 09:30"),
        (datetime(2026, 11, 26, 9, 30, tzinfo=SHANGHAI), "26 Nov 09:30", "11月26日 09:30"),
        (datetime(2026, 11, 18, 9, 30, tzinfo=SHANGHAI), "18 Nov 09:30", "11月18日 09:30"),
        (datetime(2025, 12, 31, 9, 30, tzinfo=SHANGHAI), "31 Dec 2025 09:30", "2025年12月31日 09:30"),
    ],
)
def test_a_near_time_is_as_short_as_it_stays_clear(moment, en, zh):
    assert formats.near_time(moment, NOW, EN) == en
    assert formats.near_time(moment, NOW, ZH) == zh


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0:00"), (27, "0:27"), (59.99, "0:59"), (60, "1:00"), (1215, "20:15"), (-27, "0:27"), (6000, "100:00")],
)
def test_a_span_is_written_in_hours_and_minutes(minutes, words):
    assert formats.span(timedelta(minutes=minutes)) == words


@given(st.integers(0, 10**6))
def test_a_span_loses_no_minute(minutes):
    hours, rest = formats.span(timedelta(minutes=minutes)).split(":")
    assert int(hours) * 60 + int(rest) == minutes


def test_a_conversation_is_timed_in_minutes_and_seconds():
    assert formats.timer(timedelta(minutes=6, seconds=12)) == "06:12"
    assert formats.timer(timedelta(minutes=71, seconds=5)) == "71:05"


@pytest.mark.parametrize(
    ("minor", "currency", "words"),
    [
        (107600, "CNY", "¥1,076"),
        (10, "CNY", "¥0.10"),
        (12850, "USD", "US$128.50"),
        (1200, "JPY", "¥1,200"),
        (1250, "CHF", "CHF 12.50"),
        (-2000, "GBP", "−£20"),
        (0, "EUR", "€0"),
        (30000, "HKD", "HK$300"),
        (99999999999, "CNY", "¥999,999,999.99"),
        (12500, "THB", "฿125"),
        (1250, "KWD", "KD 1.250"),
    ],
)
def test_a_sum_bears_its_currency_as_papers_write_it(minor, currency, words):
    assert formats.money(minor, load_currencies()[currency]) == words


def test_large_numbers_are_grouped():
    assert formats.count(1076) == "1,076"


@pytest.mark.parametrize(
    ("name", "honorific", "en", "zh"),
    [
        ("Tan Wei Ling", "Ms", "Ms Tan Wei Ling", "Tan Wei Ling 女士"),
        ("Okafor", "Mr", "Mr Okafor", "Okafor 先生"),
        ("陈薇玲", "女士", "陈薇玲 女士", "陈薇玲 女士"),
        ("陈薇玲", "Ms", "陈薇玲 女士", "陈薇玲 女士"),
        ("Bauer", "先生", "Mr Bauer", "Bauer 先生"),
        ("𠮷田", "先生", "𠮷田 先生", "𠮷田 先生"),
        ("Lindqvist", "Mrs.", "Mrs. Lindqvist", "Lindqvist 女士"),
        ("Costa", "Captain", "Captain Costa", "Costa Captain"),
        ("Costa", "", "Costa", "Costa"),
        ("", "Ms", "", ""),
        ("  Tan   Wei Ling ", " Ms ", "Ms Tan Wei Ling", "Tan Wei Ling 女士"),
        ("Rivera", "Mx", "Mx Rivera", "Rivera"),
    ],
)
def test_a_guest_is_named_in_the_form_of_the_names_own_language(name, honorific, en, zh):
    assert formats.guest_name(name, honorific, EN) == en
    assert formats.guest_name(name, honorific, ZH) == zh
