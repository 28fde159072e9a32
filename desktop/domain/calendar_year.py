"""A year of opening hours, day by day, for people to look over (domain.md 5); and how hours are typed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.domain.calendars import Calendar, Interval
from desktop.domain.wallclock import MINUTES_A_DAY, clock_text

_DAY = timedelta(days=1)


class DayKind(StrEnum):
    """Where a day's openings come from."""

    WEEKLY = "weekly"
    CLOSED = "closed"  #: a closed date
    EXTRA = "extra"  #: an extra date with hours of its own


@dataclass(frozen=True, slots=True)
class YearDay:
    """One local date with the openings that start on it, earliest first."""

    day: date
    openings: tuple[Interval, ...]
    kind: DayKind

    @property
    def is_open(self) -> bool:
        """Whether anything opens on this date."""
        return bool(self.openings)

    @property
    def is_whole(self) -> bool:
        """Whether one opening fills the date."""
        return any(opening.end_min - opening.start_min == MINUTES_A_DAY for opening in self.openings)


def day_of(calendar: Calendar, day: date) -> YearDay:
    """One date. An extra date holds against a closed one."""
    kind = DayKind.WEEKLY
    if any(extra == day for extra, _ in calendar.extra):
        kind = DayKind.EXTRA
    elif day in calendar.closed:
        kind = DayKind.CLOSED
    return YearDay(day, calendar.openings_on(day), kind)


def year_of(calendar: Calendar, year: int) -> tuple[YearDay, ...]:
    """All days of a year, from 1 January. ``year`` is one that dates know: 1 to 9999."""
    extra = {day for day, _ in calendar.extra}
    first = date(year, 1, 1)
    count = date(year, 12, 31).toordinal() - first.toordinal() + 1
    days = (first + _DAY * place for place in range(count))
    return tuple(
        YearDay(
            day,
            calendar.openings_on(day),
            DayKind.EXTRA if day in extra else DayKind.CLOSED if day in calendar.closed else DayKind.WEEKLY,
        )
        for day in days
    )


_BETWEEN = re.compile(r"[,，、;；]|(?<=\d)\s+(?=\d)")


def split_hours(text: str) -> list[str]:
    """The openings of a day as people type them on one line: ``09:00-12:00, 13:30-18:00``; empty for none."""
    return [part.strip() for part in _BETWEEN.split(text) if part.strip()]


def hours_text(openings: Sequence[Interval]) -> str:
    """The openings of a day on one line, as ``split_hours`` takes them apart."""
    return ", ".join(f"{clock_text(o.start_min)}–{clock_text(o.end_min)}" for o in openings)


@dataclass(frozen=True, slots=True)
class HoursForm:
    """Opening hours as typed: a line for each weekday (Monday first), closed dates, extra dates with their line."""

    weekly: tuple[str, ...]
    closed: frozenset[date] = frozenset()
    extra: tuple[tuple[date, str], ...] = ()

    def data(self) -> dict[str, object]:
        """The form in the shape of the ``calendar`` act."""
        names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
        return {
            "intervals": {name: split_hours(line) for name, line in zip(names, self.weekly, strict=True)},
            "closed": [day.isoformat() for day in sorted(self.closed)],
            "extra": {day.isoformat(): split_hours(line) for day, line in self.extra},
        }

    def extra_on(self, day: date) -> str | None:
        """What was typed for an extra date; None where it is none."""
        return dict(self.extra).get(day)

    def with_day(self, day: date, kind: DayKind, line: str = "") -> "HoursForm":
        """Makes a date closed, open with hours of its own, or like its weekday again."""
        extra = {known: text for known, text in self.extra if known != day}
        closed = self.closed - {day}
        if kind is DayKind.CLOSED:
            closed = closed | {day}
        elif kind is DayKind.EXTRA:
            extra[day] = line
        return HoursForm(self.weekly, closed, tuple(sorted(extra.items())))

    def with_weekday(self, place: int, line: str) -> "HoursForm":
        """Writes other hours for a weekday (0 is Monday)."""
        weekly = (*self.weekly[:place], line, *self.weekly[place + 1 :])
        return HoursForm(weekly, self.closed, self.extra)


def hours_form(calendar: Calendar) -> HoursForm:
    """The form that shows a calendar; a calendar read from its ``data`` is the same again."""
    extra: Mapping[date, str] = {day: hours_text(openings) for day, openings in calendar.extra}
    return HoursForm(tuple(hours_text(day) for day in calendar.weekly), calendar.closed, tuple(extra.items()))
