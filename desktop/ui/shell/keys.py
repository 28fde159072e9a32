"""The keys that work in the whole window, each once (design.md 9, conventions.md 1 and 2)."""

import sys
from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

_BACK, _ON = ("Ctrl+[", "Ctrl+]") if sys.platform == "darwin" else ("Alt+←", "Alt+→")


class Key(StrEnum):
    """Keys as they are bound and printed; on a Mac Ctrl reads ⌘."""

    NEW = "Ctrl+N"
    SEARCH = "Ctrl+K"
    FIND = "Ctrl+F"
    LOCK = "Ctrl+L"
    PRINT = "Ctrl+P"
    SETTINGS = "Ctrl+,"
    HELP = "F1"
    QUIT = "Ctrl+Q"
    NEXT_PANE = "F6"
    LAST_PANE = "Shift+F6"


class WindowActions(QObject):
    """What the keys do. ``at_desk`` are off while nobody is signed in or the window is covered."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.new = self._action(Key.NEW)
        self.search = self._action(Key.SEARCH, Key.FIND)
        self.lock = self._action(Key.LOCK)
        self.print = self._action(Key.PRINT)
        self.settings = self._action(Key.SETTINGS)
        self.help = self._action(Key.HELP)
        self.quit = self._action(Key.QUIT)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self._desk_acts: dict[QAction, Callable[[], object]] = {}
        for action in self.at_desk:
            action.triggered.connect(lambda _checked=False, action=action: self._act(action))
        self.set_desk_acts({})
        window.installEventFilter(self)
        self._set_words()

    @property
    def at_desk(self) -> tuple[QAction, ...]:
        """The actions that need somebody at the desk."""
        return (self.new, self.search, self.lock, self.print, self.settings)

    def set_desk_acts(self, acts: dict[QAction, Callable[[], object]]) -> None:
        """What the desk's actions do now; those without an act are off, and off means no key."""
        self._desk_acts = acts
        for action in self.at_desk:
            action.setEnabled(action in acts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        return super().eventFilter(watched, event)

    def _action(self, *keys: Key) -> QAction:
        action = QAction(self._window)
        action.setShortcuts([QKeySequence(key.value) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._window.addAction(action)
        return action

    def _act(self, action: QAction) -> None:
        act = self._desk_acts.get(action)
        if act is not None:
            act()

    def _set_words(self) -> None:
        self.new.setText(self.tr("New complaint"))
        self.search.setText(self.tr("Search"))
        self.lock.setText(self.tr("Lock the window"))
        self.print.setText(self.tr("Print this"))
        self.settings.setText(self.tr("Settings"))
        self.help.setText(self.tr("Keys and help"))
        self.quit.setText(self.tr("Quit"))


def key_lines() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Every key that works now, with what it does, in the order of the help page."""
    return (
        ((Key.NEW,), QCoreApplication.translate("Keys", "New complaint, from anywhere")),
        ((Key.SEARCH, Key.FIND), QCoreApplication.translate("Keys", "Search")),
        ((Key.LOCK,), QCoreApplication.translate("Keys", "Lock the window now")),
        ((Key.PRINT,), QCoreApplication.translate("Keys", "Print this: the case, or the list")),
        ((Key.SETTINGS,), QCoreApplication.translate("Keys", "Settings")),
        ((Key.NEXT_PANE, Key.LAST_PANE), QCoreApplication.translate("Keys", "Next and previous part of the page")),
        (("↑", "↓", "Home", "End"), QCoreApplication.translate("Keys", "Go through a list")),
        (("Enter",), QCoreApplication.translate("Keys", "Open the row")),
        (("T",), QCoreApplication.translate("Keys", "Take the case (in the list)")),
        (("A",), QCoreApplication.translate("Keys", "Acknowledge (in the list)")),
        (("S",), QCoreApplication.translate("Keys", "Settle on the spot (in the list)")),
        (("Space", "Ctrl+A"), QCoreApplication.translate("Keys", "Choose several cases (in the list)")),
        (("1…5",), QCoreApplication.translate("Keys", "The numbers above the list (in the list)")),
        (("Ctrl+1…5",), QCoreApplication.translate("Keys", "The guest’s mood, in a new complaint")),
        ((_ON, _BACK), QCoreApplication.translate("Keys", "Next and previous step of the conversation")),
        (("F4", "Shift+F4"), QCoreApplication.translate("Keys", "Another wording; the shorter one (conversation)")),
        (("F3",), QCoreApplication.translate("Keys", "Do and don’t (conversation)")),
        (("Ctrl+D",), QCoreApplication.translate("Keys", "Details of a new complaint, or its conversation")),
        (("Ctrl+Shift+Enter",), QCoreApplication.translate("Keys", "Settled on the spot, in a new complaint")),
        (("Ctrl+R",), QCoreApplication.translate("Keys", "Next state of the case; asks for what it needs")),
        (("Alt+←",), QCoreApplication.translate("Keys", "Back from the case")),
        (("Ctrl+Enter",), QCoreApplication.translate("Keys", "Save; add a note")),
        (("Esc",), QCoreApplication.translate("Keys", "Close, or keep as a draft; text is never lost")),
        ((Key.HELP,), QCoreApplication.translate("Keys", "This page")),
        ((Key.QUIT,), QCoreApplication.translate("Keys", "Quit; what you typed is kept as a draft")),
    )
