"""One month, worked out by hand, on the screen, in JSON, in the workbook and on paper: the same everywhere."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.ui.insights.screen import InsightsScreen
from tests.cli.conftest import Shell
from tests.cli.test_a_month_by_hand import of_the_workbook
from tests.journeys.real_window import RealWindow
from tests.reports.reading import says, text_of
from tests.support.month_by_hand import AS_OF, EXPECTED, LINES, MONTH, ROOM_NIGHTS, ZONE

#: The tiles in their order, as the figures of EXPECTED are written for people.
ON_SCREEN = ("9", "2.90", "15 min", "66.7%", "4.00 / 5", "€970.50")
ON_PAPER = (
    *("9", "2.90", "15 min", "20.13 min", "60 min", "66.7%", "88.9%", "55.6%", "4.00", "€970.50"),
    *("12.98 h", "12.55 h", "24.02 h", "11.1%", "22.2%", "14.3%", "33", "1.17", "75.0%", "€800", "€120.50"),
)


@pytest.fixture
def site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    shell = Shell(tmp_path / "site", capsys, tmp_path)
    made = shell(
        *("init", "--property", "hotel", "--site", "Spree Hotel", "--code", "SP", "--language", "en"),
        *("--timezone", ZONE, "--currency", "EUR", "--owner", "owner", "--training"),
    )
    assert made.status == 0, made.err
    shell.done(*LINES)
    assert shell("activity", "--month", MONTH, "--value", str(ROOM_NIGHTS)).status == 0
    return shell


def test_screen_json_workbook_and_paper_say_what_was_worked_out_by_hand(
    site: Shell, reopen: Callable[[Path], RealWindow], tmp_path: Path
) -> None:
    asked = ("report", "--month", MONTH, "--as-of", AS_OF)
    told = site(*asked, "--json").json
    assert {figure: told[figure] for figure in EXPECTED} == EXPECTED

    assert site(*asked, "--table", str(tmp_path / "march.xlsx")).status == 0
    workbook = of_the_workbook(tmp_path / "march.xlsx")
    for figure in set(EXPECTED) - {"month", "as_of"}:
        assert workbook[figure] == EXPECTED[figure], figure

    assert site(*asked, "--pdf", str(tmp_path / "march.pdf")).status == 0
    paper = (tmp_path / "march.pdf").read_bytes()
    assert [figure for figure in ON_PAPER if not says(paper, figure)] == [], text_of(paper)

    at = reopen(site.workspace)
    at.choose_person("owner")
    at.press(Qt.Key.Key_Return)
    at.click(at.page.rail.buttons["insights"])
    screen = at.page.findChild(InsightsScreen)
    assert isinstance(screen, InsightsScreen)
    while "Mar" not in screen.head.compared.text().split(" compared")[0]:
        at.click(screen.head.back)
    assert tuple(tile.words.value for tile in screen.page.tiles.tiles.values()) == ON_SCREEN
