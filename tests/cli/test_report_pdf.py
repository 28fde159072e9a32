"""``report --month M --pdf FILE`` (interfaces.md): made, kept and written."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop.workspace import DATABASE
from tests.cli.conftest import AT, Shell
from tests.reports.reading import fonts_of, says

OPENING = {"act": "open", "by": "rita", "at": AT, "type": "complaint", "channel": "counter", "text": "空调坏了"}
MONTH = ("report", "--month", "2026-11")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where to write."""
    return tmp_path / "november.pdf"


def kept(shell: Shell) -> list[tuple[object, ...]]:
    """The rows of printed reports."""
    with closing(sqlite3.connect(shell.workspace / DATABASE)) as database:
        return database.execute('SELECT month, language, "by", pdf FROM printed_reports').fetchall()


def test_the_report_is_written_and_the_same_bytes_are_kept(shell: Shell, file: Path) -> None:
    shell.done(OPENING)
    file.write_bytes(b"old")
    ran = shell(*MONTH, "--language", "zh", "--pdf", str(file))
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    pdf = file.read_bytes()
    assert says(pdf, "2026 年 11 月")
    assert all(fonts_of(pdf).values())
    assert kept(shell) == [("2026-11", "zh", "owner", pdf)]
    assert shell("verify").status == 0


def test_json_beside_it_says_the_same_figures(shell: Shell, file: Path) -> None:
    shell.done(OPENING)
    ran = shell(*MONTH, "--as-of", "2026-12-01 09:00", "--json", "--pdf", str(file))
    assert (ran.status, ran.json["received"]) == (0, 1)
    assert file.read_bytes().startswith(b"%PDF")


def test_an_empty_month_is_a_report_too(shell: Shell, file: Path) -> None:
    assert shell("report", "--month", "2031-02", "--pdf", str(file)).status == 0
    assert says(file.read_bytes(), "February 2031")


def test_a_place_that_cannot_be_written_is_one_line_and_nothing_is_kept(shell: Shell, tmp_path: Path) -> None:
    ran = shell(*MONTH, "--pdf", str(tmp_path / "no" / "x.pdf"))
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert "Is it open elsewhere?" in ran.err
    assert kept(shell) == []


@pytest.mark.parametrize("month", ["2026-13", "soon", "0001-01"])
def test_a_month_that_is_none_is_refused_and_leaves_no_file(shell: Shell, file: Path, month: str) -> None:
    assert shell("report", "--month", month, "--pdf", str(file)).status == 1
    assert not file.exists()


def test_who_may_not_see_figures_gets_no_report(shell: Shell, file: Path) -> None:
    assert shell("--as", "rita", *MONTH, "--pdf", str(file)).status == 1
    assert not file.exists()
