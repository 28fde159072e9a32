"""The intake form's mind: every condition of the page, without Qt."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from desktop.domain.completeness import completeness
from desktop.domain.people import Person
from desktop.domain.priority import prioritise
from desktop.domain.rows import Draft, GuestRow
from desktop.domain.taxonomy import Taxonomy
from desktop.domain.texts import is_blank
from desktop.errors import UserError, WorkspaceError
from desktop.ui.intake.checks import changed_places, check_complaint, find_refusals, needed_for_time, place_of
from desktop.ui.intake.counting import count_words
from desktop.ui.intake.doors import Doors, DraftData, Opened
from desktop.ui.intake.draft_data import draft_data, load_draft, seconds_of
from desktop.ui.intake.draft_keeper import DraftKeeper
from desktop.ui.intake.form import Form, Hurt, command_of, with_links
from desktop.ui.intake.guest_finder import GuestFinder, repeat_of
from desktop.ui.intake.state import IntakeState
from desktop.ui.intake.surroundings import IntakeView, Site

_COUNTED_AT_ONCE = 5_000  #: characters; longer texts are counted when the typing pauses
_RECENT_CATEGORIES = 3


class IntakePresenter:
    """Owns the state; the view never changes it. ``person`` is who works at the desk."""

    def __init__(self, view: IntakeView, doors: Doors, site: Site, person: Person) -> None:
        self._view, self._doors, self._site, self._person = view, doors, site, person
        self._keeper = DraftKeeper(doors, site.now, self._on_told)
        self._finder = GuestFinder(doors, self._on_told)
        self._asked_for_drafts = 0
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
        form = with_links(replace(before, **changes), changes)
        if form == before:
            return
        gone = changed_places(before, form)
        if "earlier" in changes:
            gone |= {"reason"}
        kept = tuple(refusal for refusal in self._state.refusals if place_of(refusal) not in gone)
        self._show(form, refusals=kept, trouble=None, began_at=self._state.began_at or self._site.now())

    def pause(self) -> None:
        """The typing pauses: looks for the guest, counts long texts, says what is wrong with the words already."""
        form = self._state.form
        self._finder.look_up(form)
        if form.text is not self._looked_through:
            self._looked_through = form.text
            self._look_through(form.text)

    def use_guest(self, guest: GuestRow) -> None:
        """Takes a suggested guest: the name as it is known, and what is not filled in yet."""
        form = self._state.form
        blanks = ("honorific", "phone", "email", "language")
        known = {name: getattr(guest, name) for name in blanks if is_blank(getattr(form, name))}
        self._fill(replace(form, name=guest.name, **known))
        self._finder.use(guest)
        self._finder.look_up(self._state.form)

    def ask(self, fact: str) -> None:
        """Goes to the field of a missing fact."""
        self._view.focus_field(fact)

    # Saving

    def save(self) -> None:
        """Opens the case, or says at the fields what is missing. Nothing typed is lost either way."""
        state = self._state
        if state.is_saving:
            return
        now, form = self._site.now(), state.form
        refusals = find_refusals(form, self._person, now, self._site.zone)
        if refusals:
            self._refuse(refusals)
            return
        received_at = form.received_at(now.astimezone(self._site.zone).date(), self._site.zone)
        hurt = self._view.hurt_line(form.hurt_who.strip()) if form.hurt is Hurt.YES and form.hurt_who.strip() else ""
        self._set(replace(state, is_saving=True, refusals=(), trouble=None))
        self._doors.open_case(command_of(form, received_at, hurt), self._on_opened, self._on_not_opened)

    def try_again(self) -> None:
        """Does once more what didn't work: saving the case, else the draft."""
        if self._state.trouble is not None:
            self.save()
        else:
            self.keep()

    def _on_opened(self, opened: Opened) -> None:
        category = self._state.form.category
        recent = self._state.recent
        if category is not None:
            recent = (category, *(code for code in recent if code != category))[:_RECENT_CATEGORIES]
        self._keeper.drop()
        self._clear(recent=recent)
        self._view.on_saved(opened.number)
        self.load_drafts()

    def _on_not_opened(self, failure: Exception) -> None:
        self._set(replace(self._state, is_saving=False))
        refusal = failure if isinstance(failure, UserError) else UserError("unexpected")
        if place_of(refusal) and not isinstance(refusal, WorkspaceError):
            self._refuse((refusal,))
        else:
            self._set(replace(self._state, trouble=refusal))
            self.keep()

    def _refuse(self, refusals: tuple[UserError, ...]) -> None:
        self._set(replace(self._state, refusals=refusals, trouble=None))
        self._view.focus_field(place_of(refusals[0]))

    # Drafts

    def tick(self) -> None:
        """A second passed: the clocks run on, and what is 5 s old is saved."""
        self._set(replace(self._state, now=self._site.now()))
        if not self._state.is_saving:
            self._keeper.tick(self._data)

    def keep(self, then: Callable[[], None] | None = None) -> None:
        """Saves the draft now, as when the window is closed or covered; ``then`` follows once it is safe."""
        self._keeper.keep(self._data, then)

    def park(self) -> None:
        """Puts the form away as a draft and leaves; stays where it can't be saved."""
        if self._state.is_saving:
            return
        if self._state.form.is_blank:
            self._keeper.drop()
            self._leave()
        else:
            self._keeper.keep(self._data, self._put_away, anew=True)

    def offer(self, draft: Draft | None) -> None:
        """Asks whether a draft should be taken up again; None takes the question away."""
        self._set(replace(self._state, offered=draft))

    def load_drafts(self, *, offer_newest: bool = False) -> None:
        """Asks for the person's drafts; with ``offer_newest`` the newest is offered where the form is empty."""
        self._asked_for_drafts += 1
        turn = self._asked_for_drafts

        def answered(drafts: tuple[Draft, ...]) -> None:
            if turn != self._asked_for_drafts:
                return
            others = tuple(draft for draft in drafts if draft.id != self._keeper.id)
            wanted = offer_newest and others and self._state.form.is_blank
            self._set(replace(self._state, parked=others, offered=others[0] if wanted else self._state.offered))

        self._doors.drafts(answered, lambda _: None)  # without the list one still can write

    def resume(self, draft: Draft) -> None:
        """Takes a draft up again; what stands in the form is kept as a draft of its own first."""
        if self._state.is_saving or draft.id == self._keeper.id:
            return
        if self._state.form.is_blank:
            self._take_up(draft)
        else:
            self.keep(lambda: self._take_up(draft))

    def discard(self, draft: Draft) -> None:
        """Throws a draft away; the view hears of it and can take it back with ``restore``."""

        def done(_: object) -> None:
            self._without(draft)
            self._view.on_discarded(draft)

        self._doors.discard_draft(draft.id, done, lambda failure: self._tell(failure))

    def restore(self, draft: Draft) -> None:
        """Takes back a draft that was thrown away."""
        self._doors.save_draft(draft.data, None, lambda _: self.load_drafts(), lambda failure: self._tell(failure))

    # Who, where, and from when on

    def begin(self) -> None:
        """Someone begins to listen: an empty form starts its clock."""
        if self._state.form.is_blank:
            self._set(replace(self._state, began_at=self._site.now(), now=self._site.now()))

    def set_taxonomy(self, taxonomy: Taxonomy) -> None:
        """The site changed its categories."""
        self._site = replace(self._site, taxonomy=taxonomy)
        self._show(self._state.form)

    def set_recent(self, codes: tuple[str, ...]) -> None:
        """Categories that were taken last, as stored from an earlier run."""
        known = tuple(code for code in codes if code in self._site.taxonomy)
        self._set(replace(self._state, recent=known[:_RECENT_CATEGORIES]))

    # Inside

    def _look_through(self, text: str) -> None:
        refusals = self._state.refusals
        try:
            check_complaint(text)
        except UserError as refusal:
            if self._state.refusal_at("text") is None:
                refusals = (refusal, *refusals)
        self._set(replace(self._state, words=count_words(text), refusals=refusals))

    def _put_away(self) -> None:
        self._keeper.leave()
        self._leave()

    def _leave(self) -> None:
        self._clear(recent=self._state.recent)
        self._view.on_parked()
        self.load_drafts()

    def _take_up(self, draft: Draft) -> None:
        form = load_draft(draft.data)
        self._finder.forget()
        self._keeper.resume(draft, form)
        self._fill(form)
        began = self._site.now() - timedelta(seconds=seconds_of(draft.data))
        self._set(replace(self._state, began_at=began, offered=None, refusals=(), trouble=None))
        self.pause()
        self.load_drafts()

    def _without(self, draft: Draft) -> None:
        offered = self._state.offered
        self._set(
            replace(
                self._state,
                offered=None if offered is not None and offered.id == draft.id else offered,
                parked=tuple(other for other in self._state.parked if other.id != draft.id),
            )
        )

    def _tell(self, failure: Exception) -> None:
        self._set(replace(self._state, trouble=failure if isinstance(failure, UserError) else UserError("unexpected")))

    def _clear(self, recent: tuple[str, ...]) -> None:
        self._finder.forget()
        self._set(replace(self._state, began_at=None, is_saving=False, refusals=(), trouble=None, recent=recent))
        self._fill(Form())

    def _fill(self, form: Form) -> None:
        self._show(form, filled=self._state.filled + 1)

    def _data(self) -> DraftData:
        now = replace(self._state, now=self._site.now())
        return draft_data(self._state.form, int(now.lasting.total_seconds()))

    def _show(self, form: Form, **changes: Any) -> None:
        """Shows a form and what follows from it."""
        site, found = self._site, self._finder.found
        now = site.now()
        repeat = repeat_of(found.history, form.category, now)
        short = len(form.text) <= _COUNTED_AT_ONCE
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
        """The keeper or the finder has news."""
        self._set(replace(self._state, draft=self._keeper.status, found=self._finder.found))
        self._set(self._rated())

    def _rated(self) -> IntakeState:
        found, form = self._finder.found, self._state.form
        repeat = repeat_of(found.history, form.category, self._state.now)
        return replace(self._state, priority=prioritise(form.rating(found.guest, repeat)))

    def _set(self, state: IntakeState) -> None:
        if state != self._state:
            self._state = state
            self._view.paint(state)
