"""Which days Insights looks at, and which they are compared with."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.figures.shapes import Span
from desktop.ui.insights.spans import SpanKind, frame, spans_back

THURSDAY = date(2026, 11, 19)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def span(first: tuple[int, int, int], until: tuple[int, int, int]) -> Span:
    return Span(date(*first), date(*until))


@pytest.mark.parametrize(
    ("kind", "today", "now", "before"),
    [
        (SpanKind.MONTH, THURSDAY, span((2026, 11, 1), (2026, 11, 20)), span((2026, 10, 1), (2026, 10, 20))),
        (SpanKind.WEEK, THURSDAY, span((2026, 11, 16), (2026, 11, 20)), span((2026, 11, 9), (2026, 11, 13))),
        (SpanKind.QUARTER, THURSDAY, span((2026, 10, 1), (2026, 11, 20)), span((2026, 7, 1), (2026, 8, 20))),
        (SpanKind.MONTH, date(2026, 1, 1), span((2026, 1, 1), (2026, 1, 2)), span((2025, 12, 1), (2025, 12, 2))),
        # The month before is shorter: all of it.
        (SpanKind.MONTH, date(2026, 3, 31), span((2026, 3, 1), (2026, 4, 1)), span((2026, 2, 1), (2026, 3, 1))),
    ],
)
def test_a_running_span_is_compared_with_as_many_days_of_the_one_before(kind, today, now, before):
    seen = frame(kind, 0, today)
    assert (seen.span, seen.before, seen.is_running) == (now, before, True)


@pytest.mark.parametrize(
    ("kind", "back", "now", "before"),
    [
        (SpanKind.MONTH, 1, span((2026, 10, 1), (2026, 11, 1)), span((2026, 9, 1), (2026, 10, 1))),
        (SpanKind.MONTH, 10, span((2026, 1, 1), (2026, 2, 1)), span((2025, 12, 1), (2026, 1, 1))),
        (SpanKind.WEEK, 1, span((2026, 11, 9), (2026, 11, 16)), span((2026, 11, 2), (2026, 11, 9))),
        (SpanKind.QUARTER, 3, span((2026, 1, 1), (2026, 4, 1)), span((2025, 10, 1), (2026, 1, 1))),
    ],
)
def test_an_earlier_span_is_whole_and_compared_with_the_whole_one_before(kind, back, now, before):
    seen = frame(kind, back, THURSDAY)
    assert (seen.span, seen.before, seen.is_running) == (now, before, False)


@given(st.sampled_from(SpanKind), DAYS, st.integers(0, 40))
def test_spans_follow_one_another_without_a_gap(kind, today, back):
    seen, earlier = frame(kind, back, today), frame(kind, back + 1, today)
    assert earlier.span.until == seen.span.first
    assert earlier.span.first == seen.before.first
    assert seen.before.first < seen.before.until <= seen.span.first < seen.span.until


@given(st.sampled_from(SpanKind), DAYS, st.integers(0, 40))
def test_the_way_back_to_a_day_leads_to_the_span_with_that_day(kind, today, back):
    seen = frame(kind, back, today)
    assert spans_back(kind, seen.span.first, today) == back
    assert frame(kind, spans_back(kind, today, today), today) == frame(kind, 0, today)
