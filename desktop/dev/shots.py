"""Pictures of every screen: ``python -m desktop.dev.shots DIR`` renders them offscreen as PNG.

Every screen × {en, zh} × {light, dark} × {1366×768, 1440×900}, with a practice desk's sample data and a clock that
stands still. A 1366×768 display leaves the window 1366×696 (design.md 4).
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt looks for a screen

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from desktop.dev.shot_desk import NOW, new_desk, sample_desk
from desktop.dev.shot_pages import ShotPages
from desktop.domain.kinds import Language
from desktop.services.desk import Desk
from desktop.ui.i18n import Translator
from desktop.ui.shell.keys import WindowActions
from desktop.ui.shell.preferences import Preferences
from desktop.ui.shell.settings import WindowSettings
from desktop.ui.shell.window import DeskWindow
from desktop.ui.shell.wiring import OpenDesk
from desktop.ui.tasks import InlineRunner
from desktop.ui.theme import Theme, is_compact
from desktop.ui.theme.theme import Mode

SIZES = {"1366": QSize(1366, 696), "1440": QSize(1440, 900)}
MODES: tuple[Mode, ...] = ("light", "dark")
_SETTLING = 4  #: rounds of events after which folds and scroll areas have found their size


class Studio:
    """The window with one desk in it, dressed as asked."""

    def __init__(self, app: QApplication, desk: Desk, language: Language, theme: Theme, folder: Path) -> None:
        self._app, self._desk, self._language, self._theme = app, desk, language, theme
        settings = WindowSettings(folder / f"{language.value}.ini")
        translator = Translator(app, language)
        preferences = self.preferences = Preferences(settings, theme, translator)
        preferences.set_language(language)
        window = self.window = DeskWindow(settings)
        window.resized.connect(lambda size: theme.set_compact(is_compact(size.width(), size.height())))
        self._open = OpenDesk(
            desk, window, WindowActions(window), preferences, settings, InlineRunner(), "shots", lambda: NOW
        )
        self._pages = ShotPages(desk, language, window, self._open.session, preferences)
        window.show()

    def dress(self, mode: Mode, size: QSize) -> None:
        """Another theme and size."""
        self._theme.set_mode(mode)
        self.window.resize(size)
        self._app.processEvents()

    def pages(self) -> Iterator[tuple[str, Callable[[], QWidget]]]:
        """The name of every picture, and what brings its page up and gives the widget to render."""
        return self._pages.pages()

    def close(self) -> None:
        """Lets the window go."""
        self._pages.tidy()
        self._open.session.finish()
        self._open.session.clear_away()
        self.window.close()
        self.window.deleteLater()
        self._app.processEvents()


def take_all(folder: Path) -> int:
    """Renders every page into ``folder``; returns how many pictures were made."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(["amends"])
    assert isinstance(app, QApplication)
    theme = Theme.install(app, mode="light", bundled_fonts=True)
    taken = 0
    with tempfile.TemporaryDirectory() as scratch:
        for language in Language:
            for make in (sample_desk, new_desk):
                folder_of_desk = Path(scratch) / f"{make.__name__}-{language.value}"
                desk = make(folder_of_desk, language)
                for mode in MODES:
                    for name, size in SIZES.items():
                        studio = Studio(app, desk, language, theme, Path(scratch))
                        studio.dress(mode, size)
                        taken += take_window(app, studio, folder, f"{language.value}-{mode}-{name}")
                        studio.close()
                desk.close()
    return taken


def take_window(app: QApplication, studio: Studio, folder: Path, ending: str) -> int:
    """Renders every page of one window; returns how many."""
    taken = 0
    for page, bring in studio.pages():
        widget = bring()
        for _ in range(_SETTLING):
            app.processEvents()
        widget.grab().save(str(folder / f"{page}-{ending}.png"))
        taken += 1
    return taken


if __name__ == "__main__":
    print(take_all(Path(sys.argv[1])))
