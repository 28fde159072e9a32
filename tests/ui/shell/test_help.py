"""Keys and help, and what this program is: nothing of guests in what is copied for support."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop import __version__
from desktop.ui.shell.help_page import About, HelpPage, licence_texts
from desktop.ui.theme import Theme
from desktop.ui.widgets import PlainLabel


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> Iterator[HelpPage]:
    window = QWidget()
    window.resize(1366, 696)
    qtbot.addWidget(window)
    window.show()
    page = HelpPage(About(Path("/srv/desk"), "en", "light", 100), window)
    page.open()
    yield page
    page.close()


def test_version_and_folder_of_the_data_can_be_read_and_copied(page: HelpPage) -> None:
    texts = [label.text() for label in page.findChildren(PlainLabel)]
    assert f"Version {__version__}" in texts
    assert page.data.text() == str(Path("/srv/desk"))
    assert page.data.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_what_is_copied_for_support_names_versions_and_places(page: HelpPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.support, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[0] == f"Amends {__version__}"
    assert "PySide6" in text
    assert len(text.splitlines()) == 5


def test_the_licences_of_everything_shipped_can_be_read(page: HelpPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.licences, Qt.MouseButton.LeftButton)
    assert page.back.isVisible()
    for name in ("SIL OPEN FONT LICENSE", "GNU LESSER GENERAL PUBLIC LICENSE", "ISC"):
        assert name.lower() in licence_texts().lower()
    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert not page.back.isVisible()


def test_esc_closes_the_help(page: HelpPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_the_help_fits_the_small_screen_with_the_largest_text(qtbot: QtBot, theme: Theme) -> None:
    theme.set_text_size(125)
    window = QWidget()
    window.resize(1280, 640)
    qtbot.addWidget(window)
    window.show()
    page = HelpPage(About(Path("/srv/desk"), "en", "light", 125), window)
    page.open()
    assert page.width() <= 1280
    assert page.height() <= 640
    for label in page.findChildren(PlainLabel):
        assert not label.is_cut(), label.text()
    page.close()
