"""The order of the Tab key: that of reading, also where fields came later (conventions.md 10)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def order_tabs(form: QWidget) -> None:
    """Lets Tab go through a form's fields as its layouts have them.

    To Qt the order is a circle, which in a window of its own may begin anywhere: call it once the form has its place.
    """
    for one, other in pairwise(_in_reading_order(form)):
        QWidget.setTabOrder(one, other)


def order_rows(rows: Sequence[QWidget]) -> None:
    """Lets Tab go from row to row, through each in the order in which its fields were made."""
    fields = [field for row in rows for field in row.findChildren(QWidget)]
    reached = [field for field in fields if field.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for one, other in pairwise(reached):
        QWidget.setTabOrder(one, other)


def _in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    layout = widget.layout()
    content = widget.widget() if isinstance(widget, QScrollArea) else None
    if content is not None:
        yield from _in_reading_order(content)
    elif layout is not None:
        yield from _of_layout(layout, [child for child in widget.children() if isinstance(child, QWidget)])


def _of_layout(layout: QLayout, inside: Sequence[QWidget]) -> Iterator[QWidget]:
    """What stands in a layout; ``inside`` are the widgets of its page.

    Asked by ``indexOf`` and never by ``itemAt``: Python would keep the items that Qt throws away, and take another item
    at the same place in memory for one of them.
    """
    inner = [child for child in layout.children() if isinstance(child, QLayout)]
    places: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(part), part) for part in inside]
    places += [(layout.indexOf(part), part) for part in inner]
    for place, part in sorted(places, key=itemgetter(0)):
        if place < 0:
            continue
        if isinstance(part, QLayout):
            yield from _of_layout(part, inside)
        else:
            yield from _in_reading_order(part)
