"""The conversation: what a turn of the dial and a step cost until the card is there, and recording a case with it."""

import shutil
import statistics
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import count, cycle
from pathlib import Path

from desktop.domain.commands import OpenCase
from desktop.domain.conversations import Talk, TalkAnswer, TalkStep
from desktop.domain.kinds import Channel, Flag, Language, Property, RecordType
from desktop.guides.card import Card, rail_of
from desktop.guides.conversation import Guidance
from desktop.guides.facts import Facts
from desktop.guides.shipped import shipped_guides
from desktop.guides.state import Conversation, Setting
from desktop.guides.transcript import transcript
from tests.bench.measuring import Result, by_turns, percentile, timed
from tests.bench.populating import NOW
from tests.bench.storage import desk_of

_FRAME = 1_000 / 60  #: milliseconds
_ROUNDS = 300
_FACTS = Facts(name="陈薇玲", honorific="ms", manager="饶经理", room="1208", regulator="12315", today=NOW.date())
_MOODS = (1, 3, 4, 2)  #: the dial goes round these, so branches come and go


def conversation(usual: Path, scratch: Path, rounds: int = _ROUNDS) -> list[Result]:
    """Card and rail after a turn and after a step; then a case with and without its talk."""
    guidance = shipped_guides(Property.HOTEL).guidance
    begun = _in_the_middle(guidance)
    results = []
    for name, job in (
        ("turning the mood dial, card and rail", _turning(guidance, begun)),
        ("taking a step, card and rail", _stepping(guidance, begun)),
    ):
        taken = [timed(job) for _ in range(rounds)]
        middle, note = statistics.median(taken), f"p99 {percentile(taken, 0.99):.2f} ms; reads no case"
        results.append(Result(name, middle, None, "≤ 16.7 ms", middle <= _FRAME, note))
    return [*results, _recording(guidance, begun, usual, scratch, rounds)]


def _in_the_middle(guidance: Guidance) -> Conversation:
    """An angry guest who is hurt, with some questions answered, at the third step."""
    setting = Setting(emotion=3, flags=frozenset({Flag.INJURY}), category="H01-1", language=Language.ZH)
    talk = guidance.begin(setting, NOW)
    for minute, question in enumerate(("what", "then", "where", "expected"), start=1):
        talk = guidance.answer(talk, question, _FACTS, NOW + timedelta(minutes=minute), text="空调一直滴水。" * 10)
    for minute in (6, 7):
        talk = guidance.forward(talk, _FACTS, NOW + timedelta(minutes=minute))
    return talk


def _shown(guidance: Guidance, talk: Conversation) -> Card:
    rail_of(guidance.script(talk))
    return guidance.card(talk, _FACTS)


def _turning(guidance: Guidance, begun: Conversation) -> Callable[[], object]:
    moods, minutes, now = cycle(_MOODS), count(10), [begun]

    def once() -> Card:
        setting = replace(begun.setting, emotion=next(moods))
        talk = now[0] if len(now[0].feelings) < 100 else begun  # nobody turns it a thousand times
        now[0] = guidance.turn(talk, setting, _FACTS, NOW + timedelta(minutes=next(minutes)))
        return _shown(guidance, now[0])

    return once


def _stepping(guidance: Guidance, begun: Conversation) -> Callable[[], object]:
    moves, minutes, now = cycle((guidance.forward, guidance.back)), count(10), [begun]

    def once() -> Card:
        talk = now[0] if len(now[0].visits) < 100 else begun
        now[0] = next(moves)(talk, _FACTS, NOW + timedelta(minutes=next(minutes)))
        return _shown(guidance, now[0])

    return once


def _recording(guidance: Guidance, begun: Conversation, usual: Path, scratch: Path, rounds: int) -> Result:
    """A case with a conversation of seven steps, by turns with the same case alone."""
    made = scratch / "talked"
    shutil.copytree(usual, made)
    desk, person = desk_of(made)
    serial = count(1)
    case = OpenCase(RecordType.COMPLAINT, Channel.COUNTER, "空调一直滴水，没有人来。", room="1208", severity=3)
    talked = replace(case, talk=_talk(guidance, begun))
    mine, theirs = by_turns(
        lambda: desk.cases.perform(talked, person, NOW + timedelta(seconds=next(serial))),
        lambda: desk.cases.perform(case, person, NOW + timedelta(seconds=next(serial))),
        rounds,
    )
    desk.close()
    note = f"{len(talked.talk.steps) if talked.talk else 0} steps, against the same case alone"
    return Result(
        "record a case with its conversation", statistics.median(mine), statistics.median(theirs), "–", None, note
    )


def _talk(guidance: Guidance, begun: Conversation) -> Talk:
    talk = begun
    while (following := guidance.forward(talk, _FACTS, NOW + timedelta(minutes=20))) is not talk:
        talk = following
    rows = transcript(guidance, talk, _FACTS, NOW + timedelta(minutes=25))
    steps = (
        TalkStep(
            row.step,
            row.name,
            row.said,
            tuple(TalkAnswer(said.question, said.text, said.answer, said.at) for said in row.answered),
            row.emotion,
            row.began,
            row.ended,
        )
        for row in rows
    )
    return Talk(talk.framework, Language.ZH, tuple(steps))
