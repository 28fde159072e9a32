"""Every condition of the case screen: reading the case, acting on it, and what happens where others act too. No Qt."""

from collections.abc import Callable
from dataclasses import replace

from desktop.domain.commands import OnCase
from desktop.domain.people import Person
from desktop.errors import ChangedMeanwhileError, UserError
from desktop.ui.case.next_moves import AT_ONCE
from desktop.ui.case.ports import BAR, FORM, CaseView
from desktop.ui.case.state import CaseDoors, CaseState, Clash, Loaded, Phase, Refusal, Typed, act_of
from desktop.ui.case.story_lines import Look
from desktop.ui.refusing import Run


class CasePresenter:
    """Owns the state; the view never changes it and never asks a service. ``changed`` is called after every act."""

    def __init__(
        self, view: CaseView, doors: CaseDoors, run: Run, person: Person, changed: Callable[[], object]
    ) -> None:
        self._view, self._doors, self._run, self._changed = view, doors, run, changed
        self._state = CaseState(person)
        self._reading = 0  # the reading that counts: answers to earlier ones come too late
        self._kept: Typed = {}
        self._is_polling = False

    @property
    def state(self) -> CaseState:
        """What is shown now."""
        return self._state

    # Opening and leaving

    def open_case(self, number: str) -> None:
        """Shows a case; what is half typed about the last one is kept."""
        self.keep()
        now = self._doors.now()
        self._set(CaseState(self._state.person, number=number, phase=Phase.LOADING, at=now, look=self._state.look))
        self._view.clear("")
        self._kept = {}
        self._read(lambda: self._load(number, kept=True), self._on_opened)

    def close_case(self) -> None:
        """Shows no case any more; what is half typed is kept."""
        self.keep()
        self._reading += 1
        self._set(CaseState(self._state.person, look=self._state.look))
        self._view.clear("")
        self._kept = {}

    def try_again(self) -> None:
        """Reads the case once more after a failure."""
        if self._state.number:
            self.open_case(self._state.number)

    def refresh(self) -> None:
        """Reads the case anew, as after something was done to it elsewhere in the window."""
        if self._state.phase is Phase.READY:
            self._read(lambda: self._load(self._state.number), self._on_read)

    def keep(self) -> None:
        """Stores what is half typed, if it differs from what is stored."""
        number = self._state.number
        if self._state.phase is not Phase.READY:
            return
        typed = self._view.typed()
        if typed != self._kept:
            self._kept = typed
            self._run(lambda: self._doors.keep(number, typed), lambda _result: None, self._view.say_refused)

    # The clock, and other people

    def tick(self) -> None:
        """Shows the times of this moment."""
        self._set(replace(self._state, at=self._doors.now()))

    def poll(self) -> None:
        """Asks whether somebody else changed the case; called every few seconds."""
        state = self._state
        if state.file is None or state.phase is not Phase.READY or state.acting or self._is_polling:
            return
        self.keep()
        number, seen, reading = state.number, state.file.view.row.version, self._reading
        self._is_polling = True

        def done(version: int | None) -> None:
            self._is_polling = False
            if reading == self._reading and version != seen:
                self._read(lambda: self._load(number), self._on_changed)

        def refused(_refusal: UserError) -> None:
            self._is_polling = False  # whoever acts next hears of it

        self._run(lambda: self._doors.version_of(number), done, refused)

    def see_both(self) -> None:
        """Shows what the others did beside what one was about to do."""
        if self._state.clash is not None:
            self._set(replace(self._state, clash=replace(self._state.clash, is_open=True)))

    def keep_mine(self) -> None:
        """Goes on with what one was about to do, on the case as it is now."""
        clash = self._state.clash
        self._set(replace(self._state, clash=None))
        if clash is not None and clash.command is not None:
            self.perform(clash.command, clash.source)

    def take_theirs(self) -> None:
        """Gives up what one was about to do."""
        clash = self._state.clash
        if clash is not None:
            self._view.clear(clash.source)
            act = "" if clash.source == FORM else self._state.act
            self._set(replace(self._state, clash=None, act=act, refusal=None))

    # Acting

    def choose_look(self, look: Look) -> None:
        """Narrows the timeline."""
        self._set(replace(self._state, look=look))

    def next(self) -> None:
        """Does the primary button's move, or opens its form; once more closes it."""
        if self._state.next_move:
            self.ask_move(self._state.next_move)

    def ask_move(self, act: str) -> None:
        """Opens the form of a move; a move that asks nothing is done at once."""
        state = self._state
        if state.file is None or state.acting:
            return
        refusal = state.may(act)
        if refusal is not None:
            self._set(replace(state, refusal=Refusal(BAR, refusal)))
        elif act in AT_ONCE:
            self.perform(AT_ONCE[act](state.number), BAR)
        else:
            self._set(replace(state, act="" if state.act == act else act, refusal=None))

    def leave_move(self) -> None:
        """Closes the form; what was typed in it goes with it."""
        self._set(replace(self._state, act="", refusal=None))

    def perform(self, command: OnCase, source: str) -> None:
        """Does what a part of the screen asked for, to the case as it is shown."""
        state = self._state
        if state.file is None or state.acting or command.case != state.number:
            return
        seen, number = state.file, state.number
        sent = replace(command, version=seen.view.row.version)
        self._set(replace(state, acting=source, refusal=None))

        def work() -> Loaded | UserError:
            self._doors.perform(sent)
            return self._load_or_failure(number)

        self._run(
            work,
            lambda result: self._on_done(sent, source, result),
            lambda refusal: self._on_refused(Clash(seen, command, source), refusal),
        )

    def undo(self, number: str) -> None:
        """Takes back the person's last act on a case."""

        def done(_result: object) -> None:
            self._view.say_undone(number)
            self._changed()
            if number == self._state.number:
                self.refresh()

        self._run(lambda: self._doors.undo(number), done, self._view.say_refused)

    def _on_done(self, command: OnCase, source: str, result: Loaded | UserError) -> None:
        number = command.case
        if number == self._state.number:
            state = replace(self._state, acting="", refusal=None, act="" if source == FORM else self._state.act)
            if isinstance(result, UserError):
                self._view.clear("")
                self._set(replace(state, phase=Phase.FAILED, file=None, failure=result))
            else:
                self._view.clear(source)
                self._reading += 1  # a reading on its way is older than this one
                state = _with(state, result)
                self._set(state if not state.act or state.may(state.act) is None else replace(state, act=""))
        self._view.say_done(act_of(command), number)
        self._changed()

    def _on_refused(self, wanted: Clash, refusal: UserError) -> None:
        number = wanted.seen.view.row.number
        if number != self._state.number:
            self._view.say_refused(refusal)
            return
        self._set(replace(self._state, acting=""))
        if isinstance(refusal, ChangedMeanwhileError):
            self._read(lambda: self._load(number), lambda loaded: self._on_clash(wanted, loaded))
        else:
            self._set(replace(self._state, refusal=Refusal(wanted.source, refusal)))

    def _on_clash(self, wanted: Clash, loaded: Loaded) -> None:
        self._set(replace(_with(self._state, loaded), clash=wanted))
        self._changed()

    # Reading

    def _load(self, number: str, *, kept: bool = False) -> Loaded:
        doors = self._doors
        return Loaded(
            doors.case_file(number),
            doors.people(),
            doors.allowance(number),
            doors.limits(),
            doors.kept(number) if kept else {},
        )

    def _load_or_failure(self, number: str) -> Loaded | UserError:
        """The act was done whatever comes of the reading, so a failure here is no refusal of it."""
        try:
            return self._load(number)
        except UserError as failure:
            return failure

    def _read(self, load: Callable[[], Loaded], shown: Callable[[Loaded], None]) -> None:
        self._reading += 1
        reading = self._reading

        def done(loaded: Loaded) -> None:
            if reading == self._reading:
                shown(loaded)

        def refused(failure: UserError) -> None:
            if reading == self._reading:
                self._on_failure(failure)

        self._run(load, done, refused)

    def _on_opened(self, loaded: Loaded) -> None:
        act = loaded.kept.get(FORM, {}).get("act", "")
        state = _with(replace(self._state, at=self._doors.now(), phase=Phase.READY, failure=None), loaded)
        if act and state.may(act) is None:
            state = replace(state, act=act)
        self._kept = loaded.kept
        self._set(state)
        if loaded.kept:
            self._view.put_back(loaded.kept)

    def _on_read(self, loaded: Loaded) -> None:
        self._set(_with(self._state, loaded))

    def _on_changed(self, loaded: Loaded) -> None:
        """Somebody else changed the case: shown at once; in the middle of a move, with both versions."""
        state, seen = self._state, self._state.file
        if seen is None or loaded.file.view.row.version == seen.view.row.version:
            return
        clash = state.clash or (Clash(seen, source=FORM) if state.act else None)
        self._set(replace(_with(state, loaded), clash=clash))
        self._view.say_changed()
        self._changed()

    def _on_failure(self, failure: UserError) -> None:
        if self._state.phase is Phase.READY and self._state.file is not None:
            self._set(replace(self._state, acting="", refusal=Refusal(BAR, failure)))
        else:
            self._set(replace(self._state, acting="", phase=Phase.FAILED, failure=failure))

    def _set(self, state: CaseState) -> None:
        if state != self._state:
            self._state = state
            self._view.paint(state)


def _with(state: CaseState, loaded: Loaded) -> CaseState:
    """The state with a case as it was read now. A form that is open stays: what is typed in it is nobody else's."""
    return replace(state, file=loaded.file, people=loaded.people, allowance=loaded.allowance, limits=loaded.limits)
