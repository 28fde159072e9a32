"""'In short': at most five sentences made from the figures, and nothing that they do not say (figures.md, part 1)."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from desktop.domain.figures.shapes import CategoryCount
from desktop.domain.kinds import Language
from desktop.reports.month_context import MonthContext

_NAMED = 3  #: categories that are named at most
_ENOUGH = 50  #: percent at which no more categories are named
_FEWEST = 5  #: complaints from which on shares of categories say anything
_TENTH = Decimal("0.1")


def in_short(ctx: MonthContext) -> str:
    """The paragraph: how many, how soon, what about, what guests thought, what gave an alarm; in this order."""
    if not ctx.begun:
        return ctx.say("not_begun")
    return ctx.together(list(_sentences(ctx)))


def _sentences(ctx: MonthContext) -> Iterator[str]:
    yield _how_many(ctx)
    if ctx.figures.received:
        yield from _how_soon(ctx)
        yield from _what_about(ctx)
        yield from _satisfied(ctx)
    yield from _alarms(ctx)


def _how_many(ctx: MonthContext) -> str:
    """More or fewer than the month before, and by how much; a running month is not compared."""
    now, before, month = ctx.figures.received, ctx.before, ctx.before_name()
    if not now:
        if before is None or not before.received or ctx.running:
            return ctx.say("in_short_none")
        return ctx.say("in_short_none_after", before=ctx.count(before.received), month=month)
    begin = ctx.say("there_was") if now == 1 else ctx.say("there_were", n=ctx.count(now))
    if ctx.running:
        return ctx.say("in_short_so_far", begin=begin)
    if before is None:
        return ctx.say("in_short_first", begin=begin)
    change = now - before.received
    if not change:
        return ctx.say("in_short_same", begin=begin, month=month)
    code = "in_short_more" if change > 0 else "in_short_fewer"
    rate, rate_before = ctx.figures.rate, before.rate
    params: dict[str, object] = {"begin": begin, "change": ctx.count(abs(change)), "month": month}
    if rate is not None and rate_before is not None and (rate - rate_before) * change < 0:
        per = ctx.say("per_hotel" if ctx.hotel else "per_retail")
        return ctx.say(f"{code}_but", **params, per=per, rate=ctx.figure(rate), before=ctx.figure(rate_before))
    return ctx.say(code, **params)


def _how_soon(ctx: MonthContext) -> Iterator[str]:
    """The first reply and what was resolved in time, in one sentence; better or worse than before."""
    before = None if ctx.running else ctx.before
    said = []
    now = ctx.figures.first_response.median_min
    was = before.first_response.median_min if before else None
    if now is not None:
        change = None if was is None else now - was
        time, by = ctx.minutes(now), ctx.minutes(abs(change) if change is not None else None)
        said.append(ctx.say(_turned("reply", change, "later", "sooner"), time=time, change=by))
    share = ctx.figures.on_target.resolve.pct
    earlier = before.on_target.resolve.pct if before else None
    if share is not None and not ctx.running:
        change = None if earlier is None else share - earlier
        said.append(ctx.say(_turned("resolve", change, "up", "down"), share=ctx.pct(share), before=ctx.pct(earlier)))
    if said:
        join = "；" if ctx.imprint.language is Language.ZH else "; "
        yield join.join(said) + ctx.word("full_stop")


def _turned(code: str, change: Decimal | None, more: str, less: str) -> str:
    if change is None:
        return code
    return f"{code}_{more if change > 0 else less if change < 0 else 'same'}"


def _what_about(ctx: MonthContext) -> Iterator[str]:
    """The categories that make up most of it: as few as reach half, three at most."""
    received = ctx.figures.received
    known = [row for row in ctx.report.detail.levels if row.code]
    if not known or received < _FEWEST or known[0].count < 2:
        return
    if known[0].count == received:
        yield ctx.say("makes_up_all", names=ctx.category(known[0].code))
        return
    named = 1
    while named < min(_NAMED, len(known)) and 100 * _count(known[:named]) < _ENOUGH * received:
        named += 1
    names = [ctx.category(row.code) for row in known[:named]]
    code = "makes_up_one" if named == 1 else "makes_up"
    yield ctx.say(code, names=_listed(names, ctx), share=ctx.pct(_percent(_count(known[:named]), received)))


def _count(rows: Sequence[CategoryCount]) -> int:
    return sum(row.count for row in rows)


def _listed(names: list[str], ctx: MonthContext) -> str:
    *first, last = names
    if not first:
        return last
    return ctx.say("list", first=ctx.imprint.words.joined(first), last=last)


def _percent(part: int, whole: int) -> Decimal:
    exact = Fraction(100 * part, whole)
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(_TENTH, ROUND_HALF_UP)


def _satisfied(ctx: MonthContext) -> Iterator[str]:
    now = ctx.figures.satisfaction
    if now.mean is None:
        return
    was = ctx.before.satisfaction.mean if ctx.before and not ctx.running else None
    change = None if was is None else now.mean - was
    code = _turned("satisfied", change, "up", "down")
    yield ctx.say(code, n=ctx.count(now.answers), mean=ctx.figure(now.mean), before=ctx.figure(was))


def _alarms(ctx: MonthContext) -> Iterator[str]:
    """How many arose; that none did is worth saying only where the weeks could be judged."""
    warnings = ctx.report.warnings
    if not warnings:
        if any(week.upper is not None for week in ctx.report.control.weeks):
            yield ctx.say("alarm_none")
        return
    latest = max(warnings, key=lambda warning: (warning.since, warning.key))
    what = ctx.alarm(latest)
    yield ctx.say("alarm_one", what=what) if len(warnings) == 1 else ctx.say("alarms", n=len(warnings), what=what)
