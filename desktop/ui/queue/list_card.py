"""The card that holds the table, or what stands in its place: row blocks, an empty page, an error (design.md 11)."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.queueing import Chip
from desktop.ui.queue.cell_text import QueueText
from desktop.ui.queue.state import Emptiness, Phase, QueueState
from desktop.ui.queue.table import QueueTable
from desktop.ui.widgets import CardEdge, RowsCard


class ListCard(RowsCard):
    """Shows rows or why there are none. Signals carry the one way on."""

    all_wanted = Signal()  #: the filter cleared
    open_wanted = Signal()  #: all open cases, instead of an empty chip

    def __init__(
        self,
        text: QueueText,
        last_backup: Callable[[], datetime | None],
        parent: QWidget | None = None,
    ) -> None:
        table = QueueTable(text)
        super().__init__(table, "inbox", parent)
        self.table = table
        self._text, self._last_backup = text, last_backup
        self._state: QueueState | None = None
        self._look: object = None  # what the rows on screen are a list of
        CardEdge(self)
        self.empty.acted.connect(self._on_empty)

    def show_state(self, state: QueueState) -> None:
        """Shows the rows; earlier ones stay until the new ones are there, or it takes long."""
        self._state = state
        self.table.show_ticks(state.tick_numbers)
        if state.phase is Phase.LOADING:
            self.begin_waiting()
            return
        self.end_waiting()
        self.table.set_sort(state.sort)
        self.table.set_time(state.at)
        look = (state.chip, state.filter, state.sort, state.person)
        chosen = state.selected.number if state.selected else None
        self.table.show_rows(state.window, chosen, from_top=look != self._look)
        self._look = look
        self._show_page(state)

    def retranslate(self) -> None:
        """The words have changed."""
        self.table.retranslate()
        if self._state is not None and self._state.phase is not Phase.LOADING:
            self._show_page(self._state)

    def _show_page(self, state: QueueState) -> None:
        page: QWidget = self.table
        if state.phase is Phase.FAILED:
            self._fill_failure(state)
            page = self.failure
        elif state.emptiness is not Emptiness.NOT_EMPTY:
            self.empty.set_texts(*self._emptiness(state))
            page = self.empty
        self.show_page(page)

    def _fill_failure(self, state: QueueState) -> None:
        hints = [self._text.words.error(state.failure)] if state.failure else []
        backup = self._last_backup()
        if backup is not None:
            when = self._text.clock.when(backup, state.at)
            hints.append(self.tr("Your cases are safe in the {time} backup.").format(time=when))
        self.failure.set_texts(self.tr("Couldn’t read the case file."), "\n".join(hints), self.tr("Try again"))

    def _emptiness(self, state: QueueState) -> tuple[str, str, str]:
        """Line, hint and button."""
        match state.emptiness:
            case Emptiness.NOTHING_OPEN:
                return self.tr("No open complaints."), self.tr("New ones appear here."), ""
            case Emptiness.FILTERED:
                hint = self.tr("The filter leaves nothing to show.")
                return self.tr("Nothing matches"), hint, self.tr("Clear filter")
        lines = {
            Chip.UNACKNOWLEDGED: self.tr("Everyone has been answered."),
            Chip.DUE_SOON: self.tr("Nothing is due within the hour."),
            Chip.OVERDUE: self.tr("Nothing is overdue."),
            Chip.FOLLOW_UPS: self.tr("Nobody is to be called today."),
        }
        return lines.get(state.chip, ""), "", self.tr("Show all open cases")

    def _on_empty(self) -> None:
        if self._state is not None and self._state.emptiness is Emptiness.FILTERED:
            self.all_wanted.emit()
        else:
            self.open_wanted.emit()
