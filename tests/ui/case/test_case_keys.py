"""The case screen's own keys, the pinned buttons of its moves, and messages that stand on nothing one types in."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QScrollArea

from desktop.domain.commands import Withdraw
from desktop.domain.kinds import State
from desktop.errors import UserError
from desktop.ui.widgets import Toast
from tests.ui.case.files import a_file

CTRL = Qt.KeyboardModifier.ControlModifier


def on_state(desk, state):
    desk.file = a_file(state)
    return desk


def test_ctrl_r_works_wherever_the_focus_is_in_the_window(desk, make_screen):
    screen = make_screen(desk)
    search = QLineEdit(screen.window())
    search.show()
    search.setFocus()
    QTest.keyClick(search, Qt.Key.Key_R, CTRL)
    assert screen.move_panel.act == "resolve"


def test_ctrl_r_is_not_heard_by_a_page_that_is_not_shown(desk, make_screen):
    screen = make_screen(desk)
    elsewhere = QLineEdit(screen.window())
    elsewhere.show()
    screen.hide()
    elsewhere.setFocus()
    QTest.keyClick(elsewhere, Qt.Key.Key_R, CTRL)
    assert screen.presenter.state.act == ""


def test_ctrl_r_waits_behind_a_modal_window(desk, make_screen, qtbot):
    screen = make_screen(desk)
    paper = QDialog(screen.window())
    paper.setModal(True)
    field = QLineEdit(paper)
    with qtbot.waitActive(paper):
        paper.show()
        paper.activateWindow()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_R, CTRL)
    assert screen.presenter.state.act == ""
    paper.close()


def test_ctrl_r_waits_until_what_is_composed_is_written(desk, make_screen):
    screen = make_screen(desk)
    note = screen.timeline.entry.note
    note.setFocus()
    QApplication.sendEvent(note, QInputMethodEvent("ni hao", []))
    QTest.keyClick(note, Qt.Key.Key_R, CTRL)
    assert screen.presenter.state.act == ""


@pytest.fixture
def long_form(desk, make_screen, qtbot):
    """A form that is higher than its pane, scrolled to its last fields."""
    screen = make_screen(on_state(desk, State.ACKNOWLEDGED), size=(1278, 560))
    screen.presenter.ask_move("assess")
    bar = screen.move_panel.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    return screen.move_panel.form


def in_sight(widget):
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_a_long_form_scrolls_and_its_buttons_stay_in_sight(long_form):
    area = long_form.parentWidget().parentWidget().parentWidget()
    assert in_sight(long_form.foot.confirm)
    area.verticalScrollBar().setValue(0)
    assert in_sight(long_form.foot.confirm)


def test_a_mistake_is_scrolled_to(long_form):
    category = long_form.entry("category")
    assert not in_sight(category)
    long_form.show_error(UserError("missing", "category"))
    assert category.isAncestorOf(QApplication.focusWidget())
    assert in_sight(QApplication.focusWidget())


def test_keys_reach_the_form_from_its_pinned_buttons(desk, make_screen):
    screen = make_screen(on_state(desk, State.NEW))
    screen.presenter.ask_move("withdraw")
    form = screen.move_panel.form
    form.entry("reason").restore("She found her ring")
    form.foot.confirm.setFocus()
    QTest.keyClick(form.foot.confirm, Qt.Key.Key_Return, CTRL)
    assert [type(command) for command in desk.performed] == [Withdraw]
    assert not form.foot.isVisible()


def test_tab_goes_from_the_fields_to_the_pinned_buttons(desk, make_screen):
    screen = make_screen(on_state(desk, State.NEW))
    screen.presenter.ask_move("withdraw")
    form = screen.move_panel.form
    QTest.keyClick(form.first_field(), Qt.Key.Key_Tab)
    assert form.foot.confirm.hasFocus()
    QTest.keyClick(form.foot.confirm, Qt.Key.Key_Tab)
    assert form.foot.cancel.hasFocus()


def test_a_message_never_stands_on_the_note(desk, make_screen):
    screen = make_screen(desk)
    toast = Toast(screen)
    toast.say("Task done · 1119-0001")
    entry = screen.timeline.entry
    assert not toast.geometry().intersects(QRect(entry.mapTo(screen, QPoint()), entry.size()))
