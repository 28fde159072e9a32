"""One date of the year: like its weekday, closed for once, or open with hours of its own."""

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.calendar_year import DayKind, HoursForm
from desktop.domain.kinds import Language
from desktop.ui.settings.section import put_text
from desktop.ui.widgets import FieldRow, LineField, PlainLabel, SegmentedControl
from desktop.words.formats import weekday_date


class DayEditor(QWidget):
    """``changed`` carries the kind of day and the line of its own hours."""

    changed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel("", "section", wrap=True)
        self.kind = SegmentedControl(
            [(DayKind.WEEKLY, ""), (DayKind.CLOSED, ""), (DayKind.EXTRA, "")], name="", size="small", stretch=True
        )
        self.hours = LineField(room="row")
        self.hours.setMaxLength(200)
        self.row = FieldRow("", self.hours, above=True)
        self.weekly = PlainLabel("", "meta", "ink2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.kind)
        column.addWidget(self.row)
        column.addWidget(self.weekly)
        self.kind.chosen.connect(self._on_kind)
        self.hours.textEdited.connect(lambda text: self.changed.emit(DayKind.EXTRA, text))
        self._set_words()

    def show_day(self, day: date, form: HoursForm, language: Language) -> None:
        """Shows a date as it is typed."""
        own, like = form.extra_on(day), form.weekly[day.weekday()]
        kind = DayKind.EXTRA if own is not None else DayKind.CLOSED if day in form.closed else DayKind.WEEKLY
        self.title.setText(weekday_date(day, language))
        self.kind.set_value(kind)
        self._like = like
        self.row.setVisible(kind is DayKind.EXTRA)
        if own is not None:
            put_text(self.hours, own)
        self.weekly.setVisible(kind is DayKind.WEEKLY)
        self.weekly.setText(like or self.tr("Closed on this weekday"))

    def show_error(self, sentence: str, *, is_fresh: bool = False) -> None:
        """Says what is wrong with the hours."""
        self.row.set_error(sentence)
        if sentence and is_fresh:
            self.hours.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _on_kind(self, kind: DayKind) -> None:
        line = ""
        if kind is DayKind.EXTRA:
            line = self._like or "10:00–18:00"
        self.changed.emit(kind, line)
        if kind is DayKind.EXTRA:
            self.hours.setFocus(Qt.FocusReason.OtherFocusReason)
            self.hours.selectAll()

    def _set_words(self) -> None:
        self.kind.setAccessibleName(self.tr("This day"))
        self.kind.set_labels(
            {
                DayKind.WEEKLY: self.tr("Usual"),
                DayKind.CLOSED: self.tr("Closed"),
                DayKind.EXTRA: self.tr("Special"),
            }
        )
        self.row.set_label(self.tr("Open on this day"))
