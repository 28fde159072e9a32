"""The hours of every week: a line for each weekday, and two ways to fill them quickly."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.calendars import WEEKDAYS
from desktop.ui.settings.section import put_text
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Button, FlowRow, Icon, LineField, PlainLabel, announce, show_error
from desktop.words import Words

_LABEL = 46
WHOLE = "00:00–24:00"


class WeekFields(QWidget):
    """``edited`` carries the place of a weekday (0 is Monday) and its line; ``filled`` all seven lines."""

    edited = Signal(int, str)
    filled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel("", "section")
        self.labels = {day: PlainLabel("", "body", "ink2") for day in WEEKDAYS}
        self.fields = {day: LineField(room="row") for day in WEEKDAYS}
        self.error = PlainLabel("", "meta", "p1", wrap=True)
        self._error_icon = Icon("triangle-alert", "p1", 14)
        self.like_monday, self.always = Button(kind="link", size="small"), Button(kind="link", size="small")
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(4)
        self._grid.setHorizontalSpacing(8)
        for row, day in enumerate(WEEKDAYS):
            self._grid.addWidget(self.labels[day], row, 0)
            self._grid.addWidget(self.fields[day], row, 1)
            self.fields[day].setMaxLength(200)
            self.fields[day].textEdited.connect(lambda text, row=row: self.edited.emit(row, text))
        buttons = FlowRow(gap=4)
        buttons.add_widget(self.like_monday)
        buttons.add_widget(self.always)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(self._grid)
        error = QHBoxLayout()
        error.setSpacing(6)
        error.addWidget(self._error_icon, 0, Qt.AlignmentFlag.AlignTop)
        error.addWidget(self.error, 1)
        column.addLayout(error)
        column.addWidget(buttons)
        self.like_monday.clicked.connect(lambda: self.filled.emit((self.fields["mon"].text(),) * 7))
        self.always.clicked.connect(lambda: self.filled.emit((WHOLE,) * 7))
        theme_of(self).changed.connect(self._restyle)
        self._restyle()
        self.show_error("", "")
        self._set_words()

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Shows the hours; silent."""
        for day, line in zip(WEEKDAYS, lines, strict=True):
            put_text(self.fields[day], line)

    def show_error(self, day: str, sentence: str, *, is_fresh: bool = False) -> bool:
        """Says what is wrong with a weekday; whether it has a place here."""
        at_field = day in self.fields
        for name, field in self.fields.items():
            if bool(field.property("error")) != (name == day):
                show_error(field, name == day)
            field.setAccessibleDescription(sentence if name == day else "")
        self.error.setText(sentence if at_field else "")
        self.error.setVisible(at_field)
        self._error_icon.setVisible(at_field)
        if at_field and is_fresh:
            self.fields[day].setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self.fields[day], sentence)
        return at_field

    def use_words(self, words: Words) -> None:
        """Names the weekdays."""
        for day in WEEKDAYS:
            self.labels[day].setText(words.term("weekday", day))
            self.fields[day].setAccessibleName(words.field_name(day))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self.title.setText(self.tr("Every week"))
        self.like_monday.setText(self.tr("All like Monday"))
        self.always.setText(self.tr("Round the clock"))
        for field in self.fields.values():
            field.setPlaceholderText(self.tr("Closed"))

    def _restyle(self) -> None:
        self._grid.setColumnMinimumWidth(0, theme_of(self).metrics.px(_LABEL))
