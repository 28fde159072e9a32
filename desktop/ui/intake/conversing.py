"""The conversation beside the form: the guide leads it, the form tells it what is known, its answers go into the form.

Without Qt. The form bears the conversation; the talker turns one form into the next.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.domain.conversations import Talk
from desktop.domain.kinds import Flag
from desktop.domain.people import Person
from desktop.errors import UserError
from desktop.guides.conversation import Guidance
from desktop.guides.facts import Facts
from desktop.guides.model import Guide
from desktop.guides.state import Conversation
from desktop.guides.structure import DEFAULT
from desktop.ui.conversation.state import ConversationState
from desktop.ui.intake.doors import Doors, Leading
from desktop.ui.intake.form import Form, with_links
from desktop.ui.intake.recording import changes_by_answers, flags_of
from desktop.ui.intake.state import IntakeState
from desktop.ui.intake.surroundings import Site
from desktop.ui.intake.talk_facts import facts_of, offer_words, setting_of
from desktop.ui.intake.talk_record import talk_of
from desktop.ui.intake.talk_view import Spoken, spoken_at
from desktop.words import Words

Move = Callable[[Guidance, Conversation, Facts, datetime], Conversation]

FORWARD: Move = Guidance.forward
BACK: Move = Guidance.back
REWORD: Move = Guidance.another_wording
SHORTEN: Move = Guidance.toggle_shorter


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the card was made of last."""

    conversation: Conversation
    facts: Facts
    offered: tuple[str, ...]
    spoken: Spoken


class Talker:
    """Begins, moves and finishes conversations. ``told`` is called when the desk has said how it leads them."""

    def __init__(self, doors: Doors, site: Site, person: Person, words: Words, told: Callable[[], None]) -> None:
        self._doors, self._site, self._person, self._words, self._told = doors, site, person, words, told
        self._leading: Leading | None = None
        self._offered: Leading | None = None  # what the desk said since; conversations that run go on as they began
        self._waiting: Conversation | None = None  # stands on the card until somebody listens
        self._seen: _Seen | None = None
        self.manager = ""  #: who is on duty

    # How conversations are led

    def ask(self) -> None:
        """Asks how the desk leads its conversations now; without an answer one takes the complaint without a guide."""
        self._doors.leading(self._on_leading, lambda _: self._told())

    def use_words(self, words: Words) -> None:
        """Another language: what is on the card is worded anew."""
        self._words, self._waiting, self._seen = words, None, None

    @property
    def guide(self) -> Guide | None:
        """The guide that conversations follow; None until the desk has said it."""
        return self._leading.guidance.guide if self._leading else None

    @property
    def is_outdated(self) -> bool:
        """Whether the desk leads its conversations another way by now than the last one that began."""
        return self._offered is not None and self._offered != self._leading

    def _on_leading(self, leading: Leading) -> None:
        self._offered = leading
        if self._leading is None:
            self._leading = leading
        self._told()

    # From one form to the next

    def begun(self, form: Form, at: datetime, *, anew: bool = False) -> Form:
        """The form with a conversation that began ``at``; the one that it has goes on, unless it is begun ``anew``."""
        if form.conversation is not None and not anew:
            return form
        if self._offered is not None:
            self._leading = self._offered
        if self._leading is None:
            return form
        return replace(form, conversation=self._fresh(self._leading, form, at))

    def followed(self, form: Form, at: datetime) -> Form:
        """The form with its conversation turned to what the form says: mood, risks, category, what is known."""
        leading, talk = self._leading, form.conversation
        if leading is None or talk is None:
            return form
        setting = setting_of(form, self._words, leading.settings.style)
        if setting == talk.setting:
            return form
        return replace(form, conversation=leading.guidance.turn(talk, setting, self._facts(form, at), at))

    def moved(self, form: Form, move: Move, at: datetime) -> Form:
        """The form after a move. The first step beyond the beginning, face to face or by phone, acknowledges it."""
        form = self.followed(self.begun(form, at), at)
        leading, talk = self._leading, form.conversation
        if leading is None or talk is None:
            return form
        after = move(leading.guidance, talk, self._facts(form, at), at)
        goes_on = _is_past_first(leading.guidance, after) and not _is_past_first(leading.guidance, talk)
        on_the_spot = form.on_the_spot or (goes_on and form.takes_on_the_spot)
        return replace(form, conversation=after, on_the_spot=on_the_spot)

    def answered(self, form: Form, question: str, text: str, choice: str, at: datetime) -> Form:
        """The form with an answer, and what the answer says in its fields; an empty one takes the answer back."""
        form = self.followed(self.begun(form, at), at)
        leading, talk = self._leading, form.conversation
        if leading is None or talk is None:
            return form
        guidance, facts = leading.guidance, self._facts(form, at)
        after = guidance.answer(talk, question, facts, at, text=text, choice=choice)
        changes = changes_by_answers(form, guidance, talk, after)
        return with_links(replace(form, conversation=after, **changes), changes)  # type: ignore[arg-type]  # names and values of ``Form``

    def without(self, form: Form, flags: frozenset[Flag], at: datetime) -> Form:
        """The form with the answers taken back that raised ``flags``: somebody took those down by hand."""
        leading, talk = self._leading, form.conversation
        if leading is None or talk is None or not flags:
            return form
        raised = [question for question, flag in flags_of(leading.guidance, talk).items() if flag in flags]
        for question in raised:
            talk = leading.guidance.answer(talk, question, self._facts(form, at), at)
        return replace(form, conversation=talk) if raised else form

    def at_promise(self, form: Form, at: datetime) -> Form:
        """The form at the step where the promise is written down, where the conversation was there already."""
        leading, talk = self._leading, form.conversation
        if leading is None or talk is None:
            return form
        steps = leading.guidance.guide.steps
        if "promise" in steps[talk.current].record:
            return form
        step = next((step for step in talk.order if step in talk.reached and "promise" in steps[step].record), "")
        return self.moved(form, lambda guidance, one, facts, now: guidance.go_back_to(one, step, facts, now), at)

    # Parked, taken up again, and finished

    def parked(self, form: Form, at: datetime) -> Form:
        """The form as its draft has it: the conversation's time stands still."""
        leading, talk = self._leading, form.conversation
        if leading is None or talk is None:
            return form
        return replace(form, conversation=leading.guidance.park(talk, self._facts(form, at), at))

    def resumed(self, form: Form, at: datetime) -> Form:
        """The form of a draft with its time running on."""
        leading, talk = self._leading, form.conversation
        if leading is None or talk is None:
            return form
        return replace(form, conversation=leading.guidance.resume(talk, self._facts(form, at), at))

    def talk(self, form: Form, at: datetime) -> Talk | None:
        """What the conversation leaves with the case, finished ``at``; None where there was none."""
        if self._leading is None or form.conversation is None:
            return None
        return talk_of(self._leading.guidance, form.conversation, self._facts(form, at), at)

    # On the screen

    def shown(self, state: IntakeState) -> ConversationState | None:
        """What the screen shows of the conversation in this state; None where nothing leads one."""
        leading, form, now = self._leading, state.form, state.now
        if leading is None:
            return None
        talk = form.conversation or self._before(leading, form, now)
        facts = self._facts(form, now)
        offered = tuple(offer_words(offer, self._site.currency, self._words) for offer in form.offers)
        seen = self._seen
        if seen is None or seen.conversation is not talk or seen.facts != facts or seen.offered != offered:
            seen = self._seen = _Seen(
                talk, facts, offered, spoken_at(leading.guidance, talk, facts, self._words.language)
            )
        refusal = state.refusal_at("promise") or state.refusal_at("due")
        return seen.spoken.shown(form, now, offered, self._error(refusal), may_talk=not state.is_saving)

    def _error(self, refusal: UserError | None) -> str:
        return self._words.error(refusal) if refusal is not None else ""

    def _before(self, leading: Leading, form: Form, at: datetime) -> Conversation:
        """What stands on the card while nobody listens yet: the first step, without its time."""
        setting = setting_of(form, self._words, leading.settings.style)
        if self._waiting is None or self._waiting.setting != setting:
            fresh = self._fresh(leading, form, at)
            self._waiting = leading.guidance.park(fresh, self._facts(form, at), at)
        return self._waiting

    def _fresh(self, leading: Leading, form: Form, at: datetime) -> Conversation:
        frameworks = leading.guidance.guide.frameworks
        framework = leading.settings.framework if leading.settings.framework in frameworks else DEFAULT
        return leading.guidance.begin(setting_of(form, self._words, leading.settings.style), at, framework)

    def _facts(self, form: Form, at: datetime) -> Facts:
        return facts_of(form, self._site, self._person, self.manager, self._words, at)


def _is_past_first(guidance: Guidance, talk: Conversation) -> bool:
    steps = guidance.guide.frameworks[talk.framework].steps
    return not talk.reached.isdisjoint(steps[1:])
