"""What charts say to screen readers: one to four sentences with the figures (design.md 13)."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from desktop.domain.charts.pareto import Row, rows_to_80
from desktop.domain.figures.report_shapes import ControlChart, MonthPoint, WeekPoint
from desktop.domain.figures.shapes import Month
from desktop.domain.kinds import Language
from desktop.words.catalogue import Words

_NAMED_ROWS = 8  #: bars that are read out
_NAMED_CELLS = 3
_NAMED_WEEKS = 5
_WEEKS_NEEDED = 8  #: about so many (design.md 11)


LimitText = Callable[[Decimal], str]  #: says a limit


def nothing(title: str, words: Words) -> str:
    """A chart without data."""
    return words.sentence("chart_nothing", name=title)


def control_alt(
    chart: ControlChart, title: str, words: Words, *, value: Callable[[WeekPoint], str], limit: LimitText
) -> str:
    """The last full week and the running one against the limits; alarms before them."""
    if not chart.weeks:
        return nothing(title, words)
    said = [words.sentence("chart_alt_control", name=title, n=len(chart.weeks))]
    full = [week for week in chart.weeks if week.complete]
    if full:
        said += _week_said("chart_alt_last", full[-1], words, value, limit)
    if not chart.weeks[-1].complete:
        said += _week_said("chart_alt_running", chart.weeks[-1], words, value, limit)
    if all(week.upper is None for week in chart.weeks):
        said.append(too_few(chart, words))
    past = [_number(week) for week in full[:-1] if week.beyond][-_NAMED_WEEKS:]
    if past:
        weeks = words.joined(words.sentence("chart_week", n=number) for number in past)
        said.append(words.sentence("chart_alt_past", weeks=weeks))
    return _together(said, words)


def too_few(chart: ControlChart, words: Words) -> str:
    """How many weeks a chart without limits has, and how many it needs; empty where more than weeks are missing."""
    full = sum(week.complete for week in chart.weeks)
    return words.sentence("chart_few", n=str(full)) if full < _WEEKS_NEEDED else ""


def _week_said(
    code: str, week: WeekPoint, words: Words, value: Callable[[WeekPoint], str], limit: LimitText
) -> list[str]:
    said = [words.sentence(code, week=_number(week), value=value(week))]
    if week.upper is None or week.centre is None:
        return said
    limits = {"upper": limit(week.upper), "usual": limit(week.centre)}
    if week.beyond:
        said.append(words.sentence("chart_alt_beyond", **limits))
    elif week.complete:
        said.append(words.sentence("chart_alt_within", lower=limit(week.lower or Decimal(0)), **limits))
    if week.in_run:
        said.append(words.sentence("chart_alt_run"))
    return said


def pareto_alt(rows: Sequence[Row], title: str, words: Words) -> str:
    """The largest rows with counts and shares, and how many make up 80 %."""
    counts = [row.count for row in rows]
    total, first = sum(counts), rows_to_80(counts)
    if first is None:
        return nothing(title, words)
    stop = "。" if words.language is Language.ZH else "."
    named = words.joined(row_texts(rows, words, total)) + stop
    said = [words.sentence("chart_alt_pareto", name=title, total=f"{total:,}"), named]
    if 1 < first < len(rows):
        said.append(words.sentence("chart_alt_80", n=str(first)))
    return _together(said, words)


def row_texts(rows: Sequence[Row], words: Words, total: int = 0) -> list[str]:
    """The first rows as ``Noise 17``, or with their shares of ``total``: ``Noise 17 (18%)``; the rest in one."""
    said = []
    for row in rows[:_NAMED_ROWS]:
        share = f"{(200 * row.count + total) // (2 * total)}%" if total else ""
        code = "chart_row_share" if total else "chart_row"
        said.append(words.sentence(code, label=row.label, count=f"{row.count:,}", share=share))
    rest = sum(row.count for row in rows[_NAMED_ROWS:])
    if rest:
        said.append(words.sentence("chart_row", label=words.term("chart", "other"), count=f"{rest:,}"))
    return said


def heat_alt(busy: Sequence[tuple[str, int]], total: int, title: str, words: Words) -> str:
    """The busiest cells; ``busy`` holds weekday and shift in words with their counts, the most first."""
    if not busy:
        return nothing(title, words)
    cells = words.joined(words.sentence("chart_row", label=where, count=f"{n:,}") for where, n in busy[:_NAMED_CELLS])
    return words.sentence("chart_alt_heat", name=title, total=f"{total:,}", cells=cells)


def trend_alt(
    points: Sequence[MonthPoint],
    title: str,
    words: Words,
    *,
    said: Callable[[MonthPoint], str],
    month: Callable[[Month], str],
    goal: Decimal | None,
) -> str:
    """The last month against the one before, the highest and the lowest, and the goal."""
    if not points:
        return nothing(title, words)
    last = points[-1]
    before = f"{points[-2].received:,}" if len(points) > 1 else ""
    now = {"month": month(last.month), "value": said(last), "before": before}
    sentences = [words.sentence("chart_alt_trend", name=title, n=len(points), **now)]
    most, fewest = max(points, key=lambda p: p.received), min(points, key=lambda p: p.received)
    if most.received > fewest.received:
        high = {"high": month(most.month), "most": f"{most.received:,}"}
        low = {"low": month(fewest.month), "fewest": f"{fewest.received:,}"}
        sentences.append(words.sentence("chart_alt_range", **high, **low))
    if goal is not None:
        sentences.append(words.sentence("chart_alt_goal", goal=str(goal)))
    return _together(sentences, words)


def _number(week: WeekPoint) -> str:
    return str(week.monday.isocalendar().week)


def _together(sentences: Sequence[str], words: Words) -> str:
    return ("" if words.language is Language.ZH else " ").join(filter(None, sentences))
