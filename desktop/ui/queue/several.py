"""Several chosen cases: which they are, and an act on all of them (conventions.md 6). No Qt."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from threading import Event

from desktop.domain.commands import OnCase
from desktop.errors import UserError
from desktop.ui.queue.bulk import ActDoors, Bulk, BulkAnswer, BulkPhase, RefusedCase
from desktop.ui.queue.pages import Window
from desktop.ui.queue.state import QueueDoors, QueueState, is_masked
from desktop.ui.queue.store import QueueView, Store
from desktop.ui.refusing import Run


class Several:
    """The third part of the queue's presenter. ``changed`` is called after an act, so that the list is read anew."""

    def __init__(self, store: Store, view: QueueView, doors: QueueDoors, run: Run, changed: Callable[[], None]) -> None:
        self._store, self._view, self._doors, self._run, self._changed = store, view, doors, run, changed
        self._stop = Event()

    def choose(self, numbers: Collection[str]) -> None:
        """Chooses these cases; a restricted one that isn't for the person can't be among them."""
        state = self._store.state
        if self._doors.acts is None or state.bulk.phase is BulkPhase.ACTING:
            return
        held = {row.number: row for row in (*state.ticked, *state.window.rows)}
        rows = tuple(held[number] for number in held if number in numbers and not is_masked(held[number]))
        if tuple(row.number for row in rows) != tuple(row.number for row in state.ticked):
            self._store.set(replace(state.without_form() if rows else state, ticked=rows, bulk=Bulk()))

    def choose_all(self) -> None:
        """Chooses all cases of the list that are held."""
        self.choose([row.number for row in self._store.state.window.rows])

    def clear(self) -> None:
        """Chooses none of them any more."""
        self.choose(())

    def kept(self, state: QueueState, before: Window) -> QueueState:
        """``state`` with the chosen cases as its list has them now; those that have left it are no longer chosen."""
        if state.bulk.phase is BulkPhase.ACTING or not state.ticked:
            return state
        now = {row.number: row for row in state.window.rows}
        gone = {
            row.number
            for row in state.ticked
            if row.number not in now and (state.window.is_whole or before.find(row.number) is not None)
        }
        rows = tuple(now.get(row.number, row) for row in state.ticked if row.number not in gone)
        rows = tuple(row for row in rows if not is_masked(row))
        if len(rows) < len(state.ticked):
            self._view.say_left(len(state.ticked) - len(rows))
        return replace(state, ticked=rows)

    def perform(self, act: str, commands: Sequence[OnCase]) -> None:
        """Carries out one act on each of the chosen cases, one after the other."""
        doors, state = self._doors.acts, self._store.state
        if doors is None or not commands or state.bulk.phase is BulkPhase.ACTING:
            return
        stop, view = Event(), self._view
        self._stop = stop
        self._store.set(replace(state, bulk=Bulk(BulkPhase.ACTING, act, total=len(commands))))
        self._run(
            lambda: _each(doors, act, tuple(commands), stop, view.say_progress), self._on_performed, self._on_failed
        )

    def progressed(self, tried: int, total: int) -> None:
        """So many cases were tried."""
        bulk = self._store.state.bulk
        if bulk.phase is BulkPhase.ACTING:
            self._store.set(replace(self._store.state, bulk=replace(bulk, tried=tried, total=total)))

    def stop(self) -> None:
        """Stops before the next case; what was done stays done and can be taken back."""
        bulk = self._store.state.bulk
        if bulk.phase is BulkPhase.ACTING:
            self._stop.set()
            self._store.set(replace(self._store.state, bulk=replace(bulk, is_stopping=True)))

    def undo(self) -> None:
        """Takes back all that was done."""
        doors, state = self._doors.acts, self._store.state
        numbers = state.bulk.answer.done
        if doors is None or not numbers or state.is_acting:
            return
        self._store.set(replace(state, is_acting=True))
        self._run(lambda: doors.undo_each(numbers), self._on_undone, self._on_not_undone)

    def leave_result(self) -> None:
        """What became of the act was read."""
        if self._store.state.bulk.phase is BulkPhase.TOLD:
            self._store.set(replace(self._store.state, bulk=Bulk()))

    def _on_performed(self, bulk: Bulk) -> None:
        """What wasn't done stays chosen, so that one can see to it."""
        state, done = self._store.state, set(bulk.answer.done)
        left = tuple(row for row in state.ticked if row.number not in done)
        self._store.set(replace(state, ticked=left, bulk=bulk))
        self._changed()

    def _on_failed(self, failure: UserError) -> None:
        self._store.set(replace(self._store.state, bulk=Bulk()))
        self._view.say_refused(failure)
        self._changed()

    def _on_undone(self, answer: BulkAnswer) -> None:
        state = self._store.state
        before, refused = state.bulk, answer.refused
        bulk = replace(
            before,
            act="undo" if refused else before.act,
            answer=BulkAnswer((), refused or before.answer.refused),
            is_undone=bool(answer.done),
        )
        self._store.set(replace(state, bulk=bulk, is_acting=False))
        self._changed()

    def _on_not_undone(self, failure: UserError) -> None:
        self._store.set(replace(self._store.state, is_acting=False))
        self._view.say_refused(failure)
        self._changed()


def _each(doors: ActDoors, act: str, commands: Sequence[OnCase], stop: Event, tell: Callable[[int, int], None]) -> Bulk:
    """Case by case, so that what was done is known whenever it stops."""
    done: list[str] = []
    refused: list[RefusedCase] = []
    failure: UserError | None = None
    for tried, command in enumerate(commands):
        if stop.is_set():
            break
        tell(tried, len(commands))
        try:
            answer = doors.perform_each((command,))
        except UserError as error:  # no case is to blame, and the next one would fare no better
            failure = error
            break
        done.extend(answer.done)
        refused.extend(answer.refused)
    tried = len(done) + len(refused)
    return Bulk(BulkPhase.TOLD, act, tried, len(commands), BulkAnswer(tuple(done), tuple(refused)), failure)
