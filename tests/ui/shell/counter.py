"""A counter to test at: the real window and session, with two small screens behind their doors."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.kinds import Band, Role, State
from desktop.domain.people import Person
from desktop.domain.rows import Found, FoundPage, StaffRow
from desktop.domain.shifts import DEFAULT_SHIFTS, shift_at
from desktop.errors import UserError, WorkspaceError
from desktop.ui.finding.box import FindingBox
from desktop.ui.i18n import Translator
from desktop.ui.shell.desk_page import DeskPage
from desktop.ui.shell.doors import Room, ScreenDoor
from desktop.ui.shell.keys import Key, WindowActions
from desktop.ui.shell.preferences import Preferences
from desktop.ui.shell.session import Session, Site, Sources
from desktop.ui.shell.settings import WindowSettings
from desktop.ui.shell.window import DeskWindow
from desktop.ui.signin.screen import Counter as SignInCounter
from desktop.ui.signin.screen import SignInScreen
from desktop.ui.theme import Theme, is_compact
from desktop.ui.widgets import PlainLabel, TextArea
from tests.support.clock import Clock

ZONE = ZoneInfo("Asia/Shanghai")
CANARY = "Zebedee Quill"  #: a guest's name that stands on the queue
PIN = "246810"

MAYA = StaffRow(1, "maya", "Maya Chen", Role.RECEPTIONIST, "Front office", has_pin=True)
RAO = StaffRow(2, "rao", "Sunita Rao", Role.MANAGER, "Duty", has_pin=True)
ZHOU = StaffRow(3, "zhou", "周建国", Role.SPECIALIST, "Engineering", has_pin=False)
OWNER = StaffRow(4, "anna", "Anna Berg", Role.OWNER, "", has_pin=True)
PEOPLE = (MAYA, RAO, ZHOU, OWNER)


def found(serial: int, guest: str = CANARY, summary: str = "Air-con dripping on the wet floor") -> Found:
    """A hit of a search."""
    return Found(
        f"HH-D1-20261119-{serial:04d}",
        serial,
        State.NEW,
        Band.P2,
        guest,
        "ms",
        "1208",
        "",
        summary,
        datetime(2026, 11, 19, 13, 0, tzinfo=UTC),
    )


class QueueStandIn(QWidget):
    """A list of many rows."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = QListWidget()
        self.rows.addItems([f"{CANARY} {n}" for n in range(200)])
        self.status = PlainLabel(CANARY)
        column = QVBoxLayout(self)
        column.addWidget(self.status)
        column.addWidget(self.rows)


class FormStandIn(QWidget):
    """A form that keeps drafts."""

    def __init__(self) -> None:
        super().__init__()
        self.text = TextArea("What happened?")
        self.drafts: list[str] = []
        column = QVBoxLayout(self)
        column.addWidget(self.text)

    def park(self) -> None:
        if self.text.text():
            self.drafts.append(self.text.text())


class AtTheCounter:
    """The window with people, screens and a clock that stands still until it is moved."""

    def __init__(self, qtbot: QtBot, theme: Theme, folder: Path, *, training: bool = False) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.clock = Clock()
        self.settings = WindowSettings(folder / "window.ini")
        self.translator = Translator(app)
        self.preferences = Preferences(self.settings, theme, self.translator)
        self.window = DeskWindow(self.settings)
        self.window.resized.connect(lambda size: theme.set_compact(is_compact(size.width(), size.height())))
        qtbot.addWidget(self.window)
        self.actions = WindowActions(self.window)
        self.actions.quit.triggered.connect(self.window.close)
        self.checks: list[tuple] = []
        self.asked: list[tuple] = []
        self.training, self.staff_list_fails = training, False
        desks = (("D1", "Front desk"),)
        site = Site("ws", "Harbour Hotel", ZONE, training, desks)
        sources = Sources(
            people=self._people,
            now=self.clock,
            idle_now=self.clock,
            shift_at=lambda moment: shift_at(DEFAULT_SHIFTS, ZONE, moment),
            last_backup=lambda: self.clock() - timedelta(minutes=12),
            other_desk=lambda: None,
            make_desk=self._make_desk,
        )
        self.session = Session(
            self.window, self.actions, self.preferences, self.settings, site, sources, self._make_sign_in
        )
        self.window.resize(1440, 900)
        self.session.begin()
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def sign_in(self) -> SignInScreen:
        return self.session.sign_in

    @property
    def desk(self) -> DeskPage:
        assert self.session.desk is not None
        return self.session.desk

    def come(self, login: str = "maya") -> None:
        """Somebody signs in with the right PIN."""
        self.sign_in.presenter.choose(login)
        self.sign_in.presenter.enter(PIN)
        QApplication.processEvents()

    def pass_time(self, span: timedelta, step: timedelta = timedelta(seconds=20)) -> None:
        """Time passes as on a computer that is awake: in small steps."""
        until = self.clock() + span
        while self.clock() < until:
            self.clock.advance(min(step, until - self.clock()))
            self.session.idle.look()
        QApplication.processEvents()

    def _people(self) -> tuple[StaffRow, ...]:
        if self.staff_list_fails:
            raise WorkspaceError("disk_full")
        return PEOPLE

    def _make_sign_in(self, entered: Callable[[Person], None]) -> SignInScreen:
        counter = SignInCounter("Harbour Hotel", ZONE, (("D1", "Front desk"),), self.training)
        return SignInScreen(
            counter, self._check, lambda *_gift: None, entered, lambda: self.preferences.words, self.clock
        )

    def _check(self, login: str, secret: str, desk: str, done: Callable, told: Callable) -> None:
        self.checks.append((login, secret))
        if secret == PIN:
            done(next(row for row in PEOPLE if row.login == login).as_person(desk))
        else:
            told(UserError("sign_in_failed", "pin", left=4))

    def _make_desk(self, person: Person) -> DeskPage:
        self.queue, self.form = QueueStandIn(), FormStandIn()
        search = FindingBox(self._find, lambda: self.preferences.words, self.clock, ZONE, Key.SEARCH)
        page = DeskPage(self._doors(), search, lambda: self.preferences.words)
        search.attach(page)
        self.search = search
        self.page_of = person
        return page

    def _find(self, words: str, done: Callable[[FoundPage], None], _told: Callable) -> None:
        self.asked.append((words, done))
        done(FoundPage((found(1), found(2)), 2))

    def _doors(self) -> Sequence[ScreenDoor]:
        queue, form = self.queue, self.form
        return (
            ScreenDoor(
                "new",
                "plus",
                lambda: "新投诉" if self.preferences.language == "zh" else "New complaint",
                lambda: Room(
                    form,
                    arrive=form.text.setFocus,
                    park=form.park,
                    idle_minutes=lambda: 10,
                    panes=lambda: (form.text,),
                ),
                key=Key.NEW,
                is_tile=True,
            ),
            ScreenDoor(
                "queue",
                "inbox",
                lambda: "队列" if self.preferences.language == "zh" else "Queue",
                lambda: Room(queue, arrive=queue.rows.setFocus, panes=lambda: (queue.rows,)),
            ),
        )
