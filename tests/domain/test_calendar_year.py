"""The year view of opening hours, and hours as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.calendar_year import DayKind, day_of, hours_form, hours_text, split_hours, year_of
from desktop.domain.calendars import ROUND_THE_CLOCK, SHOP_DEFAULT, Calendar, Interval, parse_calendar

CHRISTMAS, SATURDAY = date(2026, 12, 25), date(2026, 2, 14)
SHOP = parse_calendar(
    {
        "intervals": {"mon": ["09:00-12:00", "13:30-18:00"], "fri": ["17:00-02:00"]},
        "closed": [CHRISTMAS.isoformat()],
        "extra": {SATURDAY.isoformat(): ["10:00-14:00"]},
    }
)


def test_a_year_holds_each_of_its_days_once() -> None:
    for year, count in ((2026, 365), (2028, 366), (1, 365), (9999, 365)):
        days = [entry.day for entry in year_of(ROUND_THE_CLOCK, year)]
        assert (len(days), days[0], days[-1]) == (count, date(year, 1, 1), date(year, 12, 31))


def test_days_tell_where_their_hours_come_from() -> None:
    days = {entry.day: entry for entry in year_of(SHOP, 2026)}
    assert (days[CHRISTMAS].kind, days[CHRISTMAS].is_open) == (DayKind.CLOSED, False)
    assert (days[SATURDAY].kind, days[SATURDAY].openings) == (DayKind.EXTRA, (Interval(600, 840),))
    assert (days[date(2026, 12, 26)].kind, days[date(2026, 12, 26)].is_open) == (DayKind.WEEKLY, False)
    assert days[date(2026, 12, 21)].openings == (Interval(540, 720), Interval(810, 1080))


def test_an_extra_date_holds_against_a_closed_one() -> None:
    both = Calendar(SHOP.weekly, frozenset({SATURDAY}), SHOP.extra)
    assert day_of(both, SATURDAY).kind is DayKind.EXTRA


def test_a_whole_day_is_told_from_a_long_one() -> None:
    assert day_of(ROUND_THE_CLOCK, CHRISTMAS).is_whole
    assert not day_of(SHOP_DEFAULT, CHRISTMAS).is_whole


@given(st.dates(date(2025, 1, 1), date(2027, 12, 31)))
def test_the_year_and_the_day_agree_with_the_calendar(day: date) -> None:
    entry = day_of(SHOP, day)
    assert year_of(SHOP, day.year)[day.timetuple().tm_yday - 1] == entry
    assert entry.openings == SHOP.openings_on(day)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("", []),
        ("  ", []),
        ("09:00-12:00", ["09:00-12:00"]),
        ("09:00-12:00, 13:30-18:00", ["09:00-12:00", "13:30-18:00"]),
        ("09:00–12:00、13:30–18:00", ["09:00–12:00", "13:30–18:00"]),
        ("09:00-12:00 13:30-18:00", ["09:00-12:00", "13:30-18:00"]),
        ("9:00 - 12:00；13:30 - 18:00", ["9:00 - 12:00", "13:30 - 18:00"]),
    ],
)
def test_a_line_of_hours_is_taken_apart(line: str, parts: list[str]) -> None:
    assert split_hours(line) == parts


@pytest.mark.parametrize("calendar", [SHOP, ROUND_THE_CLOCK, SHOP_DEFAULT])
def test_a_form_gives_its_calendar_again(calendar: Calendar) -> None:
    assert parse_calendar(hours_form(calendar).data()) == calendar


_MINUTES = st.integers(0, 1439)
_OPENINGS = st.lists(st.tuples(_MINUTES, st.integers(1, 1439)).map(lambda p: Interval(p[0], p[0] + p[1])), max_size=3)


@given(_OPENINGS)
def test_hours_on_a_line_read_back_as_they_were(openings: list[Interval]) -> None:
    line = hours_text(openings)
    data = {"intervals": {"mon": split_hours(line), "tue": ["09:00-10:00"]}}
    assert set(parse_calendar(data).weekly[0]) == set(openings)


def test_a_date_is_closed_opened_and_given_back_to_its_weekday() -> None:
    form = hours_form(SHOP)
    opened = form.with_day(CHRISTMAS, DayKind.EXTRA, "10:00-12:00")
    assert (opened.extra_on(CHRISTMAS), CHRISTMAS in opened.closed) == ("10:00-12:00", False)
    shut = opened.with_day(CHRISTMAS, DayKind.CLOSED)
    assert (shut.extra_on(CHRISTMAS), CHRISTMAS in shut.closed) == (None, True)
    assert parse_calendar(shut.data()) == SHOP
    assert parse_calendar(shut.with_day(CHRISTMAS, DayKind.WEEKLY).data()).closed == frozenset()


def test_a_weekday_gets_other_hours() -> None:
    calendar = parse_calendar(hours_form(SHOP).with_weekday(2, "10:00-11:00").data())
    assert calendar.weekly[2] == (Interval(600, 660),)
    assert calendar.weekly[0] == SHOP.weekly[0]
