"""A desk in memory and a queue screen on top of it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.kinds import Language, Property
from desktop.domain.rows import QueueRow
from desktop.ui.queue.screen import QueueScreen
from desktop.ui.tasks import InlineRunner
from desktop.ui.theme import Theme
from desktop.words import load_taxonomy, load_words
from tests.support.clock import Clock
from tests.ui.queue.evening import evening_rows
from tests.ui.queue.few_rows import MAYA, SHANGHAI, FewRows


@pytest.fixture
def desk(clock: Clock) -> FewRows:
    """An empty desk at 21:42."""
    return FewRows(clock)


@pytest.fixture
def full_desk(desk: FewRows) -> FewRows:
    """The twelve cases of the design's picture."""
    desk.rows = evening_rows()
    return desk


MakeScreen = Callable[..., QueueScreen]


@pytest.fixture
def make_screen(qtbot: QtBot, theme: Theme) -> Iterator[MakeScreen]:
    """Makes a queue screen in a window of the roomy size, reads it, and puts the focus on its rows."""
    windows: list[QWidget] = []

    def make(desk: FewRows, rows: list[QueueRow] | None = None, **more: object) -> QueueScreen:
        if rows is not None:
            desk.rows = rows
        window = QWidget()
        screen = QueueScreen(
            desk.doors(),
            person=MAYA,
            words=load_words(Language.EN),
            taxonomy=load_taxonomy(Property.HOTEL),
            zone=SHANGHAI,
            runner=more.pop("runner", None) or InlineRunner(),
            on_open=more.pop("on_open", None),
        )
        column = QVBoxLayout(window)
        column.setContentsMargins(88, 48, 0, 26)
        column.addWidget(screen)
        window.resize(*more.pop("size", (1440, 900)))
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        if more.pop("started", True):
            screen.start()
            screen.focus_rows()
            qtbot.waitUntil(lambda: screen.table.hasFocus() or screen.table.isHidden())
        return screen

    yield make
    for window in windows:
        window.close()
