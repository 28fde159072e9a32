"""The form as it is filled in: what is typed, and all that follows from it. Without Qt."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from desktop.domain.completeness import completeness
from desktop.domain.people import Person
from desktop.domain.priority import prioritise
from desktop.domain.rows import GuestRow
from desktop.domain.taxonomy import Taxonomy
from desktop.domain.texts import is_blank
from desktop.errors import UserError
from desktop.ui.intake.checks import changed_places, check_complaint, needed_for_time, place_of
from desktop.ui.intake.conversing import Talker
from desktop.ui.intake.counting import count_words
from desktop.ui.intake.doors import Doors, DraftData
from desktop.ui.intake.draft_data import draft_data
from desktop.ui.intake.draft_keeper import DraftKeeper
from desktop.ui.intake.form import Form, with_links
from desktop.ui.intake.guest_finder import GuestFinder, repeat_of
from desktop.ui.intake.helping import Helper
from desktop.ui.intake.settling import Settler
from desktop.ui.intake.shelf import DraftShelf
from desktop.ui.intake.state import IntakeState
from desktop.ui.intake.surroundings import IntakeView, Site
from desktop.words import Words

_COUNTED_AT_ONCE = 5_000  #: characters; longer texts are counted when the typing pauses
RECENT_CATEGORIES = 3


class FormPresenter:
    """Owns the state; the view never changes it. ``person`` is who works at the desk.

    What becomes of the form is the business of ``IntakePresenter``.
    """

    def __init__(self, view: IntakeView, doors: Doors, site: Site, person: Person, words: Words) -> None:
        self._view, self._doors, self._site, self._person = view, doors, site, person
        self._keeper = DraftKeeper(doors, site.now, self._on_told)
        self._finder = GuestFinder(doors, self._on_told)
        self._shelf = DraftShelf(doors, self._on_told, self._tell)
        self._settler = Settler(doors, self._on_told)
        self._helper = Helper(doors, self._on_told)
        self._talker = Talker(doors, site, person, words, self._on_led)
        self._looked_through = ""  # the text that was counted and checked last
        empty = Form()
        self._state = IntakeState(
            now=site.now(),
            completeness=completeness(empty.known(site.property, site.taxonomy)),
            priority=prioritise(empty.rating()),
        )

    @property
    def state(self) -> IntakeState:
        """What is shown now."""
        return self._state

    # What a person does in the form

    def change(self, **changes: Any) -> None:
        """Takes what was typed or chosen: names and values of ``Form``."""
        before = self._state.form
        if changes.get("name", before.name) != before.name:
            changes = {"guest_id": None, **changes}
        form = with_links(replace(before, **changes), changes)
        if form == before:
            return
        now = self._site.now()
        form = self._talker.begun(form, self._state.began_at or now)
        form = self._talker.without(form, before.flags - form.flags, now)
        self._show_changed(form, {"reason"} if "earlier" in changes else ())

    def pause(self) -> None:
        """The typing pauses: looks for the guest, counts long texts, says what is wrong with the words already."""
        form = self._state.form
        self._finder.look_up(form)
        self._helper.look_up(form)
        if form.text is not self._looked_through:
            self._looked_through = form.text
            self._look_through(form.text)

    def use_guest(self, guest: GuestRow) -> None:
        """Takes a suggested guest: the name as it is known, and what is not filled in yet."""
        form = self._state.form
        blanks = ("honorific", "phone", "email", "language")
        known = {name: getattr(guest, name) for name in blanks if is_blank(getattr(form, name))}
        self._fill(replace(form, name=guest.name, guest_id=guest.id, **known))
        self._finder.use(guest)
        self._finder.look_up(self._state.form)

    def ask(self, fact: str) -> None:
        """Goes to the field of a missing fact."""
        self._view.focus_field(fact)

    def set_taxonomy(self, taxonomy: Taxonomy) -> None:
        """The site changed its categories."""
        self._site = replace(self._site, taxonomy=taxonomy)
        self._show(self._state.form)

    def set_recent(self, codes: tuple[str, ...]) -> None:
        """Categories that were taken last, as stored from an earlier run."""
        known = tuple(code for code in codes if code in self._site.taxonomy)
        self._set(replace(self._state, recent=known[:RECENT_CATEGORIES]))

    def prepare(self) -> None:
        """Asks how conversations are led here and what may be offered: it may have changed since the last guest."""
        self._talker.ask()
        self._helper.ask()

    # Inside

    def _show_changed(self, form: Form, gone: Collection[str] = (), **changes: Any) -> None:
        """Shows what a person changed; what was said about the fields that differ, and ``gone``, holds no longer."""
        state = self._state
        places = changed_places(state.form, form) | set(gone)
        kept = tuple(refusal for refusal in state.refusals if place_of(refusal) not in places)
        is_other = form.category != state.form.category
        began = state.began_at or self._site.now()
        self._show(form, refusals=kept, trouble=None, began_at=began, **changes)
        if is_other:
            self._helper.look_up(form)

    def _look_through(self, text: str) -> None:
        refusals = self._state.refusals
        try:
            check_complaint(text)
        except UserError as refusal:
            if self._state.refusal_at("text") is None:
                refusals = (refusal, *refusals)
        self._set(replace(self._state, words=count_words(text), refusals=refusals))

    def _tell(self, failure: Exception) -> None:
        self._set(replace(self._state, trouble=failure if isinstance(failure, UserError) else UserError("unexpected")))

    def _clear(self, recent: tuple[str, ...]) -> None:
        self._finder.forget()
        self._helper.forget()
        self._settler.close()
        self._set(replace(self._state, began_at=None, is_saving=False, refusals=(), trouble=None, recent=recent))
        self._fill(Form())

    def _fill(self, form: Form) -> None:
        self._show(form, filled=self._state.filled + 1)

    def _data(self) -> DraftData:
        now = replace(self._state, now=self._site.now())
        form = self._talker.parked(self._state.form, now.now)
        return draft_data(form, int(now.lasting.total_seconds()))

    def _show(self, form: Form, **changes: Any) -> None:
        """Shows a form and what follows from it."""
        site, found = self._site, self._finder.found
        now = site.now()
        form = self._talker.followed(form, now)
        repeat = repeat_of(found.history, form.category, now)
        short = len(form.text) <= _COUNTED_AT_ONCE
        if not self._settler.status.number:  # a case that stands is no draft
            self._keeper.take(form)
        self._set(
            replace(
                self._state,
                form=form,
                now=now,
                completeness=completeness(form.known(site.property, site.taxonomy)),
                priority=prioritise(form.rating(found.guest, repeat)),
                earlier=needed_for_time(form, self._person, now, site.zone),
                words=count_words(form.text) if short else self._state.words,
                draft=self._keeper.status,
                **changes,
            )
        )

    def _on_told(self) -> None:
        """The keeper, the finder, the helper, the shelf or the settler has news."""
        self._talker.manager = self._helper.manager
        self._set(
            replace(
                self._state,
                draft=self._keeper.status,
                found=self._finder.found,
                parked=self._shelf.parked,
                offered=self._shelf.offered,
                settling=self._settler.status,
                past=self._helper.past,
                ideas=self._helper.ideas,
                allowance=self._helper.allowance,
                manager=self._helper.manager,
            )
        )
        self._set(self._rated())

    def _on_led(self) -> None:
        """The desk said how it leads conversations: one that waited for it begins, an untouched one begins anew."""
        form, began = self._state.form, self._state.began_at
        anew = form.is_blank and self._talker.is_outdated
        self._show(self._talker.begun(form, began, anew=anew) if began is not None else form)

    def _rated(self) -> IntakeState:
        found, form = self._finder.found, self._state.form
        repeat = repeat_of(found.history, form.category, self._state.now)
        return replace(self._state, priority=prioritise(form.rating(found.guest, repeat)))

    def _set(self, state: IntakeState) -> None:
        state = replace(state, talk=self._talker.shown(state))
        if state != self._state:
            self._state = state
            self._view.paint(state)
