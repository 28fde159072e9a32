"""One run of the window: opens a workspace behind it, shows what came of it, and goes to another if asked to."""

import importlib
import logging
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QSize, QTimer, QTimeZone, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from desktop.domain.kinds import Language
from desktop.errors import UserError
from desktop.ui.garbage import GarbageKeeper
from desktop.ui.i18n import Translator
from desktop.ui.refusing import as_refusal
from desktop.ui.shell.faults import FaultHook, log_to
from desktop.ui.shell.keys import WindowActions
from desktop.ui.shell.lock import WindowLock, own_folder
from desktop.ui.shell.opening import OpeningPage, TroublePage
from desktop.ui.shell.preferences import Preferences, kept_language, kept_mode
from desktop.ui.shell.settings import WindowSettings
from desktop.ui.shell.window import DeskWindow
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme.metrics import is_compact
from desktop.ui.theme.theme import Theme

if TYPE_CHECKING:  # loaded behind the window
    from desktop.services.desk import Desk
    from desktop.ui.firstrun.screen import FirstRunScreen
    from desktop.ui.shell.founding import Founder
    from desktop.ui.shell.wiring import OpenDesk

_log = logging.getLogger(__name__)

_LONGEST_GOODBYE_MS = 30_000
_MISSING = "workspace_missing"


def open_workspace(folder: Path, now: Callable[[], datetime]) -> "Desk":
    """Loads the services and opens a workspace. Raises ``WorkspaceError``. Runs behind the window."""
    from desktop.services.desk import open_desk  # here: loading it takes longer than painting the window
    from desktop.workspace import Workspace

    return open_desk(Workspace.open(folder), now)


def _load_screens() -> None:
    """While the workspace is being opened, so that they are there when it is."""
    importlib.import_module("desktop.ui.shell.wiring")


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


class Program(QObject):
    """Holds the window and what is open in it. ``lock`` is held for ``folder``; ``now`` gives aware moments."""

    _failed = Signal()  # from whatever thread something went wrong on

    def __init__(
        self,
        folder: Path,
        lock: WindowLock,
        theme: Theme,
        preferences: Preferences,
        window: DeskWindow,
        settings: WindowSettings,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(window)
        self.folder, self.lock, self.preferences, self.window = folder, lock, preferences, window
        self._theme, self._settings, self._now = theme, settings, now
        self.runner = TaskRunner(self)
        self._garbage = GarbageKeeper(self)
        self.desk: OpenDesk | None = None
        self.first_run: FirstRunScreen | None = None
        self.trouble: TroublePage | None = None
        self._log_handler: logging.Handler | None = None
        self._raising: QObject | None = None
        self.faults = FaultHook(self._failed.emit)
        self._failed.connect(self._tell_of_fault)
        self.actions = WindowActions(window)
        self.actions.help.triggered.connect(self._show_help)
        self.actions.quit.triggered.connect(window.close)
        self._opening = OpeningPage()
        window.show_page(self._opening)
        window.setPalette(QPalette())  # the first picture had a colour of its own
        window.resized.connect(self._take_measures)
        self._take_measures(window.size())
        preferences.language_changed.connect(self._on_language)

    def begin(self) -> None:
        """Opens the workspace, and loads the screens meanwhile."""
        self.open()
        self._listen()
        QTimer.singleShot(0, self, _load_screens)

    def open(self) -> None:
        """Opens the workspace behind the window."""
        folder, now = self.folder, self._now
        self.window.show_page(self._opening)
        self.runner.run(lambda _progress: open_workspace(folder, now), self._on_open, self._on_trouble)

    def go_to(self, folder: Path) -> None:
        """Opens another workspace instead; where a window has it open already, that one comes to the front."""
        lock = WindowLock(folder, own_folder(os.environ))
        if lock.name != self.lock.name:
            if not lock.take():
                self._raise_other(lock.name)
                return
            self._close_desk()
            self.lock.release()
            self.lock = lock
            self._listen()
        self.folder = folder
        self.open()

    def close(self) -> None:
        """Waits for what is being saved, makes the last backup, then lets everything go."""
        self._close_desk()
        self.runner.cancel_all()
        self._garbage.stop()
        self.lock.release()

    def _on_open(self, desk: "Desk") -> None:
        from desktop.ui.shell.wiring import OpenDesk  # here: the screens are loaded behind the first picture
        from desktop.workspace import LOGS

        self._drop_pages()
        try:
            self._log_handler = log_to(self.folder / LOGS)
        except OSError:
            _log.warning("the log can't be written")
        self.preferences.offer_language(desk.site.facts().language)
        self.desk = OpenDesk(
            desk, self.window, self.actions, self.preferences, self._settings, self.runner, self.lock.name, utc_now
        )
        self.desk.elsewhere.connect(self.go_to)
        self.desk.begin()

    def _close_desk(self) -> None:
        if self.desk is None:
            return
        self.desk.finish()
        self.runner.wait_all(_LONGEST_GOODBYE_MS)
        self.desk.close()
        self.desk = None
        if self._log_handler is not None:
            logging.getLogger().removeHandler(self._log_handler)
            self._log_handler.close()
            self._log_handler = None

    # When it can't be opened

    def _on_trouble(self, error: Exception) -> None:
        refusal = as_refusal(error)
        self._drop_pages()
        if refusal.code == _MISSING:
            self._show_first_run()
        else:
            self._show_trouble(refusal)

    def _show_first_run(self) -> None:
        from desktop.ui.firstrun.screen import FirstRunScreen  # here: shown once in the life of a desk

        founder, preferences = self._founder(), self.preferences
        page = FirstRunScreen(founder.create, founder.restore, self.runner, preferences.words, preferences.language)
        page.language_chosen.connect(preferences.set_language)
        page.finished.connect(self.go_to)
        self.first_run = page
        self.window.show_page(page)
        page.arrive()

    def _show_trouble(self, refusal: UserError) -> None:
        page = self.trouble = TroublePage(refusal, self.preferences.words, self.folder)
        page.again.connect(self.open)
        page.elsewhere.connect(self.go_to)
        page.restore.connect(self._restore)
        self.window.show_page(page)
        page.arrive()

    def _restore(self, file: Path, passphrase: str | None) -> None:
        founder = self._founder()
        self.runner.run(lambda _progress: founder.restore(file, passphrase), self.go_to, self._on_not_restored)

    def _on_not_restored(self, error: Exception) -> None:
        if self.trouble is not None:
            self.trouble.show_refusal(as_refusal(error))

    def _founder(self) -> "Founder":
        from desktop.ui.shell.founding import Founder  # here: it loads services that a running desk never needs

        zone = bytes(QTimeZone.systemTimeZoneId().data()).decode()
        return Founder(self.folder, zone, self._now)

    def _drop_pages(self) -> None:
        for page in (self.trouble, self.first_run):
            if page is not None:
                self.window.drop_page(page)
        self.trouble, self.first_run = None, None

    # Around the window

    def _take_measures(self, size: QSize) -> None:
        """Takes the compact measures where there is little room."""
        self._theme.set_compact(is_compact(size.width(), size.height()))

    def _listen(self) -> None:
        """Lets a second start of this workspace find this window."""
        from desktop.ui.shell.raising import RaiseServer  # here: the network library isn't needed for the first picture

        if self._raising is not None:
            self._raising.deleteLater()
        server = self._raising = RaiseServer(self.lock.name, self)
        server.raised.connect(self.window.come_to_front)

    def _raise_other(self, name: str) -> None:
        from desktop.ui.shell.raising import ask_to_raise  # here: seldom needed

        ask_to_raise(name)

    def _show_help(self) -> None:
        from desktop.ui.shell.help_page import About, HelpPage  # here: seldom needed

        preferences = self.preferences
        about = About(self.folder, preferences.language.value, preferences.mode, preferences.text_size)
        page = HelpPage(about, self.window)
        page.finished.connect(page.deleteLater)
        page.open()

    def _tell_of_fault(self) -> None:
        if self.desk is not None:
            self.desk.session.tell_of_fault()

    def _on_language(self) -> None:
        for page in (self.trouble, self.first_run):
            if page is not None:
                page.set_language(self.preferences.words)


def start(app: QApplication, folder: Path, lock: WindowLock, window: DeskWindow, settings: WindowSettings) -> Program:
    """Dresses the window that can be seen already, and opens the workspace behind it."""
    theme = Theme.install(app, mode=kept_mode(settings))
    is_chinese = QLocale.system().language() == QLocale.Language.Chinese
    translator = Translator(app, kept_language(settings) or (Language.ZH if is_chinese else Language.EN))
    program = Program(folder, lock, theme, Preferences(settings, theme, translator), window, settings)
    program.faults.install()
    program.begin()
    return program
