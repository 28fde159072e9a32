"""The closed lists that a guide may name: modes, effects, fields of the case, placeholders."""

from enum import StrEnum

from desktop.domain.kinds import Channel


class Mode(StrEnum):
    """How one speaks with the guest: the same steps are worded for each (guides.md, Branches)."""

    COUNTER = "counter"
    PHONE = "phone"
    WRITTEN = "written"


_SPOKEN = {Channel.COUNTER: Mode.COUNTER, Channel.PHONE: Mode.PHONE, Channel.HOTLINE: Mode.PHONE}


def mode_of(channel: Channel) -> Mode:
    """The wording that a channel asks for; whatever is not spoken is written."""
    return _SPOKEN.get(channel, Mode.WRITTEN)


class QuestionKind(StrEnum):
    """Asked with an open end, asked with quick answers, or seen by the clerk and ticked without asking."""

    OPEN = "open"
    CLOSED = "closed"
    NOTICE = "notice"


class Effect(StrEnum):
    """What a branch changes beside the words."""

    SECOND_PERSON = "second_person"
    CALL_MANAGER = "call_manager"
    NO_BARGAINING = "no_bargaining"
    HELP_FIRST = "help_first"
    REGRET_ONLY = "regret_only"  #: no words on fault, responsibility is not spoken of
    RIGHTS_CARD = "rights_card"
    BILINGUAL_CARD = "bilingual_card"
    SHORTER = "shorter"  #: the shorter wordings first


class Spoken(StrEnum):
    """Whose language a rule reads: the desk's own or another; or one by name."""

    SAME = "same"
    OTHER = "other"
    EN = "en"
    ZH = "zh"


EMOTIONS = range(5)  #: calm to furious (domain.md 4)

#: Fields of the case that a step may fill (interfaces.md: open, assess, propose, close).
_FIELDS = """
    text name honorific phone email room reference place problem_date expected actual gap wants hurt category severity
    scope time_pressure emotion flags cause impact nature remedies solution beyond_expectation prevention promise note
    emotion_at_close root_cause lesson
"""
FIELDS = frozenset(_FIELDS.split())

#: Placeholders that have neutral words: they may stand anywhere in a sentence.
NEUTRAL = frozenset(["manager", "regulator", "happened", "regret", "change", "option_a", "option_b", "promise"])
#: Placeholders without neutral words: they stand in an optional part, ``[, {guest}]``.
OPTIONAL = frozenset(
    ["guest", "staff", "room", "place", "when", "by", "date", "number", "phone", "category", "responsibility"]
)
#: Placeholders that only apologies know; there they are always known where the sentence is used.
IN_APOLOGIES = frozenset(["guest", "remedies", "prevention"])
