"""The real window over a real workspace, used as people use it: keys, clicks, and what an input method sends."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, Qt, QTranslator
from PySide6.QtGui import QInputMethodEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget

from desktop.domain.kinds import Language, Property
from desktop.services.desk import Desk
from desktop.ui.case.screen import CaseScreen
from desktop.ui.finding.box import FindingBox
from desktop.ui.guests.screen import GuestsScreen
from desktop.ui.i18n import Translator
from desktop.ui.intake.screen import IntakeScreen
from desktop.ui.papers.window import PaperWindow
from desktop.ui.queue.screen import QueueScreen
from desktop.ui.settings.screen import SettingsScreen
from desktop.ui.shell.desk_page import DeskPage
from desktop.ui.shell.keys import WindowActions
from desktop.ui.shell.preferences import Preferences
from desktop.ui.shell.settings import WindowSettings
from desktop.ui.shell.window import DeskWindow
from desktop.ui.shell.wiring import OpenDesk
from desktop.ui.tasks import InlineRunner, Runner
from desktop.ui.theme import Theme, is_compact
from tests.journeys.seeing import called, is_free, rows, scroll_to
from tests.support.clock import Clock
from tests.support.sites import open_site, owner_of
from tests.support.staffed import staffed_folder

CLERK = "rita"  #: a receptionist
WITH_PIN = (CLERK, "sam", "mark")  #: besides the owner, whose PIN is another
PIN, WRONG_PIN = "246810", "135790"
_CTRL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier
_FURTHEST = 60  #: steps with Tab from anywhere to anywhere
_SETTLING = 3  #: rounds of events after which layouts have found their size


@cache
def _live_folder(language: Language, property_: Property) -> Path:
    """A live site in which clerk, specialist and manager have PINs, to be copied and never opened."""
    folder = Path(tempfile.mkdtemp(prefix="amends-journeys-")) / "site"
    atexit.register(shutil.rmtree, folder.parent, ignore_errors=True)
    shutil.copytree(staffed_folder(property_, training=False, language=language), folder)
    desk = open_site(folder)
    for login in WITH_PIN:
        desk.staff.give_secret(owner_of(desk), login, PIN)
    desk.close()
    return folder


def live_site(folder: Path, language: Language = Language.EN, property_: Property = Property.HOTEL) -> Path:
    """A copy of the live site in ``folder``, which doesn't exist yet."""
    shutil.copytree(_live_folder(language, property_), folder)
    return folder


class RealWindow:
    """The window as the program puts it together, with a clock that stands still until it is moved."""

    def __init__(self, theme: Theme, workspace: Path, settings_file: Path, runner: Runner | None = None) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._is_closed = False
        self.clock, self.theme = Clock(), theme
        self.desk: Desk = open_site(workspace, self.clock)
        self.settings = WindowSettings(settings_file)
        self.preferences = Preferences(self.settings, theme, Translator(app))
        self.preferences.offer_language(self.desk.site.facts().language)
        self.window = DeskWindow(self.settings)
        self.window.resized.connect(lambda size: theme.set_compact(is_compact(size.width(), size.height())))
        self.open = OpenDesk(
            self.desk,
            self.window,
            WindowActions(self.window),
            self.preferences,
            self.settings,
            runner or InlineRunner(),
            "journey",
            self.clock,
        )
        self.window.resize(1440, 900)
        self.open.session.begin()
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window), "the window never came to the front"
        self.settle()

    def close(self) -> None:
        """Closes the window as a person does, and lets everything go; once closed it stays so."""
        if self._is_closed:
            return
        self._is_closed = True
        self.window.close()
        self.open.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        app = QApplication.instance()
        assert app is not None
        for translator in app.findChildren(QTranslator):
            app.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(QLocale.c())

    # What is on the screen

    @property
    def page(self) -> DeskPage:
        page = self.open.session.desk
        assert page is not None
        return page

    @property
    def queue(self) -> QueueScreen:
        return self._only(QueueScreen)

    @property
    def intake(self) -> IntakeScreen:
        return self._only(IntakeScreen)

    @property
    def case(self) -> CaseScreen:
        return self._only(CaseScreen)

    @property
    def guests(self) -> GuestsScreen:
        return self._only(GuestsScreen)

    @property
    def settings_screen(self) -> SettingsScreen:
        return self._only(SettingsScreen)

    @property
    def paper(self) -> PaperWindow:
        """The paper that lies over the page."""
        (paper,) = self.papers()
        return paper

    def papers(self) -> list[PaperWindow]:
        """Every paper that can be seen."""
        return [paper for paper in self.window.findChildren(PaperWindow) if paper.isVisible()]

    @property
    def search(self) -> FindingBox:
        return self._only(FindingBox)

    @property
    def is_at_the_desk(self) -> bool:
        """Whether the desk can be seen, and not the page for signing in."""
        return self.window.page is self.open.session.desk

    def numbers(self) -> list[str]:
        """The cases of the queue, from top to bottom, as the table holds them."""
        return [row.number for row in self.queue.presenter.state.window.rows]

    @property
    def chosen(self) -> str:
        """The number of the chosen case, empty if there is none."""
        row = self.queue.presenter.state.selected
        return row.number if row else ""

    def _only(self, kind: type) -> QWidget:  # type: ignore[type-arg]
        found = self.page.findChild(kind)
        assert isinstance(found, kind)
        return found

    # What a person does

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        """Presses a key; the window decides who gets it."""
        QTest.keyClick(self._handle(), key, modifiers)
        self.settle()

    def with_ctrl(self, key: Qt.Key) -> None:
        """Presses a key with Ctrl."""
        self.press(key, _CTRL)

    def type(self, text: str) -> None:
        """Types Latin text, key by key, to whoever has the focus."""
        for character in text:
            QTest.keyClick(self._handle(), character)
        self.settle()

    def compose(self, preedit: str) -> None:
        """The input method shows what is being composed."""
        QApplication.sendEvent(self._focused(), QInputMethodEvent(preedit, []))
        self.settle()

    def commit(self, text: str) -> None:
        """The input method hands over what was decided on."""
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(self._focused(), event)
        self.settle()

    def write(self, preedit: str, text: str) -> None:
        """Composes and commits."""
        self.compose(preedit)
        self.commit(text)

    def tab_to(self, *wanted: QWidget) -> None:
        """Goes on with Tab until a field, or one of several, has the focus."""
        stops = []
        for _ in range(_FURTHEST):
            focused = QApplication.focusWidget()
            if focused in wanted:
                return
            stops.append(called(focused))
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {called(wanted[0])}, but to {', '.join(dict.fromkeys(stops))}")

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Clicks on a widget where it can be seen; the window decides who gets the click."""
        scroll_to(widget)
        self.settle()
        assert widget.isVisible(), f"{type(widget).__name__} can't be seen"
        middle = widget.rect().center()
        places = [place] if place is not None else [middle, QPoint(3 * middle.x() // 2, middle.y())]
        window = widget.window()
        free = [place for place in places if is_free(widget, place, window)]
        assert free, f"{type(widget).__name__} is covered or cut off there"
        handle = window.windowHandle()
        assert handle is not None
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, _NONE, widget.mapTo(window, free[0]))
        self.settle()

    def let_the_message_go(self) -> None:
        """Six seconds pass, and the short message at the edge is gone."""
        self.page.toast.close_toast()

    def button(self, words: str) -> QAbstractButton:
        """The button that can be seen with these words on it."""
        buttons = self.window.findChildren(QAbstractButton)
        seen = [button for button in buttons if button.isVisible() and button.accessibleName() == words]
        seen = seen or [button for button in buttons if button.isVisible() and button.text() == words]
        assert len(seen) == 1, f"{len(seen)} buttons say {words!r}"
        return seen[0]

    def click_first_of_popup(self) -> None:
        """Clicks on the first row of the list that has opened."""
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QAbstractItemView)
        self.click(popup.viewport(), popup.visualRect(popup.model().index(0, 0)).center())

    def click_pin(self) -> None:
        """Brings the focus to where the PIN goes."""
        self.click(self.open.session.sign_in.pane.pin)

    def choose_person(self, name: str) -> None:
        """Clicks on somebody in the list of people."""
        people = self.open.session.sign_in.people
        index = next(index for index in rows(people) if index.data() == name)
        viewport = people.viewport()
        self.click(viewport, people.visualRect(index).center())

    def sign_in(self) -> None:
        """The clerk signs in with the right PIN."""
        self.choose_person(CLERK.title())
        self.type(PIN)
        self.press(Qt.Key.Key_Return)

    def settle(self) -> None:
        """Lets the window take in what happened; as on every desktop, it comes back when a dialog over it has gone."""
        for _ in range(_SETTLING):
            QApplication.processEvents()
        if QApplication.activeWindow() is None and self.window.isVisible():
            self.window.activateWindow()
            QApplication.processEvents()

    def _handle(self) -> QWindow:
        self._held = QApplication.activePopupWidget() or QApplication.activeWindow() or self.window
        handle = self._held.windowHandle()  # which goes with its widget where nobody holds that
        assert handle is not None
        return handle

    @staticmethod
    def _focused() -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled), f"{type(focused).__name__} takes none"
        return focused
