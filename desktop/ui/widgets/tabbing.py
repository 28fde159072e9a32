"""The order of the Tab key: that of reading, also where fields came later (conventions.md 10)."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

_PAGE = "reads_as_one"


def order_tabs(form: QWidget) -> None:
    """Lets Tab go through a form's fields as its layouts have them.

    To Qt the order is a circle, which in a window of its own may begin anywhere: call it once the form has its place.
    """
    for one, other in pairwise(_in_reading_order(form)):
        QWidget.setTabOrder(one, other)


def read_as_one(page: QWidget) -> None:
    """Has ``order_tabs_around`` order the whole page: its parts come and go between others."""
    page.setProperty(_PAGE, True)


def order_tabs_around(part: QWidget) -> None:
    """Lets Tab come to a part where one reads it on its page; where it stands on none, orders the part alone."""
    around: QWidget | None = part
    while around is not None and not around.property(_PAGE):
        around = around.parentWidget()
    order_tabs(around or part)


def _in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    layout = widget.layout()
    if isinstance(widget, QScrollArea) and widget.widget() is not None:
        yield from _in_reading_order(widget.widget())
    elif layout is not None:
        yield from _of_layout(layout)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _of_layout(inner)
        elif widget is not None:
            yield from _in_reading_order(widget)
