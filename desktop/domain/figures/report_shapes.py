"""What the printed month and Insights show beside the figures: rows, lists, charts, warnings, decisions.

Rounded and told as ``desktop.domain.figures.shapes`` says.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from desktop.domain.figures.shapes import CategoryCount, Figures, Month
from desktop.domain.kinds import Band, Role


@dataclass(frozen=True, slots=True)
class BandFigures:
    """One band's row in the report: cases, answered and resolved in time, median resolution in hours."""

    band: Band
    cases: int
    answered_in_time: int
    resolved_in_time: int
    median_h: Decimal | None


@dataclass(frozen=True, slots=True)
class CategoryFigures:
    """One level-2 category's row (level 1 where no more is known): what it was before, how it went, what it cost."""

    code: str
    count: int
    before: int  #: in the span before
    median_h: Decimal | None
    satisfaction: Decimal | None
    paid: int  #: minor units


@dataclass(frozen=True, slots=True)
class PlaceFigures:
    """A place and what is usual there: the mean of the six equal spans before, whole, half up.

    ``spans`` are its counts in the five spans that end with this one, for a sparkline; the oldest first.
    """

    place: str
    count: int
    usual: int | None  #: None where the site is younger than one span before
    spans: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class HeatCell:
    """How many of the cohort fell on a weekday (0 Monday) of the shift's date and a shift code."""

    weekday: int
    shift: str
    count: int


@dataclass(frozen=True, slots=True)
class CrossCell:
    """How many of the cohort share a level-1 category, a shift and a place."""

    category: str
    shift: str
    place: str
    count: int


@dataclass(frozen=True, slots=True)
class RemedyFigures:
    """One kind of remedy: how often, what it cost, and how satisfied its guests were."""

    kind: str
    count: int
    amount: int  #: minor units
    satisfaction: Decimal | None


@dataclass(frozen=True, slots=True)
class SpeedAndSatisfaction:
    """The site's own mean satisfaction: answered within 60 minutes, and later."""

    within_1h: Decimal | None
    within_1h_answers: int
    later: Decimal | None
    later_answers: int


@dataclass(frozen=True, slots=True)
class StaffFigures:
    """One person's month: received, owned, resolved by them, and the shares on target of what they received."""

    login: str
    received: int
    owned: int
    resolved: int
    respond_pct: Decimal | None
    resolve_pct: Decimal | None


@dataclass(frozen=True, slots=True)
class ListedCase:
    """A case in one of the report's lists; no guest's name, no words of theirs."""

    number: str
    received_at: datetime
    band: Band
    category: str  #: code, or empty
    state: str
    owner: str  #: login, name of somebody not on the list, or empty
    note: str = ""  #: what the list adds: a code or figure that the list's own docstring names


@dataclass(frozen=True, slots=True)
class CaseLists:
    """The lists of part 8 and 10, each oldest first."""

    late: tuple[ListedCase, ...]  #: of the cohort, answered or resolved after its target; note: respond, resolve, both
    wrongly_prioritised: tuple[ListedCase, ...]  #: band at intake differs from the band it has; note: 'P3'
    referred_out: tuple[ListedCase, ...]
    recurrent: tuple[ListedCase, ...]  #: note: guest, place
    open_at_end: tuple[ListedCase, ...]  #: note: days open, a whole number


@dataclass(frozen=True, slots=True)
class MonthPoint:
    """One month in the trend of thirteen."""

    month: Month
    received: int
    rate: Decimal | None
    satisfaction: Decimal | None  #: mean


@dataclass(frozen=True, slots=True)
class WeekPoint:
    """One week of the control chart. ``value`` is the count, or the rate per 1,000 or 10,000 where ``rated``."""

    monday: date
    count: int
    value: Decimal
    complete: bool  #: not running any more
    centre: Decimal | None = None  #: None where its baseline has under six weeks
    lower: Decimal | None = None
    upper: Decimal | None = None
    beyond: bool = False  #: strictly above the upper limit: an alarm
    in_run: bool = False  #: one of eight on the same side


@dataclass(frozen=True, slots=True)
class ControlChart:
    """Complaints per week, the last 26 or fewer; limits are each week's own, judged by the 12 weeks before it."""

    weeks: tuple[WeekPoint, ...]
    rated: bool  #: u-chart: per activity
    baseline_weeks: int  #: of the last judged week; under 6 there are no limits
    first_week: date | None  #: of that baseline
    last_week: date | None


@dataclass(frozen=True, slots=True)
class EarlyWarning:
    """An early warning (figures.md, Early warning). ``key`` names the same alarm on every look at it."""

    key: str
    rule: str  #: c_chart, u_chart, run, cluster
    since: datetime
    what: str  #: category code for a cluster; '' for the site's whole count
    where: str  #: shift code or place for a cluster; ''
    where_kind: str  #: shift, place, or '' (the whole site)
    count: int  #: of the judged week, or of the cluster
    limit: Decimal | None  #: in cases: the upper limit of the week; of a run its centre; None for a cluster
    cases: tuple[str, ...]  #: numbers, oldest first; without restricted ones for who may not read them
    dismissed_at: datetime | None = None
    dismissed_by: str = ""  #: login
    reason: str = ""
    side: int = 1  #: of a run: 1 above its centre, −1 below


@dataclass(frozen=True, slots=True)
class Goals:
    """What the site wants its figures to be; None where nobody has said. Percentages and figures as in ``Figures``."""

    within_1h_pct: Decimal | None = None
    within_24h_pct: Decimal | None = None
    respond_pct: Decimal | None = None
    resolve_pct: Decimal | None = None
    satisfaction: Decimal | None = None  #: mean of 5
    rate: Decimal | None = None  #: at most


@dataclass(frozen=True, slots=True)
class Decision:
    """Something the manager decided in a month's report: for the month after it. ``kept``: None while not told."""

    place: int  #: 1, 2, … within the month
    text: str
    who: str
    due: str  #: as the manager wrote it: 'by 15 Nov', 'before each evening shift'
    kept: bool | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """What the report and Insights show of a span beside its figures."""

    by_band: tuple[BandFigures, ...]  #: P1 to P4
    by_category: tuple[CategoryFigures, ...]  #: count, then code
    places: tuple[PlaceFigures, ...]  #: count, then name; without the blank one
    heat: tuple[HeatCell, ...]  #: cells with cases only
    cross: tuple[CrossCell, ...]  #: the most first
    remedies: tuple[RemedyFigures, ...]
    speed: SpeedAndSatisfaction
    staff: tuple[StaffFigures, ...]
    levels: tuple[CategoryCount, ...]  #: the Pareto by level 2


@dataclass(frozen=True, slots=True)
class MonthReport:
    """All that a month's report prints; the papers add words, fonts and the site's imprint."""

    month: Month
    as_of: datetime
    figures: Figures
    before: Figures  #: the month before
    goals: Goals
    detail: Detail
    lists: CaseLists
    trend: tuple[MonthPoint, ...]  #: thirteen months, this one last
    control: ControlChart
    warnings: tuple[EarlyWarning, ...]  #: those that arose in the month, dismissed ones too
    decisions: tuple[Decision, ...]  #: for the next month
    last_decisions: tuple[Decision, ...]  #: of the report before
    data_from: datetime | None  #: the first and last received moment that the site knows
    data_until: datetime | None
    chain_head: str  #: hexadecimal
    chain_length: int
    roles: Mapping[str, Role] = field(default_factory=dict)  #: of the logins that are named
