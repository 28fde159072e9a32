"""The month beside the list: its report, what belongs to it, and at the foot how it is made."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.kinds import Language
from desktop.ui.reports.decisions_part import LastPart, NextPart
from desktop.ui.reports.first_page import FirstPage
from desktop.ui.reports.numbers_part import ActivityPart, GoalsPart
from desktop.ui.reports.paper_part import EarlierPart, PaperPart
from desktop.ui.reports.state import ReportsState
from desktop.ui.reports.text import ReportsText
from desktop.ui.theme import theme_of
from desktop.ui.widgets import (
    Button,
    EmptyState,
    Panel,
    PlainLabel,
    SegmentedControl,
    Separator,
    SidePanel,
    scrolling_parts,
)
from desktop.ui.widgets.tabbing import order_tabs

_WIDTH, _COMPACT_WIDTH = 420, 380  #: forms of three fields stand in it


class MonthPane(SidePanel):
    """Shows the chosen month. Signals carry what a person asked for; those of the parts are connected there."""

    again_wanted = Signal()
    make_wanted = Signal()
    stop_wanted = Signal()
    language_chosen = Signal(object)

    def __init__(self, text: ReportsText, page: FirstPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._state: ReportsState | None = None
        self.paper, self.earlier = PaperPart(text, page), EarlierPart(text)
        self.next, self.last = NextPart(text), LastPart(text)
        self.activity, self.goals = ActivityPart(text), GoalsPart(text)
        self._parts = (self.paper, self.earlier, self.last, self.next, self.activity, self.goals)
        self._edges = {part: Separator() for part in self._parts}
        self.language = SegmentedControl([(Language.EN, "EN"), (Language.ZH, "中文")], name="", size="footer")
        self.make = Button(kind="primary", icon="file-text", size="footer")
        self.stop = Button(size="footer", key="Esc")
        self.told = PlainLabel("", "body", "ink2", elide=True)
        self.progress = QProgressBar(textVisible=False)
        self.nothing, self.failure = EmptyState("file-text", ""), EmptyState("triangle-alert", "")
        self._pages = QStackedWidget()
        self._build()
        self.failure.acted.connect(self.again_wanted)
        self.make.clicked.connect(self.make_wanted)
        self.stop.clicked.connect(self.stop_wanted)
        self.language.chosen.connect(self.language_chosen)
        self._set_words()

    def sizeHint(self) -> QSize:
        """Wider than other panels."""
        metrics = theme_of(self).metrics
        return QSize(metrics.px(_COMPACT_WIDTH if metrics.compact else _WIDTH), super().sizeHint().height())

    def show_state(self, state: ReportsState) -> None:
        """Shows the chosen month, or that there is none."""
        before, self._state = self._state, state
        if state.chosen is None:
            self._pages.setCurrentWidget(self.nothing)
            return
        if state.detail_failure is not None and state.detail is None:
            hint = self._text.words.error(state.detail_failure)
            self.failure.set_texts(self.tr("Couldn’t read this month."), hint, self.tr("Try again"))
            self._pages.setCurrentWidget(self.failure)
            return
        if state.detail is None:
            return  # a moment: what is shown stays until the month is read
        for part in self._parts:
            part.show_state(state)
        for part, edge in self._edges.items():
            edge.setVisible(not part.isHidden() and part is not self.paper)
        self._show_foot(state)
        self._pages.setCurrentWidget(self._whole)
        if before is None or before.detail is None or before.detail.kept != state.detail.kept:
            order_tabs(self)  # what was made anew came last
        if before is None or before.detail is None or before.detail.month != state.detail.month:
            self.area.verticalScrollBar().setValue(0)

    def retranslate(self) -> None:
        """The words have changed."""
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _show_foot(self, state: ReportsState) -> None:
        had_focus = self.make.hasFocus() or self.stop.hasFocus()
        self.language.set_value(state.language)
        self._telling.setVisible(state.is_making)
        self.stop.setVisible(state.is_making)
        self.language.setVisible(not state.is_making)
        self.make.setVisible(not state.is_making)
        if had_focus:
            (self.stop if state.is_making else self.make).setFocus()
        self.progress.setRange(0, state.total)
        self.progress.setValue(state.done)
        self.told.setText(self.tr("Making the report…"))
        again = state.newest is not None
        self.make.setText(self.tr("Make it again") if again else self.tr("Make the report"))

    def _build(self) -> None:
        self._whole = QWidget()
        self.area = scrolling_parts((part, edge) for part, edge in self._edges.items())
        foot = Panel("surface", "top")
        rows = QHBoxLayout(foot)
        rows.setContentsMargins(16, 10, 16, 12)
        rows.setSpacing(10)
        self._telling = QWidget()
        telling = QVBoxLayout(self._telling)
        telling.setContentsMargins(0, 0, 0, 0)
        telling.setSpacing(6)
        telling.addWidget(self.told)
        telling.addWidget(self.progress)
        rows.addWidget(self.language)
        rows.addWidget(self.make, 1)
        rows.addWidget(self._telling, 1)
        rows.addWidget(self.stop)
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addWidget(foot)
        for page in (self.nothing, self.failure, self._whole):
            self._pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def _set_words(self) -> None:
        self.area.setAccessibleName(self.tr("The chosen month"))
        self.language.setAccessibleName(self.tr("Language of the report"))
        self.progress.setAccessibleName(self.tr("How far it is"))
        self.stop.setText(self.tr("Cancel"))
        self.nothing.set_texts(self.tr("No month chosen"), self.tr("Choose a month to see its report."))
        if self._state is not None:
            self.show_state(self._state)
