"""Tables whose rows are chosen as a whole: their keys, pointer and headers, and how a row's cells are filled."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView, QWidget

from desktop.ui.theme.theme import theme_of
from desktop.ui.theme.tokens import Tokens

_BAR = 3
_FOCUS = 2


class RowHeader(QHeaderView):
    """Names of columns on the page's colour; their widths are the table's business."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the ground and the line under it first."""
        tokens, painter, rect = theme_of(self).tokens, QPainter(self.viewport()), QRectF(self.viewport().rect())
        painter.fillRect(rect, QColor(tokens.canvas))
        painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), QColor(tokens.line))
        painter.end()
        super().paintEvent(event)


class RowDelegate(QStyledItemDelegate):
    """What the cells of a row have in common; the view tells which row the pointer is on and which columns end it."""

    hovered = -1
    first_column = 0  #: where a row begins and ends now: columns may be hidden
    last_column = 0

    def paint_ground(
        self,
        painter: QPainter,
        cell: QRectF,
        tokens: Tokens,
        index: QModelIndex | QPersistentModelIndex,
        *,
        is_chosen: bool,
    ) -> None:
        """Paints a cell's fill, the line under it, and the bar before a chosen row."""
        fill = tokens.tint if is_chosen else tokens.hover if index.row() == self.hovered else tokens.surface
        painter.fillRect(cell, QColor(fill))
        painter.fillRect(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), QColor(tokens.line))
        if is_chosen and index.column() == self.first_column:
            painter.fillRect(QRectF(cell.left(), cell.top(), _BAR, cell.height()), QColor(tokens.accent))

    def paint_focus(self, painter: QPainter, cell: QRectF, column: int, tokens: Tokens) -> None:
        """Two pixels of accent inside the edge of the whole row."""
        colour, row = QColor(tokens.accent), cell.adjusted(0, 0, 0, -1)
        painter.fillRect(QRectF(row.left(), row.top(), row.width(), _FOCUS), colour)
        painter.fillRect(QRectF(row.left(), row.bottom() - _FOCUS, row.width(), _FOCUS), colour)
        if column == self.last_column:
            painter.fillRect(QRectF(row.right() - _FOCUS, row.top(), _FOCUS, row.height()), colour)
        if column == self.first_column:
            painter.fillRect(QRectF(row.left(), row.top(), _BAR, row.height()), colour)


class RowTable(QTableView):
    """One row is current; letters don't search. Who derives from it lays the columns out in ``_lay_out``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bare", True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setMouseTracking(True)

    def keyboardSearch(self, search: str) -> None:
        """Does nothing: a letter acts or is nothing here."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follows the pointer with the pale fill."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def viewportEvent(self, event: QEvent) -> bool:
        """The pointer leaves: no row is pale."""
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        """The focus edge goes round the whole row, of which Qt repaints one cell."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the width out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def _restyle(self) -> None:
        metrics = theme_of(self).metrics
        self.verticalHeader().setDefaultSectionSize(metrics.height("queue_row"))
        self.horizontalHeader().setFixedHeight(metrics.height("queue_header"))
        self._lay_out()

    def _lay_out(self) -> None:
        """Shares the width out among the columns."""

    def _show_columns(self, widths: Iterable[tuple[int, int]]) -> None:
        """Shows these columns, each with its width in logical pixels, and no others."""
        shown = dict(widths)
        for column in range(self.model().columnCount()):
            self.setColumnHidden(column, column not in shown)
            if column in shown:
                self.setColumnWidth(column, shown[column])
        cells = self.itemDelegate()
        if isinstance(cells, RowDelegate):
            cells.first_column, cells.last_column = min(shown), max(shown)

    def _hover(self, row: int) -> None:
        cells = self.itemDelegate()
        if isinstance(cells, RowDelegate) and row != cells.hovered:
            cells.hovered = row
            self.viewport().update()
