"""A line with usual answers to choose from that takes any other too, such as a form of address."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from desktop.ui.choices.form_line import FormLine
from desktop.ui.choices.popup_rows import popup_row
from desktop.ui.theme.icons import icon
from desktop.ui.theme.theme import theme_of

_ICON = 14


class ChoiceLine(FormLine):
    """``taken`` carries the text whenever a person typed or chose something."""

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._options = QStandardItemModel(self)
        self._list = QCompleter(self._options, self)
        self._list.setWidget(self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.activated.connect(self._take)
        self._arrow = QAction(self)
        self._arrow.triggered.connect(self.open_list)
        self.addAction(self._arrow, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self.taken)
        theme_of(self).changed.connect(self._draw_arrow)
        self._draw_arrow()

    def set_options(self, options: Sequence[str], arrow: str) -> None:
        """The usual answers, and what the arrow is called."""
        self._options.clear()
        for option in options:
            self._options.appendRow(popup_row(self, option))
        self._arrow.setText(arrow)
        self._arrow.setToolTip(arrow)

    def options(self) -> list[str]:
        """The usual answers."""
        return [self._options.item(row).text() for row in range(self._options.rowCount())]

    def open_list(self) -> None:
        """Shows the usual answers."""
        self._list.complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the list."""
        if event.key() == Qt.Key.Key_Down:
            self.open_list()
            return
        super().keyPressEvent(event)

    def _take(self, text: str) -> None:
        self.setText(text)
        self.taken.emit(text)

    def _draw_arrow(self) -> None:
        self._arrow.setIcon(icon("chevron-down", _ICON, theme_of(self).tokens.ink3))
