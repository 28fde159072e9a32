"""Early warning: each week judged by the weeks before it, in its turn (figures.md, Early warning).

Which weeks are a week's baseline depends on which of them were alarmed, so the decisions are one chain from the week
of the site's first record on. Only a week above its upper limit is left out of later baselines: a run says that the
usual has changed, and to leave it out would keep the chart from ever learning so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from desktop.domain.figures.control import RUN_WEEKS, Limits, c_limits, run_side, side, u_limits
from desktop.domain.figures.report_shapes import ControlChart, WeekPoint
from desktop.domain.figures.rounding import half_up
from desktop.domain.figures.weeks import WEEK

BASELINE_WEEKS = 12  #: before the judged one
LEAST_BASELINE = 6  #: with fewer there is no chart
CHART_WEEKS = 26


@dataclass(frozen=True, slots=True)
class Week:
    """What is known of a week. ``activity`` is None where it isn't known for each of its seven days."""

    monday: date
    count: int
    activity: Fraction | None = None


@dataclass(frozen=True, slots=True)
class JudgedWeek:
    """A week and what it was measured by. ``limits`` are None where fewer than six weeks are left before it."""

    week: Week
    baseline: tuple[date, ...]
    limits: Limits | None = None
    by_activity: bool = False  #: u-chart
    is_alarmed: bool = False  #: its count is strictly above the upper limit
    run: int = 0  #: 1 or −1: ends eight weeks above or below its centre


@dataclass(frozen=True, slots=True)
class WeekAlarm:
    """An alarm of the chart. ``rule``: c_chart, u_chart or run."""

    rule: str
    side: int  #: 1 above, −1 below
    since: date  #: Monday of the week with which it began
    judged: JudgedWeek  #: the newest week that it is about

    @property
    def key(self) -> str:
        """The same for the same alarm, also when the activity is entered later and another chart judges the week."""
        if self.rule != "run":
            return f"week:{self.since}"
        return f"run:{self.since}:{'above' if self.side > 0 else 'below'}"

    @property
    def limit(self) -> Decimal:
        """In cases: the upper limit of the week, or of a run the centre."""
        assert self.judged.limits is not None  # nothing is an alarm without
        centre, _, upper = self.judged.limits.shown()
        return centre if self.rule == "run" else upper

    @property
    def first_monday(self) -> date:
        """The first week whose cases stand behind it."""
        weeks = RUN_WEEKS if self.rule == "run" else 1
        return self.judged.week.monday - (weeks - 1) * WEEK


def judge(weeks: Sequence[Week]) -> tuple[JudgedWeek, ...]:
    """Every week in its turn: ``weeks`` follow one another from that of the site's first record on."""
    judged: list[JudgedWeek] = []
    for place, week in enumerate(weeks):
        before = [j.week for j in judged[-BASELINE_WEEKS:] if not j.is_alarmed]
        judged.append(_judged(week, before, weeks[max(0, place - RUN_WEEKS + 1) : place + 1]))
    return tuple(judged)


def _judged(week: Week, baseline: Sequence[Week], last: Sequence[Week]) -> JudgedWeek:
    """``last``: the eight weeks, or fewer, that end with this one."""
    mondays = tuple(w.monday for w in baseline)
    if len(baseline) < LEAST_BASELINE:
        return JudgedWeek(week, mondays)
    limits = _by_activity(week, baseline)
    if limits is None:
        limits = c_limits([w.count for w in baseline])
        sides = [side(w.count, limits.centre) for w in last]
        return JudgedWeek(week, mondays, limits, False, limits.is_above(week.count), run_side(sides))
    # The centre is a rate: each of the eight is held against what its own activity lets expect.
    expected = [None if w.activity is None else limits.centre * w.activity / (week.activity or 1) for w in last]
    sides = [0 if m is None else side(w.count, m) for w, m in zip(last, expected, strict=True)]
    return JudgedWeek(week, mondays, limits, True, limits.is_above(week.count), run_side(sides))


def _by_activity(week: Week, baseline: Sequence[Week]) -> Limits | None:
    pairs = [(w.count, w.activity) for w in baseline if w.activity is not None]
    if week.activity is None or len(pairs) < len(baseline):
        return None
    return u_limits(pairs, week.activity)


def week_alarms(judged: Sequence[JudgedWeek]) -> tuple[WeekAlarm, ...]:
    """All alarms of the chart in the order of their weeks. A run that goes on is one alarm."""
    limits = (WeekAlarm("u_chart" if j.by_activity else "c_chart", 1, j.week.monday, j) for j in judged if j.is_alarmed)
    return tuple(sorted([*limits, *_runs(judged)], key=lambda alarm: (alarm.judged.week.monday, alarm.key)))


def _runs(judged: Sequence[JudgedWeek]) -> Iterator[WeekAlarm]:
    since: date | None = None
    for place, week in enumerate(judged):
        if not week.run:
            since = None
            continue
        if since is None or judged[place - 1].run != week.run:
            since = week.week.monday
        goes_on = place + 1 < len(judged) and judged[place + 1].run == week.run
        if not goes_on:
            yield WeekAlarm("run", week.run, since, week)


def chart(judged: Sequence[JudgedWeek], running: date, per: int) -> ControlChart:
    """The last 26 weeks as they are drawn; ``running`` is the Monday of the week that isn't over yet.

    Where activity is known for each of them and the last was judged by it, values are cases per ``per`` room-nights
    or sales, else cases; the limits then stand in the same unit, whichever chart they are from.
    """
    shown = judged[-CHART_WEEKS:]
    if not shown:
        return ControlChart((), rated=False, baseline_weeks=0, first_week=None, last_week=None)
    rated = shown[-1].by_activity and all(j.week.activity for j in shown)
    begin = len(judged) - len(shown)
    in_run = {n for place, j in enumerate(judged) if j.run for n in range(place - RUN_WEEKS + 1, place + 1)}
    baseline = shown[-1].baseline
    return ControlChart(
        weeks=tuple(
            _point(j, running, Fraction(per) / (j.week.activity or 1) if rated else Fraction(1), begin + n in in_run)
            for n, j in enumerate(shown)
        ),
        rated=rated,
        baseline_weeks=len(baseline),
        first_week=baseline[0] if baseline else None,
        last_week=baseline[-1] if baseline else None,
    )


def _point(judged: JudgedWeek, running: date, scale: Fraction, in_run: bool) -> WeekPoint:
    week, limits = judged.week, judged.limits
    centre, lower, upper = limits.shown(scale) if limits else (None, None, None)
    return WeekPoint(
        monday=week.monday,
        count=week.count,
        value=half_up(week.count * scale),
        complete=week.monday < running,
        centre=centre,
        lower=lower,
        upper=upper,
        beyond=judged.is_alarmed,
        in_run=in_run,
    )
