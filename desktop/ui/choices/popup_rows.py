"""Rows of the lists that drop down from a line: high enough to be hit."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QWidget

from desktop.ui.theme.theme import theme_of


def popup_row(widget: QWidget, text: str) -> QStandardItem:
    """A row for the list under ``widget``."""
    row = QStandardItem(text)
    row.setEditable(False)
    row.setSizeHint(QSize(0, theme_of(widget).metrics.height("button_row")))
    return row
