"""A conversation as plain data for a draft, and back: parked at one hour, taken up at another."""

from datetime import datetime
from typing import Any

from desktop.domain.guide_settings import WordingStyle
from desktop.domain.kinds import Channel, Flag, Language
from desktop.errors import UserError
from desktop.guides.model import Guide
from desktop.guides.state import Conversation, Feeling, Given, Setting, Visit

_FORM = 1  #: of these data


def conversation_data(conversation: Conversation) -> dict[str, Any]:
    """The conversation as JSON holds it; times in ISO form with their offset."""
    setting = conversation.setting
    return {
        "form": _FORM,
        "framework": conversation.framework,
        "order": list(conversation.order),
        "current": conversation.current,
        "finished": conversation.finished,
        "setting": {
            "emotion": setting.emotion,
            "flags": sorted(setting.flags),
            "category": setting.category,
            "channel": setting.channel.value,
            "language": setting.language.value,
            "guest_language": setting.guest_language,
            "known": sorted(setting.known),
            "style": setting.style.value,
        },
        "visits": [
            [v.step, v.began.isoformat(), v.ended.isoformat() if v.ended else None, v.emotion, v.said]
            for v in conversation.visits
        ],
        "feelings": [[feeling.emotion, feeling.at.isoformat()] for feeling in conversation.feelings],
        "answers": [[g.question, g.step, g.at.isoformat(), g.text, g.choice] for g in conversation.answers.values()],
        "wordings": dict(conversation.wordings),
        "short": dict(conversation.short),
    }


def read_conversation(data: dict[str, Any], guide: Guide) -> Conversation:
    """The conversation in a draft's data.

    Raises ``UserError``: ``conversation_unreadable`` where the data are of another form, or the guide no longer has
    its steps.
    """
    try:
        conversation = _read(data)
        steps = {*conversation.order, conversation.current, *conversation.reached}
    except (KeyError, TypeError, ValueError, IndexError):
        raise UserError("conversation_unreadable", "conversation") from None
    if conversation.framework not in guide.frameworks or not steps <= guide.steps.keys():
        raise UserError("conversation_unreadable", "conversation")
    if conversation.current not in conversation.order or not conversation.visits:
        raise UserError("conversation_unreadable", "conversation")
    return conversation


def _read(data: dict[str, Any]) -> Conversation:
    if data["form"] != _FORM:
        raise ValueError(data["form"])
    answers = [Given(q, step, _time(at), text, choice) for q, step, at, text, choice in data["answers"]]
    return Conversation(
        framework=data["framework"],
        order=tuple(data["order"]),
        current=data["current"],
        setting=_setting(data["setting"]),
        visits=tuple(
            Visit(step, _time(began), _time(ended) if ended else None, emotion, said)
            for step, began, ended, emotion, said in data["visits"]
        ),
        feelings=tuple(Feeling(emotion, _time(at)) for emotion, at in data["feelings"]),
        answers={given.question: given for given in answers},
        wordings=dict(data["wordings"]),
        short=dict(data["short"]),
        finished=bool(data["finished"]),
    )


def _setting(data: dict[str, Any]) -> Setting:
    return Setting(
        emotion=data["emotion"],
        flags=frozenset(Flag(flag) for flag in data["flags"]),
        category=data["category"],
        channel=Channel(data["channel"]),
        language=Language(data["language"]),
        guest_language=data["guest_language"],
        known=frozenset(data["known"]),
        style=WordingStyle(data.get("style", WordingStyle.FULL)),  # drafts of earlier versions say none
    )


def _time(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(text)
    return at
