"""The frameworks to choose from: a name, and under it the order of its steps."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from desktop.ui.settings.doors import FrameworkLine
from desktop.ui.widgets import PlainLabel
from desktop.ui.widgets.tabbing import order_tabs


class FrameworkRow(QWidget):
    """One framework. All of it can be clicked; the words come from guide files, so they are plain labels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.radio = QRadioButton()
        self.name = PlainLabel("", "strong", wrap=True)
        self.order = PlainLabel("", "meta", "ink2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.order)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_line(self, line: FrameworkLine) -> None:
        """Other words."""
        self.name.setText(line.name)
        self.order.setText(line.order)
        self.radio.setAccessibleName(line.name)
        self.radio.setAccessibleDescription(line.order)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words is one on the mark."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self.radio.click()


class FrameworkChoice(QWidget):
    """``chosen`` carries the code of a framework that a person chose, by mouse or arrow keys."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, FrameworkRow] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_lines(self, lines: Sequence[FrameworkLine], code: str) -> None:
        """Shows the frameworks, one of them chosen."""
        if list(self.rows) != [line.code for line in lines]:
            self._make(lines)
        for line in lines:
            self.rows[line.code].show_line(line)
        if code in self.rows:
            self.rows[code].radio.setChecked(True)

    def first(self) -> QWidget:
        """The chosen one, for the focus."""
        return self._group.checkedButton() or self

    def _make(self, lines: Sequence[FrameworkLine]) -> None:
        for row in self.rows.values():
            self._group.removeButton(row.radio)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for line in lines:
            row = self.rows[line.code] = FrameworkRow()
            self._group.addButton(row.radio)
            row.radio.clicked.connect(lambda _checked=False, code=line.code: self.chosen.emit(code))
            self._column.addWidget(row)
        order_tabs(self)
