"""What the window remembers between starts: its place, the language and the look (conventions.md 22).

Kept in the person's own settings, not in a workspace: a workspace may be on a stick or shared by several people.
Loaded before the first picture, so it knows nothing of themes and words.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

CANVAS = "canvas"  #: the name under which the theme keeps its background, for the next start's first picture


def settings_file() -> Path:
    """Where the window's settings are on this system."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "amends" / "window.ini"


class WindowSettings:
    """The settings in one file: texts by name. Whatever can't be read is as if never set."""

    def __init__(self, file: Path) -> None:
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def store(self) -> QSettings:
        """For screens that keep their own columns and filters, each in a group of its own."""
        return self._store

    @property
    def place(self) -> QByteArray:
        """Size and place of the window, as Qt writes them; empty if never kept."""
        value = self._store.value("place")
        return value if isinstance(value, QByteArray) else QByteArray()

    @place.setter
    def place(self, place: QByteArray) -> None:
        self._store.setValue("place", place)

    def text(self, name: str) -> str:
        """What was kept under a name; empty if nothing was."""
        value = self._store.value(name)
        return value if isinstance(value, str) else ""

    def keep_text(self, name: str, text: str) -> None:
        """Keeps a text for the next start."""
        self._store.setValue(name, text)

    def last(self, what: str, workspace: str) -> str:
        """Who signed in last (``login``) or where (``desk``) in a workspace; empty if nobody did."""
        return self.text(f"last/{workspace}/{what}")

    def remember(self, what: str, workspace: str, value: str) -> None:
        """Keeps ``login`` or ``desk`` for the next start in this workspace."""
        self.keep_text(f"last/{workspace}/{what}", value)

    def keep(self) -> None:
        """Writes everything to the disk now."""
        self._store.sync()
