"""New complaint behind its door."""

from PySide6.QtCore import QObject, Signal

from desktop.domain.commands import OpenCase
from desktop.ui.intake.doors import Functions, Opened
from desktop.ui.intake.screen import IntakeScreen
from desktop.ui.intake.surroundings import Site
from desktop.ui.shell.context import Context
from desktop.ui.shell.doors import Room


class IntakeRoom(QObject):
    """Makes the intake screen. ``saved`` carries the new case's number; ``parked`` follows a draft that was kept."""

    saved = Signal(str)
    parked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def make(self) -> Room:
        """The room."""
        context = self._context
        facts, desk = context.facts, context.desk
        site = Site(facts.property, facts.zone, desk.site.taxonomy(), desk.now)
        screen = IntakeScreen(
            self._functions(), site, person=context.person, words=context.words, runner=context.runner
        )
        screen.told.connect(context.tell)
        screen.saved.connect(self.saved)
        screen.parked.connect(self.parked)
        screen.start()
        return Room(
            screen,
            arrive=screen.arrive,
            park=screen.keep,
            idle_minutes=screen.idle_minutes,
            panes=screen.panes,
            use_words=screen.set_words,
        )

    def _functions(self) -> Functions:
        desk, person = self._context.desk, self._context.person

        def open_case(command: OpenCase) -> Opened:
            done = desk.cases.perform(command, person)
            if done is None:
                raise TypeError("opening a case always gives its number")
            return done

        return Functions(
            open_case=open_case,
            save_draft=lambda data, draft_id: desk.drafts.save(person, data, draft_id),
            drafts=lambda: desk.drafts.of(person),
            discard_draft=lambda draft_id: desk.drafts.discard(draft_id, person),
            history_of=lambda _name, phone, email: desk.guests.history_of(phone, email),
            suggest=desk.guests.suggest,
        )
