"""Every condition of the screen of guests: what is read when, what is kept while it is typed. No Qt."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Protocol, TypeVar

from desktop.domain.guest_file import GuestLook, GuestPage, GuestProfile, ProfileChange
from desktop.domain.people import Person
from desktop.errors import ChangedMeanwhileError, UserError
from desktop.ui.guests.doors import GuestDoors
from desktop.ui.guests.state import PAGE_ROWS, GuestsState, Phase, stored_value
from desktop.ui.guests.typed import TypedProfiles
from desktop.ui.refusing import Run

Result = TypeVar("Result")


class GuestsView(Protocol):
    """What the presenter tells the screen."""

    def paint(self, state: GuestsState) -> None:
        """Shows the state."""

    def say_done(self, what: str, undo: Callable[[], None] | None) -> None:
        """Asks for a short message: ``saved``, ``merged``, ``apart``, ``split``, ``task``, ``task_done``."""


class GuestsPresenter:
    """Owns the state; the view never changes it and never asks a service."""

    def __init__(self, view: GuestsView, doors: GuestDoors, run: Run, person: Person) -> None:
        self._view, self._doors, self._run = view, doors, run
        self._state = GuestsState(person)
        self._typed = TypedProfiles()
        self._reading = 0  # the reading that counts: answers to earlier ones come too late
        self._looking = 0
        self._limit = PAGE_ROWS

    @property
    def state(self) -> GuestsState:
        """What is shown now."""
        return self._state

    # The list

    def start(self) -> None:
        """Reads the list for the first time, then makes the keys that names are found by."""
        self.refresh()
        self._make_keys()

    def refresh(self) -> None:
        """Reads the list and the chosen guest anew; place and typing stay."""
        self._read()
        self._count()
        if self._state.selected is not None:
            self._look_at(self._state.selected)

    def search(self, words: str) -> None:
        """Looks for other guests."""
        if words != self._state.words:
            self._begin_again(replace(self._state, words=words))

    def choose_look(self, look: GuestLook) -> None:
        """Looks at other guests."""
        if look is not self._state.look:
            self._begin_again(replace(self._state, look=look))

    def show_all(self) -> None:
        """Shows everybody."""
        self._begin_again(replace(self._state, look=GuestLook.ALL, words=""))

    def need_more(self) -> None:
        """Reads on, as one nears the end of the rows."""
        if self._state.has_more and self._state.phase is Phase.READY:
            self._limit += PAGE_ROWS
            self._read()

    def select(self, guest_id: int | None) -> None:
        """Chooses a guest; what was typed about the last one is kept for them."""
        if guest_id == self._state.selected:
            return
        self._choose(guest_id)

    def change_person(self, person: Person) -> None:
        """Someone else is at the desk: what one had typed is not the other's."""
        if person != self._state.person:
            self._typed.forget_all()
            self._begin_again(GuestsState(person, look=self._state.look))
            self._count()

    # The chosen guest

    def look_again(self) -> None:
        """Reads the chosen guest anew."""
        if self._state.selected is not None:
            self._look_at(self._state.selected)

    def edit(self, name: str, value: object) -> None:
        """Something was typed or ticked on the profile."""
        profile = self._state.profile
        if profile is None:
            return
        told = value if value != stored_value(profile, name) else None
        edit = replace(self._state.edit, **{name: told})  # type: ignore[arg-type]  # a field of the change by its name
        self._typed.keep(profile, edit)
        self._set(replace(self._state, edit=edit, refusal=None))

    def discard(self) -> None:
        """What was typed goes."""
        self._typed.forget(self._state.selected)
        self._set(replace(self._state, edit=ProfileChange(), clash=False, refusal=None))

    def save(self) -> None:
        """Stores what was typed. Where somebody else was quicker, both versions are shown and nothing is lost."""
        state, profile = self._state, self._state.profile
        if profile is None or not state.is_edited or state.is_acting:
            return
        guest_id, edit = profile.guest.id, state.edit
        version = self._typed.version_of(profile)

        def saved(_version: int) -> None:
            self._typed.forget(guest_id)
            self._say("saved", None)

        self._act(lambda: self._doors.save(guest_id, edit, version), saved)

    def merge(self, other: int) -> None:
        """The other record goes into the chosen one."""
        kept = self._state.selected
        if kept is None:
            return

        def merged(merge: int) -> None:
            self._typed.note_own_change(self._state.selected)
            self._say("merged", lambda: self.split(merge))

        self._act(lambda: self._doors.merge(kept, other), merged)

    def split(self, merge_id: int) -> None:
        """Takes a merge apart."""

        def split(_nothing: None) -> None:
            self._typed.note_own_change(self._state.selected)
            self._say("split", None)

        self._act(lambda: self._doors.undo_merge(merge_id), split)

    def say_apart(self, other: int) -> None:
        """The other record is another guest."""
        one = self._state.selected
        if one is None:
            return

        def undo() -> None:
            self._act(lambda: self._doors.unsay_apart(one, other), lambda _: None)

        self._act(lambda: self._doors.say_apart(one, other), lambda _: self._say("apart", undo))

    def give_task(self, title: str, to: str, due: datetime) -> None:
        """Somebody shall win the chosen guest back."""
        guest_id = self._state.selected
        if guest_id is not None:
            self._act(lambda: self._doors.add_task(guest_id, title, to, due), lambda _: self._say("task", None))

    def finish_task(self, place: int) -> None:
        """A task of the chosen guest is done."""
        guest_id = self._state.selected
        if guest_id is None:
            return

        def undo() -> None:
            self._act(lambda: self._doors.reopen_task(guest_id, place), lambda _: None)

        self._act(lambda: self._doors.finish_task(guest_id, place), lambda _: self._say("task_done", undo))

    # Inside

    def _begin_again(self, state: GuestsState) -> None:
        """Another list, from its top."""
        self._limit = PAGE_ROWS
        self._set(replace(state, phase=Phase.LOADING, failure=None))
        self._read()

    def _read(self) -> None:
        self._reading += 1
        reading, state, limit, now = self._reading, self._state, self._limit, self._doors.now()

        def done(page: GuestPage) -> None:
            if reading == self._reading:
                self._on_read(page, now)

        def refused(failure: UserError) -> None:
            if reading == self._reading:
                self._set(replace(self._state, phase=Phase.FAILED, rows=(), total=0, failure=failure, at=now))

        self._run(lambda: self._doors.find(state.words, limit, state.look), done, refused)

    def _on_read(self, page: GuestPage, now: datetime) -> None:
        state = replace(self._state, phase=Phase.READY, rows=page.rows, total=page.total, failure=None, at=now)
        self._set(state)
        ids = [row.guest.id for row in page.rows]
        if state.selected not in ids and not state.is_edited:
            self._choose(ids[0] if ids else None)

    def _count(self) -> None:
        """The numbers on the chips; they take longer than the list and come after it."""
        doors = self._doors

        def work() -> dict[GuestLook, int]:
            return {look: doors.find("", 0, look).total for look in GuestLook}

        def done(counts: dict[GuestLook, int]) -> None:
            self._set(replace(self._state, counts=counts))

        self._run(work, done, lambda _failure: None)  # the list says what is wrong

    def _make_keys(self) -> None:
        keep = self._doors.keep_keys

        def work() -> int:
            made = 0
            while more := keep():
                made += more
            return made

        def done(made: int) -> None:
            if made:
                self.refresh()

        self._run(work, done, lambda _failure: None)  # names are found without, only not by how they sound

    def _choose(self, guest_id: int | None) -> None:
        edit = self._typed.of(guest_id)
        self._set(
            replace(
                self._state, selected=guest_id, profile=None, profile_failure=None, edit=edit, clash=False, refusal=None
            )
        )
        if guest_id is not None:
            self._look_at(guest_id)

    def _look_at(self, guest_id: int, *, clash: bool = False) -> None:
        self._looking += 1
        looking = self._looking

        def done(profile: GuestProfile) -> None:
            if looking == self._looking:
                self._on_profile(profile, clash=clash)

        def refused(failure: UserError) -> None:
            if looking == self._looking:
                self._set(replace(self._state, profile=None, profile_failure=failure))

        self._run(lambda: self._doors.profile(guest_id), done, refused)

    def _on_profile(self, profile: GuestProfile, *, clash: bool) -> None:
        edit = self._typed.still_different(profile)
        self._typed.keep(profile, edit, seen_anew=clash)  # both versions are seen: saving again is a decision
        state = replace(self._state, selected=profile.guest.id, profile=profile, profile_failure=None, edit=edit)
        self._set(replace(state, clash=(clash or state.clash) and state.is_edited))

    def _act(self, work: Callable[[], Result], done: Callable[[Result], None]) -> None:
        if self._state.is_acting:
            return
        self._set(replace(self._state, is_acting=True, refusal=None))
        guest_id = self._state.selected

        def acted(result: Result) -> None:
            self._set(replace(self._state, is_acting=False))
            done(result)
            self.refresh()

        def refused(failure: UserError) -> None:
            self._set(replace(self._state, is_acting=False, refusal=failure))
            if isinstance(failure, ChangedMeanwhileError) and guest_id is not None:
                self._look_at(guest_id, clash=True)

        self._run(work, acted, refused)

    def _say(self, what: str, undo: Callable[[], None] | None) -> None:
        self._view.say_done(what, undo)

    def _set(self, state: GuestsState) -> None:
        if state != self._state:
            self._state = state
            self._view.paint(state)
