"""The settings behind their door."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from desktop.domain.site_settings import RecoverySheet
from desktop.ui.settings.doors import Looks, SettingsDoors
from desktop.ui.settings.joining import settings_doors
from desktop.ui.settings.screen import SettingsScreen
from desktop.ui.settings.state import Part
from desktop.ui.shell.context import Context
from desktop.ui.shell.doors import Room


def show_folder(folder: Path) -> bool:
    """Opens a folder in the system's own file manager; whether one took it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class SettingsRoom(QObject):
    """Makes the settings screen. ``site_changed`` follows whatever other screens show too."""

    site_changed = Signal()

    def __init__(self, context: Context, print_sheet: Callable[[RecoverySheet], object]) -> None:
        super().__init__()
        self._context, self._print_sheet = context, print_sheet
        self._screen: SettingsScreen | None = None
        self._part: Part | None = None

    def open_recovery(self) -> None:
        """Shows the section of the recovery sheet, now or as soon as the room is made."""
        self._part = Part.RECOVERY
        self._open_part()

    def _open_part(self) -> None:
        if self._screen is not None and self._part is not None:
            self._screen.open(self._part)
            self._part = None

    def make(self) -> Room:
        """The room."""
        context = self._context
        screen = SettingsScreen(self._doors(), person=context.person, words=context.words, runner=context.runner)
        self._screen = screen
        screen.told.connect(context.tell)
        screen.site_changed.connect(self.site_changed)
        screen.start()
        self._open_part()
        return Room(screen, arrive=screen.arrive, park=screen.park, panes=screen.panes, use_words=screen.set_words)

    def _looks(self) -> Looks:
        preferences = self._context.preferences
        return Looks(
            language=preferences.language,
            text_size=preferences.text_size,
            mode=preferences.mode,
            motion_off=preferences.motion_off,
            sound=preferences.sound,
        )

    def _set_looks(self, looks: Looks) -> None:
        preferences, now = self._context.preferences, self._looks()
        if looks.text_size != now.text_size:
            preferences.set_text_size(looks.text_size)
        if looks.mode != now.mode:
            preferences.set_mode(looks.mode)
        if looks.motion_off != now.motion_off:
            preferences.set_motion_off(looks.motion_off)
        if looks.sound != now.sound:
            preferences.set_sound(looks.sound)
        if looks.language is not now.language:
            preferences.set_language(looks.language)

    def _doors(self) -> SettingsDoors:
        context = self._context
        desk = context.desk
        return settings_doors(
            desk.settings,
            desk.staff,
            desk.site,
            desk.guides,
            context.person,
            show_folder=show_folder,
            looks=self._looks,
            set_looks=self._set_looks,
            now=desk.now,
            print_sheet=self._print_sheet,
        )
