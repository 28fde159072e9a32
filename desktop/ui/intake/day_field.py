"""A day: today and yesterday by one click, any other from a calendar."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.kinds import Language
from desktop.ui import formats
from desktop.ui.choices.form_line import follow_row_height
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import SegmentedControl

_TODAY, _YESTERDAY, _OTHER = _KEYS = ("today", "yesterday", "other")


class _CalendarPopup(QFrame):
    """A month under the field. Enter or a click takes a day, Esc leaves it as it was."""

    taken = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("surface", "card")
        self.calendar = QCalendarWidget()
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.activated.connect(self._take)
        self.calendar.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.calendar)

    def open_at(self, day: date, latest: date, below: QWidget) -> None:
        ink = QTextCharFormat()
        ink.setForeground(QColor(theme_of(self).tokens.ink))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):  # Qt has them red, which is for what is wrong
            self.calendar.setWeekdayTextFormat(weekend, ink)
        self.calendar.setMaximumDate(QDate(latest.year, latest.month, latest.day))
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.move(below.mapToGlobal(QPoint(0, below.height() + 2)))
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _take(self, day: QDate) -> None:
        if self.isVisible():
            self.hide()
            self.taken.emit(date(day.year(), day.month(), day.day()))


class DayField(QWidget):
    """``chosen`` carries the day when a person chose one. ``set_today`` says what today is."""

    chosen = Signal(object)

    def __init__(self, today: date, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._language = today, language
        self._day: date | None = None
        self.choice: SegmentedControl[str] = SegmentedControl([(key, "") for key in _KEYS], name="", stretch=True)
        self.choice.chosen.connect(self._on_choice)
        follow_row_height(self.choice, _KEYS)
        self._popup: _CalendarPopup | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choice)
        self.setFocusProxy(self.choice)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._set_words()

    def set_today(self, today: date) -> None:
        """A new day began, or the form is shown again."""
        if today != self._today:
            self._today = today
            self._show()

    def set_language(self, language: Language) -> None:
        """How dates are written."""
        self._language = language
        self._set_words()

    def show_day(self, day: date | None) -> None:
        """Shows another day, or that none was chosen yet, silently."""
        if day != self._day:
            self._day = day
            self._show()

    def day(self) -> date | None:
        """The day that is shown."""
        return self._day

    def calendar(self) -> QCalendarWidget:
        """The calendar of the popup."""
        if self._popup is None:
            self._popup = _CalendarPopup(self)
            self._popup.taken.connect(self._take)
        return self._popup.calendar

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self._other = self.tr("Earlier…")
        self.choice.set_labels({_TODAY: self.tr("Today"), _YESTERDAY: self.tr("Yesterday"), _OTHER: self._other})
        self._show()

    def _on_choice(self, key: str) -> None:
        if key == _TODAY:
            self._take(self._today)
        elif key == _YESTERDAY:
            self._take(self._today - timedelta(days=1))
        else:
            self.calendar()
            if self._popup is not None:
                self._show()  # until a day is taken, the old one stays
                self._popup.open_at(self._day or self._today, self._today, self)

    def _take(self, day: date) -> None:
        changed = day != self._day
        self._day = day
        self._show()
        if changed:
            self.chosen.emit(day)

    def _show(self) -> None:
        key = {self._today: _TODAY, self._today - timedelta(days=1): _YESTERDAY}.get(self._day or date.min)
        is_other = self._day is not None and key is None
        self.choice.set_labels({_OTHER: self._dated() if is_other else self._other})
        self.choice.set_value(_OTHER if is_other else key)

    def _dated(self) -> str:
        day = self._day or self._today
        same_year = day.year == self._today.year
        return formats.short_date(day, self._language) if same_year else formats.full_date(day, self._language)
