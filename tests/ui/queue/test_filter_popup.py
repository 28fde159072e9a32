"""Narrowing the queue, and what is shown while rows are still to come."""

from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from desktop.domain.kinds import Band, State
from desktop.domain.lifecycle import OPEN_STATES
from desktop.domain.queueing import Chip, QueueFilter
from desktop.ui.tasks import TaskRunner
from tests.ui.queue.few_rows import LEO, MAYA


def opened(screen, qtbot):
    qtbot.mouseClick(screen.head.filter, Qt.MouseButton.LeftButton)
    return screen.filter


def test_what_is_ticked_narrows_the_whole_queue_at_once(make_screen, full_desk, qtbot):
    screen = make_screen(full_desk)
    popup = opened(screen, qtbot)
    popup.bands[Band.P1].click()
    popup.bands[Band.P2].click()
    assert full_desk.asked[-1][1] == QueueFilter(bands=frozenset({Band.P1, Band.P2}))
    popup.states[State.NEW].click()
    assert [row.id for row in screen.table.seen()] == [7, 10]
    assert screen.head.filter.text() == "Filter · 2"
    popup.close()


def test_only_states_of_open_cases_are_offered(make_screen, full_desk, qtbot):
    popup = opened(make_screen(full_desk), qtbot)
    assert set(popup.states) == OPEN_STATES
    assert [box.text() for box in popup.findChildren(QCheckBox) if not box.text()] == []
    popup.close()


def test_category_and_owner_are_chosen_from_lists(make_screen, full_desk, qtbot):
    screen = make_screen(full_desk)
    popup = opened(screen, qtbot)
    popup.category.setCurrentIndex(popup.category.findData("H05"))
    popup.category.activated.emit(popup.category.currentIndex())
    popup.owner.setCurrentIndex(popup.owner.findData(LEO.id))
    popup.owner.activated.emit(popup.owner.currentIndex())
    assert screen.presenter.state.filter == QueueFilter(category="H05", owner_id=LEO.id)
    assert [row.id for row in screen.table.seen()] == [4]
    popup.close()


def test_the_popup_shows_the_filter_in_use_and_clears_it(make_screen, full_desk, qtbot):
    screen = make_screen(full_desk)
    screen.presenter.choose_filter(QueueFilter(frozenset({Band.P3}), frozenset({State.NEW}), "H01", MAYA.id))
    popup = opened(screen, qtbot)
    assert [band for band, box in popup.bands.items() if box.isChecked()] == [Band.P3]
    assert [state for state, box in popup.states.items() if box.isChecked()] == [State.NEW]
    assert (popup.category.currentData(), popup.owner.currentData()) == ("H01", MAYA.id)
    qtbot.mouseClick(popup.clear, Qt.MouseButton.LeftButton)
    assert screen.presenter.state.filter.is_empty
    assert not popup.clear.isEnabled()
    assert screen.table.model().rowCount() == 12
    popup.close()


def test_choosing_myself_as_the_owner_is_looking_at_mine(make_screen, full_desk, qtbot):
    screen = make_screen(full_desk)
    popup = opened(screen, qtbot)
    popup.owner.setCurrentIndex(popup.owner.findData(MAYA.id))
    popup.owner.activated.emit(popup.owner.currentIndex())
    assert screen.head.whose.value() is True
    popup.close()


def test_the_popup_is_worked_by_keyboard_and_esc_closes_it(make_screen, full_desk, qtbot):
    screen = make_screen(full_desk)
    popup = opened(screen, qtbot)
    assert popup.bands[Band.P1].hasFocus()
    qtbot.keyClick(popup.bands[Band.P1], Qt.Key.Key_Space)
    assert screen.presenter.state.filter.bands == {Band.P1}
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert screen.presenter.state.filter.bands == {Band.P1}


def test_every_field_of_the_popup_has_a_name(make_screen, full_desk, qtbot):
    popup = opened(make_screen(full_desk), qtbot)
    names = [box.accessibleName() for box in popup.bands.values()]
    names += [popup.category.accessibleName(), popup.owner.accessibleName()]
    assert names == ["Priority 1", "Priority 2", "Priority 3", "Priority 4", "Category", "Owner"]
    popup.close()


def test_rows_stay_while_others_are_read_and_make_way_for_blocks_if_it_takes_long(make_screen, full_desk, qtbot):
    runner = TaskRunner()
    screen = make_screen(full_desk, runner=runner)
    qtbot.waitUntil(lambda: screen.table.model().rowCount() == 12)
    full_desk.gate = Event()
    screen.presenter.choose_chip(Chip.UNACKNOWLEDGED)
    assert screen.table.isVisible()
    assert screen.table.model().rowCount() == 12
    qtbot.waitUntil(lambda: not screen.table.isVisible(), timeout=2000)
    assert screen.list.loading.isVisible()
    full_desk.gate.set()
    qtbot.waitUntil(screen.table.isVisible)
    assert screen.table.model().rowCount() == 2
    assert runner.wait_all()
