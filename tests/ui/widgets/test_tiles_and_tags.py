import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets import Avatar, OptionTile, RemovableTag, StatChip, Tag
from desktop.ui.widgets.tag import initials


def colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


def test_a_chip_says_what_it_counts(theme, qtbot):
    chip = StatChip("Overdue", icon="triangle-alert", tone="risk", number=1)
    qtbot.addWidget(chip)
    assert QAccessible.queryAccessibleInterface(chip).text(QAccessible.Text.Name) == "Overdue: 1"
    chip.set_number(3)
    assert chip.accessibleName() == "Overdue: 3"
    assert chip.number == 3


def test_an_overdue_number_is_red_and_nought_is_pale(theme, qtbot):
    chip = StatChip("Overdue", tone="risk", number=4)
    qtbot.addWidget(chip)
    assert theme.tokens.p1 in colours(chip)
    chip.set_number(0)
    assert theme.tokens.p1 not in colours(chip)


def test_a_chosen_chip_has_a_thicker_edge_and_its_words_stay(theme, qtbot):
    chip = StatChip("Open", number=12)
    qtbot.addWidget(chip)
    chip.resize(180, 48)
    before = chip.grab().toImage()
    chip.setChecked(True)
    after = chip.grab().toImage()
    assert after.pixelColor(90, 1).name().upper() == theme.tokens.accent
    assert before.pixelColor(90, 1).name().upper() != theme.tokens.accent
    assert chip.height() == 48


def test_a_chip_loses_its_icon_and_some_height_in_compact_windows(theme, qtbot):
    chip = StatChip("Open", icon="inbox", number=12)
    qtbot.addWidget(chip)
    roomy = chip.sizeHint()
    theme.set_compact(True)
    assert chip.sizeHint().height() == 44
    assert chip.sizeHint().width() == roomy.width() - 28


def test_tiles_exclude_each_other_and_can_be_clicked_anywhere(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    hotel = OptionTile("Hotel", "Rooms, stays, restaurant", icon="hotel", parent=window)
    shop = OptionTile("Shop", "Orders, goods, returns", icon="store", parent=window)
    hotel.setGeometry(0, 0, 260, 70)
    shop.setGeometry(0, 80, 260, 70)
    window.show()
    qtbot.mouseClick(hotel, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(shop, Qt.MouseButton.LeftButton, pos=shop.rect().bottomRight())
    assert (hotel.isChecked(), shop.isChecked()) == (False, True)
    shop.setFocus()
    qtbot.waitUntil(shop.hasFocus)
    qtbot.keyClick(shop, Qt.Key.Key_Up)
    assert hotel.isChecked()
    assert hotel.accessibleName() == "Hotel"


@pytest.mark.parametrize("tone", ["plain", "accent", "risk", "warn"])
def test_a_tag_always_has_its_word(theme, qtbot, tone):
    tag = Tag("<i>VIP</i>", tone, icon="star")
    qtbot.addWidget(tag)
    assert tag.textFormat() is Qt.TextFormat.PlainText
    assert QAccessible.queryAccessibleInterface(tag).text(QAccessible.Text.Name) == "<i>VIP</i>"
    assert tag.sizeHint().height() == 20


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space])
def test_a_chosen_word_can_be_taken_away_by_keyboard(theme, qtbot, key):
    tag = RemovableTag("Another room tonight", "Remove: Another room tonight")
    qtbot.addWidget(tag)
    tag.show()
    with qtbot.waitSignal(tag.removed):
        qtbot.keyClick(tag, key)
    assert tag.sizeHint().height() >= 24


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Maya Chen", "MC"), ("陈美雅", "陈"), ("leo", "L"), ("Ms Tan Wei Ling", "ML"), ("", ""), ("朴 智", "朴")],
)
def test_a_person_is_known_by_their_initials(name, letters):
    assert initials(name) == letters


def test_an_avatar_speaks_the_whole_name(theme, qtbot):
    avatar = Avatar("Maya Chen")
    qtbot.addWidget(avatar)
    assert avatar.accessibleName() == "Maya Chen"
