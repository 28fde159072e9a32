"""What the centre column of the conversation shows, and what a person changes there."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from desktop.guides.card import Card, RailPart

PromiseDay = Literal["today", "tomorrow"]


@dataclass(frozen=True, slots=True)
class PromiseTyped:
    """What is promised and by when, as it stands in the fields. ``clock`` is local time as typed, such as 22:30."""

    text: str = ""
    day: PromiseDay = "today"
    clock: str = ""


@dataclass(frozen=True, slots=True)
class ConversationState:
    """One moment of the conversation, ready to be painted.

    ``guest_words`` is the guest's spoken name as it stands in ``card.say``, "" for none. ``step_time`` and ``total``
    are the time at this step and in all. ``peak`` is the worst emotion (0–4) and the moment since the beginning, None
    while nothing was worse than now. ``next_name`` is "" at the last step. ``promise`` is shown where the step records
    one; ``offered`` are the words of what is offered so far. ``may_talk`` is False while the case is being saved.
    """

    card: Card
    rail: tuple[RailPart, ...]
    emotion: int | None = None
    guest_words: str = ""
    step_time: timedelta = timedelta()
    total: timedelta = timedelta()
    peak: tuple[int, timedelta] | None = None
    next_name: str = ""
    can_go_back: bool = False
    promise: PromiseTyped | None = None
    promise_error: str = ""
    offered: tuple[str, ...] = ()
    framework_name: str = ""
    may_talk: bool = True
