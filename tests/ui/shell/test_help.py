"""Keys and help, and what this program is: nothing of guests in what is copied for support."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop import __version__
from desktop.domain.kinds import Flag, Language
from desktop.guides.kinds import FIELDS, IN_APOLOGIES, NEUTRAL, OPTIONAL, Effect, Mode, QuestionKind, Spoken
from desktop.ui.shell.guides_help import GuidesHelp
from desktop.ui.shell.help_page import About, HelpPage, licence_texts
from desktop.ui.theme import Theme
from desktop.ui.widgets import PlainLabel
from desktop.words import load_words


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


def test_every_name_that_a_guide_may_use_is_explained(page: HelpPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.guides, Qt.MouseButton.LeftButton)
    chapter = page.findChildren(GuidesHelp)[0]
    assert chapter.isVisible()
    assert {f"{{{name}}}" for name in NEUTRAL | OPTIONAL | IN_APOLOGIES} <= set(chapter.names)
    assert {*FIELDS, *Flag, *Effect, *Mode, *Spoken, *QuestionKind} <= set(chapter.names)
    assert chapter.area.hasFocus()
    for label in chapter.findChildren(PlainLabel):
        assert not label.is_cut(), label.text()
    qtbot.mouseClick(chapter.back, Qt.MouseButton.LeftButton)
    assert not chapter.isVisible()


@pytest.mark.parametrize("language", list(Language))
def test_every_name_of_a_guide_has_its_words(qtbot: QtBot, theme: Theme, language: Language) -> None:
    words = load_words(language)
    codes = {
        "guide_placeholder": NEUTRAL | OPTIONAL | IN_APOLOGIES,
        "guide_effect": set(Effect),
        "guide_channel": set(Mode),
        "guide_language": set(Spoken),
        "guide_question": set(QuestionKind),
    }
    assert {kind: set(words.codes(kind)) for kind in codes} == codes
    assert set(words.terms["field"]) >= FIELDS
    chapter = GuidesHelp(words)
    qtbot.addWidget(chapter)
    shown = [label.text() for label in chapter.findChildren(PlainLabel)]
    assert words.term("guide_effect", "rights_card") in shown


def test_the_licences_and_the_guides_do_not_get_in_each_others_way(page: HelpPage) -> None:
    page.guides.click()
    chapter = page.findChildren(GuidesHelp)[0]
    page.licences.click()
    assert (page.back.isVisible(), chapter.isVisible()) == (True, False)
    page.guides.click()
    assert (page.back.isVisible(), chapter.isVisible()) == (False, True)


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
