"""The desk of whoever is signed in: rail, bars, and the screens between them (design.md 7, Shell)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.wallclock import clock_text
from desktop.ui.shell.bars import PracticeStrip, StatusBar, TopBar
from desktop.ui.shell.doors import Room, ScreenDoor
from desktop.ui.shell.idle import IDLE_MINUTES
from desktop.ui.shell.keys import Key
from desktop.ui.shell.presenter import ShellState
from desktop.ui.shell.rail import Rail
from desktop.ui.widgets import Toast
from desktop.words import Words


class DeskPage(QWidget):
    """Opens screens behind their doors and paints what stands around them. Screens are made when first opened.

    ``opened`` carries the name of the screen that is shown now.
    """

    opened = Signal(str)

    def __init__(
        self,
        doors: Sequence[ScreenDoor],
        search: QWidget | None,
        words: Callable[[], Words],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._doors = {door.name: door for door in doors}
        self._names = words
        self._rooms: dict[str, Room] = {}
        self._state: ShellState | None = None
        self._current = ""
        self._is_stale = False  # the screen that is shown is to be made anew once it is left
        self.rail = Rail([door for door in doors if not door.behind])
        self.rail.opened.connect(self.open)
        self.top = TopBar(search, Key.LOCK)
        self.practice = PracticeStrip()
        self.pages = QStackedWidget()
        self.status = StatusBar()
        self._lay_out()
        self.toast = Toast(self.pages)

    @property
    def current(self) -> str:
        """The name of the screen that is shown."""
        return self._current

    @property
    def room(self) -> Room | None:
        """The screen that is shown."""
        return self._rooms.get(self._current)

    def door_names(self) -> tuple[str, ...]:
        """The doors there are."""
        return tuple(self._doors)

    def open(self, name: str) -> None:
        """Goes to a screen. Opening the one that is shown puts the focus where its work begins."""
        room = self._rooms.get(name)
        if room is None:
            room = self._rooms[name] = self._doors[name].make()
            self.pages.addWidget(room.widget)
        left = self._current
        if self.room is not None and name != left:
            self.room.park()
        self._current = name
        self.pages.setCurrentWidget(room.widget)
        self.rail.show_current(self._doors[name].behind or name)
        self.toast.raise_()
        room.arrive()
        if self._is_stale and name != left:
            self._is_stale = False
            self.renew((left,))
        self.opened.emit(name)

    def park_all(self) -> None:
        """Has every screen keep what is typed in it."""
        for room in self._rooms.values():
            room.park()

    def leave_all(self) -> None:
        """Has every screen remember how it was looked at: the desk is taken down."""
        for room in self._rooms.values():
            room.leave()

    def print_this(self) -> None:
        """Shows the paper of what is on the screen, where there is one."""
        if self.room is not None:
            self.room.print_this()

    def renew(self, names: Sequence[str]) -> None:
        """Has these screens made anew when they are next opened: the site has changed under them.

        The one that is shown stays as it is until it is left.
        """
        self._is_stale = self._is_stale or self._current in names
        for name in names:
            room = self._rooms.pop(name, None) if name != self._current else None
            if room is not None:
                room.park()
                room.leave()
                self.pages.removeWidget(room.widget)
                room.widget.deleteLater()

    def use_words(self, words: Words) -> None:
        """Hands the catalogue of another language to every screen."""
        for room in self._rooms.values():
            room.use_words(words)

    def idle_minutes(self) -> int:
        """How long nobody need touch anything before the window is covered."""
        return self.room.idle_minutes() if self.room else IDLE_MINUTES

    def panes(self) -> Sequence[QWidget]:
        """Where F6 goes: the rail, the search, then the parts of the page."""
        search = (self.top.search,) if self.top.search is not None else ()
        inside = tuple(self.room.panes()) if self.room else ()
        return (self.rail, *search, *inside)

    def paint(self, state: ShellState) -> None:
        """Shows what stands around the page."""
        self._state = state
        names = self._names()
        language = names.language
        self.top.set_place(state.site, state.desk)
        self.top.set_shift(self._shift_words(state, names))
        self.top.set_person(state.person.name, names.term("role", state.person.role.value))
        self.top.language.set_value(language)
        self.practice.setVisible(state.training)
        self.status.set_time(state.now, language)
        self.status.set_backup(state.last_backup, state.now, language)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language in what comes from the catalogue."""
        if event.type() == QEvent.Type.LanguageChange and self._state is not None:
            self.paint(self._state)
        super().changeEvent(event)

    def _shift_words(self, state: ShellState, names: Words) -> str:
        shift = state.shift
        if shift is None:
            return ""
        name = shift.name or names.term("shift", shift.code)
        return f"{name} {clock_text(shift.start_min)}–{clock_text(shift.end_min)}"

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.practice)
        column.addWidget(self.pages, 1)
        column.addWidget(self.status)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.pages.setFocusPolicy(Qt.FocusPolicy.NoFocus)
