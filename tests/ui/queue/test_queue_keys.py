"""The queue by keyboard and mouse (design.md 9)."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.domain.commands import Acknowledge, Take
from desktop.domain.kinds import Medium, State
from desktop.domain.queueing import Chip
from desktop.ui.queue.columns import Column
from tests.ui.queue.on_screen import chosen, marked

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def point_of(screen, place, column=Column.SUMMARY):
    return screen.table.visualRect(screen.table.model().index(place, column)).center()


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([KEY.Key_Down], 1),
        ([KEY.Key_Down, KEY.Key_Down, KEY.Key_Up], 1),
        ([KEY.Key_End], 11),
        ([KEY.Key_End, KEY.Key_Home], 0),
        ([KEY.Key_Up], 0),
        ([KEY.Key_Right, KEY.Key_Down], 1),
    ],
)
def test_arrows_home_and_end_move_along_the_rows(make_screen, full_desk, qtbot, keys, expected):
    screen = make_screen(full_desk)
    for key in keys:
        qtbot.keyClick(screen.table, key)
    assert screen.table.currentIndex().row() == expected
    assert chosen(screen) == marked(screen) == screen.presenter.state.window.at(expected).id


def test_t_takes_the_chosen_case_and_says_so(make_screen, full_desk, qtbot):
    screen = make_screen(full_desk)
    with qtbot.waitSignal(screen.told) as told:
        qtbot.keyClick(screen.table, KEY.Key_T)
    assert full_desk.performed == [Take("HH-D1-20261119-0007", version=1)]
    assert told.args[0] == "1119-0007 is yours now."
    assert not screen.preview.acts.take.isEnabled()
    assert "This case is yours." in screen.preview.acts.reason.text()


def test_a_opens_the_acknowledgement_in_place_and_ctrl_enter_records_it(make_screen, full_desk, qtbot):
    screen = make_screen(full_desk)
    qtbot.keyClick(screen.table, KEY.Key_A)
    form = screen.preview.form.form
    medium = form.entry("medium").combo
    assert form.isVisible()
    assert medium.hasFocus()
    qtbot.keyClick(medium, KEY.Key_Down)
    qtbot.keyClick(medium, KEY.Key_Return, CTRL)
    assert full_desk.performed == [Acknowledge("HH-D1-20261119-0007", Medium.PHONE, version=1)]
    assert screen.preview.form.form is None
    assert screen.table.hasFocus()
    assert screen.presenter.state.selected.state is State.ACKNOWLEDGED


def test_esc_leaves_the_form_and_records_nothing(make_screen, full_desk, qtbot):
    screen = make_screen(full_desk)
    qtbot.keyClick(screen.table, KEY.Key_A)
    qtbot.keyClick(screen.preview.form.form.entry("medium").combo, KEY.Key_Escape)
    assert full_desk.performed == []
    assert screen.preview.form.form is None
    assert screen.table.hasFocus()


@pytest.mark.parametrize(("key", "chip"), list(zip(range(KEY.Key_1, KEY.Key_6), Chip, strict=True)))
def test_the_digits_choose_the_chips(make_screen, full_desk, qtbot, key, chip):
    screen = make_screen(full_desk)
    qtbot.keyClick(screen.table, Qt.Key(key))
    assert screen.presenter.state.chip is chip
    assert screen.chips.chips[chip].isChecked()


def test_a_chip_is_chosen_by_mouse(make_screen, full_desk, qtbot):
    screen = make_screen(full_desk)
    qtbot.mouseClick(screen.chips.chips[Chip.UNACKNOWLEDGED], Qt.MouseButton.LeftButton)
    assert [row.state for row in screen.table.seen()] == [State.NEW, State.NEW]
    assert screen.head.count.text() == "2 unacknowledged · most urgent first"


def test_letters_and_digits_typed_elsewhere_do_nothing_to_cases(make_screen, full_desk, qtbot):
    screen = make_screen(full_desk)
    field = QLineEdit(screen.window())
    field.show()
    field.setFocus()
    for key in (KEY.Key_T, KEY.Key_A, KEY.Key_4):
        qtbot.keyClick(field, key)
    assert field.text() == "ta4"
    assert full_desk.performed == []
    assert screen.presenter.state.chip is Chip.OPEN


def test_letters_on_a_focused_button_do_nothing_to_cases(make_screen, full_desk, qtbot):
    screen = make_screen(full_desk)
    screen.head.filter.setFocus()
    qtbot.keyClick(screen.head.filter, KEY.Key_T)
    assert full_desk.performed == []


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier])
def test_letters_with_ctrl_or_alt_belong_to_the_window(make_screen, full_desk, qtbot, modifier):
    screen = make_screen(full_desk)
    for key in (KEY.Key_T, KEY.Key_A, KEY.Key_4):
        qtbot.keyClick(screen.table, key, modifier)
    assert full_desk.performed == []
    assert screen.presenter.state.chip is Chip.OPEN
    assert screen.presenter.state.act == ""


def test_nothing_acts_while_an_input_method_composes(make_screen, full_desk):
    screen = make_screen(full_desk)
    assert not screen.table.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    QApplication.sendEvent(screen.table, QInputMethodEvent("t", []))
    commit = QInputMethodEvent()
    commit.setCommitString("t")
    QApplication.sendEvent(screen.table, commit)
    assert full_desk.performed == []


def test_a_click_chooses_a_row_and_the_buttons_act_on_it(make_screen, full_desk, qtbot):
    screen = make_screen(full_desk)
    qtbot.mouseClick(screen.table.viewport(), Qt.MouseButton.LeftButton, pos=point_of(screen, 3))
    assert chosen(screen) == 10
    qtbot.mouseClick(screen.preview.acts.take, Qt.MouseButton.LeftButton)
    assert full_desk.performed == [Take("HH-D1-20261119-0010", version=1)]
    qtbot.mouseClick(screen.preview.acts.acknowledge, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(screen.preview.form.form.foot.confirm, Qt.MouseButton.LeftButton)
    assert isinstance(full_desk.performed[-1], Acknowledge)


def test_a_case_that_cant_be_acknowledged_says_why_under_the_button(make_screen, full_desk, qtbot):
    screen = make_screen(full_desk)
    qtbot.keyClick(screen.table, KEY.Key_Down)
    assert not screen.preview.acts.acknowledge.isEnabled()
    assert "Acknowledged" in screen.preview.acts.reason.text()
    qtbot.keyClick(screen.table, KEY.Key_A)
    assert screen.preview.acts.refusal.isVisible()
    qtbot.keyClick(screen.table, KEY.Key_Down)
    assert not screen.preview.acts.refusal.isVisible()


def test_ctrl_c_copies_the_whole_number(make_screen, full_desk, qtbot):
    screen = make_screen(full_desk)
    qtbot.keyClick(screen.table, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "HH-D1-20261119-0007"


def test_the_menu_of_a_row_offers_what_can_be_done(make_screen, full_desk):
    screen = make_screen(full_desk)
    screen.table.menu_wanted.emit(QPoint(200, 200))
    actions = {action.text().split("\t")[0]: action for action in screen.menus.shown.actions() if action.text()}
    assert list(actions) == ["Take it", "Acknowledge", "Settle on the spot", "Choose with others", "Copy number"]
    actions["Take it"].trigger()
    assert full_desk.performed == [Take("HH-D1-20261119-0007", version=1)]
    screen.menus.shown.close()


def test_without_a_case_screen_nothing_offers_to_open_one(make_screen, full_desk, qtbot):
    screen = make_screen(full_desk)
    assert not screen.preview.acts.open.isVisible()
    qtbot.keyClick(screen.table, KEY.Key_Return)
    assert full_desk.performed == []


def test_enter_and_double_click_open_the_case_where_there_is_a_screen_for_it(make_screen, full_desk, qtbot):
    opened = []
    screen = make_screen(full_desk, on_open=opened.append)
    qtbot.keyClick(screen.table, KEY.Key_Return)
    qtbot.mouseClick(screen.table.viewport(), Qt.MouseButton.LeftButton, pos=point_of(screen, 0))
    qtbot.mouseDClick(screen.table.viewport(), Qt.MouseButton.LeftButton, pos=point_of(screen, 0))
    qtbot.mouseClick(screen.preview.acts.open, Qt.MouseButton.LeftButton)
    assert opened == ["HH-D1-20261119-0007"] * 3
