"""What the tests of the window stand on: the light theme in the bundled fonts, on every machine the same."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light, roomy theme at 100 per cent, installed on the application."""
    return Theme.install(qapp, mode="light", bundled_fonts=True)
