"""The one window: whatever is shown in it, its size and place, and closing it without losing a word.

It is on the screen before theme, words and screens are loaded, so this module knows none of them.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from desktop.ui.shell.settings import WindowSettings

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

SMALLEST = QSize(1280, 640)
_USUAL = QSize(1440, 900)


def _nothing() -> None:
    """Until the desk is open there is nothing to keep."""


class DeskWindow(QMainWindow):
    """Shows one page at a time; pages that stay (the desk behind its cover) are kept, others let go.

    ``painted`` follows the first picture, an empty one in ``canvas`` (``#RRGGBB``, or empty for the system's colour).
    ``resized`` follows every new size. ``on_closing`` is called before the window closes, to keep what is typed.
    """

    painted = Signal()
    resized = Signal(QSize)

    def __init__(self, settings: WindowSettings, canvas: str = "") -> None:
        super().__init__()
        self._settings = settings
        self.on_closing: Callable[[], None] = _nothing
        self._is_painted = False
        self._hidden: list[QWidget] = []
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        self.setWindowTitle("Amends 听诉台")  # a name, the same in both languages; never a guest's
        if QColor.isValidColorName(canvas):
            palette = QPalette(self.palette())
            palette.setColor(QPalette.ColorRole.Window, QColor(canvas))
            self.setPalette(palette)
        self._take_place()

    @property
    def page(self) -> QWidget | None:
        """What is shown now."""
        return self._pages.currentWidget()

    def show_page(self, page: QWidget) -> None:
        """Shows a page, added if it is new."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def drop_page(self, page: QWidget) -> None:
        """Lets a page go for good."""
        if self._pages.indexOf(page) >= 0:
            self._pages.removeWidget(page)
        page.hide()
        page.deleteLater()

    def hide_others(self) -> None:
        """Takes menus away and hides dialogs: nothing of guests may stand beside the cover."""
        from PySide6.QtCore import Qt  # here: its many enumerations take longer to load than the window to be painted

        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            continue
        for other in QApplication.topLevelWidgets():
            if other is not self and other.isVisible() and other.windowType() != Qt.WindowType.Popup:
                self._hidden.append(other)
                other.hide()

    def show_others(self) -> None:
        """Shows the dialogs again that the cover hid."""
        hidden, self._hidden = self._hidden, []
        for other in hidden:
            other.show()

    def close_others(self) -> None:
        """Lets the hidden dialogs go: they belong to the last person's desk."""
        hidden, self._hidden = self._hidden, []
        for other in hidden:
            other.close()
            other.deleteLater()

    def come_to_front(self) -> None:
        """Somebody started the program a second time."""
        from PySide6.QtCore import Qt  # here: as above

        self.setWindowState((self.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
        self.show()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Tells that there is something to be seen, once this picture is on its way to the screen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Tells of the new size."""
        super().resizeEvent(event)
        self.resized.emit(self.size())

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Keeps what is typed and where the window stood."""
        self.on_closing()
        self._settings.place = self.saveGeometry()
        self._settings.keep()
        super().closeEvent(event)

    def _take_place(self) -> None:
        room = QGuiApplication.primaryScreen().availableSize()
        self.setMinimumSize(SMALLEST.boundedTo(room))
        if not self.restoreGeometry(self._settings.place):
            self.resize(_USUAL.boundedTo(room))
