import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.widgets import Button, IconButton
from desktop.ui.widgets.key_cap import native_key


def placed(qtbot, *widgets: QWidget) -> QWidget:
    """A shown window whose focus is on none of the widgets."""
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    elsewhere = QLineEdit()
    row.addWidget(elsewhere)
    for widget in widgets:
        row.addWidget(widget)
    window.show()
    elsewhere.setFocus()
    return window


@pytest.mark.parametrize(
    ("size", "height"), [("normal", 32), ("row", 28), ("small", 26), ("footer", 36), ("wizard", 40)]
)
def test_a_button_has_the_height_of_its_place(theme, qtbot, size, height):
    button = Button("Open", size=size)
    window = placed(qtbot, button)
    assert button.height() == height
    assert window.isVisible()


def test_a_key_cap_makes_room_inside_the_button(theme, qtbot):
    plain, with_key = Button("Take it"), Button("Take it", key="T")
    qtbot.addWidget(plain)
    qtbot.addWidget(with_key)
    assert with_key.sizeHint().width() > plain.sizeHint().width() + 18
    assert with_key.accessibleDescription() == "T"


def test_an_ampersand_in_a_verb_makes_no_shortcut(theme, qtbot):
    button = Button("Save & queue", key="Ctrl+Enter")
    qtbot.addWidget(button)
    assert button.text() == "Save & queue"
    assert button.shortcut().isEmpty()


def test_the_icon_button_speaks_its_name_and_shows_its_key(theme, qtbot):
    button = IconButton("lock", "Lock <now>", key="Ctrl+L")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Lock <now>"
    assert "Lock &lt;now&gt; (Ctrl+L)" in button.toolTip()
    assert button.sizeHint() == QSize(32, 32)
    button.set_name("立即锁定")
    assert button.accessibleName() == "立即锁定"


@pytest.mark.parametrize("kind", ["primary", "plain", "accent", "ghost", "danger", "link"])
def test_the_focus_of_every_kind_can_be_seen_and_moves_nothing(theme, qtbot, kind):
    button = Button("Acknowledge", kind=kind)
    window = placed(qtbot, button)
    qtbot.waitExposed(window)
    without, size = button.grab().toImage(), button.size()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    focused = button.grab().toImage()
    assert focused != without
    assert button.size() == size
    middle = button.rect().adjusted(8, 6, -8, -6)
    assert focused.copy(middle) == without.copy(middle)


def test_a_primary_button_is_filled_with_the_accent(theme, qtbot):
    button = Button("Take it", kind="primary")
    window = placed(qtbot, button)
    assert window.isVisible()
    assert button.grab().toImage().pixelColor(6, 16).name().upper() == theme.tokens.accent
    button.setEnabled(False)
    assert button.grab().toImage().pixelColor(6, 16).name().upper() == theme.tokens.sunken
    button.setEnabled(True)
    button.set_kind("plain")
    assert button.grab().toImage().pixelColor(6, 16).name().upper() == theme.tokens.surface


def test_space_presses_a_button(theme, qtbot):
    button = Button("Open")
    window = placed(qtbot, button)
    button.setFocus()
    assert window.focusWidget() is button
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_a_verb_is_never_cut(theme, qtbot):
    button = Button("Turn into a prevention measure", icon="shield-check", key="Ctrl+Enter")
    qtbot.addWidget(button)
    assert button.minimumSizeHint() == button.sizeHint()
    theme.set_text_size(125)
    assert button.sizeHint().height() == 40


def test_keys_are_written_as_the_system_writes_them(theme):
    assert native_key("Ctrl+K") == "Ctrl+K"  # ⌘K on a Mac
    assert native_key("↑ ↓") == "↑ ↓"


def test_a_crowded_window_does_not_squeeze_its_buttons(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    buttons = [Button(f"Button {n}") for n in range(8)]
    for button in buttons:
        column.addWidget(button)
    window.show()
    window.resize(200, 100)
    assert [button.height() for button in buttons] == [32] * 8
