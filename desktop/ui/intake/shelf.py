"""The drafts that lie aside: those that can be taken up again, and the one that is offered."""

from collections.abc import Callable

from desktop.domain.rows import Draft
from desktop.ui.intake.doors import Doors, Failed


class DraftShelf:
    """Asks for the person's drafts. ``told`` is called whenever ``parked`` or ``offered`` may have changed."""

    def __init__(self, doors: Doors, told: Callable[[], None], failed: Failed) -> None:
        self._doors, self._told, self._failed = doors, told, failed
        self._asked = 0
        self.parked: tuple[Draft, ...] = ()  #: the newest first
        self.offered: Draft | None = None

    def load(self, mine: Callable[[], int | None], *, offers_newest: Callable[[], bool]) -> None:
        """Asks what there is, all but the draft ``mine``; the newest is offered where ``offers_newest`` says so then.

        Only the answer to the last question counts. Without the list one still can write.
        """
        self._asked += 1
        turn = self._asked

        def answered(drafts: tuple[Draft, ...]) -> None:
            if turn != self._asked:
                return
            self.parked = tuple(draft for draft in drafts if draft.id != mine())
            if self.parked and offers_newest():
                self.offered = self.parked[0]
            self._told()

        self._doors.drafts(answered, lambda _: None)

    def offer(self, draft: Draft | None) -> None:
        """Asks whether a draft should be taken up again; None takes the question away."""
        self.offered = draft
        self._told()

    def discard(self, draft: Draft, done: Callable[[Draft], object]) -> None:
        """Throws a draft away; ``done`` hears of it once it is gone."""

        def gone(_: object) -> None:
            if self.offered is not None and self.offered.id == draft.id:
                self.offered = None
            self.parked = tuple(other for other in self.parked if other.id != draft.id)
            self._told()
            done(draft)

        self._doors.discard_draft(draft.id, gone, self._failed)

    def restore(self, draft: Draft, done: Callable[[], object]) -> None:
        """Takes back a draft that was thrown away."""
        self._doors.save_draft(draft.data, None, lambda _: done(), self._failed)
