"""The case file's conversation: what was said, answered and felt at each step, as it was recorded (guides.md)."""

from collections.abc import Iterator

from desktop.domain.case_file import CaseFile
from desktop.domain.conversations import Talk, TalkAnswer, TalkStep
from desktop.reports.case_head import section
from desktop.reports.imprint import UNKNOWN, Imprint
from desktop.reports.marks import mood_bars
from desktop.reports.page import Block
from desktop.reports.tables import Cell, Column, Table
from desktop.words.talks import framework_name, talk_time

_WIDE = ("？", "。", "：", "！")


def conversation(file: CaseFile, imprint: Imprint) -> Iterator[Block]:
    """A table of its steps; nothing where the case was taken down without one."""
    if file.talk is not None:
        yield from section(imprint.word("conversation"), _steps(file.talk, imprint), note=_note(file.talk, imprint))


def _note(talk: Talk, imprint: Imprint) -> str:
    """The framework, how long it took, when it began and who led it."""
    led = imprint.say(
        "talk",
        framework=framework_name(talk.framework, imprint.words),
        length=talk_time(talk.length),
        name=imprint.name_of(talk.by),
    )
    return " · ".join(filter(None, (imprint.time(talk.began), led)))


def _steps(talk: Talk, imprint: Imprint) -> Table:
    columns = (
        Column(imprint.word("step"), points=66),
        Column(imprint.word("time_taken"), points=34, align="right"),
        Column(imprint.word("card_said"), share=1.1),
        Column(imprint.word("answered"), share=1),
        Column(imprint.word("mood"), points=58),
    )
    return Table(columns, [_step(step, imprint) for step in talk.steps])


def _step(step: TalkStep, imprint: Imprint) -> tuple[str | Cell, ...]:
    answers = "\n".join(map(_answered, step.answered))
    return step.name or step.step, talk_time(step.length), step.said, answers or UNKNOWN, _mood(step, imprint)


def _answered(answer: TalkAnswer) -> str:
    """``Is anyone hurt? Yes``; Chinese signs bring their own room along."""
    question = answer.text or answer.question
    return f"{question}{'' if question.endswith(_WIDE) else ' '}{answer.answer}"


def _mood(step: TalkStep, imprint: Imprint) -> str | Cell:
    if step.emotion is None:
        return UNKNOWN
    return Cell(imprint.words.term("emotion", str(step.emotion)), mark=mood_bars(step.emotion))
