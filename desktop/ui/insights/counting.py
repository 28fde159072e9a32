"""The slow part of Insights, run away from the window: which figures as of which moment. No Qt."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from desktop.domain.figures.report_shapes import EarlyWarning, Goals
from desktop.domain.figures.shapes import Span
from desktop.domain.wallclock import local_day, utc_at
from desktop.ui.insights.doors import InsightsDoors
from desktop.ui.insights.spans import Frame
from desktop.ui.insights.state import Counted, Phase, Picked, PickedCases

_MOMENT = timedelta(microseconds=1)
_CATEGORY = "category"
_REACH = timedelta(weeks=9)  #: a run of eight weeks began no earlier before its warning


@dataclass(frozen=True, slots=True)
class Look:
    """What is to be counted, and when."""

    frame: Frame
    category: str
    now: datetime  #: aware UTC
    zone: tzinfo


@dataclass(frozen=True, slots=True)
class Answer:
    """What was counted; ``first`` is the moment of the first complaint, None where there is none."""

    counted: Counted
    first: datetime | None


def count(doors: InsightsDoors, look: Look) -> Answer:
    """Counts the span and the one before it.

    Days so far are compared as of their own end, so that a case of last month has had no longer to be answered than
    one of this month. Raises ``UserError``.
    """
    frame, category, now = look.frame, look.category, look.now
    known = doors.data_span()
    is_known = known is not None and local_day(known[0], look.zone) < frame.before.until
    as_of_before = utc_at(frame.before.until, 0, look.zone) if frame.is_running else now
    last_moment = utc_at(frame.span.until, 0, look.zone) - _MOMENT
    counted = Counted(
        frame,
        category,
        now,
        doors.figures(frame.span, now, category),
        doors.figures(frame.before, as_of_before, category) if is_known else None,
        doors.detail(frame.span, now, category),
        doors.chart(min(now, last_moment), category),
        Goals() if category else doors.goals(),  # what is aimed at is of the whole site
    )
    return Answer(counted, known[0] if known else None)


def standing(warnings: tuple[EarlyWarning, ...]) -> tuple[EarlyWarning, ...]:
    """Those that nobody has put away."""
    return tuple(warning for warning in warnings if warning.dismissed_at is None)


def cases_behind(doors: InsightsDoors, picked: Picked) -> PickedCases:
    """The cases behind a figure, the newest first. Raises ``UserError``."""
    span, warning = picked.span, picked.warning
    if warning is not None:
        span = Span(span.first - _REACH, span.until)
    picks = [replace(picked.pick, key=code) for code in picked.others] or [picked.pick]
    rows = [
        row
        for pick in picks
        for row in doors.cases(pick, span, picked.as_of, picked.category)
        if pick.kind != _CATEGORY or row.category == pick.key  # a bar of a group holds what has no detail yet
    ]
    if warning is not None:
        numbers = set(warning.cases)
        rows = [row for row in rows if row.number in numbers]
    newest_first = tuple(sorted(rows, key=lambda row: (row.received_at, row.number), reverse=True))
    return PickedCases(picked, Phase.READY, newest_first, doors.names())
