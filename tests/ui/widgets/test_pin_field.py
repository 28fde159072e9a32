import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from desktop.ui.widgets import PinField


@pytest.fixture
def pin(theme, qtbot):
    pin = PinField("Manager’s PIN")
    qtbot.addWidget(pin)
    pin.show()
    pin.setFocus()
    return pin


def test_digits_go_in_and_letters_do_not(pin, qtbot):
    with qtbot.waitSignal(pin.refused):
        qtbot.keyClicks(pin, "12a34")
    assert pin.text() == "1234"


def test_a_pin_can_be_pasted_whatever_the_width_of_its_digits(pin, qtbot):
    QGuiApplication.clipboard().setText("１２３ 456")
    pin.paste()
    assert pin.text() == "123456"


def test_a_pin_has_at_most_twelve_digits(pin, qtbot):
    qtbot.keyClicks(pin, "1234567890123")
    assert pin.text() == "123456789012"


def test_six_boxes_are_shown_and_more_as_they_are_needed(pin, qtbot):
    assert pin.boxes() == 6
    qtbot.keyClicks(pin, "12345678")
    assert pin.boxes() == 8
    assert pin.sizeHint().height() == 40


def test_the_digits_are_not_to_be_seen(pin, qtbot):
    qtbot.keyClicks(pin, "111111")
    ones = pin.grab().toImage()
    pin.clear()
    qtbot.keyClicks(pin, "888888")
    assert pin.grab().toImage() == ones
    assert pin.echoMode() == QLineEdit.EchoMode.Password


def test_boxes_fill_from_left_to_right(pin, qtbot):
    qtbot.keyClicks(pin, "12")
    qtbot.keyClick(pin, Qt.Key.Key_Home)
    qtbot.keyClicks(pin, "3")
    assert pin.text() == "123"
    qtbot.keyClick(pin, Qt.Key.Key_Backspace)
    assert pin.text() == "12"


def test_each_digit_shows_as_a_dot(pin, qtbot):
    empty = pin.grab().toImage()
    qtbot.keyClicks(pin, "1")
    one = pin.grab().toImage()
    assert one.pixelColor(18, 20).name().upper() == theme_ink(pin)
    assert empty.pixelColor(140, 20) == one.pixelColor(140, 20)


def theme_ink(pin: PinField) -> str:
    from desktop.ui.theme import theme_of

    return theme_of(pin).tokens.ink


def test_enter_is_told(pin, qtbot):
    qtbot.keyClicks(pin, "123456")
    with qtbot.waitSignal(pin.returnPressed):
        qtbot.keyClick(pin, Qt.Key.Key_Return)


def test_a_passphrase_takes_all_letters_and_drops_the_pin(pin, qtbot):
    qtbot.keyClicks(pin, "123")
    pin.set_mode("passphrase")
    assert pin.text() == ""
    with qtbot.assertNotEmitted(pin.refused):
        pin.setText("correct horse 电池")
    assert pin.text() == "correct horse 电池"
    assert pin.echoMode() == QLineEdit.EchoMode.Password


def test_a_wrong_pin_has_red_boxes(pin, qtbot):
    from desktop.ui.theme import theme_of
    from desktop.ui.widgets import show_error

    show_error(pin, True)
    assert pin.grab().toImage().pixelColor(18, 1).name().upper() == theme_of(pin).tokens.p1
