"""Coming, going and coming back: the cover shows nothing, keeps everything, and gives it back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from desktop.ui.widgets import PlainLabel
from tests.ui.shell.counter import CANARY, AtTheCounter


def shown_words(window: QWidget) -> str:
    """Every text of a visible widget below a window."""
    parts = []
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.isVisible():
            for name in ("text", "windowTitle", "accessibleName", "placeholderText", "toolTip"):
                value = getattr(widget, name, None)
                parts.append(str(value()) if callable(value) else "")
    return "\n".join(parts)


def test_the_window_begins_by_asking_who_is_there(counter: AtTheCounter) -> None:
    assert counter.window.page is counter.sign_in
    assert counter.sign_in.people.hasFocus()
    assert not any(action.isEnabled() for action in counter.actions.at_desk)


def test_the_right_pin_opens_the_queue_with_its_focus(maya: AtTheCounter) -> None:
    assert maya.window.page is maya.desk
    assert (maya.desk.current, maya.queue.rows.hasFocus()) == ("queue", True)
    assert maya.desk.top.site.text() == "Harbour Hotel · Front desk"
    assert maya.desk.top.shift.text() == "Evening 15:00–23:00"
    assert maya.desk.status.backup.text() == "Last backup 21:30"
    assert maya.desk.status.time.text() == "Thu 19 Nov 21:42"


def test_a_wrong_pin_says_how_many_tries_are_left(counter: AtTheCounter) -> None:
    counter.sign_in.presenter.choose("maya")
    counter.sign_in.presenter.enter("999999")
    assert counter.window.page is counter.sign_in
    assert "4 tries left" in counter.sign_in.pane.error.text()


def test_two_idle_minutes_cover_the_window(maya: AtTheCounter) -> None:
    maya.pass_time(timedelta(seconds=119))
    assert maya.window.page is maya.desk
    maya.pass_time(timedelta(seconds=2))
    assert maya.window.page is maya.sign_in


def test_a_form_in_use_is_given_ten_minutes(maya: AtTheCounter) -> None:
    maya.desk.open("new")
    maya.pass_time(timedelta(minutes=9))
    assert maya.window.page is maya.desk
    maya.pass_time(timedelta(minutes=1))
    assert maya.window.page is maya.sign_in


def test_a_key_begins_the_count_anew(maya: AtTheCounter, qtbot) -> None:
    maya.pass_time(timedelta(seconds=100))
    qtbot.keyClick(maya.queue.rows, Qt.Key.Key_Down)
    maya.pass_time(timedelta(seconds=100))
    assert maya.window.page is maya.desk


def test_the_mouse_begins_the_count_anew(maya: AtTheCounter) -> None:
    maya.pass_time(timedelta(seconds=100))
    QTest.mouseMove(maya.window.windowHandle(), QPoint(700, 500))
    QApplication.processEvents()
    maya.pass_time(timedelta(seconds=100))
    assert maya.window.page is maya.desk


def test_a_computer_that_slept_wakes_up_covered(maya: AtTheCounter) -> None:
    maya.clock.advance(timedelta(seconds=45))
    maya.session.idle.look()
    assert maya.window.page is maya.sign_in


def test_a_clock_that_jumped_back_covers_nothing_and_still_counts(maya: AtTheCounter) -> None:
    maya.clock.advance(-timedelta(hours=3))
    maya.session.idle.look()
    assert maya.window.page is maya.desk
    maya.pass_time(timedelta(seconds=121))
    assert maya.window.page is maya.sign_in


def test_the_cover_shows_nothing_of_guests(maya: AtTheCounter) -> None:
    maya.search.setText(CANARY)
    maya.search.presenter.search()
    assert CANARY in shown_words(maya.window)
    maya.actions.lock.trigger()
    QApplication.processEvents()
    assert CANARY not in shown_words(maya.window)
    assert "Maya Chen" in shown_words(maya.window)


def test_the_cover_hides_dialogs_and_gives_them_back(maya: AtTheCounter, qtbot) -> None:
    dialog = QDialog(maya.window)
    QVBoxLayout(dialog).addWidget(PlainLabel(CANARY))
    dialog.open()
    maya.actions.lock.trigger()
    assert not dialog.isVisible()
    maya.come("maya")
    assert dialog.isVisible()
    dialog.close()


def test_the_cover_keeps_the_draft_and_what_was_typed(maya: AtTheCounter) -> None:
    maya.desk.open("new")
    maya.form.text.setPlainText("The shower is cold")
    maya.actions.lock.trigger()
    assert maya.form.drafts == ["The shower is cold"]
    maya.come("maya")
    assert maya.form.text.text() == "The shower is cold"


def test_coming_back_finds_page_focus_and_place_as_they_were(maya: AtTheCounter) -> None:
    rows = maya.queue.rows
    rows.setCurrentRow(150)
    rows.verticalScrollBar().setValue(120)
    rows.setFocus()
    maya.session.attendance.go()
    maya.come("maya")
    assert maya.window.page is maya.desk
    assert (rows.hasFocus(), rows.currentRow(), rows.verticalScrollBar().value()) == (True, 150, 120)


def test_somebody_else_gets_a_desk_of_their_own(maya: AtTheCounter) -> None:
    maya.desk.open("new")
    maya.form.text.setPlainText("private words")
    before = maya.form
    maya.session.attendance.go()
    maya.come("rao")
    assert before.drafts == ["private words"]
    assert (maya.page_of.login, maya.desk.current, maya.form.text.text()) == ("rao", "queue", "")
    assert maya.desk.top.staff.accessibleName() == "Sunita Rao, Manager"


def test_no_key_of_the_desk_works_behind_the_cover(maya: AtTheCounter, qtbot) -> None:
    maya.actions.lock.trigger()
    for key in (Qt.Key.Key_N, Qt.Key.Key_K, Qt.Key.Key_F, Qt.Key.Key_L):
        qtbot.keyClick(maya.window, key, Qt.KeyboardModifier.ControlModifier)
    assert maya.window.page is maya.sign_in
    assert maya.desk.current == "queue"


def test_the_cover_comes_even_when_the_staff_list_cannot_be_read(maya: AtTheCounter) -> None:
    maya.staff_list_fails = True
    maya.session.attendance.go()
    assert maya.window.page is maya.sign_in
    assert maya.sign_in.presenter.state.covering == "maya"


def test_going_twice_is_going_once(maya: AtTheCounter) -> None:
    maya.desk.open("new")
    maya.form.text.setPlainText("once")
    maya.session.attendance.go()
    maya.session.attendance.go()
    assert maya.form.drafts == ["once"]


def test_closing_the_window_keeps_what_is_typed(maya: AtTheCounter) -> None:
    maya.desk.open("new")
    maya.form.text.setPlainText("half a sentence")
    maya.window.close()
    assert maya.form.drafts == ["half a sentence"]


def test_leaving_a_page_keeps_its_draft(maya: AtTheCounter) -> None:
    maya.desk.open("new")
    maya.form.text.setPlainText("unfinished")
    maya.desk.open("queue")
    assert maya.form.drafts == ["unfinished"]


def test_the_next_start_offers_who_was_here_last(maya: AtTheCounter, qtbot, theme, tmp_path) -> None:
    maya.settings.keep()
    again = AtTheCounter(qtbot, theme, tmp_path)
    assert again.sign_in.presenter.state.chosen == "maya"
    assert again.sign_in.pane.pin.hasFocus()


def test_in_a_practice_desk_choosing_a_person_is_enough(qtbot, theme, tmp_path) -> None:
    counter = AtTheCounter(qtbot, theme, tmp_path, training=True)
    counter.sign_in.people.picked.emit("zhou")
    counter.sign_in.people.went_on.emit("")
    assert (counter.window.page, counter.checks) == (counter.desk, [])
    assert counter.desk.practice.isVisible()
    counter.desk.open("new")
    assert counter.desk.practice.isVisible()


def test_a_practice_desk_is_marked_on_the_sign_in_page_too(qtbot, theme, tmp_path) -> None:
    counter = AtTheCounter(qtbot, theme, tmp_path, training=True)
    assert "Practice desk: sample data" in shown_words(counter.window)


def test_a_real_desk_bears_no_mark_of_practice(maya: AtTheCounter) -> None:
    assert not maya.desk.practice.isVisible()


def test_something_unexpected_is_said_calmly(maya: AtTheCounter) -> None:
    maya.session.tell_of_fault()
    assert maya.desk.toast.isVisible()
    assert "What you typed is kept" in maya.desk.toast.text
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_in_the_list_goes_on_to_the_pin(counter: AtTheCounter, key: Qt.Key) -> None:
    counter.sign_in.presenter.choose("rao")
    QApplication.sendEvent(counter.sign_in.people, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
    assert counter.sign_in.pane.pin.hasFocus()
