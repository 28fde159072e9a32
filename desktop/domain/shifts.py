"""Shifts: who was on duty at a moment, and from when until when (domain.md 5)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from itertools import pairwise

from desktop.domain.shapes import bad_value, path, read_list, read_object, read_optional, read_plain, read_text
from desktop.domain.texts import check_line, is_blank
from desktop.domain.wallclock import MINUTES_A_DAY, clock_text, eve, local_day, read_span, utc_at
from desktop.errors import UserError

_CODE = re.compile(r"[\w-]{1,32}")


@dataclass(frozen=True, slots=True)
class Shift:
    """A turn of duty, every day: minutes of the local day on which it starts; past midnight the end is above 1440.

    An empty ``name`` (the shipped shifts) leaves it to the words of the person's language.
    """

    code: str
    name: str
    start_min: int
    end_min: int

    def __post_init__(self) -> None:
        if not (0 <= self.start_min < MINUTES_A_DAY and 0 < self.end_min - self.start_min <= MINUTES_A_DAY):
            raise ValueError(f"no shift: {self.start_min} to {self.end_min}")


DEFAULT_SHIFTS = (
    Shift("day", "", 7 * 60, 15 * 60),
    Shift("evening", "", 15 * 60, 23 * 60),
    Shift("night", "", 23 * 60, 31 * 60),
)
_SHIPPED_CODES = {shift.code for shift in DEFAULT_SHIFTS}


def shift_at(shifts: tuple[Shift, ...], zone: tzinfo, moment: datetime) -> tuple[Shift, date] | None:
    """The shift on duty at an aware ``moment`` and the local date it bears; None in a gap between shifts.

    The first moment of a shift belongs to it, the last is the next one's. A shift past midnight bears the date
    on which it started.
    """
    today = local_day(moment, zone)
    for day in (today, eve(today)):
        for shift in shifts:
            start, end = shift_bounds(shift, day, zone)
            if start <= moment < end:
                return shift, day
    return None


def shift_bounds(shift: Shift, day: date, zone: tzinfo) -> tuple[datetime, datetime]:
    """Start and end (UTC) of the shift that bears the local date ``day``; the end no longer belongs to it."""
    return utc_at(day, shift.start_min, zone), utc_at(day, shift.end_min, zone)


def parse_shifts(data: object) -> tuple[Shift, ...]:
    """The shifts in the shape of the ``shifts`` act, ``[{code, name, from, to}]``, in the order given.

    They may leave gaps, in which no shift is on duty; one from 07:00 to 07:00 lasts the whole day. Only the shipped
    codes may go without a name. Raises ``UserError`` with the path (``shifts.0.from``): ``bad_value``,
    ``unknown_field``, ``missing``, ``shifts_empty``, ``shift_code_twice`` (``shift``), ``shifts_overlap`` (``shift``,
    ``other``), or what ``check_line`` says of a name.
    """
    shifts = tuple(_read_shift(item, path("shifts", place)) for place, item in enumerate(read_list(data, "shifts")))
    if not shifts:
        raise UserError("shifts_empty", "shifts")
    seen: set[str] = set()
    for place, shift in enumerate(shifts):
        if shift.code.casefold() in seen:
            raise UserError("shift_code_twice", f"shifts.{place}.code", shift=shift.code)
        seen.add(shift.code.casefold())
    _refuse_overlaps(shifts)
    return shifts


def shifts_data(shifts: tuple[Shift, ...]) -> list[dict[str, str]]:
    """The shifts as JSON data; ``parse_shifts`` is its inverse."""
    return [
        {"code": shift.code, "name": shift.name, "from": clock_text(shift.start_min), "to": clock_text(shift.end_min)}
        for shift in shifts
    ]


def _read_shift(item: object, where: str) -> Shift:
    fields = read_object(item, where, ("code", "name", "from", "to"), parent=where)
    code = read_plain(fields.get("code"), path(where, "code"), "day")
    if not _CODE.fullmatch(code):
        raise bad_value(path(where, "code"), code, "day")
    name = _read_name(fields, path(where, "name"), may_be_empty=code in _SHIPPED_CODES)
    start = read_plain(fields.get("from"), path(where, "from"), "07:00")
    end = read_plain(fields.get("to"), path(where, "to"), "15:00")
    if read_span(start, "24:00") is None:
        raise bad_value(path(where, "from"), start, "07:00")
    span = read_span(start, end)
    if span is None:
        raise bad_value(path(where, "to"), end, "15:00")
    return Shift(code, name, *span)


def _read_name(fields: Mapping[str, object], where: str, may_be_empty: bool) -> str:
    name = check_line(read_text(read_optional(fields, "name", ""), where), where)
    if is_blank(name) and not may_be_empty:
        raise UserError("missing", where)
    return name


def _refuse_overlaps(shifts: tuple[Shift, ...]) -> None:
    """Each day is a circle: what passes midnight is laid against the next morning."""
    parts = []
    for shift in shifts:
        parts.append((shift.start_min, min(shift.end_min, MINUTES_A_DAY), shift.code))
        if shift.end_min > MINUTES_A_DAY:
            parts.append((0, shift.end_min - MINUTES_A_DAY, shift.code))
    for (_, end, code), (start, _, other) in pairwise(sorted(parts)):
        if start < end:
            raise UserError("shifts_overlap", "shifts", shift=code, other=other)
