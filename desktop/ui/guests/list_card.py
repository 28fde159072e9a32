"""The card that holds the guests, or what stands in their place: row blocks, an empty page, an error (design.md 11)."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.guests.guest_text import GuestText
from desktop.ui.guests.state import Emptiness, GuestsState, Phase
from desktop.ui.guests.table import GuestTable
from desktop.ui.theme.metrics import RADIUS_CARD
from desktop.ui.widgets import EmptyState, LoadingRows, Panel
from desktop.ui.widgets.empty_state import LOADING_SHOWS_AFTER_MS


class GuestListCard(Panel):
    """Shows rows or why there are none. Signals carry the one way on."""

    again_wanted = Signal()
    all_wanted = Signal()

    def __init__(
        self, text: GuestText, last_backup: Callable[[], datetime | None], parent: QWidget | None = None
    ) -> None:
        super().__init__("card", parent=parent)
        self._text, self._last_backup = text, last_backup
        self._state: GuestsState | None = None
        self._look: object = None  # what the rows on screen are a list of
        self.loading = LoadingRows()
        self.table = GuestTable(text)
        self.empty = EmptyState("users", "")
        self.failure = EmptyState("triangle-alert", "")
        self._pages = QStackedWidget()
        for page in (self.loading, self.table, self.empty, self.failure):
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, RADIUS_CARD // 2, 1, RADIUS_CARD // 2)  # a table knows nothing of round corners
        column.addWidget(self._pages)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(LOADING_SHOWS_AFTER_MS)
        self._patience.timeout.connect(lambda: self._pages.setCurrentWidget(self.loading))
        self.empty.acted.connect(self.all_wanted)
        self.failure.acted.connect(self.again_wanted)

    def show_state(self, state: GuestsState) -> None:
        """Shows the rows; earlier ones stay until the new ones are there, or it takes long."""
        before, self._state = self._state, state
        if state.phase is Phase.LOADING:
            if before is None or before.phase is not Phase.LOADING:
                self.loading.start()
                self._patience.start()
            return
        self._patience.stop()
        self.loading.stop()
        look = (state.look, state.words, state.person)
        if before is None or (before.rows, before.selected, before.at, before.phase) != (
            state.rows,
            state.selected,
            state.at,
            state.phase,
        ):
            self.table.show_state(state, from_top=look != self._look)
        self._look = look
        self._show_page(state)

    def take_focus(self) -> None:
        """Puts the focus where work goes on: on the rows, or on the one way on where there are none."""
        goals: tuple[QWidget, ...] = (self.table, self.empty.button, self.failure.button)
        page = self._pages.currentWidget()
        goal = next((g for g in goals if page is not None and (g is page or page.isAncestorOf(g))), self.table)
        goal.setFocus()

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

    def _show_page(self, state: GuestsState) -> None:
        page: QWidget = self.table
        if state.phase is Phase.FAILED:
            self._fill_failure(state)
            page = self.failure
        elif state.emptiness is not Emptiness.NOT_EMPTY:
            self.empty.set_texts(*self._emptiness(state))
            page = self.empty
        if page is not self._pages.currentWidget():
            focused = QApplication.focusWidget()
            had_focus = focused is not None and self.isAncestorOf(focused)
            self._pages.setCurrentWidget(page)
            if had_focus:
                self.take_focus()

    def _fill_failure(self, state: GuestsState) -> None:
        hints = [self._text.words.error(state.failure)] if state.failure else []
        backup = self._last_backup()
        if backup is not None:
            hints.append(
                self.tr("Your cases are safe in the {time} backup.").format(time=self._text.when(backup, state.at))
            )
        self.failure.set_texts(self.tr("Couldn’t read the guests."), "\n".join(hints), self.tr("Try again"))

    def _emptiness(self, state: GuestsState) -> tuple[str, str, str]:
        """Line, hint and button."""
        everybody = self.tr("Show all guests")
        match state.emptiness:
            case Emptiness.NOTHING_FOUND:
                return self.tr("Nobody found"), self.tr("Try a part of the name, or the last digits."), everybody
            case Emptiness.NO_DOUBLES:
                return self.tr("No doubles"), self.tr("Every guest seems to have one record."), everybody
            case Emptiness.NOBODY_LEAVES:
                return self.tr("Nobody to win back"), self._text.rule(), everybody
        return self.tr("No guests yet"), self.tr("Guests appear after their first case."), ""
