"""Part 2 of the report: what came in and went out, and the figures beside those of the month before and the goals."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.figures.shapes import Figures, Outcomes, Share
from desktop.reports.blocks import NOTE, STRONG_BODY, Text
from desktop.reports.imprint import UNKNOWN
from desktop.reports.month_blocks import Kept, Sum, part
from desktop.reports.month_context import MonthContext
from desktop.reports.page import Block
from desktop.reports.tables import Column, Row, Table

Told = Callable[[Figures], str]


@dataclass(frozen=True, slots=True)
class Line:
    """A figure's line: its code, its value, the cases behind it, and what the site aims at."""

    code: str
    value: Told
    cases: Told | None = None
    goal: str = ""


def figures_part(ctx: MonthContext) -> Iterator[Block]:
    """The equation of the month, how quickly, and how it went."""
    yield from part(ctx.word("flow"), *_flow(ctx))
    yield Kept([*part(ctx.word("speed"), _table(ctx, _speed(ctx)))])
    yield Kept([*part(ctx.word("more_figures"), _table(ctx, _course(ctx)))])


def _flow(ctx: MonthContext) -> Iterator[Block]:
    flow = ctx.figures.flow
    terms = [
        ("", ctx.count(flow.opening), ctx.word("opening")),
        ("+", ctx.count(flow.received), ctx.word("received")),
        ("+", ctx.count(flow.reopened), ctx.word("reopened")),
        ("−", ctx.count(flow.resolutions), ctx.word("resolutions")),
        ("−", ctx.count(flow.other_exits), ctx.word("other_exits")),
        ("=", ctx.count(flow.closing), ctx.word("closing")),
    ]
    yield Sum(terms)
    if flow.balances:
        yield Text(ctx.say("balances"), NOTE, space=3)
    else:  # can't be; said nevertheless, for the paper would be wrong
        yield Text(ctx.say("does_not_balance"), STRONG_BODY, space=3)


def _table(ctx: MonthContext, lines: Sequence[Line]) -> Table:
    columns = (
        Column(ctx.word("figure"), share=2.3),
        Column(ctx.word("this_month"), share=1, align="right"),
        Column(ctx.word("cases"), share=1.15, align="right"),
        Column(ctx.before_short, share=1, align="right"),
        Column(ctx.word("goal"), share=0.8, align="right"),
    )
    return Table(columns, [_row(ctx, line) for line in lines], pad=2.0)


def _row(ctx: MonthContext, line: Line) -> Row:
    before = line.value(ctx.before) if ctx.before is not None else UNKNOWN
    cases = line.cases(ctx.figures) if line.cases is not None else ""
    return (ctx.name(line.code), line.value(ctx.figures), cases, before, line.goal or UNKNOWN)


def _speed(ctx: MonthContext) -> list[Line]:
    goals = ctx.report.goals

    def answered(figures: Figures) -> str:
        return ctx.of(figures.first_response.answered, figures.received)

    def resolved(figures: Figures) -> str:
        return ctx.of(figures.resolution.resolved, figures.received)

    def aim(goal: Decimal | None) -> str:
        return "" if goal is None else ctx.pct(goal)

    return [
        Line("reply_median", lambda f: ctx.minutes(f.first_response.median_min), answered),
        Line("reply_mean", lambda f: ctx.minutes(f.first_response.mean_min), answered),
        Line("reply_p90", lambda f: ctx.minutes(f.first_response.p90_min), answered),
        _share(ctx, "within_1h", lambda f: f.first_response.within_1h, aim(goals.within_1h_pct)),
        Line("resolution_median", lambda f: ctx.hours(f.resolution.median_h), resolved),
        Line("resolution_mean", lambda f: ctx.hours(f.resolution.mean_h), resolved),
        Line("resolution_p90", lambda f: ctx.hours(f.resolution.p90_h), resolved),
        _share(ctx, "within_24h", lambda f: f.within_24h, aim(goals.within_24h_pct)),
        _share(ctx, "respond_on_target", lambda f: f.on_target.respond, aim(goals.respond_pct)),
        _share(ctx, "resolve_on_target", lambda f: f.on_target.resolve, aim(goals.resolve_pct)),
    ]


def _course(ctx: MonthContext) -> list[Line]:
    goal = ctx.report.goals.rate
    rate, activity = ("rate_hotel", "activity_hotel") if ctx.hotel else ("rate_retail", "activity_retail")
    return [
        Line("received", lambda f: ctx.count(f.received)),
        Line(activity, lambda f: _whole(ctx, f)),
        Line(rate, lambda f: ctx.figure(f.rate), goal="" if goal is None else f"≤ {ctx.figure(goal)}"),
        _share(ctx, "first_contact", lambda f: f.first_contact),
        _share(ctx, "escalated", lambda f: f.escalated),
        Line("reopened", lambda f: ctx.pct(f.reopened), lambda f: ctx.count(f.reopened.count)),
        _share(ctx, "recurrent", lambda f: f.recurrent),
        _outcome(ctx, "upheld", lambda outcome: outcome.upheld),
        _outcome(ctx, "partly", lambda outcome: outcome.partly),
        _outcome(ctx, "not_upheld", lambda outcome: outcome.not_upheld),
    ]


def _whole(ctx: MonthContext, figures: Figures) -> str:
    """Room-nights or sales: people count them whole, and enter them so."""
    activity = figures.activity
    if activity is None:
        return UNKNOWN
    return ctx.count(int(activity)) if activity == int(activity) else ctx.figure(activity)


def _outcome(ctx: MonthContext, code: str, part_of: Callable[[Outcomes], Share]) -> Line:
    """A share of the cases with an outcome."""

    def judged(figures: Figures) -> str:
        outcome = figures.outcome
        whole = outcome.upheld.count + outcome.partly.count + outcome.not_upheld.count
        return ctx.of(part_of(outcome).count, whole)

    return Line(code, lambda figures: ctx.pct(part_of(figures.outcome)), judged)


def _share(ctx: MonthContext, code: str, part_of: Callable[[Figures], Share], goal: str = "") -> Line:
    """A share of the cohort."""
    return Line(
        code,
        lambda figures: ctx.pct(part_of(figures)),
        lambda figures: ctx.of(part_of(figures).count, figures.received),
        goal,
    )
