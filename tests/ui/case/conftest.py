"""A desk in memory that holds one case, and a case screen on top of it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.kinds import Language, Property
from desktop.domain.people import Person
from desktop.ui.case.screen import CaseScreen
from desktop.ui.tasks import InlineRunner
from desktop.ui.theme import Theme
from desktop.words import load_currencies, load_taxonomy, load_words
from tests.support.clock import Clock
from tests.ui.case.files import MAYA, NUMBER, SHANGHAI, SmallDesk, a_file, minutes


@pytest.fixture
def desk(clock: Clock) -> SmallDesk:
    """A case with a proposal, 62 minutes after it was received."""
    clock.set(minutes(62))
    return SmallDesk(a_file(), clock)


MakeScreen = Callable[..., CaseScreen]


@pytest.fixture
def make_screen(qtbot: QtBot, theme: Theme) -> Iterator[MakeScreen]:
    """Makes a case screen in a window and opens the desk's case."""
    windows: list[QWidget] = []

    def make(
        desk: SmallDesk,
        *,
        person: Person = MAYA,
        language: Language = Language.EN,
        size: tuple[int, int] = (1352, 826),
        opened: bool = True,
    ) -> CaseScreen:
        window = QWidget()
        screen = CaseScreen(
            desk.doors(),
            person=person,
            words=load_words(language),
            taxonomy=load_taxonomy(Property.HOTEL),
            zone=SHANGHAI,
            currency=load_currencies()["CNY"],
            property_=Property.HOTEL,
            runner=InlineRunner(),
        )
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(screen)
        window.resize(*size)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        if opened:
            screen.open_case(NUMBER)
            screen.arrive()
        return screen

    yield make
    for window in windows:
        window.close()
