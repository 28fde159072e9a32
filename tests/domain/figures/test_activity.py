from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.figures.activity import ActivityRow, spread

DAY = date(2026, 11, 1)


def entry(first, last, value):
    return ActivityRow(DAY + timedelta(first), DAY + timedelta(last), value, datetime(2026, 12, 1, tzinfo=UTC), "mark")


def of(entries, first, until):
    return spread(entries).of(DAY + timedelta(first), DAY + timedelta(until))


def test_a_month_is_spread_evenly_over_its_days():
    assert of([entry(0, 29, 1000)], 0, 30) == 1000
    assert of([entry(0, 29, 1000)], 0, 7) == Fraction(7000, 30)


def test_what_is_not_known_for_every_day_is_not_known():
    assert of([entry(0, 29, 1000)], 25, 31) is None
    assert of([entry(1, 3, 30)], 0, 3) is None
    assert of([entry(0, 2, 30), entry(4, 6, 30)], 0, 7) is None
    assert of([], 0, 1) is None
    assert of([entry(0, 2, 30)], 1, 1) is None


def test_the_newest_entry_holds_on_a_day():
    month, correction = entry(0, 29, 3000), entry(10, 19, 500)
    assert of([month, correction], 0, 30) == 2000 + 500
    assert of([correction, month], 0, 30) == 3000


def test_nothing_sold_is_known_too():
    assert of([entry(0, 6, 0)], 0, 7) == 0


rows = st.lists(
    st.builds(lambda f, n, v: entry(f, f + n, v), st.integers(0, 40), st.integers(0, 40), st.integers(0, 99))
)


@given(rows, st.integers(0, 60), st.integers(1, 30))
def test_a_span_is_the_sum_of_its_days(entries, first, days):
    def on(day):
        rows = [row for row in entries if row.first <= DAY + timedelta(day) <= row.last]
        return rows[-1].per_day if rows else None

    values = [on(day) for day in range(first, first + days)]
    expected = None if None in values else sum(values)
    assert of(entries, first, first + days) == expected
