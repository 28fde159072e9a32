"""The hits as a list: plain rows in the order given, spoken whole, painted by the delegate."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.rows import Found

Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()


class FoundModel(QAbstractListModel):
    """Holds hits in the order it is given them. ``speak`` gives what a screen reader says of one.

    The delegate asks for ``row``: Qt would turn a named tuple that passes through ``data`` into a plain list.
    """

    def __init__(self, speak: Callable[[Found], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speak = speak
        self._rows: tuple[Found, ...] = ()

    @property
    def rows(self) -> tuple[Found, ...]:
        """The hits now."""
        return self._rows

    def row(self, place: int) -> Found:
        """The hit at a place."""
        return self._rows[place]

    def show(self, rows: tuple[Found, ...]) -> None:
        """Shows other hits."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        """One row a hit."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a hit."""
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._speak(self._rows[index.row()])
        return None
