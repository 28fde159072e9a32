"""What the screen shows of a conversation at one moment: the card, the rail, the card turned to the guest."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.kinds import Language
from desktop.guides.facts import Facts
from desktop.guides.kinds import Effect, QuestionKind
from desktop.guides.model import Question
from desktop.guides.script import Script
from desktop.guides.state import Conversation


class Place(StrEnum):
    """Where a part of the rail lies."""

    PAST = "past"
    CURRENT = "current"
    AHEAD = "ahead"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class RailPart:
    """One word of the rail. ``step`` is where a click goes back to; ``inserted``: put in by a branch."""

    step: str
    name: str
    place: Place
    inserted: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it stands on the card: quick answers as (id, word), and what was answered."""

    id: str
    kind: QuestionKind
    text: str
    answers: tuple[tuple[str, str], ...] = ()
    given: str = ""
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Turned:
    """The card that is turned to a guest who speaks another language: the same words in both."""

    en: str
    zh: str
    questions_en: tuple[Asked, ...] = ()
    questions_zh: tuple[Asked, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One step, ready to be shown: plain texts in the desk's language.

    ``wording`` counts from 0 of ``wordings``. ``notes`` say why the card changed, the most urgent first. ``notices``
    may be ticked at any step. ``turned`` is None while the guest speaks the desk's language.
    """

    step: str
    name: str
    goal: str
    say: str
    wording: int
    wordings: int
    is_short: bool
    has_shorter: bool
    questions: tuple[Asked, ...]
    notices: tuple[Asked, ...]
    do: tuple[str, ...]
    dont: tuple[str, ...]
    done_when: str
    record: tuple[str, ...]
    mood_title: str
    hints: tuple[str, ...]
    notes: tuple[str, ...]
    effects: frozenset[Effect]
    turned: Turned | None
    afterwards: bool


def card_of(script: Script, conversation: Conversation, facts: Facts) -> Card:
    """The card of the current step."""
    step, language, filled = script.step, script.situation.language, script.filler(facts)
    wordings = script.wordings(step.id)
    wording = conversation.wordings.get(step.id, 0) % len(wordings)
    stage = script.framework.stage_of(step.id)
    afterwards = stage is not None and stage.afterwards
    emotion = script.situation.emotion
    mood = script.guide.moods[emotion] if emotion is not None else None
    has_shorter = bool(script.shorter(step.id))
    return Card(
        step=step.id,
        name=step_name(script, step.id),
        goal=filled(script.line(step.goal)),
        say=filled(wordings[wording]),
        wording=wording,
        wordings=len(wordings),
        is_short=has_shorter and script.is_short(step.id),
        has_shorter=has_shorter,
        questions=tuple(_asked(script, question, language, filled) for question in script.questions()),
        notices=tuple(_asked(script, question, language, filled) for question in script.notices()),
        do=tuple(filled(line) for line in script.lines(step.do)),
        dont=tuple(filled(line) for line in script.lines(step.dont)),
        done_when=filled(script.line(step.done_when)),
        record=step.record,
        mood_title=filled(mood.title.of(language)) if mood else "",
        hints=tuple(filled(hint) for hint in mood.hints.of(language)) if mood else (),
        notes=tuple(dict.fromkeys(filled(branch.note.of(language)) for branch in script.branches)),
        effects=script.effects,
        turned=_turned(script, facts) if Effect.BILINGUAL_CARD in script.effects and not afterwards else None,
        afterwards=afterwards,
    )


def rail_of(script: Script) -> tuple[RailPart, ...]:
    """The steps in order, those done afterwards without the guest left out until they are reached."""
    conversation, parts = script.conversation, []
    for step in conversation.order:
        stage = script.framework.stage_of(step)
        if stage is not None and stage.afterwards and step not in conversation.reached:
            continue
        parts.append(RailPart(step, step_name(script, step), _place(script, step), inserted=stage is None))
    return tuple(parts)


def step_name(script: Script, step: str) -> str:
    """A step as the rail calls it: by its framework's word, by its own where that word stands for several steps."""
    stage, language = script.framework.stage_of(step), script.situation.language
    if stage is None or len(stage.steps) > 1:
        return script.guide.steps[step].name.of(language)
    return stage.name.of(language)


def _place(script: Script, step: str) -> Place:
    conversation = script.conversation
    if step == conversation.current:
        return Place.CURRENT
    if step in script.skipped:
        return Place.LEFT_OUT
    is_past = conversation.order.index(step) < conversation.order.index(conversation.current)
    if is_past:
        return Place.PAST if step in conversation.reached else Place.LEFT_OUT
    return Place.AHEAD


def _turned(script: Script, facts: Facts) -> Turned:
    card = script.for_the_guest
    # A notice is the clerk's own and never shown to the guest.
    questions = tuple(q for q in script.questions() if q.kind is not QuestionKind.NOTICE)
    own = script.situation.language
    in_en, in_zh = (
        script.filler(facts if language is own else facts.in_another(language), language) for language in Language
    )
    return Turned(
        en=in_en(card.en),
        zh=in_zh(card.zh),
        questions_en=tuple(_asked(script, question, Language.EN, in_en) for question in questions),
        questions_zh=tuple(_asked(script, question, Language.ZH, in_zh) for question in questions),
    )


def _asked(script: Script, question: Question, language: Language, filled: Callable[[str], str]) -> Asked:
    given = script.conversation.answers.get(question.id)
    return Asked(
        id=question.id,
        kind=question.kind,
        text=filled(question.text.of(language)),
        answers=tuple((answer.id, filled(answer.text.of(language))) for answer in question.answers),
        given=given.text if given else "",
        choice=given.choice if given else "",
    )
