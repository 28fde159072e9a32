"""The card that holds the table, or what stands in its place: row blocks, an empty page, an error (design.md 11)."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.queueing import Chip
from desktop.ui.queue.card_edge import CardEdge
from desktop.ui.queue.cell_text import QueueText
from desktop.ui.queue.focus import holds_focus
from desktop.ui.queue.state import Emptiness, Phase, QueueState
from desktop.ui.queue.table import QueueTable
from desktop.ui.widgets import EmptyState, LoadingRows, Panel
from desktop.ui.widgets.empty_state import LOADING_SHOWS_AFTER_MS


class ListCard(Panel):
    """Shows rows or why there are none. Signals carry the one way on."""

    again_wanted = Signal()
    all_wanted = Signal()  #: the filter cleared
    open_wanted = Signal()  #: all open cases, instead of an empty chip

    def __init__(
        self,
        text: QueueText,
        last_backup: Callable[[], datetime | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("card", parent=parent)
        self._text, self._last_backup = text, last_backup
        self._state: QueueState | None = None
        self._look: object = None  # what the rows on screen are a list of
        self.loading = LoadingRows()
        self.table = QueueTable(text)
        self.empty = EmptyState("inbox", "")
        self.failure = EmptyState("triangle-alert", "")
        self._pages = QStackedWidget()
        for page in (self.loading, self.table, self.empty, self.failure):  # the table lies above what waits under it
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        CardEdge(self)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(LOADING_SHOWS_AFTER_MS)
        self._patience.timeout.connect(lambda: self._pages.setCurrentWidget(self.loading))
        self.empty.acted.connect(self._on_empty)
        self.failure.acted.connect(self.again_wanted)

    def show_state(self, state: QueueState) -> None:
        """Shows the rows; earlier ones stay until the new ones are there, or it takes long."""
        before, self._state = self._state, state
        self.table.show_ticks(state.tick_numbers)
        if state.phase is Phase.LOADING:
            if before is None or before.phase is not Phase.LOADING:
                self.loading.start()
                self._patience.start()
            return
        self._patience.stop()
        self.loading.stop()
        self.table.set_sort(state.sort)
        self.table.set_time(state.at)
        look = (state.chip, state.filter, state.sort, state.person)
        chosen = state.selected.number if state.selected else None
        self.table.show_rows(state.window, chosen, from_top=look != self._look)
        self._look = look
        self._show_page(state)

    def take_focus(self) -> None:
        """Puts the focus where work goes on: on the rows, or on the one way on where there are none.

        Where there is neither it waits on the empty page, and goes to the first rows that come.
        """
        goals = (self.table, self.empty.button, self.failure.button, self.empty)
        goal = next((goal for goal in goals if goal.isVisible()), None)
        if goal is not None:
            goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """The words have changed."""
        self.table.retranslate()
        if self._state is not None and self._state.phase is not Phase.LOADING:
            self._show_page(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_page(self, state: QueueState) -> None:
        page: QWidget = self.table
        if state.phase is Phase.FAILED:
            self._fill_failure(state)
            page = self.failure
        elif state.emptiness is not Emptiness.NOT_EMPTY:
            self.empty.set_texts(*self._emptiness(state))
            page = self.empty
        if page is not self._pages.currentWidget():
            had_focus = holds_focus(self)
            self._pages.setCurrentWidget(page)
            if had_focus:
                self.take_focus()

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
