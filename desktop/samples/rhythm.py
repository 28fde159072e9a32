"""When complaints come in, and when colleagues follow them up: a week's and a day's rhythm."""

from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from random import Random
from zoneinfo import ZoneInfo

from desktop.domain.calendars import ROUND_THE_CLOCK, SHOP_DEFAULT, next_opening, working_time
from desktop.domain.clocks import calendar_for
from desktop.domain.kinds import Band, Property
from desktop.domain.wallclock import local_day, utc_at

_WEEKDAYS = {  # Monday first
    Property.HOTEL: (0.9, 0.8, 0.85, 1.0, 1.4, 1.5, 1.1),
    Property.RETAIL: (0.8, 0.8, 0.85, 0.9, 1.3, 1.7, 1.4),
}
_HOURS = {  # midnight first
    Property.HOTEL: (3, 2, 1.5, 1, 0.8, 1.5, 3, 7, 8, 7, 5, 5, 4, 4, 7, 8, 8, 7, 7, 7, 7, 7, 6, 5),
    Property.RETAIL: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 6, 6, 4, 5, 6, 7, 9, 10, 9, 6, 3, 0, 0),
}
_BUSY_EVENINGS, _EVENING = (4, 5), range(18, 24)  #: Friday and Saturday
_BUSIER = 1.5
_OFFICE = (9 * 60 + 15, 20 * 60 + 30)  #: minutes of the day between which guests are rung up
_DAYS_A_MONTH = 30
_LONGEST_BACK = timedelta(days=60)


def first_day(until: datetime, zone: ZoneInfo, months: int) -> date:
    """The local day before the first case comes in; a month counts 30 days."""
    return local_day(until, zone) - timedelta(days=months * _DAYS_A_MONTH)


class Rhythm:
    """The times of one site. Moments handed out are aware UTC, in whole seconds."""

    def __init__(self, property_: Property, zone: ZoneInfo, rng: Random) -> None:
        self._property, self._zone, self._rng = property_, zone, rng
        self._calendar = ROUND_THE_CLOCK if property_ is Property.HOTEL else SHOP_DEFAULT

    def arrivals(self, until: datetime, months: int, count: int) -> list[datetime]:
        """When ``count`` complaints come in during the months up to ``until``, in order."""
        rng, eve = self._rng, first_day(until, self._zone, months)
        days = [eve + timedelta(days=ahead) for ahead in range(1, months * _DAYS_A_MONTH + 1)]
        week = _WEEKDAYS[self._property]
        chosen = rng.choices(days, cum_weights=list(accumulate(week[day.weekday()] for day in days)), k=count)
        hours = [self._hours_of(weekday) for weekday in range(7)]
        moments = []
        for day in chosen:
            hour = rng.choices(range(24), cum_weights=hours[day.weekday()])[0]
            moments.append(utc_at(day, hour * 60 + rng.randrange(60), self._zone))
        return sorted(moments)

    def _hours_of(self, weekday: int) -> list[float]:
        busy = weekday in _BUSY_EVENINGS
        weights = _HOURS[self._property]
        return list(accumulate(w * _BUSIER if busy and hour in _EVENING else w for hour, w in enumerate(weights)))

    def hour(self, moment: datetime) -> int:
        """The local hour of a moment."""
        return moment.astimezone(self._zone).hour

    def on_day_before(self, until: datetime, days: int, minute: int) -> datetime:
        """A minute of the local day that lies ``days`` before ``until``."""
        return utc_at(local_day(until, self._zone) - timedelta(days=days), minute, self._zone)

    def in_office(self, moment: datetime) -> datetime:
        """The moment itself in the hours in which guests are rung up, else some time in the next of them."""
        local = moment.astimezone(self._zone)
        minute = local.hour * 60 + local.minute
        if _OFFICE[0] <= minute <= _OFFICE[1]:
            return moment
        day = local.date() + timedelta(days=minute > _OFFICE[1])
        return utc_at(day, _OFFICE[0] + self._rng.randrange(90), self._zone)

    def due_then(self, band: Band, due: datetime, target_min: int) -> datetime:
        """When a complaint must have come in for its target to run out at ``due``, to the minute (domain.md 5).

        Where the site is shut at ``due``, the target runs out soon after it opens: sooner than any target takes, so the
        complaint came in before it shut.
        """
        calendar, target = calendar_for(band, self._calendar), timedelta(minutes=target_min)
        opening = next_opening(calendar, self._zone, due)
        if opening is not None and opening > due:
            due = opening + timedelta(minutes=self._rng.randrange(5, min(30, target_min)))
        late, early = due, due - _LONGEST_BACK
        while late - early > timedelta(minutes=1):
            middle = early + (late - early) / 2
            if working_time(calendar, self._zone, middle, due) >= target:
                early = middle
            else:
                late = middle
        return early.astimezone(UTC).replace(second=0, microsecond=0)
