"""Fields of a form: a line to write on, its label, and what is wrong said right there (conventions.md 9)."""

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.theme.icons import icon, paint_icon
from desktop.ui.theme.metrics import HeightName
from desktop.ui.theme.painting import RIGHT, paint_text, text_width
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets.icon import Icon
from desktop.ui.widgets.key_cap import key_cap_width, native_key, paint_key_cap
from desktop.ui.widgets.label import PlainLabel

Room = Literal["input", "row", "wizard"]

_ICON = 16
_ROOM_HEIGHTS: dict[Room, HeightName] = {"input": "input", "row": "button_row", "wizard": "button_wizard"}


def show_error(field: QWidget, wrong: bool) -> None:
    """Gives a field the error edge, or takes it away."""
    field.setProperty("error", wrong)
    field.style().unpolish(field)
    field.style().polish(field)


class LineField(QLineEdit):
    """One line of text with an icon before and a pale hint after. Shortcuts wait while an input method composes."""

    def __init__(
        self,
        placeholder: str = "",
        *,
        icon: str | None = None,
        trailing: str = "",
        room: Room = "input",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._trailing = trailing
        self._room: Room = room
        self._composing = False
        self.setProperty("room", room)
        self.setPlaceholderText(placeholder)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()

    @property
    def composing(self) -> bool:
        """Whether an input method holds text that is not decided yet."""
        return self._composing

    def set_trailing(self, text: str) -> None:
        """Another pale hint at the right end."""
        self._trailing = text
        self._restyle()

    def sizeHint(self) -> QSize:
        """As high as the controls beside it."""
        return QSize(super().sizeHint().width(), theme_of(self).metrics.height(_ROOM_HEIGHTS[self._room]))

    def minimumSizeHint(self) -> QSize:
        """Narrow if it must be."""
        return QSize(60, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Keeps shortcuts away from keys that belong to an input method."""
        if self._composing and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Notes whether text is being composed."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the icon and the hint over Qt's line edit."""
        super().paintEvent(event)
        theme = theme_of(self)
        painter = QPainter(self)
        size = theme.metrics.px(_ICON)
        if self._icon_name:
            paint_icon(painter, QRectF(10, 0, size, self.height()), self._icon_name, theme.tokens.ink3)
        if self._trailing:
            box = QRectF(0, 0, self.width() - 10, self.height())
            paint_text(painter, box, self._trailing, theme.font("meta"), theme.tokens.ink3, RIGHT)

    def _before(self) -> int:
        return theme_of(self).metrics.px(_ICON) + 6 if self._icon_name else 0

    def _after(self) -> int:
        return round(text_width(theme_of(self).font("meta"), self._trailing)) + 8 if self._trailing else 0

    def _restyle(self) -> None:
        self.setTextMargins(self._before(), 0, self._after(), 0)
        self.updateGeometry()
        self.update()


class SearchField(LineField):
    """Search as one types. ``searched`` follows 150 ms after the last key, at once on Enter; Esc clears first."""

    searched = Signal(str)

    def __init__(
        self, placeholder: str, *, name: str, key: str | None = None, wait_ms: int = 150, parent: QWidget | None = None
    ) -> None:
        self._key = key
        super().__init__(placeholder, icon="search", parent=parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(native_key(key) if key else "")
        self._clear = QAction(self.tr("Clear"), self)
        self._clear.triggered.connect(self.clear_search)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(wait_ms)
        self._timer.timeout.connect(self._search)
        self.textChanged.connect(self._on_text)
        self.returnPressed.connect(self._search)
        self._restyle()
        self._on_text("")
        self._timer.stop()

    def clear_search(self) -> None:
        """Empties the field and searches for nothing at once."""
        self.clear()
        self._search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears; in an empty field it goes on to the screen."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear_search()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._clear.setText(self.tr("Clear"))
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the key cap while the field is empty."""
        super().paintEvent(event)
        if self._key and not self.text():
            theme, painter = theme_of(self), QPainter(self)
            width, height = key_cap_width(theme, self._key), theme.metrics.height("key_cap")
            cap = QRectF(self.width() - width - 8, round((self.height() - height) / 2), width, height)
            paint_key_cap(painter, cap, self._key, theme, theme.tokens.ink3, theme.tokens.line2, theme.tokens.canvas)

    def _after(self) -> int:
        return key_cap_width(theme_of(self), self._key) + 6 if self._key and not self.text() else 0

    def _restyle(self) -> None:
        super()._restyle()
        if hasattr(self, "_clear"):  # the first call comes from the base class
            tokens = theme_of(self).tokens
            self._clear.setIcon(icon("x", _ICON, tokens.ink3))

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.setTextMargins(self._before(), 0, self._after(), 0)
        self._timer.start()

    def _search(self) -> None:
        self._timer.stop()
        self.searched.emit(self.text())


class FieldRow(QWidget):
    """A label, its field, and under it what is wrong, with an icon. The field gets label and error as spoken names.

    ``above`` puts the label over the field (forms); else it stands 84 logical pixels wide at left (facts).
    """

    def __init__(
        self,
        label: str,
        field: QWidget,
        *,
        hint: str = "",
        above: bool = False,
        label_width: int = 84,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._label_width = label_width
        self._above = above
        self.label = PlainLabel(
            "", "strong" if above else "body", "ink" if above else "ink2", elide=not above, wrap=above
        )
        self.label.setBuddy(field)
        self.error = PlainLabel("", "meta", "p1", wrap=True)
        self.hint = PlainLabel("", "meta", "ink2", wrap=True)
        self._error_row = QWidget()
        error = QHBoxLayout(self._error_row)
        error.setContentsMargins(0, 0, 0, 0)
        error.setSpacing(6)
        error.addWidget(Icon("triangle-alert", "p1", 14), 0, Qt.AlignmentFlag.AlignTop)
        error.addWidget(self.error, 1)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(field)
        right.addWidget(self._error_row)
        right.addWidget(self.hint)
        direction = QBoxLayout.Direction.TopToBottom if above else QBoxLayout.Direction.LeftToRight
        layout = QBoxLayout(direction, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6 if above else 0)
        layout.addWidget(self.label, 0, Qt.AlignmentFlag(0) if above else Qt.AlignmentFlag.AlignTop)
        layout.addLayout(right, 1)
        theme_of(self).changed.connect(self._restyle)
        self.set_label(label)
        self.set_hint(hint)
        self.set_error("")
        self._restyle()

    def set_label(self, label: str) -> None:
        """Another label; the field's spoken name follows."""
        self.label.setText(label)
        self.field.setAccessibleName(label)

    def set_hint(self, hint: str) -> None:
        """A pale sentence under the field; it makes way for an error."""
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint) and not self.error.text())
        self.field.setAccessibleDescription(self.error.text() or hint)

    def set_error(self, error: str) -> None:
        """Says what is wrong, or with an empty sentence that nothing is."""
        self.error.setText(error)
        self._error_row.setVisible(bool(error))
        self.hint.setVisible(bool(self.hint.text()) and not error)
        self.field.setAccessibleDescription(error or self.hint.text())
        show_error(self.field, bool(error))

    def _restyle(self) -> None:
        if not self._above:
            metrics = theme_of(self).metrics
            self.label.setFixedWidth(metrics.px(self._label_width))
            self.label.setMinimumHeight(min(metrics.height("input"), max(24, self.field.sizeHint().height())))
