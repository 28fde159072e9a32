"""Parts 4 to 7 of the report: early warnings, what guests thought, what was given, why it happened."""

from collections.abc import Iterator

from desktop.domain.figures.report_shapes import EarlyWarning
from desktop.reports.blocks import BODY, NOTE, Heading, Text
from desktop.reports.imprint import UNKNOWN
from desktop.reports.month_blocks import Beside, Kept, Side, part
from desktop.reports.month_context import MonthContext
from desktop.reports.month_where import counted
from desktop.reports.page import Block
from desktop.reports.tables import Cell, Column, Row, Table
from desktop.words.formats import full_time

_NUMBERS = 12  #: cases that an alarm names; how many there are stands beside


def warnings_part(ctx: MonthContext) -> Iterator[Block]:
    """What gave an alarm in the month; what was set aside, by whom and why."""
    if not ctx.report.warnings:
        yield Kept([*part(ctx.word("warnings"), Text(ctx.say("no_warning"), BODY))])
        return
    columns = (
        Column(ctx.word("what"), share=2.4),
        Column(ctx.word("since"), points=96),
        Column(ctx.word("cases"), points=44, align="right"),
    )
    yield from part(ctx.word("warnings"), Table(columns, [_alarm(ctx, warning) for warning in ctx.report.warnings]))


def _alarm(ctx: MonthContext, warning: EarlyWarning) -> Row:
    told = [ctx.alarm_text(warning)]
    numbers = ctx.imprint.words.joined(warning.cases[:_NUMBERS])
    told.append(numbers + ("…" if len(warning.cases) > _NUMBERS else ""))
    since = full_time(ctx.imprint.local(warning.since), ctx.imprint.language)
    return Cell(ctx.alarm(warning), "\n".join(told), bold=True), since, ctx.count(warning.count)


def guests_part(ctx: MonthContext) -> Iterator[Block]:
    """Satisfaction beside how quick replies go with it."""
    thought: list[Block] = [Heading(ctx.word("guests")), _thought(ctx)]
    speed: list[Block] = [Heading(ctx.word("speed_matters")), _speed(ctx)]
    yield Beside((Side(thought, 1.25), Side(speed, 1)))


def _thought(ctx: MonthContext) -> Table:
    now, before = ctx.figures, ctx.before
    columns = (
        Column(ctx.word("figure"), share=1.9),
        Column(ctx.word("this_month"), share=1, align="right"),
        Column(ctx.before_short, share=0.9, align="right"),
    )
    answered = ctx.say("answered_of", n=ctx.count(now.satisfaction.answers), asked=ctx.count(now.satisfaction.asked))
    lines: list[tuple[str | Cell, str, str]] = [
        (
            Cell(ctx.name("satisfaction"), answered),
            ctx.figure(now.satisfaction.mean),
            ctx.figure(before.satisfaction.mean) if before else UNKNOWN,
        ),
        (
            ctx.name("satisfied"),
            ctx.pct(now.satisfaction.pct),
            ctx.pct(before.satisfaction.pct) if before else UNKNOWN,
        ),
        (
            ctx.name("response_rate"),
            ctx.pct(now.satisfaction.response_pct),
            ctx.pct(before.satisfaction.response_pct) if before else UNKNOWN,
        ),
        (ctx.name("nps"), ctx.count(now.nps), ctx.count(before.nps) if before else UNKNOWN),
        (
            ctx.name("emotion_drop"),
            ctx.figure(now.emotion_drop),
            ctx.figure(before.emotion_drop) if before else UNKNOWN,
        ),
    ]
    return Table(columns, lines, pad=2.4)


def _speed(ctx: MonthContext) -> Table:
    speed = ctx.report.detail.speed
    columns = (
        Column("", share=1.6),
        Column(ctx.word("kpi_satisfaction"), share=1.1, align="right"),
        Column(ctx.word("answers"), share=0.8, align="right"),
    )
    rows = [
        (ctx.word("reply_1h"), ctx.figure(speed.within_1h), ctx.count(speed.within_1h_answers)),
        (ctx.word("reply_later"), ctx.figure(speed.later), ctx.count(speed.later_answers)),
    ]
    return Table(columns, rows, pad=2.4)


def given_part(ctx: MonthContext) -> Iterator[Block]:
    """What was given, by remedy and by the approver's role."""
    given, words = ctx.figures.compensation, ctx.imprint.words
    if not ctx.report.detail.remedies and not given.total:
        yield Kept([*part(ctx.word("given"), Text(ctx.say("nothing_given"), BODY))])
        return
    remedies = Table(
        (
            Column(ctx.word("remedy"), share=1.6),
            Column(ctx.word("times"), share=0.6, align="right"),
            Column(ctx.word("kpi_satisfaction"), share=1.1, align="right"),
            Column(ctx.word("sum"), share=1, align="right"),
        ),
        [
            (words.term("remedy", row.kind), ctx.count(row.count), ctx.figure(row.satisfaction), ctx.money(row.amount))
            for row in ctx.report.detail.remedies
        ],
        pad=2.4,
    )
    roles = Table(
        (
            Column(ctx.word("role"), share=1.5),
            Column(ctx.word("times"), share=0.6, align="right"),
            Column(ctx.word("sum"), share=1, align="right"),
        ),
        [
            (
                words.term("role", row.key) if row.key else ctx.word("nobody"),
                ctx.count(row.count),
                ctx.money(row.amount),
            )
            for row in given.by_role
        ],
        pad=2.4,
    )
    each = ctx.money_each(given.per_case)
    paid = ctx.say("paid_cases", n=ctx.count(given.cases_paid), all=ctx.count(ctx.figures.received), each=each)
    left: list[Block] = [Heading(ctx.word("given")), remedies]
    right: list[Block] = [Heading(ctx.word("by_approver")), roles, Text(paid, NOTE, space=5)]
    yield Beside((Side(left, 1.35), Side(right, 1)))


def causes_part(ctx: MonthContext) -> Iterator[Block]:
    """Root causes; measures beside them where any are kept."""
    words, causes, measures = ctx.imprint.words, ctx.figures.root_causes, ctx.figures.measures
    if causes:
        body: Block = counted(ctx, "cause", causes, lambda code: words.term("root_cause", code))
    else:
        body = Text(ctx.say("no_causes"), BODY)
    left: list[Block] = [Heading(ctx.word("causes")), body]
    if measures is None:
        yield Beside((Side(left, 1.2), Side((), 1)))
        return
    columns = (Column(ctx.word("measures"), share=1.5), Column(ctx.word("cases"), share=1, align="right"))
    rows = [
        (ctx.word(f"measures_{code}"), ctx.count(getattr(measures, code)))
        for code in ("open", "overdue", "effective", "not_effective")
    ]
    right: list[Block] = [Heading(ctx.word("measures")), Table(columns, rows, pad=2.4)]
    yield Beside((Side(left, 1.2), Side(right, 1)))
