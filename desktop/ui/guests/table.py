"""The table of guests: keeps its place when rows change."""

from PySide6.QtCore import QItemSelectionModel, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from desktop.domain.guest_file import GuestLook
from desktop.ui.guests.columns import EDGE, Column, layout
from desktop.ui.guests.delegate import GAP, GuestDelegate
from desktop.ui.guests.guest_text import GuestText
from desktop.ui.guests.state import GuestsState
from desktop.ui.guests.table_model import GuestTableModel, Index
from desktop.ui.theme import theme_of
from desktop.ui.theme.painting import elided, paint_text
from desktop.ui.widgets import RowHeader, RowTable

_LOOKS = {Qt.Key.Key_1: GuestLook.ALL, Qt.Key.Key_2: GuestLook.DOUBLES, Qt.Key.Key_3: GuestLook.LEAVING}


class GuestHeader(RowHeader):
    """The names of the columns."""

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Paints a name."""
        theme = theme_of(self)
        box = QRectF(rect).adjusted(EDGE if logical_index == Column.GUEST else 0, 0, -GAP, -1)
        words = str(self.model().headerData(logical_index, Qt.Orientation.Horizontal))
        font = theme.font("header")
        paint_text(painter, box, elided(font, words, box.width()), font, theme.tokens.ink2)


class GuestTable(RowTable):
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
        self.setModel(self._rows)
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(GuestHeader(self))
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

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tells of another guest."""
        super().currentChanged(current, previous)
        if not self._is_quiet and current.isValid():
            self.chosen.emit(self._rows.rows[current.row()].guest.id)
        self.viewport().update()

    def _mark(self, guest_id: int | None) -> None:
        place, model = self._rows.place_of(guest_id), self.selectionModel()
        if place is None:
            model.clearSelection()
            return
        if self.currentIndex().row() != place or not model.isRowSelected(place):
            flags = QItemSelectionModel.SelectionFlag
            model.setCurrentIndex(self._rows.index(place, Column.GUEST), flags.ClearAndSelect | flags.Rows)

    def _lay_out(self) -> None:
        metrics = theme_of(self).metrics
        widths = layout(self.viewport().width(), compact=metrics.compact, text_size=metrics.text_size)
        self._show_columns(widths.items())
