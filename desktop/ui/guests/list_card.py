"""The card that holds the guests, or what stands in their place: row blocks, an empty page, an error (design.md 11)."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.guests.guest_text import GuestText
from desktop.ui.guests.state import Emptiness, GuestsState, Phase
from desktop.ui.guests.table import GuestTable
from desktop.ui.theme.metrics import RADIUS_CARD
from desktop.ui.widgets import RowsCard


class GuestListCard(RowsCard):
    """Shows rows or why there are none. Signals carry the one way on."""

    all_wanted = Signal()

    def __init__(
        self, text: GuestText, last_backup: Callable[[], datetime | None], parent: QWidget | None = None
    ) -> None:
        table = GuestTable(text)
        super().__init__(table, "users", parent)
        self.table = table
        self._text, self._last_backup = text, last_backup
        self._state: GuestsState | None = None
        self._look: object = None  # what the rows on screen are a list of
        clear = RADIUS_CARD // 2  # a table knows nothing of round corners
        self.column.setContentsMargins(1, clear, 1, clear)
        self.empty.acted.connect(self.all_wanted)

    def show_state(self, state: GuestsState) -> None:
        """Shows the rows; earlier ones stay until the new ones are there, or it takes long."""
        before, self._state = self._state, state
        if state.phase is Phase.LOADING:
            self.begin_waiting()
            return
        self.end_waiting()
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

    def retranslate(self) -> None:
        """The words have changed."""
        self.table.retranslate()
        if self._state is not None and self._state.phase is not Phase.LOADING:
            self._show_page(self._state)

    def _show_page(self, state: GuestsState) -> None:
        page: QWidget = self.table
        if state.phase is Phase.FAILED:
            self._fill_failure(state)
            page = self.failure
        elif state.emptiness is not Emptiness.NOT_EMPTY:
            self.empty.set_texts(*self._emptiness(state))
            page = self.empty
        self.show_page(page)

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
