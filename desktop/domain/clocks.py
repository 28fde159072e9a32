"""Due times: a band's target, run on its calendar, stopped while the guest is asked (domain.md 5).

A change of band needs nothing of its own: the same functions are asked again with the new band, and the
pauses are kept as the moments they were, since they weigh differently in another calendar.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from desktop.domain.calendars import ROUND_THE_CLOCK, Calendar, due_after, working_time
from desktop.domain.kinds import Band
from desktop.domain.targets import Targets


@dataclass(frozen=True, slots=True)
class Pause:
    """A time in which the case waited for the guest (UTC); ``end`` is None while it still waits."""

    start: datetime
    end: datetime | None


def calendar_for(band: Band, site_calendar: Calendar) -> Calendar:
    """The calendar that a band runs on: P1 round the clock, the others the site's."""
    return ROUND_THE_CLOCK if band is Band.P1 else site_calendar


def respond_due(
    band: Band, targets: Targets, site_calendar: Calendar, zone: tzinfo, received: datetime
) -> datetime | None:
    """When the first response is due (UTC): no pause moves it. None when the calendar never comes to it."""
    span = timedelta(minutes=targets[band].respond_min)
    return due_after(calendar_for(band, site_calendar), zone, received, span)


def resolve_due(
    band: Band,
    targets: Targets,
    site_calendar: Calendar,
    zone: tzinfo,
    resolve_from: datetime,
    pauses: Sequence[Pause],
) -> datetime | None:
    """When the resolution is due (UTC), the guest's own time added.

    ``resolve_from`` is the received time, after a reopening the time of that. None while the case waits for the
    guest, as no clock is running, or when the calendar never comes to it.
    """
    ended = [(pause.start, pause.end) for pause in pauses if pause.end is not None]
    if len(ended) < len(pauses):
        return None
    calendar = calendar_for(band, site_calendar)
    paused = _paused(calendar, zone, resolve_from, ended)
    return due_after(calendar, zone, resolve_from, timedelta(minutes=targets[band].resolve_min) + paused)


def next_due(
    first_response_at: datetime | None,
    respond_due: datetime | None,
    resolve_due: datetime | None,
    promise_due: datetime | None,
) -> datetime | None:
    """What a case is due for next (domain.md 4): the first response; after it a promise or the resolution.

    ``promise_due`` is when the earliest open promise is due.
    """
    if first_response_at is None:
        return respond_due
    return min((due for due in (resolve_due, promise_due) if due is not None), default=None)


def paused_minutes(
    band: Band, site_calendar: Calendar, zone: tzinfo, resolve_from: datetime, pauses: Sequence[Pause], now: datetime
) -> int:
    """The whole working minutes that the case has waited for the guest up to ``now``, in the band's calendar."""
    spans = [(pause.start, min(pause.end or now, now)) for pause in pauses]
    return _paused(calendar_for(band, site_calendar), zone, resolve_from, spans) // timedelta(minutes=1)


def _paused(
    calendar: Calendar, zone: tzinfo, resolve_from: datetime, spans: Sequence[tuple[datetime, datetime]]
) -> timedelta:
    """Working time inside the spans from ``resolve_from`` on; where they overlap it counts once."""
    total = timedelta(0)
    reached = resolve_from
    for start, end in sorted(spans):
        total += working_time(calendar, zone, max(start, reached), end)
        reached = max(reached, end)
    return total
