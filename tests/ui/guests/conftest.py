"""A real desk with some guests, and the screen of guests on top of it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.kinds import Language
from desktop.services.desk import Desk
from desktop.ui.guests.doors import doors_for
from desktop.ui.guests.screen import GuestsScreen
from desktop.ui.tasks import InlineRunner
from desktop.ui.theme import Theme, is_compact
from desktop.words import load_words
from tests.support.acts import Story
from tests.support.clock import Clock
from tests.support.staffed import desk, make_desk  # noqa: F401 (pytest finds fixtures by their names)

CHEN = {"name": "陈薇玲", "honorific": "ms", "phone": "+86 138 0013 8000"}
LONG = "Wolfeschlegelsteinhausenbergerdorff " * 8
HOSTILE = '<img src="x"> \u202eevil & <b>bold</b>'


class GuestDesk:
    """A story told at a desk, with guests made on the way."""

    def __init__(self, desk: Desk, clock: Clock) -> None:  # noqa: F811 (a fixture is asked for by its name)
        self.desk, self.story, self._clock = desk, Story(desk), clock

    def guest(self, text: str = "The lift is stuck.", **details: Any) -> int:
        """A guest with one more case; the record's id."""
        found = self.desk.reader.view(self.story.open(text=text, guest=details)).guest_id
        assert found is not None
        self._clock.set(self.story.wait(seconds=1))
        return found


@pytest.fixture
def guests(desk: Desk, clock: Clock) -> GuestDesk:  # noqa: F811
    """A practice hotel without guests."""
    return GuestDesk(desk, clock)


@pytest.fixture
def few(guests: GuestDesk) -> GuestDesk:
    """Somebody unhappy who is in the records twice, somebody with hostile words, and somebody else."""
    chen = guests.guest(**CHEN)
    guests.guest("The air-conditioner drips on the bed.", **CHEN)
    guests.guest("The bill is wrong.", name="Weiling Chen", email="chen@example.com")
    guests.guest(HOSTILE * 20, name=HOSTILE, email="x" * 80 + "@example.com", vip=True, vulnerable=True)
    guests.guest(LONG, name=LONG, phone="+44 7700 900123")
    assert chen == 1
    return guests


MakeScreen = Callable[..., GuestsScreen]


@pytest.fixture
def make_screen(qtbot: QtBot, theme: Theme) -> Iterator[MakeScreen]:
    """Makes a screen of guests in a window of the roomy size and reads it."""
    windows: list[QWidget] = []

    def make(
        on: GuestDesk, login: str = "mark", size: tuple[int, int] = (1440, 900), language: Language = Language.EN
    ) -> GuestsScreen:
        theme.set_compact(is_compact(*size))
        person = on.desk.staff.person(login, "D1")
        facts = on.desk.site.facts()
        screen = GuestsScreen(
            doors_for(on.desk, person),
            person=person,
            words=load_words(language),
            zone=facts.zone,
            currency=facts.currency,
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
        screen.start()
        screen.focus_rows()
        qtbot.waitUntil(lambda: window.isActiveWindow() and window.focusWidget() is not None)
        return screen

    yield make
    for window in windows:
        window.close()
    theme.set_compact(False)
