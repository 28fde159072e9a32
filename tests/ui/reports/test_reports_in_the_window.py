"""Reports in the real window over a real site: who sees them, what is kept, what reminds of them."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from desktop.domain.figures.shapes import Month
from desktop.domain.kinds import Language
from desktop.ui.papers.window import PaperWindow
from desktop.ui.reports.screen import ReportsScreen
from tests.journeys.real_window import CLERK, PIN, RealWindow
from tests.support.sites import record

MANAGER = "mark"
NOVEMBER = Month(2026, 11)


@pytest.fixture
def at(at_the_desk: Callable[[Language], RealWindow]) -> RealWindow:
    """The window in English, with nobody signed in; a complaint came in November, and it is 3 December."""
    at = at_the_desk(Language.EN)
    record(at.desk)
    at.clock.set(datetime(2026, 12, 3, 1, tzinfo=UTC))
    return at


def come(at: RealWindow, login: str) -> None:
    at.choose_person(login.title())
    at.type(PIN)
    at.press(Qt.Key.Key_Return)
    assert at.is_at_the_desk


def go(at: RealWindow) -> ReportsScreen:
    come(at, MANAGER)
    at.click(at.page.rail.buttons["reports"])
    screen = at.page.findChild(ReportsScreen)
    assert isinstance(screen, ReportsScreen)
    return screen


def test_last_months_report_is_remembered_calmly(at: RealWindow) -> None:
    come(at, MANAGER)
    button = at.page.rail.buttons["reports"]
    assert at.page.toast.text == "The report for November 2026 can be printed. See Reports."
    assert button.accessibleName() == "Reports, The report for November 2026 can be printed"
    assert at.page.status.page.text().endswith("The report for November 2026 can be printed")
    at.click(at.page.top.language.segment(Language.ZH))
    assert button.accessibleName() == "报告, 2026 年 11 月的月报可以打印了"
    assert at.page.status.page.text().endswith("2026 年 11 月的月报可以打印了")


def test_the_message_comes_once_a_day_and_not_to_those_who_print_none(at: RealWindow) -> None:
    come(at, CLERK)
    assert "reports" not in at.page.door_names()
    assert at.page.toast.text == ""
    assert "report" not in at.page.status.page.text()


def test_a_report_is_made_looked_at_and_kept(at: RealWindow) -> None:
    screen = go(at)
    assert screen.presenter.state.selected == NOVEMBER
    at.click(screen.pane.make)
    manager = at.desk.staff.person(MANAGER, "D1")
    (kept,) = at.desk.reports.kept(manager)
    assert at.page.rail.buttons["reports"].accessibleName() == "Reports"
    at.click(screen.pane.paper.open)
    paper = at.window.findChild(PaperWindow)
    assert paper is not None
    assert paper.presenter.state.content == at.desk.reports.pdf(manager, kept.id)
    assert not paper.language.isVisible()
    paper.reject()


def test_what_is_half_typed_survives_going_to_another_screen(at: RealWindow) -> None:
    screen = go(at)
    at.click(screen.pane.next.fields[0]["text"])
    at.type("Check the drains")
    at.click(at.page.rail.buttons["queue"])
    manager = at.desk.staff.person(MANAGER, "D1")
    assert at.desk.drafts.typed(manager, "report 2026-11")["lines"][0] == ["Check the drains", "", ""]
    assert at.desk.drafts.of(manager) == ()


def test_insights_leads_to_the_reports(at: RealWindow) -> None:
    come(at, MANAGER)
    at.click(at.page.rail.buttons["insights"])
    from desktop.ui.insights.screen import InsightsScreen

    insights = at.page.findChild(InsightsScreen)
    assert insights is not None
    insights.report_wanted.emit()
    assert at.page.current == "reports"
