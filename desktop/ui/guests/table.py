"""The table of guests: keeps its place when rows change."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.domain.guest_file import GuestLook
from desktop.ui.guests.columns import EDGE, Column, layout
from desktop.ui.guests.delegate import GAP, GuestDelegate
from desktop.ui.guests.guest_text import GuestText
from desktop.ui.guests.state import GuestsState
from desktop.ui.guests.table_model import GuestTableModel, Index
from desktop.ui.theme import theme_of
from desktop.ui.theme.painting import elided, paint_text

_LOOKS = {Qt.Key.Key_1: GuestLook.ALL, Qt.Key.Key_2: GuestLook.DOUBLES, Qt.Key.Key_3: GuestLook.LEAVING}


class GuestHeader(QHeaderView):
    """The names of the columns."""

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

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Paints a name."""
        theme = theme_of(self)
        box = QRectF(rect).adjusted(EDGE if logical_index == Column.GUEST else 0, 0, -GAP, -1)
        words = str(self.model().headerData(logical_index, Qt.Orientation.Horizontal))
        font = theme.font("header")
        paint_text(painter, box, elided(font, words, box.width()), font, theme.tokens.ink2)


class GuestTable(QTableView):
    """Signals carry what a person did; nothing is emitted while ``show_state`` changes what is shown."""

    chosen = Signal(int)  #: another guest, by id
    fetch_wanted = Signal()
    look_wanted = Signal(object)
    profile_wanted = Signal()  #: Enter: to the profile

    def __init__(self, text: GuestText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = GuestTableModel(text, self.fetch_wanted.emit, self)
        self._cells = GuestDelegate(self._rows, text, self)
        self._is_quiet = False
        self.setProperty("bare", True)
        self.setModel(self._rows)
        self.setItemDelegate(self._cells)
        self._header = GuestHeader(self)
        self.setHorizontalHeader(self._header)
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
        self.doubleClicked.connect(lambda _index: self.profile_wanted.emit())
        theme_of(self).changed.connect(self._restyle)
        self._restyle()

    def show_state(self, state: GuestsState, *, from_top: bool) -> None:
        """Shows other rows; the chosen guest stays chosen, and the place on the screen stays."""
        value = self.verticalScrollBar().value()
        before, self._is_quiet = self._is_quiet, True
        try:
            self._rows.show(state.rows, state.at, has_more=state.has_more)
            self._mark(state.selected)
            self.verticalScrollBar().setValue(0 if from_top else value)
        finally:
            self._is_quiet = before

    def retranslate(self) -> None:
        """The words have changed."""
        self.setAccessibleName(self.tr("Guests"))
        self._rows.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose what is listed, Enter goes to the profile; typed words don't search here."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _LOOKS:
            self.look_wanted.emit(_LOOKS[key])
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.profile_wanted.emit()
        elif plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._rows.rowCount():
            place = 0 if key == Qt.Key.Key_Home else self._rows.rowCount() - 1
            self.setCurrentIndex(self._rows.index(place, Column.GUEST))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Does nothing: letters belong to the search field."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tells of another guest."""
        super().currentChanged(current, previous)
        if not self._is_quiet and current.isValid():
            self.chosen.emit(self._rows.rows[current.row()].guest.id)
        self.viewport().update()

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

    def _mark(self, guest_id: int | None) -> None:
        place, model = self._rows.place_of(guest_id), self.selectionModel()
        if place is None:
            model.clearSelection()
            return
        if self.currentIndex().row() != place or not model.isRowSelected(place):
            flags = QItemSelectionModel.SelectionFlag
            model.setCurrentIndex(self._rows.index(place, Column.GUEST), flags.ClearAndSelect | flags.Rows)

    def _hover(self, row: int) -> None:
        if row != self._cells.hovered:
            self._cells.hovered = row
            self.viewport().update()

    def _restyle(self) -> None:
        metrics = theme_of(self).metrics
        self.verticalHeader().setDefaultSectionSize(metrics.height("queue_row"))
        self._header.setFixedHeight(metrics.height("queue_header"))
        self._lay_out()

    def _lay_out(self) -> None:
        metrics = theme_of(self).metrics
        widths = layout(self.viewport().width(), compact=metrics.compact, text_size=metrics.text_size)
        for column in Column:
            self.setColumnHidden(column, column not in widths)
            if column in widths:
                self.setColumnWidth(column, widths[column])
        self._cells.last_column = max(widths)
