"""The table of months: keeps its place when rows change; every state is an icon and words."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from desktop.domain.figures.printed import MonthCondition, MonthState
from desktop.ui.reports.state import ReportsState
from desktop.ui.reports.table_model import EDGE, ROW_ROLE, Column, Index, MonthTableModel, layout
from desktop.ui.reports.text import ReportsText
from desktop.ui.theme import Theme, paint_icon, theme_of
from desktop.ui.theme.painting import elided, paint_text
from desktop.ui.widgets import RowDelegate, RowHeader, RowTable

_GAP = 8  #: logical pixels that every cell leaves free before the next one
_ICON = 16


class MonthHeader(RowHeader):
    """The names of the columns."""

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Paints a name."""
        theme = theme_of(self)
        box = QRectF(rect).adjusted(EDGE if logical_index == Column.MONTH else 0, 0, -_GAP, -1)
        words = str(self.model().headerData(logical_index, Qt.Orientation.Horizontal))
        font = theme.font("header")
        paint_text(painter, box, elided(font, words, box.width()), font, theme.tokens.ink2)


class MonthDelegate(RowDelegate):
    """Paints a row cell by cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.last_column = Column.PRINTED

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints a cell: fill, content, line, and the row's focus edge."""
        theme = theme_of()
        cell, column = QRectF(option.rect), Column(index.column())
        row, words = index.data(ROW_ROLE), str(index.data() or "")
        painter.save()
        painter.setClipRect(cell)
        painter.setFont(theme.font("body"))
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self.paint_ground(painter, cell, theme.tokens, index, is_chosen=is_chosen)
        room = cell.adjusted(
            EDGE if column is Column.MONTH else 0, 0, -(EDGE if column == self.last_column else _GAP), -1
        )
        if isinstance(row, MonthState):
            self._paint_content(painter, room, column, row, words, theme)
        view = self.parent()
        if isinstance(view, MonthTable) and view.hasFocus() and view.currentIndex().row() == index.row():
            self.paint_focus(painter, cell, column, theme.tokens)
        painter.restore()

    def _paint_content(
        self, painter: QPainter, room: QRectF, column: Column, row: MonthState, words: str, theme: Theme
    ) -> None:
        tokens = theme.tokens
        is_quiet = row.condition is MonthCondition.NONE
        ink = tokens.ink3 if is_quiet else tokens.ink if column is not Column.PRINTED else tokens.ink2
        font = theme.font("guest" if column is Column.MONTH else "body")
        if column is Column.CONDITION:
            icon, ink = _look(row, theme)
            side = theme.metrics.px(_ICON)
            paint_icon(painter, QRectF(room.left(), room.top(), side, room.height()), icon, ink)
            room = room.adjusted(side + 6, 0, 0, 0)
            if row.condition is MonthCondition.READY:
                font = theme.font("body", 600)
        paint_text(painter, room, elided(font, words, room.width()), font, ink)


def _look(row: MonthState, theme: Theme) -> tuple[str, str]:
    """Icon and colour of a month's state."""
    tokens = theme.tokens
    if row.has_changed:
        return "refresh-cw", tokens.p2
    looks = {
        MonthCondition.NONE: ("minus", tokens.ink3),
        MonthCondition.RUNNING: ("clock", tokens.ink2),
        MonthCondition.READY: ("file-text", tokens.accent),
        MonthCondition.PRINTED: ("check", tokens.accent),
    }
    return looks[row.condition]


class MonthTable(RowTable):
    """Signals carry what a person did; nothing is emitted while ``show_state`` changes what is shown."""

    chosen = Signal(object)  #: another month
    opened = Signal()  #: Enter or a double click on the month that is chosen

    def __init__(self, text: ReportsText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = MonthTableModel(text, self)
        self._is_quiet = False
        self.setModel(self._rows)
        self.setItemDelegate(MonthDelegate(self))
        self.setHorizontalHeader(MonthHeader(self))
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        theme_of(self).changed.connect(self._restyle)
        self._restyle()

    def show_state(self, state: ReportsState) -> None:
        """Shows other rows; the chosen month stays chosen, and the place on the screen stays."""
        value, before, self._is_quiet = self.verticalScrollBar().value(), self._is_quiet, True
        try:
            self._rows.show(state.months)
            self._mark(state)
            self.verticalScrollBar().setValue(value)
        finally:
            self._is_quiet = before

    def retranslate(self) -> None:
        """The words have changed."""
        self.setAccessibleName(self.tr("Months"))
        self._rows.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; typed words don't search here."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._rows.rowCount():
            place = 0 if key == Qt.Key.Key_Home else self._rows.rowCount() - 1
            self.setCurrentIndex(self._rows.index(place, Column.MONTH))
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tells of another month."""
        super().currentChanged(current, previous)
        if not self._is_quiet and current.isValid():
            self.chosen.emit(self._rows.rows[current.row()].month)
        self.viewport().update()

    def _mark(self, state: ReportsState) -> None:
        place, model = self._rows.place_of(state.selected), self.selectionModel()
        if place is None:
            model.clearSelection()
        elif self.currentIndex().row() != place or not model.isRowSelected(place):
            flags = QItemSelectionModel.SelectionFlag
            model.setCurrentIndex(self._rows.index(place, Column.MONTH), flags.ClearAndSelect | flags.Rows)

    def _lay_out(self) -> None:
        metrics = theme_of(self).metrics
        widths = layout(self.viewport().width(), compact=metrics.compact, text_size=metrics.text_size)
        self._show_columns(widths.items())
