"""The intake form's mind: every condition of the page, without Qt."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from desktop.domain.commands import AddNote, OpenCase, Settle
from desktop.domain.rows import Draft, GuestRow
from desktop.errors import UserError, WorkspaceError
from desktop.ui.intake.checks import find_refusals, place_of
from desktop.ui.intake.doors import TakenDown
from desktop.ui.intake.draft_data import load_draft, seconds_of
from desktop.ui.intake.form import Form, Hurt, command_of
from desktop.ui.intake.form_presenter import RECENT_CATEGORIES
from desktop.ui.intake.settling import remedies_kept
from desktop.ui.intake.talk_facts import promised_by
from desktop.ui.intake.talk_presenter import TalkPresenter
from desktop.ui.intake.talk_record import acts_after


@dataclass(frozen=True, slots=True)
class NotNoted:
    """A note that could not be put on a case that was settled."""

    command: AddNote
    error: UserError


class IntakePresenter(TalkPresenter):
    """What becomes of the form: a case, one that is settled already, or a draft."""

    # Saving

    def save(self) -> None:
        """Opens the case, or says at the fields what is missing. Nothing typed is lost either way."""
        if self._state.is_saving or self._is_refused():
            return
        form, opening = self._state.form, self._told()
        due = form.promise_due(self._site.now(), self._site.zone)
        following = acts_after(form, due, self._notes(form), self._site.taxonomy)
        self._set(replace(self._state, is_saving=True, refusals=(), trouble=None))
        self._doors.take_down(opening, following, self._on_taken_down, self._on_not_opened)

    def opening(self) -> OpenCase:
        """The case that the form opens as it stands, without its conversation.

        Raises ``UserError`` for a received time nobody can read.
        """
        form = self._state.form
        received_at = form.received_at(self._site.now().astimezone(self._site.zone).date(), self._site.zone)
        hurt = self._view.hurt_line(form.hurt_who.strip()) if form.hurt is Hurt.YES and form.hurt_who.strip() else ""
        return command_of(form, received_at, hurt)

    def try_again(self) -> None:
        """Does once more what didn't work: saving the case, else the draft."""
        if self._state.trouble is not None:
            self.save()
        else:
            self.keep()

    def _told(self) -> OpenCase:
        """The same with its conversation, finished now."""
        return replace(self.opening(), talk=self._talker.talk(self._state.form, self._site.now()))

    def _notes(self, form: Form) -> tuple[str, ...]:
        """What is noted on the case for colleagues: who was told, and answers that no field has room for."""
        told = self._view.told_line(form.told, form.told_clock) if form.told_clock else ""
        return told, form.note

    def _on_taken_down(self, taken: TakenDown) -> None:
        self._take_away()
        self._view.on_saved(taken.number, taken.refused)
        self.load_drafts()

    def _take_away(self) -> None:
        """The form became a case: an empty one takes its place."""
        category, recent = self._state.form.category, self._state.recent
        if category is not None:
            recent = (category, *(code for code in recent if code != category))[:RECENT_CATEGORIES]
        self._keeper.drop()
        self._clear(recent=recent)

    def _on_not_opened(self, failure: Exception) -> None:
        self._set(replace(self._state, is_saving=False))
        refusal = failure if isinstance(failure, UserError) else UserError("unexpected")
        if place_of(refusal) and not isinstance(refusal, WorkspaceError):
            self._refuse((refusal,))
        else:
            self._set(replace(self._state, trouble=refusal))
            self.keep()

    def _is_refused(self) -> bool:
        """Whether something keeps the form from becoming a case; if so it is said."""
        refusals = find_refusals(self._state.form, self._person, self._site.now(), self._site.zone)
        if refusals:
            self._refuse(refusals)
        return bool(refusals)

    def _refuse(self, refusals: tuple[UserError, ...]) -> None:
        self._set(replace(self._state, refusals=refusals, trouble=None))
        self._view.focus_field(place_of(refusals[0]))

    # Settling on the spot

    def begin_settling(self) -> None:
        """Asks what was done for the guest, unless the form can't become a case as it stands."""
        if not (self._state.is_saving or self._state.settling.is_open or self._is_refused()):
            self.pause()  # who the guest is may decide about the band
            self._begin_with_offers()
            self._settler.open()

    def settle(self, settle: Settle) -> None:
        """Opens the case and settles it. One that stands already is only settled."""
        if self._state.is_saving or (not self._state.settling.number and self._is_refused()):
            return
        opening = self._told()
        self._set(replace(self._state, is_saving=True, refusals=(), trouble=None))
        self._settler.perform(opening, settle, self._on_settled, self._on_not_settled)

    def leave_settling(self) -> None:
        """Goes back to the form; a case that stands already is left in the queue."""
        number = self._state.settling.number
        if self._state.is_saving:
            return
        if number:
            self._take_away()
            self._view.on_saved(number)
            self.load_drafts()
        else:
            self._settler.close()

    def _begin_with_offers(self) -> None:
        """What was offered in the conversation stands in the form of settling, where nothing does yet."""
        form = self._state.form
        if form.offers and "remedies" not in dict(form.settling):
            kept = ("remedies", remedies_kept(form.offers, self._site.currency))
            self.change(settling=tuple(sorted((*form.settling, kept))))

    def _on_settled(self, number: str) -> None:
        form, now = self._state.form, self._site.now()
        by = promised_by(form, self._site, now)
        promised = self._view.promised_line(form.promise.strip(), by) if by is not None else ""
        notes = [AddNote(number, note) for note in (*self._notes(form), promised) if note.strip()]
        self._take_away()
        self._view.on_settled(number)
        for note in notes:
            self._doors.add_note(note, lambda _: None, partial(self._on_not_noted, note))
        self.load_drafts()

    def _on_not_noted(self, note: AddNote, failure: Exception) -> None:
        refusal = failure if isinstance(failure, UserError) else UserError("unexpected")
        self._view.on_refused(note.case, (NotNoted(note, refusal),))

    def _on_not_settled(self, failure: Exception) -> None:
        if not self._state.settling.number:
            self._on_not_opened(failure)
            return
        self._keeper.drop()  # it became a case; taken up again it would become a second one
        self._set(replace(self._state, is_saving=False, draft=self._keeper.status))

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
        self._shelf.offer(draft)

    def load_drafts(self, *, offer_newest: bool = False) -> None:
        """Asks for the person's drafts; with ``offer_newest`` the newest is offered where the form is empty."""
        self._shelf.load(lambda: self._keeper.id, offers_newest=lambda: offer_newest and self._state.form.is_blank)

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
        self._shelf.discard(draft, self._view.on_discarded)

    def restore(self, draft: Draft) -> None:
        """Takes back a draft that was thrown away."""
        self._shelf.restore(draft, self.load_drafts)

    # Who, where, and from when on

    def begin(self) -> None:
        """Someone begins to listen: an empty form begins its conversation."""
        if self._state.form.is_blank and not self._state.is_saving:
            self.prepare()
            self._listen()

    def start_for(self, guest: GuestRow) -> None:
        """A new complaint of a guest who is known; what stands in the form is kept as a draft of its own first."""
        state = self._state
        if state.is_saving:
            return
        if state.form.is_blank or state.settling.number:
            self._greet(guest)
        else:
            self._keeper.keep(self._data, lambda: self._greet(guest), anew=True)

    # Inside

    def _put_away(self) -> None:
        self._keeper.leave()
        self._leave()

    def _leave(self) -> None:
        self._clear(recent=self._state.recent)
        self._view.on_parked()
        self.load_drafts()

    def _listen(self) -> None:
        now = self._site.now()
        self._show(self._talker.begun(self._state.form, now, anew=True), began_at=now)

    def _greet(self, guest: GuestRow) -> None:
        self._keeper.leave()
        self._clear(recent=self._state.recent)
        self._listen()
        self.use_guest(guest)
        self.load_drafts()

    def _take_up(self, draft: Draft) -> None:
        now = self._site.now()
        began = now - timedelta(seconds=seconds_of(draft.data))
        form = self._talker.resumed(load_draft(draft.data, self._talker.guide), now)
        form = self._talker.followed(self._talker.begun(form, began), now)
        self._finder.forget()
        self._helper.forget()
        self._settler.close()
        self._keeper.resume(draft, form)
        self._shelf.offer(None)
        self._set(replace(self._state, began_at=began, refusals=(), trouble=None))
        self._fill(form)
        self.pause()
        self.load_drafts()
