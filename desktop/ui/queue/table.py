"""The table of the queue: keeps its place when rows change, and takes the keys that act on a case (design.md 9)."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.domain.queueing import Chip
from desktop.domain.rows import QueueRow
from desktop.ui.queue.cell_text import QueueText
from desktop.ui.queue.columns import Column, layout
from desktop.ui.queue.delegate import QueueDelegate
from desktop.ui.queue.header import QueueHeader
from desktop.ui.queue.keys import Wish, wish_of
from desktop.ui.queue.pages import Window
from desktop.ui.queue.sorting import Sort
from desktop.ui.queue.table_model import Change, Index, QueueTableModel
from desktop.ui.theme import theme_of

_OWNER_FITS = 1320  #: logical pixels of window below which the owner makes way (design.md 7)


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A case and how far below the top of the view it stands, in logical pixels."""

    number: str
    offset: int


class QueueTable(QTableView):
    """Signals carry what a person did; nothing is emitted while ``show_rows`` changes what is shown."""

    chosen = Signal(str)  #: another row, by its number
    needed = Signal(int)  #: a place of the list that is seen but not held
    fetch_wanted = Signal()
    end_wanted = Signal()
    chip_wanted = Signal(object)
    sort_wanted = Signal(object)
    take_wanted = Signal()
    acknowledge_wanted = Signal()
    open_wanted = Signal()
    copy_wanted = Signal()
    menu_wanted = Signal(QPoint)  #: global position

    def __init__(self, text: QueueText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QueueTableModel(text, self.fetch_wanted.emit, self)
        self._cells = QueueDelegate(self._rows, text, self)
        self._hidden: frozenset[Column] = frozenset()
        self._is_quiet = False
        self._to_end = False
        self.setProperty("bare", True)
        self.setModel(self._rows)
        self.setItemDelegate(self._cells)
        self._set_up_headers()
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
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.doubleClicked.connect(lambda _index: self.open_wanted.emit())
        theme_of(self).changed.connect(self._restyle)
        self._restyle()

    @property
    def hidden(self) -> frozenset[Column]:
        """The columns that a person has hidden."""
        return self._hidden

    def set_hidden(self, columns: Collection[Column]) -> None:
        """Hides these columns and shows all others that there is room for."""
        self._hidden = frozenset(columns)
        self._lay_out()

    def set_sort(self, sort: Sort | None) -> None:
        """Shows which column gives the order."""
        self._header.set_sort(sort)

    def set_time(self, at: datetime) -> None:
        """Another moment: only the times that are seen are painted again."""
        self._rows.set_time(at)
        column = self.columnViewportPosition(Column.TIME)
        width = self.columnWidth(Column.TIME)
        self.viewport().update(QRect(column, 0, width, self.viewport().height()))

    def show_rows(self, window: Window, chosen: str | None, *, from_top: bool = False) -> None:
        """Shows other rows. The chosen case, else the first one seen, stays where it is on the screen.

        At its top the list stays at its top, so that what has become most urgent is seen. ``from_top``: this is
        another list.
        """
        bar = self.verticalScrollBar()
        value, anchor = bar.value(), None if from_top else self._anchor(chosen)
        place = self.currentIndex().row()
        with self._quietly():
            change = self._rows.show(window)
            self._mark(chosen, -1 if from_top else place)
            if change is Change.ANEW or from_top:  # after marking, which scrolls to what is marked
                self.updateGeometries()
                bar.setValue(0 if from_top else self._value_for(anchor, value))
        if self._to_end and not window.more:
            self._to_end = False
            self._go_to(window.known - 1)
        if change is not Change.NOTHING:
            self._ask_for_seen()

    def seen(self) -> Sequence[QueueRow]:
        """The rows on screen that are held."""
        first, last = self._seen_places()
        return [row for place in range(first, last + 1) if (row := self._rows.window.at(place)) is not None]

    def retranslate(self) -> None:
        """The words have changed."""
        self.setAccessibleName(self.tr("Cases"))
        self._rows.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and digits act here and nowhere else; typed words don't search."""
        wish = wish_of(event)
        if wish is None:
            super().keyPressEvent(event)
        elif isinstance(wish, Chip):
            self.chip_wanted.emit(wish)
        else:
            self._follow(wish, event)

    def keyboardSearch(self, search: str) -> None:
        """Does nothing: a letter acts or is nothing here."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tells of another row."""
        super().currentChanged(current, previous)
        row = self._rows.window.at(current.row())
        if not self._is_quiet and row is not None:
            self.chosen.emit(row.number)
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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the row under the pointer, or of the chosen one with the menu key."""
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(rect.center())
        elif self.rowAt(event.pos().y()) < 0:
            return
        self.menu_wanted.emit(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the width out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def _follow(self, wish: Wish, event: QKeyEvent) -> None:
        match wish:
            case Wish.TAKE:
                self.take_wanted.emit()
            case Wish.ACKNOWLEDGE:
                self.acknowledge_wanted.emit()
            case Wish.OPEN:
                self.open_wanted.emit()
            case Wish.COPY:
                self.copy_wanted.emit()
            case Wish.FIRST:
                self._go_to(0)
            case Wish.LAST:
                self._go_to_end()
            case Wish.NOTHING:
                event.ignore()

    def _set_up_headers(self) -> None:
        self._header = QueueHeader(self)
        self.setHorizontalHeader(self._header)
        self._header.sectionClicked.connect(lambda section: self.sort_wanted.emit(Column(section)))
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)

    def _restyle(self) -> None:
        self._cells.restyle()
        self.verticalHeader().setDefaultSectionSize(theme_of(self).metrics.height("queue_row"))
        self._header.setFixedHeight(theme_of(self).metrics.height("queue_header"))
        self._lay_out()

    def _lay_out(self) -> None:
        metrics = theme_of(self).metrics
        fits = self.window().width() * 100 / metrics.text_size >= _OWNER_FITS
        widths = layout(
            self.viewport().width(),
            compact=metrics.compact,
            text_size=metrics.text_size,
            hidden=self._hidden,
            owner_fits=fits,
        )
        for column in Column:
            self.setColumnHidden(column, column not in widths)
            if column in widths:
                self.setColumnWidth(column, widths[column])
        self._cells.first_column, self._cells.last_column = min(widths), max(widths)

    def _hover(self, row: int) -> None:
        if row != self._cells.hovered:
            self._cells.hovered = row
            self.viewport().update()

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        before, self._is_quiet = self._is_quiet, True
        try:
            yield
        finally:
            self._is_quiet = before

    def _row_height(self) -> int:
        return self.verticalHeader().defaultSectionSize()

    def _anchor(self, chosen: str | None) -> _Anchor | None:
        """What shall stay where it is: nothing while the list stands at its top."""
        value, height = self.verticalScrollBar().value(), self._row_height()
        if value == 0:
            return None
        first, last = self._seen_places()
        place = self._rows.place_of(chosen) if chosen else None
        if place is None or not first <= place <= last:
            place = first
        row = self._rows.window.at(place)
        return _Anchor(row.number, place * height - value) if row else None

    def _value_for(self, anchor: _Anchor | None, value: int) -> int:
        place = self._rows.place_of(anchor.number) if anchor else None
        return value if place is None or anchor is None else place * self._row_height() - anchor.offset

    def _mark(self, chosen: str | None, place: int) -> None:
        """Marks the chosen case; where it isn't held, or none is chosen, the arrow keys go on from ``place``."""
        found = self._rows.place_of(chosen) if chosen else None
        model = self.selectionModel()
        if found is not None:
            index = self._rows.index(found, Column.BAND)
            if self.currentIndex().row() != found or not model.isRowSelected(found):
                flags = QItemSelectionModel.SelectionFlag
                model.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            return
        model.clearSelection()
        last = self._rows.rowCount() - 1
        goal = min(place, last)
        if goal >= 0 and self.currentIndex().row() != goal:
            index = self._rows.index(goal, Column.BAND)
            model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _go_to(self, place: int) -> None:
        if self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(place, Column.BAND))
            self.scrollTo(self.currentIndex())

    def _go_to_end(self) -> None:
        if self._rows.window.more:
            self._to_end = True
            self.end_wanted.emit()
        else:
            self._go_to(self._rows.rowCount() - 1)

    def _seen_places(self) -> tuple[int, int]:
        value, height = self.verticalScrollBar().value(), max(1, self._row_height())
        last = (value + max(1, self.viewport().height()) - 1) // height
        return value // height, min(last, self._rows.rowCount() - 1)

    def _on_scrolled(self) -> None:
        if not self._is_quiet:
            self._ask_for_seen()

    def _ask_for_seen(self) -> None:
        first, last = self._seen_places()
        missing = (place for place in (first, last) if place >= 0 and self._rows.window.at(place) is None)
        place = next(missing, None)
        if place is not None and self._rows.rowCount():
            self.needed.emit(place)
