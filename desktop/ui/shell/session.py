"""From signing in to leaving: which page the window shows, and what its keys do meanwhile."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.people import Person
from desktop.domain.rows import StaffRow
from desktop.errors import UserError
from desktop.ui.shell.desk_page import DeskPage
from desktop.ui.shell.idle import IdleWatch
from desktop.ui.shell.keys import WindowActions
from desktop.ui.shell.preferences import Preferences
from desktop.ui.shell.presenter import Attendance, ShellPresenter, ShellState, ShiftAt
from desktop.ui.shell.settings import WindowSettings
from desktop.ui.shell.staff_menu import StaffMenu
from desktop.ui.shell.window import DeskWindow
from desktop.ui.signin.screen import SignInScreen
from desktop.ui.widgets import PaneFocus

_AFTER_THE_MINUTE = timedelta(milliseconds=50)  # a timer may fire a little early


@dataclass(frozen=True, slots=True)
class Site:
    """What the session knows of the site. ``key`` names the workspace in the settings; desks are codes and names."""

    key: str
    name: str
    zone: tzinfo
    training: bool
    desks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """The functions the session is handed; each takes milliseconds. Idle minutes are counted by ``idle_now``."""

    people: Callable[[], tuple[StaffRow, ...]]
    now: Callable[[], datetime]
    idle_now: Callable[[], datetime]
    shift_at: ShiftAt
    last_backup: Callable[[], datetime | None]
    other_desk: Callable[[], Path | None]  #: the practice desk of a real one and the other way round
    make_desk: Callable[[Person], DeskPage]


class Session(QObject):
    """Carries out what ``Attendance`` decides. ``sign_in`` is its page for signing in and its cover.

    ``elsewhere`` carries the folder of another workspace that somebody wants to go to.
    """

    elsewhere = Signal(object)

    def __init__(
        self,
        window: DeskWindow,
        actions: WindowActions,
        preferences: Preferences,
        settings: WindowSettings,
        site: Site,
        sources: Sources,
        make_sign_in: Callable[[Callable[[Person], None]], SignInScreen],
    ) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions
        self._preferences, self._settings = preferences, settings
        self._site, self._sources = site, sources
        self.attendance = Attendance(self)
        self._make_sign_in = make_sign_in
        self.sign_in = make_sign_in(self._on_entered)
        self.desk: DeskPage | None = None
        self._presenter: ShellPresenter | None = None
        self._focus: QWidget | None = None
        self._people: tuple[StaffRow, ...] = ()
        self.idle = IdleWatch(sources.idle_now, self._idle_minutes, self)
        self.idle.gone.connect(self.attendance.go)
        self._panes = PaneFocus(window)
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self._on_minute)
        self.sign_in.language_chosen.connect(preferences.set_language)
        preferences.language_changed.connect(self._on_language)
        window.on_closing = self.finish

    def take_site(self, site: Site) -> None:
        """Site or desks were changed in the settings; somebody is at the desk."""
        self._site = site
        person = self.attendance.person
        if self._presenter is not None and person is not None:
            self._presenter.rename(site.name, dict(site.desks).get(person.desk, ""))
        self._window.drop_page(self.sign_in)
        self.sign_in = self._make_sign_in(self._on_entered)
        self.sign_in.language_chosen.connect(self._preferences.set_language)

    def begin(self) -> None:
        """Asks who is there."""
        self._show_sign_in(covering="")
        self._window.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sign_in.arrive()

    def open_desk(self, person: Person) -> None:
        """Builds the desk of somebody who has just signed in (``AttendanceView``)."""
        desk = self.desk = self._sources.make_desk(person)
        desk.top.language_chosen.connect(self._preferences.set_language)
        desk.top.lock_pressed.connect(self.attendance.go)
        desk.top.staff.clicked.connect(self._show_menu)
        desk.opened.connect(self._on_opened)
        self._window.show_page(desk)
        names = dict(self._site.desks)
        now = self._sources.now()
        state = ShellState(self._site.name, names.get(person.desk, ""), person, self._site.training, now)
        sources = self._sources
        self._presenter = ShellPresenter(
            desk, state, sources.now, self._site.zone, sources.shift_at, sources.last_backup
        )
        self._take_desk()
        doors = desk.door_names()
        if doors:
            desk.open(next((name for name in doors if name != "new"), doors[0]))
        if self._site.training:
            desk.practice.speak()

    def close_desk(self) -> None:
        """Takes the last person's desk away (``AttendanceView``)."""
        if self.desk is not None:
            self.desk.leave_all()
            self._window.drop_page(self.desk)
            self._window.close_others()
            self.desk, self._presenter, self._focus = None, None, None

    def keep_everything(self) -> None:
        """Keeps what is being typed (``AttendanceView``)."""
        if self.desk is not None:
            self.desk.park_all()

    def cover(self, person: Person) -> None:
        """Hides the desk (``AttendanceView``)."""
        self._focus = QApplication.focusWidget()
        self.idle.stop()
        self._window.hide_others()
        self._show_sign_in(covering=person.login)
        self.sign_in.arrive()

    def uncover(self) -> None:
        """Shows the desk as it was left (``AttendanceView``)."""
        if self.desk is None:
            return
        self._window.show_page(self.desk)
        self._window.show_others()
        self._take_desk()
        if self._focus is not None and self.desk.isAncestorOf(self._focus):
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus = None

    def finish(self) -> None:
        """The window closes, or goes to another workspace: keeps what is typed and how it was looked at."""
        self.idle.stop()
        self._minute.stop()
        self.keep_everything()
        if self.desk is not None:
            self.desk.leave_all()

    def clear_away(self) -> None:
        """Takes the pages out of the window."""
        self._actions.set_desk_acts({})
        self.close_desk()
        self._window.drop_page(self.sign_in)
        self._panes.deleteLater()
        self.deleteLater()

    def tell(self, sentence: str, undo: object = None, *, icon: str = "check") -> None:
        """A short message at the window's edge; ``undo`` is a function or None."""
        if self.desk is not None:
            self.desk.toast.say(sentence, undo if callable(undo) else None, icon=icon)

    def tell_of_fault(self) -> None:
        """Says calmly that something unexpected went wrong; it is in the log already."""
        self.tell(
            self.tr("Something went wrong just now. What you typed is kept; the log says where it happened."),
            icon="triangle-alert",
        )

    def _on_entered(self, person: Person) -> None:
        self._settings.remember("login", self._site.key, person.login)
        self._settings.remember("desk", self._site.key, person.desk)
        self.attendance.come(person)

    def _show_sign_in(self, covering: str) -> None:
        self._actions.set_desk_acts({})
        codes = [code for code, _name in self._site.desks]
        desk = self._settings.last("desk", self._site.key)
        likely = self._settings.last("login", self._site.key)
        self.sign_in.show_people(
            self._people_now(), desk if desk in codes else codes[0], covering=covering, likely=likely
        )
        self._window.show_page(self.sign_in)
        self._panes.set_panes(self.sign_in.panes())
        self._minute.stop()

    def _people_now(self) -> tuple[StaffRow, ...]:
        """The staff list, or the last one that could be read: the cover must come whatever happens to the disk."""
        with suppress(UserError):
            self._people = self._sources.people()
        return self._people

    def _take_desk(self) -> None:
        """Somebody is at the desk from now on."""
        desk = self.desk
        if desk is None:
            return
        actions, doors = self._actions, desk.door_names()
        acts: dict[QAction, Callable[[], object]] = {actions.lock: self.attendance.go, actions.print: desk.print_this}
        if "new" in doors:
            acts[actions.new] = lambda: desk.open("new")
        if "settings" in doors:
            acts[actions.settings] = lambda: desk.open("settings")
        search = desk.top.search
        if search is not None:
            acts[actions.search] = lambda: search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        actions.set_desk_acts(acts)
        self._panes.set_panes(desk.panes())
        self.idle.start()
        self._on_minute()

    def _idle_minutes(self) -> int:
        return self.desk.idle_minutes() if self.desk is not None else 0

    def _on_opened(self, door: str) -> None:
        if self.desk is not None and self._presenter is not None:
            self._presenter.open(door)
            self._panes.set_panes(self.desk.panes())

    def _on_minute(self) -> None:
        """Looks at the clock now and a moment after each full minute."""
        if self._presenter is not None:
            self._presenter.tick()
        now = self._sources.now()
        rest = timedelta(minutes=1) - timedelta(seconds=now.second, microseconds=now.microsecond)
        self._minute.start((rest + _AFTER_THE_MINUTE) // timedelta(milliseconds=1))

    def _on_language(self) -> None:
        if self.desk is not None:
            self.desk.use_words(self._preferences.words)

    def _show_menu(self) -> None:
        if self.desk is None:
            return
        chip = self.desk.top.staff
        menu = StaffMenu(self._preferences, self._actions, self._window)
        other = self._sources.other_desk()
        if other is not None:
            menu.offer_other_desk(self._site.training, lambda: self.elsewhere.emit(other))
        menu.aboutToHide.connect(menu.deleteLater)
        corner = chip.mapToGlobal(QPoint(chip.width(), chip.height() + 4))
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))
