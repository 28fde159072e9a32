"""The report's first page: what matters, in numbers, in words, in two charts, and what to do about it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from decimal import Decimal

from desktop.domain.figures.report_shapes import Decision
from desktop.domain.figures.shapes import Figures
from desktop.reports.blocks import NARRATIVE, NOTE, TITLE, Gap, Heading, Text
from desktop.reports.charts import ChartBlock, natural_height
from desktop.reports.imprint import UNKNOWN
from desktop.reports.marks import band_mark
from desktop.reports.month_blocks import Beside, Kept, Kpi, Kpis, Side, TickList, ToDo, height_of
from desktop.reports.month_context import MonthContext
from desktop.reports.month_short import in_short
from desktop.reports.page import Block
from desktop.reports.tables import Cell, Column, Row, Table
from desktop.reports.text import Style
from desktop.words import charts
from desktop.words.formats import full_time

_SUBTITLE = Style(9.5, 14, grey=0.25)
_PARETO_ROWS = 8
_LOWEST_CHART, _HIGHEST_CHART = 118.0, 218.0  #: points


def cover(ctx: MonthContext, width: float, height: float) -> list[Block]:
    """The blocks of the first page; the weekly chart takes what room the others leave of ``height``."""
    above: list[Block] = [
        Heading(ctx.word("title"), level=0, style=TITLE, space=0, below=1),
        Text(_subtitle(ctx), _SUBTITLE),
        Kpis(_kpis(ctx)),
        Heading(ctx.word("in_short"), space=14),
        Text(in_short(ctx), NARRATIVE),
    ]
    below: list[Block] = [*_categories_and_bands(ctx), _next_month(ctx)] if ctx.begun else [_next_month(ctx)]
    title = Heading(ctx.word("weekly"), weekly_note(ctx), space=14)
    left = height - sum(height_of([block], width) + _space(block, width) for block in [*above, title, *below])
    return [*above, title, *_weekly(ctx, width, left - 6), *below]


def _space(block: Block, width: float) -> float:
    return next((strip.space for strip in block.strips(width)), 0.0)


def _subtitle(ctx: MonthContext) -> str:
    month, figures = ctx.report.month, ctx.figures
    last = month.plus(1).first_day - timedelta(days=1)
    shifts = sum(bool(row.key) for row in figures.by_shift)
    channels = sum(row.count > 0 for row in figures.by_channel)
    parts = [
        ctx.say("span", first=1, last=last.day, month=ctx.month(month)),
        ctx.say("as_of", time=full_time(ctx.imprint.local(ctx.report.as_of), ctx.imprint.language)),
    ]
    if ctx.before is not None and not ctx.running and ctx.begun:
        parts.append(ctx.say("compared", month=ctx.before_name()))
    if shifts:
        parts.append(ctx.say("shifts_one") if shifts == 1 else ctx.say("shifts", n=shifts))
    if channels:
        parts.append(ctx.say("channels_one") if channels == 1 else ctx.say("channels", n=channels))
    return " · ".join(parts)


def _kpis(ctx: MonthContext) -> list[Kpi]:
    goals = ctx.report.goals

    def kpi(name: str, say: Callable[[Figures], str], least: str = "", most: str = "") -> Kpi:
        notes = [ctx.say("was", month=ctx.before_short, value=say(ctx.before) if ctx.before else UNKNOWN)]
        if least:
            notes.append(ctx.say("goal_least", value=least))
        if most:
            notes.append(ctx.say("goal_most", value=most))
        return Kpi(name, say(ctx.figures) if ctx.begun else UNKNOWN, notes)

    def shown(goal: Decimal | None, *, percent: bool = False) -> str:
        return "" if goal is None else ctx.pct(goal) if percent else ctx.figure(goal)

    rate = ctx.word("kpi_rate_hotel" if ctx.hotel else "kpi_rate_retail")
    return [
        kpi(ctx.name("received"), lambda f: ctx.count(f.received)),
        kpi(rate, lambda f: ctx.figure(f.rate), most=shown(goals.rate)),
        kpi(ctx.name("reply"), lambda f: ctx.minutes(f.first_response.median_min)),
        kpi(
            ctx.name("resolve_on_target"),
            lambda f: ctx.pct(f.on_target.resolve),
            shown(goals.resolve_pct, percent=True),
        ),
        kpi(ctx.word("kpi_satisfaction"), lambda f: ctx.of_5(f.satisfaction.mean), shown(goals.satisfaction)),
        kpi(ctx.name("compensation"), ctx.given),
    ]


def weekly_note(ctx: MonthContext) -> str:
    """What stands beside the heading of the weekly chart."""
    control = ctx.report.control
    if not control.weeks or all(week.upper is None for week in control.weeks):
        return ""
    if control.rated:
        per = ctx.say("per_hotel" if ctx.hotel else "per_retail")
        return ctx.say("chart_note_rated", n=len(control.weeks), per=per)
    return ctx.say("chart_note", n=len(control.weeks))


def _weekly(ctx: MonthContext, width: float, room: float) -> Iterator[Block]:
    control = ctx.report.control
    if not control.weeks:
        yield Text(ctx.say("no_weeks"), NOTE)
        return
    picture = charts.control_chart(control, ctx.imprint.words, ctx.imprint.taxonomy.property)
    height = min(natural_height(picture, width), _HIGHEST_CHART, max(_LOWEST_CHART, room - 5))
    yield ChartBlock(picture, height, space=5)


def _categories_and_bands(ctx: MonthContext) -> Iterator[Block]:
    rows = ctx.report.detail.levels
    if not ctx.figures.received:
        yield Gap(4)
        return
    picture = charts.pareto(rows, ctx.category, ctx.imprint.words, most=_PARETO_ROWS)
    left: list[Block] = [
        Heading(ctx.word("by_category"), ctx.word("by_category_note"), space=14),
        ChartBlock(picture),
    ]
    right: list[Block] = [Heading(ctx.word("by_priority"), space=14), _bands(ctx)]
    if ctx.site.targets is not None:
        right.append(Text(_targets(ctx), NOTE, space=5))
    yield Beside((Side(left), Side(right)))


def _bands(ctx: MonthContext) -> Table:
    figures = ctx.figures
    columns = (
        Column(ctx.word("priority"), points=42),
        Column(ctx.word("cases"), share=0.7, align="right"),
        Column(ctx.name("respond_on_target"), share=1.1, align="right"),
        Column(ctx.name("resolve_on_target"), share=1.1, align="right"),
        Column(ctx.word("median"), share=1, align="right"),
    )
    rows: Sequence[Row] = [
        (
            Cell(row.band.value, mark=band_mark(row.band)),
            ctx.count(row.cases),
            ctx.of(row.answered_in_time, row.cases),
            ctx.of(row.resolved_in_time, row.cases),
            ctx.hours(row.median_h),
        )
        for row in ctx.report.detail.by_band
    ]
    total = (
        ctx.word("all"),
        ctx.count(figures.received),
        ctx.of(figures.on_target.respond.count, figures.received),
        ctx.of(figures.on_target.resolve.count, figures.received),
        ctx.hours(figures.resolution.median_h),
    )
    return Table(columns, rows, total, gap=7)


def _targets(ctx: MonthContext) -> str:
    targets = ctx.site.targets or {}
    each = [
        ctx.say("target", band=band.value, respond=target.respond_min, resolve=target.resolve_min)
        for band, target in targets.items()
    ]
    join = "；" if ctx.imprint.language.value == "zh" else "; "
    return ctx.say("targets", targets=join.join(each))


def _next_month(ctx: MonthContext) -> Block:
    following = ctx.report.month.plus(1)
    name = ctx.imprint.words.term("report_month", str(following.month))
    things = [_to_do(decision) for decision in ctx.report.decisions]
    return Kept([TickList(ctx.say("for_month", month=name), things, ctx.say("nothing_decided"))])


def _to_do(decision: Decision) -> ToDo:
    return ToDo(decision.text, " · ".join(filter(None, (decision.who.strip(), decision.due.strip()))))
