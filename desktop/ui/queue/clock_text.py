"""Clocks in words: how much time is left, for what, and how it is said aloud (design.md 5, Time left)."""

from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QObject

from desktop.domain.kinds import State
from desktop.domain.queueing import DUE_SOON
from desktop.domain.rows import QueueRow
from desktop.ui import formats
from desktop.ui.marks import Look, TimeLeft
from desktop.ui.queue.ticking import LAST_MINUTES
from desktop.words import Words

_NONE = timedelta(0)
_MINUTE = timedelta(minutes=1)
_IN_DAYS = timedelta(hours=100)


class ClockText(QObject):
    """Turns due times into words of one language, in the site's zone."""

    def __init__(self, words: Words, zone: tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._zone = words, zone

    def next_due(self, row: QueueRow, at: datetime) -> TimeLeft:
        """The clock that orders the case: the reply, then the resolution or what was promised before; or a call."""
        kind, due = self._kind(row), row.next_due
        if row.state is State.RESOLVED:
            return self._call(due, at, kind)
        if due is None:
            return TimeLeft(self._standing(row), kind, 0, Look.PAUSED)
        return self._running(row.received_at, due, at, kind)

    def first_reply(self, row: QueueRow, at: datetime) -> TimeLeft:
        """The clock of the first reply, also after it was given."""
        due, given = row.respond_due, row.first_response_at
        if given is not None:
            length = formats.span(max(_NONE, given - row.received_at))
            used = _share(row.received_at, due, given) if due else 0.0
            return TimeLeft(self.tr("after {span}").format(span=length), "", used)
        if due is None:
            return TimeLeft(self.tr("no due time"), "", 0)
        return self._running(row.received_at, due, at, "", is_alone=True)

    def resolution(self, row: QueueRow, at: datetime) -> TimeLeft:
        """The clock of the resolution."""
        if row.resolve_due is None:
            return TimeLeft(self._standing(row), "", 0, Look.PAUSED)
        return self._running(row.received_at, row.resolve_due, at, "", is_alone=True)

    def spoken(self, row: QueueRow, at: datetime) -> str:
        """The next due time as a screen reader says it: ``reply 27 min over``."""
        kind, due = self._kind(row), row.next_due
        if due is None or row.state is State.RESOLVED:
            return f"{kind} {self.next_due(row, at).text}"
        length = self._words.duration(abs(due - at) // _MINUTE)
        sentence = "time_over" if due < at else "time_left"
        return f"{kind} {self._words.sentence(sentence, span=length)}"

    def when(self, moment: datetime, at: datetime) -> str:
        """A moment on the site's clock, as short as it stays clear."""
        return formats.near_time(moment.astimezone(self._zone), at.astimezone(self._zone), self._words.language)

    def _kind(self, row: QueueRow) -> str:
        if row.state is State.RESOLVED:
            return self._words.term("clock", "call")
        if row.first_response_at is None and row.respond_due is not None and row.next_due == row.respond_due:
            return self._words.term("clock", "respond")
        if row.next_due is None or row.next_due == row.resolve_due:
            return self._words.term("clock", "resolve")
        return self.tr("update")  # what the guest was promised comes before the resolution

    def _call(self, due: datetime | None, at: datetime, kind: str) -> TimeLeft:
        if due is None:
            return TimeLeft(self.tr("due"), kind, 0)
        return TimeLeft(self.when(due, at), kind, 0, Look.OVERDUE if due < at else Look.NORMAL)

    def _standing(self, row: QueueRow) -> str:
        return self.tr("paused") if row.paused else self.tr("no due time")

    def _running(self, start: datetime, due: datetime, at: datetime, kind: str, *, is_alone: bool = False) -> TimeLeft:
        left = due - at
        if left < _NONE:
            return TimeLeft(self._words.sentence("time_over", span=self._span(left)), kind, 1, Look.OVERDUE)
        length = _with_seconds(left) if left <= LAST_MINUTES else self._span(left)
        text = self._words.sentence("time_left", span=length) if is_alone else length
        return TimeLeft(text, kind, _share(start, due, at), Look.SOON if left <= DUE_SOON else Look.NORMAL)

    def _span(self, length: timedelta) -> str:
        """Hours and minutes; what takes days is told in days, since nobody counts a thousand hours."""
        if abs(length) < _IN_DAYS:
            return formats.span(length)
        return self._words.quantity("day_span", abs(length) // timedelta(days=1))


def _with_seconds(length: timedelta) -> str:
    """``0:04:59``: hours stay in front, so that nobody takes minutes for hours."""
    return f"{formats.span(length)}:{int(length.total_seconds()) % 60:02d}"


def _share(start: datetime, due: datetime, at: datetime) -> float:
    """How much of the time from ``start`` to ``due`` has gone by, from 0 to 1."""
    whole = due - start
    return max(0.0, min(1.0, (at - start) / whole)) if whole > _NONE else 1.0
