"""What a person does in the conversation: one step on or back, another wording, an answer, a promise. Without Qt."""

from desktop.domain.commands import RemedyOffer
from desktop.domain.past_help import RemedyIdea
from desktop.ui.conversation.state import PromiseTyped
from desktop.ui.formats import clock_time
from desktop.ui.intake.conversing import BACK, FORWARD, REWORD, SHORTEN, Move
from desktop.ui.intake.form import Form
from desktop.ui.intake.form_presenter import FormPresenter
from desktop.words import Words


class TalkPresenter(FormPresenter):
    """The form with its conversation. Nothing moves while the case is being saved, or once it stands."""

    def go_on(self) -> None:
        """The next step."""
        self._move(FORWARD)

    def go_back(self) -> None:
        """The step before."""
        self._move(BACK)

    def go_to(self, step: str) -> None:
        """A step that was on the card before."""
        self._move(lambda guidance, talk, facts, at: guidance.go_back_to(talk, step, facts, at))

    def reword(self) -> None:
        """Another wording of the card."""
        self._move(REWORD)

    def shorten(self) -> None:
        """The shorter wording, or the long one again."""
        self._move(SHORTEN)

    def answer(self, question: str, text: str, choice: str) -> None:
        """Keeps an answer, and what it says of the case; an empty one takes the answer back."""
        if self._may_talk:
            self._take(self._talker.answered(self._state.form, question, text, choice, self._site.now()))

    def promise(self, promise: PromiseTyped) -> None:
        """Takes what is promised, and by when."""
        self.change(promise=promise.text, promise_day=promise.day, promise_clock=promise.clock)

    def show_promise(self) -> None:
        """Goes to the step where the promise stands."""
        self._take(self._talker.at_promise(self._state.form, self._site.now()))

    # What is offered, and who is told

    def add_offer(self, idea: RemedyIdea) -> None:
        """Offers something to the guest; above the person's authority it waits for an approval once it is saved."""
        offer = RemedyOffer(idea.kind, idea.amount, idea.note)
        self.change(offers=(*self._state.form.offers, offer))

    def take_back_offer(self, place: int) -> None:
        """Takes an offer off again; ``place`` counts from 0."""
        offers = self._state.form.offers
        self.change(offers=offers[:place] + offers[place + 1 :])

    def tell_manager(self) -> None:
        """Notes that whoever is on duty was told of it just now."""
        now, form = self._site.now().astimezone(self._site.zone), self._state.form
        clocks = f"{form.told_clock} {clock_time(now)}".strip()
        self.change(told=self._state.manager, told_clock=clocks, told_of=form.flags)

    def use_words(self, words: Words) -> None:
        """Another language: the card is worded anew. What was typed stays."""
        self._talker.use_words(words)
        self._show(self._state.form)

    # Inside

    @property
    def _may_talk(self) -> bool:
        return not (self._state.is_saving or self._state.settling.number)

    def _move(self, move: Move) -> None:
        if self._may_talk:
            self._take(self._talker.moved(self._state.form, move, self._site.now()))

    def _take(self, form: Form) -> None:
        before = self._state.form
        if form is before:
            return
        filled = (form.text, form.expected, form.actual) != (before.text, before.expected, before.actual)
        self._show_changed(form, filled=self._state.filled + filled)
