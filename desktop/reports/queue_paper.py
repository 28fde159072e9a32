"""The queue as a list on paper: every open case in its order, as the table on screen shows it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from desktop.domain.kinds import State
from desktop.domain.numbers import short_number
from desktop.domain.rows import QueueRow
from desktop.reports.blocks import TITLE, Heading, Text, Tile, Tiles
from desktop.reports.imprint import Imprint
from desktop.reports.marks import band_mark, mood_bars
from desktop.reports.page import A4_ACROSS, Block, Progress, quiet, render
from desktop.reports.tables import Cell, Column, Table
from desktop.reports.text import Style
from desktop.words.formats import clock_time, short_time

_ROW = Style(8.25, 11.5)
_SUMMARY_LINES = 2  #: as on screen
_SUBTITLE = Style(9.5, 14, grey=0.25)


def queue_paper(rows: Sequence[QueueRow], imprint: Imprint, at: datetime, progress: Progress = quiet) -> bytes:
    """The list as PDF: ``rows`` in the order of the queue, judged at ``at``."""
    as_of = imprint.say("as_of", time=imprint.day_and_time(at))
    blocks: list[Block] = [
        Heading(imprint.word("queue_title"), level=0, style=TITLE, space=0, below=1),
        Text(as_of, _SUBTITLE),
        Tiles(_tiles(rows, imprint, at)),
    ]
    if rows:
        listed = [_cells(rank, row, imprint, at) for rank, row in enumerate(rows, start=1)]
        blocks.append(Table(_columns(imprint), listed, style=_ROW, space=12, gap=7))
    else:
        blocks.append(Text(imprint.word("nothing_open"), space=14))
    title = f"{imprint.word('queue')} · {imprint.time(at)}"
    return render(A4_ACROSS, blocks, imprint.frame(title, imprint.word("internal")), progress)


def _tiles(rows: Sequence[QueueRow], imprint: Imprint, at: datetime) -> list[Tile]:
    late = sum(row.late(at) for row in rows)
    new = sum(row.state is State.NEW for row in rows)
    urgent = sum(row.effective_band(at).value == "P1" for row in rows)
    return [
        Tile(imprint.word("open_count"), str(len(rows))),
        Tile(imprint.word("late_count"), str(late)),
        Tile(imprint.word("new_count"), str(new)),
        Tile(imprint.band("P1"), str(urgent)),
    ]


def _columns(imprint: Imprint) -> list[Column]:
    return [
        Column(imprint.word("rank"), points=26, align="right"),
        Column(imprint.word("short_priority"), points=34),
        Column(imprint.word("score"), points=28, align="right"),
        Column(imprint.word("short_case"), points=52),
        Column(imprint.word("guest_place"), share=1.15),
        Column(imprint.word("summary"), share=2.2),
        Column(imprint.word("category"), share=0.95),
        Column(imprint.word("state"), points=62),
        Column(imprint.word("owner"), share=0.85),
        Column(imprint.word("mood"), points=46),
        Column(imprint.word("time_left"), points=76),
    ]


def _cells(rank: int, row: QueueRow, imprint: Imprint, at: datetime) -> list[str | Cell]:
    band, words = row.effective_band(at), imprint.words
    group, _, detail = imprint.category(row.category, short=True).partition(" / ")
    mood = words.term("emotion", str(row.emotion)) if row.emotion is not None else ""
    place = imprint.place_of(row)
    return [
        str(rank),
        Cell(band.value, bold=True, mark=band_mark(band)),
        str(row.score),
        short_number(row.number),
        Cell("" if row.restricted and not row.guest else imprint.guest(row), place, most=2, ours=True),
        Cell(row.summary or (imprint.word("restricted") if row.restricted else ""), most=_SUMMARY_LINES),
        Cell(group, detail, most=2),
        words.term("state", row.state.value),
        Cell(row.owner or words.term("label", "no_owner"), most=2, grey=not row.owner),
        Cell(mood, mark=mood_bars(row.emotion) if row.emotion is not None else None, most=1),
        _due(row, imprint, at),
    ]


def _due(row: QueueRow, imprint: Imprint, at: datetime) -> Cell:
    """The time that runs out next, and by how much it has."""
    if row.next_due is None:
        return Cell(imprint.word("paused") if row.paused else "")
    local = imprint.local(row.next_due)
    same_day = local.date() == imprint.local(at).date()
    time = clock_time(local) if same_day else short_time(local, imprint.language)
    if row.late(at):
        return Cell(time, imprint.say("over", span=_minutes(at - row.next_due)), bold=True)
    clock = "respond" if row.first_response_at is None else "resolve" if row.next_due == row.resolve_due else "promise"
    return Cell(time, imprint.words.term("paper_clock", clock))


def _minutes(length: timedelta) -> int:
    return int(length.total_seconds()) // 60
