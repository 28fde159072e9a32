"""The tables, weeks and lists of October 2026, and what makes shares of counts."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from desktop.domain.figures.report_shapes import (
    BandFigures,
    CategoryFigures,
    ControlChart,
    CrossCell,
    Detail,
    HeatCell,
    ListedCase,
    PlaceFigures,
    RemedyFigures,
    SpeedAndSatisfaction,
    StaffFigures,
    WeekPoint,
)
from desktop.domain.figures.shapes import CategoryCount, KeyCount, Month, Share, Span
from desktop.domain.kinds import Band
from desktop.domain.targets import DEFAULT_TARGETS
from desktop.reports.month_context import MonthSite

D = Decimal
OCTOBER = Month(2026, 10)
AS_OF = datetime(2026, 11, 1, 1, 10, tzinfo=UTC)  #: 09:10 on 1 November on the site's clock
SITE = MonthSite(targets=DEFAULT_TARGETS)
NONE = Share(0, None)
HEAD = "9f3ab81c27d4e56f0a1b2c3d4e5f60718293a4b5c6d7e8f90123456789abcdef"


def pct(part: int, whole: int) -> Decimal | None:
    """A share in percent, one place, half up."""
    return (D((2000 * part + whole) // (2 * whole)) / 10).quantize(D("0.1")) if whole else None


def share(part: int, whole: int) -> Share:
    """How many, and how much of all."""
    return Share(part, pct(part, whole))


def span_of(month: Month) -> Span:
    """Its days."""
    return Span(month.first_day, month.plus(1).first_day)


LEVELS = (
    ("H01-1", 21), ("H03-1", 19), ("H07-2", 16), ("H05-1", 14), ("H08-4", 11), ("H11-1", 9), ("H01-8", 4), ("H04-3", 4),
    ("H09-2", 3), ("H10-1", 2), ("", 1),
)  # fmt: skip
GROUPS = (
    ("H01", 25), ("H03", 19), ("H07", 16), ("H05", 14), ("H08", 11), ("H11", 9), ("H04", 4), ("H09", 3), ("H10", 2),
    ("", 1),
)  # fmt: skip


def ranked(rows: tuple[tuple[str, int], ...]) -> tuple[CategoryCount, ...]:
    """Counts with their running shares."""
    whole, so_far, found = sum(count for _, count in rows), 0, []
    for code, count in rows:
        so_far += count
        found.append(CategoryCount(code, count, pct(count, whole), pct(so_far, whole)))
    return tuple(found)


def keys(*rows: tuple[str, int]) -> tuple[KeyCount, ...]:
    """Counts with their shares."""
    whole = sum(count for _, count in rows)
    return tuple(KeyCount(key, count, pct(count, whole)) for key, count in rows)


def control(weeks: int = 26, *, limits: bool = True) -> ControlChart:
    """Weekly counts up to the end of October, the last four above usual."""
    counts = (18, 16, 17, 21, 15, 19, 22, 18, 14, 20, 16, 23, 19, 17, 21, 15, 18, 20, 17, 22, 19, 16, 21, 24, 23, 27)
    last = date(2026, 10, 26)
    points = []
    for place, count in enumerate(counts[-weeks:] if weeks else ()):
        monday = last - timedelta(weeks=weeks - 1 - place)
        judged = limits and place >= 6
        points.append(
            WeekPoint(
                monday,
                count,
                D(count),
                complete=True,
                centre=D("18.40") if judged else None,
                lower=D("5.53") if judged else None,
                upper=D("31.27") if judged else None,
                in_run=judged and place >= weeks - 8 and count > 18,
            )
        )
    return ControlChart(
        tuple(points), False, 12 if limits else weeks, points[0].monday if points else None, last if points else None
    )


def listed(place: int, note: str = "", **changes: object) -> ListedCase:
    """A case of a list."""
    made = ListedCase(
        number=f"HH-D1-202610{1 + place % 28:02}-{place + 1:04}",
        received_at=datetime(2026, 10, 1, 3, 20, tzinfo=UTC) + timedelta(hours=7 * (place % 100)),
        band=list(Band)[place % 4],
        category=LEVELS[place % 10][0],
        state=("investigating", "proposed", "waiting_guest", "resolved")[place % 4],
        owner=("maya", "lin", "")[place % 3],
        note=note,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # whatever a test wants to hand in


def detail() -> Detail:
    """The tables of October."""
    levels = ranked(LEVELS)
    return Detail(
        by_band=(
            BandFigures(Band.P1, 9, 7, 8, D("2.17")),
            BandFigures(Band.P2, 28, 25, 23, D("3.08")),
            BandFigures(Band.P3, 46, 44, 39, D("7.67")),
            BandFigures(Band.P4, 21, 21, 18, D("26.00")),
        ),
        by_category=tuple(
            CategoryFigures(code, count, count - change, D(hours), D(mean) if mean else None, paid)
            for (code, count), change, hours, mean, paid in zip(
                LEVELS,
                (9, 2, 6, -1, 1, 3, 0, 1, 1, 0, 1),
                ("3.33", "1.75", "2.17", "5.50", "1.08", "9.67", "22.00", "4.02", "6.25", "1.50", "0.33"),
                ("4.10", "4.00", "4.30", "4.50", "4.40", "3.90", "3.80", "4.20", "4.00", "3.50", ""),
                (624_000, 418_000, 296_000, 345_000, 211_000, 132_000, 64_000, 150_000, 200_000, 50_000, 0),
                strict=True,
            )
        ),
        places=(
            PlaceFigures("Front desk", 9, 5, (4, 5, 6, 5, 9)),
            PlaceFigures("12F east wing", 8, 3, (2, 3, 3, 5, 8)),
            PlaceFigures("Restaurant", 7, 6, (6, 5, 7, 6, 7)),
            PlaceFigures("Lift hall B", 4, 2, (2, 2, 1, 3, 4)),
            PlaceFigures("Pool deck", 3, None, (0, 0, 0, 0, 3)),
        ),
        heat=tuple(
            HeatCell(weekday, shift, count)
            for shift, row in (
                ("night", (2, 1, 2, 2, 4, 5, 3)),
                ("day", (4, 3, 4, 5, 6, 7, 5)),
                ("evening", (6, 4, 5, 7, 11, 10, 8)),
            )
            for weekday, count in enumerate(row)
        ),
        cross=(
            CrossCell("H01", "evening", "12F east wing", 6),
            CrossCell("H07", "night", "Front desk", 4),
            CrossCell("H08", "evening", "Restaurant", 4),
            CrossCell("H03", "night", "", 3),
        ),
        remedies=(
            RemedyFigures("waive", 14, 1_232_000, D("4.50")),
            RemedyFigures("refund_part", 9, 650_000, D("4.40")),
            RemedyFigures("voucher", 31, 608_000, D("4.30")),
            RemedyFigures("room_move", 23, 0, D("4.60")),
            RemedyFigures("spoken_apology", 11, 0, D("3.40")),
        ),
        speed=SpeedAndSatisfaction(D("4.31"), 54, D("3.14"), 7),
        staff=(
            StaffFigures("maya", 61, 40, 52, D("95.1"), D("86.9")),
            StaffFigures("lin", 43, 31, 36, D("90.7"), D("81.4")),
            StaffFigures("rao", 0, 9, 10, None, None),
        ),
        levels=levels,
    )
