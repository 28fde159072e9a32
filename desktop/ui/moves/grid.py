"""How a form lays itself out: one column in a narrow pane, two or three where there is room."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Arranged
from desktop.ui.widgets.arranged import height_at, least_size

_LEAST = 264  #: logical pixels of one column, grown by the text size
_GAP, _ROW_GAP = 16, 12
_MOST_COLUMNS = 3


class FieldGrid(Arranged):
    """Fields in reading order, as many beside each other as the width allows; some take the whole width.

    ``least`` logical pixels a column, grown by the text size, and never less than the fields need.
    """

    def __init__(self, parent: QWidget | None = None, *, least: int = _LEAST) -> None:
        super().__init__(parent)
        self._column = least
        self._below: dict[QWidget, int] = {}  #: takes a whole row where there are fewer columns
        self._rest: set[QWidget] = set()
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget, *, wide: bool = False, below: int = 0, rest: bool = False) -> None:
        """Takes a field at the end.

        A ``wide`` one takes a row of its own, one with ``below`` where there are fewer columns than that, and one
        with ``rest`` all that is left of its row.
        """
        self._below[widget] = _MOST_COLUMNS + 1 if wide else below
        if rest:
            self._rest.add(widget)
        self.add_widget(widget)

    def sizeHint(self) -> QSize:
        """One column."""
        width = max(self._least(), self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def columns(self, width: int) -> int:
        """How many columns stand beside each other when this wide."""
        cells = [field for field in self.shown() if self._below.get(field, 0) <= _MOST_COLUMNS]
        needed = max([self._least(), *(least_size(field).width() for field in cells)])
        fitting = (width + _GAP) // (needed + _GAP)
        most = _MOST_COLUMNS if self._rest else min(_MOST_COLUMNS, len(cells))
        return max(1, min(fitting, most))

    def arrange(self, width: int, *, move: bool) -> int:
        """The height when this wide."""
        columns = self.columns(width)
        cell = (width - _GAP * (columns - 1)) // columns
        top = 0
        for row in self._rows(columns):
            left, height = 0, 0
            for field, span in row:
                taken = width if span == columns else span * (cell + _GAP) - _GAP
                needed = height_at(field, taken)
                height = max(height, needed)
                if move:
                    field.setGeometry(left, top, taken, needed)
                left += taken + _GAP
            top += height + _ROW_GAP
        return max(0, top - _ROW_GAP)

    def _least(self) -> int:
        return theme_of(self).metrics.px(self._column)

    def _rows(self, columns: int) -> list[list[tuple[QWidget, int]]]:
        """The rows, each field with the number of columns that it takes."""
        rows: list[list[tuple[QWidget, int]]] = []
        left = 0
        for field in self.shown():
            alone = columns < self._below.get(field, 0)
            if alone or not left:
                rows.append([])
                left = columns
            span = left if alone or field in self._rest else 1
            rows[-1].append((field, span))
            left -= span
        return rows
