import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.domain.kinds import Language
from desktop.ui.i18n import Translator
from desktop.ui.widgets import Button


@pytest.fixture
def translator(qapp):
    translator = Translator(qapp, Language.EN)
    yield translator
    translator.set_language(Language.EN)
    translator.remove()
    QLocale.setDefault(QLocale.c())


class Page(QWidget):
    """Written as screens are: all words in one method, called again when the language changes."""

    def __init__(self) -> None:
        super().__init__()
        self.button = Button()
        self.field = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.button)
        column.addWidget(self.field)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self.button.setText(QCoreApplication.translate("Toast", "Undo"))


def test_the_language_changes_while_the_window_runs_and_keeps_what_was_typed(translator, theme, qtbot):
    page = Page()
    qtbot.addWidget(page)
    page.field.setText("Ms Tan")
    assert page.button.text() == "Undo"
    with qtbot.waitSignal(translator.changed) as heard:
        translator.set_language(Language.ZH)
    assert heard.args == ["zh"]
    qtbot.waitUntil(lambda: page.button.text() == "撤销")
    assert page.field.text() == "Ms Tan"
    translator.set_language(Language.EN)
    qtbot.waitUntil(lambda: page.button.text() == "Undo")


def test_qts_own_words_change_too(translator):
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    translator.set_language(Language.ZH)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert QLocale().name() == "zh_CN"


def test_asking_for_the_same_language_changes_nothing(translator, qtbot):
    with qtbot.assertNotEmitted(translator.changed):
        translator.set_language(Language.EN)
    assert translator.language() is Language.EN


def test_without_compiled_phrases_the_window_speaks_english(qapp, tmp_path):
    translator = Translator(qapp, Language.ZH, folder=tmp_path)
    try:
        assert QCoreApplication.translate("Toast", "Undo") == "Undo"
    finally:
        translator.set_language(Language.EN)
        translator.remove()
        QLocale.setDefault(QLocale.c())
