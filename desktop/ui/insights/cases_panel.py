"""Beside the figures: the cases behind the one that was clicked."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui import formats
from desktop.ui.insights.cases_list import CasesTable
from desktop.ui.insights.state import InsightsState, Phase, PickedCases
from desktop.ui.insights.text import InsightsText
from desktop.ui.widgets import EmptyState, IconButton, LoadingRows, Panel, PlainLabel, SidePanel


class CasesPanel(SidePanel):
    """Hidden until a figure is clicked. ``case_wanted`` is only emitted where the person may read cases."""

    case_wanted = Signal(str)
    closed = Signal()
    again_wanted = Signal()

    def __init__(self, text: InsightsText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._state: InsightsState | None = None
        self._wants_focus = False
        self.title = PlainLabel("", "section", max_lines=2)
        self.about = PlainLabel("", "meta", "ink2", wrap=True)
        self.close_button = IconButton("x", "", key="Esc", kind="ghost", size="row")
        self.table = CasesTable(text)
        self.loading, self.empty = LoadingRows(), EmptyState("inbox", "")
        self.failure = EmptyState("triangle-alert", "")
        self.hint = PlainLabel("", "meta", "ink2", wrap=True)
        self._pages = QStackedWidget()
        self._build()
        self.close_button.clicked.connect(self.closed)
        self.failure.acted.connect(self.again_wanted)
        self.table.case_wanted.connect(self._on_case)
        self.retranslate()
        self.hide()

    def show_state(self, state: InsightsState) -> None:
        """Shows the cases, or hides."""
        before, self._state = self._state, state
        cases = state.cases
        if cases is None:
            self._wants_focus = False
            self.hide()
            return
        is_same = before is not None and before.cases is not None and before.cases.picked == cases.picked
        if is_same and cases.phase is Phase.COUNTING and cases.rows:
            return  # read anew: what is shown stays until the answer is there
        self.title.setText(self._text.picked(cases.picked))
        self.about.setText(self._about(cases))
        self._show_page(cases)
        self._show_hint(state, cases)
        self.show()
        if self._wants_focus and cases.phase is not Phase.COUNTING:
            self._wants_focus = False
            self.take_focus()

    def expect_focus(self) -> None:
        """Takes the focus as soon as the cases are there."""
        self._wants_focus = True

    def take_focus(self) -> None:
        """Puts the focus where the list begins."""
        goals: tuple[QWidget, ...] = (self.table, self.failure.button, self.close_button)
        next(goal for goal in goals if goal.isVisible()).setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """The words have changed."""
        self.setAccessibleName(self.tr("Cases behind the figure"))
        self.table.setAccessibleName(self.tr("Cases behind the figure"))
        self.close_button.set_name(self.tr("Close"))
        self.empty.set_texts(self.tr("No cases"), self.tr("Nothing stands behind this figure."))
        if self._state is not None and self._state.cases is not None:
            self.show_state(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the list away."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _about(self, cases: PickedCases) -> str:
        count = self.tr("%n case(s)", "", len(cases.rows))
        parts = (self._text.picked_days(cases.picked), count if cases.phase is Phase.READY else "")
        return " · ".join(part for part in parts if part)

    def _show_page(self, cases: PickedCases) -> None:
        page: QWidget = self.table if cases.rows else self.empty
        self.loading.stop()
        if cases.phase is Phase.COUNTING:
            page = self.loading
        elif cases.phase is Phase.FAILED:
            hint = self._text.words.error(cases.failure) if cases.failure else ""
            self.failure.set_texts(self.tr("Couldn’t list the cases."), hint, self.tr("Try again"))
            page = self.failure
        else:
            self.table.show_cases(cases.rows, cases.names)
        self._pages.setCurrentWidget(page)
        if page is self.loading:
            self.loading.start()

    def _show_hint(self, state: InsightsState, cases: PickedCases) -> None:
        said = []
        if cases.unlisted and cases.rows:
            count = formats.count(cases.unlisted)
            said.append(self.tr("Counted but not listed for you: {count}.").format(count=count))
        if cases.rows and not state.can_open_cases:
            said.append(self.tr("Cases open for those who work on them."))
        self.hint.setText(" ".join(said))
        self._foot.setVisible(bool(said))

    def _on_case(self, number: str) -> None:
        if self._state is not None and self._state.can_open_cases:
            self.case_wanted.emit(number)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 10, 8)
        head.setSpacing(8)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self.title)
        lines.addWidget(self.about)
        head.addLayout(lines, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._foot = Panel("surface", "top")
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(14, 8, 14, 8)
        foot.addWidget(self.hint)
        for page in (self.loading, self.table, self.empty, self.failure):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        column.addWidget(self._foot)
