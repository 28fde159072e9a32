"""The card that holds the months, or what stands in their place (design.md 11)."""

from PySide6.QtWidgets import QWidget

from desktop.ui.reports.state import Phase, ReportsState
from desktop.ui.reports.table import MonthTable
from desktop.ui.reports.text import ReportsText
from desktop.ui.theme.metrics import RADIUS_CARD
from desktop.ui.widgets import RowsCard


class MonthListCard(RowsCard):
    """Shows the months or why there are none."""

    def __init__(self, text: ReportsText, parent: QWidget | None = None) -> None:
        table = MonthTable(text)
        super().__init__(table, "file-text", parent)
        self.table = table
        self._text = text
        self._state: ReportsState | None = None
        clear = RADIUS_CARD // 2  # a table knows nothing of round corners
        self.column.setContentsMargins(1, clear, 1, clear)

    def show_state(self, state: ReportsState) -> None:
        """Shows the rows; earlier ones stay until the new ones are there, or it takes long."""
        self._state = state
        if state.phase is Phase.READING:
            self.begin_waiting()
            return
        self.end_waiting()
        self.table.show_state(state)
        self._show_page(state)

    def retranslate(self) -> None:
        """The words have changed."""
        self.table.retranslate()
        if self._state is not None and self._state.phase is not Phase.READING:
            self._show_page(self._state)

    def _show_page(self, state: ReportsState) -> None:
        page: QWidget = self.table
        if state.phase is Phase.FAILED:
            hint = self._text.words.error(state.failure) if state.failure is not None else ""
            self.failure.set_texts(self.tr("Couldn’t read the months."), hint, self.tr("Try again"))
            page = self.failure
        elif not state.months:
            self.empty.set_texts(self.tr("No report yet"), self.tr("The first report is ready after a full month."))
            page = self.empty
        self.show_page(page)
