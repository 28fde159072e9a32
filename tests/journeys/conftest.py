"""The real window over a real workspace, at a desk where people have PINs."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop.domain.kinds import Language
from desktop.ui.theme import Theme
from tests.journeys.real_window import RealWindow, live_site


@pytest.fixture
def reopen(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[Path], RealWindow]]:
    """Opens the window on a site that is there already: ``reopen(folder)``."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # what earlier tests let go of
    theme = Theme.install(qapp, mode="light", bundled_fonts=True)
    opened: list[RealWindow] = []

    def open_window(folder: Path) -> RealWindow:
        opened.append(RealWindow(theme, folder, tmp_path / "window.ini"))
        return opened[-1]

    yield open_window
    for window in opened:
        window.close()


@pytest.fixture
def at_the_desk(reopen: Callable[[Path], RealWindow], tmp_path: Path) -> Callable[[Language], RealWindow]:
    """Opens the window on a fresh live site in a language: ``at_the_desk(Language.EN)``."""
    return lambda language=Language.EN: reopen(live_site(tmp_path / "site", language))
