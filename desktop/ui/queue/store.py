"""The one place that holds the queue's state, and the ways between presenters, their view and slow work."""

from typing import Protocol

from desktop.domain.rows import QueueRow
from desktop.errors import UserError
from desktop.ui.queue.state import QueueState


class QueueView(Protocol):
    """What the presenters need of the screen."""

    def paint(self, state: QueueState) -> None:
        """Shows the state."""

    def say_overdue(self, row: QueueRow) -> None:
        """Tells, politely, that a case has just passed its time."""

    def say_done(self, act: str, row: QueueRow) -> None:
        """Tells that an act was carried out."""

    def say_refused(self, refusal: UserError) -> None:
        """Tells of a refusal that has no other place, as of a case which is no longer looked at."""

    def say_undone(self, number: str) -> None:
        """Tells that the last act on a case was taken back."""

    def say_left(self, count: int) -> None:
        """Tells that so many of the chosen cases are no longer in the list."""

    def say_progress(self, tried: int, total: int) -> None:
        """Tells how far an act on several cases is. Called on whatever thread does the work."""


class Store:
    """Holds the state; a change is painted, what stays equal is not."""

    def __init__(self, view: QueueView, state: QueueState) -> None:
        self._view = view
        self._state = state

    @property
    def state(self) -> QueueState:
        """What is shown now."""
        return self._state

    def set(self, state: QueueState) -> None:
        """Shows another state."""
        if state != self._state:
            self._state = state
            self._view.paint(state)
