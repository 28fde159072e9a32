"""Parts 11 and 12 of the report: decisions and signatures, what the figures mean, the data and its chain."""

from collections.abc import Iterator

from desktop.domain.figures.report_shapes import Decision
from desktop.reports.blocks import BODY, NOTE, SMALL, Signatures, Text
from desktop.reports.marks import tick_box
from desktop.reports.month_blocks import Kept, part
from desktop.reports.month_context import MonthContext
from desktop.reports.page import Block
from desktop.reports.tables import Cell, Column, Row, Table

#: What is explained, in the order in which it stands in the report.
_EXPLAINED = (
    "received", "rate", "reply", "resolution", "median", "p90", "within_1h", "within_24h", "respond_on_target",
    "resolve_on_target", "flow", "first_contact", "escalated", "reopened", "recurrent", "outcome", "running", "usual",
    "chart", "warnings", "satisfaction", "response_rate", "nps", "emotion_drop", "compensation", "late",
    "wrongly_prioritised", "iceberg",
)  # fmt: skip


def decisions_part(ctx: MonthContext) -> Iterator[Block]:
    """What was decided a month ago and what became of it; boxes to tick where nobody has told."""
    decisions = ctx.report.last_decisions
    if decisions:
        columns = (
            Column(ctx.word("decision"), share=2.4),
            Column(ctx.word("who"), share=1),
            Column(ctx.word("due"), share=1),
            Column(ctx.word("done"), points=30),
            Column(ctx.word("not_done"), points=42),
            Column(ctx.word("remark"), share=1.5),
        )
        table = Table(columns, [_became(decision) for decision in decisions])
        yield from part(ctx.word("last_decisions"), table)
    else:
        yield Kept([*part(ctx.word("last_decisions"), Text(ctx.say("no_decisions"), BODY))])
    names = (ctx.word("prepared"), ctx.word("seen"), ctx.word("date"))
    yield Kept([*part(ctx.word("signatures"), Signatures(names, space=30))])


def _became(decision: Decision) -> Row:
    done, not_done = decision.kept is True, decision.kept is False
    return (
        decision.text,
        decision.who,
        decision.due,
        Cell("", mark=tick_box(done)),
        Cell("", mark=tick_box(not_done)),
        decision.remark,
    )


def definitions_part(ctx: MonthContext) -> Iterator[Block]:
    """Every figure's meaning, from when to when the data reach, and the head of the history's chain."""
    words = ctx.imprint.words
    kind = "hotel" if ctx.hotel else "retail"
    codes = [f"rate_{kind}" if code == "rate" else code for code in _EXPLAINED]
    rows = [(Cell(ctx.name(code), bold=True), words.term("report_definition", code)) for code in codes]
    table = Table((Column("", points=128), Column("", share=1)), rows, style=SMALL, pad=1.1)
    yield from part(ctx.word("definitions"), table)
    yield Kept([*part(ctx.word("data"), *_data(ctx))])


def _data(ctx: MonthContext) -> Iterator[Block]:
    report = ctx.report
    if ctx.figures.iceberg is not None and ctx.begun:
        yield Text(ctx.say("iceberg", n=ctx.count(ctx.figures.iceberg)), BODY)
    if report.data_from is not None and report.data_until is not None:
        first, last = (ctx.imprint.date(ctx.imprint.local(at).date()) for at in (report.data_from, report.data_until))
        yield Text(ctx.say("data_span", first=first, last=last), BODY)
    else:
        yield Text(ctx.say("no_data"), BODY)
    if report.chain_head:
        head = ctx.say("chain", n=ctx.count(report.chain_length), head=report.chain_head)
        yield Text(head + ctx.word("full_stop"), BODY)
        yield Text(ctx.say("chain_why"), NOTE)
