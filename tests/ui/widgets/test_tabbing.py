from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.ui.widgets import SegmentedControl
from desktop.ui.widgets.tabbing import order_tabs


def walk(page):
    """What Tab goes through, once round from the first."""
    tab, first = Qt.FocusPolicy.TabFocus.value, page.nextInFocusChain()
    found, widget = [], first
    while True:
        if widget.focusPolicy().value & tab:
            found.append(widget)
        widget = widget.nextInFocusChain()
        if widget is first:
            return found


def test_a_field_that_came_later_stands_where_it_is_read(theme, qtbot):
    page, column = QWidget(), QVBoxLayout()
    page.setLayout(column)
    qtbot.addWidget(page)
    first, last, later = QLineEdit(), QPushButton("Save"), QLineEdit()
    column.addWidget(first)
    column.addWidget(last)
    column.insertWidget(1, later)
    assert walk(page) == [first, last, later]
    order_tabs(page)
    assert walk(page) == [first, later, last]
    order_tabs(page)
    assert walk(page) == [first, later, last]


def test_a_segment_chosen_after_ordering_stands_where_it_is_read(theme, qtbot):
    page, column = QWidget(), QVBoxLayout()
    page.setLayout(column)
    qtbot.addWidget(page)
    after, choice = QLineEdit(), SegmentedControl([(1, "Yes"), (2, "No")], name="Hurt")
    column.addWidget(choice)
    column.addWidget(after)
    order_tabs(page)
    assert walk(page) == [choice.segment(1), after]
    choice.set_value(2)
    assert walk(page) == [choice.segment(2), after]
