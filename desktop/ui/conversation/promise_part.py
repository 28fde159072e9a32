"""What is promised and by when: recorded where the step asks for it, so that it is kept (domain.md 1)."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.choices.form_line import LONGEST_LINE
from desktop.ui.conversation.icon_lines import IconLines
from desktop.ui.conversation.state import PromiseDay, PromiseTyped
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import LineField, PlainLabel, SegmentedControl, announce, show_error

_LABEL, _CLOCK, _LONGEST_CLOCK = 62, 84, 8
_DAYS: tuple[PromiseDay, ...] = ("today", "tomorrow")


class PromisePart(QWidget):
    """``edited`` carries a ``PromiseTyped`` whenever a person changed something."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._promise = PromiseTyped()
        self._error = ""
        self.what, self.clock = LineField(room="row"), LineField("22:30", room="row")
        self.what.setMaxLength(LONGEST_LINE)
        self.clock.setMaxLength(_LONGEST_CLOCK)
        self.day: SegmentedControl[PromiseDay] = SegmentedControl([(day, "") for day in _DAYS], name="", size="row")
        self._labels = PlainLabel(role="strong"), PlainLabel(tone="ink2")
        self._wrong = IconLines("triangle-alert", "p1")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 7, 0, 7)
        column.setSpacing(6)
        for label, fields in zip(self._labels, ((self.what,), (self.day, self.clock)), strict=True):
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
            for field in fields:
                row.addWidget(field, 1 if field is self.what else 0)
            if self.what not in fields:
                row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self._wrong)
        self._wrong.hide()
        self.what.textEdited.connect(lambda text: self._tell(text=text))
        self.clock.textEdited.connect(lambda text: self._tell(clock=text))
        self.day.chosen.connect(lambda day: self._tell(day=day))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme_of(self).changed.connect(self._measure)
        self._measure()
        self._set_words()

    def show_promise(self, promise: PromiseTyped, error: str) -> None:
        """Shows what was typed, and what is wrong with it."""
        self._promise = promise
        for line, text in ((self.what, promise.text), (self.clock, promise.clock)):
            if line.text() != text and not line.composing:
                line.setText(text)
                line.setCursorPosition(0)
        if self.day.value() != promise.day:
            self.day.set_value(promise.day)
        if error != self._error:
            self._error = error
            self._wrong.show_lines((error,) if error else ())
            self._wrong.setVisible(bool(error))
            show_error(self.clock, bool(error))
            self.clock.setAccessibleDescription(error)
            if error:
                self._wrong.set_look(0, "triangle-alert", "p1", "p1")
                announce(self, error)

    def composing(self) -> bool:
        """Whether an input method holds text here that is not decided yet."""
        return self.what.composing or self.clock.composing

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the line above."""
        QPainter(self).fillRect(QRectF(0, 0, self.width(), 1), QColor(theme_of(self).tokens.line))

    def _tell(self, *, text: str | None = None, day: PromiseDay | None = None, clock: str | None = None) -> None:
        was = self._promise
        self._promise = PromiseTyped(
            was.text if text is None else text, day or was.day, was.clock if clock is None else clock
        )
        self.edited.emit(self._promise)

    def _measure(self) -> None:
        px = theme_of(self).metrics.px
        for label in self._labels:
            label.setMinimumWidth(px(_LABEL) - 8)
        self.clock.setFixedWidth(px(_CLOCK))

    def _set_words(self) -> None:
        what, when = self._labels
        what.setText(self.tr("Promise"))
        when.setText(self.tr("By"))
        self.what.setAccessibleName(self.tr("What we promise"))
        self.what.setPlaceholderText(self.tr("What happens, and who does it"))
        self.day.setAccessibleName(self.tr("Day of the promise"))
        self.day.set_labels({"today": self.tr("Today"), "tomorrow": self.tr("Tomorrow")})
        self.clock.setAccessibleName(self.tr("Time of the promise"))
