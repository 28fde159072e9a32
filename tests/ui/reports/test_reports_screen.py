"""The Reports screen by keyboard and mouse, on made-up months."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.kinds import Language, Property, Role
from desktop.errors import UserError
from desktop.ui.reports.screen import ReportsScreen
from desktop.ui.tasks import InlineRunner
from tests.ui.reports.conftest import MakeScreen
from tests.ui.reports.shelf import HOSTILE, NOVEMBER, OCTOBER, Shelf
from tests.ui.sweeping import cut_off, nameless, not_plain, out_of_order, outside, overlapping, scrolled_sideways

_CHECKS = (cut_off, outside, scrolled_sideways, overlapping, nameless, not_plain, out_of_order)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def screen(make_screen: MakeScreen, shelf: Shelf) -> ReportsScreen:
    return make_screen(shelf)


def cells(screen: ReportsScreen) -> list[list[str]]:
    model: QAbstractItemModel = screen.table.model()
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return [[str(model.index(row, column).data()) for column in columns] for row in rows]


def click(widget: object) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_every_month_says_how_far_its_report_is(screen: ReportsScreen) -> None:
    assert cells(screen) == [
        ["December 2026", "3", "Not over yet", ""],
        ["November 2026", "1,204", "Ready to print", ""],
        ["October 2026", "17", "Printed, figures have changed", "3 Dec 2026 09:00 · 2 times"],
        ["September 2026", "0", "No complaints", ""],
    ]


def test_the_model_keeps_qts_rules(screen: ReportsScreen, qtmodeltester) -> None:
    qtmodeltester.check(screen.table.model())
    tester = QAbstractItemModelTester(screen.table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    screen.refresh()
    tester.deleteLater()


def test_the_first_report_is_ready_after_a_full_month(make_screen: MakeScreen) -> None:
    screen = make_screen(Shelf(empty=True))
    assert screen.list.empty.isVisible()
    assert screen.list.empty.hint.text() == "The first report is ready after a full month."
    assert not screen.pane.isVisible()


def test_the_keyboard_chooses_a_month_and_opens_its_report(screen: ReportsScreen, shelf: Shelf, qtbot) -> None:
    assert screen.table.hasFocus()
    QTest.keyClick(screen.table, Qt.Key.Key_Return)
    assert screen.pane.make.hasFocus()
    screen.focus_rows()
    QTest.keyClick(screen.table, Qt.Key.Key_Down)
    assert screen.presenter.state.selected == OCTOBER
    with qtbot.waitSignal(screen.paper_wanted) as wanted:
        QTest.keyClick(screen.table, Qt.Key.Key_Return)
    assert wanted.args == [shelf.reports[2]]


def test_the_mouse_makes_a_report_and_its_first_page_is_seen(screen: ReportsScreen, shelf: Shelf, qtbot) -> None:
    assert screen.pane.paper.page.image is None
    with qtbot.waitSignals([screen.told, screen.made]):
        click(screen.pane.make)
    assert screen.pane.paper.page.image is not None
    assert screen.pane.paper.who.text() == "Mark Hill · English · 8 pages"
    assert cells(screen)[1][2] == "Printed"
    with qtbot.waitSignal(screen.paper_wanted) as wanted:
        click(screen.pane.paper.open)
    assert wanted.args == [shelf.reports[3]]


def test_earlier_printings_can_be_opened_again(screen: ReportsScreen, shelf: Shelf, qtbot) -> None:
    assert not screen.pane.earlier.isVisible()
    screen.presenter.select(OCTOBER)
    (button,) = screen.pane.earlier.buttons
    with qtbot.waitSignal(screen.paper_wanted) as wanted:
        click(button)
    assert wanted.args == [shelf.reports[1]]


def test_a_report_on_its_way_shows_how_far_it_is_and_esc_stops_it(make_screen: MakeScreen, shelf: Shelf) -> None:
    screen = make_screen(shelf)
    tasks = []

    class Later(InlineRunner):
        def run(self, work, done, failed):  # type: ignore[no-untyped-def]
            from desktop.ui.tasks import Task

            tasks.append(Task(work, done, failed))
            return tasks[-1]

    screen.presenter._runner = Later()
    screen.pane.make.setFocus()
    QTest.keyClick(screen.pane.make, Qt.Key.Key_Space)
    tasks[0].progressed.emit(40, 100, "")
    pane = screen.pane
    assert (pane.progress.isVisible(), pane.progress.value(), pane.make.isVisible()) == (True, 40, False)
    assert pane.stop.hasFocus()
    QTest.keyClick(pane.stop, Qt.Key.Key_Escape)
    tasks[0].execute_here()
    assert (pane.progress.isVisible(), pane.make.isVisible()) == (False, True)
    assert set(shelf.reports) == {1, 2}


def test_a_pdf_that_cannot_be_written_offers_another_place(screen: ReportsScreen, shelf: Shelf) -> None:
    screen.presenter.select(OCTOBER)
    shelf.fails["save_pdf"] = UserError("paper_unwritable", "pdf", path="x")
    click(screen.pane.paper.save)
    paper = screen.pane.paper
    assert paper.refused.text().startswith("Couldn’t write the PDF. Is it open elsewhere?")
    assert paper.elsewhere.isVisible()
    shelf.fails.clear()
    shelf.path = Path("/tmp/elsewhere")
    click(paper.elsewhere)
    assert shelf.files[Path("/tmp/elsewhere.pdf")]
    assert shelf.suggested == ["HH 2026-10 zh.pdf"] * 2
    assert not paper.elsewhere.isVisible()


@pytest.mark.parametrize(("name", "written"), [("x", "x.xlsx"), ("x.csv", "x.csv"), ("x.XLSX", "x.XLSX")])
def test_figures_are_saved_as_a_sheet_or_a_table(screen: ReportsScreen, shelf: Shelf, name: str, written: str) -> None:
    shelf.path = Path("/tmp") / name
    click(screen.pane.paper.figures)
    assert shelf.files == {Path("/tmp") / written: (NOVEMBER, Language.EN)}


def test_nothing_is_saved_where_the_dialog_is_left(screen: ReportsScreen, shelf: Shelf) -> None:
    shelf.path = None
    click(screen.pane.paper.figures)
    assert shelf.files == {}


def test_forms_are_filled_in_by_keyboard(screen: ReportsScreen, shelf: Shelf) -> None:
    field = screen.pane.next.fields[0]["text"]
    field.setFocus()
    QTest.keyClicks(field, "Check the drains")
    assert screen.pane.next.save.isEnabled()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert shelf.decided[NOVEMBER][0].text == "Check the drains"
    assert not screen.pane.next.save.isEnabled()
    last = screen.pane.last
    assert HOSTILE in last.lines[0].what.text()
    click(last.lines[0].kept.segment("not_kept"))
    QTest.keyClicks(last.lines[0].remark, "No time")
    click(last.save)
    assert (shelf.decided[OCTOBER][0].kept, shelf.decided[OCTOBER][0].remark) == (False, "No time")
    QTest.keyClicks(screen.pane.activity.field, "3100")
    QTest.keyClick(screen.pane.activity.field, Qt.Key.Key_Return)
    assert ("set_activity", NOVEMBER, 3100) in shelf.asked


def test_a_goal_out_of_reach_is_told_at_its_field(screen: ReportsScreen) -> None:
    QTest.keyClicks(screen.pane.goals.field("rate"), "low")
    click(screen.pane.goals.save)
    assert "low" in screen.pane.goals.rows["rate"].error.text()


def test_a_shop_counts_by_sales(make_screen: MakeScreen, shelf: Shelf) -> None:
    screen = make_screen(shelf, property_=Property.RETAIL)
    assert screen.pane.activity.title.text() == "Sales"
    assert screen.pane.goals.rows["rate"].label.text() == "Per 10,000 sales"


def test_an_analyst_sees_decisions_and_no_forms(make_screen: MakeScreen, shelf: Shelf) -> None:
    pane = make_screen(shelf, Role.ANALYST).pane
    assert (pane.activity.isVisible(), pane.goals.isVisible(), pane.next.isVisible()) == (False, False, False)
    assert pane.last.isVisible()
    assert pane.last.lines[0].remark.isReadOnly()
    assert pane.make.isVisible()


def test_the_language_changes_while_it_runs_and_what_was_typed_stays(
    screen: ReportsScreen, speak: Callable[[ReportsScreen, Language], None]
) -> None:
    QTest.keyClicks(screen.pane.next.fields[1]["who"], "Zhou")
    speak(screen, Language.ZH)
    assert cells(screen)[1] == ["2026 年 11 月", "1,204", "可以打印", ""]
    assert (screen.title.text(), screen.pane.make.text()) == ("报告", "生成月报")
    assert screen.pane.next.fields[1]["who"].text() == "Zhou"
    assert screen.pane.language.value() is Language.EN


@pytest.mark.parametrize("size", [(1352, 826), (1278, 622), (1192, 566)])
@pytest.mark.parametrize("language", list(Language))
def test_nothing_is_cut_off_and_everything_has_a_name(make_screen, shelf, speak, size, language) -> None:
    screen = make_screen(shelf, size=size)
    speak(screen, language)
    for month in (NOVEMBER, OCTOBER):
        screen.presenter.select(month)
        for _ in range(5):
            QApplication.processEvents()
        assert [found for check in _CHECKS for found in check(screen)] == []
