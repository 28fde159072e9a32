"""The queue as a person meets it: orders, columns, empty and failed pages, and what it tells others."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.domain.queueing import Chip
from desktop.errors import UserError
from desktop.ui.queue.columns import Column
from desktop.ui.queue.memory import Remembered, recall
from desktop.ui.tasks import TaskRunner
from tests.support.clock import EVENING
from tests.ui.queue.few_rows import LEO, a_new_row, a_row
from tests.ui.queue.on_screen import chosen, marked

KEY = Qt.Key


def test_the_queue_shows_its_rows_and_the_first_one_chosen(make_screen, full_desk):
    screen = make_screen(full_desk)
    assert screen.table.model().rowCount() == 12
    assert chosen(screen) == marked(screen) == 7
    assert screen.head.count.text() == "12 open · most urgent first"
    assert screen.preview.case.guest.text() == "Ms Tan Wei Ling"


def test_a_click_on_a_header_sorts_and_a_third_one_leads_back(make_screen, full_desk, qtbot):
    screen = make_screen(full_desk)
    header = screen.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(Column.GUEST) + 20, 10)
    for expected in ("Bauer", "Tan Wei Ling", "Tan Wei Ling"):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert screen.table.seen()[0].guest == expected
    assert screen.presenter.state.sort is None
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert screen.head.count.text() == "12 open · sorted by guest"
    qtbot.mouseClick(screen.head.own_order, Qt.MouseButton.LeftButton)
    assert screen.presenter.state.sort is None


def test_columns_are_hidden_and_shown_from_their_menu_and_orders_chosen(make_screen, full_desk, qtbot):
    screen = make_screen(full_desk)
    qtbot.mouseClick(screen.head.columns, Qt.MouseButton.LeftButton)
    actions = [action for action in screen.menus.shown.actions() if action.isCheckable()]
    next(action for action in actions if action.text() == "Mood").trigger()
    assert screen.table.isColumnHidden(Column.MOOD)
    last_owner = [action for action in actions if action.text() == "Owner"][-1]
    last_owner.trigger()
    assert screen.presenter.state.sort.column is Column.OWNER
    screen.menus.shown.close()
    qtbot.mouseClick(screen.head.columns, Qt.MouseButton.LeftButton)
    actions = [action for action in screen.menus.shown.actions() if action.isCheckable()]
    next(action for action in actions if action.text() == "Mood").trigger()
    assert not screen.table.isColumnHidden(Column.MOOD)
    screen.menus.shown.close()


class Kept(dict):
    """Settings in memory."""

    def value(self, key):
        return self.get(key)

    def setValue(self, key, value):
        self[key] = value


def test_columns_chip_and_whose_cases_come_back(make_screen, full_desk):
    settings = Kept()
    screen = make_screen(full_desk)
    screen.table.set_hidden({Column.MOOD, Column.SCORE})
    screen.presenter.choose_chip(Chip.DUE_SOON)
    screen.presenter.choose_mine(True)
    screen.remember(settings)
    again = make_screen(full_desk, started=False)
    again.restore(settings)
    again.start()
    assert recall(settings) == Remembered(frozenset({Column.MOOD, Column.SCORE}), Chip.DUE_SOON, mine=True)
    assert again.table.isColumnHidden(Column.SCORE)
    assert again.presenter.state.chip is Chip.DUE_SOON
    assert again.head.whose.value() is True


def test_my_cases_are_one_click_away(make_screen, full_desk, qtbot):
    screen = make_screen(full_desk)
    qtbot.mouseClick(screen.head.whose.segment(True), Qt.MouseButton.LeftButton)
    assert {row.owner for row in screen.table.seen()} == {"Maya Chen"}


def test_an_empty_queue_says_so_and_offers_no_button(make_screen, desk):
    screen = make_screen(desk, [])
    assert screen.list.empty.isVisible()
    assert screen.list.empty.line.text() == "No open complaints."
    assert not screen.list.empty.button.isVisible()
    assert screen.preview.nothing.isVisible()


def test_nothing_that_matches_offers_to_clear_the_filter(make_screen, full_desk, qtbot):
    screen = make_screen(full_desk)
    screen.presenter.choose_filter(screen.presenter.state.filter.__class__(category="H12"))
    assert screen.list.empty.line.text() == "Nothing matches"
    qtbot.mouseClick(screen.list.empty.button, Qt.MouseButton.LeftButton)
    assert screen.table.isVisible()
    assert screen.table.model().rowCount() == 12


def test_an_empty_chip_is_good_news_with_a_way_back(make_screen, desk, qtbot):
    screen = make_screen(desk, [a_row(1)])
    qtbot.keyClick(screen.table, KEY.Key_4)
    assert screen.list.empty.line.text() == "Nothing is overdue."
    qtbot.mouseClick(screen.list.empty.button, Qt.MouseButton.LeftButton)
    assert screen.presenter.state.chip is Chip.OPEN


def test_a_queue_that_cant_be_read_says_what_is_safe_and_offers_another_try(make_screen, full_desk, qtbot):
    full_desk.failure = UserError("disk_full", "file")
    full_desk.backup = EVENING - timedelta(minutes=12)
    screen = make_screen(full_desk, started=False)
    screen.start()
    assert screen.list.failure.isVisible()
    assert screen.list.failure.line.text() == "Couldn’t read the case file."
    assert "Your cases are safe in the 21:30 backup." in screen.list.failure.hint.text()
    full_desk.failure = None
    qtbot.mouseClick(screen.list.failure.button, Qt.MouseButton.LeftButton)
    assert screen.table.isVisible()
    assert screen.table.model().rowCount() == 12


def test_the_counts_are_told_to_whoever_shows_them(make_screen, full_desk, qtbot):
    screen = make_screen(full_desk, started=False)
    with qtbot.waitSignal(screen.counted, check_params_cb=lambda counts: counts.overdue == 1):
        screen.start()


def test_the_clock_goes_on_by_itself_each_second_near_the_end(make_screen, desk, clock, qtbot):
    screen = make_screen(desk, [a_new_row(1, minutes=3)])
    clock.advance(timedelta(seconds=1))
    qtbot.waitUntil(lambda: screen.presenter.state.at == clock(), timeout=3000)
    assert screen.table.model().index(0, Column.TIME).data() == "reply 0:02:59"


def test_the_queue_works_with_slow_work_in_the_background(make_screen, full_desk, qtbot):
    runner = TaskRunner()
    screen = make_screen(full_desk, runner=runner)
    qtbot.waitUntil(lambda: screen.table.model().rowCount() == 12)
    qtbot.keyClick(screen.table, KEY.Key_T)
    qtbot.waitUntil(lambda: screen.presenter.state.is_own)
    assert runner.wait_all()


def test_someone_else_at_the_desk_starts_with_everyones_cases(make_screen, full_desk):
    screen = make_screen(full_desk)
    screen.presenter.choose_mine(True)
    screen.set_person(LEO)
    assert screen.head.whose.value() is False
    assert screen.table.model().rowCount() == 12


def test_f6_finds_three_panes_in_reading_order(make_screen, full_desk):
    screen = make_screen(full_desk)
    panes = screen.panes()
    assert [screen.isAncestorOf(pane) for pane in panes] == [True] * 3
    assert panes[1].isAncestorOf(screen.table)
    assert panes[2] is screen.preview


def test_every_control_has_a_name_for_screen_readers(make_screen, full_desk):
    screen = make_screen(full_desk, on_open=print)
    nameless = [
        button
        for button in screen.findChildren(QAbstractButton)
        if button.isVisible() and not (button.accessibleName() or button.text())
    ]
    assert nameless == []
    assert screen.table.accessibleName()
    assert screen.preview.area.accessibleName()


@pytest.mark.parametrize(("size", "compact"), [((1440, 900), False), ((1366, 696), True)])
def test_the_evening_of_the_picture_fits_without_scrolling(make_screen, full_desk, theme, size, compact):
    theme.set_compact(compact)
    screen = make_screen(full_desk, size=size)
    assert screen.table.verticalScrollBar().maximum() == 0
    assert screen.width() == size[0] - 88
    assert not screen.table.isColumnHidden(Column.OWNER)
    assert screen.hints.isVisible() is not compact


def test_key_hints_that_have_no_room_make_way_and_never_widen_the_window(make_screen, full_desk, theme):
    theme.set_text_size(125)
    screen = make_screen(full_desk, size=(1440, 900), on_open=print)
    assert screen.window().width() == 1440
    shown = [key for key, label in screen.hints._labels.items() if not label.isHidden()]
    assert shown == list(screen.hints._labels)[: len(shown)]
    assert {"T", "A", "S"} < set(shown) < set(screen.hints._labels)
    theme.set_text_size(100)
    QApplication.processEvents()
    assert not any(label.isHidden() for label in screen.hints._labels.values())
