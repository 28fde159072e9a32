"""The window in which the screens are brought up: who sits there, which screen is shown, what is put away after it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from desktop.dev.shot_desk import OWNER
from desktop.domain.kinds import Language
from desktop.services.desk import Desk
from desktop.ui.shell.desk_page import DeskPage
from desktop.ui.shell.preferences import Preferences
from desktop.ui.shell.screens import PersonDesk
from desktop.ui.shell.session import Session
from desktop.ui.shell.window import DeskWindow

Screen = TypeVar("Screen", bound=QWidget)
Bring = Callable[[], QWidget]


class ShotStage:
    """Knows its way about the window; who derives from it knows the pages."""

    def __init__(
        self, desk: Desk, language: Language, window: DeskWindow, session: Session, preferences: Preferences
    ) -> None:
        self._desk, self._language, self._window = desk, language, window
        self._session, self._preferences = session, preferences
        self._left: Callable[[], object] | None = None  # puts away what the last page left open

    def tidy(self) -> None:
        """Puts away what the last page left open."""
        if self._left is not None:
            self._left()
            self._left = None

    def _next(self, bring: Bring) -> QWidget:
        self.tidy()
        return bring()

    @property
    def _is_chinese(self) -> bool:
        return self._language is Language.ZH

    def _come(self, login: str) -> None:
        """Has somebody sit at the desk."""
        attendance = self._session.attendance
        if attendance.person is None or attendance.person.login != login or attendance.is_covered:
            attendance.come(self._desk.staff.person(login, "D1"))

    @property
    def _page(self) -> DeskPage:
        page = self._session.desk
        assert page is not None
        return page

    @property
    def _person_desk(self) -> PersonDesk:
        made = self._page.findChild(PersonDesk)
        assert made is not None
        return made

    def _screen(self, kind: type[Screen]) -> Screen:
        found = self._page.findChild(kind)
        assert found is not None
        return found

    def _door(self, name: str) -> QWidget:
        self._come(OWNER)
        self._page.open(name)
        return self._window
