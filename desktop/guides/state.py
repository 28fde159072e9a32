"""A conversation as one frozen value: where it stands, what was answered, how long each step took."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from desktop.domain.guide_settings import WordingStyle
from desktop.domain.kinds import Channel, Flag, Language


@dataclass(frozen=True, slots=True)
class Setting:
    """What the screen knows and may change at any moment; no change of it loses an answer.

    ``known`` names the fields of the case that are filled already, so that nothing is asked twice.
    """

    emotion: int | None = None
    flags: frozenset[Flag] = frozenset()
    category: str = ""
    channel: Channel = Channel.COUNTER
    language: Language = Language.EN  #: the desk's
    guest_language: str = ""
    known: frozenset[str] = frozenset()
    style: WordingStyle = WordingStyle.FULL  #: which wording comes first


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: the words written or the quick answer chosen, in which step and when (aware)."""

    question: str
    step: str
    at: datetime
    text: str = ""
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """One stay at a step. ``said`` is what the card showed last; times are aware, ``ended`` None while it lasts.

    A parked conversation has no open visit.
    """

    step: str
    began: datetime
    ended: datetime | None = None
    emotion: int | None = None
    said: str = ""

    def length(self, now: datetime) -> timedelta:
        """How long it lasted, or has lasted until ``now``; never below zero, even when a clock jumped back."""
        return max((self.ended or now) - self.began, timedelta(0))


@dataclass(frozen=True, slots=True)
class Feeling:
    """The emotion was rated, 0–4, at a moment (aware)."""

    emotion: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Conversation:
    """Where a conversation stands. Equal values look the same on the card.

    ``order`` holds the steps as they come, with those that branches put in; ``wordings`` say which wording F4 has
    come to, ``short`` at which steps the shorter one was asked for (False: the long one, where the site or a branch
    would shorten it).
    """

    framework: str
    order: tuple[str, ...]
    current: str
    setting: Setting
    visits: tuple[Visit, ...] = ()
    feelings: tuple[Feeling, ...] = ()
    answers: Mapping[str, Given] = field(default_factory=dict)
    wordings: Mapping[str, int] = field(default_factory=dict)
    short: Mapping[str, bool] = field(default_factory=dict)
    finished: bool = False

    @property
    def reached(self) -> frozenset[str]:
        """The steps that were on the card at least once."""
        return frozenset(visit.step for visit in self.visits)

    @property
    def is_running(self) -> bool:
        """Whether its time is counted: neither parked nor finished."""
        return bool(self.visits) and self.visits[-1].ended is None

    @property
    def peak(self) -> int | None:
        """The highest emotion so far."""
        return max((feeling.emotion for feeling in self.feelings), default=None)

    def time_at(self, step: str, now: datetime) -> timedelta:
        """How long a step has been on the card, all visits together."""
        return sum((visit.length(now) for visit in self.visits if visit.step == step), timedelta(0))

    def time_in_all(self, now: datetime) -> timedelta:
        """How long the conversation has lasted, without the time it was parked."""
        return sum((visit.length(now) for visit in self.visits), timedelta(0))

    def peak_before_now(self) -> Feeling | None:
        """The first moment of the highest emotion, where the emotion has changed since: 'Was Furious at 02:10'."""
        if not self.feelings or self.peak == self.setting.emotion:
            return None
        return next(feeling for feeling in self.feelings if feeling.emotion == self.peak)
