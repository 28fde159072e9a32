"""The card that holds a list, or what stands in its place: row blocks, an empty page, an error (design.md 11)."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.widgets.card import Panel
from desktop.ui.widgets.empty_state import LOADING_SHOWS_AFTER_MS, EmptyState, LoadingRows
from desktop.ui.widgets.panes import holds_focus


class RowsCard(Panel):
    """A card with ``rows``, the view of the list; ``icon`` stands on the page that says why there are none.

    Signals carry the one way on. Who derives from it fills ``empty`` and ``failure`` and says which page is shown.
    """

    again_wanted = Signal()

    def __init__(self, rows: QWidget, icon: str, parent: QWidget | None = None) -> None:
        super().__init__("card", parent=parent)
        self.loading = LoadingRows()
        self.rows = rows
        self.empty = EmptyState(icon, "")
        self.failure = EmptyState("triangle-alert", "")
        self._is_waiting = False
        self._pages = QStackedWidget()
        for page in (self.loading, rows, self.empty, self.failure):  # the rows lie above what waits under them
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(rows)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._pages)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(LOADING_SHOWS_AFTER_MS)
        self._patience.timeout.connect(lambda: self._pages.setCurrentWidget(self.loading))
        self.failure.acted.connect(self.again_wanted)

    def begin_waiting(self) -> None:
        """Rows are read: earlier ones stay until the new ones are there, or it takes long."""
        if not self._is_waiting:
            self._is_waiting = True
            self.loading.start()
            self._patience.start()

    def end_waiting(self) -> None:
        """The rows are there, or can't be read."""
        self._is_waiting = False
        self._patience.stop()
        self.loading.stop()

    def show_page(self, page: QWidget) -> None:
        """Shows ``rows``, ``empty`` or ``failure``; the focus goes on to it if it was on the card."""
        if page is not self._pages.currentWidget():
            had_focus = holds_focus(self)
            self._pages.setCurrentWidget(page)
            if had_focus:
                self.take_focus()

    def take_focus(self) -> None:
        """Puts the focus where work goes on: on the rows, or on the one way on where there are none.

        Where there is neither it waits on the empty page, and goes to the first rows that come.
        """
        goals = (self.rows, self.empty.button, self.failure.button, self.empty)
        goal = next((goal for goal in goals if goal.isVisible()), None)
        if goal is not None:
            goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """The words have changed."""

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
