"""October 2026 in the Harbour Hotel, made by hand: the report of the design's pictures, as far as they go."""

from dataclasses import replace
from datetime import UTC, datetime

from desktop.domain.figures.report_shapes import CaseLists, Decision, EarlyWarning, Goals, MonthPoint, MonthReport
from desktop.domain.figures.shapes import (
    Compensation,
    Figures,
    FirstResponse,
    Flow,
    OnTarget,
    Outcomes,
    Paid,
    Resolution,
    Satisfaction,
    Share,
)
from desktop.domain.kinds import Band, Role
from tests.reports.october_tables import (
    AS_OF,
    GROUPS,
    HEAD,
    OCTOBER,
    D,
    control,
    detail,
    keys,
    listed,
    ranked,
    share,
    span_of,
)


def figures() -> Figures:
    """October's, of the design's pictures as far as they go."""
    return Figures(
        span=span_of(OCTOBER),
        as_of=AS_OF,
        received=104,
        flow=Flow(23, 104, 3, 98, 2, 30),
        first_response=FirstResponse(D("9.00"), D("17.46"), D("48.00"), share(97, 104), 102),
        within_24h=share(81, 104),
        resolution=Resolution(D("9.87"), D("5.33"), D("31.75"), 93),
        on_target=OnTarget(share(97, 104), share(88, 104)),
        first_contact=share(31, 104),
        escalated=share(12, 104),
        reopened=Share(3, D("3.2")),
        outcome=Outcomes(share(61, 89), share(19, 89), share(9, 89)),
        satisfaction=Satisfaction(D("83.6"), D("4.20"), 61, 78, D("78.2")),
        nps=34,
        emotion_drop=D("1.72"),
        compensation=Compensation(
            2_490_000,
            D("239.42"),
            72,
            (Paid("waive", 14, 1_232_000), Paid("refund_part", 9, 650_000), Paid("voucher", 31, 608_000)),
            (Paid("manager", 17, 1_610_000), Paid("specialist", 22, 640_000), Paid("receptionist", 67, 240_000)),
        ),
        by_category=ranked(GROUPS),
        pareto_80=5,
        by_shift=keys(("day", 33), ("evening", 52), ("night", 19)),
        by_place=keys(("12F east wing", 8), ("Front desk", 9), ("Restaurant", 7), ("Lift hall B", 4), ("", 73)),
        by_channel=keys(("counter", 58), ("phone", 31), ("ota", 9), ("email", 6)),
        by_department=keys(("Engineering", 38), ("Front office", 34), ("Housekeeping", 21), ("", 11)),
        by_staff=keys(("maya", 61), ("lin", 43)),
        activity=D("4706.00"),
        rate=D("22.10"),
        iceberg=520,
        recurrent=share(11, 104),
        root_causes=keys(("equipment", 31), ("process", 27), ("people", 19), ("information", 9), ("third_party", 3)),
    )


def before() -> Figures:
    """September's."""
    return replace(
        figures(),
        span=span_of(OCTOBER.plus(-1)),
        received=81,
        flow=Flow(19, 81, 2, 77, 2, 23),
        first_response=FirstResponse(D("11.00"), D("19.02"), D("55.00"), share(74, 81), 80),
        within_24h=share(60, 81),
        resolution=Resolution(D("10.40"), D("5.92"), D("36.10"), 75),
        on_target=OnTarget(share(73, 81), share(67, 81)),
        satisfaction=Satisfaction(D("80.4"), D("4.10"), 46, 60, D("76.7")),
        nps=29,
        emotion_drop=D("1.66"),
        compensation=Compensation(2_130_000, D("262.96"), 55, (), ()),
        activity=D("4500.00"),
        rate=D("18.00"),
        iceberg=405,
    )


def trend() -> tuple[MonthPoint, ...]:
    """Thirteen months; the site's first is the third of them."""
    rates, means = {11: D("18.00"), 12: D("22.10")}, {11: D("4.10"), 12: D("4.20")}
    counts = (0, 0, 66, 71, 80, 77, 69, 74, 88, 92, 85, 81, 104)
    return tuple(
        MonthPoint(
            OCTOBER.plus(place - 12),
            count,
            rates.get(place, (D(count) / 5).quantize(D("0.01"))) if count else None,
            means.get(place, D("4.00") + D(place) / 100) if count else None,
        )
        for place, count in enumerate(counts)
    )


def full() -> MonthReport:
    """October 2026 in the Harbour Hotel."""
    return MonthReport(
        month=OCTOBER,
        as_of=AS_OF,
        figures=figures(),
        before=before(),
        goals=Goals(D("95.0"), D("80.0"), D("95.0"), D("90.0"), D("4.50"), D("20.00")),
        detail=detail(),
        lists=CaseLists(
            late=tuple(listed(n, ("respond", "resolve", "both")[n % 3]) for n in range(16)),
            wrongly_prioritised=tuple(listed(20 + n, "P3", band=Band.P1) for n in range(3)),
            referred_out=(listed(31, state="closed"),),
            recurrent=tuple(listed(40 + n, ("guest", "place")[n % 2]) for n in range(4)),
            open_at_end=tuple(listed(n, str(31 - n)) for n in range(30)),
        ),
        trend=trend(),
        control=control(),
        warnings=(
            EarlyWarning(
                "run:2026-10-26", "run", datetime(2026, 10, 25, 16, tzinfo=UTC), "", "", "", 27, D("18.40"),
                tuple(f"HH-D1-20261026-{n:04}" for n in range(1, 28)),
            ),
            EarlyWarning(
                "cluster:H01-1:12F", "cluster", datetime(2026, 10, 14, 12, 5, tzinfo=UTC), "H01-1", "12F east wing",
                "place", 4, None, tuple(f"HH-D1-20261012-{n:04}" for n in range(1, 5)),
                datetime(2026, 10, 16, 2, 0, tzinfo=UTC), "rao", "The drain of the whole floor was being replaced.",
            ),
        ),
        decisions=(
            Decision(1, "Clear and check every air-con drain on floor 12.", "Eng. Zhou", "by 15 Nov"),
            Decision(2, "Test that unanswered room calls reach the duty manager.", "S. Rao", "by 20 Nov"),
            Decision(3, "Practise the Angry script twice each.", "All clerks", "by 30 Nov"),
        ),
        last_decisions=(
            Decision(1, "One more clerk on Friday evenings.", "S. Rao", "by 15 Oct", True, "Since 9 October."),
            Decision(2, "Check bills the evening before check-out.", "Wang Li", "by 20 Oct", False, "In November."),
            Decision(3, "A sign at the lift of hall B.", "Eng. Zhou", "by 31 Oct"),
        ),
        data_from=datetime(2025, 12, 3, 4, 0, tzinfo=UTC),
        data_until=datetime(2026, 10, 31, 14, 40, tzinfo=UTC),
        chain_head=HEAD,
        chain_length=48_213,
        roles={"maya": Role.RECEPTIONIST, "lin": Role.SPECIALIST, "rao": Role.MANAGER},
    )  # fmt: skip


def chinese() -> MonthReport:
    """The same in the words of a Chinese site."""
    made = full()
    names = {
        "Front desk": "前台",
        "12F east wing": "12 楼东翼",
        "Restaurant": "餐厅",
        "Lift hall B": "B 座电梯厅",
        "Pool deck": "泳池平台",
    }
    departments = {"Engineering": "工程部", "Front office": "前厅部", "Housekeeping": "客房部", "": ""}
    table = made.detail
    return replace(
        made,
        figures=replace(
            made.figures,
            by_department=tuple(replace(row, key=departments[row.key]) for row in made.figures.by_department),
        ),
        detail=replace(
            table,
            places=tuple(replace(row, place=names[row.place]) for row in table.places),
            cross=tuple(replace(cell, place=names.get(cell.place, "")) for cell in table.cross),
        ),
        warnings=(made.warnings[0], replace(made.warnings[1], where="12 楼东翼", reason="整层的排水管正在更换。")),
        decisions=(
            Decision(1, "清理并检查 12 楼全部空调排水管。", "周工", "11 月 15 日前"),
            Decision(2, "核对客房来电无人接听时能转到值班经理。", "饶经理", "11 月 20 日前"),
            Decision(3, "每位前台完成两次“生气”情境练习。", "全体前台", "11 月 30 日前"),
        ),
        last_decisions=(
            Decision(1, "周五晚班增加一名前台。", "饶经理", "10 月 15 日前", True, "10 月 9 日起已执行。"),
            Decision(2, "退房前一晚核对账单。", "王立", "10 月 20 日前", False, "改为 11 月开始。"),
            Decision(3, "B 座电梯厅加装指示牌。", "周工", "10 月 31 日前"),
        ),
    )
