"""The composition root of the window: from the command line to the first page, quickly, and to a safe end.

The window is painted first; what takes longer to load than to paint (the services and their database library, most
screens) comes behind it.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from desktop.locating import locate
from desktop.ui.shell.lock import WindowLock, own_folder
from desktop.ui.shell.settings import CANVAS, WindowSettings, settings_file
from desktop.ui.shell.window import DeskWindow

if TYPE_CHECKING:  # loaded behind the first picture
    from desktop.ui.shell.program import Program

CANT_BE_USED = 3  #: exit status: no screen, or a window that doesn't answer (interfaces.md)
WRONG_USAGE = 2

_NO_SCREEN = {
    "en": "Amends needs a screen for its window: start it from a desktop session, or set DISPLAY. "
    "The verbs (python main.py --help) work without one.",
    "zh": "听诉台的窗口需要屏幕：请在图形桌面中启动，或设置 DISPLAY。命令（python main.py --help）不需要屏幕。",
}
_NO_ANSWER = {
    "en": "Amends is open for this workspace already but doesn't answer. Please close it and start again.",
    "zh": "听诉台已打开此工作区，但没有回应。请先关闭它，再重新启动。",
}
_USAGE = "usage: main.py [--workspace DIR]"


def given_workspace(argv: list[str]) -> Path | None:
    """The folder named on the command line, if any. Raises ``ValueError`` for anything else that stands there."""
    match argv:
        case []:
            return None
        case ["--workspace", folder] if folder:
            return Path(folder)
        case [only] if only.startswith("--workspace=") and only.partition("=")[2]:
            return Path(only.partition("=")[2])
    raise ValueError(" ".join(argv))


def lacks_screen(environ: Mapping[str, str], platform: str) -> bool:
    """Whether Qt would find nothing to draw on and abort. ``platform`` as in ``sys.platform``."""
    ways = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform == "linux" and not any(environ.get(name) for name in ways)


def spoken_language(environ: Mapping[str, str]) -> str:
    """The language (``en`` or ``zh``) for what is said before there is a window."""
    said = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return "zh" if said.startswith("zh") else "en"


def main(argv: list[str]) -> int:
    """Opens the window; ``argv`` is without the program's name. Returns the exit status."""
    language = spoken_language(os.environ)
    try:
        folder = locate(given_workspace(argv), os.environ)
    except ValueError:
        print(_USAGE, file=sys.stderr)
        return WRONG_USAGE
    if lacks_screen(os.environ, sys.platform):
        print(_NO_SCREEN[language], file=sys.stderr)
        return CANT_BE_USED
    lock = WindowLock(folder, own_folder(os.environ))
    if not lock.take():
        return raise_first(lock.name, language)
    return run(folder, lock)


def raise_first(name: str, language: str) -> int:
    """Brings the window that is open already to the front; returns the exit status."""
    from desktop.ui.shell.raising import ask_to_raise  # here: only a second start needs it

    application = QCoreApplication([])  # sockets want one
    answered = ask_to_raise(name)
    del application
    if not answered:
        print(_NO_ANSWER[language], file=sys.stderr)
    return 0 if answered else CANT_BE_USED


def run(folder: Path, lock: WindowLock) -> int:
    """Shows the window until it is closed; ``lock`` is held. Returns the exit status."""
    app = QApplication(["amends"])
    app.setApplicationName("Amends")
    settings = WindowSettings(settings_file())
    window = DeskWindow(settings, settings.text(CANVAS))
    running: list[Program] = []

    def begin() -> None:
        from desktop.ui.shell.program import start  # here: the window is seen before most of the program is loaded

        running.append(start(app, folder, lock, window, settings))

    window.painted.connect(begin)
    window.show()
    status = app.exec()
    for program in running:
        program.close()
    return status
