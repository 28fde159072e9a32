"""Which days are looked at, and which they are compared with. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.domain.figures.shapes import Month, Span

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_MONTHS: Mapping[str, int]


class SpanKind(StrEnum):
    """How long a span is."""

    WEEK = "week"  #: Monday to Sunday
    MONTH = "month"
    QUARTER = "quarter"


_MONTHS = {SpanKind.MONTH: 1, SpanKind.QUARTER: 3}


@dataclass(frozen=True, slots=True)
class Frame:
    """The span that is looked at and the one before it; of a running one the days so far, of both."""

    kind: SpanKind
    span: Span
    before: Span
    is_running: bool


def frame(kind: SpanKind, back: int, today: date) -> Frame:
    """The span that lies ``back`` spans before the one that ``today`` (local) falls in.

    A running span ends with today and is compared with as many days of the span before, all of them where that one
    is shorter.
    """
    first, until, first_before = _first(kind, back, today), _first(kind, back - 1, today), _first(kind, back + 1, today)
    if back > 0:
        return Frame(kind, Span(first, until), Span(first_before, first), is_running=False)
    until = today + _DAY
    return Frame(kind, Span(first, until), Span(first_before, min(first, first_before + (until - first))), True)


def spans_back(kind: SpanKind, day: date, today: date) -> int:
    """How many spans before today's the one with ``day`` in it lies; 0 for later days."""
    if kind is SpanKind.WEEK:
        spans = (_first(kind, 0, today) - _first(kind, 0, day)) // _WEEK
    else:
        spans = (today.year * 12 + today.month - 1) // _MONTHS[kind] - (day.year * 12 + day.month - 1) // _MONTHS[kind]
    return max(0, spans)


def _first(kind: SpanKind, back: int, today: date) -> date:
    """The first day of a span; ``back`` −1 is the next one's."""
    if kind is SpanKind.WEEK:
        return today - timedelta(days=today.weekday()) - back * _WEEK
    months = _MONTHS[kind]
    month = Month(today.year, today.month - (today.month - 1) % months)
    return month.plus(-back * months).first_day
