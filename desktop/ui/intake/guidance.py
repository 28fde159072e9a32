"""What tells how much is known, and a question to ask next."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.metrics import RADIUS_CONTROL
from desktop.ui.theme.painting import paint_bar, paint_edge, paint_lines, wrapped
from desktop.ui.theme.theme import theme_of

_BAR = 6
_ICON = 16
_PADDING_X, _PADDING_Y = 12, 8


class Meter(QWidget):
    """A bar, filled by what is known; ``name`` says it in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_BAR)

    def show_share(self, share: float, name: str) -> None:
        """Shows another share, 0 to 1."""
        self._share = share
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the bar."""
        tokens = theme_of(self).tokens
        paint_bar(QPainter(self), QRectF(self.rect()), self._share, tokens.accent, tokens.line)


class QuestionButton(QAbstractButton):
    """A question to say; a click goes to the field that takes the answer. Long questions wrap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme_of(self).changed.connect(self._resize)

    def set_question(self, words: str, goes_to: str) -> None:
        """Another question; ``goes_to`` is the spoken description of the field it leads to."""
        self._words = words
        self.setAccessibleName(words)
        self.setAccessibleDescription(goes_to)
        self._resize()
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines' width or so; the height follows the width."""
        width = self.width() if self.width() > 100 else 280
        return QSize(120, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """All lines."""
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """A narrow button needs more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in logical pixels when this wide."""
        line = theme_of(self).metrics.role("body").line
        return max(len(self._lines(width)), 1) * line + 2 * _PADDING_Y

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes the height that its lines need."""
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():
            self._resize()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints box, lines and arrow."""
        theme, painter, rect = theme_of(self), QPainter(self), QRectF(self.rect())
        tokens, metrics = theme.tokens, theme.metrics
        focused = self.hasFocus()
        fill = tokens.tint if self.isDown() else tokens.hover if self.underMouse() else tokens.surface
        edge = tokens.accent if focused else tokens.line2
        paint_edge(painter, rect, edge, 2 if focused else 1, RADIUS_CONTROL, fill)
        size = metrics.px(_ICON)
        arrow = QRectF(rect.right() - size - _PADDING_X + 4, 0, size, rect.height())
        paint_icon(painter, arrow, "arrow-right", tokens.ink3)
        box = rect.adjusted(_PADDING_X, _PADDING_Y, 0, -_PADDING_Y)
        line = metrics.role("body").line
        paint_lines(painter, box, self._lines(self.width()), theme.font("guest"), tokens.ink, line)

    def _lines(self, width: int) -> list[str]:
        theme = theme_of(self)
        room = width - 2 * _PADDING_X - theme.metrics.px(_ICON)
        return wrapped(self._words, theme.font("guest"), max(room, 40))

    def _resize(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width() if self.width() > 100 else 280))
        self.updateGeometry()
