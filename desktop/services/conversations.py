"""The transcript of a conversation, kept with its case and read again (guides.md).

Answers and texts of a transcript are not in the search index: a case is found by what the guest said, not by what a
card suggested to say. By plain statements, since the guest waits for the recording (performance.md).
"""

import json
from collections.abc import Iterator
from typing import Any

from desktop.domain.conversations import MOST_STEPS, Talk, TalkAnswer, TalkStep
from desktop.domain.kinds import Language
from desktop.models.base import moment, seconds
from desktop.models.driver import Driver, Insertion
from desktop.models.talk import ConversationStep

_STEPS = Insertion(ConversationStep)
_TALK = """SELECT framework, language, step, name, said, answered, emotion, began, ended, "by" FROM conversation_steps
WHERE case_id = ? ORDER BY place"""


def keep_talk(driver: Driver, case_id: int, talk: Talk, login: str) -> None:
    """Stores the steps of a checked conversation, the first ``MOST_STEPS``, in the caller's transaction."""
    _STEPS.run_many(driver, _rows(case_id, talk, login))


def read_talk(driver: Driver, case_id: int) -> Talk | None:
    """The conversation in which a case was told; None where none was kept."""
    rows = driver.execute(_TALK, (case_id,)).fetchall()
    if not rows:
        return None
    framework, language, *_, by = rows[0]
    return Talk(framework, Language(language), tuple(_step(row) for row in rows), by)


def talk_told(talk: Talk) -> list[int]:
    """What the history tells of a conversation: how many steps, and how many seconds they took. No words of it."""
    return [len(talk.steps[:MOST_STEPS]), int(talk.length.total_seconds())]


def _rows(case_id: int, talk: Talk, login: str) -> Iterator[dict[str, object]]:
    for place, step in enumerate(talk.steps[:MOST_STEPS], start=1):
        yield {
            "case_id": case_id,
            "place": place,
            "framework": talk.framework,
            "language": talk.language.value,
            "step": step.step,
            "name": step.name,
            "said": step.said,
            "answered": [[one.question, one.text, one.answer, seconds(one.at)] for one in step.answered],
            "emotion": step.emotion,
            "began": step.began,
            "ended": max(step.ended, step.began),
            "by": login,
        }


def _step(row: Any) -> TalkStep:
    _framework, _language, step, name, said, answered, emotion, began, ended, _by = row
    told = tuple(TalkAnswer(question, text, answer, moment(at)) for question, text, answer, at in json.loads(answered))
    return TalkStep(step, name, said, told, emotion, moment(began), moment(ended))
