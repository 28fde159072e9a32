"""Months, spans and their bounds: from a first local 00:00 to the next (figures.md)."""

from datetime import date, timedelta, tzinfo

from desktop.domain.figures.shapes import Month, Span
from desktop.domain.wallclock import utc_at


def span_of_month(month: Month) -> Span:
    """The local days of a calendar month."""
    if (month.year, month.month) == (date.max.year, 12):
        return Span(month.first_day, date.max)
    return Span(month.first_day, month.plus(1).first_day)


def month_of_day(day: date) -> Month:
    """The month that a local day lies in."""
    return Month(day.year, day.month)


def days_of(span: Span) -> int:
    """How many days it has."""
    return (span.until - span.first).days


def span_before(span: Span) -> Span:
    """The span of as many days that ends where this one begins; before a whole calendar month, the month before it."""
    month = month_of_day(span.first)
    if span == span_of_month(month) and month > Month(1, 1):
        return span_of_month(month.plus(-1))
    first = span.first.toordinal() - days_of(span)
    return Span(date.fromordinal(max(first, 1)), span.first)


def first_second(day: date, zone: tzinfo) -> int:
    """The first moment of a local day, in UTC seconds."""
    return int(utc_at(day, 0, zone).timestamp())


def bounds(span: Span, zone: tzinfo) -> tuple[int, int]:
    """The first second of a span, and the first that no longer belongs to it (UTC seconds)."""
    return first_second(span.first, zone), first_second(span.until, zone)


def seconds_of_days(days: int) -> int:
    """So many times 24 hours."""
    return int(timedelta(days=days).total_seconds())
