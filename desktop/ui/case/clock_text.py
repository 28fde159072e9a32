"""The two clocks of a case in words: target, time left or over, or how long it took (design.md 5, Time left)."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject

from desktop.domain.case_file import CaseFile
from desktop.domain.kinds import State
from desktop.domain.lifecycle import DONE_STATES, OPEN_STATES
from desktop.domain.queueing import DUE_SOON
from desktop.ui import formats
from desktop.ui.marks import Look, TimeLeft
from desktop.words import Words

LAST_MINUTES = timedelta(minutes=5)  #: in which seconds are counted
_NONE = timedelta(0)
_SECOND, _MINUTE, _DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)
_IN_DAYS = timedelta(hours=100)  #: nobody counts a thousand hours
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class ClockFace:
    """One clock: what it measures, its target, and how it stands."""

    title: str
    target: str
    time: TimeLeft

    @property
    def spoken(self) -> str:
        """All of it, as a screen reader says it."""
        return ", ".join(part for part in (self.title, self.target, self.time.text) if part)


class CaseClocks(QObject):
    """Turns due times into words of one language."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self._words = words

    def first_reply(self, file: CaseFile, at: datetime) -> ClockFace:
        """The clock of the first reply, also after it was given."""
        row, clocks = file.view.row, file.clocks
        title, target = self.tr("First reply"), self._target(clocks.respond_target)
        given, due = file.view.first_response_at, row.respond_due
        if given is not None:
            length = max(_NONE, given - clocks.respond_from)
            text = self.tr("answered in {span}").format(span=self._span(length))
            return ClockFace(title, target, self._done(text, clocks.respond_from, due, given))
        if row.state not in OPEN_STATES:
            return ClockFace(title, target, TimeLeft(self.tr("not given"), "", 0))
        return ClockFace(title, target, self._running(clocks.respond_from, due, at))

    def resolution(self, file: CaseFile, at: datetime) -> ClockFace:
        """The clock of the resolution, from the received time or the reopening."""
        row, clocks, ending = file.view.row, file.clocks, file.ending
        title, target = self.tr("Resolution"), self._target(clocks.resolve_target)
        if row.state in DONE_STATES and ending.last_resolved_at is not None:
            length = max(_NONE, ending.last_resolved_at - clocks.resolve_from)
            text = self.tr("resolved in {span}").format(span=self._span(length))
            return ClockFace(
                title, target, self._done(text, clocks.resolve_from, row.resolve_due, ending.last_resolved_at)
            )
        if row.state not in OPEN_STATES:
            return ClockFace(title, target, TimeLeft(self._words.term("state", row.state.value), "", 0))
        if row.state is State.WAITING_GUEST or row.paused:
            return ClockFace(title, target, TimeLeft(self.tr("paused"), "", 0, Look.PAUSED))
        return ClockFace(title, target, self._running(clocks.resolve_from, row.resolve_due, at))

    def _target(self, minutes: int) -> str:
        return self.tr("target {span}").format(span=self._span(timedelta(minutes=minutes)))

    def _done(self, text: str, start: datetime, due: datetime | None, at: datetime) -> TimeLeft:
        if due is None:
            return TimeLeft(text, "", 0)
        return TimeLeft(text, "", _share(start, due, at), Look.OVERDUE if at > due else Look.NORMAL)

    def _running(self, start: datetime, due: datetime | None, at: datetime) -> TimeLeft:
        if due is None:
            return TimeLeft(self.tr("no due time"), "", 0)
        left = due - at
        if left < _NONE:
            return TimeLeft(self.tr("{span} late").format(span=self._span(-left)), "", 1, Look.OVERDUE)
        length = _with_seconds(left) if left <= LAST_MINUTES else self._span(left)
        text = self.tr("{span} left").format(span=length)
        return TimeLeft(text, "", _share(start, due, at), Look.SOON if left <= DUE_SOON else Look.NORMAL)

    def _span(self, length: timedelta) -> str:
        return formats.span(length) if length < _IN_DAYS else self._words.quantity("day_span", length // _DAY)


def time_to_next_tick(file: CaseFile | None, at: datetime) -> timedelta:
    """How long the times on screen stay right: to the next minute, or second in the last minutes of a clock."""
    row = file.view.row if file else None
    dues = [row.respond_due if row.first_response_at is None else None, row.resolve_due] if row else []
    is_near = any(due is not None and _NONE <= due - at <= LAST_MINUTES for due in dues)
    step = _SECOND if is_near else _MINUTE
    return step - (at - _EPOCH) % step


def _with_seconds(length: timedelta) -> str:
    return f"{formats.span(length)}:{int(length.total_seconds()) % 60:02d}"


def _share(start: datetime, due: datetime, at: datetime) -> float:
    whole = due - start
    return max(0.0, min(1.0, (at - start) / whole)) if whole > _NONE else 1.0
