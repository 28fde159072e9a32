"""The guest's receipt, on A5 or on a till roll: what we understood, what happens next, how to reach us.

Nothing internal stands on it: no priority, no rating, no note.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from desktop.domain.case_file import CaseFile, PromiseRow
from desktop.domain.kinds import RecordType, State
from desktop.domain.lifecycle import OPEN_STATES
from desktop.reports.blocks import BODY, NARRATIVE, NOTE, SECTION, TITLE, Gap, Heading, Rule, Text
from desktop.reports.imprint import Imprint
from desktop.reports.page import A5, ROLL, Block, Progress, quiet, render
from desktop.reports.receipt_size import ReceiptSize
from desktop.reports.text import Style

_LONGEST_SAID = 1200  #: characters of the guest's words; the case keeps the rest
_NUMBER = Style(14, 19, bold=True)
_ROLL_TITLE = Style(13, 17, bold=True)
_ROLL_NUMBER = Style(12, 17, bold=True)
_ROLL_BODY = Style(9, 13)


def receipt_paper(
    file: CaseFile, imprint: Imprint, size: ReceiptSize, at: datetime, progress: Progress = quiet
) -> bytes:
    """The receipt as PDF; no time that has passed at ``at`` is promised any more."""
    roll = size is ReceiptSize.ROLL
    blocks = [*(_roll_head(imprint) if roll else ()), *_body(file, imprint, at, roll=roll)]
    frame = imprint.frame(f"{imprint.word('receipt')} · {file.view.row.number}", bare=roll)
    if roll:
        foot = "\n".join(filter(None, (frame.printed, frame.remark)))
        blocks += [Rule(space=10, below=6), Text(foot, NOTE, align="middle")]
    return render(ROLL if roll else A5, blocks, frame, progress)


def _roll_head(imprint: Imprint) -> Iterator[Block]:
    yield Text(imprint.site, _ROLL_TITLE, align="middle")
    yield Text(imprint.desk, NOTE, align="middle")
    yield Rule(space=6, below=8)


def _body(file: CaseFile, imprint: Imprint, at: datetime, *, roll: bool) -> Iterator[Block]:
    row = file.view.row
    body, said = (_ROLL_BODY, _ROLL_BODY) if roll else (replace(BODY, size=9.75, leading=15), NARRATIVE)
    title = imprint.word(f"receipt_title_{row.type.value}")
    yield Heading(title, level=0, style=_ROLL_TITLE if roll else TITLE, space=0, below=4)
    who = [imprint.guest(row)] if row.guest.strip() else []
    told = " · ".join(filter(None, (*who, imprint.place_of(row))))
    yield Text(told or imprint.words.term("label", "anonymous"), body, ours=True)
    taken = imprint.say(
        "taken_by",
        name=imprint.name_of(file.view.received_by),
        desk=imprint.desk_name(file.view.desk),
        time=imprint.day_and_time(row.received_at),
    )
    yield Text(taken, replace(body, grey=NOTE.grey))
    yield Heading(imprint.word("receipt_number"), style=_small_heading(roll), space=12, below=0)
    yield Text(row.number, _ROLL_NUMBER if roll else _NUMBER)
    yield from _part(imprint.word("receipt_said"), _said(file, imprint, said), roll=roll)
    yield from _part(
        imprint.word("receipt_next"), [Text(step, body) for step in next_steps(file, imprint, at)], roll=roll
    )
    kept = [Text(_promise(promise, imprint), body, bullet="•") for promise in file.promises if promise.is_open]
    yield from _part(imprint.word("receipt_promised"), kept, roll=roll)
    yield from _part(imprint.word("receipt_reach"), [Text(_reach(file, imprint), body)], roll=roll)
    yield Text(imprint.word("receipt_thanks"), body, space=12)


def _reach(file: CaseFile, imprint: Imprint) -> str:
    """Where the guest comes to, and on which number they call, where the site has given one."""
    desk, phone = imprint.desk_name(file.view.desk), imprint.phone.strip()
    return imprint.say("reach_by_phone", desk=desk, phone=phone) if phone else imprint.say("reach", desk=desk)


def _part(title: str, blocks: Sequence[Block], *, roll: bool) -> Iterator[Block]:
    if blocks:
        yield Heading(title, style=_small_heading(roll), space=10 if roll else 14, below=2)
        yield from blocks


def _small_heading(roll: bool) -> Style:
    return Style(9, 13, bold=True) if roll else SECTION


def _said(file: CaseFile, imprint: Imprint, style: Style) -> list[Block]:
    """The guest's words, as far as a receipt has room."""
    text = file.view.text.strip()
    if len(text) <= _LONGEST_SAID:
        return [Text(text, style, bar=True)] if text else []
    cut = text[:_LONGEST_SAID].rsplit(" ", 1)[0].rstrip() + "…"
    return [Text(cut, style, bar=True), Gap(4), Text(imprint.word("cut_short"), NOTE)]


def next_steps(file: CaseFile, imprint: Imprint, at: datetime) -> list[str]:
    """What the guest can expect, a sentence each, in the order in which it comes."""
    row, ending = file.view.row, file.ending
    if row.state is State.CLOSED:
        return [imprint.say("is_closed")]
    if row.state is State.RESOLVED and ending.last_resolved_at is not None:
        settled = "is_resolved" if row.type is RecordType.COMPLAINT else "is_answered"
        return [imprint.say(settled, time=imprint.day_and_time(ending.last_resolved_at))]
    if row.state not in OPEN_STATES:
        return [imprint.say("is_ended")]
    if row.state is State.WAITING_GUEST:
        return [imprint.say("waits_for_you")]
    steps = []
    if row.first_response_at is None and row.respond_due is not None and row.respond_due > at:
        steps.append(imprint.say("reply_by", time=imprint.day_and_time(row.respond_due)))
    if row.resolve_due is not None and row.resolve_due > at and row.type is RecordType.COMPLAINT:
        steps.append(imprint.say("resolve_by", time=imprint.day_and_time(row.resolve_due)))
    return steps or [imprint.say("reply_soon")]


def _promise(promise: PromiseRow, imprint: Imprint) -> str:
    text = promise.text.strip()
    ended = text if text[-1:] in ".!?。！？…" else f"{text}{imprint.word('full_stop')}"
    return f"{ended} {imprint.say('promise_by', time=imprint.day_and_time(promise.due))}"
