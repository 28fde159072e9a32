"""Running the whole program on real workspaces: sites to open, and a start that is always ended."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.kinds import Language, Property, Role
from desktop.services.founding import Founding, found_site
from desktop.services.practice import fill_practice_desk
from desktop.ui.i18n import Translator
from desktop.ui.queue.screen import QueueScreen
from desktop.ui.shell.lock import WindowLock
from desktop.ui.shell.preferences import Preferences
from desktop.ui.shell.program import Program, open_workspace
from desktop.ui.shell.settings import WindowSettings
from desktop.ui.shell.window import DeskWindow
from desktop.ui.signin.screen import SignInScreen
from desktop.ui.theme import Theme

PIN = "246810"
LONG_MS = 20_000
NOTHING_HELD = Qt.KeyboardModifier.NoModifier


def now() -> datetime:
    return datetime.now(UTC)


def founding(*, training: bool = False) -> Founding:
    return Founding(
        property=Property.HOTEL,
        name="Harbour Hotel",
        code="HH",
        language=Language.EN,
        zone="Asia/Shanghai",
        owner_login="anna",
        owner_name="Anna Berg",
        secret=None if training else PIN,
        desk_name="Front desk",
        training=training,
    )


@pytest.fixture(scope="module")
def practice_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice desk with some cases; tests only read it or add to it."""
    folder = tmp_path_factory.mktemp("sites") / "practice"
    found_site(folder, founding(training=True), now()).close()
    desk = open_workspace(folder, now)
    fill_practice_desk(desk, now(), months=1, cases=15, seed=3)
    desk.close()
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A real desk with its owner, who has a PIN."""
    folder = tmp_path / "site"
    found_site(folder, founding(), now()).close()
    return folder


Start = Callable[[Path], Program]


@pytest.fixture
def start(qtbot: QtBot, theme: Theme, qapp: QApplication, tmp_path: Path) -> Iterator[Start]:
    """Starts the program on a folder, as ``desktop.app`` does; what was started is ended."""
    running: list[Program] = []

    def run(folder: Path) -> Program:
        settings = WindowSettings(tmp_path / "window.ini")
        lock = WindowLock(folder, tmp_path / "locks")
        assert lock.take()
        window = DeskWindow(settings)
        preferences = Preferences(settings, theme, Translator(qapp))
        program = Program(folder, lock, theme, preferences, window, settings)
        running.append(program)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        program.begin()
        return program

    yield run
    for program in running:
        program.window.close()
        program.close()
        program.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)


def sign_in_page(program: Program, qtbot: QtBot) -> SignInScreen:
    qtbot.waitUntil(lambda: isinstance(program.window.page, SignInScreen), timeout=LONG_MS)
    page = program.window.page
    assert isinstance(page, SignInScreen)
    return page


def press(program: Program, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = NOTHING_HELD) -> None:
    """Presses a key where the focus is."""
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget() or program.window, key, held)


def queue_of(program: Program, qtbot: QtBot) -> QueueScreen:
    """Signs in where choosing a person is enough, and waits for the rows."""
    page = sign_in_page(program, qtbot)
    clerk = next(row for row in page.presenter.state.people if row.role is Role.RECEPTIONIST)
    page.presenter.choose(clerk.login)
    page.presenter.enter("")
    screens = program.window.findChildren(QueueScreen)
    assert len(screens) == 1
    qtbot.waitUntil(lambda: bool(screens[0].presenter.state.window.rows), timeout=LONG_MS)
    return screens[0]
