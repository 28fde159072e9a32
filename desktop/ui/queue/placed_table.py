"""A table of the queue that keeps its place: what one reads stays where it is when the rows change."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.rows import QueueRow
from desktop.ui.queue.cell_text import QueueText
from desktop.ui.queue.columns import Column
from desktop.ui.queue.pages import Window
from desktop.ui.queue.table_model import Change, QueueTableModel
from desktop.ui.widgets import RowTable


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A case and how far below the top of the view it stands, in logical pixels."""

    number: str
    offset: int


class PlacedTable(RowTable):
    """Shows a window on a long list. Nothing is emitted while ``show_rows`` changes what is shown."""

    needed = Signal(int)  #: a place of the list that is seen but not held
    fetch_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, text: QueueText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QueueTableModel(text, self.fetch_wanted.emit, self)
        self._is_quiet = False
        self._to_end = False
        self.setModel(self._rows)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

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
