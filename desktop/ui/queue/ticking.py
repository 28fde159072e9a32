"""When the queue looks at the clock again: once a minute, once a second only near the end (design.md 12)."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from desktop.domain.rows import QueueRow

LAST_MINUTES = timedelta(minutes=5)
_SECOND = timedelta(seconds=1)
_MINUTE = timedelta(minutes=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def time_to_next_tick(at: datetime, shown: Iterable[QueueRow]) -> timedelta:
    """How long the times on screen stay right: to the next second where one of the rows is in its last minutes."""
    is_near = any(row.next_due is not None and timedelta(0) <= row.next_due - at <= LAST_MINUTES for row in shown)
    step = _SECOND if is_near else _MINUTE
    return step - (at - _EPOCH) % step


def minute_of(at: datetime) -> int:
    """Minutes since 1970: two moments in the same minute show the same times."""
    return (at - _EPOCH) // _MINUTE


def has_due_passed(rows: Iterable[QueueRow], since: datetime, at: datetime) -> bool:
    """Whether a case that was in time at ``since`` is late now, which moves it up (domain.md 4)."""
    return any(row.late(at) and not row.late(since) for row in rows)
