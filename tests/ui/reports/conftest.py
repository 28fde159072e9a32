"""The Reports screen on months that are made up, and the real window."""

from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.kinds import Language, Property, Role
from desktop.domain.people import Person
from desktop.ui.i18n import Translator
from desktop.ui.papers.rendering import PdfPages
from desktop.ui.reports.screen import ReportsScreen
from desktop.ui.tasks import InlineRunner
from desktop.ui.theme import Theme, is_compact
from desktop.words import load_words
from tests.journeys.conftest import at_the_desk, reopen
from tests.support.staffed import desk, make_desk
from tests.ui.reports.shelf import Shelf

__all__ = ["at_the_desk", "desk", "make_desk", "reopen"]

MakeScreen = Callable[..., ReportsScreen]


@pytest.fixture
def translator(qapp: QApplication) -> Iterator[Translator]:
    """What gives the window its words; afterwards it has none of ours."""
    yield Translator(qapp, Language.EN)
    for installed in qapp.findChildren(QTranslator):
        qapp.removeTranslator(installed)


@pytest.fixture
def make_screen(qtbot: QtBot, theme: Theme, translator: Translator) -> Iterator[MakeScreen]:
    """Makes the screen on a shelf of reports and shows it."""
    shown: list[QWidget] = []

    def make(
        shelf: Shelf,
        role: Role = Role.MANAGER,
        size: tuple[int, int] = (1352, 826),
        property_: Property = Property.HOTEL,
    ) -> ReportsScreen:
        theme.set_compact(is_compact(size[0] + 88, size[1] + 74))
        screen = ReportsScreen(
            shelf.doors(),
            person=Person(1, "mark", "Mark", role, "D1"),
            words=load_words(Language.EN),
            zone=ZoneInfo("Asia/Shanghai"),
            property_=property_,
            code="HH",
            runner=InlineRunner(),
            draw=lambda pdf, width: PdfPages(pdf).image(0, width),
            choose_file=shelf.choose,
        )
        screen.resize(*size)
        shown.append(screen)
        qtbot.addWidget(screen)
        screen.show()
        qtbot.waitExposed(screen)
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        screen.refresh()
        screen.focus_rows()
        return screen

    yield make
    for screen in shown:
        screen.close()
    theme.set_compact(False)


@pytest.fixture
def speak(translator: Translator) -> Callable[[ReportsScreen, Language], None]:
    """Has a screen that is there already speak another language."""

    def change(screen: ReportsScreen, language: Language) -> None:
        translator.set_language(language)
        screen.set_words(load_words(language))

    return change
