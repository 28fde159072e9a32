"""The case file's first part: what it is, who it is about, what was said, how it was rated."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from desktop.domain.case_file import CaseFile
from desktop.domain.kinds import State
from desktop.domain.lifecycle import OPEN_STATES
from desktop.reports.blocks import NARRATIVE, TITLE, Gap, Heading, Text, Tile, Tiles
from desktop.reports.imprint import UNKNOWN, Imprint
from desktop.reports.marks import band_mark, mood_bars
from desktop.reports.page import Block
from desktop.reports.tables import Cell, Column, Table, facts
from desktop.reports.text import Style

_SUBTITLE = Style(9.5, 14, grey=0.25)
_LABEL = 98  #: points for names beside values


def head(file: CaseFile, imprint: Imprint, at: datetime) -> Iterator[Block]:
    """Number, marks, the four figures of a case, and who and what it is about."""
    row = file.view.row
    yield Heading(row.number, level=0, style=TITLE, space=0, mark=band_mark(row.band), below=1)
    yield Text(_subtitle(file, imprint), _SUBTITLE)
    yield Tiles(_tiles(file, imprint, at), space=10)
    yield from section(imprint.word("about"), facts(_about(file, imprint), across=2, label=_LABEL))
    yield from words_of_the_guest(file, imprint)
    yield from section(imprint.word("what_happened"), facts(_story(file, imprint), label=_LABEL))
    yield from _priority(file, imprint)


def section(title: str, *blocks: Block, note: str = "") -> Iterator[Block]:
    """A heading and what belongs under it; nothing where it would be empty."""
    filled = [block for block in blocks if not (isinstance(block, Table) and not block.rows)]
    for place, block in enumerate(filled):
        yield Gap(8, keep=True) if place else Heading(title, note)
        yield block


def words_of_the_guest(file: CaseFile, imprint: Imprint) -> Iterator[Block]:
    """What was said, as it was said."""
    if file.view.text.strip():
        yield Heading(imprint.word("own_words"))
        yield Text(file.view.text, NARRATIVE, bar=True)


def _subtitle(file: CaseFile, imprint: Imprint) -> str:
    row, words = file.view.row, imprint.words
    received = imprint.say(
        "received_by", time=imprint.day_and_time(row.received_at), name=imprint.name_of(file.view.received_by)
    )
    parts = [words.term("type", row.type.value), words.term("channel", file.view.channel.value), received]
    if file.restricted:
        parts.append(imprint.word("restricted"))
    return " · ".join(parts)


def _tiles(file: CaseFile, imprint: Imprint, at: datetime) -> list[Tile]:
    row, words = file.view.row, imprint.words
    rule = words.term("band_rule", row.band_rule)
    score = imprint.say("score", score=row.score)
    return [
        Tile(imprint.word("priority"), row.band.value, f"{score} · {rule}", band_mark(row.band)),
        Tile(imprint.word("state"), words.term("state", row.state.value), _state_note(file, imprint)),
        Tile(imprint.word("reply"), *_reply(file, imprint)),
        Tile(imprint.word("resolution"), *_resolution(file, imprint, at)),
    ]


def _state_note(file: CaseFile, imprint: Imprint) -> str:
    ending = file.ending
    if file.view.row.state is State.DUPLICATE and ending.duplicate_of:
        return imprint.say("duplicate_of", number=ending.duplicate_of)
    if ending.closed_at is not None:
        return imprint.time(ending.closed_at)
    owner = file.view.row.owner
    return owner or imprint.words.term("label", "no_owner")


def _reply(file: CaseFile, imprint: Imprint) -> tuple[str, str]:
    """How long the guest waited for the first reply, against the target."""
    row, target = file.view.row, imprint.say("target", span=file.clocks.respond_target)
    if row.first_response_at is None:
        due = imprint.say("due", time=imprint.time(row.respond_due)) if row.respond_due else target
        return UNKNOWN, due
    return _span(row.first_response_at - row.received_at, imprint), target


def _resolution(file: CaseFile, imprint: Imprint, at: datetime) -> tuple[str, str]:
    """How long it took until it was put right, or when it has to be."""
    row, ending = file.view.row, file.ending
    if ending.resolved_at is not None and row.state not in OPEN_STATES:
        return _span(ending.resolved_at - row.received_at, imprint), imprint.say(
            "target", span=file.clocks.resolve_target
        )
    if row.resolve_due is None:
        return UNKNOWN, imprint.word("paused") if row.paused else ""
    if row.resolve_due < at and row.state in OPEN_STATES:
        return imprint.say("over", span=_minutes(at - row.resolve_due)), imprint.say(
            "due", time=imprint.time(row.resolve_due)
        )
    return imprint.near(row.resolve_due, at), imprint.say("target", span=file.clocks.resolve_target)


def _span(length: timedelta, imprint: Imprint) -> str:
    return imprint.words.duration(_minutes(length))


def _minutes(length: timedelta) -> int:
    return max(0, int(length.total_seconds()) // 60)


def _about(file: CaseFile, imprint: Imprint) -> list[tuple[str, str | Cell]]:
    row, view, guest, words = file.view.row, file.view, file.complainant, imprint.words
    special = [
        words.term("flag", code) for code, holds in (("vip", guest.vip), ("vulnerable", guest.vulnerable)) if holds
    ]
    shift = words.term("shift", file.shift) if file.shift else ""
    problem = imprint.word("problem_date")
    return [
        (imprint.word("guest"), Cell(imprint.guest(row), bold=True, ours=True)),
        (imprint.word("category"), imprint.category(row.category)),
        (imprint.word("phone"), guest.phone),
        (imprint.word("room"), row.room),
        (imprint.word("email"), guest.email),
        (imprint.word("reference"), row.reference),
        (imprint.word("language"), words.term("language", guest.language) if guest.language else ""),
        (imprint.word("place"), view.place),
        (imprint.word("on_behalf_of"), guest.on_behalf_of),
        (problem, imprint.date(view.problem_date) if view.problem_date else ""),
        (imprint.word("special"), words.joined(special)),
        (imprint.word("desk"), " · ".join(filter(None, (imprint.desk_name(view.desk), shift)))),
        (imprint.word("owner"), row.owner),
        (imprint.word("department"), file.department),
        (imprint.word("members"), words.joined(member.name for member in file.members)),
        (imprint.word("acknowledged"), _acknowledged(file, imprint)),
    ]


def _acknowledged(file: CaseFile, imprint: Imprint) -> str:
    if file.acknowledged_at is None:
        return ""
    medium = file.first_response_medium
    how = imprint.words.term("medium", medium) if medium else ""
    return " · ".join(filter(None, (imprint.time(file.acknowledged_at), how)))


def _story(file: CaseFile, imprint: Imprint) -> list[tuple[str, str | Cell]]:
    story, words = file.story, imprint.words
    confirmed = ""
    if story.facts_confirmed_at is not None:
        by = imprint.name_of(story.facts_confirmed_by)
        confirmed = imprint.say("confirmed_by", name=by, time=imprint.time(story.facts_confirmed_at))
    return [
        (imprint.word("expected"), story.expected),
        (imprint.word("actual"), story.actual),
        (imprint.word("gap"), words.term("gap", str(story.gap)) if story.gap is not None else ""),
        (imprint.word("wants"), words.joined(words.term("need", want) for want in story.wants)),
        (imprint.word("nature"), story.nature),
        (imprint.word("cause"), story.cause),
        (imprint.word("impact"), story.impact),
        (imprint.word("facts"), Cell(story.facts, confirmed)),
    ]


def _priority(file: CaseFile, imprint: Imprint) -> Iterator[Block]:
    """The ratings beside the arithmetic of the score."""
    row, rating, words = file.view.row, file.rating, imprint.words
    flags = words.joined(words.term("flag", flag.value) for flag in sorted(rating.flags))
    unrated = words.term("label", "not_assessed")
    mood = words.term("emotion", str(rating.emotion)) if rating.emotion is not None else unrated
    bars = mood_bars(rating.emotion) if rating.emotion is not None else None
    rated: list[tuple[str, str | Cell]] = [
        (imprint.word("severity"), words.term("severity", str(rating.severity)) if rating.severity else unrated),
        (imprint.word("scope"), words.term("scope", rating.scope.value) if rating.scope else unrated),
        (imprint.word("mood"), Cell(mood, mark=bars)),
        (
            imprint.word("time_pressure"),
            words.term("time_pressure", rating.time_pressure.value) if rating.time_pressure else unrated,
        ),
        (imprint.word("flags"), flags),
    ]
    columns = (Column(imprint.word("part"), points=160), Column(imprint.word("points"), points=60, align="right"))
    rows = [(words.term("points", part.part), f"{part.points}".replace("-", "−")) for part in row.points]
    sum_of = Table(columns, rows, total=(imprint.word("score"), str(row.score)), pad=1.6)
    ratings = replace(facts(rated, across=2, label=_LABEL), keep=bool(rows))
    yield from section(imprint.word("why_priority"), ratings, sum_of)
