"""The list keeps its place when it refreshes (conventions.md 27)."""

from datetime import timedelta

from PySide6.QtCore import Qt

from desktop.domain.kinds import Band, State
from desktop.domain.queueing import Chip
from desktop.ui.queue.pages import PAGE_ROWS
from tests.support.clock import EVENING
from tests.ui.queue.few_rows import a_new_row, a_row, many_rows
from tests.ui.queue.on_screen import chosen, marked

KEY = Qt.Key


def offset(screen, number):
    """How far below the top of the view a case stands, in logical pixels."""
    table = screen.table
    return table.rowViewportPosition(table.model().place_of(number))


def test_a_refresh_keeps_the_chosen_case_at_the_same_place_on_screen(make_screen, desk, qtbot):
    screen = make_screen(desk, many_rows(150))
    bar = screen.table.verticalScrollBar()
    bar.setValue(2000)
    number = screen.table.seen()[4].number
    screen.presenter.select(number)
    before = offset(screen, number)
    desk.rows[:0] = [a_new_row(900 + n, band=Band.P1) for n in range(7)]
    screen.refresh()
    assert marked(screen) == desk.row(number).id
    assert offset(screen, number) == before


def test_a_refresh_keeps_what_one_reads_in_place_though_the_chosen_case_is_far_off(make_screen, desk):
    screen = make_screen(desk, many_rows(150))
    screen.table.verticalScrollBar().setValue(3011)
    number = screen.table.seen()[0].number
    before = offset(screen, number)
    desk.rows[:0] = [a_new_row(900 + n, band=Band.P1) for n in range(7)]
    screen.refresh()
    assert offset(screen, number) == before
    assert chosen(screen) == 1


def test_at_its_top_the_list_stays_at_its_top_so_that_a_new_p1_is_seen(make_screen, desk):
    screen = make_screen(desk, many_rows(150))
    screen.presenter.select(desk.rows[3].number)
    desk.rows.append(a_new_row(900, band=Band.P1))
    screen.refresh()
    assert screen.table.verticalScrollBar().value() == 0
    assert screen.table.seen()[0].id == 900
    assert marked(screen) == 4


def test_a_due_time_that_passes_moves_the_case_up_and_the_place_stays(make_screen, desk, clock, qtbot):
    desk.rows = [*many_rows(150), a_row(999, band=Band.P4, next_due=EVENING + timedelta(seconds=30))]
    screen = make_screen(desk)
    screen.table.verticalScrollBar().setValue(1000)
    number = screen.table.seen()[2].number
    screen.presenter.select(number)
    before = offset(screen, number)
    clock.advance(timedelta(seconds=31))
    screen.presenter.tick()
    assert screen.presenter.state.window.at(0).id == 999
    assert offset(screen, number) == before
    assert marked(screen) == desk.row(number).id


def test_the_arrow_keys_go_on_where_the_chosen_case_was_when_it_has_gone(make_screen, full_desk, qtbot):
    screen = make_screen(full_desk)
    screen.presenter.select(screen.presenter.state.window.at(4).number)
    full_desk.rows.remove(screen.presenter.state.selected)
    screen.refresh()
    assert (chosen(screen), marked(screen)) == (None, None)
    assert screen.preview.nothing.isVisible()
    qtbot.keyClick(screen.table, KEY.Key_Down)
    assert screen.table.currentIndex().row() == 5
    assert chosen(screen) == marked(screen)


def test_another_chip_begins_at_the_top(make_screen, desk):
    rows = [row._replace(state=State.NEW) if row.id % 2 else row for row in many_rows(150)]
    screen = make_screen(desk, rows)
    screen.table.verticalScrollBar().setValue(3000)
    screen.presenter.choose_chip(Chip.UNACKNOWLEDGED)
    assert screen.table.verticalScrollBar().value() == 0


def test_scrolling_down_brings_page_after_page_and_end_the_last_case(make_screen, desk, qtbot):
    screen = make_screen(desk, many_rows(3 * PAGE_ROWS + 11))
    bar = screen.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: screen.table.model().rowCount() == 2 * PAGE_ROWS)
    qtbot.keyClick(screen.table, KEY.Key_End)
    assert chosen(screen) == 3 * PAGE_ROWS + 11
    assert screen.table.currentIndex().row() == 3 * PAGE_ROWS + 10
    assert not screen.table.visualRect(screen.table.currentIndex()).isEmpty()


def test_scrolling_back_brings_back_what_was_let_go_of(make_screen, desk, qtbot):
    screen = make_screen(desk, many_rows(13 * PAGE_ROWS))
    qtbot.keyClick(screen.table, KEY.Key_End)
    assert screen.table.model().window.at(0) is None
    screen.table.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: screen.table.model().window.at(0) is not None)
    assert screen.table.seen()[0].id == 1
    qtbot.keyClick(screen.table, KEY.Key_Home)
    assert chosen(screen) == 1
