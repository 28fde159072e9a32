import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.widgets import Banner, Button, Card, EmptyState, Icon, LoadingRows, PaneFocus, Panel, Separator


@pytest.fixture
def panes(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    panes = []
    for _ in range(3):
        pane = QWidget()
        column = QVBoxLayout(pane)
        column.addWidget(QLineEdit())
        column.addWidget(QLineEdit())
        row.addWidget(pane)
        panes.append(pane)
    window.show()
    window.activateWindow()
    yield panes
    window.hide()  # and lives until here


def fields(pane: QWidget) -> list[QLineEdit]:
    return pane.findChildren(QLineEdit)


def test_f6_goes_from_pane_to_pane_and_round(panes, qtbot):
    focus = PaneFocus(panes[0].window(), panes)
    fields(panes[0])[0].setFocus()
    focus.move()
    assert fields(panes[1])[0].hasFocus()
    focus.move()
    focus.move()
    assert fields(panes[0])[0].hasFocus()
    focus.move(-1)
    assert fields(panes[2])[0].hasFocus()


def test_a_pane_remembers_where_one_was(panes, qtbot):
    focus = PaneFocus(panes[0].window(), panes)
    fields(panes[0])[1].setFocus()
    focus.move()
    focus.move(-1)
    assert fields(panes[0])[1].hasFocus()


def test_hidden_panes_and_those_without_fields_are_passed_over(panes):
    focus = PaneFocus(panes[0].window(), panes)
    panes[1].hide()
    fields(panes[0])[0].setFocus()
    focus.move()
    assert fields(panes[2])[0].hasFocus()
    for field in fields(panes[2]):
        field.setEnabled(False)
    fields(panes[0])[0].setFocus()
    focus.move()
    assert fields(panes[0])[0].hasFocus()


def test_the_keys_are_f6_and_shift_f6(panes, qtbot):
    window = panes[0].window()
    PaneFocus(window, panes)
    keys = {shortcut.key().toString() for shortcut in window.findChildren(QShortcut)}
    assert keys == {"F6", "Shift+F6"}
    fields(panes[0])[0].setFocus()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(fields(panes[0])[0], Qt.Key.Key_F6)
    assert fields(panes[1])[0].hasFocus()


def test_an_empty_page_says_so_and_shows_one_way_on(theme, qtbot):
    empty = EmptyState("inbox", "Nothing matches.", "", "Clear filter")
    qtbot.addWidget(empty)
    empty.show()
    assert empty.line.text() == "Nothing matches."
    assert not empty.hint.isVisible()
    with qtbot.waitSignal(empty.acted):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    empty.set_texts("Choose a case to see why it is where it is.")
    assert not empty.button.isVisible()


def test_short_loading_shows_nothing(theme, qtbot):
    rows = LoadingRows()
    qtbot.addWidget(rows)
    rows.resize(300, 200)
    rows.start()
    nothing = rows.grab().toImage()
    qtbot.waitUntil(lambda: rows.grab().toImage() != nothing)
    rows.stop()
    assert not rows.isVisible()


def test_a_banner_shows_its_message_with_icon_word_and_bar(theme, qtbot):
    banner = Banner("warn")
    qtbot.addWidget(banner)
    banner.add_button(Button("Look", size="row"))
    banner.resize(600, 60)
    banner.show_message("Air-con, floor 12: 6 cases in 14 days", "<More> than usual.")
    assert banner.isVisible()
    assert banner.text.text() == "<More> than usual."
    image = banner.grab().toImage()
    assert image.pixelColor(1, 30).name().upper() == theme.tokens.p2
    assert image.pixelColor(12, 50).name().upper() == theme.tokens.p2_tint
    banner.show_message("Only a title")
    assert not banner.text.isVisible()


def test_cards_and_panels_have_the_colours_of_their_surface(theme, qtbot):
    card = Card("Timeline")
    qtbot.addWidget(card)
    card.resize(200, 100)
    assert card.grab().toImage().pixelColor(100, 50).name().upper() == theme.tokens.surface
    card.set_title("经过")
    assert card.title.text() == "经过"
    panel = Panel("risk", "bottom")
    qtbot.addWidget(panel)
    panel.resize(100, 40)
    image = panel.grab().toImage()
    assert image.pixelColor(50, 20).name().upper() == theme.tokens.p1_tint
    assert image.pixelColor(50, 39).name().upper() == theme.tokens.p1_line


def test_lines_are_one_pixel_thin(theme, qtbot):
    across, down = Separator(), Separator(upright=True)
    qtbot.addWidget(across)
    qtbot.addWidget(down)
    assert across.maximumHeight() == 1
    assert down.maximumWidth() == 1


def test_an_icon_beside_words_follows_the_theme(theme, qtbot):
    icon = Icon("check", "accent", 16)
    qtbot.addWidget(icon)
    icon.resize(16, 16)
    light = icon.grab().toImage()
    theme.set_mode("dark")
    assert icon.grab().toImage() != light
    icon.set_icon("x", "p1")
    theme.set_text_size(125)
    assert icon.sizeHint().width() == 20
