"""Figures in the shapes that the services give them in, and doors that answer with them."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from desktop.domain.figures.picks import Pick
from desktop.domain.figures.report_shapes import (
    ControlChart,
    Detail,
    EarlyWarning,
    Goals,
    HeatCell,
    ListedCase,
    PlaceFigures,
    SpeedAndSatisfaction,
    WeekPoint,
)
from desktop.domain.figures.shapes import (
    CategoryCount,
    Compensation,
    Figures,
    FirstResponse,
    Flow,
    OnTarget,
    Outcomes,
    Resolution,
    Satisfaction,
    Share,
    Span,
)
from desktop.domain.kinds import Band
from desktop.ui.insights.doors import InsightsDoors

NOW = datetime(2026, 11, 19, 13, 42, tzinfo=UTC)  #: Thursday, 21:42 in Shanghai
FIRST = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
HOSTILE = '<img src="x"> \u202eevil & <b>bold</b>'
_NOTHING = Share(0, None)
_WEEKS = (17, 21, 15, 19, 22, 18, 14, 20, 16, 23, 19, 17, 21, 15, 18, 20, 17, 22, 19, 16, 21, 24, 23, 27, 29, 34)


def figures(span: Span, as_of: datetime = NOW, received: int = 96, **changed: object) -> Figures:
    """What a span came to."""
    whole = Figures(
        span,
        as_of,
        received,
        Flow(0, received, 0, 0, 0, received),
        FirstResponse(Decimal("7.00"), Decimal("9.10"), Decimal("31.00"), Share(80, Decimal("83.3")), 90),
        _NOTHING,
        Resolution(None, None, None, 0),
        OnTarget(Share(90, Decimal("93.8")), Share(84, Decimal("88.0"))),
        _NOTHING,
        _NOTHING,
        _NOTHING,
        Outcomes(_NOTHING, _NOTHING, _NOTHING),
        Satisfaction(Decimal("90.0"), Decimal("4.30"), 20, 30, Decimal("66.7")),
        None,
        None,
        Compensation(1_426_000, None, 12, (), ()),
        (),
        None,
        (),
        (),
        (),
        (),
        (),
        None,
        Decimal("2.40"),
        None,
        _NOTHING,
        (),
    )
    return replace(whole, **changed)  # type: ignore[arg-type]  # the fields that a test names


def before(span: Span, as_of: datetime) -> Figures:
    """What the span before came to."""
    return figures(
        span,
        as_of,
        61,
        rate=Decimal("1.60"),
        first_response=FirstResponse(Decimal("9.00"), None, None, _NOTHING, 60),
        on_target=OnTarget(_NOTHING, Share(52, Decimal("85.0"))),
        satisfaction=Satisfaction(None, Decimal("4.20"), 9, 30, None),
        compensation=Compensation(1_616_000, None, 14, (), ()),
    )


def detail() -> Detail:
    """Categories, hours and places as in the picture."""
    names = ("H01-1", "H02-1", "H03-1", "H04-1", "H05-1", "H01-2", "H06-1", "H07-1", "H08-1", "")
    counts = (24, 17, 14, 11, 9, 7, 5, 4, 3, 2)
    levels = tuple(CategoryCount(code, count, None, None) for code, count in zip(names, counts, strict=True))
    cells = {
        "night": (3, 2, 2, 3, 5, 6, 4),
        "day": (5, 4, 5, 6, 8, 9, 6),
        "evening": (7, 5, 6, 9, 14, 12, 7),
    }
    heat = tuple(HeatCell(day, shift, count) for shift, row in cells.items() for day, count in enumerate(row))
    places = (
        PlaceFigures("Floor 12, east wing", 9, 3, (3, 4, 4, 6, 9)),
        PlaceFigures("Counter, 22:00–23:00", 8, 4, (4, 3, 5, 6, 8)),
        PlaceFigures("Restaurant, dinner", 7, 6, (7, 8, 6, 7, 7)),
        PlaceFigures("Lift lobby B", 4, 1, (1, 1, 2, 2, 4)),
        PlaceFigures("Pool deck", 3, 3, (4, 3, 2, 4, 3)),
        PlaceFigures(HOSTILE * 5, 1, None, (0, 0, 0, 0, 1)),
    )
    return Detail((), (), places, heat, (), (), SpeedAndSatisfaction(None, 0, None, 0), (), levels)


def chart(weeks: int = 26) -> ControlChart:
    """The last weeks; under eight there are no limits."""
    last = date(2026, 11, 16)
    limits = weeks >= 8
    points = tuple(
        WeekPoint(
            last - timedelta(weeks=weeks - 1 - place),
            count,
            Decimal(count),
            place < weeks - 1,
            Decimal("18.40") if limits else None,
            Decimal("5.60") if limits else None,
            Decimal("31.30") if limits else None,
            beyond=limits and count > 31,
        )
        for place, count in enumerate(_WEEKS[-weeks:])
    )
    monday = date(2026, 8, 24)
    baseline = (12, monday, monday + timedelta(weeks=11)) if limits else (weeks, None, None)
    return ControlChart(points, False, *baseline)


def listed(place: int = 1, **changed: object) -> ListedCase:
    """A case in a list."""
    number = f"HH-D1-202611{place:02}-000{place % 10}"
    received = datetime(2026, 11, place, 4, place, tzinfo=UTC)
    case = ListedCase(number, received, list(Band)[place % 4], "H01-1", "new", "rita")
    return replace(case, **changed)  # type: ignore[arg-type]  # as above


def alarm(key: str = "a", **changed: object) -> EarlyWarning:
    """A cluster of six on the twelfth floor."""
    cases = tuple(listed(place).number for place in range(1, 7))
    since = NOW - timedelta(days=2)
    warning = EarlyWarning(key, "cluster", since, "H01-1", "Floor 12", "place", 6, None, cases)
    return replace(warning, **changed)  # type: ignore[arg-type]  # as above


@dataclass
class Book:
    """What the doors answer, and what was asked of them."""

    data_span: tuple[datetime, datetime] | None = (FIRST, NOW)
    weeks: int = 26
    goals: Goals = field(default_factory=Goals)
    warnings: tuple[EarlyWarning, ...] = ()
    cases: tuple[ListedCase, ...] = tuple(listed(place) for place in range(1, 19))
    detail: Detail = field(default_factory=detail)
    now: datetime = NOW
    spans: list[tuple[Span, datetime, str]] = field(default_factory=list)
    charts: list[tuple[datetime, str]] = field(default_factory=list)
    picks: list[tuple[Pick, Span, datetime, str]] = field(default_factory=list)
    dismissed: list[tuple[str, str]] = field(default_factory=list)
    figures: Callable[..., Figures] = figures

    def count(self, span: Span, as_of: datetime, category: str) -> Figures:
        self.spans.append((span, as_of, category))
        return self.figures(span, as_of) if len(self.spans) % 2 else before(span, as_of)

    def control(self, as_of: datetime, category: str) -> ControlChart:
        self.charts.append((as_of, category))
        return chart(self.weeks)

    def behind(self, pick: Pick, span: Span, as_of: datetime, category: str) -> tuple[ListedCase, ...]:
        self.picks.append((pick, span, as_of, category))
        return self.cases

    def dismiss(self, key: str, reason: str) -> None:
        self.dismissed.append((key, reason))
        self.warnings = tuple(warning for warning in self.warnings if warning.key != key)

    def doors(self) -> InsightsDoors:
        """The doors to this book."""
        return InsightsDoors(
            figures=self.count,
            detail=lambda _span, _as_of, _category: self.detail,
            chart=self.control,
            goals=lambda: self.goals,
            data_span=lambda: self.data_span,
            cases=self.behind,
            warnings=lambda _as_of: self.warnings,
            dismiss=self.dismiss,
            names=lambda: {"rita": "Rita Chan"},
            now=lambda: self.now,
        )
