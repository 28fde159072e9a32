"""What stands where nothing is, yet: a way on, never a dead end (design.md 11)."""

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme.painting import paint_edge
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.icon import Icon
from desktop.ui.widgets.label import PlainLabel

LOADING_SHOWS_AFTER_MS = 300


class EmptyState(QWidget):
    """An icon, one line, one hint and at most one button, centred in the pane. ``acted``: the button was pressed."""

    acted = Signal()

    def __init__(self, icon: str, line: str, hint: str = "", button: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon = Icon(icon, "ink3", 20)
        self.line = PlainLabel("", "section", wrap=True)
        self.hint = PlainLabel("", "body", "ink2", wrap=True)
        self.button = Button()
        self.button.clicked.connect(self.acted)
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(self.icon, 0, centre)
        for words in (self.line, self.hint):
            words.setAlignment(centre)
            column.addWidget(words)
        column.addSpacing(6)
        column.addWidget(self.button, 0, centre)
        column.addStretch(1)
        self.set_texts(line, hint, button)

    def set_texts(self, line: str, hint: str = "", button: str = "") -> None:
        """Other words; an empty hint or button is not shown."""
        self.line.setText(line)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.button.setText(button)
        self.button.setVisible(bool(button))


class LoadingRows(QWidget):
    """Line-coloured blocks where rows will be, shown after 300 ms: no spinner, no shimmer."""

    def __init__(self, row_height: int = 52, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_height = row_height
        self._due = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOADING_SHOWS_AFTER_MS)
        self._timer.timeout.connect(self._on_due)

    def start(self) -> None:
        """Begins waiting; blocks appear if it takes long."""
        self._due = False
        self.show()
        self._timer.start()

    def stop(self) -> None:
        """Ends waiting."""
        self._timer.stop()
        self._due = False
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints two bars a row once it has taken long."""
        if not self._due:
            return
        painter, line = QPainter(self), theme_of(self).tokens.line
        row = theme_of(self).metrics.px(self._row_height)
        for top in range(0, self.height() - row // 2, row):
            middle = top + row / 2
            paint_edge(painter, QRectF(12, middle - 10, self.width() * 0.4, 8), "", 0, 2, line)
            paint_edge(painter, QRectF(12, middle + 4, self.width() * 0.25, 6), "", 0, 2, line)

    def _on_due(self) -> None:
        self._due = True
        self.update()
