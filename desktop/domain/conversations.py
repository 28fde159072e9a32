"""A conversation with the guest as it was: what was said at each step, what was answered, how it felt (guides.md)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.domain.kinds import Language
from desktop.domain.texts import check_line, check_text

MOST_STEPS = 500  #: stays at steps that are kept of one conversation


@dataclass(frozen=True, slots=True)
class TalkAnswer:
    """A question and what was answered, as plain texts in the desk's language. ``at`` is aware."""

    question: str
    text: str
    answer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TalkStep:
    """One stay at a step of the guide: its code and its name then, what the card showed, and what came of it.

    ``emotion`` is 0–4 as it stood at the end, None where nobody rated it. Times are aware.
    """

    step: str
    name: str
    said: str
    answered: tuple[TalkAnswer, ...]
    emotion: int | None
    began: datetime
    ended: datetime

    @property
    def length(self) -> timedelta:
        """How long it lasted; never below zero."""
        return max(self.ended - self.began, timedelta(0))


@dataclass(frozen=True, slots=True)
class Talk:
    """A whole conversation, step by step. ``by`` is the login of who led it, empty before it is kept."""

    framework: str
    language: Language
    steps: tuple[TalkStep, ...]
    by: str = ""

    @property
    def length(self) -> timedelta:
        """How long it lasted, without the time it was parked."""
        return sum((step.length for step in self.steps), timedelta(0))

    @property
    def began(self) -> datetime | None:
        """When it began."""
        return self.steps[0].began if self.steps else None

    @property
    def peak(self) -> int | None:
        """The highest emotion that a step ended with."""
        return max((step.emotion for step in self.steps if step.emotion is not None), default=None)


def check_talk(talk: Talk) -> None:
    """Refuses texts that cannot be stored (trust.md, Text from outside).

    Raises ``UserError``: ``too_long``, ``bad_characters``.
    """
    for step in talk.steps[:MOST_STEPS]:
        _check((step.step, step.name), lines=True)
        _check((step.said,), lines=False)
        for answer in step.answered:
            _check((answer.question,), lines=True)
            _check((answer.text, answer.answer), lines=False)


def _check(texts: Iterable[str], *, lines: bool) -> None:
    for text in texts:
        (check_line if lines else check_text)(text, "talk")
