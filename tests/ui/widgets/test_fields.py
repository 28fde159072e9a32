import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent, QKeyEvent, QTextFormat, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.widgets import DateField, FieldRow, LineField, MomentField, NumberField, SearchField, TimeField


def compose(widget: QWidget, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


def spoken(widget: QWidget, text: QAccessible.Text) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(text)


@pytest.mark.parametrize("above", [True, False])
def test_a_field_is_called_by_its_label_and_says_what_is_wrong(theme, qtbot, above):
    row = FieldRow("Guest", LineField(icon="user"), above=above)
    qtbot.addWidget(row)
    row.show()
    assert row.label.buddy() is row.field
    assert spoken(row.field, QAccessible.Text.Name) == "Guest"
    row.set_error("Give a name, or choose anonymous.")
    assert row.error.isVisible()
    assert row.field.property("error") is True
    assert spoken(row.field, QAccessible.Text.Description) == "Give a name, or choose anonymous."
    row.set_error("")
    assert not row.error.isVisible()
    assert row.field.property("error") is False


def test_a_wrong_field_has_a_thicker_edge_and_the_same_height(theme, qtbot):
    row = FieldRow("When", LineField(), above=True)
    qtbot.addWidget(row)
    row.show()
    height = row.field.height()
    row.set_error("That is after now.")
    qtbot.waitExposed(row)
    image = row.field.grab().toImage()
    assert image.pixelColor(60, 1).name().upper() == theme.tokens.p1
    assert row.field.height() == height == 32


def test_a_hint_makes_way_for_an_error(theme, qtbot):
    row = FieldRow("Manager’s PIN", QLineEdit(), hint="Keep it off the counter.", above=True)
    qtbot.addWidget(row)
    row.show()
    assert row.hint.isVisible()
    row.set_error("The PINs differ.")
    assert not row.hint.isVisible()
    row.set_error("")
    assert row.hint.isVisible()
    row.set_label("经理 PIN")
    assert row.field.accessibleName() == "经理 PIN"


def test_the_text_stands_clear_of_icon_and_hint(theme, qtbot):
    field = LineField("1208", icon="bed-double", trailing="17–20 Nov")
    qtbot.addWidget(field)
    assert field.textMargins().left() >= 16
    bare = field.textMargins().right()
    assert bare > 0
    field.set_trailing("")
    assert field.textMargins().right() == 0


@pytest.mark.parametrize(("room", "height"), [("input", 32), ("row", 28), ("wizard", 40)])
def test_a_field_has_the_height_of_its_place(theme, qtbot, room, height):
    field = LineField(room=room)
    qtbot.addWidget(field)
    field.adjustSize()
    assert field.height() == height


def test_no_shortcut_acts_while_an_input_method_composes(theme, qtbot):
    field = LineField()
    qtbot.addWidget(field)
    field.show()
    field.setFocus()

    def key_is_kept() -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        QApplication.sendEvent(field, event)
        return event.isAccepted()

    assert not key_is_kept()
    compose(field, "chen")
    assert field.composing
    assert key_is_kept()
    compose(field, "", "陈")
    assert field.text() == "陈"
    assert not key_is_kept()


@pytest.fixture
def search(theme, qtbot):
    search = SearchField("Search cases, guests", name="Search", key="Ctrl+K", wait_ms=10)
    qtbot.addWidget(search)
    search.show()
    return search


def test_searching_waits_for_the_last_letter(search, qtbot):
    heard = []
    search.searched.connect(heard.append)
    with qtbot.waitSignal(search.searched):
        qtbot.keyClicks(search, "tan")
    assert heard == ["tan"]


def test_enter_searches_at_once(search, qtbot):
    search.setText("1208")
    with qtbot.waitSignal(search.searched, timeout=5):
        qtbot.keyClick(search, Qt.Key.Key_Return)


def test_escape_clears_first_and_then_belongs_to_the_screen(search, qtbot):
    search.setText("tan")
    with qtbot.waitSignal(search.searched) as heard:
        qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert heard.args == [""]
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(search, event)
    assert not event.isAccepted()


def test_the_key_cap_makes_way_for_what_is_typed(search):
    with_cap = search.textMargins().right()
    assert with_cap > 20
    search.setText("tan")
    assert search.textMargins().right() == 0


def test_the_search_field_tells_its_key(search):
    assert spoken(search, QAccessible.Text.Name) == "Search"
    assert spoken(search, QAccessible.Text.Description) == "Ctrl+K"


@pytest.mark.parametrize("make", [NumberField, DateField, TimeField, MomentField])
def test_the_wheel_does_not_change_what_it_passes_over(theme, qtbot, make):
    field = make()
    qtbot.addWidget(field)
    field.show()
    before = field.text()
    point = QPointF(5, 5)
    event = QWheelEvent(
        point, point, QPoint(0, 120), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    field.clearFocus()
    QApplication.sendEvent(field, event)
    assert field.text() == before
    assert field.sizeHint().height() == 32


def test_number_and_day_fields_keep_their_text_off_the_edge(theme, qtbot):
    number, day = NumberField(1, 600), DateField()
    qtbot.addWidget(number)
    qtbot.addWidget(day)
    day.setDate(QDate(2026, 11, 19))
    assert number.lineEdit().textMargins().left() == 8
    assert day.text() == "2026-11-19"
    assert number.maximum() == 600


def test_a_combo_box_is_as_high_as_the_fields_beside_it(theme, qtbot):
    combo = QComboBox()
    qtbot.addWidget(combo)
    combo.addItems(["Leo Wang"])
    combo.show()
    assert combo.sizeHint().height() == 32


def test_a_crowded_window_does_not_squeeze_its_fields(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    fields = [LineField(), NumberField(), DateField(), SearchField("Search", name="Search"), QComboBox()]
    for field in fields:
        column.addWidget(field)
    window.show()
    window.resize(200, 60)
    assert [field.height() for field in fields] == [32] * 5


def test_a_calendar_has_no_red_days(theme, qtbot):
    field = DateField()
    qtbot.addWidget(field)
    weekend = field.calendarWidget().weekdayTextFormat(Qt.DayOfWeek.Sunday)
    assert not weekend.hasProperty(QTextFormat.Property.ForegroundBrush)
