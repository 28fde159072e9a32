"""The counter, in the light theme, with settings in a temporary folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.theme import Theme
from tests.ui.shell.counter import AtTheCounter
from tests.ui.shell.running import practice_site, site, start

__all__ = ["practice_site", "site", "start"]


@pytest.fixture
def counter(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[AtTheCounter]:
    """The window asking who is there."""
    counter = AtTheCounter(qtbot, theme, tmp_path)
    yield counter
    counter.window.close()


@pytest.fixture
def maya(counter: AtTheCounter) -> AtTheCounter:
    """The window with Maya at work."""
    counter.come("maya")
    return counter


@pytest.fixture(autouse=True)
def _clean_application(qapp: QApplication) -> Iterator[None]:
    """What earlier tests let go of is gone, and their language too: a style sheet would dress those windows as well."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
