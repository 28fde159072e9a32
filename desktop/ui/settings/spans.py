"""Spans of time as people type them: ``90``, ``1:30``, ``1 h 30 min``, ``2 天``."""

import re
import unicodedata

_MINUTES = {
    1: ("m", "min", "mins", "minute", "minutes", "分", "分钟"),
    60: ("h", "hr", "hrs", "hour", "hours", "时", "小时"),
    1440: ("d", "day", "days", "天", "日"),
}
_WORTH = {unit: minutes for minutes, units in _MINUTES.items() for unit in units}
_CLOCK = re.compile(r"(\d{1,5}):([0-5]\d)")
_PART = re.compile(r"(\d{1,6})\s*([a-z]+|小时|分钟|[天日时分])", re.IGNORECASE)


def read_span(text: str) -> int | None:
    """The minutes of a span; a bare number counts minutes. None for what can't be read."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    if plain.isascii() and plain.isdigit() and len(plain) < 8:
        return int(plain)
    clock = _CLOCK.fullmatch(plain)
    if clock is not None:
        return int(clock[1]) * 60 + int(clock[2])
    left, total = plain, 0
    while left:
        part = _PART.match(left)
        if part is None or part[2] not in _WORTH:
            return None
        total += int(part[1]) * _WORTH[part[2]]
        left = left[part.end() :].lstrip(" ,，")
    return total if plain else None
