"""The keys of the whole window: each once, each where design.md puts it, none while an input method composes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from desktop.ui.shell.keys import Key, key_lines
from tests.ui.shell.counter import AtTheCounter

CTRL = Qt.KeyboardModifier.ControlModifier


def keys_of(counter: AtTheCounter) -> list[str]:
    """Every key that is bound in the window, by action or shortcut."""
    actions = [a for widget in [counter.window, *counter.window.findChildren(object)] for a in _actions(widget)]
    bound = [key.toString() for action in set(actions) for key in action.shortcuts()]
    return bound + [shortcut.key().toString() for shortcut in counter.window.findChildren(QShortcut)]


def _actions(widget: object) -> list[QAction]:
    return widget.actions() if hasattr(widget, "actions") else []


def test_no_key_stands_twice(maya: AtTheCounter) -> None:
    maya.desk.open("new")
    bound = keys_of(maya)
    assert len(bound) == len(set(bound))
    assert set(bound) >= {key.value for key in Key}


def test_ctrl_n_opens_a_new_complaint_from_anywhere(maya: AtTheCounter, qtbot) -> None:
    maya.search.setFocus()
    qtbot.keyClick(maya.search, Qt.Key.Key_N, CTRL)
    assert (maya.desk.current, maya.form.text.hasFocus()) == ("new", True)


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_F])
def test_two_keys_lead_to_the_search(maya: AtTheCounter, qtbot, key: Qt.Key) -> None:
    qtbot.keyClick(maya.queue.rows, key, CTRL)
    assert maya.search.hasFocus()


def test_ctrl_l_locks_at_once(maya: AtTheCounter, qtbot) -> None:
    qtbot.keyClick(maya.queue.rows, Qt.Key.Key_L, CTRL)
    assert maya.window.page is maya.sign_in


def test_f6_walks_through_rail_search_and_page_and_back(maya: AtTheCounter, qtbot) -> None:
    qtbot.keyClick(maya.queue.rows, Qt.Key.Key_F6)
    assert maya.desk.rail.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    assert maya.search.hasFocus()
    qtbot.keyClick(maya.search, Qt.Key.Key_F6)
    assert maya.queue.rows.hasFocus()
    qtbot.keyClick(maya.queue.rows, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert maya.search.hasFocus()


def test_f6_walks_on_the_sign_in_page_too(counter: AtTheCounter, qtbot) -> None:
    counter.sign_in.presenter.choose("maya")
    qtbot.keyClick(counter.sign_in.people, Qt.Key.Key_F6)
    assert counter.sign_in.pane.pin.hasFocus()


def test_ctrl_q_closes_the_window(maya: AtTheCounter, qtbot) -> None:
    qtbot.keyClick(maya.queue.rows, Qt.Key.Key_Q, CTRL)
    assert not maya.window.isVisible()


def test_no_key_acts_while_an_input_method_composes(maya: AtTheCounter, qtbot) -> None:
    maya.search.setFocus()
    QApplication.sendEvent(maya.search, QInputMethodEvent("kong", []))
    for key in (Qt.Key.Key_N, Qt.Key.Key_L):
        qtbot.keyClick(maya.search, key, CTRL)
    assert (maya.desk.current, maya.window.page) == ("queue", maya.desk)
    commit = QInputMethodEvent("", [])
    commit.setCommitString("空调")
    QApplication.sendEvent(maya.search, commit)
    assert maya.search.text() == "空调"
    qtbot.keyClick(maya.search, Qt.Key.Key_N, CTRL)
    assert maya.desk.current == "new"


def test_the_settings_key_is_off_while_there_are_no_settings(maya: AtTheCounter) -> None:
    assert not maya.actions.settings.isEnabled()


def test_every_key_on_the_help_page_can_be_typed(qapp: QApplication) -> None:
    for keys, does in key_lines():
        assert does
        for key in keys:
            assert QKeySequence(str(key)).toString() or key in ("↑", "↓", "1…5", "Ctrl+1…5")


def test_the_help_page_names_every_key_that_works_now(maya: AtTheCounter) -> None:
    told = {str(key) for keys, _does in key_lines() for key in keys}
    assert told >= {key.value for key in Key} - {Key.SETTINGS.value}


def test_tab_goes_in_reading_order_from_the_rail_to_the_page(maya: AtTheCounter) -> None:
    maya.desk.rail.buttons["new"].setFocus()
    walked = []
    for _ in range(7):
        widget = QApplication.focusWidget()
        walked.append(widget)
        maya.window.focusNextChild()
    wanted = [maya.desk.rail.buttons["new"], maya.desk.rail.buttons["queue"], maya.search]
    assert walked[:3] == wanted
    assert walked.index(maya.desk.top.staff) < walked.index(maya.desk.top.lock) < walked.index(maya.queue.rows)
