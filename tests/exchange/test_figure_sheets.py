"""A span's figures as a workbook and as a table, made from shapes and read back by another library."""

import csv
import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from desktop.domain.figures.assembling import Known, figures_of
from desktop.domain.figures.flow import FlowCounts
from desktop.domain.figures.report_shapes import Goals, MonthPoint
from desktop.domain.figures.shapes import CategoryCount, Compensation, Figures, KeyCount, Measures, Month, Paid
from desktop.domain.figures.spans import span_of_month
from desktop.domain.kinds import Language, Property
from desktop.domain.shifts import DEFAULT_SHIFTS, Shift
from desktop.exchange.cells import unmarked
from desktop.exchange.figure_lines import Line, single_lines, spread_lines
from desktop.exchange.figure_sheets import FigureBook
from desktop.exchange.sheets import LONGEST_CELL, write_book
from desktop.words import load_currencies, load_taxonomy, load_words
from tests.support.figure_facts import MINUTE, RECEIVED, answered, case

ZONE = ZoneInfo("Asia/Shanghai")
SPAN = span_of_month(Month(2026, 5))
AS_OF = datetime(2026, 6, 10, 1, 2, 3, tzinfo=UTC)
CNY = load_currencies()["CNY"]
HOSTILE = [
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "+1",
    "-1",
    "\t=1+1",
    "\r=1+1",
    "'=1+1",
    "http://example.com/",
    "A\u202eB",
    "_x0041_",
]


def figures(*cases: Any, **changed: Any) -> Figures:
    """Real figures of cases, some of them changed."""
    known = Known(
        end=RECEIVED + 10**7,
        flow=FlowCounts(),
        recurrent=0,
        remedies=(),
        activity=None,
        shifts=["day", "evening", "night"],
        logins={1: "mark"},
        digits=2,
        property=Property.HOTEL,
    )
    return replace(figures_of(SPAN, AS_OF, list(cases), known), **changed)


def book(shown: Figures, language: Language = Language.EN, **changed: Any) -> FigureBook:
    plain = FigureBook(
        figures=shown,
        before=None,
        goals=Goals(),
        trend=(),
        cases=(),
        guests=None,
        logins={1: "mark"},
        names={"mark": "Mark Cho"},
        words=load_words(language),
        taxonomy=load_taxonomy(Property.HOTEL),
        shifts=DEFAULT_SHIFTS,
        currency=CNY,
        zone=ZONE,
        begun=date(2026, 5, 1),
    )
    return replace(plain, **changed)


def written(made: FigureBook, tmp_path: Path) -> bytes:
    file = io.BytesIO()
    write_book(file, made.sheets(), tmp_path, AS_OF)
    return file.getvalue()


def read(made: FigureBook, tmp_path: Path) -> Mapping[str, list[tuple[Any, ...]]]:
    """The rows of every sheet, by its title."""
    opened = openpyxl.load_workbook(io.BytesIO(written(made, tmp_path)))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in opened}


def by_code(rows: list[tuple[Any, ...]], column: int = 2) -> dict[str, Any]:
    return {row[1]: row[column] for row in rows[1:]}


def table(made: FigureBook) -> dict[tuple[str, str], tuple[str, str]]:
    rows = list(csv.reader(io.StringIO(made.csv(), newline=""), strict=True))
    assert rows[0] == ["figure", "key", "value", "unit"]
    return {(row[0], row[1]): (row[2], row[3]) for row in rows[1:]}


def lines_of(made: FigureBook) -> list[Line]:
    return list(single_lines(made.figures, CNY, Property.HOTEL, ZONE))


FEW = figures(
    answered(7 * MINUTE, category="H01-1", place="8F", overall=5, asked=RECEIVED, compensation=12_050),
    answered(90 * MINUTE, category="H02-1", recommend=3, overall=2, asked=RECEIVED),
    case(category="H01-2", shift=""),
)


def test_every_figure_is_a_real_number_with_the_decimals_it_was_rounded_to(tmp_path: Path) -> None:
    made = book(FEW)
    opened = openpyxl.load_workbook(io.BytesIO(written(made, tmp_path)))
    cells = {row[1].value: row[2] for row in opened["Figures"].iter_rows(min_row=2)}
    lines = lines_of(made)
    assert list(cells) == [line.code for line in lines]
    for line in lines:
        cell = cells[line.code]
        match line.value:
            case None:
                assert (cell.value, cell.data_type) == ("–", "s")
            case date():
                assert cell.is_date
            case _:
                assert (cell.data_type, Decimal(str(cell.value))) == ("n", line.value), line.code
    assert cells["first_response.median_min"].number_format == "#,##0.00"
    assert cells["first_response.within_1h_pct"].number_format == "#,##0.0"
    assert (cells["received"].number_format, cells["received"].value) == ("#,##0", 3)
    assert cells["compensation.total"].value == 120.5


def test_days_and_moments_are_real_dates_in_the_sites_time(tmp_path: Path) -> None:
    shown = by_code(read(book(FEW), tmp_path)["Figures"])
    assert shown["span.first"] == datetime(2026, 5, 1)  # noqa: DTZ001 (sheets know no zones)
    assert shown["span.last"] == datetime(2026, 5, 31)  # noqa: DTZ001
    assert shown["as_of"] == datetime(2026, 6, 10, 9, 2, 3)  # noqa: DTZ001


def test_what_is_not_known_is_a_dash_and_never_0(tmp_path: Path) -> None:
    sheets = read(book(figures()), tmp_path)
    shown = by_code(sheets["Figures"])
    assert (shown["received"], shown["compensation.total"]) == (0, 0)
    unknown = {code for code, value in shown.items() if value == "–"}
    assert {"nps", "rate", "activity", "iceberg", "emotion_drop", "satisfaction.mean", "within_24h.pct"} <= unknown
    assert {row[4] for row in sheets["Figures"][4:]} == {"–"}
    assert len(sheets["By place"]) == len(sheets["Cases"]) == 1
    assert table(book(figures()))["nps", ""] == ("", "points")


def test_the_span_before_and_the_goals_stand_beside_the_figures(tmp_path: Path) -> None:
    goals = Goals(within_1h_pct=Decimal("90.0"), satisfaction=Decimal("4.20"))
    rows = read(book(FEW, before=figures(case()), goals=goals), tmp_path)["Figures"]
    assert by_code(rows, 4)["received"] == 1
    assert {code: goal for code, goal in by_code(rows, 5).items() if goal is not None} == {
        "first_response.within_1h_pct": 90.0,
        "satisfaction.mean": 4.2,
    }


def test_the_table_gives_every_value_once_as_it_was_rounded() -> None:
    made = book(FEW)
    shown = table(made)
    lines = [*lines_of(made), *spread_lines(FEW, CNY)]
    assert len(shown) == len(lines)
    assert shown["received", ""] == ("3", "cases")
    assert shown["first_response", "median_min"] == ("48.50", "min")
    assert shown["first_response", "within_1h_pct"] == ("33.3", "%")
    assert shown["compensation", "total"] == ("120.50", "CNY")
    assert shown["by_category", "H01"] == ("2", "cases")
    assert shown["by_category.cumulative_pct", "H01"] == ("66.7", "%")
    assert shown["as_of", ""] == ("2026-06-10T09:02:03+08:00", "")
    assert ("by_place", "") not in shown


def test_a_shop_counts_by_sales(tmp_path: Path) -> None:
    shown = replace(FEW, activity=Decimal("1200.50"), rate=Decimal("25.00"))
    made = book(shown, taxonomy=load_taxonomy(Property.RETAIL))
    assert table(made)["activity", ""] == ("1200.50", "sales")
    assert table(made)["rate", ""] == ("25.00", "per_10000_sales")
    assert by_code(read(made, tmp_path)["Figures"], 3)["rate"] == "per 10,000 sales"


@pytest.mark.parametrize("language", list(Language))
def test_every_figure_heading_and_unit_has_words_and_a_definition(language: Language, tmp_path: Path) -> None:
    made = book(replace(FEW, measures=Measures(1, 2, 3, 4)), language)
    sheets = read(made, tmp_path)
    chinese = language is Language.ZH
    (definitions,) = (rows for title, rows in sheets.items() if title in ("Definitions", "定义"))
    told = {row[1]: row for row in definitions[1:]}
    figures_sheet = sheets["数据" if chinese else "Figures"]
    groups = {line.figure for line in spread_lines(FEW, CNY)} - {"by_category.cumulative_pct"}
    assert {row[1] for row in figures_sheet[1:]} | groups <= set(told)
    for name, code, meaning in told.values():
        assert name != code or not chinese, code
        assert meaning.endswith("。" if chinese else "."), code
        assert name == told[code][0]
    for row in figures_sheet[1:]:
        assert row[0] == told[row[1]][0]
        assert row[0] != row[1].partition(".")[0], row
    if chinese:
        words = [cell for rows in sheets.values() for cell in rows[0]]
        assert [word for word in words if word.isascii()] == []
    else:
        assert sheets["Compensation"][0][-1] == "Sum (CNY)"


def test_keys_bear_the_names_that_people_use(tmp_path: Path) -> None:
    shown = replace(
        FEW,
        by_shift=(KeyCount("peak", 2, Decimal("66.7")), KeyCount("", 1, Decimal("33.3"))),
        by_department=(KeyCount("", 3, Decimal("100.0")),),
        by_category=(CategoryCount("H01", 2, Decimal("66.7"), Decimal("66.7")), CategoryCount("", 1, None, None)),
        root_causes=(KeyCount("process", 1, Decimal("33.3")),),
        compensation=Compensation(
            10_000,
            Decimal("33.33"),
            2,
            by_remedy=(Paid("gift", 2, 8_000), Paid("", 1, 2_000), Paid("explanation", 4, 0)),
            by_role=(Paid("manager", 2, 8_000), Paid("", 1, 2_000), Paid("owner", 1, 0)),
        ),
    )
    sheets = read(book(shown, shifts=(Shift("peak", "Peak hours", 600, 900),)), tmp_path)
    assert sheets["By shift"][1:] == [("peak", "Peak hours", 2, 66.7), (None, "Between shifts", 1, 33.3)]
    assert sheets["By department"][1:] == [("No department", 3, 100)]
    assert sheets["By category"][1:] == [("H01", "Facilities", 2, 66.7, 66.7), (None, "Not rated", 1, "–", "–")]
    assert sheets["By channel"][1:] == [("counter", "Counter", 3, 100)]
    assert sheets["By receiver"][1:] == [("mark", "Mark Cho", 3, 100)]
    assert sheets["Root causes"][1:] == [("process", "Process", 1, 33.3)]
    assert [row[1:] for row in sheets["Compensation"][1:]] == [
        ("gift", "Gift", 2, 80),
        (None, "Not named", 1, 20),
        ("manager", "Manager", 2, 80),
        (None, "Nobody", 1, 20),
    ]


def test_the_trend_is_thirteen_real_months_and_knows_nothing_before_the_first_complaint(tmp_path: Path) -> None:
    may = Month(2026, 5)
    points = tuple(MonthPoint(may.plus(back), 13 + back, None, None) for back in range(-12, 1))
    rows = read(book(FEW, trend=points, begun=date(2026, 4, 30)), tmp_path)["Trend"][1:]
    assert len(rows) == 13
    assert [row[1] for row in rows] == ["–"] * 11 + [12, 13]
    assert (rows[-1][0].year, rows[-1][0].month, rows[-1][0].day) == (2026, 5, 1)


def test_cases_have_local_times_and_names_of_people_and_guests_only_where_they_are_given(tmp_path: Path) -> None:
    listed = answered(MINUTE, category="H01-1", place="8F", state="resolved", overall=4, compensation=150, owner_id=1)
    rows = read(book(FEW, cases=(listed,)), tmp_path)["Cases"]
    shown = dict(zip(rows[0], rows[1], strict=True))
    local = datetime.fromtimestamp(RECEIVED, ZONE).replace(tzinfo=None)
    assert shown["Received"] == local
    assert shown["First response"] == local.replace(minute=local.minute + 1)
    assert (shown["Resolved"], shown["Outcome"], shown["Would recommend"]) == (None, None, None)
    assert (shown["Owner"], shown["State"], shown["Place"]) == ("Mark Cho", "Resolved", "8F")
    assert (shown["Satisfaction"], shown["Sum (CNY)"]) == (4, 1.5)
    assert "Guest" not in shown
    named = read(book(FEW, cases=(listed,), guests={listed.id: "=陈薇玲"}), tmp_path)["Cases"]
    assert (named[0][-1], named[1][-1]) == ("Guest", "'=陈薇玲")


@pytest.mark.parametrize("text", [*HOSTILE, "地" * 33_000, "\U0001f621" * 33_000], ids=repr)
def test_hostile_names_stay_texts_that_no_program_works_out(text: str, tmp_path: Path) -> None:
    shown = replace(
        FEW,
        by_place=(KeyCount(text, 3, Decimal("100.0")),),
        by_staff=(KeyCount(text, 3, Decimal("100.0")),),
        by_department=(KeyCount(text, 3, Decimal("100.0")),),
        by_category=(CategoryCount(text, 3, Decimal("100.0"), Decimal("100.0")),),
    )
    made = book(shown, cases=(case(place=text, department=text, owner=text),), guests={})
    data = written(made, tmp_path)
    opened = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in opened:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in "snd", cell.coordinate
                assert cell.hyperlink is None
                if isinstance(cell.value, str):
                    assert not cell.value.startswith(("=", "+", "-", "@", "\t", "\r"))
                    assert len(cell.value.encode("utf-16-le")) // 2 <= LONGEST_CELL
                    assert "\u202e" not in cell.value
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert not [name for name in parts.namelist() if "external" in name.lower() or "vba" in name.lower()]
        assert b"<f>" not in b"".join(parts.read(name) for name in parts.namelist())
    keys = [key for figure, key in table(made) if figure == "by_place"]
    assert [unmarked(key) for key in keys] == [text]
    assert not keys[0].startswith(("=", "+", "-", "@", "\t", "\r"))


def test_the_file_says_nothing_of_who_made_it_and_is_the_same_every_time(tmp_path: Path) -> None:
    data = written(book(FEW), tmp_path)
    assert data == written(book(FEW), tmp_path)
    properties = openpyxl.load_workbook(io.BytesIO(data)).properties
    assert (properties.creator or "", properties.lastModifiedBy or "") == ("", "")
    assert properties.created == AS_OF.replace(tzinfo=None)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", list(Language))
def test_titles_of_sheets_are_short_and_differ(language: Language) -> None:
    titles = [sheet.title for sheet in book(FEW, language).sheets()]
    assert len(set(titles)) == len(titles) == 12
    assert all(0 < len(title) <= 31 and not set(title) & set("[]:*?/\\'") for title in titles)
