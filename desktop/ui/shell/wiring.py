"""Services and the session put together: what stays while people come and go."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.domain.people import Person
from desktop.errors import UserError
from desktop.ui.refusing import refusing
from desktop.ui.shell.caretaker import Care, Caretaker
from desktop.ui.shell.context import Context
from desktop.ui.shell.desk_page import DeskPage
from desktop.ui.shell.keys import WindowActions
from desktop.ui.shell.other_desk import other_desk
from desktop.ui.shell.preferences import Preferences
from desktop.ui.shell.screens import PersonDesk
from desktop.ui.shell.session import Session, Site, Sources
from desktop.ui.shell.settings import WindowSettings
from desktop.ui.shell.window import DeskWindow
from desktop.ui.signin.giving import Give
from desktop.ui.signin.presenter import Check
from desktop.ui.signin.recovering import Recover
from desktop.ui.signin.screen import Counter, SignInScreen
from desktop.ui.tasks import Runner

if TYPE_CHECKING:  # loading the services takes longer than painting the window, so that happens elsewhere
    from desktop.services.desk import Desk


class OpenDesk(QObject):
    """An open workspace in the window. ``key`` names it in the settings; ``idle_now`` is what idle minutes count by.

    ``elsewhere`` carries the folder of another workspace that somebody wants to go to.
    """

    elsewhere = Signal(object)

    def __init__(
        self,
        desk: "Desk",
        window: DeskWindow,
        actions: WindowActions,
        preferences: Preferences,
        settings: WindowSettings,
        runner: Runner,
        key: str,
        idle_now: Callable[[], datetime],
    ) -> None:
        super().__init__(window)
        self._desk, self._window, self._preferences = desk, window, preferences
        self._settings, self._runner = settings, runner
        self._key = key
        facts = desk.site.facts()
        sources = Sources(
            people=desk.staff.people,
            now=desk.now,
            idle_now=idle_now,
            shift_at=desk.site.shift_at,
            last_backup=desk.health.last_backup,
            other_desk=lambda: other_desk(desk.workspace.folder, facts.training),
            make_desk=self._make_desk,
        )
        self.session = Session(window, actions, preferences, settings, self._site(), sources, self._make_sign_in)
        self.session.elsewhere.connect(self.elsewhere)
        backups = desk.backups
        care = Care(
            is_due=backups.due,
            make=backups.make,
            make_if_changed=backups.make_if_changed,
            prune=backups.prune,
            quick_check=desk.health.quick_check,
            refresh_site=desk.site.refresh,
            now=desk.now,
        )
        self.caretaker = Caretaker(care, runner, self._tell_refusal, self)
        self.caretaker.looked_at_site.connect(self._on_looked_at_site)
        self._site_is_newer = False

    def begin(self) -> None:
        """Asks who is there, and begins to look after the data."""
        self.session.begin()
        self.caretaker.start()

    def finish(self) -> None:
        """Keeps what is typed and makes the last backup, behind the window; then comes ``close``."""
        self.session.finish()
        self.caretaker.finish()

    def close(self) -> None:
        """Lets the workspace go."""
        self.session.clear_away()
        self._desk.close()
        self.deleteLater()

    def _make_desk(self, person: Person) -> DeskPage:
        context = Context(person, self._desk, self._runner, self._preferences, self._settings, self.session.tell)
        made = PersonDesk(context)
        made.site_changed.connect(lambda: self.session.take_site(self._site()))
        if context.may("settings"):
            once = Qt.ConnectionType.SingleShotConnection
            made.page.opened.connect(lambda _door: self._look_at_guides(), once)
        return made.page

    def _look_at_guides(self) -> None:
        """Tells who can mend it of copies of guide files that aren't used; the shipped ones go on meanwhile."""
        guides = self._desk.guides
        self._runner.run(lambda _progress: guides.refusal(), self._on_guides, lambda _error: None)

    def _on_guides(self, refusal: UserError | None) -> None:
        if refusal is not None:
            self._tell_refusal(refusal)

    def _on_looked_at_site(self, changed: bool) -> None:
        """What was changed elsewhere reaches the screens while somebody is at the desk: a cover is left in peace."""
        self._site_is_newer = self._site_is_newer or changed
        page = self.session.desk
        made = page.findChild(PersonDesk) if page is not None and self._window.page is page else None
        if made is not None and self._site_is_newer:
            self._site_is_newer = False
            made.take_site()

    def _site(self) -> Site:
        facts = self._desk.site.facts()
        desks = tuple((row.code, row.name) for row in facts.desks)
        return Site(self._key, facts.name, facts.zone, facts.training, desks)

    def _make_sign_in(self, entered: Callable[[Person], None]) -> SignInScreen:
        facts = self._desk.site.facts()
        desks = tuple((row.code, row.name) for row in facts.desks)
        counter = Counter(facts.name, facts.zone, desks, facts.training)
        preferences = self._preferences
        screen = SignInScreen(
            counter,
            self._check(),
            self._give(desks[0][0]),
            entered,
            lambda: preferences.words,
            self._desk.now,
            recover=self._recover(),
        )
        screen.sheet_wanted.connect(self._on_sheet_wanted)
        return screen

    def _recover(self) -> Recover:
        recovery, run = self._desk.settings.recovery, self._runner.run
        return lambda login, code, secret, desk, done, told: run(
            lambda _progress: recovery.recover(login, code, secret, desk), done, refusing(told)
        )

    def _on_sheet_wanted(self) -> None:
        page = self.session.desk
        made = page.findChild(PersonDesk) if page is not None else None
        if made is not None:
            made.open_recovery()

    def _check(self) -> Check:
        staff, run = self._desk.staff, self._runner.run
        return lambda login, secret, desk, done, told: run(
            lambda _progress: staff.sign_in(login, secret, desk), done, refusing(told)
        )

    def _give(self, desk: str) -> Give:
        staff, run = self._desk.staff, self._runner.run

        def give(owner: str, owner_secret: str, receiver: str, secret: str) -> None:
            staff.give_secret(staff.sign_in(owner, owner_secret, desk), receiver, secret)

        return lambda owner, owner_secret, receiver, secret, done, told: run(
            lambda _progress: give(owner, owner_secret, receiver, secret), lambda _none: done(), refusing(told)
        )

    def _tell_refusal(self, refusal: UserError) -> None:
        self.session.tell(self._preferences.words.error(refusal), icon="triangle-alert")
