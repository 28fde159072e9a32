"""The months for Qt: plain rows in the order given."""

from collections.abc import Sequence
from enum import IntEnum, auto

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.figures.printed import MonthState
from desktop.domain.figures.shapes import Month
from desktop.ui.reports.text import ReportsText
from desktop.ui.widgets import plain_tool_tip

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole  #: the whole MonthState, for the delegate
EDGE = 12  #: logical pixels before the first column and behind the last


class Column(IntEnum):
    """From left to right."""

    MONTH = 0
    RECEIVED = auto()
    CONDITION = auto()
    PRINTED = auto()


_ROOMY = {Column.RECEIVED: 120, Column.CONDITION: 250, Column.PRINTED: 230}
_COMPACT = {Column.RECEIVED: 96, Column.CONDITION: 220, Column.PRINTED: 220}
_LEAST_MONTH = 130


def layout(width: int, *, compact: bool, text_size: int) -> dict[Column, int]:
    """The widths of the columns that are shown, in logical pixels; the month takes what is spare."""
    wanted = {c: round(w * text_size / 100) for c, w in (_COMPACT if compact else _ROOMY).items()}
    least = round(_LEAST_MONTH * text_size / 100) + EDGE
    for column in (Column.PRINTED, Column.RECEIVED):
        if sum(wanted.values()) + least > width:
            del wanted[column]
    return {Column.MONTH: max(least, width - sum(wanted.values())), **wanted}


class MonthTableModel(QAbstractTableModel):
    """Holds the months in the order it is given them."""

    def __init__(self, text: ReportsText, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.rows: Sequence[MonthState] = ()

    def show(self, rows: Sequence[MonthState]) -> None:
        """Shows other rows; where the months are the same, only what they say changes."""
        same = [row.month for row in rows] == [row.month for row in self.rows]
        if same and rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place_of(self, month: Month | None) -> int | None:
        """The row that a month stands in."""
        return next((place for place, row in enumerate(self.rows) if row.month == month), None)

    def retranslate(self) -> None:
        """The words have changed, the rows have not."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(Column) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """All months."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Every column; the view hides some."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], Column(index.column())
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(column, row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tool_tip(self._text.explained(row) if column is Column.CONDITION else self._cell(column, row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._text.row_name(row) if column is Column.MONTH else self._cell(column, row)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands above a column."""
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if orientation is not Qt.Orientation.Horizontal or role not in shown or not 0 <= section < len(Column):
            return None
        names = {
            Column.MONTH: self.tr("Month"),
            Column.RECEIVED: self.tr("Complaints"),
            Column.CONDITION: self.tr("Report"),
            Column.PRINTED: self.tr("Printed last"),
        }
        return names[Column(section)]

    def _cell(self, column: Column, row: MonthState) -> str:
        text = self._text
        if column is Column.MONTH:
            return text.month(row.month)
        if column is Column.RECEIVED:
            return text.received(row)
        if column is Column.CONDITION:
            return text.condition(row)
        return " · ".join(filter(None, (text.printed(row), text.times(row))))
