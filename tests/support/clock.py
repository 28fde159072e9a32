"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta

#: The evening of the design's pictures: 21:42 in Asia/Shanghai.
EVENING = datetime(2026, 11, 19, 13, 42, tzinfo=UTC)


class Clock:
    """Handed in wherever a ``now`` is asked for: called, it gives an aware moment in UTC."""

    def __init__(self, start: datetime = EVENING) -> None:
        self.set(start)

    def __call__(self) -> datetime:
        return self._now

    def advance(self, span: timedelta) -> datetime:
        """Lets time pass, or, with a negative span, jump back; returns the new moment."""
        self._now += span
        return self._now

    def set(self, moment: datetime) -> None:
        """Puts the clock to ``moment``, which must be aware; any zone will do."""
        if moment.tzinfo is None:
            raise ValueError(f"a naive time says nothing about when it was: {moment}")
        self._now = moment.astimezone(UTC)
