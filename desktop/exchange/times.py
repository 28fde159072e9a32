"""Times as people and systems write them: ISO 8601, a space for T, seconds may be missing (interfaces.md)."""

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from desktop.domain.shapes import shown
from desktop.errors import UserError

_TIME = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s*(Z|[+-]\d{2}:?\d{2})?", re.IGNORECASE
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
EARLIEST, LATEST = datetime(1970, 1, 2, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)


def parse_time(text: object, field: str, zone: ZoneInfo) -> datetime:
    """A moment (UTC, whole seconds) from ISO 8601; without an offset it is the site's local time.

    Raises ``UserError`` ``bad_time`` (value) for anything else, and for years outside 1970–9998.
    """
    match = _TIME.fullmatch(text.strip()) if isinstance(text, str) else None
    if match is None:
        raise UserError("bad_time", field, value=shown(text))
    *parts, offset = match.groups()
    year, month, day, hour, minute, second = (int(part or 0) for part in parts)
    try:
        moment = datetime(year, month, day, hour, minute, second, tzinfo=_zone(offset, zone)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise UserError("bad_time", field, value=shown(text)) from error
    if not EARLIEST <= moment <= LATEST:
        raise UserError("bad_time", field, value=shown(text))
    return moment


def _zone(offset: str | None, site: ZoneInfo) -> tzinfo:
    if offset is None:
        return site
    if offset in ("Z", "z"):
        return UTC
    away = timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:]))
    return timezone(-away if offset[0] == "-" else away)


def parse_date(text: object, field: str) -> date:
    """A calendar day ``2026-06-06``. Raises ``UserError`` ``bad_date`` (value)."""
    try:
        if isinstance(text, str) and _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise UserError("bad_date", field, value=shown(text))
