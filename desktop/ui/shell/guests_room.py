"""The guests behind their door."""

from PySide6.QtCore import QObject, Signal

from desktop.ui.guests.doors import doors_for
from desktop.ui.guests.screen import GuestsScreen
from desktop.ui.shell.context import Context
from desktop.ui.shell.doors import Room


class GuestsRoom(QObject):
    """Makes the screen of guests once.

    ``case_wanted`` carries the number of a case to open, ``complaint_wanted`` the id of a guest who complains.
    """

    case_wanted = Signal(str)
    complaint_wanted = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._screen: GuestsScreen | None = None
        self._guest: int | None = None

    def make(self) -> Room:
        """The room; it shows the guest that was asked for."""
        context = self._context
        screen = self._screen = GuestsScreen(
            doors_for(context.desk, context.person),
            person=context.person,
            words=context.words,
            zone=context.facts.zone,
            currency=context.facts.currency,
            runner=context.runner,
        )
        screen.told.connect(context.tell)
        screen.case_wanted.connect(self.case_wanted)
        screen.complaint_wanted.connect(self.complaint_wanted)
        screen.start()
        self._show_guest()
        return Room(
            screen,
            arrive=self._arrive,
            panes=screen.panes,
            use_words=screen.set_words,
            leave=self._leave,
        )

    def show_guest(self, guest_id: int) -> None:
        """Shows a guest's profile, now or as soon as the room is made."""
        self._guest = guest_id
        self._show_guest()

    def _leave(self) -> None:
        """The screen is taken down."""
        self._screen = None

    def _show_guest(self) -> None:
        if self._screen is not None and self._guest is not None:
            self._screen.show_guest(self._guest)
            self._guest = None

    def _arrive(self) -> None:
        if self._screen is not None:
            self._screen.refresh()
            self._screen.focus_rows()
