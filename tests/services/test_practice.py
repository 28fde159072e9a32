"""A practice desk, as ``demo`` and the first run fill it."""

from datetime import timedelta

from desktop.domain.figures.shapes import Month
from desktop.domain.figures.spans import span_of_month
from desktop.domain.wallclock import local_day
from desktop.services.practice import fill_practice_desk


def test_every_month_of_a_practice_desk_has_a_rate(make_desk, clock):
    desk = make_desk(now=clock)
    fill_practice_desk(desk, clock(), months=2, cases=12)
    today = local_day(clock(), desk.site.facts().zone)
    for back in (0, 1, 2):
        span = span_of_month(Month(today.year, today.month).plus(-back))
        known = desk.activity.of(type(span)(span.first, min(span.until, today + timedelta(days=1))))
        assert known is not None
        assert known > 0
