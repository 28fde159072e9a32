"""One person's screens, and how they speak to each other. Screens know nothing of the services or of one another."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop.domain.commands import Command, OpenCase
from desktop.domain.lifecycle import OPEN_STATES
from desktop.domain.numbers import short_number
from desktop.domain.people import Person, Right, check_right, right_to
from desktop.domain.rows import CaseView, FoundPage, GuestHistory, QueueCounts, QueueRow
from desktop.errors import UserError
from desktop.ui.finding.box import FindingBox
from desktop.ui.finding.case_card import CaseCard
from desktop.ui.intake.doors import Functions, Opened
from desktop.ui.intake.screen import IntakeScreen
from desktop.ui.intake.surroundings import Site as IntakeSite
from desktop.ui.queue.screen import QueueScreen
from desktop.ui.queue.state import QueueDoors
from desktop.ui.shell.desk_page import DeskPage
from desktop.ui.shell.doors import Room, ScreenDoor
from desktop.ui.shell.keys import Key
from desktop.ui.shell.preferences import Preferences
from desktop.ui.shell.refusals import refused
from desktop.ui.shell.settings import WindowSettings
from desktop.ui.tasks import Runner
from desktop.ui.widgets import EmptyState
from desktop.words import Words

if TYPE_CHECKING:  # loading the services takes longer than painting the window, so that happens elsewhere
    from desktop.services.desk import Desk

NEW, QUEUE, HOME = "new", "queue", "home"  # the doors

Tell = Callable[[str, object], None]


class PersonDesk(QObject):
    """Makes the page of somebody who signed in, with every screen that this person may open."""

    def __init__(
        self,
        person: Person,
        desk: "Desk",
        runner: Runner,
        preferences: Preferences,
        settings: WindowSettings,
        tell: Tell,
    ) -> None:
        super().__init__()
        self._person, self._desk, self._runner, self._preferences = person, desk, runner, preferences
        self._settings, self._tell = settings, tell
        self._facts = desk.site.facts()
        self._queue: QueueScreen | None = None
        self._card: CaseCard | None = None
        self._counts = QueueCounts()
        self._selected = ""
        reads = right_to("read_cases", person.role) is not Right.NO
        search = self._make_search() if reads else None
        self.page = DeskPage(self._doors(reads), search, self._words)
        self.setParent(self.page)
        self.page.opened.connect(lambda _door: self._show_status())
        if search is not None:
            search.attach(self.page)
            search.left.connect(self._arrive)

    def _words(self) -> Words:
        return self._preferences.words

    def _doors(self, reads: bool) -> list[ScreenDoor]:
        translate = QCoreApplication.translate
        if not reads:
            return [ScreenDoor(HOME, "user", lambda: translate("Doors", "My desk"), self._make_home)]
        doors = [ScreenDoor(QUEUE, "inbox", lambda: translate("Doors", "Queue"), self._make_queue)]
        if right_to("open", self._person.role) is not Right.NO:
            doors.insert(0, ScreenDoor(NEW, "plus", _new_words, self._make_intake, key=Key.NEW, is_tile=True))
        return doors

    # The queue

    def _make_queue(self) -> Room:
        screen = self._queue = QueueScreen(
            self._queue_doors(),
            person=self._person,
            words=self._words(),
            taxonomy=self._desk.site.taxonomy(),
            zone=self._facts.zone,
            runner=self._runner,
            on_open=self._show_card_of,
        )
        screen.restore(self._settings.store)
        screen.told.connect(self._tell)
        screen.counted.connect(self._on_counts)
        screen.selected.connect(self._on_selected)
        screen.start()
        return Room(
            screen,
            arrive=screen.focus_rows,
            panes=screen.panes,
            use_words=self._use_queue_words,
            leave=lambda: screen.remember(self._settings.store),
        )

    def _queue_doors(self) -> QueueDoors:
        desk, person = self._desk, self._person

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
            page=desk.queue.page,
            counts=desk.queue.counts,
            all_rows=desk.queue.all_rows,
            view=desk.reader.view,
            history=history,
            perform=perform,
            refusal_for=refusal_for,
            people=desk.staff.people,
            last_backup=desk.health.last_backup,
            now=desk.now,
        )

    def _use_queue_words(self, words: Words) -> None:
        if self._queue is not None:
            self._queue.set_words(words)
        if self._card is not None:
            self._card.set_language(words)
        self._show_status()

    def _on_counts(self, counts: QueueCounts) -> None:
        self._counts = counts
        self.page.rail.set_badge(QUEUE, counts.overdue)
        self._show_status()

    def _on_selected(self, number: str) -> None:
        self._selected = number
        self._show_status()

    def _show_status(self) -> None:
        """How many cases there are, in the status bar of the queue."""
        if self.page.current != QUEUE:
            self.page.status.set_page("")
            return
        count = self._words().quantity("cases", self._counts.open)
        chosen = QCoreApplication.translate("Doors", "1 selected") if self._selected else ""
        self.page.status.set_page(" · ".join(part for part in (count, chosen) if part))

    # New complaint

    def _make_intake(self) -> Room:
        facts, desk = self._facts, self._desk
        site = IntakeSite(facts.property, facts.zone, desk.site.taxonomy(), desk.now)
        screen = IntakeScreen(
            self._intake_functions(), site, person=self._person, words=self._words(), runner=self._runner
        )
        screen.told.connect(self._tell)
        screen.saved.connect(self._on_saved)
        screen.parked.connect(self._on_parked)
        screen.start()
        return Room(
            screen,
            arrive=screen.arrive,
            park=screen.keep,
            idle_minutes=screen.idle_minutes,
            panes=screen.panes,
            use_words=screen.set_words,
        )

    def _intake_functions(self) -> Functions:
        desk, person = self._desk, self._person

        def open_case(command: OpenCase) -> Opened:
            done = desk.cases.perform(command, person)
            if done is None:
                raise TypeError("opening a case always gives its number")
            return done

        return Functions(
            open_case=open_case,
            save_draft=lambda data, draft_id: desk.drafts.save(person, data, draft_id),
            drafts=lambda: desk.drafts.of(person),
            discard_draft=desk.drafts.discard,
            history_of=lambda _name, phone, email: desk.guests.history_of(phone, email),
            suggest=desk.guests.suggest,
        )

    def _on_saved(self, number: str) -> None:
        """The new case is shown where it belongs in the queue."""
        self.page.open(QUEUE)
        if self._queue is not None:
            self._queue.refresh()
            self._queue.show_case(number)
        self._tell(self._words().sentence("saved_as", number=short_number(number)), None)

    def _on_parked(self) -> None:
        self.page.open(QUEUE)
        self._tell(self._words().sentence("draft_kept"), None)

    # What somebody has who may not read cases, until there are figures to read

    def _make_home(self) -> Room:
        page = EmptyState("bar-chart-3", "")
        page.acted.connect(self.page.top.lock_pressed)

        def use_words(_words: object = None) -> None:
            page.set_texts(
                QCoreApplication.translate("Doors", "Nothing here for your role yet"),
                QCoreApplication.translate("Doors", "Cases are for those who work on them; figures come as files."),
                QCoreApplication.translate("Doors", "Let somebody else sign in"),
            )

        use_words()
        return Room(page, arrive=page.button.setFocus, use_words=use_words)

    # Finding

    def _make_search(self) -> FindingBox:
        finder, run = self._desk.finder, self._runner.run

        def ask(words: str, answered: Callable[[FoundPage], None], told: Callable[[UserError], None]) -> object:
            return run(lambda _progress: finder.find(words), answered, refused(told))

        box = FindingBox(ask, self._words, self._desk.now, self._facts.zone, Key.SEARCH)
        box.chosen.connect(self._on_found)
        return box

    def _on_found(self, number: str) -> None:
        reader = self._desk.reader
        self._runner.run(lambda _progress: reader.view(number), self._show_found, refused(self._on_refused))

    def _show_found(self, view: CaseView) -> None:
        """A case of the queue is shown there, any other on a card over the page."""
        if view.row.state in OPEN_STATES:
            self.page.open(QUEUE)
            if self._queue is not None:
                self._queue.show_case(view.row.number)
        else:
            self._show_card(view)

    def _show_card_of(self, number: str) -> None:
        reader = self._desk.reader
        self._runner.run(lambda _progress: reader.view(number), self._show_card, refused(self._on_refused))

    def _show_card(self, view: CaseView) -> None:
        card = self._card = CaseCard(view, self._words(), self._facts.zone, self._name_of, self.page.window())
        card.finished.connect(self._on_card_closed)
        card.open()

    def _name_of(self, login: str) -> str:
        return next((row.name for row in self._desk.staff.people() if row.login == login), login)

    def _on_card_closed(self) -> None:
        if self._card is not None:
            self._card.deleteLater()
            self._card = None

    def _on_refused(self, refusal: UserError) -> None:
        self._tell(self._words().error(refusal), None)

    def _arrive(self) -> None:
        if self.page.room is not None:
            self.page.room.arrive()


def _new_words() -> str:
    return QCoreApplication.translate("Doors", "New complaint")
