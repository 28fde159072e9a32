"""What holds for all widgets together: named, large enough to hit, and translated as one goes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTextEdit, QVBoxLayout, QWidget

from desktop.ui.widgets import (
    Button,
    FieldRow,
    IconButton,
    LineField,
    NumberField,
    OptionTile,
    PinField,
    RemovableTag,
    SearchField,
    SegmentedControl,
    StatChip,
    TextArea,
)


@pytest.fixture
def everything(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for widget in (
        Button("Take it", key="T", size="small"),
        Button("Show all", kind="link", size="small"),
        IconButton("columns-3", "Columns", size="small"),
        SegmentedControl([(1, "1"), (2, "2")], name="Severity", size="small"),
        StatChip("Open", number=3),
        OptionTile("Hotel"),
        RemovableTag("Another room", "Remove: Another room"),
        FieldRow("Guest", LineField()),
        FieldRow("PIN", PinField()),
        FieldRow("What happened", TextArea()),
        FieldRow("Minutes", NumberField()),
        SearchField("Search", name="Search cases"),
    ):
        column.addWidget(widget)
    window.show()
    return window


def controls(window: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QTextEdit)
    found = [w for w in window.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible()]
    inner = "qt_spinbox_lineedit"  # Qt's own part of a number field, which is named and hit as a whole
    return [w for w in found if w.focusPolicy() != Qt.FocusPolicy.NoFocus and w.objectName() != inner]


def test_every_control_has_a_name(everything):
    found = controls(everything)
    assert len(found) >= 12
    unnamed = [w for w in found if not QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name)]
    assert unnamed == []


@pytest.mark.parametrize("percent", [100, 125])
def test_every_control_is_large_enough_to_hit(everything, theme, percent):
    theme.set_text_size(percent)
    small = [(type(w).__name__, w.sizeHint()) for w in controls(everything) if w.sizeHint().height() < 24]
    assert small == []
