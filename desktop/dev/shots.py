"""Pictures of every screen: ``python -m desktop.dev.shots DIR`` renders them offscreen as PNG.

Every screen × {en, zh} × {light, dark} × {1366×768, 1440×900}, with a practice desk's sample data and a clock that
stands still. A 1366×768 display leaves the window 1366×696 (design.md 4).
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt looks for a screen

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.kinds import Language, Property, State
from desktop.errors import WorkspaceError
from desktop.services.desk import Desk, open_desk
from desktop.services.founding import Founding, found_site
from desktop.services.practice import fill_practice_desk
from desktop.ui.finding.box import FindingBox
from desktop.ui.firstrun import FirstRunScreen
from desktop.ui.i18n import Translator
from desktop.ui.intake.screen import IntakeScreen
from desktop.ui.settings.screen import SettingsScreen
from desktop.ui.settings.state import Part
from desktop.ui.shell.desk_page import DeskPage
from desktop.ui.shell.keys import WindowActions
from desktop.ui.shell.opening import TroublePage
from desktop.ui.shell.preferences import Preferences
from desktop.ui.shell.screens import PersonDesk
from desktop.ui.shell.settings import WindowSettings
from desktop.ui.shell.window import DeskWindow
from desktop.ui.shell.wiring import OpenDesk
from desktop.ui.tasks import InlineRunner
from desktop.ui.theme import Theme, is_compact
from desktop.ui.theme.theme import Mode

NOW = datetime(2026, 11, 19, 13, 42, tzinfo=UTC)  #: Thursday, 21:42 at the sample site
SIZES = {"1366": QSize(1366, 696), "1440": QSize(1440, 900)}
MODES: tuple[Mode, ...] = ("light", "dark")
_CLERK, _OWNER = "maya", "owner"
SHOWN_PARTS = tuple(Part)  #: the sections of the settings
_SETTLING = 4  #: rounds of events after which folds and scroll areas have found their size
_SITE = {Language.EN: ("Harbour Hotel", "Front desk"), Language.ZH: ("海港酒店", "前台")}
_HEARD = {
    Language.EN: (
        "Ms Tan says the air-conditioner has been dripping since check-in. She called twice and nobody came. The floor "
        "by the bed is wet and her son slipped; he is not hurt. They fly early and want to sleep.",
        "Tan Wei Ling",
        "Room, by the bed",
    ),
    Language.ZH: (
        "陈女士说房间空调从入住起就一直滴水。她打了两次电话都没人来。床边地面是湿的，孩子滑倒了，没有受伤。他们明天一早的飞机，现在只想休息。",
        "陈薇玲",
        "房间床边",
    ),
}


def sample_desk(folder: Path, language: Language) -> Desk:
    """A practice desk in a language, as it stands at ``NOW``."""
    site, desk_name = _SITE[language]
    answers = Founding(
        Property.HOTEL, site, "HH", language, "Asia/Shanghai", "owner", desk_name=desk_name, training=True
    )
    desk = open_desk(found_site(folder, answers, NOW), lambda: NOW)
    fill_practice_desk(desk, NOW)
    return desk


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
        window.show()

    def dress(self, mode: Mode, size: QSize) -> None:
        """Another theme and size."""
        self._theme.set_mode(mode)
        self.window.resize(size)
        self._app.processEvents()

    def pages(self) -> Iterator[tuple[str, Callable[[], QWidget]]]:
        """The name of every picture, and what brings its page up and gives the widget to render."""
        yield "firstrun", self._first_run
        yield "trouble", self._trouble
        yield "signin", self._sign_in
        yield "queue", self._queue
        yield "finding", self._finding
        yield "case", self._case
        yield "guests", self._guests
        for part in SHOWN_PARTS:
            yield f"settings-{part}", partial(self._settings, part)
        yield "intake-empty", self._intake
        yield "intake", self._filled_intake
        yield "cover", self._cover

    def close(self) -> None:
        """Lets the window go."""
        self._open.session.finish()
        self._open.session.clear_away()
        self.window.close()
        self.window.deleteLater()
        self._app.processEvents()

    def _first_run(self) -> QWidget:
        def nothing(*_given: object) -> Path:
            raise WorkspaceError("workspace_exists")

        page = FirstRunScreen(nothing, nothing, InlineRunner(), self.preferences.words, self._language)
        site, desk_name = _SITE[self._language]
        for name, text in (
            ("site", site),
            ("desk", desk_name),
            ("owner", "陈美雅" if self._is_chinese else "Maya Chen"),
        ):
            page.form.fields[name].setText(text)
            page.presenter.write(name, text)
        page.form.secret.setText("135790")
        page.form.repeated.setText("135790")
        self.window.show_page(page)
        return self.window

    @property
    def _is_chinese(self) -> bool:
        return self._language is Language.ZH

    def _trouble(self) -> QWidget:
        damaged = WorkspaceError("workspace_damaged", path=str(Path("Amends")))
        self.window.show_page(TroublePage(damaged, self.preferences.words, Path("Amends")))
        return self.window

    def _sign_in(self) -> QWidget:
        self._open.session.begin()
        return self.window

    @property
    def _page(self) -> DeskPage:
        page = self._open.session.desk
        assert page is not None
        return page

    @property
    def _search(self) -> FindingBox:
        box = self._page.findChild(FindingBox)
        assert box is not None
        return box

    def _queue(self) -> QWidget:
        self._come(_CLERK)
        self._page.open("queue")
        return self.window

    def _finding(self) -> QWidget:
        self._queue()
        self._search.setFocus()
        self._search.setText("水" if self._is_chinese else "water")
        self._search.returnPressed.emit()
        return self.window

    def _case(self) -> QWidget:
        """The most urgent case that has come some way."""
        self._search.clear()
        self._queue()
        rows = self._desk.queue.page(NOW).rows
        worked = next((row for row in rows if row.state is State.PROPOSED), rows[0])
        self._person_desk.open_case(worked.number)
        return self.window

    @property
    def _person_desk(self) -> PersonDesk:
        made = self._page.findChild(PersonDesk)
        assert made is not None
        return made

    def _guests(self) -> QWidget:
        """The guest with the most to tell."""
        self._come(_CLERK)
        self._page.open("guests")
        page = self._desk.guests.find("", 50)
        self._person_desk.show_guest(max(page.rows, key=lambda row: row.cases).guest.id)
        return self.window

    def _settings(self, part: str) -> QWidget:
        """A section, as the owner sees it."""
        self._come(_OWNER)
        self._page.open("settings")
        screen = self._page.findChild(SettingsScreen)
        assert screen is not None
        screen.open(Part(part))
        return self.window

    def _come(self, login: str) -> None:
        """Has somebody sit at the desk."""
        attendance = self._open.session.attendance
        if attendance.person is None or attendance.person.login != login or attendance.is_covered:
            attendance.come(self._desk.staff.person(login, "D1"))

    def _intake(self) -> QWidget:
        self._come(_CLERK)
        self._search.clear()
        self._page.open("new")
        return self.window

    def _filled_intake(self) -> QWidget:
        self._intake()
        screen = self.window.findChild(IntakeScreen)
        assert screen is not None
        text, guest, place = _HEARD[self._language]
        screen.hearing.narrative.set_text(text)
        screen.presenter.change(
            text=text, name=guest, place=place, room="1208", category="H01-1", severity=3, emotion=3
        )
        return self.window

    def _cover(self) -> QWidget:
        self._open.session.attendance.go()
        return self.window


def take_all(folder: Path) -> int:
    """Renders every page into ``folder``; returns how many pictures were made."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(["amends"])
    assert isinstance(app, QApplication)
    theme = Theme.install(app, mode="light", bundled_fonts=True)
    taken = 0
    with tempfile.TemporaryDirectory() as scratch:
        for language in Language:
            desk = sample_desk(Path(scratch) / language.value, language)
            for mode in MODES:
                for name, size in SIZES.items():
                    studio = Studio(app, desk, language, theme, Path(scratch))
                    studio.dress(mode, size)
                    for page, bring in studio.pages():
                        widget = bring()
                        for _ in range(_SETTLING):
                            app.processEvents()
                        widget.grab().save(str(folder / f"{page}-{language.value}-{mode}-{name}.png"))
                        taken += 1
                    studio.close()
            desk.close()
    return taken


if __name__ == "__main__":
    print(take_all(Path(sys.argv[1])))
