"""What the figures of a span are (figures.md): frozen rows, rounded once, the same on screen, on paper and in files.

Percentages (``pct``) are Decimals with one place, other figures with two, counts and NPS whole numbers; half up.
A figure without data is None and shown as '–', never as 0. Sums are minor units of the site's currency, except where
a docstring says otherwise. Months and days are local, moments aware UTC.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month of the site."""

    year: int
    month: int  #: 1–12

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    @property
    def first_day(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    def plus(self, months: int) -> "Month":
        """So many months later, or earlier where negative."""
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Month(year, month + 1)


@dataclass(frozen=True, slots=True)
class Span:
    """Local days, ``until`` no longer belongs to it. A month, a week, a quarter, or what somebody chose."""

    first: date
    until: date


@dataclass(frozen=True, slots=True)
class Share:
    """How many, and how much that is of the cohort."""

    count: int
    pct: Decimal | None


@dataclass(frozen=True, slots=True)
class Flow:
    """opening + received + reopened − resolutions − other exits = closing."""

    opening: int
    received: int
    reopened: int  #: events
    resolutions: int
    other_exits: int  #: withdrawals
    closing: int

    @property
    def balances(self) -> bool:
        """Whether the equation holds, as it must."""
        gone = self.resolutions + self.other_exits
        return self.opening + self.received + self.reopened - gone == self.closing


@dataclass(frozen=True, slots=True)
class FirstResponse:
    """Received → first acknowledgement or contact, elapsed minutes, over the answered cases of the cohort."""

    median_min: Decimal | None
    mean_min: Decimal | None
    p90_min: Decimal | None
    within_1h: Share
    answered: int


@dataclass(frozen=True, slots=True)
class Resolution:
    """Received → first resolution, elapsed hours, over the cohort's cases first resolved before the span's end."""

    mean_h: Decimal | None
    median_h: Decimal | None
    p90_h: Decimal | None
    resolved: int


@dataclass(frozen=True, slots=True)
class OnTarget:
    """Answered and resolved in time by the case's own targets ÷ cohort."""

    respond: Share
    resolve: Share


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Among the cohort's cases with an outcome."""

    upheld: Share
    partly: Share
    not_upheld: Share


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """'How satisfied with the way this complaint was handled', 1–5."""

    pct: Decimal | None  #: share of answers 4–5
    mean: Decimal | None
    answers: int
    asked: int
    response_pct: Decimal | None


@dataclass(frozen=True, slots=True)
class Paid:
    """Remedies of one kind, or what one role approved."""

    key: str  #: remedy code or role code
    count: int  #: remedies
    amount: int  #: minor units


@dataclass(frozen=True, slots=True)
class Compensation:
    """What the cohort's cases were given."""

    total: int  #: minor units
    per_case: Decimal | None  #: major units, two places
    cases_paid: int
    by_remedy: tuple[Paid, ...]  #: the dearest first, then by code
    by_role: tuple[Paid, ...]  #: of the approver


@dataclass(frozen=True, slots=True)
class CategoryCount:
    """A level-1 category in the Pareto's order: count, then code. ``code`` is empty where nothing was rated."""

    code: str
    count: int
    pct: Decimal | None
    cumulative_pct: Decimal | None


@dataclass(frozen=True, slots=True)
class KeyCount:
    """How many of the cohort bear a key: a place, a shift code, a channel, a department, a login."""

    key: str
    count: int
    pct: Decimal | None


@dataclass(frozen=True, slots=True)
class Measures:
    """Corrective and preventive measures as of the moment."""

    open: int
    overdue: int
    effective: int
    not_effective: int


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one span as of one moment."""

    span: Span
    as_of: datetime
    received: int
    flow: Flow
    first_response: FirstResponse
    within_24h: Share
    resolution: Resolution
    on_target: OnTarget
    first_contact: Share
    escalated: Share
    reopened: Share  #: reopened cases ÷ first resolutions, both in the span
    outcome: Outcomes
    satisfaction: Satisfaction
    nps: int | None
    emotion_drop: Decimal | None
    compensation: Compensation
    by_category: tuple[CategoryCount, ...]
    pareto_80: int | None  #: so many categories reach 80 %
    by_shift: tuple[KeyCount, ...]  #: every shift code of the site, in the day's order; cases in a gap under ''
    by_place: tuple[KeyCount, ...]  #: the most first, then by name; the blank place apart, under ''
    by_channel: tuple[KeyCount, ...]
    by_department: tuple[KeyCount, ...]
    by_staff: tuple[KeyCount, ...]  #: by the receiver's login, or name where not on the list
    activity: Decimal | None  #: room-nights or sales of the span; None where not known for all of it
    rate: Decimal | None  #: per 1,000 room-nights (hotel) or 10,000 sales (shop)
    iceberg: int | None  #: an estimate, rule of thumb: cohort ÷ 0.20
    recurrent: Share
    root_causes: tuple[KeyCount, ...]  #: by the code before the '/'
    measures: Measures | None = None  #: None while none are kept
