"""The settings on screen, over a real desk, in a window of the size that the shell leaves them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.kinds import Language
from desktop.services.desk import Desk
from desktop.services.settings import SettingsService, make_settings
from desktop.ui.i18n import Translator
from desktop.ui.settings.doors import Looks
from desktop.ui.settings.joining import settings_doors
from desktop.ui.settings.screen import SettingsScreen
from desktop.ui.settings.section import Section
from desktop.ui.settings.state import Part
from desktop.ui.tasks import InlineRunner
from desktop.ui.theme import Theme, is_compact
from desktop.words import load_words
from tests.support.clock import Clock
from tests.support.staffed import desk, make_desk  # noqa: F401 (pytest finds fixtures by their names)

RAIL, BARS = 88, 48 + 26  #: what the shell takes of the client area, beside and above and below


@dataclass
class Shown:
    """The screen and what it did."""

    screen: SettingsScreen
    desk: Desk
    settings: SettingsService
    window: QWidget
    told: list[tuple[str, object]] = field(default_factory=list)
    site_changes: list[bool] = field(default_factory=list)
    looks: list[Looks] = field(default_factory=list)
    printed: list[object] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)

    def open(self, part: Part) -> Section:
        self.screen.open(part)
        return self.screen.section(part)

    @property
    def last_told(self) -> str:
        return self.told[-1][0] if self.told else ""


ShowSettings = Callable[..., Shown]


def write(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    """Types over what stands in a field."""
    field.setFocus()
    field.selectAll()
    if text:
        qtbot.keyClicks(field, text)
    else:
        qtbot.keyClick(field, Qt.Key.Key_Delete)


def write_on(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    """Types behind what stands in a field."""
    field.setFocus()
    field.end(False)
    qtbot.keyClicks(field, text)


@pytest.fixture
def translator(qapp: QApplication) -> Iterator[Translator]:
    translator = Translator(qapp)
    yield translator
    translator.set_language(Language.EN)
    translator.remove()


@pytest.fixture
def show(
    qtbot: QtBot,
    theme: Theme,
    translator: Translator,
    clock: Clock,
    make_desk: Callable[..., Desk],  # noqa: F811 (a fixture is asked for by its name)
) -> Iterator[ShowSettings]:
    """Shows the settings to somebody: ``show("mark", training=False, size=(1366, 696))``."""
    windows: list[QWidget] = []

    def make(
        login: str = "owner",
        *,
        training: bool = True,
        size: tuple[int, int] = (1366, 696),
        language: Language = Language.EN,
        text_size: int = 100,
        at: Desk | None = None,
    ) -> Shown:
        theme.set_text_size(text_size)
        theme.set_compact(is_compact(*size))
        theme.set_chinese(language is Language.ZH)
        translator.set_language(language)
        here = at or make_desk(training=training, now=clock)
        settings = make_settings(here.workspace.database, here.site, here.journal, here.now)
        person = here.staff.person(login, "D1")
        looks = [Looks(language=language, mode="light")]
        printed: list[object] = []
        folders: list[Path] = []
        doors = settings_doors(
            settings,
            here.staff,
            here.site,
            here.guides,
            person,
            show_folder=folders.append,
            looks=lambda: looks[-1],
            set_looks=looks.append,
            now=here.now,
            print_sheet=printed.append,
        )
        window = QWidget()
        screen = SettingsScreen(doors, person=person, words=load_words(language), runner=InlineRunner())
        shown = Shown(screen, here, settings, window, looks=looks, printed=printed, folders=folders)
        screen.told.connect(lambda sentence, undo: shown.told.append((sentence, undo)))
        screen.site_changed.connect(lambda: shown.site_changes.append(True))
        column = QVBoxLayout(window)
        column.setContentsMargins(RAIL, 48, 0, 26)
        column.addWidget(screen)
        window.resize(*size)
        windows.append(window)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        screen.start()
        screen.arrive()
        return shown

    yield make
    for window in windows:
        window.close()
    theme.set_text_size(100)
