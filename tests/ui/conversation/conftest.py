"""The centre column in a window of its own, led by the shipped guides."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.kinds import Flag, Language
from desktop.guides.state import Setting
from desktop.ui.conversation.part import ConversationPart
from desktop.ui.i18n import Translator
from desktop.ui.theme import Theme
from desktop.words import load_words
from tests.ui.conversation.talking import CHEN, TAN, Talk, settle

ROOMY, COMPACT = (624, 694), (602, 510)


@pytest.fixture
def translator(qapp: QApplication) -> Iterator[Translator]:
    translator = Translator(qapp)
    yield translator
    translator.set_language(Language.EN)


@pytest.fixture
def begin(qtbot: QtBot, theme: Theme, translator: Translator) -> Callable[..., Talk]:
    """Begins a conversation in a column as large as the design's."""

    def make(
        language: Language = Language.EN,
        *,
        emotion: int | None = 1,
        compact: bool = False,
        text_size: int = 100,
        size: tuple[int, int] | None = None,
        flags: frozenset[Flag] = frozenset(),
        category: str = "room",
        guest_language: str = "",
        **more: object,
    ) -> Talk:
        theme.set_reduced_motion(True)
        theme.set_text_size(text_size)
        theme.set_compact(compact)
        theme.set_chinese(language is Language.ZH)
        translator.set_language(language)
        part = ConversationPart(load_words(language))
        qtbot.addWidget(part)
        part.resize(*(size or (COMPACT if compact else ROOMY)))
        part.show()
        qtbot.waitExposed(part)
        setting = Setting(emotion, flags, category, language=language, guest_language=guest_language)
        talk = Talk(part, qtbot, setting, **{"facts": CHEN if language is Language.ZH else TAN, **more})
        part.activateWindow()
        settle()
        return talk

    return make


@pytest.fixture
def talk(begin: Callable[..., Talk]) -> Talk:
    """A conversation in English, roomy, with a guest who is uneasy."""
    return begin()
