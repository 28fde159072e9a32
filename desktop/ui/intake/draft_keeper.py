"""Keeps the draft on this computer up to date: one save at a time, nothing forgotten, every failure told."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, auto

from desktop.domain.rows import Draft
from desktop.ui.intake.doors import Doors, DraftData
from desktop.ui.intake.form import Form

EVERY = timedelta(seconds=5)  #: a crash loses at most what was typed since


class Kept(Enum):
    """How the draft stands."""

    NOTHING = auto()  #: there is nothing to keep yet
    CHANGED = auto()  #: something was typed since the last save
    SAVED = auto()
    FAILED = auto()  #: the last try failed; the text stands in the window only


@dataclass(frozen=True, slots=True)
class DraftStatus:
    """What the foot of the page tells about the draft."""

    kept: Kept = Kept.NOTHING
    saved_at: datetime | None = None
    failure: Exception | None = None


class DraftKeeper:
    """Saves forms through a door. ``told`` is called whenever ``status`` changed."""

    def __init__(self, doors: Doors, now: Callable[[], datetime], told: Callable[[], None]) -> None:
        self._doors, self._now, self._told = doors, now, told
        self._turn = 0  # grows with every new form, so that late answers are known as such
        self._dropped: set[int] = set()  # turns whose draft became a case or isn't wanted any more
        self._start_anew()

    def _start_anew(self) -> None:
        self._turn += 1
        self._id: int | None = None
        self._wanted = Form()
        self._stored: Form | None = Form()  # None: what is stored is out of date though the form is the same
        self._changed_at: datetime | None = None
        self._in_flight = False
        self._after: Callable[[], None] | None = None
        self.status = DraftStatus()

    @property
    def id(self) -> int | None:
        """The stored draft of the form in the window."""
        return self._id

    def take(self, form: Form) -> None:
        """Notes what stands in the form now; it is saved with the next ``tick`` that finds it 5 s old."""
        if form.is_blank and self._id is None:
            form = Form()  # a type or channel alone is no draft
        self._wanted = form
        if form == self._stored:
            self._changed_at = None
            self._set(replace(self.status, kept=Kept.SAVED if self._id is not None else Kept.NOTHING, failure=None))
        else:
            self._changed_at = self._changed_at or self._now()
            failed = self.status.kept is Kept.FAILED
            self._set(self.status if failed else replace(self.status, kept=Kept.CHANGED))

    def tick(self, data: Callable[[], DraftData]) -> None:
        """Saves when the first change since the last save or failure is 5 s old; ``data`` gives the draft."""
        if self._changed_at is not None and not timedelta(0) <= self._now() - self._changed_at < EVERY:
            self.keep(data)

    def keep(
        self, data: Callable[[], DraftData], then: Callable[[], None] | None = None, *, anew: bool = False
    ) -> None:
        """Saves now what isn't saved yet. ``then`` is called once all of it is safe, never after a failure.

        ``anew`` saves an unchanged form too: the time that the conversation has taken goes with it.
        """
        self._after = then or self._after
        if anew and self._wanted != Form():
            self._stored = None
        if self._in_flight:
            return  # what came meanwhile is saved when the answer is there
        if self._wanted == self._stored:
            self._finish()
            return
        turn, form = self._turn, self._wanted
        self._in_flight = True
        self._doors.save_draft(
            data(),
            self._id,
            lambda draft: self._on_saved(turn, form, draft, data),
            lambda failure: self._on_failed(turn, failure),
        )

    def resume(self, draft: Draft, form: Form) -> None:
        """Goes on with a stored draft."""
        self._start_anew()
        self._id, self._wanted, self._stored = draft.id, form, form
        self._set(DraftStatus(Kept.SAVED, draft.saved_at))

    def leave(self) -> None:
        """Lets the stored draft lie for later and begins a new one."""
        self._start_anew()
        self._told()

    def drop(self) -> None:
        """Removes the stored draft, as after it became a case, and begins a new one."""
        self._dropped.add(self._turn)
        if self._id is not None:
            self._discard(self._id)
        self.leave()

    def _on_saved(self, turn: int, form: Form, draft: Draft, data: Callable[[], DraftData]) -> None:
        if turn in self._dropped:
            self._discard(draft.id)
        if turn != self._turn:
            return
        self._in_flight = False
        self._id, self._stored = draft.id, form
        unsaved = self._wanted != form
        self._changed_at = self._now() if unsaved else None
        self._set(DraftStatus(Kept.CHANGED if unsaved else Kept.SAVED, draft.saved_at))
        if self._after is not None:
            self.keep(data)

    def _on_failed(self, turn: int, failure: Exception) -> None:
        if turn != self._turn:
            return
        self._in_flight, self._after = False, None
        self._changed_at = self._now()  # tries again in 5 s
        self._set(replace(self.status, kept=Kept.FAILED, failure=failure))

    def _discard(self, draft_id: int) -> None:
        # A draft that can't be removed is offered once more; nothing is lost by that.
        self._doors.discard_draft(draft_id, lambda _: None, lambda _: None)

    def _finish(self) -> None:
        after, self._after = self._after, None
        if after is not None:
            after()

    def _set(self, status: DraftStatus) -> None:
        if status != self.status:
            self.status = status
            self._told()
