"""The menu behind one's name: how the window looks, its keys, and leaving."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.ui.shell.keys import WindowActions
from desktop.ui.shell.preferences import Preferences
from desktop.ui.theme.metrics import TEXT_SIZES
from desktop.ui.theme.theme import Mode


class StaffMenu(QMenu):
    """Built anew each time it opens, so that it is always in the language of the moment."""

    def __init__(self, preferences: Preferences, actions: WindowActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._groups: list[QActionGroup] = []
        self._add_theme()
        self._add_text_size()
        self._add_motion()
        self.addSeparator()
        self.addAction(actions.help)
        self._leaving = self.addSeparator()
        self.addAction(actions.lock)
        self.addAction(actions.quit)

    def offer_other_desk(self, from_practice: bool, go: Callable[[], object]) -> None:
        """Offers the way from the real desk to the practice desk, or back."""
        action = QAction(self.tr("Go to the real desk") if from_practice else self.tr("Go to the practice desk"), self)
        action.triggered.connect(lambda _checked=False: go())
        self.insertAction(self._leaving, action)

    def _add_theme(self) -> None:
        names: dict[Mode, str] = {
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "system": self.tr("Like the system"),
        }
        chosen = self._preferences.mode
        group = self._group()
        for mode, name in names.items():
            action = self._choice(group, name, mode == chosen)
            action.triggered.connect(lambda _checked=False, mode=mode: self._preferences.set_mode(mode))

    def _add_text_size(self) -> None:
        menu = self.addMenu(self.tr("Text size"))
        group = self._group()
        for percent in TEXT_SIZES:
            action = self._choice(group, f"{percent} %", percent == self._preferences.text_size, menu)
            action.triggered.connect(lambda _checked=False, percent=percent: self._preferences.set_text_size(percent))

    def _add_motion(self) -> None:
        action = self.addAction(self.tr("No motion"))
        action.setCheckable(True)
        action.setChecked(self._preferences.motion_off)
        action.triggered.connect(self._preferences.set_motion_off)

    def _group(self) -> QActionGroup:
        group = QActionGroup(self)
        group.setExclusive(True)
        self._groups.append(group)
        return group

    def _choice(self, group: QActionGroup, name: str, chosen: bool, menu: QMenu | None = None) -> QAction:
        action = (menu or self).addAction(name)
        action.setCheckable(True)
        action.setChecked(chosen)
        group.addAction(action)
        return action
