"""What a conversation leaves behind: its transcript, and what its answers put into the case (guides.md)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.conversations import TalkAnswer, TalkStep
from desktop.domain.kinds import Flag
from desktop.guides.card import card_of, step_name
from desktop.guides.conversation import Guidance
from desktop.guides.facts import Facts
from desktop.guides.state import Conversation, Given


@dataclass(frozen=True, slots=True)
class Recorded:
    """What an answer puts into a field of the case; ``value`` is a code, or the guest's words."""

    field: str
    value: str
    question: str


def transcript(guidance: Guidance, conversation: Conversation, facts: Facts, now: datetime) -> tuple[TalkStep, ...]:
    """The conversation step by step as it was; a step that lasts still ends ``now``.

    An answer stands at the stay during which it was given last. A parked conversation that was taken up only to be
    saved adds nothing.
    """
    script = guidance.script(conversation)
    rows: list[TalkStep] = []
    for place, visit in enumerate(conversation.visits):
        ended = visit.ended or max(now, visit.began)
        lasts = visit.ended is None
        row = TalkStep(
            step=visit.step,
            name=step_name(script, visit.step),
            said=card_of(script, conversation, facts).say if lasts else visit.said,
            answered=tuple(
                _said(guidance, conversation, facts, given)
                for given in conversation.answers.values()
                if _stay_of(conversation, given) == place
            ),
            emotion=conversation.setting.emotion if lasts else visit.emotion,
            began=visit.began,
            ended=ended,
        )
        if not (rows and rows[-1].step == row.step and not row.length and not row.answered):
            rows.append(row)
    return tuple(rows)


def recorded(guidance: Guidance, conversation: Conversation) -> tuple[Recorded, ...]:
    """What the answers fill in the case, in the order in which they were given last.

    A quick answer without a value of its own fills nothing; flags are told by ``Guidance.flags``.
    """
    return tuple(_recorded(guidance, conversation))


def flags_from_answers(guidance: Guidance, conversation: Conversation) -> frozenset[Flag]:
    """The flags that answers raised and the case doesn't bear yet."""
    return guidance.flags(conversation) - conversation.setting.flags


def _recorded(guidance: Guidance, conversation: Conversation) -> Iterator[Recorded]:
    for given in sorted(conversation.answers.values(), key=lambda one: one.at):
        question = guidance.questions.get(given.question)
        if question is None:  # the site has taken it out of its guide meanwhile; the transcript keeps the answer
            continue
        chosen = question.answer(given.choice)
        value = chosen.value if chosen else given.text.strip()
        if question.record and value:
            yield Recorded(question.record, value, question.id)


def _said(guidance: Guidance, conversation: Conversation, facts: Facts, given: Given) -> TalkAnswer:
    language = conversation.setting.language
    filled = guidance.script(conversation).filler(facts)
    question = guidance.questions.get(given.question)
    chosen = question.answer(given.choice) if question else None
    words = (filled(chosen.text.of(language)) if chosen else given.choice, given.text.strip())
    text = filled(question.text.of(language)) if question else ""
    return TalkAnswer(given.question, text, " · ".join(word for word in words if word), given.at)


def _stay_of(conversation: Conversation, given: Given) -> int:
    """Which stay an answer was given during: the last one at its step that had begun by then."""
    of_step = [place for place, visit in enumerate(conversation.visits) if visit.step == given.step]
    begun = [place for place in of_step if conversation.visits[place].began <= given.at]
    return (begun or of_step or [0])[-1]
