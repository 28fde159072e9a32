"""One person's screens, and how they speak to each other. Screens know nothing of the services or of one another."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.domain.numbers import short_number
from desktop.domain.rows import FoundPage
from desktop.errors import UserError
from desktop.ui.finding.box import FindingBox
from desktop.ui.refusing import refusing
from desktop.ui.shell.case_room import CaseRoom
from desktop.ui.shell.context import Context
from desktop.ui.shell.desk_page import DeskPage
from desktop.ui.shell.doors import ScreenDoor
from desktop.ui.shell.guests_room import GuestsRoom
from desktop.ui.shell.insights_room import InsightsRoom
from desktop.ui.shell.intake_room import IntakeRoom
from desktop.ui.shell.keys import Key
from desktop.ui.shell.papers import Papers
from desktop.ui.shell.queue_room import QueueRoom
from desktop.ui.shell.reports_room import ReportsRoom
from desktop.ui.shell.settings_room import SettingsRoom

#: The doors.
NEW, QUEUE, CASE, GUESTS, SETTINGS = "new", "queue", "case", "guests", "settings"
INSIGHTS, REPORTS = "insights", "reports"


class PersonDesk(QObject):
    """Makes the page of somebody who signed in, with every screen that this person may open.

    ``site_changed`` follows whatever the settings change that others show too.
    """

    site_changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._queue = QueueRoom(context)
        self._case = CaseRoom(context)
        self._intake = IntakeRoom(context)
        self._guests = GuestsRoom(context)
        self._insights = InsightsRoom(context)
        self._reports = ReportsRoom(context)
        self._papers = Papers(context, lambda: self.page.window())
        self._settings = SettingsRoom(context, self._papers.show_recovery)
        self._came_from = QUEUE
        reads = context.may("read_cases")
        search = self._make_search() if reads else None
        self.page = DeskPage(self._doors(reads), search, lambda: context.words)
        self.setParent(self.page)
        counting = (self._insights, self._reports)
        for room in (self._queue, self._case, self._intake, self._guests, *counting, self._settings, self._papers):
            room.setParent(self)
        self._connect()
        if search is not None:
            search.attach(self.page)
            search.left.connect(self._arrive)

    def open_case(self, number: str) -> None:
        """Shows a case on its own screen; going back leads to where the person was."""
        if self.page.current != CASE:
            self._came_from = self.page.current
        self._case.open_case(number)
        self.page.open(CASE)

    def take_site(self) -> None:
        """The site was changed, here or elsewhere: every screen that shows any of it is made anew."""
        self.page.renew((NEW, QUEUE, CASE, GUESTS, INSIGHTS, REPORTS))
        self.site_changed.emit()

    def _doors(self, reads: bool) -> list[ScreenDoor]:
        translate = QCoreApplication.translate
        settings = ScreenDoor(
            SETTINGS,
            "sliders-horizontal",
            lambda: translate("Doors", "Settings"),
            self._settings.make,
            key=Key.SETTINGS,
            at_foot=True,
        )
        doors: list[ScreenDoor] = []
        if reads:
            doors += [
                ScreenDoor(QUEUE, "inbox", lambda: translate("Doors", "Queue"), self._queue.make),
                ScreenDoor(CASE, "inbox", lambda: translate("Doors", "Case"), self._case.make, behind=QUEUE),
                ScreenDoor(GUESTS, "users", lambda: translate("Doors", "Guests"), self._guests.make),
            ]
        if self._context.may("figures"):
            doors += [
                ScreenDoor(INSIGHTS, "bar-chart-3", lambda: translate("Doors", "Insights"), self._insights.make),
                ScreenDoor(REPORTS, "file-text", lambda: translate("Doors", "Reports"), self._reports.make),
            ]
        doors.append(settings)
        if self._context.may("open"):
            doors.insert(0, ScreenDoor(NEW, "plus", _new_words, self._intake.make, key=Key.NEW, is_tile=True))
        return doors

    def _connect(self) -> None:
        self.page.opened.connect(lambda _door: self._show_status())
        self.page.opened.connect(lambda _door: self._reports.look())
        self._queue.case_wanted.connect(self.open_case)
        self._queue.counted.connect(self._on_counted)
        self._queue.print_wanted.connect(self._papers.show_queue)
        self._case.left.connect(self._on_case_left)
        self._case.changed.connect(self._queue.refresh)
        self._case.print_wanted.connect(self._papers.show_of_case)
        self._case.guest_wanted.connect(self.show_guest)
        self._guests.case_wanted.connect(self.open_case)
        self._guests.complaint_wanted.connect(self._complain_for)
        self._insights.case_wanted.connect(self.open_case)
        self._insights.counted.connect(self._show_status)
        self._insights.report_wanted.connect(lambda: self.page.open(REPORTS))
        self._reports.reminded.connect(self._on_reminded)
        self._settings.site_changed.connect(self.take_site)
        self._intake.saved.connect(self._on_saved)
        self._intake.parked.connect(self._on_parked)
        self._intake.case_wanted.connect(self.open_case)
        self._intake.settled.connect(lambda _number: self._queue.refresh())

    # What follows what

    def _on_case_left(self) -> None:
        self.page.open(self._came_from if self._came_from in self.page.door_names() else QUEUE)
        if self.page.current == QUEUE:
            self._queue.show_case(self._case.number)

    def open_recovery(self) -> None:
        """Goes to where the owner makes a recovery sheet."""
        self._settings.open_recovery()
        self.page.open(SETTINGS)

    def show_guest(self, guest_id: int) -> None:
        """Shows a guest's profile among the guests."""
        self._guests.show_guest(guest_id)
        self.page.open(GUESTS)

    def _complain_for(self, guest_id: int) -> None:
        if NEW in self.page.door_names():
            self._intake.start_for_guest(guest_id)
            self.page.open(NEW)

    def _on_saved(self, number: str) -> None:
        """The new case is shown where it belongs in the queue."""
        self.page.open(QUEUE)
        self._queue.show_case(number)
        self._context.tell(self._context.words.sentence("saved_as", number=short_number(number)), None)

    def _on_parked(self) -> None:
        self.page.open(QUEUE)
        self._context.tell(self._context.words.sentence("draft_kept"), None)

    def _on_counted(self) -> None:
        self.page.rail.set_badge(QUEUE, self._queue.counts.overdue)
        self._show_status()

    def _show_status(self) -> None:
        status = {QUEUE: self._queue.status, INSIGHTS: self._insights.status}.get(self.page.current)
        reminder = self._reports.reminder() if status is not None else ""
        self.page.status.set_page(" · ".join(filter(None, (status() if status is not None else "", reminder))))

    def _on_reminded(self) -> None:
        self.page.rail.set_reminder(REPORTS, self._reports.reminder)
        self._show_status()

    def _arrive(self) -> None:
        if self.page.room is not None:
            self.page.room.arrive()

    # Finding

    def _make_search(self) -> FindingBox:
        context = self._context
        finder, run, person = context.desk.finder, context.runner.run, context.person

        def ask(words: str, answered: Callable[[FoundPage], None], told: Callable[[UserError], None]) -> object:
            return run(lambda _progress: finder.find(words, reader=person), answered, refusing(told))

        box = FindingBox(ask, lambda: context.words, context.desk.now, context.facts.zone, Key.SEARCH)
        box.chosen.connect(self.open_case)
        return box


def _new_words() -> str:
    return QCoreApplication.translate("Doors", "New complaint")
