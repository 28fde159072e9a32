"""The little language in which a branch or a wording says when it applies: data, no expressions (guides.md)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.kinds import Channel, Flag, Language
from desktop.guides.kinds import Mode, Spoken, mode_of


@dataclass(frozen=True, slots=True)
class Situation:
    """What rules may read of a conversation at one moment.

    ``peak`` is the highest emotion so far; ``answers`` hold the chosen quick answer by question.
    """

    emotion: int | None = None
    peak: int | None = None
    flags: frozenset[Flag] = frozenset()
    category: str = ""
    channel: Channel = Channel.COUNTER
    language: Language = Language.EN  #: the desk's
    guest_language: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def mode(self) -> Mode:
        """Spoken at the counter, on the phone, or written."""
        return mode_of(self.channel)

    @property
    def speaks_another(self) -> bool:
        """Whether the guest is known to speak another language than the desk does."""
        return bool(self.guest_language) and primary(self.guest_language) != self.language.value

    @property
    def fallen(self) -> int:
        """Levels by which the emotion lies below its peak."""
        return 0 if self.emotion is None or self.peak is None else self.peak - self.emotion


def primary(language: str) -> str:
    """The language itself of a tag: ``zh`` of ``zh-Hans-CN``."""
    return language.replace("_", "-").partition("-")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class EmotionRule:
    """Bounds of the emotion, 0–4; what is None is not asked. ``fell`` counts levels below the peak."""

    at_least: int | None = None
    at_most: int | None = None
    fell: int | None = None

    def holds(self, situation: Situation) -> bool:
        """Whether the emotion is rated and lies within the bounds."""
        emotion = situation.emotion
        return (
            emotion is not None
            and (self.at_least is None or emotion >= self.at_least)
            and (self.at_most is None or emotion <= self.at_most)
            and (self.fell is None or situation.fallen >= self.fell)
        )


@dataclass(frozen=True, slots=True)
class Condition:
    """All that is given must hold; of a list, one entry, of ``none`` not one. One without anything always holds."""

    emotion: EmotionRule | None = None
    flags: frozenset[Flag] = frozenset()
    category: frozenset[str] = frozenset()
    language: frozenset[Spoken] = frozenset()
    channel: frozenset[Mode] = frozenset()
    answers: tuple[tuple[str, frozenset[str]], ...] = ()
    any: tuple["Condition", ...] = ()
    none: tuple["Condition", ...] = ()

    def holds(self, situation: Situation) -> bool:
        """Whether the condition is met in this situation."""
        return all(
            (
                self.emotion is None or self.emotion.holds(situation),
                not self.flags or not self.flags.isdisjoint(situation.flags),
                not self.category or not self.category.isdisjoint(_levels(situation.category)),
                not self.language or _speaks(self.language, situation),
                not self.channel or situation.mode in self.channel,
                all(situation.answers.get(question) in wanted for question, wanted in self.answers),
                not self.any or any(one.holds(situation) for one in self.any),
                not any(one.holds(situation) for one in self.none),
            )
        )


def _levels(category: str) -> tuple[str, str]:
    return category, category.partition("-")[0]


def _speaks(wanted: frozenset[Spoken], situation: Situation) -> bool:
    by_sameness = Spoken.OTHER if situation.speaks_another else Spoken.SAME
    return by_sameness in wanted or primary(situation.guest_language or situation.language) in wanted
