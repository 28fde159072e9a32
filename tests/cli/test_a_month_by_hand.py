"""A month worked out by hand, told by ``report --json`` and by ``report --table``."""

import csv
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.conftest import Shell
from tests.support.month_by_hand import AS_OF, EXPECTED, LINES, MONTH, ROOM_NIGHTS, ZONE


@pytest.fixture
def berlin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    shell = Shell(tmp_path / "site", capsys, tmp_path)
    made = shell(
        *("init", "--property", "hotel", "--site", "Spree Hotel", "--code", "SP", "--language", "en"),
        *("--timezone", ZONE, "--currency", "EUR", "--owner", "owner", "--training"),
    )
    assert made.status == 0, made.err
    shell.done(*LINES)
    assert shell("activity", "--month", MONTH, "--value", str(ROOM_NIGHTS)).status == 0
    return shell


@pytest.mark.parametrize("figure", sorted(EXPECTED))
def test_every_figure_of_the_month_is_what_was_worked_out_by_hand(berlin: Shell, figure: str) -> None:
    told = berlin("report", "--month", MONTH, "--as-of", AS_OF, "--json").json
    assert told[figure] == EXPECTED[figure]


def in_its_shape(singles: dict[str, Any], spread: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """What a file tells, in the shape of EXPECTED; ``spread`` are the figures that have a value for every key."""
    told: dict[str, Any] = {}
    for code, value in singles.items():
        name, _, key = code.partition(".")
        if key:
            told.setdefault(name, {})[key] = value
        else:
            told[name] = value
    told["opening"], told["closing"] = told["flow"]["opening"], told["flow"]["closing"]
    told["compensation"] |= {name: spread[f"compensation.{name}"] for name in ("by_remedy", "by_role")}
    cumulative = spread["by_category.cumulative_pct"]
    told["by_category"] = [
        {"code": code, "count": count, "cumulative_pct": cumulative[code]}
        for code, count in spread["by_category"].items()
    ]
    for name in ("by_shift", "by_place", "by_channel", "by_staff", "root_causes"):
        told[name] = spread[name]
    return {name: told.get(name) for name in EXPECTED}


def of_the_workbook(path: Path) -> dict[str, Any]:
    rows = {sheet.title: list(sheet.iter_rows(min_row=2, values_only=True)) for sheet in openpyxl.load_workbook(path)}
    spread = {
        "compensation.by_remedy": {row[1]: row[4] for row in rows["Compensation"] if row[0] == "By remedy"},
        "compensation.by_role": {row[1]: row[4] for row in rows["Compensation"] if row[0] == "By approver’s role"},
        "by_category": {row[0]: row[2] for row in rows["By category"]},
        "by_category.cumulative_pct": {row[0]: row[4] for row in rows["By category"]},
        "by_shift": {row[0]: row[2] for row in rows["By shift"]},
        "by_place": {row[0]: row[1] for row in rows["By place"]},
        "by_channel": {row[0]: row[2] for row in rows["By channel"]},
        "by_staff": {row[0]: row[2] for row in rows["By receiver"]},
        "root_causes": {row[0]: row[2] for row in rows["Root causes"]},
    }
    singles = {row[1]: None if row[2] == "–" else row[2] for row in rows["Figures"]}
    assert len(rows["Cases"]) == EXPECTED["received"]
    (trend,) = (row for row in rows["Trend"] if (row[0].year, row[0].month) == (2026, 3))
    assert trend[1:] == (EXPECTED["received"], EXPECTED["rate"], EXPECTED["satisfaction"]["mean"])
    return in_its_shape(singles, spread)


def of_the_table(path: Path) -> dict[str, Any]:
    singles: dict[str, Any] = {}
    spread: dict[str, dict[str, Any]] = {}
    for row in csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")):
        is_number = row["figure"] not in ("span", "as_of") and row["value"]
        value = float(row["value"]) if is_number else row["value"] or None
        if row["figure"].startswith(("by_", "compensation.", "root_causes")):
            spread.setdefault(row["figure"], {})[row["key"]] = value
        else:
            singles[f"{row['figure']}.{row['key']}".rstrip(".")] = value
    return in_its_shape(singles, spread)


@pytest.mark.parametrize("name", ["march.xlsx", "march.csv"])
def test_a_file_says_the_same(berlin: Shell, tmp_path: Path, name: str) -> None:
    ran = berlin("report", "--month", MONTH, "--as-of", AS_OF, "--table", str(tmp_path / name))
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    told = (of_the_workbook if name.endswith("xlsx") else of_the_table)(tmp_path / name)
    assert (told.pop("month"), str(told.pop("as_of"))[:10]) == (None, "2026-04-10")  # a file tells its first day
    assert told == {figure: value for figure, value in EXPECTED.items() if figure not in ("month", "as_of")}
