"""A card in a window of its own, and what it asks for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.case_file import CaseFile
from desktop.domain.kinds import Language
from desktop.domain.people import Person
from desktop.errors import UserError
from desktop.ui import formats
from desktop.ui.case.cards import CardDoors, CaseCard
from desktop.ui.i18n import Translator
from desktop.ui.theme import Theme
from desktop.words import load_words
from tests.ui.case.cards.card_cases import MAYA, NOW, SHANGHAI, STAFF, YUAN, a_file


@dataclass
class Shown:
    """A card on screen, what it asked for, and the hands of a person."""

    card: CaseCard
    qtbot: QtBot
    file: CaseFile
    wanted: list[object] = field(default_factory=list)
    refusals: dict[str, UserError] = field(default_factory=dict)

    def show_file(self, now: datetime = NOW, **changed: object) -> CaseFile:
        """Shows the case with something changed, as after an act."""
        self.file = replace(self.file, **changed)
        self.card.show_file(self.file, now, self.refusals.get)
        return self.file

    def write(self, field_: QWidget, text: str) -> None:
        """Types with an input method, as Chinese is written."""
        field_.setFocus()
        for preedit, commit in (("zhong", ""), ("", text)):
            event = QInputMethodEvent(preedit, [])
            event.setCommitString(commit)
            QApplication.sendEvent(field_, event)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key where the focus is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key, modifiers)

    def click(self, widget: QWidget) -> None:
        """Clicks into the middle of a widget that is seen."""
        assert widget.isVisible()
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


Show = Callable[..., Shown]


@pytest.fixture
def translator(qapp: QApplication) -> Iterator[Translator]:
    translator = Translator(qapp)
    yield translator
    translator.set_language(Language.EN)


@pytest.fixture
def show(qtbot: QtBot, theme: Theme, translator: Translator) -> Iterator[Show]:
    """Makes a card of a kind, shows a case on it, and gives it the focus of the window."""
    windows: list[QWidget] = []  # a window that nobody holds is gone at once

    def make(
        kind: type[CaseCard],
        file: CaseFile | None = None,
        *,
        width: int = 396,
        height: int = 3_000,
        language: Language = Language.EN,
        text_size: int = 100,
        person: Person = MAYA,
        refusals: dict[str, UserError] | None = None,
    ) -> Shown:
        theme.set_text_size(text_size)
        theme.set_chinese(language is Language.ZH)
        translator.set_language(language)
        doors = CardDoors(person, YUAN, lambda: STAFF)
        card = kind(load_words(language), SHANGHAI, lambda minor: formats.money(minor, YUAN), doors)
        window = QWidget()
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        shown = Shown(card, qtbot, file or a_file(), refusals=refusals or {})
        card.wanted.connect(shown.wanted.append)
        shown.show_file()
        qtbot.addWidget(window)
        windows.append(window)
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return shown

    yield make
    windows.clear()
