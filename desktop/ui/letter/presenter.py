"""Every condition of the window of a letter: reading, writing, keeping, signing off, and what others do. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from desktop.domain.kinds import Language
from desktop.domain.letters import LetterRow, LetterText
from desktop.domain.people import Person
from desktop.errors import ChangedMeanwhileError, UserError
from desktop.guides.apology import Apology
from desktop.guides.apology_warnings import Passage
from desktop.ui.letter.doors import LetterDoors
from desktop.ui.letter.paper import LetterPaper
from desktop.ui.letter.pieces import stored, tidy, tidy_row
from desktop.ui.letter.reading import changed, load, opened, start_of
from desktop.ui.letter.state import Acted, Asked, Doing, Done, LetterState, Loaded, Look, Phase, Seen
from desktop.ui.refusing import RefusingRun
from desktop.ui.tasks import Runner

_NOT_FOR_THEM = ("restricted", "restricted_case", "not_allowed", "no_such_case")


class LetterView(Protocol):
    """What the presenter asks of the window."""

    def paint(self, state: LetterState) -> None:
        """Shows the state."""

    def say_changed(self) -> None:
        """Tells, politely, that the case was changed elsewhere and is shown anew."""


class LetterPresenter:
    """Owns the state; the view never changes it and never asks a service. ``acted`` is called after every act."""

    def __init__(
        self,
        view: LetterView,
        doors: LetterDoors,
        runner: Runner,
        person: Person,
        number: str,
        acted: Callable[[], object],
    ) -> None:
        self._view, self._doors, self._acted = view, doors, acted
        self._run = RefusingRun(runner)
        self._state = LetterState(person, number)
        self._start: LetterText | None = None  # what the window shows to somebody who typed nothing
        self._stored: Mapping[str, Any] | None = {}  # what is kept among the drafts; None: nobody knows
        self._seen: Seen = (None, None)
        self._reading = 0  # the reading that counts: answers to earlier ones come too late
        self._is_polling = self._is_closed = False
        self.paper = LetterPaper(doors, runner, lambda: self._state, self._set, self._on_acted)

    @property
    def state(self) -> LetterState:
        """What is shown now."""
        return self._state

    # Reading

    def begin(self) -> None:
        """Reads the case, and what was written for it."""
        self._set(replace(self._state, phase=Phase.LOADING, failure=None))
        self._read(self._on_opened)

    def poll(self) -> None:
        """Keeps what is typed, and asks whether somebody else changed case or letter; called every few seconds."""
        state = self._state
        if state.phase is not Phase.READY or state.is_busy or self._is_polling:
            return
        self.keep_typed()
        reading = self._reading
        self._is_polling = True

        def done(seen: Seen) -> None:
            self._is_polling = False
            if reading == self._reading and seen != self._seen:
                self._read(self._on_changed)

        def refused(refusal: UserError) -> None:
            self._is_polling = False
            if refusal.code in _NOT_FOR_THEM and reading == self._reading:
                self._set(self._state.at_rest(phase=Phase.FAILED, failure=refusal))
            # of anything else hears whoever acts next

        self._run(self._doors.seen, done, refused)

    # Writing

    def choose_look(self, look: Look) -> None:
        """The words to say, the letter, or its page."""
        self._set(replace(self._state, look=look))

    def type(self, text: LetterText) -> None:
        """Takes what a person wrote."""
        state = self._state
        if state.may_type and text != state.text:
            is_same = state.clash is not None and state.clash.text == text
            self._set(replace(state.calm(), text=text, clash=None if is_same else state.clash))

    def choose_language(self, language: Language) -> None:
        """The letter from the case in another language; asks once where words were typed."""
        if language is not self._state.language:
            self._ask_or_write(Asked(language, is_other=True))

    def write_anew(self) -> None:
        """The letter from the case as it is now; asks once where words were typed or kept."""
        self._ask_or_write(Asked(self._state.language, is_other=False))

    def answer(self, *, go_on: bool) -> None:
        """What was asked is answered."""
        asked = self._state.asked
        self._set(replace(self._state, asked=None))
        if asked is not None and go_on:
            self._write(asked)

    def look_over(self) -> None:
        """Looks for words that spoil the letter, and draws its page; called when the typing pauses."""
        text = self._state.text
        if text is None or self._state.phase is not Phase.READY:
            return
        if text != self._state.looked_over:

            def done(passages: tuple[Passage, ...]) -> None:
                if text == self._state.text:
                    self._set(replace(self._state, passages=passages, looked_over=text))

            # A hint that can't be given is no reason to disturb whoever writes.
            self._run(lambda: self._doors.warnings(text), done, lambda _refusal: None)
        self.paper.draw()

    # Acting

    def keep(self) -> None:
        """Keeps the words on the case."""
        state, text, doors = self._state, self._state.text, self._doors
        if text is None or not state.may_type or state.is_busy or state.is_kept or state.clash is not None:
            return
        version = state.kept.version if state.kept is not None else None
        self._act(Doing.KEEPING, lambda: doors.keep(text, version), Done.KEPT)

    def sign_off(self) -> None:
        """Signs the kept words off."""
        state, doors = self._state, self._doors
        if state.kept is not None and not state.is_busy and state.not_signable() is None:
            version = state.kept.version
            self._act(Doing.SIGNING, lambda: doors.sign_off(version), Done.SIGNED)

    def see_both(self) -> None:
        """Shows what was kept on the other screen beside what one wrote."""
        self._set(replace(self._state, is_clash_open=True))

    def keep_mine(self) -> None:
        """Goes on with one's own words, over those of the other screen."""
        self._set(replace(self._state, clash=None, is_clash_open=False))
        self.keep()

    def take_theirs(self) -> None:
        """Gives one's own words up."""
        state = self._state
        if state.clash is not None:
            text = self._start = state.clash.text
            self._set(replace(state.calm(), clash=None, is_clash_open=False, text=text, begun=text))
            self._follow_language()
            self.keep_typed()
            self.look_over()

    def keep_typed(self) -> None:
        """Stores what is half typed, if it differs from what is stored: the window closes, or the desk is locked."""
        text, kept = self._state.text, self._state.kept
        if self._state.phase is not Phase.READY or text is None:
            return
        typed = {} if text == self._start else stored(text, kept.version if kept is not None else None)
        if typed != self._stored:
            self._stored = typed
            self._run(lambda: self._doors.keep_typed(typed), lambda _none: None, self._on_not_stored)

    def close(self) -> None:
        """What is being drawn or printed is given up, what is typed is stored; nothing is painted any more."""
        self._is_closed = True
        self._reading += 1
        self.paper.stop()
        self.keep_typed()

    # What comes of it

    def _act(self, doing: Doing, act: Callable[[], LetterRow], done: Done) -> None:
        self._set(replace(self._state.calm(), doing=doing))

        def work() -> Acted:
            return Acted(tidy_row(act()), self._doors.seen(), done)

        self._run(work, self._on_acted, self._on_refused)

    def _on_acted(self, acted: Acted) -> None:
        row = acted.row
        self._start, self._seen = row.text, acted.seen
        self._set(self._state.at_rest(kept=row, text=row.text, begun=row.text, done=acted.done))
        self.keep_typed()
        self.look_over()
        self._acted()

    def _on_refused(self, refusal: UserError) -> None:
        self._set(self._state.at_rest(refusal=refusal))
        if isinstance(refusal, ChangedMeanwhileError):
            self._read(self._on_changed)

    def _on_not_stored(self, refusal: UserError) -> None:
        self._stored = None
        self._on_unread(refusal)

    def _on_unread(self, refusal: UserError) -> None:
        self._set(replace(self._state, refusal=refusal))

    def _read(self, shown: Callable[[Loaded], None]) -> None:
        self._reading += 1
        reading = self._reading

        def done(loaded: Loaded) -> None:
            if reading == self._reading:
                self._seen = loaded.seen
                shown(loaded)

        def refused(failure: UserError) -> None:
            if reading == self._reading:
                self._on_failure(failure)

        self._run(lambda: load(self._doors), done, refused)

    def _on_opened(self, loaded: Loaded) -> None:
        self._start, self._stored = start_of(loaded), loaded.typed
        self._set(opened(self._state, loaded))
        self._follow_language()
        self.look_over()

    def _on_changed(self, loaded: Loaded) -> None:
        """Case or letter were changed elsewhere."""
        state = changed(self._state, loaded, self._start)
        self._start = start_of(loaded)
        # The banner with both versions says what the refusal would say.
        is_told = state.clash is not None and isinstance(state.refusal, ChangedMeanwhileError)
        self._set(replace(state, apology=None, refusal=None if is_told else state.refusal))
        self._follow_language()
        self._view.say_changed()
        self.look_over()

    def _on_failure(self, failure: UserError) -> None:
        if self._state.phase is Phase.READY and failure.code not in _NOT_FOR_THEM:
            self._set(self._state.at_rest(refusal=failure))
        else:
            self._set(self._state.at_rest(phase=Phase.FAILED, failure=failure))

    def _ask_or_write(self, asked: Asked) -> None:
        state = self._state
        if not state.may_type:
            return
        if state.is_edited or (not asked.is_other and state.kept is not None):
            self._set(replace(state.calm(), asked=asked))
        else:
            self._write(asked)

    def _write(self, asked: Asked) -> None:
        """Takes the letter from the case; in the language that is kept, the kept one."""
        doors, kept, language = self._doors, self._state.kept, asked.language
        is_back = asked.is_other and kept is not None and kept.text.language is language
        before = self._state.text

        def work() -> LetterText:
            return kept.text if is_back and kept is not None else tidy(doors.draft(language))

        def done(text: LetterText) -> None:
            if self._state.text == before:  # else somebody went on typing
                self._set(replace(self._state.calm(), text=text, begun=text))
                self._follow_language()
                self.look_over()

        self._run(work, done, self._on_refused)

    def _follow_language(self) -> None:
        """Has the parts and the words to say speak the language of the letter."""
        language, doors = self._state.language, self._doors

        def done(apology: Apology) -> None:
            if language is self._state.language:
                self._set(replace(self._state, apology=apology, apology_language=language))

        if self._state.apology is None or self._state.apology_language is not language:
            self._run(lambda: doors.apology(language), done, self._on_unread)

    def _set(self, state: LetterState) -> None:
        if state != self._state:
            self._state = state
            if not self._is_closed:
                self._view.paint(state)
