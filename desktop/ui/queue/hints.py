"""The row of key hints under the table; compact windows do without (design.md 7)."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.theme import theme_of
from desktop.ui.widgets import KeyCap, PlainLabel


class HintRow(QWidget):
    """Key caps and what they do. Nothing here takes the focus; screen readers hear the keys at the buttons."""

    def __init__(self, *, can_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        keys = ["↑ ↓", *(["Enter"] if can_open else []), "T", "A", "S", "Space", "1–5", "F6"]
        self._labels = {key: PlainLabel("", "meta", "ink2") for key in keys}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 10, 2, 0)
        row.setSpacing(6)
        for key, label in self._labels.items():
            row.addWidget(KeyCap(key))
            row.addWidget(label)
            row.addSpacing(10)
        row.addStretch(1)
        theme_of(self).changed.connect(self._restyle)
        self._set_words()
        self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        words = {
            "↑ ↓": self.tr("select"),
            "Enter": self.tr("open"),
            "T": self.tr("take it"),
            "A": self.tr("acknowledge"),
            "S": self.tr("settle"),
            "Space": self.tr("choose several"),
            "1–5": self.tr("filter by chip"),
            "F6": self.tr("next pane"),
        }
        for key, label in self._labels.items():
            label.setText(words[key])

    def _restyle(self) -> None:
        self.setVisible(not theme_of(self).metrics.compact)
