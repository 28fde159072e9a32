"""The case that is chosen in the queue: reading all of it, and what may be done with it. No Qt."""

from collections.abc import Callable
from dataclasses import replace

from desktop.domain.commands import Acknowledge, OnCase, Take
from desktop.domain.kinds import Medium
from desktop.domain.lifecycle import check_move
from desktop.domain.rows import CaseView, GuestHistory, QueueRow
from desktop.errors import ChangedMeanwhileError, UserError
from desktop.ui.queue.state import USUAL_MEDIUM, QueueDoors, QueueState
from desktop.ui.queue.store import QueueView, Run, Store


class SelectedCase:
    """The second half of the queue's presenter. ``changed`` is called after an act, so that the list is read anew."""

    def __init__(self, store: Store, view: QueueView, doors: QueueDoors, run: Run, changed: Callable[[], None]) -> None:
        self._store, self._view, self._doors, self._run, self._changed = store, view, doors, run, changed
        self._looking = 0  # the look that counts: answers to earlier ones come too late

    def choose(self, row: QueueRow | None) -> None:
        """Chooses a case; what was said to the last one goes."""
        chosen = replace(
            self._store.state, selected=row, view=None, history=None, view_failure=None, refusal=None, medium=None
        )
        self._store.set(self.judged(chosen))
        if row is not None:
            self._look(row.number)

    def keep(self, state: QueueState) -> None:
        """Goes on with the same case, which the list may have read anew in ``state``."""
        row, view = state.selected, state.view
        self._store.set(self.judged(state))
        if row is not None and (view is None or view.row.version != row.version):
            self._look(row.number)

    def show(self, number: str) -> None:
        """Chooses a case that the list doesn't hold, as after a search."""
        self._read(
            number, lambda: True, lambda view: replace(self.judged(_with(self._store.state, view)), refusal=None)
        )

    def look_again(self) -> None:
        """Tries once more to read the chosen case."""
        if self._store.state.selected is not None:
            self._look(self._store.state.selected.number)

    def forget(self) -> None:
        """Answers that are still on their way are for somebody else."""
        self._looking += 1

    def take(self) -> None:
        """Makes the person the owner of the chosen case."""
        state = self._store.state
        if state.selected is None or state.is_acting or state.is_own:
            return
        if state.take_refusal is not None:
            self._store.set(replace(state, refusal=state.take_refusal))
            return
        self._perform("take", Take(state.selected.number, version=state.version))

    def ask_medium(self) -> None:
        """Begins an acknowledgement: how was the guest told?"""
        state = self._store.state
        if state.selected is None or state.is_acting or state.medium is not None:
            return
        if state.acknowledge_refusal is not None:
            self._store.set(replace(state, refusal=state.acknowledge_refusal))
            return
        usual = USUAL_MEDIUM[state.view.channel] if state.view else Medium.IN_PERSON
        self._store.set(replace(state, medium=usual, refusal=None))

    def choose_medium(self, medium: Medium) -> None:
        """Another way in which the guest was told."""
        if self._store.state.medium is not None:
            self._store.set(replace(self._store.state, medium=medium))

    def leave_medium(self) -> None:
        """Leaves the acknowledgement."""
        self._store.set(replace(self._store.state, medium=None))

    def acknowledge(self) -> None:
        """Records that the guest was told in the chosen way that the complaint has arrived."""
        state = self._store.state
        if state.selected is None or state.medium is None or state.is_acting:
            return
        self._perform("acknowledge", Acknowledge(state.selected.number, state.medium, version=state.version))

    def judged(self, state: QueueState) -> QueueState:
        """The state with what the person may do with the chosen case."""
        row = state.selected
        return replace(
            state,
            take_refusal=_same(state.take_refusal, self._refusal("take", row)),
            acknowledge_refusal=_same(state.acknowledge_refusal, self._refusal("acknowledge", row)),
        )

    def _refusal(self, act: str, row: QueueRow | None) -> UserError | None:
        """Why an act is not this person's to do, or not possible in this state."""
        if row is None:
            return None
        try:
            check_move(act, row.state, row.type)
        except UserError as refusal:
            return self._doors.refusal_for(act, row) or refusal
        return self._doors.refusal_for(act, row)

    def _look(self, number: str) -> None:
        """Reads the whole of the chosen case."""
        self._read(
            number,
            lambda: self._is_chosen(number),
            lambda view: replace(self._store.state, view=view, view_failure=None),
        )

    def _read(self, number: str, is_wanted: Callable[[], bool], shown: Callable[[CaseView], QueueState]) -> None:
        self._looking += 1
        looking, doors = self._looking, self._doors

        def work() -> tuple[CaseView, GuestHistory | None]:
            view = doors.view(number)
            return view, doors.history(view)

        def done(result: tuple[CaseView, GuestHistory | None]) -> None:
            if looking == self._looking and is_wanted():
                self._store.set(replace(shown(result[0]), history=result[1]))

        def refused(failure: UserError) -> None:
            if looking == self._looking and is_wanted():
                if self._is_chosen(number):
                    self._store.set(replace(self._store.state, view=None, history=None, view_failure=failure))
                else:
                    self._view.say_refused(failure)

        self._run(work, done, refused)

    def _perform(self, act: str, command: OnCase) -> None:
        row = self._store.state.selected
        if row is None:
            return
        self._store.set(replace(self._store.state, is_acting=True, refusal=None))

        def done(_result: object) -> None:
            state = self._store.state
            self._store.set(
                replace(state, is_acting=False, medium=None if self._is_chosen(row.number) else state.medium)
            )
            self._view.say_done(act, row)
            self._changed()

        def refused(refusal: UserError) -> None:
            self._store.set(replace(self._store.state, is_acting=False))
            if self._is_chosen(row.number):
                self._store.set(replace(self._store.state, refusal=refusal))
            else:
                self._view.say_refused(refusal)
            if isinstance(refusal, ChangedMeanwhileError):
                self._changed()

        self._run(lambda: self._doors.perform(command), done, refused)

    def _is_chosen(self, number: str) -> bool:
        chosen = self._store.state.selected
        return chosen is not None and chosen.number == number


def _with(state: QueueState, view: CaseView) -> QueueState:
    return replace(state, selected=view.row, view=view, history=None, view_failure=None, medium=None)


def _same(before: UserError | None, now: UserError | None) -> UserError | None:
    """The earlier refusal where the new one says the same, so that equal states stay equal."""
    if before is None or now is None:
        return now
    return before if (before.code, before.field, before.params) == (now.code, now.field, now.params) else now
