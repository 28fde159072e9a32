"""The table of the queue: keeps its place when rows change, and takes the keys that act on a case (design.md 9)."""

from collections.abc import Collection
from datetime import datetime

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.queueing import Chip
from desktop.ui.queue.cell_text import QueueText
from desktop.ui.queue.columns import Column, layout
from desktop.ui.queue.delegate import QueueDelegate, tick_reach
from desktop.ui.queue.header import QueueHeader
from desktop.ui.queue.keys import Wish, wish_of
from desktop.ui.queue.placed_table import PlacedTable
from desktop.ui.queue.sorting import Sort
from desktop.ui.queue.table_model import Index
from desktop.ui.queue.ticks import stretch, toggled
from desktop.ui.theme import theme_of

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_OWNER_FITS = 1320  #: logical pixels of window below which the owner makes way (design.md 7)


class QueueTable(PlacedTable):
    """Signals carry what a person did, with keys and pointer as in every list of files.

    One case is current; several may be ticked beside it: with Ctrl, Shift, Space, or at the box that the mark turns
    into under the pointer. A plain click or arrow goes on with one case alone.
    """

    chosen = Signal(str)  #: another row, by its number
    chip_wanted = Signal(object)
    sort_wanted = Signal(object)
    take_wanted = Signal()
    acknowledge_wanted = Signal()
    settle_wanted = Signal()
    ticks_wanted = Signal(object)  #: the numbers of the cases that shall be ticked
    all_ticks_wanted = Signal()
    open_wanted = Signal()
    copy_wanted = Signal()
    menu_wanted = Signal(QPoint)  #: global position

    def __init__(self, text: QueueText, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._cells = QueueDelegate(self._rows, text, self)
        self._hidden: frozenset[Column] = frozenset()
        self._ticks: frozenset[str] = frozenset()
        self._from = ""  # the case from which Shift reaches
        self._is_ticking = False  # while the button that ticked is down, moving the pointer chooses nothing
        self.setItemDelegate(self._cells)
        self._set_up_headers()
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

    def offer_ticks(self, offered: bool) -> None:
        """Whether there is anything to do with several cases."""
        self._cells.offers_ticks = offered

    def show_ticks(self, numbers: frozenset[str]) -> None:
        """Shows which cases are ticked."""
        if numbers != self._ticks:
            self._ticks = self._cells.ticks = numbers
            self._rows.set_ticks(numbers)
            self.viewport().update()

    def tick_current(self) -> None:
        """Ticks the current case, or no longer."""
        self._tick(self.currentIndex().row())

    def retranslate(self) -> None:
        """The words have changed."""
        self.setAccessibleName(self.tr("Cases"))
        self._rows.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and digits act here and nowhere else; typed words don't search."""
        wish = wish_of(event)
        self._begin_stretch()
        if wish is None:
            super().keyPressEvent(event)
            if event.key() in _MOVES:
                self._moved(event.modifiers())
        elif isinstance(wish, Chip):
            self.chip_wanted.emit(wish)
        else:
            self._follow(wish, event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tells of another row."""
        super().currentChanged(current, previous)
        row = self._rows.window.at(current.row())
        if not self._is_quiet and row is not None:
            self.chosen.emit(row.number)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """At the box, and with Ctrl or Shift, a click ticks; a plain one goes on with one case alone."""
        place = self.rowAt(event.position().toPoint().y())
        if event.button() is not Qt.MouseButton.LeftButton or place < 0:
            super().mousePressEvent(event)
            return
        modifiers = event.modifiers()
        self._is_ticking = self._is_at_box(event.position().toPoint()) or bool(modifiers & (_CTRL | _SHIFT))
        if not self._is_ticking:
            super().mousePressEvent(event)
            self._moved(modifiers)
        elif modifiers & _SHIFT:
            self._begin_stretch()
            self._go_to(place)
            self._moved(modifiers)
        else:
            joins = "" if self._is_at_box(event.position().toPoint()) else self._number_at(self.currentIndex().row())
            self._go_to(place)
            self._tick(place, joins)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks at the box are two clicks; elsewhere they open the case."""
        if self._is_at_box(event.position().toPoint()) or event.modifiers() & (_CTRL | _SHIFT):
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The click is over."""
        self._is_ticking = False
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follows the pointer with the pale fill."""
        if not self._is_ticking:
            super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the row under the pointer, or of the chosen one with the menu key."""
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(rect.center())
        elif self.rowAt(event.pos().y()) < 0:
            return
        self.menu_wanted.emit(place)

    def _follow(self, wish: Wish, event: QKeyEvent) -> None:
        match wish:
            case Wish.TAKE:
                self.take_wanted.emit()
            case Wish.ACKNOWLEDGE:
                self.acknowledge_wanted.emit()
            case Wish.SETTLE:
                self.settle_wanted.emit()
            case Wish.TICK:
                self.tick_current()
            case Wish.TICK_ALL:
                self.all_ticks_wanted.emit()
            case Wish.CLEAR if self._ticks:
                self.ticks_wanted.emit(frozenset())
            case Wish.OPEN:
                self.open_wanted.emit()
            case Wish.COPY:
                self.copy_wanted.emit()
            case Wish.FIRST:
                self._go_to(0)
                self._moved(event.modifiers())
            case Wish.LAST:
                self._go_to_end()
                self._moved(event.modifiers())
            case _:
                event.ignore()

    def _tick(self, place: int, joins: str = "") -> None:
        """Ticks the case at a place, or no longer; ``joins`` is ticked with it where it is the first."""
        number = self._number_at(place)
        if number:
            self._from = number
            self.ticks_wanted.emit(toggled(self._ticks, number, joins))

    def _begin_stretch(self) -> None:
        """Where nothing is ticked yet, Shift reaches from the current case."""
        if not self._ticks:
            self._from = self._number_at(self.currentIndex().row())

    def _moved(self, modifiers: Qt.KeyboardModifier) -> None:
        """Another case is current: Shift ticks all from where one began, Ctrl leaves the ticks alone."""
        if modifiers & _SHIFT:
            begin = self._rows.place_of(self._from)
            self.ticks_wanted.emit(stretch(self._rows.window, begin, self.currentIndex().row()))
        elif self._ticks and not modifiers & _CTRL:
            self.ticks_wanted.emit(frozenset())

    def _number_at(self, place: int) -> str:
        row = self._rows.window.at(place)
        return row.number if row is not None else ""

    def _is_at_box(self, point: QPoint) -> bool:
        index = self.indexAt(point)
        cell = QRectF(self.visualRect(index))
        return (
            index.column() == Column.BAND
            and self._cells.can_tick(index)
            and point.x() < tick_reach(cell, theme_of(self).metrics)
        )

    def _set_up_headers(self) -> None:
        self._header = QueueHeader(self)
        self.setHorizontalHeader(self._header)
        self._header.sectionClicked.connect(lambda section: self.sort_wanted.emit(Column(section)))

    def _restyle(self) -> None:
        self._cells.restyle()
        super()._restyle()

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
        self._show_columns(widths.items())
