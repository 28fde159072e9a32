"""The conversation in which a case was told, as one line of its timeline. No Qt."""

from collections.abc import Iterator

from desktop.domain.conversations import Talk, TalkStep
from desktop.domain.kinds import Language
from desktop.ui.case.story_values import Teller
from desktop.ui.case.told import Told
from desktop.words.plain import plain
from desktop.words.talks import framework_name, talk_time

_NAME = 120  #: characters of a step's name
_DASH = {Language.EN: " – ", Language.ZH: "——"}


def tell_talk(talk: Talk, teller: Teller) -> Told:
    """What was said, answered and felt, step by step, in the words in which it was recorded."""
    words = teller.words
    title = words.sentence(
        "story_talk",
        length=talk_time(talk.length),
        framework=framework_name(talk.framework, words),
        name=teller.name(talk.by),
    )
    text: list[str] = []
    headings: list[int] = []
    for step in talk.steps:
        text += [""] if text else []
        headings.append(len(text))
        text.append(_heading(step, teller))
        text += _paragraphs(step, words.language)
    return Told(title, "\n".join(text), "message-square", "accent", "guest", tuple(headings))


def _heading(step: TalkStep, teller: Teller) -> str:
    """``Listen · 1:12 · mood: Angry``."""
    mood = teller.words.sentence("story_talk_mood", emotion=step.emotion) if step.emotion is not None else ""
    parts = (plain(step.name, _NAME) or plain(step.step, _NAME), talk_time(step.length), mood)
    return " · ".join(part for part in parts if part)


def _paragraphs(step: TalkStep, language: Language) -> Iterator[str]:
    """What the card said, in quotes, and each question with its answer; no empty paragraph among them."""
    said = "\n".join(_broken(step.said))
    yield from _broken(f"“{said}”") if said else []
    for answer in step.answered:
        question = plain(answer.text or answer.question, len(answer.text) + _NAME)
        yield from _broken(f"{question}{_DASH[language]}{answer.answer.strip()}")


def _broken(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]
