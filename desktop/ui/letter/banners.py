"""What stands above the letter until it is answered: a question, or that somebody else kept other words."""

from collections.abc import Callable
from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.kinds import Language
from desktop.domain.letters import LetterRow
from desktop.ui.letter import phrases
from desktop.ui.letter.pieces import pieces_of
from desktop.ui.letter.state import Asked, LetterState
from desktop.ui.widgets import Banner, Button, Panel, PlainLabel
from desktop.words import Words


class AskBanner(QWidget):
    """Asks once whether words that were typed may go. ``answered`` carries the answer."""

    answered = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: Asked | None = None
        self.banner = Banner("warn")
        self.go_on, self.leave = Button(size="row"), Button(kind="accent", size="row")
        self.banner.add_button(self.go_on)
        self.banner.add_button(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        self.go_on.clicked.connect(lambda: self.answered.emit(True))
        self.leave.clicked.connect(lambda: self.answered.emit(False))
        self._say()
        self.hide()

    def show_state(self, state: LetterState) -> None:
        """Shows the question, if there is one."""
        before, self._asked = self._asked, state.asked
        self.setVisible(self._asked is not None)
        if self._asked is not None and self._asked != before:
            self._say()
            self.banner.show_message(self.banner.title.text(), self.banner.text.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language of the window."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        asked = self._asked
        if asked is None or not asked.is_other:
            title = self.tr("Write it anew from the case?")
        elif asked.language is Language.ZH:
            title = self.tr("Write it anew in Chinese?")
        else:
            title = self.tr("Write it anew in English?")
        self.banner.title.setText(title)
        self.banner.text.setText(self.tr("What you typed goes. The kept letter stays until you keep another."))
        self.go_on.setText(self.tr("Write it anew"))
        self.leave.setText(self.tr("Leave it"))


class ClashBanner(QWidget):
    """Somebody else kept other words meanwhile: ``seeing`` asks for both, ``mine`` or ``theirs`` is chosen."""

    seeing = Signal()
    mine = Signal()
    theirs = Signal()

    def __init__(self, words: Words, zone: tzinfo, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._zone, self._now = words, zone, now
        self._clash: LetterRow | None = None
        self.banner = Banner("warn")
        self.see, self.keep, self.take = Button(size="row"), Button(kind="accent", size="row"), Button(size="row")
        for button in (self.see, self.keep, self.take):
            self.banner.add_button(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        self.see.clicked.connect(self.seeing)
        self.keep.clicked.connect(self.mine)
        self.take.clicked.connect(self.theirs)
        self._say()
        self.hide()

    def show_state(self, state: LetterState) -> None:
        """Shows that it happened, and the other words if they are asked for."""
        before, self._clash = self._clash, state.clash
        self._say()
        self.setVisible(self._clash is not None)
        if self._clash is not None and self._clash != before:
            self.banner.show_message(self.banner.title.text(), self.banner.text.text())
        self.see.setVisible(not state.is_clash_open)

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self._words = words
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language of the window."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        clash = self._clash
        time = phrases.time_of(clash.at, self._words, self._zone, self._now()) if clash is not None else ""
        self.banner.title.setText(self.tr("Changed on another screen at {time}.").format(time=time))
        self.banner.text.setText(self.tr("What you typed is still here."))
        self.see.setText(self.tr("See both"))
        self.keep.setText(self.tr("Keep mine"))
        self.take.setText(self.tr("Take theirs"))


class TheirWords(QWidget):
    """The words of the other screen, above one's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.mine = PlainLabel("", "strong", wrap=True), PlainLabel("", "strong", wrap=True)
        self.text = PlainLabel("", "narrative", "ink2", wrap=True)
        panel = Panel("sunken-card")
        inner = QVBoxLayout(panel)
        inner.setContentsMargins(16, 10, 16, 12)
        inner.setSpacing(6)
        inner.addWidget(self.title)
        inner.addWidget(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(panel)
        column.addWidget(self.mine)
        self._say()
        self.hide()

    def show_state(self, state: LetterState) -> None:
        """Shows them once they are asked for."""
        clash = state.clash if state.is_clash_open else None
        self.text.setText("\n\n".join(pieces_of(clash.text).values()) if clash is not None else "")
        self.setVisible(clash is not None)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language of the window."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.title.setText(self.tr("As it was kept there"))
        self.mine.setText(self.tr("As you typed it"))
