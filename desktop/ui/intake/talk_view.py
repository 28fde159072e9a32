"""One moment of a conversation made ready for the screen: the card once, its times anew every second."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.domain.kinds import Language
from desktop.guides.card import Card, RailPart, rail_of, step_name
from desktop.guides.conversation import Guidance
from desktop.guides.facts import Facts, spoken_name
from desktop.guides.state import Conversation
from desktop.ui.conversation.state import ConversationState, PromiseDay, PromiseTyped
from desktop.ui.intake.form import TOMORROW, Form


@dataclass(frozen=True, slots=True)
class Spoken:
    """What of the screen doesn't change while the conversation stands where it stands."""

    conversation: Conversation
    card: Card
    rail: tuple[RailPart, ...]
    guest_words: str
    next_name: str
    can_go_back: bool
    framework_name: str

    def shown(
        self, form: Form, now: datetime, offered: tuple[str, ...], promise_error: str, *, may_talk: bool
    ) -> ConversationState:
        """The state of the screen at the moment ``now`` (aware)."""
        talk, card = self.conversation, self.card
        day: PromiseDay = "tomorrow" if form.promise_day == TOMORROW else "today"
        return ConversationState(
            card=card,
            rail=self.rail,
            emotion=form.emotion,
            guest_words=self.guest_words,
            step_time=talk.time_at(talk.current, now),
            total=talk.time_in_all(now),
            peak=peak_of(talk),
            next_name=self.next_name,
            can_go_back=self.can_go_back,
            promise=PromiseTyped(form.promise, day, form.promise_clock) if "promise" in card.record else None,
            promise_error=promise_error,
            offered=offered,
            framework_name=self.framework_name,
            may_talk=may_talk,
        )


def spoken_at(guidance: Guidance, talk: Conversation, facts: Facts, language: Language) -> Spoken:
    """Words the card of the current step."""
    script, card = guidance.script(talk), guidance.card(talk, facts)
    name, following = spoken_name(facts.name, facts.honorific, language), guidance.next_step(talk)
    return Spoken(
        conversation=talk,
        card=card,
        rail=rail_of(script),
        guest_words=name if name and name in card.say else "",
        next_name=step_name(script, following) if following else "",
        can_go_back=guidance.step_before(talk) is not None,
        framework_name=script.framework.name.of(language),
    )


def peak_of(talk: Conversation) -> tuple[int, timedelta] | None:
    """The worst mood so far and when it began, without the time that the conversation was parked."""
    worst = talk.peak_before_now()
    if worst is None:
        return None
    spans = (min(visit.ended or worst.at, worst.at) - visit.began for visit in talk.visits)
    return worst.emotion, sum((max(span, timedelta()) for span in spans), timedelta())
