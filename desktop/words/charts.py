"""Charts with their words: from figures to pictures that screen and paper lay out, and sentences for screen readers."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

from desktop.domain.charts.control import ControlPicture, ControlWords
from desktop.domain.charts.heat import DAYS, HeatPicture, HeatWords
from desktop.domain.charts.pareto import ParetoPicture, ParetoWords, Row
from desktop.domain.charts.sparkline import SparkPicture
from desktop.domain.charts.trend import TrendPicture, TrendWords
from desktop.domain.figures.report_shapes import ControlChart, HeatCell, MonthPoint, WeekPoint
from desktop.domain.figures.shapes import CategoryCount, Month
from desktop.domain.kinds import Language, Property
from desktop.words import chart_alts as alts
from desktop.words.catalogue import Words
from desktop.words.formats import short_date
from desktop.words.plain import plain

LONGEST_LABEL = 120  #: characters of a name from outside that a chart takes; it shows as much as fits

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_BRIEF = {  #: the units in which large counts are told in brief, the largest first
    Language.EN: ((1_000_000, "m"), (1_000, "k")),
    Language.ZH: ((100_000_000, " 亿"), (10_000, " 万")),
}


def control_chart(chart: ControlChart, words: Words, property_: Property, *, name: str = "") -> ControlPicture:
    """Complaints per week between their limits. A hit is ``week`` with its Monday (``2026-11-09``)."""
    title = _name(name, words, "control")
    value = partial(week_value, rated=chart.rated)
    said = partial(_said_value, words=words, chart=chart, property_=property_)

    def signal(week: WeekPoint) -> str:
        return words.sentence("chart_signal", week=_week_number(week.monday), value=value(week.value))

    def tip(week: WeekPoint) -> str:
        monday = short_date(week.monday, words.language)
        number = _week_number(week.monday)
        remark = _remark(week, words, rated=chart.rated)
        return words.sentence("chart_week_tip", week=number, monday=monday, value=said(week), remark=remark)

    return ControlPicture(
        title,
        alts.control_alt(chart, title, words, value=said, limit=partial(limit_text, rated=chart.rated)),
        chart,
        ControlWords(
            week=lambda monday: week_label(monday, words),
            tick=_tick,
            limit=partial(limit_text, rated=chart.rated),
            upper=lambda text: words.sentence("chart_upper", value=text),
            usual=lambda text: words.sentence("chart_usual", value=text),
            lower=lambda text: words.sentence("chart_lower", value=text),
            signal=signal,
            tip=tip,
            few=alts.too_few(chart, words),
            empty=words.term("chart", "empty"),
        ),
    )


def pareto(
    rows: Sequence[CategoryCount],
    label: Callable[[str], str],
    words: Words,
    *,
    name: str = "",
    kind: str = "category",
    most: int = 8,
) -> ParetoPicture:
    """Bars in the order given; ``label`` says a code in words. At most ``most`` rows (0: as many as fit).

    A hit is ``kind`` with the row's code, or ``others`` for the row that holds the rest.
    """
    title, other = _name(name, words, "pareto"), words.term("chart", "other")

    def of(row: CategoryCount) -> Row:
        said = plain(label(row.code), LONGEST_LABEL) or plain(row.code) if row.code else ""
        return Row(row.code, said or words.term("chart", "unrated"), row.count)

    def tip(said: str, count: int, running: int, total: int) -> str:
        shares = {"share": share_text(count, total), "run": share_text(running, total)}
        return words.sentence("chart_share_tip", label=said, count=count_text(count), **shares)

    found = tuple(of(row) for row in rows)
    return ParetoPicture(
        title,
        alts.pareto_alt(found, title, words),
        found,
        ParetoWords(
            count=count_text,
            share=share_text,
            tip=tip,
            other=lambda _rows: other,
            others_tip=lambda folded: words.joined(alts.row_texts(folded, words)),
            empty=words.term("chart", "empty"),
        ),
        kind,
        most,
    )


def heat_map(
    cells: Sequence[HeatCell], shifts: Sequence[tuple[str, str]], words: Words, *, name: str = ""
) -> HeatPicture:
    """Weekday by shift; ``shifts`` are codes with their names from top to bottom.

    A hit is ``heat`` with weekday and shift (``4/evening``). Shifts that only cells name get a row of their own.
    """
    title = _name(name, words, "heat")
    counts: dict[tuple[int, str], int] = {}
    for cell in cells:
        counts[cell.weekday, cell.shift] = counts.get((cell.weekday, cell.shift), 0) + cell.count
    rows = _with_unnamed(shifts, counts, words)

    def tip(day: int, shift: str, count: int) -> str:
        return words.sentence(
            "chart_value_tip",
            what=_day_shift(day, shift, words),
            value=words.sentence("chart_count", count=count_text(count)),
        )

    return HeatPicture(
        title,
        alts.heat_alt(_busy(counts, rows, words), sum(counts.values()), title, words),
        counts,
        rows,
        HeatWords(
            days=tuple(words.term("chart_day", str(day)) for day in range(DAYS)),
            count=count_text,
            brief=partial(brief_text, language=words.language),
            tip=tip,
            fewer=words.term("chart", "fewer"),
            more=words.term("chart", "more"),
            empty=words.term("chart", "empty"),
        ),
    )


def busiest(cells: Sequence[HeatCell], shifts: Sequence[tuple[str, str]], words: Words) -> str:
    """``Busiest: Friday, evening, 14``; empty without cases."""
    counts = {(cell.weekday, cell.shift): cell.count for cell in cells}
    found = _busy(counts, _with_unnamed(shifts, counts, words), words)
    if not found:
        return ""
    where, count = found[0]
    return words.sentence("chart_busiest", where=where, count=count_text(count))


def trend(
    points: Sequence[MonthPoint], words: Words, property_: Property, *, goal: Decimal | None = None, name: str = ""
) -> TrendPicture:
    """Counts of the months and, where known, their rates; ``goal``: the rate wanted at most.

    A hit is ``month`` with ``2026-10``.
    """
    title = _name(name, words, "trend")

    def said(point: MonthPoint) -> str:
        rate = "" if point.rate is None else str(point.rate)
        return _counted(point.received, rate, words, property_)

    def month(found: Month) -> str:
        return words.sentence("chart_month_year", month=str(found.month), year=str(found.year))

    return TrendPicture(
        title,
        alts.trend_alt(points, title, words, said=said, month=month, goal=goal),
        tuple(points),
        goal,
        TrendWords(
            month=lambda found: words.term("chart_month", str(found.month)),
            count=count_text,
            brief=partial(brief_text, language=words.language),
            rate=str,
            tip=lambda point: words.sentence("chart_value_tip", what=month(point.month), value=said(point)),
            goal=lambda value: words.sentence("chart_goal", value=str(value)),
            counts=words.term("chart", "complaints"),
            rates=words.sentence("chart_rates", rate=property_.value),
            empty=words.term("chart", "empty"),
        ),
    )


def sparkline(values: Sequence[int], words: Words, *, name: str = "", risen: bool = False) -> SparkPicture:
    """How a few spans went, the oldest first; ``risen`` marks what calls for a look."""
    title = _name(name, words, "spark")
    said = words.joined(count_text(value) for value in values)
    alt = words.sentence("chart_alt_spark", name=title, values=said) if values else alts.nothing(title, words)
    return SparkPicture(title, alt, tuple(values), risen)


def week_label(monday: date, words: Words) -> str:
    """A week as it stands at an axis: ``W46``, ``46 周``."""
    return words.sentence("chart_week", n=_week_number(monday))


def count_text(count: int) -> str:
    """``1,000,000``."""
    return f"{count:,}"


def brief_text(count: int, language: Language) -> str:
    """A count in few signs, cut and not rounded up: ``999``, ``1.2k``, ``12m``, ``1.2 万``."""
    for size, sign in _BRIEF[language]:
        if count >= size:
            whole, tenth = count // size, count * 10 // size % 10
            return f"{whole:,}{f'.{tenth}' if tenth and whole < 10 else ''}{sign}"
    return count_text(count)


def share_text(part: int, total: int) -> str:
    """A part of a whole, half up: ``43%``."""
    return f"{(200 * part + total) // (2 * total)}%" if total else "–"


def limit_text(value: Decimal, *, rated: bool) -> str:
    """A limit or the usual: one place for counts, two for rates, half up."""
    return f"{value.quantize(Decimal('0.01' if rated else '0.1'), ROUND_HALF_UP):,f}"


def week_value(value: Decimal, *, rated: bool) -> str:
    """A week's count, or its rate with two places, half up."""
    return f"{value.quantize(Decimal('0.01' if rated else '1'), ROUND_HALF_UP):,f}"


def _said_value(week: WeekPoint, *, words: Words, chart: ControlChart, property_: Property) -> str:
    """The count; where the chart shows rates, the rate too."""
    return _counted(week.count, week_value(week.value, rated=True) if chart.rated else "", words, property_)


def _counted(count: int, rate: str, words: Words, property_: Property) -> str:
    """A count, and its rate where there is one."""
    if not rate:
        return words.sentence("chart_count", count=count_text(count))
    return words.sentence("chart_count_rate", count=count_text(count), value=rate, rate=property_.value)


def _remark(week: WeekPoint, words: Words, *, rated: bool) -> str:
    if not week.complete and not week.beyond:
        return words.sentence("chart_remark_running")
    if week.upper is None or week.centre is None:
        return ""
    upper, usual = limit_text(week.upper, rated=rated), limit_text(week.centre, rated=rated)
    if week.beyond:
        return words.sentence("chart_remark_beyond", upper=upper)
    if week.in_run:
        return words.sentence("chart_remark_run", usual=usual)
    lower = limit_text(week.lower or Decimal(0), rated=rated)
    return words.sentence("chart_remark_within", lower=lower, upper=upper)


def _tick(value: Decimal) -> str:
    return f"{value.normalize():,f}"


def _week_number(monday: date) -> str:
    return str(monday.isocalendar().week)


def _name(name: str, words: Words, kind: str) -> str:
    return plain(name, LONGEST_LABEL) or words.term("chart", kind)


def _day_shift(day: int, shift: str, words: Words) -> str:
    return words.sentence("chart_day_shift", day=_WEEKDAYS[day], shift=shift)


def _with_unnamed(
    shifts: Sequence[tuple[str, str]], counts: dict[tuple[int, str], int], words: Words
) -> tuple[tuple[str, str], ...]:
    known = [(code, plain(said, LONGEST_LABEL)) for code, said in shifts]
    unnamed = sorted({code for (_, code), count in counts.items() if count} - {code for code, _ in known})
    between = words.term("chart", "between_shifts")
    return (*known, *((code, plain(code, LONGEST_LABEL) or between) for code in unnamed))


def _busy(counts: dict[tuple[int, str], int], rows: Sequence[tuple[str, str]], words: Words) -> list[tuple[str, int]]:
    """Weekday and shift with their counts, the most first, then in the order of the week and the day."""
    order = [((day, code), said) for day in range(DAYS) for code, said in rows]
    found = [(_day_shift(key[0], said, words), counts.get(key, 0)) for key, said in order if counts.get(key, 0)]
    return sorted(found, key=lambda one: -one[1])
