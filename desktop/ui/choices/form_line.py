"""Fields of the form in both rooms: 32 logical pixels high, 28 where the window is compact."""

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import LineField, SegmentedControl

LONGEST_LINE = 2_000  #: UTF-16 units: enough that a line too long to keep is refused with a sentence, not cut unseen


def field_height(widget: QWidget) -> int:
    """The height of one row's field now."""
    metrics = theme_of(widget).metrics
    return metrics.height("button_row" if metrics.compact else "input")


class FormLine(LineField):
    """A ``LineField`` that follows the room."""

    def __init__(self, *, icon: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(icon=icon, parent=parent)
        self.setMaxLength(LONGEST_LINE)
        theme_of(self).changed.connect(self._follow_room)
        self._follow_room()

    def sizeHint(self) -> QSize:
        """As high as the rows of the form are now."""
        return QSize(super().sizeHint().width(), field_height(self))

    def set_line(self, text: str) -> None:
        """Shows other text, silently; the same text keeps the cursor where it is."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def _follow_room(self) -> None:
        follow_room(self)


class FormCombo(QComboBox):
    """A combo box that follows the room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        theme_of(self).changed.connect(self._follow_room)
        self._follow_room()

    def sizeHint(self) -> QSize:
        """As high as the rows of the form are now."""
        return QSize(super().sizeHint().width(), field_height(self))

    def minimumSizeHint(self) -> QSize:
        """Narrow if it must be."""
        return QSize(60, field_height(self))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to the column: scrolling past must not choose."""
        event.ignore()

    def _follow_room(self) -> None:
        follow_room(self)


def follow_room(field: QWidget) -> None:
    """Gives a line or combo the style of the present room."""
    room = "row" if theme_of(field).metrics.compact else "input"
    if field.property("room") != room:
        field.setProperty("room", room)
        field.style().unpolish(field)
        field.style().polish(field)
    field.updateGeometry()


def follow_row_height(control: SegmentedControl[str], keys: tuple[str, ...]) -> None:
    """Makes a segmented control as high as the fields beside it, now and whenever the room changes.

    Its segments may become as narrow as their words.
    """
    for key in keys:
        control.segment(key).setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    _RowHeight(control, keys)


class _RowHeight(QObject):
    """Lives as long as its control: a function would be called for one that is gone."""

    def __init__(self, control: SegmentedControl[str], keys: tuple[str, ...]) -> None:
        super().__init__(control)
        self._control, self._keys = control, keys
        theme_of(control).changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        for key in self._keys:
            self._control.segment(key).setFixedHeight(field_height(self._control))
