"""A combo box that follows the wheel only while it has the focus: else the page scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class Combo(QComboBox):
    """One of a list; ``data`` is what the choice stands for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def show_items(self, items: list[tuple[str, object]], chosen: object) -> None:
        """Shows other items (words and data) with one of them chosen; silent."""
        blocked = self.blockSignals(True)
        if [(self.itemText(n), self.itemData(n)) for n in range(self.count())] != items:
            self.clear()
            for words, data in items:
                self.addItem(words, data)
        place = next((n for n, (_, data) in enumerate(items) if data == chosen), -1)
        self.setCurrentIndex(place)
        self.blockSignals(blocked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to the page."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
