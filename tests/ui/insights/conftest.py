"""The Insights screen on figures that are made up, and the real window."""

from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.kinds import Language, Property, Role
from desktop.domain.people import Person
from desktop.domain.shifts import DEFAULT_SHIFTS
from desktop.ui.i18n import Translator
from desktop.ui.insights.screen import InsightsScreen
from desktop.ui.insights.text import Site
from desktop.ui.tasks import InlineRunner
from desktop.ui.theme import Theme, is_compact
from desktop.words import load_currencies, load_taxonomy, load_words
from tests.journeys.conftest import reopen
from tests.ui.insights.sample import Book

__all__ = ["reopen"]

MakeScreen = Callable[..., InsightsScreen]


@pytest.fixture
def translator(qapp: QApplication) -> Iterator[Translator]:
    """What gives the window its words; afterwards it has none of ours."""
    yield Translator(qapp, Language.EN)
    for installed in qapp.findChildren(QTranslator):
        qapp.removeTranslator(installed)


@pytest.fixture
def make_screen(qtbot: QtBot, theme: Theme, translator: Translator) -> Iterator[MakeScreen]:
    """Makes the screen on a book, in a window of the roomy size, and counts."""
    windows: list[QWidget] = []

    def make(
        book: Book,
        role: Role = Role.MANAGER,
        size: tuple[int, int] = (1440, 900),
        property_: Property = Property.HOTEL,
    ) -> InsightsScreen:
        theme.set_compact(is_compact(*size))
        currency = load_currencies()["CNY"]
        site = Site(property_, currency, ZoneInfo("Asia/Shanghai"), load_taxonomy(property_), DEFAULT_SHIFTS)
        screen = InsightsScreen(
            book.doors(),
            person=Person(1, "mark", "Mark", role, "D1"),
            words=load_words(Language.EN),
            site=site,
            runner=InlineRunner(),
        )
        window = QWidget()
        column = QVBoxLayout(window)
        column.setContentsMargins(88, 48, 0, 26)
        column.addWidget(screen)
        window.resize(*size)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        screen.refresh()
        screen.take_focus()
        return screen

    yield make
    for window in windows:
        window.close()
    theme.set_compact(False)


@pytest.fixture
def speak(translator: Translator) -> Callable[[InsightsScreen, Language], None]:
    """Has a screen that is there already speak another language."""

    def change(screen: InsightsScreen, language: Language) -> None:
        translator.set_language(language)
        screen.set_words(load_words(language))

    return change
