"""Reports on screen: builds the widgets, joins them to the presenter, and paints its state."""

from collections.abc import Callable, Sequence
from datetime import tzinfo
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.figures.printed import KeptReport
from desktop.domain.kinds import Property
from desktop.domain.people import Person
from desktop.ui.reports.doors import ReportsDoors
from desktop.ui.reports.first_page import Draw, FirstPage
from desktop.ui.reports.list_card import MonthListCard
from desktop.ui.reports.pane import MonthPane
from desktop.ui.reports.presenter import ReportsPresenter
from desktop.ui.reports.state import ReportsState
from desktop.ui.reports.text import ReportsText
from desktop.ui.tasks import Runner
from desktop.ui.theme import theme_of
from desktop.ui.widgets import PlainLabel
from desktop.words import Words

Kinds = tuple[tuple[str, str], ...]  #: endings of a file, each with its name in the dialog
_PDF: Kinds = ((".pdf", "PDF"),)
_FIGURES: Kinds = ((".xlsx", "XLSX"), (".csv", "CSV"))


class ReportsScreen(QWidget):
    """The months and one of them. Everything it works with is handed in; ``code`` names the site in file names,
    ``draw`` makes a picture of a paper's first page.

    ``told`` asks for a short message (sentence, undo or None), ``paper_wanted`` carries a report to be looked at,
    ``made`` follows a report that was printed. ``choose_file`` stands in for the system's dialog in tests.
    """

    told = Signal(str, object)
    paper_wanted = Signal(object)
    made = Signal()

    def __init__(
        self,
        doors: ReportsDoors,
        *,
        person: Person,
        words: Words,
        zone: tzinfo,
        property_: Property,
        code: str,
        runner: Runner,
        draw: Draw,
        choose_file: Callable[[Path, Kinds], Path | None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._code = code
        self._choose_file = choose_file or self._ask_for_file
        self._text = ReportsText(words, zone, property_, self)
        self.title, self.hint = PlainLabel("", "title"), PlainLabel("", "body", "ink2", elide=True)
        self.list = MonthListCard(self._text)
        self.table = self.list.table
        self.pane = MonthPane(self._text, FirstPage(doors, draw, runner))
        self.presenter = ReportsPresenter(self, doors, runner, person, words.language)
        self._again, self._stop = QShortcut(QKeySequence("F5"), self), QShortcut(QKeySequence("Esc"), self)
        self._build()
        self._connect()
        theme_of(self).changed.connect(self._restyle)
        self._restyle()
        self._set_words()

    def refresh(self) -> None:
        """Reads the months anew, as when somebody comes back to this screen."""
        self.presenter.refresh()

    def keep(self) -> None:
        """Keeps what is half typed."""
        self.presenter.keep()

    def open_paper(self) -> None:
        """Shows the newest report of the month; where there is none, goes to where it is made."""
        newest = self.presenter.state.newest
        if newest is not None:
            self.paper_wanted.emit(newest)
        elif self.pane.make.isVisible():
            self.pane.make.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_words(self, words: Words) -> None:
        """Speaks another language; place, choice and what was typed stay."""
        self._text.set_words(words)
        self._set_words()

    def panes(self) -> Sequence[QWidget]:
        """Where F6 goes, in reading order."""
        return self.list, self.pane

    def focus_rows(self) -> None:
        """Puts the focus where work begins."""
        self.list.take_focus()

    def paint(self, state: ReportsState) -> None:
        """Shows the state: the only way in which looks change."""
        self.list.show_state(state)
        self.pane.show_state(state)
        self._stop.setEnabled(state.is_making)  # else Esc is somebody else's
        self.pane.setVisible(bool(state.months) or state.failure is not None)

    def say_done(self, what: str) -> None:
        """Asks for a short message."""
        state = self.presenter.state
        name = state.saved.name if state.saved is not None else ""
        words = {
            "made": self.tr("The report is made and kept."),
            "stopped": self.tr("Stopped. Nothing was kept."),
            "decided": self.tr("The things for next month are saved."),
            "told": self.tr("What became of last month’s is saved."),
            "activity": self.tr("The room-nights are saved.")
            if self._text.is_hotel
            else self.tr("The sales are saved."),
            "goals": self.tr("The goals are saved."),
            "saved": self.tr("Saved as {name}").format(name=name),
        }
        self.told.emit(words[what], None)

    def report_made(self) -> None:
        """Tells the shell."""
        self.made.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _build(self) -> None:
        main = QWidget()
        self._main = QVBoxLayout(main)
        self._head = QHBoxLayout()
        self._head.setSpacing(12)
        self._head.addWidget(self.title)
        self._head.addWidget(self.hint, 1)
        self._main.addLayout(self._head)
        self._main.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(main, 1)
        row.addWidget(self.pane)

    def _connect(self) -> None:
        presenter, pane = self.presenter, self.pane
        self.list.again_wanted.connect(presenter.refresh)
        self.table.chosen.connect(presenter.select)
        self.table.opened.connect(self.open_paper)
        pane.again_wanted.connect(presenter.look_again)
        pane.make_wanted.connect(presenter.make)
        pane.stop_wanted.connect(presenter.stop)
        pane.language_chosen.connect(presenter.choose_language)
        pane.paper.open_wanted.connect(self.paper_wanted)
        pane.paper.save_wanted.connect(self._save_paper)
        pane.paper.figures_wanted.connect(self._save_figures)
        pane.earlier.open_wanted.connect(self.paper_wanted)
        pane.next.edited.connect(presenter.edit_line)
        pane.next.save_wanted.connect(presenter.save_lines)
        pane.last.edited.connect(presenter.edit_became)
        pane.last.save_wanted.connect(presenter.save_became)
        pane.activity.edited.connect(presenter.edit_activity)
        pane.activity.save_wanted.connect(presenter.save_activity)
        pane.goals.edited.connect(presenter.edit_goal)
        pane.goals.save_wanted.connect(presenter.save_goals)
        for shortcut, act in ((self._again, presenter.refresh), (self._stop, presenter.stop)):
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _save_paper(self, report: KeptReport) -> None:
        path = self._choose(f"{report.month} {report.language.value}", _PDF)
        if path is not None:
            self.presenter.save_paper(report, path)

    def _save_figures(self) -> None:
        path = self._choose(str(self.presenter.state.selected), _FIGURES)
        if path is not None:
            self.presenter.save_figures(path)

    def _choose(self, name: str, kinds: Kinds) -> Path | None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path = self._choose_file(Path(documents) / f"{self._code} {name}{kinds[0][0]}", kinds)
        if path is None or path.suffix.lower() in [ending for ending, _ in kinds]:
            return path
        return path.with_name(path.name + kinds[0][0])

    def _ask_for_file(self, suggested: Path, kinds: Kinds) -> Path | None:
        filters = ";;".join(f"{name} (*{ending})" for ending, name in kinds)
        given, chosen = QFileDialog.getSaveFileName(self, self.tr("Save"), str(suggested), filters)
        if not given:
            return None
        path = Path(given)
        ending = next((ending for ending, name in kinds if chosen.startswith(name)), kinds[0][0])
        return path if path.suffix else path.with_name(path.name + ending)

    def _set_words(self) -> None:
        self.setAccessibleName(self.tr("Reports"))
        self.title.setText(self.tr("Reports"))
        self.hint.setText(self.tr("One for every month. What was printed is kept and can be printed again."))
        self.list.retranslate()
        self.pane.retranslate()
        self.paint(self.presenter.state)

    def _restyle(self) -> None:
        is_compact = theme_of(self).metrics.compact
        self._main.setContentsMargins(16, 0, 16, 12 if is_compact else 16)
        self._main.setSpacing(10 if is_compact else 12)
        self._head.setContentsMargins(0, 10 if is_compact else 14, 0, 0)
