"""A form on screen, and hands to work it with."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.commands import OnCase
from desktop.domain.kinds import Language
from desktop.ui.i18n import Translator
from desktop.ui.moves import About, MoveForm, make_form
from desktop.ui.theme import Theme
from desktop.words import load_words
from tests.ui.moves.a_case import about as a_case


@dataclass
class Hands:
    """A form in a window, what it told, and a keyboard and a mouse."""

    form: MoveForm
    window: QWidget
    qtbot: QtBot
    made: list[OnCase] = field(default_factory=list)
    left: list[bool] = field(default_factory=list)
    gone_to: list[str] = field(default_factory=list)

    @property
    def focus(self) -> QWidget:
        """Where the cursor is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, *keys: Qt.Key, ctrl: bool = False) -> None:
        """Presses keys, one after the other, where the cursor is."""
        modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        for key in keys:
            self.qtbot.keyClick(self.focus, key, modifier)

    def write(self, text: str) -> None:
        """Types where the cursor is."""
        self.qtbot.keyClicks(self.focus, text)

    def compose(self, text: str) -> None:
        """Types Chinese: first what the input method holds, then what was decided."""
        QApplication.sendEvent(self.focus, QInputMethodEvent("pinyin", []))
        decided = QInputMethodEvent("", [])
        decided.setCommitString(text)
        QApplication.sendEvent(self.focus, decided)

    def hold(self, preedit: str) -> None:
        """The input method holds text that isn't decided yet."""
        QApplication.sendEvent(self.focus, QInputMethodEvent(preedit, []))

    def tab(self, times: int = 1) -> None:
        """Goes on to the next field."""
        for _ in range(times):
            self.qtbot.keyClick(self.focus, Qt.Key.Key_Tab)

    def confirm(self) -> None:
        """Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, ctrl=True)

    def click(self, widget: QWidget) -> None:
        """Clicks with the left button."""
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def pick(self, name: str, code: str) -> None:
        """Chooses from a list that drops down, as its rows are clicked."""
        entry = self.form.entry(name)
        combo = entry.combo  # type: ignore[attr-defined]  # tests name fields that have one
        combo.setCurrentIndex(combo.findData(code))
        combo.activated.emit(combo.currentIndex())

    def error(self, name: str) -> str:
        """What is wrong at a field."""
        return self.form.entry(name).error.text()


OpenForm = Callable[..., Hands]


@pytest.fixture
def translator(qapp: QApplication) -> Iterator[Translator]:
    translator = Translator(qapp)
    yield translator
    translator.set_language(Language.EN)


@pytest.fixture
def open_form(qtbot: QtBot, theme: Theme) -> OpenForm:
    """Opens the form of an act as wide as the queue's preview, with the cursor in its first field."""

    def make(act: str, about: About | None = None, *, width: int = 328, kept: dict[str, str] | None = None) -> Hands:
        form = make_form(act, about or a_case(), load_words(Language.EN))
        if kept:
            form.restore(kept)
        window = QWidget()
        column = QVBoxLayout(window)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(form)
        qtbot.addWidget(window)
        window.resize(width, 760)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        hands = Hands(form, window, qtbot)
        form.made.connect(hands.made.append)
        form.left.connect(lambda: hands.left.append(True))
        form.go_to.connect(hands.gone_to.append)
        form.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        return hands

    return make
