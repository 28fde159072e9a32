import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.widgets import SegmentedControl


@pytest.fixture
def control(theme, qtbot):
    control = SegmentedControl([("all", "Everyone"), ("mine", "Mine"), ("free", "No owner")], name="Whose cases")
    qtbot.addWidget(control)
    control.set_value("all")
    control.show()
    return control


def test_arrow_keys_choose(control, qtbot):
    chosen = []
    control.chosen.connect(chosen.append)
    control.segment("all").setFocus()
    qtbot.keyClick(control.segment("all"), Qt.Key.Key_Right)
    assert control.value() == "mine"
    assert control.segment("mine").hasFocus()
    qtbot.keyClick(control.segment("mine"), Qt.Key.Key_Right)
    qtbot.keyClick(control.segment("free"), Qt.Key.Key_Left)
    assert chosen == ["mine", "free", "mine"]


def test_an_arrow_key_chooses_where_nothing_was_chosen_yet(control, qtbot):
    control.set_value(None)
    chosen = []
    control.chosen.connect(chosen.append)
    control.segment("all").setFocus()
    qtbot.keyClick(control.segment("all"), Qt.Key.Key_Right)
    assert control.segment("mine").hasFocus()
    assert (control.value(), chosen) == ("mine", ["mine"])


def test_tab_and_letters_choose_nothing(control, qtbot):
    control.set_value(None)
    control.segment("all").setFocus()
    qtbot.keyClick(control.segment("all"), Qt.Key.Key_X)
    qtbot.keyClick(control.segment("all"), Qt.Key.Key_Tab)
    assert control.value() is None


def test_a_click_anywhere_on_a_segment_chooses_it(control, qtbot):
    with qtbot.waitSignal(control.chosen) as heard:
        segment = control.segment("free")
        qtbot.mouseClick(segment, Qt.MouseButton.LeftButton, pos=segment.rect().bottomRight())
    assert heard.args == ["free"]


def test_setting_a_value_is_silent(control, qtbot):
    with qtbot.assertNotEmitted(control.chosen):
        control.set_value("mine")
    assert control.value() == "mine"


def test_nothing_needs_to_be_chosen(control):
    control.set_value(None)
    assert control.value() is None
    control.set_value("free")
    assert control.value() == "free"


def test_an_unknown_choice_is_a_bug(control):
    with pytest.raises(KeyError):
        control.set_value("nobody")


def test_screen_readers_find_radio_buttons_in_a_named_group(control):
    assert QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name) == "Whose cases"
    segment = QAccessible.queryAccessibleInterface(control.segment("mine"))
    assert segment.role() == QAccessible.Role.RadioButton
    assert segment.text(QAccessible.Text.Name) == "Mine"


def test_a_choice_that_is_not_offered_cannot_be_made(control, qtbot):
    control.set_offered("mine", False)
    qtbot.mouseClick(control.segment("mine"), Qt.MouseButton.LeftButton)
    assert control.value() == "all"


def test_words_change_with_the_language(control):
    control.set_labels({"all": "全部", "mine": "我的", "free": "无人负责"})
    assert control.segment("mine").text() == "我的"


def test_the_chosen_segment_looks_chosen_in_both_looks(theme, qtbot):
    for look, fill in (("accent", theme.tokens.tint), ("ink", theme.tokens.ink)):
        control = SegmentedControl([(1, "1"), (2, "2")], name="Severity", look=look)
        qtbot.addWidget(control)
        control.set_value(2)
        image = control.segment(2).grab().toImage()
        assert image.pixelColor(5, 5).name().upper() == fill


def test_segments_are_bold_without_moving_their_neighbours(control, qtbot):
    places = [control.segment(key).geometry() for key in ("all", "mine", "free")]
    control.set_value("free")
    qtbot.waitExposed(control)
    assert [control.segment(key).geometry() for key in ("all", "mine", "free")] == places


def stops(control):
    """The keys of the segments at which Tab stops."""
    tab = Qt.FocusPolicy.TabFocus.value
    return [key for key in ("all", "mine", "free") if control.segment(key).focusPolicy().value & tab]


def test_tab_stops_at_the_chosen_segment_only(control):
    assert stops(control) == ["all"]
    control.set_value("mine")
    assert stops(control) == ["mine"]


def test_tab_stops_at_the_first_segment_where_nothing_was_chosen_yet(control):
    control.set_value(None)
    assert stops(control) == ["all"]


def test_tab_passes_a_first_segment_that_is_not_offered(control):
    control.set_value(None)
    control.set_offered("all", False)
    assert stops(control) == ["mine"]
    control.set_offered("all", True)
    assert stops(control) == ["all"]


def test_tab_leaves_the_control_where_nothing_was_chosen(theme, qtbot):
    page = QWidget()
    column = QVBoxLayout(page)
    first, second = (SegmentedControl([(1, "Yes"), (2, "No")], name=name) for name in ("Hurt", "Seen"))
    for control in (first, second):
        column.addWidget(control)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    first.setFocus()
    qtbot.keyClick(first.segment(1), Qt.Key.Key_Tab)
    assert second.segment(1).hasFocus()
    qtbot.keyClick(second.segment(1), Qt.Key.Key_Backtab)
    assert first.segment(1).hasFocus()
