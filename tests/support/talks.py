"""Conversations as they might have been, made by hand."""

from datetime import datetime, timedelta

from desktop.domain.conversations import Talk, TalkAnswer, TalkStep
from desktop.domain.kinds import Language
from tests.support.clock import EVENING

_STEPS = {
    Language.EN: (
        ("listen", "Listen", "I’m listening, Ms Tan. Please tell me what happened, from the beginning.", 4, 72),
        ("safety", "Safety", "Thank you for telling me. My colleague is with us now.", 3, 95),
        ("apologise", "Apologise", "I’m sorry that you waited for forty-three minutes in a wet room.", 3, 61),
        ("agree", "Agree", "Room 1615 is ready by ten, and I carry your bags myself.", 1, 144),
    ),
    Language.ZH: (
        ("listen", "倾听", "陈女士，您请讲，从头说起，我在听。", 4, 72),
        ("safety", "安全", "谢谢您告诉我。我的同事马上过来，我们一起陪着您。", 3, 95),
        ("apologise", "致歉", "让您在湿漉漉的房间里等了四十三分钟，真的很抱歉。", 3, 61),
        ("agree", "约定", "十点前 1615 房准备好，行李我亲自给您送过去。", 1, 144),
    ),
}
_ANSWERS = {
    Language.EN: (("What happened?", "It drips on the floor, and my son slipped."), ("Is anyone hurt?", "Yes")),
    Language.ZH: (("发生了什么事？", "空调滴水，地板湿了，我儿子滑倒了。"), ("有人受伤吗？", "有")),
}


def a_talk(language: Language = Language.EN, at: datetime = EVENING, by: str = "") -> Talk:
    """A conversation of 6 minutes and 12 seconds in four steps, with two answers at the first; it began ``at``."""
    steps = []
    for code, name, said, emotion, seconds in _STEPS[language]:
        ended = at + timedelta(seconds=seconds)
        steps.append(TalkStep(code, name, said, _answers(language, at) if not steps else (), emotion, at, ended))
        at = ended
    return Talk("learn", language, tuple(steps), by)


def _answers(language: Language, at: datetime) -> tuple[TalkAnswer, ...]:
    asked = (("what", 30), ("hurt", 50))
    return tuple(
        TalkAnswer(question, text, answer, at + timedelta(seconds=after))
        for (question, after), (text, answer) in zip(asked, _ANSWERS[language], strict=True)
    )
