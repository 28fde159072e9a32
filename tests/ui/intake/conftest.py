"""The page in a window of its own, over a desk that remembers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.kinds import Language, Property
from desktop.domain.people import Person
from desktop.ui.i18n import Translator
from desktop.ui.intake import IntakeScreen
from desktop.ui.intake.state import IntakeState
from desktop.ui.tasks import InlineRunner
from desktop.ui.theme import Theme, is_compact
from desktop.words import load_words
from tests.support.clock import Clock
from tests.ui.intake.intake_desk import CLERK, SmallDesk, make_site

RAIL, BARS = 88, 48 + 26  #: what the shell takes of the client area, beside and above and below


@dataclass
class Shown:
    """A page on screen with its desk."""

    screen: IntakeScreen
    desk: SmallDesk
    clock: Clock

    @property
    def state(self) -> IntakeState:
        return self.screen.presenter.state


@pytest.fixture
def translator(qapp: QApplication) -> Iterator[Translator]:
    translator = Translator(qapp)
    yield translator
    translator.set_language(Language.EN)


@pytest.fixture
def show(qtbot: QtBot, theme: Theme, translator: Translator, clock: Clock) -> Callable[..., Shown]:
    """Makes a page for a client area of this size, as the shell would."""

    def make(
        size: tuple[int, int] = (1440, 900),
        language: Language = Language.EN,
        text_size: int = 100,
        kind: Property = Property.HOTEL,
        person: Person = CLERK,
    ) -> Shown:
        theme.set_text_size(text_size)
        theme.set_compact(is_compact(*size))
        theme.set_chinese(language is Language.ZH)
        translator.set_language(language)
        desk = SmallDesk(clock)
        screen = IntakeScreen(
            desk.functions(), make_site(clock, kind), person=person, words=load_words(language), runner=InlineRunner()
        )
        qtbot.addWidget(screen)
        screen.resize(size[0] - RAIL, size[1] - BARS)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        screen.arrive()
        return Shown(screen, desk, clock)

    return make


@pytest.fixture
def shown(show: Callable[..., Shown]) -> Shown:
    return show()
