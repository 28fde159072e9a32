"""What a person would see of the window: what covers what, and how far one has to scroll."""

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QWidget


def called(widget: QWidget | None) -> str:
    """What a widget is called, for messages."""
    return "nothing" if widget is None else widget.accessibleName() or type(widget).__name__


def rows(view: QAbstractItemView) -> list[QModelIndex]:
    """The rows of a list, from the top down."""
    model = view.model()
    return [model.index(row, 0) for row in range(model.rowCount())]


def is_free(widget: QWidget, place: QPoint, window: QWidget) -> bool:
    """Whether a click at a place of a widget gets to it, and not to something that lies over it in its window."""
    hit = window.childAt(widget.mapTo(window, place)) or window
    return widget.visibleRegion().contains(place) and (hit is widget or widget.isAncestorOf(hit))


def scroll_to(widget: QWidget) -> None:
    """Scrolls as far as a person would to see a widget."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
