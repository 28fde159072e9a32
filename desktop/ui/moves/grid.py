"""How a form lays itself out: one column in a narrow pane, two or three where there is room."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import ItemLayout

_LEAST = 264  #: logical pixels of one column, grown by the text size
_GAP, _ROW_GAP = 16, 12
_MOST_COLUMNS = 3


class FieldGrid(ItemLayout):
    """Fields in reading order, as many beside each other as the width allows; some take the whole width.

    ``least`` logical pixels a column, grown by the text size, and never less than the fields need.
    """

    def __init__(self, parent: QWidget, *, least: int = _LEAST) -> None:
        super().__init__(parent)
        self._column = least
        self._below: dict[QWidget, int] = {}  #: takes a whole row where there are fewer columns
        self._rest: set[QWidget] = set()
        self._owner = parent
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget, *, wide: bool = False, below: int = 0, rest: bool = False) -> None:
        """Takes a field at the end.

        A ``wide`` one takes a row of its own, one with ``below`` where there are fewer columns than that, and one
        with ``rest`` all that is left of its row.
        """
        self._below[widget] = _MOST_COLUMNS + 1 if wide else below
        if rest:
            self._rest.add(widget)
        self.addWidget(widget)

    def heightForWidth(self, width: int) -> int:
        """The height in logical pixels when this wide."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Puts the fields in their places."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """One column."""
        width = max(self._least(), self.minimumSize().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """The widest field alone."""
        hints = [item.minimumSize() for item in self._shown()]
        return QSize(
            max((hint.width() for hint in hints), default=0), max((hint.height() for hint in hints), default=0)
        )

    def columns(self, width: int) -> int:
        """How many columns stand beside each other when this wide."""
        cells = [item for item in self._shown() if self._takes(item) <= _MOST_COLUMNS]
        needed = max([self._least(), *(item.minimumSize().width() for item in cells)])
        fitting = (width + _GAP) // (needed + _GAP)
        most = _MOST_COLUMNS if self._rest else min(_MOST_COLUMNS, len(cells))
        return max(1, min(fitting, most))

    def _least(self) -> int:
        return theme_of(self._owner).metrics.px(self._column)

    def _takes(self, item: QLayoutItem) -> int:
        widget = item.widget()
        return 0 if widget is None else self._below.get(widget, 0)

    def _rows(self, columns: int) -> list[list[tuple[QLayoutItem, int]]]:
        """The rows, each field with the number of columns that it takes."""
        rows: list[list[tuple[QLayoutItem, int]]] = []
        left = 0
        for item in self._shown():
            alone = columns < self._takes(item)
            if alone or not left:
                rows.append([])
                left = columns
            span = left if alone or item.widget() in self._rest else 1
            rows[-1].append((item, span))
            left -= span
        return rows

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        columns = self.columns(rect.width())
        cell = (rect.width() - _GAP * (columns - 1)) // columns
        top = rect.y()
        for row in self._rows(columns):
            left, height = rect.x(), 0
            for item, span in row:
                width = rect.width() if span == columns else span * (cell + _GAP) - _GAP
                needed = _height(item, width)
                height = max(height, needed)
                if move:
                    item.setGeometry(QRect(QPoint(left, top), QSize(width, needed)))
                left += width + _GAP
            top += height + _ROW_GAP
        return max(0, top - _ROW_GAP - rect.y())


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
