"""What arranges its widgets itself: rows that wrap, columns that follow the width.

None of these is a ``QLayout``. Python is never told that Qt has thrown an item of a layout away, takes the next item
at the same place in memory for it, and the program ends (PySide 6.11): so no item of a layout is kept, or even seen.
"""

from collections.abc import Iterable

from PySide6.QtCore import QChildEvent, QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid


class Arranged(QWidget):
    """Holds widgets in their order, as high as its width needs. Who derives from it says where they stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def arrange(self, width: int, *, move: bool) -> int:
        """The height when this wide, both in logical pixels; with ``move`` the widgets go to their places."""
        raise NotImplementedError

    def add_widget(self, widget: QWidget) -> None:
        """Takes a widget at the end, and shows it unless it was hidden on purpose."""
        self.insert_widget(len(self._widgets), widget)

    def insert_widget(self, place: int, widget: QWidget) -> None:
        """Takes a widget at a place, counted from 0; one that is in already goes there."""
        is_hidden = widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        if widget in self._widgets:
            self._widgets.remove(widget)
        self._widgets.insert(place, widget)
        if widget.parentWidget() is not self:
            widget.setParent(self)
        if self.isVisible() and not is_hidden:
            widget.show()
        self._follow()

    def remove(self, widget: QWidget) -> None:
        """Takes a widget out and lets it go."""
        self._widgets.remove(widget)
        widget.hide()
        widget.deleteLater()
        self._follow()

    def clear(self) -> None:
        """Takes all widgets out and lets them go."""
        for widget in self.widgets():
            self.remove(widget)

    def widgets(self) -> list[QWidget]:
        """All of them in their order, hidden ones too."""
        self._widgets = [one for one in self._widgets if isValid(one) and one.parentWidget() is self]
        return list(self._widgets)

    def shown(self) -> list[QWidget]:
        """Those that take room."""
        return [one for one in self.widgets() if not one.isHidden() or one.sizePolicy().retainSizeWhenHidden()]

    def heightForWidth(self, width: int) -> int:
        """The height in logical pixels when this wide."""
        return self.arrange(width, move=False)

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest alone, as high as the highest."""
        return round_all(least_size(widget) for widget in self.shown())

    def event(self, event: QEvent) -> bool:
        """A widget came, went, or wants another size."""
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._follow()
        return is_done

    def childEvent(self, event: QChildEvent) -> None:
        """Somebody else takes a widget away, or lets it go: it is still here, but soon it won't be."""
        super().childEvent(event)
        if event.removed():
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the widgets into their places."""
        super().resizeEvent(event)
        self.arrange(self.width(), move=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Follows what its widgets did while nobody saw them: Qt says nothing of it until then."""
        super().showEvent(event)
        self._follow()

    def _follow(self) -> None:
        self.updateGeometry()
        if self.isVisible():
            self.arrange(self.width(), move=True)


def wanted_size(widget: QWidget) -> QSize:
    """The size that a layout would give it, in logical pixels."""
    size = widget.sizeHint().expandedTo(widget.minimumSizeHint())
    return size.boundedTo(widget.maximumSize()).expandedTo(widget.minimumSize())


def least_size(widget: QWidget) -> QSize:
    """The smallest size that it can stand, in logical pixels."""
    policy, wanted, size = widget.sizePolicy(), wanted_size(widget), widget.minimumSizeHint().expandedTo(QSize(0, 0))
    shrinks = QSizePolicy.PolicyFlag.ShrinkFlag.value
    if not policy.horizontalPolicy().value & shrinks:
        size.setWidth(wanted.width())
    if not policy.verticalPolicy().value & shrinks:
        size.setHeight(wanted.height())
    size = size.boundedTo(widget.maximumSize())
    least = widget.minimumSize()
    return QSize(least.width() or size.width(), least.height() or size.height())


def height_at(widget: QWidget, width: int) -> int:
    """How high it is when this wide, both in logical pixels."""
    if not widget.hasHeightForWidth():
        return wanted_size(widget).height()
    layout = widget.layout()
    height = layout.totalHeightForWidth(width) if layout is not None else widget.heightForWidth(width)
    return max(0, min(height, widget.maximumHeight()), widget.minimumHeight())


def round_all(sizes: Iterable[QSize]) -> QSize:
    """The least size in which each of these has room."""
    whole = QSize(0, 0)
    for size in sizes:
        whole = whole.expandedTo(size)
    return whole
