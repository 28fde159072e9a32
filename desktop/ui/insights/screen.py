"""Insights on screen: builds the widgets, joins them to the presenter, and paints its state."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.people import Person
from desktop.ui.insights.cases_panel import CasesPanel
from desktop.ui.insights.doors import InsightsDoors
from desktop.ui.insights.head import InsightsHead
from desktop.ui.insights.page import InsightsPage
from desktop.ui.insights.presenter import InsightsPresenter
from desktop.ui.insights.state import InsightsState, Phase
from desktop.ui.insights.text import InsightsText, Site
from desktop.ui.refusing import RefusingRun
from desktop.ui.tasks import Runner
from desktop.ui.widgets import EmptyState, LoadingRows, scrolling
from desktop.words import Words


class InsightsScreen(QWidget):
    """What complaints tell together. Everything it works with is handed in.

    ``told`` asks for a short message (sentence, undo or None), ``case_wanted`` carries the number of a case to open,
    ``report_wanted`` asks for the monthly report; ``counted`` follows new figures.
    """

    told = Signal(str, object)
    case_wanted = Signal(str)
    report_wanted = Signal()
    counted = Signal()

    def __init__(
        self,
        doors: InsightsDoors,
        *,
        person: Person,
        words: Words,
        site: Site,
        runner: Runner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = InsightsText(words, site, self)
        self._asked_from: QWidget | None = None  # where the focus was when cases were asked for
        self.head, self.page = InsightsHead(self._text), InsightsPage(self._text)
        self.cases = CasesPanel(self._text)
        self.loading, self.empty = LoadingRows(), EmptyState("bar-chart-3", "")
        self.failure = EmptyState("triangle-alert", "")
        self.presenter = InsightsPresenter(self, doors, RefusingRun(runner), person, site.zone)
        self._build()
        self._connect()
        self._set_words()

    def refresh(self) -> None:
        """Counts anew, as when somebody comes back to this screen."""
        self.presenter.refresh()

    def set_words(self, words: Words) -> None:
        """Speaks another language; the look and what was typed stay."""
        self._text.set_words(words)
        self.head.retranslate()
        self.page.retranslate()
        self.cases.retranslate()
        self._set_words()

    def panes(self) -> Sequence[QWidget]:
        """Where F6 goes, in reading order."""
        panes: tuple[QWidget, ...] = (self.head, self._pages)
        return panes if self.cases.isHidden() else (*panes, self.cases)

    def take_focus(self) -> None:
        """Puts the focus where looking begins."""
        self.head.kinds.setFocus(Qt.FocusReason.OtherFocusReason)

    def status(self) -> str:
        """When the figures were counted, for the status bar."""
        counted = self.presenter.state.counted
        if counted is None:
            return ""
        return self.tr("Counted on this computer at {time}").format(time=self._text.clock(counted.at))

    def paint(self, state: InsightsState) -> None:
        """Shows the state: the only way in which looks change."""
        self.head.show_state(state)
        self.page.show_state(state)
        self.cases.show_state(state)
        self._show_page(state)
        self.counted.emit()

    def say_dismissed(self) -> None:
        """Asks for a short message."""
        self.told.emit(self.tr("The warning is put away, with your reason."), None)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _show_page(self, state: InsightsState) -> None:
        page: QWidget = self._area
        if state.phase is Phase.FAILED:
            hint = self._text.words.error(state.failure) if state.failure is not None else ""
            self.failure.set_texts(self.tr("Couldn’t count."), hint, self.tr("Try again"))
            page = self.failure
        elif state.is_empty:
            page = self.empty
        elif state.counted is None:
            page = self.loading
        if page is not self._pages.currentWidget():
            self._pages.setCurrentWidget(page)
            self.loading.start() if page is self.loading else self.loading.stop()

    def _build(self) -> None:
        self._area = scrolling(self.page)
        self._pages = QStackedWidget()
        for page in (self.loading, self._area, self.empty, self.failure):
            self._pages.addWidget(page)
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(main, 1)
        row.addWidget(self.cases)

    def _connect(self) -> None:
        presenter, head, page, warning = self.presenter, self.head, self.page, self.page.warning
        head.kind_chosen.connect(presenter.choose_kind)
        head.category_chosen.connect(presenter.choose_category)
        head.back_wanted.connect(presenter.go_back)
        head.forward_wanted.connect(presenter.go_forward)
        head.count_wanted.connect(presenter.refresh)
        head.report_wanted.connect(self.report_wanted)
        warning.next_wanted.connect(presenter.next_warning)
        warning.reason_wanted.connect(presenter.ask_reason)
        warning.reason_left.connect(presenter.leave_reason)
        warning.dismiss_wanted.connect(presenter.dismiss)
        warning.cases_wanted.connect(lambda: self._ask(presenter.pick_warning))
        page.picked.connect(lambda pick, count: self._ask(lambda: presenter.pick(pick, count)))
        page.week_picked.connect(lambda key: self._ask(lambda: presenter.pick_week(key)))
        page.others_picked.connect(lambda codes: self._ask(lambda: presenter.pick_others(codes)))
        self.cases.case_wanted.connect(self.case_wanted)
        self.cases.again_wanted.connect(presenter.list_again)
        self.cases.closed.connect(self._on_closed)
        self._area.verticalScrollBar().rangeChanged.connect(self._on_range)
        self.failure.acted.connect(presenter.refresh)
        again = QShortcut(QKeySequence("F5"), self)
        again.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        again.activated.connect(presenter.refresh)

    def _on_range(self, _least: int, most: int) -> None:
        self.page.leave_room(self._area.verticalScrollBar().sizeHint().width() if most > 0 else 0)

    def _ask(self, pick: Callable[[], object]) -> None:
        """Cases are asked for: the focus goes to them, and later back to where it was."""
        self._asked_from = QApplication.focusWidget()
        self.cases.expect_focus()
        pick()

    def _on_closed(self) -> None:
        self.presenter.close_cases()
        before, self._asked_from = self._asked_from, None
        if before is not None and self.isAncestorOf(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_focus()

    def _set_words(self) -> None:
        self.setAccessibleName(self.tr("Insights"))
        self._area.setAccessibleName(self.tr("Figures"))
        self.empty.set_texts(self.tr("No complaints yet"), self.tr("Figures appear with the first one."))
        self.paint(self.presenter.state)
