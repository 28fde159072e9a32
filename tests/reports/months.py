"""Monthly reports to print, made by hand: empty, first, running, yet to come, hostile."""

from dataclasses import replace
from datetime import UTC, datetime

from desktop.domain.figures.report_shapes import (
    BandFigures,
    CaseLists,
    CategoryFigures,
    ControlChart,
    CrossCell,
    Decision,
    Detail,
    Goals,
    HeatCell,
    MonthPoint,
    MonthReport,
    PlaceFigures,
    SpeedAndSatisfaction,
    StaffFigures,
)
from desktop.domain.figures.shapes import (
    Compensation,
    Figures,
    FirstResponse,
    Flow,
    KeyCount,
    Month,
    OnTarget,
    Outcomes,
    Resolution,
    Satisfaction,
)
from desktop.domain.kinds import Band
from tests.reports.october import before, figures, full, trend
from tests.reports.october_tables import AS_OF, NONE, OCTOBER, D, control, keys, listed, ranked, share, span_of


def no_figures(month: Month, as_of: datetime = AS_OF, **changes: object) -> Figures:
    """Of a month without a complaint."""
    made = Figures(
        span=span_of(month),
        as_of=as_of,
        received=0,
        flow=Flow(0, 0, 0, 0, 0, 0),
        first_response=FirstResponse(None, None, None, NONE, 0),
        within_24h=NONE,
        resolution=Resolution(None, None, None, 0),
        on_target=OnTarget(NONE, NONE),
        first_contact=NONE,
        escalated=NONE,
        reopened=NONE,
        outcome=Outcomes(NONE, NONE, NONE),
        satisfaction=Satisfaction(None, None, 0, 0, None),
        nps=None,
        emotion_drop=None,
        compensation=Compensation(0, None, 0, (), ()),
        by_category=(),
        pareto_80=None,
        by_shift=tuple(KeyCount(code, 0, None) for code in ("day", "evening", "night")),
        by_place=(),
        by_channel=(),
        by_department=(),
        by_staff=(),
        activity=None,
        rate=None,
        iceberg=None,
        recurrent=NONE,
        root_causes=(),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # whatever a test wants to hand in


NO_DETAIL = Detail(
    by_band=tuple(BandFigures(band, 0, 0, 0, None) for band in Band),
    by_category=(),
    places=(),
    heat=(),
    cross=(),
    remedies=(),
    speed=SpeedAndSatisfaction(None, 0, None, 0),
    staff=(),
    levels=(),
)


def empty() -> MonthReport:
    """A site without a single complaint."""
    return MonthReport(
        month=OCTOBER,
        as_of=AS_OF,
        figures=no_figures(OCTOBER),
        before=no_figures(OCTOBER.plus(-1)),
        goals=Goals(),
        detail=NO_DETAIL,
        lists=CaseLists((), (), (), (), ()),
        trend=tuple(MonthPoint(OCTOBER.plus(n - 12), 0, None, None) for n in range(13)),
        control=ControlChart((), False, 0, None, None),
        warnings=(),
        decisions=(),
        last_decisions=(),
        data_from=None,
        data_until=None,
        chain_head="",
        chain_length=0,
    )


def quiet_month() -> MonthReport:
    """A month without a complaint, after months that had some."""
    return replace(
        full(),
        figures=no_figures(OCTOBER, flow=Flow(23, 0, 0, 20, 0, 3)),
        detail=NO_DETAIL,
        lists=CaseLists((), (), (), (), tuple(listed(n, str(40 - n)) for n in range(3))),
        warnings=(),
    )


def first_month() -> MonthReport:
    """The site's first: nothing before it, too few weeks for limits."""
    return replace(
        full(),
        before=no_figures(OCTOBER.plus(-1)),
        control=control(4, limits=False),
        data_from=datetime(2026, 10, 2, 3, 0, tzinfo=UTC),
        last_decisions=(),
        warnings=(),
        trend=tuple(
            replace(point, received=104 if place == 12 else 0, rate=None, satisfaction=None)
            for place, point in enumerate(trend())
        ),
    )


def running_month() -> MonthReport:
    """Looked at before its end."""
    return replace(full(), as_of=datetime(2026, 10, 20, 4, 0, tzinfo=UTC))


def future_month() -> MonthReport:
    """A month that has not begun."""
    february = Month(2027, 2)
    return replace(
        quiet_month(), month=february, figures=no_figures(february), before=no_figures(february.plus(-1)), decisions=()
    )


def one_case() -> MonthReport:
    """A month with a single complaint, after one with two."""
    code = "H01-1"
    return replace(
        full(),
        figures=no_figures(
            OCTOBER,
            received=1,
            flow=Flow(0, 1, 0, 1, 0, 0),
            first_response=FirstResponse(D("4.00"), D("4.00"), D("4.00"), share(1, 1), 1),
            within_24h=share(1, 1),
            resolution=Resolution(D("1.50"), D("1.50"), D("1.50"), 1),
            on_target=OnTarget(share(1, 1), share(1, 1)),
            by_category=ranked((("H01", 1),)),
            pareto_80=1,
            by_shift=keys(("day", 1), ("evening", 0), ("night", 0)),
            by_channel=keys(("counter", 1)),
            by_place=keys(("", 1)),
            by_department=keys(("", 1)),
            by_staff=keys(("maya", 1)),
            iceberg=5,
        ),
        before=no_figures(OCTOBER.plus(-1), received=2),
        detail=replace(
            NO_DETAIL,
            by_band=(*NO_DETAIL.by_band[:3], BandFigures(Band.P4, 1, 1, 1, D("1.50"))),
            by_category=(CategoryFigures(code, 1, 2, D("1.50"), None, 0),),
            heat=(HeatCell(3, "day", 1),),
            cross=(CrossCell("H01", "day", "", 1),),
            staff=(StaffFigures("maya", 1, 1, 1, D("100.0"), D("100.0")),),
            levels=ranked(((code, 1),)),
        ),
        lists=CaseLists((), (), (), (), ()),
        warnings=(),
        decisions=full().decisions[:1],
        last_decisions=(),
    )


def without_activity() -> MonthReport:
    """Nobody entered the room-nights."""
    return replace(
        full(),
        figures=replace(figures(), activity=None, rate=None),
        before=replace(before(), activity=None, rate=None),
        trend=tuple(replace(point, rate=None) for point in trend()),
    )


HOSTILE = '<b onload=x><img src="//host/share"> &amp; {number} %s \x85\u202egnp.exe\u200b </para> ${x}'
HOSTILE_SEEN = '<b onload=x><img src="//host/share"> &amp; {number} %s gnp.exe </para> ${x}'
LONG = "The corridor behind the kitchen of the east wing on the twelfth floor, beside the second service lift"


def hostile() -> MonthReport:
    """Wherever a person's text stands, text that means harm, or that is far too long."""
    made, long_word = full(), "东" * 300 + "W" * 300
    data = made.detail
    return replace(
        made,
        detail=replace(
            data,
            places=(
                PlaceFigures(HOSTILE, 9, 5, (1, 2, 3, 4, 9)),
                PlaceFigures(LONG, 8, 3, (0, 0, 0, 0, 8)),
                PlaceFigures(long_word, 7, 6, (0, 0, 0, 0, 7)),
            ),
            cross=(CrossCell(HOSTILE, "evening", LONG, 6), CrossCell("H07", HOSTILE, long_word, 4)),
            staff=(StaffFigures(HOSTILE, 61, 40, 52, D("95.1"), D("86.9")), *data.staff[1:]),
            by_category=(replace(data.by_category[0], code=HOSTILE), *data.by_category[1:]),
            levels=(replace(data.levels[0], code=HOSTILE), *data.levels[1:]),
        ),
        figures=replace(made.figures, by_department=keys((HOSTILE, 60), (LONG, 30), (long_word, 14))),
        lists=replace(made.lists, late=(listed(1, HOSTILE, owner=HOSTILE, category=HOSTILE, state=HOSTILE),)),
        warnings=(replace(made.warnings[1], where=HOSTILE, reason=HOSTILE * 20),),
        decisions=(Decision(1, HOSTILE, HOSTILE, HOSTILE), Decision(2, "x " * 3000, long_word, LONG)),
        last_decisions=(Decision(1, HOSTILE, HOSTILE, HOSTILE, None, HOSTILE),),
    )


def many_of_everything() -> MonthReport:
    """More categories, places, people and alarms than a page holds."""
    made = full()
    table = made.detail
    return replace(
        made,
        detail=replace(
            table,
            by_category=tuple(replace(table.by_category[n % 10], count=99 - n) for n in range(70)),
            places=tuple(PlaceFigures(f"Room {1_200 + n}", 90 - n, n, (0, 0, 0, 0, 90 - n)) for n in range(80)),
            staff=tuple(replace(table.staff[n % 3], login=f"person {n}") for n in range(50)),
        ),
        figures=replace(made.figures, by_department=keys(*((f"Department {n}", 40 - n) for n in range(30)))),
        warnings=made.warnings * 12,
        last_decisions=made.last_decisions * 20,
    )


def thousand_open() -> MonthReport:
    """A thousand cases open at the end."""
    made = full()
    cases = tuple(listed(n, str(999 - n)) for n in range(1_000))
    return replace(
        made,
        figures=replace(made.figures, flow=Flow(993, 104, 3, 98, 2, 1_000)),
        lists=replace(made.lists, open_at_end=cases),
    )
