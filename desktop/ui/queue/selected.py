"""The case that is chosen in the queue: reading all of it, and what may be done with it. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from desktop.domain.authority import AuthorityLeft
from desktop.domain.case_file import CaseFile
from desktop.domain.commands import OnCase, Take
from desktop.domain.lifecycle import check_move
from desktop.domain.rows import CaseView, GuestHistory, QueueRow
from desktop.errors import ChangedMeanwhileError, UserError
from desktop.ui.queue.half_typed import HalfTyped
from desktop.ui.queue.state import QueueDoors, QueueState, is_masked
from desktop.ui.queue.store import QueueView, Store
from desktop.ui.refusing import Run

FORMS = ("acknowledge", "settle")  #: the moves whose forms open beside the queue

_Opened = tuple[CaseFile, AuthorityLeft | None, Mapping[str, str]]


class SelectedCase:
    """The second part of the queue's presenter. ``changed`` is called after an act, so that the list is read anew."""

    def __init__(self, store: Store, view: QueueView, doors: QueueDoors, run: Run, changed: Callable[[], None]) -> None:
        self._store, self._view, self._doors, self._run, self._changed = store, view, doors, run, changed
        self.half_typed = HalfTyped(view, doors.acts, run)
        self._looking = 0  # the look that counts: answers to earlier ones come too late
        self._opening = 0  # the same for forms

    def choose(self, row: QueueRow | None) -> None:
        """Chooses a case; what was said to the last one goes."""
        chosen = replace(
            self._store.state.without_form(), selected=row, view=None, history=None, view_failure=None, refusal=None
        )
        self._opening += 1
        self._store.set(self.judged(chosen))
        if row is not None:
            self._look(row)

    def keep(self, state: QueueState) -> None:
        """Goes on with the same case, which the list may have read anew in ``state``."""
        if state.is_masked:  # somebody has restricted it meanwhile
            state = replace(state.without_form(), view=None, history=None, view_failure=None)
        row, view = state.selected, state.view
        self._store.set(self.judged(state))
        if row is not None and (view is None or view.row.version != row.version):
            self._look(row)

    def show(self, number: str) -> None:
        """Chooses a case that the list doesn't hold, as after a search."""
        self._read(
            number, lambda: True, lambda view: replace(self.judged(_with(self._store.state, view)), refusal=None)
        )

    def look_again(self) -> None:
        """Tries once more to read the chosen case."""
        if self._store.state.selected is not None:
            self._look(self._store.state.selected)

    def forget(self) -> None:
        """Answers that are still on their way are for somebody else."""
        self._looking += 1
        self._opening += 1

    def take(self) -> None:
        """Makes the person the owner of the chosen case."""
        state = self._store.state
        if state.selected is None or state.is_acting or state.is_own:
            return
        if state.take_refusal is not None:
            self._refuse(state.take_refusal)
            return
        self._perform("take", Take(state.selected.number, version=state.version))

    def open_form(self, act: str) -> None:
        """Opens the form of a move; it is read first how the case stands."""
        state = self._store.state
        if state.selected is None or state.is_acting or state.act == act or self._doors.acts is None:
            return
        refusal = self._refusal(act, state.selected)
        if refusal is not None:
            self._refuse(refusal)
            return
        self._read_file(state.selected.number, act)

    def leave_form(self) -> None:
        """Leaves the form; what was typed in it is kept."""
        self._opening += 1
        self._store.set(self._store.state.without_form())

    def perform(self, command: OnCase) -> None:
        """Carries out what the open form asked for, on the case as the form shows it."""
        state = self._store.state
        if state.file is not None and state.act and not state.is_acting:
            self._perform(state.act, replace(command, version=state.file.view.row.version))

    def undo(self, number: str) -> None:
        """Takes back the person's last act on a case."""
        acts = self._doors.acts
        if acts is None:
            return

        def refused(refusal: UserError) -> None:
            self._view.say_refused(refusal)
            self._changed()

        def done(_result: object) -> None:
            self._view.say_undone(number)
            self._changed()
            if self._store.state.selected is None:  # it had left the list with what was taken back
                self.show(number)

        self._run(lambda: acts.undo(number), done, refused)

    def judged(self, state: QueueState) -> QueueState:
        """The state with what the person may do with the chosen case."""
        row = state.selected
        return replace(
            state,
            take_refusal=_same(state.take_refusal, self._refusal("take", row)),
            acknowledge_refusal=_same(state.acknowledge_refusal, self._refusal("acknowledge", row)),
            settle_refusal=_same(state.settle_refusal, self._refusal("settle", row)),
        )

    def _refusal(self, act: str, row: QueueRow | None) -> UserError | None:
        """Why an act is not this person's to do, or not possible in this state."""
        if row is None:
            return None
        if is_masked(row):
            return UserError("restricted", "case")
        try:
            check_move(act, row.state, row.type)
        except UserError as refusal:
            return self._doors.refusal_for(act, row) or refusal
        return self._doors.refusal_for(act, row)

    def _refuse(self, refusal: UserError) -> None:
        """Says why not: under the buttons where they are seen, else at the edge."""
        state = self._store.state
        if state.act or state.is_masked:
            self._view.say_refused(refusal)
        else:
            self._store.set(replace(state, refusal=refusal))

    def _look(self, row: QueueRow) -> None:
        """Reads the whole of the chosen case, unless it isn't for the person."""
        if is_masked(row):
            self._looking += 1
            return
        self._read(
            row.number,
            lambda: self._is_chosen(row.number),
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

    def _read_file(self, number: str, act: str) -> None:
        """Reads the whole file and opens the form of ``act``, or brings the open one in step."""
        acts = self._doors.acts
        if acts is None:
            return
        self._opening += 1
        opening = self._opening

        def done(opened: _Opened) -> None:
            if opening == self._opening and self._is_chosen(number):
                self._open(act, *opened)

        def refused(failure: UserError) -> None:
            if opening == self._opening and self._is_chosen(number):
                self._refuse(failure)

        def work() -> _Opened:
            return acts.case_file(number), acts.allowance(number), self.half_typed.kept(acts, number, act)

        self._run(work, done, refused)

    def _open(self, act: str, file: CaseFile, allowance: AuthorityLeft | None, typed: Mapping[str, str]) -> None:
        """Shows the form; a colleague may have done the move meanwhile, and then it isn't opened."""
        before = self._store.state
        state = self.judged(replace(before, selected=file.view.row, view=file.view, view_failure=None))
        refusal = self._refusal(act, file.view.row)
        if refusal is not None and before.act != act:
            self._store.set(replace(state, refusal=refusal))
            return
        refused = before.act_refusal if before.act == act else None
        state = replace(state, act=act, file=file, allowance=allowance, typed=typed)
        self._store.set(replace(state, act_refusal=refused, refusal=None, ticked=()))

    def _perform(self, act: str, command: OnCase) -> None:
        row = self._store.state.selected
        if row is None:
            return
        self._store.set(replace(self._store.state, is_acting=True, refusal=None, act_refusal=None))

        def done(_result: object) -> None:
            state = replace(self._store.state, is_acting=False)
            is_of_form = self._is_chosen(row.number) and state.act == act
            self._store.set(state.without_form() if is_of_form else state)
            self._view.say_done(act, row)
            self._changed()
            self._keep_form_in_step(row.number)

        def refused(refusal: UserError) -> None:
            state = replace(self._store.state, is_acting=False)
            self._store.set(state)
            if not self._is_chosen(row.number):
                self._view.say_refused(refusal)
            elif state.act == act:
                self._store.set(replace(state, act_refusal=refusal))
            else:
                self._refuse(refusal)
            if isinstance(refusal, ChangedMeanwhileError):
                self._changed()
                self._keep_form_in_step(row.number)

        self._run(lambda: self._doors.perform(command), done, refused)

    def _keep_form_in_step(self, number: str) -> None:
        state = self._store.state
        if state.act and self._is_chosen(number):
            self._read_file(number, state.act)

    def _is_chosen(self, number: str) -> bool:
        chosen = self._store.state.selected
        return chosen is not None and chosen.number == number


def _with(state: QueueState, view: CaseView) -> QueueState:
    return replace(state.without_form(), selected=view.row, view=view, history=None, view_failure=None)


def _same(before: UserError | None, now: UserError | None) -> UserError | None:
    """The earlier refusal where the new one says the same, so that equal states stay equal."""
    if before is None or now is None:
        return now
    return before if (before.code, before.field, before.params) == (now.code, now.field, now.params) else now
