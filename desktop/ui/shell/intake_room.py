"""New complaint behind its door."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.domain.commands import OpenCase, Settle
from desktop.domain.law_cards import cards_of
from desktop.domain.rows import GuestRow
from desktop.errors import UserError
from desktop.ui.intake.doors import Functions, Leading, NotSettledError, OnTheSpot
from desktop.ui.intake.screen import IntakeScreen
from desktop.ui.intake.surroundings import Site
from desktop.ui.shell.context import Context
from desktop.ui.shell.doors import Room

_REGULATORS = {"CN": "12315"}  #: what the consumer authority is called, by country


class IntakeRoom(QObject):
    """Makes the intake screen once.

    ``saved`` carries the new case's number, ``settled`` that of one which was settled on the spot; ``parked`` follows a
    draft that was kept; ``case_wanted`` carries the number of a past case to look at.
    """

    saved = Signal(str)
    settled = Signal(str)
    parked = Signal()
    case_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._screen: IntakeScreen | None = None
        self._guest: int | None = None

    def make(self) -> Room:
        """The room."""
        context = self._context
        facts, desk = context.facts, context.desk
        site = Site(
            facts.property,
            facts.zone,
            desk.site.taxonomy(),
            desk.now,
            facts.currency,
            cards_of(facts.country),
            facts.phone,
            _REGULATORS.get(facts.country, ""),
        )
        screen = self._screen = IntakeScreen(
            self._functions(), site, person=context.person, words=context.words, runner=context.runner
        )
        screen.told.connect(context.tell)
        screen.saved.connect(self.saved)
        screen.settled.connect(self.settled)
        screen.parked.connect(self.parked)
        screen.case_wanted.connect(self.case_wanted)
        screen.start()
        self._start_for_guest()
        return Room(
            screen,
            arrive=screen.arrive,
            park=screen.keep,
            idle_minutes=screen.idle_minutes,
            panes=screen.panes,
            use_words=screen.set_words,
            leave=self._leave,
        )

    def start_for_guest(self, guest_id: int) -> None:
        """A new complaint of a known guest, now or as soon as the room is made."""
        self._guest = guest_id
        self._start_for_guest()

    def _leave(self) -> None:
        """The screen is taken down."""
        self._screen = None

    def _start_for_guest(self) -> None:
        if self._screen is not None and self._guest is not None:
            self._screen.start_for_guest(self._guest)
            self._guest = None

    def _functions(self) -> Functions:
        desk, person = self._context.desk, self._context.person

        def guest(guest_id: int) -> GuestRow | None:
            history = desk.guests.history_of_guest(guest_id, limit=0, reader=person)
            return history.guest if history is not None else None

        def manager() -> str:
            lines = desk.settings.duty_card.card().value.lines
            return lines[0].who if lines else ""

        return Functions(
            take_down=lambda opening, following: desk.counter.take_down(opening, following, person),
            open_and_settle=self._open_and_settle,
            settle=lambda command: desk.cases.perform(command, person),
            add_note=lambda command: desk.cases.perform(command, person),
            leading=lambda: Leading(desk.guides.guides().guidance, desk.guides.settings()),
            past_cases=lambda category, text: desk.past_help.cases(person, category, text),
            ideas=lambda category: desk.past_help.ideas(person, category),
            manager=manager,
            allowance=lambda: desk.allowances.left("", person).most,  # no case yet, so nothing counts on it
            save_draft=lambda data, draft_id: desk.drafts.save(person, data, draft_id),
            drafts=lambda: desk.drafts.of(person),
            discard_draft=lambda draft_id: desk.drafts.discard(draft_id, person),
            history_of=lambda _name, phone, email: desk.guests.history_of(phone, email, reader=person),
            suggest=lambda name: desk.guests.suggest(name, reader=person),
            guest=guest,
        )

    def _open_and_settle(self, opening: OpenCase, settle: Settle) -> OnTheSpot:
        """What keeps the case from being settled comes with its number: it stands, and must not be opened again."""
        number = self._context.desk.counter.take_down(opening, (), self._context.person).number
        try:
            self._context.desk.cases.perform(replace(settle, case=number), self._context.person)
        except UserError as refusal:
            return OnTheSpot(number, refusal)
        except Exception as failure:
            raise NotSettledError(number).with_traceback(failure.__traceback__) from failure
        return OnTheSpot(number)
