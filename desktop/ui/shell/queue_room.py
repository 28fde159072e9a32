"""The queue behind its door."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.domain.commands import Command
from desktop.domain.people import check_right
from desktop.domain.rows import CaseView, GuestHistory, QueueCounts, QueueRow
from desktop.errors import UserError
from desktop.ui.queue.screen import QueueScreen
from desktop.ui.queue.state import QueueDoors
from desktop.ui.shell.context import Context
from desktop.ui.shell.doors import Room
from desktop.words import Words


class QueueRoom(QObject):
    """Makes the queue screen once and knows what the rail and the status bar show of it.

    ``case_wanted`` carries the number of a case to open; ``counted`` follows new numbers.
    """

    case_wanted = Signal(str)
    counted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._screen: QueueScreen | None = None
        self._selected = ""
        self.counts = QueueCounts()

    def make(self) -> Room:
        """The room, with the queue as it was looked at last time."""
        context = self._context
        screen = self._screen = QueueScreen(
            self._doors(),
            person=context.person,
            words=context.words,
            taxonomy=context.desk.site.taxonomy(),
            zone=context.facts.zone,
            runner=context.runner,
            on_open=self.case_wanted.emit,
        )
        screen.restore(context.settings.store)
        screen.told.connect(context.tell)
        screen.counted.connect(self._on_counts)
        screen.selected.connect(self._on_selected)
        screen.start()
        return Room(
            screen,
            arrive=screen.focus_rows,
            panes=screen.panes,
            use_words=self._use_words,
            leave=lambda: screen.remember(context.settings.store),
        )

    def show_case(self, number: str) -> None:
        """Reads the list anew and chooses a case in it."""
        if self._screen is not None:
            self._screen.refresh()
            self._screen.show_case(number)

    def refresh(self) -> None:
        """Reads the list anew: a case was changed elsewhere in the window."""
        if self._screen is not None:
            self._screen.refresh()

    def status(self) -> str:
        """How many cases there are, for the status bar."""
        count = self._context.words.quantity("cases", self.counts.open)
        chosen = QCoreApplication.translate("Doors", "1 selected") if self._selected else ""
        return " · ".join(part for part in (count, chosen) if part)

    def _doors(self) -> QueueDoors:
        desk, person = self._context.desk, self._context.person

        def history(view: CaseView) -> GuestHistory | None:
            return desk.guests.history_of_guest(view.guest_id) if view.guest_id is not None else None

        def perform(command: Command) -> object:
            return desk.cases.perform(command, person)

        def refusal_for(act: str, row: QueueRow) -> UserError | None:
            try:
                check_right(act, person, band=row.band)
            except UserError as refusal:
                return refusal
            return None

        return QueueDoors(
            page=partial(desk.queue.page, reader=person),
            counts=desk.queue.counts,
            all_rows=partial(desk.queue.all_rows, reader=person),
            view=partial(desk.reader.view, reader=person),
            history=history,
            perform=perform,
            refusal_for=refusal_for,
            people=desk.staff.people,
            last_backup=desk.health.last_backup,
            now=desk.now,
        )

    def _use_words(self, words: Words) -> None:
        if self._screen is not None:
            self._screen.set_words(words)
        self.counted.emit()

    def _on_counts(self, counts: QueueCounts) -> None:
        self.counts = counts
        self.counted.emit()

    def _on_selected(self, number: str) -> None:
        self._selected = number
        self.counted.emit()
