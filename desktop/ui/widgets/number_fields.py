"""Fields for numbers, days and times that look like the other fields.

Style sheets don't move the text of Qt's spin boxes away from their edge, and a wheel that passes over them changes
their values: both are put right here.
"""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCalendarWidget,
    QDateEdit,
    QDateTimeEdit,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from desktop.ui.theme.theme import theme_of

_TEXT_LEFT = 8


class _WheelGuard(QObject):
    """Only a field with focus follows the wheel; else the page scrolls."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def _dress(field: QAbstractSpinBox) -> None:
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel doesn't give focus
    field.installEventFilter(_WheelGuard(field))
    field.lineEdit().setTextMargins(_TEXT_LEFT, 0, 0, 0)
    theme_of(field).changed.connect(field.updateGeometry)


def _calm_calendar(field: QDateTimeEdit) -> None:
    """Weekends in the colour of the other days (Qt's red means risk here), and no week numbers."""
    calendar = field.calendarWidget()
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())


def _as_high_as_others(field: QAbstractSpinBox, hint: QSize) -> QSize:
    return QSize(hint.width() + _TEXT_LEFT, theme_of(field).metrics.height("input"))


class NumberField(QSpinBox):
    """A whole number from ``least`` to ``most``."""

    def __init__(self, least: int = 0, most: int = 99, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        _dress(self)

    def sizeHint(self) -> QSize:
        """As high as the fields beside it."""
        return _as_high_as_others(self, super().sizeHint())


class DateField(QDateEdit):
    """A day, with a calendar to choose from. Screens set the form with ``setDisplayFormat``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd")
        _calm_calendar(self)
        _dress(self)

    def sizeHint(self) -> QSize:
        """As high as the fields beside it."""
        return _as_high_as_others(self, super().sizeHint())


class TimeField(QTimeEdit):
    """A time of day, 21:42."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("HH:mm")
        _dress(self)

    def sizeHint(self) -> QSize:
        """As high as the fields beside it."""
        return _as_high_as_others(self, super().sizeHint())


class MomentField(QDateTimeEdit):
    """A day and a time, with a calendar to choose from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd HH:mm")
        _calm_calendar(self)
        _dress(self)

    def sizeHint(self) -> QSize:
        """As high as the fields beside it."""
        return _as_high_as_others(self, super().sizeHint())
