"""The times of a case from elsewhere: they must not run backwards, and they tell its state (interfaces.md)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.kinds import State
from desktop.errors import UserError

Event = tuple[str, datetime | None]  #: name of the column, and when it happened


@dataclass(frozen=True, slots=True)
class Times:
    """When what happened (UTC); a closing may lie before a reopening or after it."""

    received: datetime
    responded: datetime | None = None
    resolved: datetime | None = None
    closed: datetime | None = None
    reopened: datetime | None = None
    resolved_again: datetime | None = None

    @property
    def is_closed(self) -> bool:
        """Whether the closing is the end of it: nothing was reopened or resolved after it."""
        if self.closed is None or self.reopened is None:
            return self.closed is not None
        if self.resolved_again is not None:
            return self.closed >= self.resolved_again
        return self.closed > self.reopened

    @property
    def state(self) -> State:
        """The state that the times show."""
        if self.is_closed:
            return State.CLOSED
        if self.resolved_again is not None or (self.resolved is not None and self.reopened is None):
            return State.RESOLVED
        if self.reopened is not None:
            return State.INVESTIGATING
        return State.NEW if self.responded is None else State.ACKNOWLEDGED

    @property
    def last(self) -> datetime:
        """When the last thing happened that is known of."""
        return max(moment for _, moment in self._events() if moment is not None)

    def _events(self) -> Sequence[Event]:
        begin: list[Event] = [
            ("received_at", self.received),
            ("responded_at", self.responded),
            ("resolved_at", self.resolved),
        ]
        again: list[Event] = [("reopened_at", self.reopened), ("resolved_again_at", self.resolved_again)]
        closing: Event = ("closed_at", self.closed)
        return [*begin, *again, closing] if self.is_closed else [*begin, closing, *again]

    def check(self, *, responded_any_time: bool = False) -> None:
        """Refuses the first time that lies before an earlier event: ``before_received``, ``runs_backwards``.

        ``responded_any_time``: in the desk's own records a first contact may follow a resolution nobody was told of.
        """
        latest = self.received
        for name, moment in self._events():
            if moment is None:
                continue
            if moment < self.received:
                raise UserError("before_received", name)
            if name == "responded_at" and responded_any_time:
                continue
            if moment < latest:
                raise UserError("runs_backwards", name)
            latest = moment
