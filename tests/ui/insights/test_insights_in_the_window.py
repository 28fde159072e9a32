"""Insights in the real window over a real site: who sees them, what they count, and where a click leads."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.commands import GuestDetails
from desktop.domain.kinds import Language
from desktop.services.desk import Desk
from desktop.ui.insights.screen import InsightsScreen
from desktop.ui.insights.spans import SpanKind
from desktop.ui.insights.tile_values import TileKind
from tests.journeys.real_window import CLERK, PIN, RealWindow, live_site
from tests.support.sites import open_site, owner_of, record

MANAGER, SPECIALIST, ANALYST = "mark", "sam", "ana"
HOSTILE = '<img src="x"> & <b>12</b>'


@pytest.fixture
def at(reopen: Callable[[Path], RealWindow], tmp_path: Path) -> RealWindow:
    """The window in English, with nobody signed in; three like complaints came on the twelfth floor, one elsewhere."""
    folder = live_site(tmp_path / "site")
    desk = open_site(folder)
    desk.staff.give_secret(owner_of(desk), ANALYST, PIN)
    desk.close()
    at = reopen(folder)
    for place in ("Floor 12", "Floor 12", "Floor 12", HOSTILE):
        complain(at.desk, place)
        at.clock.advance(timedelta(minutes=5))  # not later: a desk that nobody touched is covered
    return at


def complain(desk: Desk, place: str) -> None:
    record(desk, "The AC drips.", place=place, category="H01-1", guest=GuestDetails(name="Tan"))


def come(at: RealWindow, login: str) -> None:
    at.choose_person(login.title())
    at.type(PIN)
    at.press(Qt.Key.Key_Return)
    assert at.is_at_the_desk


def insights(at: RealWindow) -> InsightsScreen:
    screen = at.page.findChild(InsightsScreen)
    assert isinstance(screen, InsightsScreen)
    return screen


def go(at: RealWindow, login: str = MANAGER) -> InsightsScreen:
    come(at, login)
    at.click(at.page.rail.buttons["insights"])
    return insights(at)


@pytest.mark.parametrize(("login", "sees"), [(CLERK, False), (SPECIALIST, False), (MANAGER, True)])
def test_the_door_stands_between_guests_and_the_foot_for_those_who_may(at, login, sees) -> None:
    come(at, login)
    doors = at.page.door_names()
    after_guests = doors[doors.index("guests") + 1]
    assert (("insights" in doors), (after_guests == "insights"), at.page.current) == (sees, sees, "queue")


def test_an_analyst_begins_with_the_figures_and_opens_no_case(at: RealWindow) -> None:
    come(at, ANALYST)
    assert (at.page.door_names()[0], at.page.current) == ("insights", "insights")
    assert not {"queue", "case", "guests"} & set(at.page.door_names())
    screen = insights(at)
    at.click(screen.page.tiles.tiles[TileKind.COMPLAINTS])
    assert len(screen.cases.table.numbers()) == 4
    at.press(Qt.Key.Key_Return)
    assert at.page.current == "insights"
    assert not screen.page.warning.not_now.isVisible()


def test_the_mouse_leads_from_a_figure_to_its_case_and_back(at: RealWindow) -> None:
    screen = go(at)
    assert screen.page.tiles.tiles[TileKind.COMPLAINTS].words.value == "4"
    assert at.page.status.page.text() == "Counted on this computer at 22:02"
    row = next(row for row in screen.page.places.rows if row.accessibleName().startswith("<img"))
    at.click(row)
    (number,) = screen.cases.table.numbers()
    table = screen.cases.table
    at.click(table.viewport(), table.visualRect(table.model().index(0, 0)).center())
    at.press(Qt.Key.Key_Return)
    assert (at.page.current, at.case.presenter.state.number) == ("case", number)
    at.click(at.case.header.back)
    assert (at.page.current, at.page.status.page.text()) == ("insights", "Counted on this computer at 22:02")


def test_the_keyboard_alone_goes_from_a_week_to_a_case(at: RealWindow) -> None:
    screen = go(at)
    at.tab_to(screen.page.weeks.chart)
    at.press(Qt.Key.Key_End)
    at.press(Qt.Key.Key_Return)
    assert len(screen.cases.table.numbers()) == 4
    at.press(Qt.Key.Key_Down)
    at.press(Qt.Key.Key_Return)
    assert at.case.presenter.state.number == screen.cases.table.numbers()[1]


def test_coming_back_counts_anew(at: RealWindow) -> None:
    screen = go(at)
    at.click(at.page.rail.buttons["queue"])
    complain(at.desk, "Floor 3")
    at.click(at.page.rail.buttons["insights"])
    assert screen.page.tiles.tiles[TileKind.COMPLAINTS].words.value == "5"
    complain(at.desk, "Floor 3")
    at.press(Qt.Key.Key_F5)
    assert screen.page.tiles.tiles[TileKind.COMPLAINTS].words.value == "6"


def test_a_warning_shows_its_cases_and_is_put_away_for_everybody(at: RealWindow) -> None:
    screen = go(at)
    bar = screen.page.warning
    assert "Floor 12" in bar.title.text()
    at.click(bar.cases)
    assert len(screen.cases.table.numbers()) == 3
    before = len(screen.presenter.state.warnings)
    at.click(bar.not_now)
    at.type("The drain was cleared")
    at.press(Qt.Key.Key_Return)
    assert len(screen.presenter.state.warnings) == before - 1
    manager = at.desk.staff.person(MANAGER, "D1")
    put_away = [one for one in at.desk.warnings.at(manager, at.clock()) if one.dismissed_at is not None]
    assert [(one.dismissed_by, one.reason) for one in put_away] == [(MANAGER, "The drain was cleared")]


def test_the_whole_screen_changes_its_language_and_keeps_its_look(at: RealWindow) -> None:
    screen = go(at)
    at.click(screen.head.kinds.segment(SpanKind.WEEK))
    at.click(screen.page.tiles.tiles[TileKind.COMPLAINTS])
    at.click(at.page.top.language.segment(Language.ZH))
    assert screen.head.compared.text() == "11月16日–19日，对比 11月9日–12日"
    assert (screen.cases.title.text(), screen.cases.about.text()) == ("投诉", "11月16日–19日 · 4 件个案")
    assert at.page.status.page.text() == "22:02 在本机统计"
    assert screen.presenter.state.kind is SpanKind.WEEK


def test_every_place_of_the_heat_map_can_be_clicked(at: RealWindow) -> None:
    screen = go(at)
    chart = screen.page.hours.chart
    scene = chart.scene()
    assert scene is not None
    target = next(target for target in scene.targets if target.hit.key == "3/evening")
    at.click(chart, QPoint(round(target.x + target.width / 2), round(target.y + target.height / 2)))
    assert len(screen.cases.table.numbers()) == 4
    at.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is chart
