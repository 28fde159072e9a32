"""Part 3 of the report: what the complaints were about, when, where, and how the months went."""

from collections.abc import Callable, Iterator, Sequence

from desktop.domain.figures.report_shapes import MonthPoint
from desktop.domain.figures.shapes import KeyCount
from desktop.reports.blocks import NOTE, SMALL, Gap, Heading, Text
from desktop.reports.charts import ChartBlock
from desktop.reports.imprint import UNKNOWN
from desktop.reports.month_blocks import Beside, Kept, Side, part
from desktop.reports.month_context import MonthContext
from desktop.reports.page import Block
from desktop.reports.tables import Column, Row, Table
from desktop.words import charts

_PLACES = 8
_CROSSED = 8
_FEWEST_BARS = 4  #: months from which on bars say more than numbers
_LISTED = 10  #: rows of the short tables; what is left stands in one line


def where_part(ctx: MonthContext) -> Iterator[Block]:
    """Categories, weekdays, places, and what falls together."""
    yield Kept([*part(ctx.word("categories"), _categories(ctx)), Text(_pareto_words(ctx), NOTE, space=4)])
    yield Beside((Side(list(_heat(ctx)), 1.15), Side(list(_places(ctx)), 1)))
    crossed = ctx.report.detail.cross
    if crossed:
        yield Kept([*part(ctx.word("cross"), _crossed(ctx), note=ctx.word("cross_note"))])


def trend_part(ctx: MonthContext) -> Iterator[Block]:
    """The thirteen months as bars, and in numbers below."""
    points = ctx.report.trend
    known = [point for point in points if _known(ctx, point)]
    if not known:
        return
    blocks: list[Block] = [Heading(ctx.word("trend"))]
    if len(known) >= _FEWEST_BARS:
        picture = charts.trend(known, ctx.imprint.words, ctx.imprint.taxonomy.property, goal=ctx.report.goals.rate)
        blocks += [ChartBlock(picture), Gap(4)]
    yield Kept([*blocks, _months(ctx, points)])


def _known(ctx: MonthContext, point: MonthPoint) -> bool:
    """Whether the site had a record by the month's end: before that nothing was counted, not even nothing."""
    first = ctx.report.data_from
    return first is not None and point.month.plus(1).first_day > ctx.imprint.local(first).date()


def _categories(ctx: MonthContext) -> Table:
    figures = ctx.figures
    before = ctx.before
    columns = (
        Column(ctx.word("category"), share=2.2),
        Column(ctx.word("cases"), share=0.6, align="right"),
        Column(ctx.say("vs", month=ctx.before_short), share=0.8, align="right"),
        Column(ctx.word("median_time"), share=1.15, align="right"),
        Column(ctx.word("satisfaction_of_5"), share=1.15, align="right"),
        Column(ctx.word("paid"), share=1, align="right"),
    )
    rows = [
        (
            ctx.category(row.code),
            ctx.count(row.count),
            ctx.signed(row.count - row.before) if before else UNKNOWN,
            ctx.hours(row.median_h),
            ctx.figure(row.satisfaction),
            ctx.money(row.paid),
        )
        for row in ctx.report.detail.by_category
    ]
    total = (
        ctx.word("total"),
        ctx.count(figures.received),
        ctx.signed(figures.received - before.received) if before else UNKNOWN,
        ctx.hours(figures.resolution.median_h),
        ctx.figure(figures.satisfaction.mean),
        ctx.money(figures.compensation.total),
    )
    return Table(columns, rows, total)


def _pareto_words(ctx: MonthContext) -> str:
    most = ctx.figures.pareto_80
    if most is None:
        return ""
    return ctx.say("pareto_one") if most == 1 else ctx.say("pareto", n=most)


def _heat(ctx: MonthContext) -> Iterator[Block]:
    cells = ctx.report.detail.heat
    shifts = [(row.key, ctx.shift(row.key)) for row in ctx.figures.by_shift if row.key]
    yield Heading(ctx.word("when"), ctx.word("when_note"))
    yield ChartBlock(charts.heat_map(cells, shifts, ctx.imprint.words))
    busiest = charts.busiest(cells, shifts, ctx.imprint.words)
    if busiest:
        yield Text(busiest + ctx.word("full_stop"), NOTE, space=4)


def _places(ctx: MonthContext) -> Iterator[Block]:
    places = ctx.report.detail.places
    columns = (
        Column(ctx.word("place"), share=2),
        Column(ctx.word("this_month"), points=52, align="right"),
        Column(ctx.word("usual"), points=44, align="right"),
    )
    rows: list[Row] = [(row.place, ctx.count(row.count), ctx.count(row.usual)) for row in places[:_PLACES]]
    blank = sum(row.count for row in ctx.figures.by_place if not row.key)
    more = sum(row.count for row in places[_PLACES:])
    if more:
        rows.append((ctx.say("others", n=ctx.count(len(places) - _PLACES)), ctx.count(more), ""))
    if blank:
        rows.append((ctx.word("no_place"), ctx.count(blank), ""))
    yield Heading(ctx.word("where"), ctx.word("where_note"))
    yield Table(columns, rows)


def _crossed(ctx: MonthContext) -> Table:
    columns = (
        Column(ctx.word("category"), share=1.4),
        Column(ctx.word("shift"), share=0.8),
        Column(ctx.word("place"), share=1.6),
        Column(ctx.word("cases"), points=52, align="right"),
    )
    rows = [
        (ctx.category(cell.category), ctx.shift(cell.shift), ctx.place(cell.place), ctx.count(cell.count))
        for cell in ctx.report.detail.cross[:_CROSSED]
    ]
    return Table(columns, rows, pad=2.4)


def spread_part(ctx: MonthContext) -> Iterator[Block]:
    """Shifts, channels and departments: counts and shares."""
    figures, words = ctx.figures, ctx.imprint.words
    lists: list[tuple[str, str, Sequence[KeyCount], Callable[[str], str]]] = [
        ("by_shift", "shift", figures.by_shift, ctx.shift),
        ("came_by", "channel", figures.by_channel, lambda code: words.term("channel", code)),
        ("by_department", "department", figures.by_department, lambda name: name or ctx.word("no_department")),
    ]
    sides = []
    for title, column, counts, named in lists:
        sides.append(Side([Heading(ctx.word(title)), counted(ctx, column, counts, named)]))
    yield Beside(sides, gap=22)


def counted(ctx: MonthContext, column: str, counts: Sequence[KeyCount], named: Callable[[str], str]) -> Table:
    """Keys with their counts and shares; beyond ten keys the rest in one row."""
    columns = (
        Column(ctx.word(column), share=1),
        Column(ctx.word("cases"), points=34, align="right"),
        Column(ctx.word("share"), points=40, align="right"),
    )
    rows = [(named(row.key), ctx.count(row.count), ctx.pct(row.pct)) for row in counts[:_LISTED]]
    rest = counts[_LISTED:]
    if rest:
        rows.append((ctx.say("others", n=ctx.count(len(rest))), ctx.count(sum(row.count for row in rest)), ""))
    return Table(columns, rows, pad=2.4, gap=6)


def _months(ctx: MonthContext, points: Sequence[MonthPoint]) -> Table:
    """A column a month; years where they begin."""
    heads = []
    for place, point in enumerate(points):
        year = f" {point.month.year}" if place == 0 or point.month.month == 1 else ""
        heads.append(Column(f"{ctx.month_short(point.month)}{year}", share=1, align="right"))
    columns = (Column(ctx.word("month"), points=86), *heads)
    rate = ctx.name("rate_hotel" if ctx.hotel else "rate_retail")
    rows = [
        (ctx.name("received"), *(ctx.count(p.received) if _known(ctx, p) else UNKNOWN for p in points)),
        (rate, *(ctx.figure(p.rate) for p in points)),
        (ctx.name("satisfaction"), *(ctx.figure(p.satisfaction) for p in points)),
    ]
    return Table(columns, rows, style=SMALL, pad=2, gap=3)
