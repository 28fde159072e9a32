"""``report --table``: a month's figures as a file for other programs."""

import csv
import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.conftest import Shell

HOSTILE = "=cmd|' /C calc'!A0"
MONTH = ("report", "--month", "2026-06", "--as-of", "2026-07-01 00:00")


@pytest.fixture
def june(shell: Shell) -> Shell:
    given = {"by": "rita", "type": "complaint", "channel": "counter", "text": "It drips."}
    shell.done(
        {**given, "act": "open", "at": "2026-06-01 09:00", "category": "H01-1", "place": HOSTILE},
        {**given, "act": "open", "at": "2026-06-02 09:00", "category": "H02-1", "place": "8F"},
        {**given, "act": "open", "at": "2026-06-03 09:00", "channel": "phone", "place": "8F"},
    )
    return shell


def flat(document: dict[str, Any]) -> dict[str, Any]:
    """The single figures of ``report --json`` under ``figure.key``."""
    single: dict[str, Any] = {}
    for name, value in document.items():
        inner = value if isinstance(value, dict) else {"": value}
        for key, number in inner.items():
            if number is None or isinstance(number, int | float):
                single[f"{name}.{key}".rstrip(".")] = number
    return single


def test_the_workbook_and_the_table_say_what_the_json_says(june: Shell, tmp_path: Path) -> None:
    told = flat(june(*MONTH, "--json").json)
    for name in ("june.xlsx", "june.csv"):
        ran = june(*MONTH, "--table", str(tmp_path / name))
        assert (ran.status, ran.out, ran.err) == (0, "", "")
    rows = openpyxl.load_workbook(tmp_path / "june.xlsx")["Figures"].iter_rows(min_row=2, values_only=True)
    workbook = {row[1]: row[2] for row in rows}
    text = (tmp_path / "june.csv").read_bytes().decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text, newline="")))
    table = {f"{line['figure']}.{line['key']}".rstrip("."): line["value"] for line in lines}
    compared = sorted(set(told) & set(workbook))
    assert len(compared) > 38
    for code in compared:
        number = told[code]
        assert workbook[code] == ("–" if number is None else number), code
        assert (Decimal(table[code]) if table[code] else None) == (None if number is None else Decimal(str(number)))
    assert (table["received"], table["by_place.8F"], table[f"by_place.'{HOSTILE}"]) == ("3", "2", "1")


def test_a_table_and_the_json_can_be_asked_for_together(june: Shell, tmp_path: Path) -> None:
    ran = june(*MONTH, "--json", "--table", str(tmp_path / "june.csv"))
    assert ran.json["received"] == 3
    assert (tmp_path / "june.csv").read_bytes().startswith(b"\xef\xbb\xbffigure,key,value,unit\r\n")


def test_the_workbook_speaks_the_language_that_was_asked_for(june: Shell, tmp_path: Path) -> None:
    assert june(*MONTH, "--language", "zh", "--table", str(tmp_path / "june.xlsx")).status == 0
    book = openpyxl.load_workbook(tmp_path / "june.xlsx")
    assert book.sheetnames[0] == "数据"
    assert book["数据"]["A2"].value == "首日"


@pytest.mark.parametrize("name", ["june.pdf", "june", "missing/june.csv"])
def test_a_file_that_cannot_be_written_is_one_sentence(june: Shell, tmp_path: Path, name: str) -> None:
    ran = june(*MONTH, "--table", str(tmp_path / name))
    assert (ran.status, ran.out, len(ran.err.splitlines())) == (1, "", 1)
    assert not (tmp_path / name).exists()


def test_an_empty_month_gives_a_file_without_a_single_made_up_0(shell: Shell, tmp_path: Path) -> None:
    assert shell(*MONTH, "--table", str(tmp_path / "june.csv")).status == 0
    text = (tmp_path / "june.csv").read_bytes().decode("utf-8-sig")
    values = {(line["figure"], line["key"]): line["value"] for line in csv.DictReader(io.StringIO(text, newline=""))}
    assert values["received", ""] == "0"
    unknown = [("nps", ""), ("rate", ""), ("iceberg", ""), ("within_24h", "pct"), ("satisfaction", "mean")]
    assert {values[key] for key in unknown} == {""}
