"""A conversation through the small guide, moved in one line; what the tests of conversations share."""

from dataclasses import replace

from desktop.guides.card import Card
from desktop.guides.facts import Facts
from desktop.guides.state import Conversation, Setting
from tests.guides.example import NINE, after, guidance

GUIDE = guidance()
CALM = Setting(emotion=1, category="H01-1")
NOBODY = Facts()
MS_TAN = Facts(name="Tan Wei Ling", honorific="ms")


def begun(setting: Setting = CALM, framework: str = "default") -> Conversation:
    """A conversation at nine, at its first step."""
    return GUIDE.begin(setting, NINE, framework)


def turned(conversation: Conversation, minutes: float = 1, **changes: object) -> Conversation:
    """The same some minutes after nine, in a changed setting."""
    setting = replace(conversation.setting, **changes)  # type: ignore[arg-type]  # whatever a test wants to change
    return GUIDE.turn(conversation, setting, NOBODY, after(minutes))


def forward(conversation: Conversation, times: int = 1) -> Conversation:
    """The same some steps further."""
    for _ in range(times):
        conversation = GUIDE.forward(conversation, NOBODY, after(1))
    return conversation


def card(conversation: Conversation, facts: Facts = NOBODY) -> Card:
    """What the screen shows of it."""
    return GUIDE.card(conversation, facts)
