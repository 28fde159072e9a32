"""The rows of the queue for Qt: plain rows in the order given, fetched as one scrolls."""

from collections.abc import Callable
from datetime import UTC, datetime
from enum import Enum, auto

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.ui.queue.cell_text import QueueText
from desktop.ui.queue.columns import Column
from desktop.ui.queue.pages import Window
from desktop.ui.widgets import plain_tool_tip

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole  #: the whole QueueRow, for delegates; None where the row isn't held


class Change(Enum):
    """What showing another window did to the rows that stood there."""

    NOTHING = auto()
    IN_PLACE = auto()  #: the same cases in the same places, perhaps more behind them
    ANEW = auto()


class QueueTableModel(QAbstractTableModel):
    """Holds rows in the order it is given them. ``fetch_more`` is called when one nears the end of what is known."""

    def __init__(self, text: QueueText, fetch_more: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._fetch_more = fetch_more
        self._window = Window()
        self._at = datetime(1970, 1, 1, tzinfo=UTC)
        self._ticks: frozenset[str] = frozenset()

    @property
    def window(self) -> Window:
        """The rows held, and where they stand."""
        return self._window

    @property
    def at(self) -> datetime:
        """The moment by which times are shown."""
        return self._at

    def set_time(self, at: datetime) -> None:
        """Another moment. Nothing is announced: only the cells that are seen are painted again."""
        self._at = at

    def set_ticks(self, numbers: frozenset[str]) -> None:
        """Which cases are chosen together; screen readers hear it, the view paints it."""
        self._ticks = numbers

    def show(self, window: Window) -> Change:
        """Shows other rows; where the same cases stay in their places, only what is new is announced."""
        before = self._window
        if window == before:
            return Change.NOTHING
        if window.known < before.known or not _same_cases(before, window):
            self.beginResetModel()
            self._window = window
            self.endResetModel()
            return Change.ANEW
        if window.known > before.known:
            self.beginInsertRows(QModelIndex(), before.known, window.known - 1)
            self._window = window
            self.endInsertRows()
        self._window = window
        if before.known:
            self.dataChanged.emit(self.index(0, 0), self.index(before.known - 1, len(Column) - 1))
        return Change.IN_PLACE

    def place_of(self, number: str) -> int | None:
        """The row of the table that a case stands in, or None where it isn't held."""
        return self._window.place_of(number)

    def retranslate(self) -> None:
        """The words have changed, the rows have not."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._window.known:
            self.dataChanged.emit(self.index(0, 0), self.index(self._window.known - 1, len(Column) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """All places known so far, held or not."""
        return 0 if parent.isValid() else self._window.known

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Every column; the view hides some."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says."""
        row = self._window.at(index.row()) if index.isValid() else None
        if row is None or role == ROW_ROLE:
            return row
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text.cell(column, row, self._at)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tool_tip(self._text.tip(column, row, self._at))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if column is not Column.BAND:
                return self._text.cell(column, row, self._at)
            return self._text.row_name(row, self._at, is_ticked=row.number in self._ticks)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands above a column."""
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(Column):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._text.header(Column(section))
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return self._text.header(Column(section)) or self.tr("Priority")
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether the queue goes on."""
        return not parent.isValid() and self._window.more

    def fetchMore(self, parent: Index) -> None:
        """Asks for the next page; it comes later, through ``show``."""
        if not parent.isValid() and self._window.more:
            self._fetch_more()


def _same_cases(before: Window, after: Window) -> bool:
    """Whether the rows that both windows hold are the same cases in the same places."""
    first = max(before.first, after.first)
    last = min(before.first + len(before.rows), after.first + len(after.rows))
    if before.known and first >= last:
        return first == last  # neighbours: one page was let go of as the next came
    old = before.rows[first - before.first : last - before.first]
    new = after.rows[first - after.first : last - after.first]
    return all(was is now or was.number == now.number for was, now in zip(old, new, strict=True))
