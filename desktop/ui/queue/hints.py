"""The row of key hints under the table; compact windows do without (design.md 7)."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.theme import theme_of
from desktop.ui.widgets import KeyCap, PlainLabel

_SIDE, _GAP, _APART = 2, 6, 10  #: logical pixels at the sides, between cap and word, and between two hints


class HintRow(QWidget):
    """Key caps and what they do. Nothing here takes the focus; screen readers hear the keys at the buttons."""

    def __init__(self, *, can_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        keys = ["↑ ↓", *(["Enter"] if can_open else []), "T", "A", "S", "Space", "1–5", "F6"]
        self._labels = {key: PlainLabel("", "meta", "ink2") for key in keys}
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # it never widens the window
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 10, _SIDE, 0)
        row.setSpacing(_GAP)
        self._caps = {key: KeyCap(key) for key in keys}
        for key, label in self._labels.items():
            label.setContentsMargins(0, 0, _APART, 0)
            row.addWidget(self._caps[key])
            row.addWidget(label)
        row.addStretch(1)
        theme_of(self).changed.connect(self._restyle)
        self._set_words()
        self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows as many hints as there is room for, the first ones first."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        left = self.width() - 2 * _SIDE
        for key, label in self._labels.items():
            left -= self._caps[key].sizeHint().width() + label.sizeHint().width() + 2 * _GAP
            self._caps[key].setVisible(left >= 0)
            label.setVisible(left >= 0)

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
        self._fit()

    def _restyle(self) -> None:
        self.setVisible(not theme_of(self).metrics.compact)
        self._fit()
