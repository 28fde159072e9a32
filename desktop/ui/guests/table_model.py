"""The guests for Qt: plain rows in the order given."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.guest_file import GuestListRow
from desktop.ui.guests.columns import Column
from desktop.ui.guests.guest_text import GuestText
from desktop.ui.widgets import plain_tool_tip

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole  #: the whole GuestListRow, for the delegate


class GuestTableModel(QAbstractTableModel):
    """Holds rows in the order it is given them. ``fetch_more`` is called when one nears their end."""

    def __init__(self, text: GuestText, fetch_more: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text, self._fetch_more = text, fetch_more
        self._rows: Sequence[GuestListRow] = ()
        self._has_more = False
        self._at = datetime(1970, 1, 1, tzinfo=UTC)

    @property
    def rows(self) -> Sequence[GuestListRow]:
        """The rows held."""
        return self._rows

    @property
    def at(self) -> datetime:
        """The moment by which days are told."""
        return self._at

    def show(self, rows: Sequence[GuestListRow], at: datetime, *, has_more: bool) -> None:
        """Shows other rows; where the first ones stay the same guests, the rest is only added."""
        before, self._at, self._has_more = self._rows, at, has_more
        same = [row.guest.id for row in before] == [row.guest.id for row in rows[: len(before)]]
        if not same or not before:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        if len(rows) > len(before):
            self.beginInsertRows(QModelIndex(), len(before), len(rows) - 1)
            self._rows = rows
            self.endInsertRows()
        self._rows = rows
        self.dataChanged.emit(self.index(0, 0), self.index(len(before) - 1, len(Column) - 1))

    def place_of(self, guest_id: int | None) -> int | None:
        """The row of the table that a guest stands in."""
        return next((place for place, row in enumerate(self._rows) if row.guest.id == guest_id), None)

    def retranslate(self) -> None:
        """The words have changed, the rows have not."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(Column) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """All rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Every column; the view hides some."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text.cell(column, row, self._at)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tool_tip(self._text.tip(column, row, self._at))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            is_first = column is Column.GUEST
            return self._text.row_name(row, self._at) if is_first else self._text.cell(column, row, self._at)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands above a column."""
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if orientation is Qt.Orientation.Horizontal and role in shown and 0 <= section < len(Column):
            return self._text.header(Column(section))
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether the list goes on."""
        return not parent.isValid() and self._has_more

    def fetchMore(self, parent: Index) -> None:
        """Asks for more; they come later, through ``show``."""
        if self.canFetchMore(parent):
            self._fetch_more()
