"""The month's report: its first page, how far it is, what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.figures.printed import KeptReport
from desktop.ui.reports.first_page import FirstPage
from desktop.ui.reports.part import MonthPart
from desktop.ui.reports.state import Part, ReportsState
from desktop.ui.reports.text import ReportsText
from desktop.ui.widgets import Button, PlainLabel


class PaperPart(MonthPart):
    """Signals carry the report that is meant."""

    open_wanted = Signal(object)
    save_wanted = Signal(object)
    figures_wanted = Signal()

    def __init__(self, text: ReportsText, page: FirstPage, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.page = page
        self.explained = PlainLabel("", "body", "ink2", wrap=True)
        self.when, self.who = PlainLabel("", "strong", wrap=True), PlainLabel("", "meta", "ink2", wrap=True)
        self.open, self.save = Button(icon="eye", size="row"), Button(icon="download", size="row")
        self.figures = Button(icon="columns-3", size="row")
        self.elsewhere = Button(kind="accent", icon="folder-open", size="row")
        self._build()
        self.page.clicked.connect(lambda: self._ask(self.open_wanted))
        self.open.clicked.connect(lambda: self._ask(self.open_wanted))
        self.save.clicked.connect(lambda: self._ask(self.save_wanted))
        self.figures.clicked.connect(self.figures_wanted)
        self.elsewhere.clicked.connect(self._on_elsewhere)

    def show_state(self, state: ReportsState) -> None:
        """Shows the newest report of the month."""
        self._state = state
        chosen, newest = state.chosen, state.newest
        self._name(self._text.month(chosen.month) if chosen is not None else "")
        self.explained.setText(self._text.explained(chosen) if chosen is not None else "")
        self.page.show_report(newest)
        names = state.detail.names if state.detail is not None else {}
        when, who = self._text.report(newest, names) if newest is not None else (self.tr("Not made yet"), "")
        self.when.setText(when)
        self.who.setText(who)
        self.who.setVisible(bool(who))
        for button in (self.open, self.save):
            button.setEnabled(newest is not None)
        self.figures.setEnabled(state.saving is None)
        refusal = state.refusal_of(Part.FILE) or state.refusal_of(Part.PAPER)
        self._refuse(refusal)
        self.elsewhere.setVisible(state.unwritten is not None)
        self.page.setAccessibleName(self.tr("First page of the report"))
        self.open.setText(self.tr("Open preview"))
        self.save.setText(self.tr("Save as PDF"))
        self.figures.setText(self.tr("Save the figures"))
        self.elsewhere.setText(self.tr("Choose a place"))

    def _ask(self, signal: object) -> None:
        newest = self._state.newest if self._state is not None else None
        if newest is not None:
            signal.emit(newest)  # type: ignore[attr-defined]  # a bound signal, which the stubs don't name

    def _on_elsewhere(self) -> None:
        unwritten = self._state.unwritten if self._state is not None else None
        if unwritten is not None and isinstance(unwritten.report, KeptReport):
            self.save_wanted.emit(unwritten.report)
        elif unwritten is not None:
            self.figures_wanted.emit()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(8)
        for widget in (self.when, self.who, self.open, self.save, self.figures):
            words.addWidget(widget)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.page, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._column.addWidget(self.explained)
        self._column.addLayout(row)
        self._column.addWidget(self.refused)
        self._column.addWidget(self.elsewhere, 0, Qt.AlignmentFlag.AlignLeft)


class EarlierPart(MonthPart):
    """Earlier printings of the month, each to be opened unchanged."""

    open_wanted = Signal(object)

    def __init__(self, text: ReportsText, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.buttons: list[Button] = []
        self._shown: object = None

    def show_state(self, state: ReportsState) -> None:
        """Shows what was printed before the newest."""
        self._state = state
        earlier = state.detail.kept[1:] if state.detail is not None else ()
        self.setVisible(bool(earlier))
        self._name(self.tr("Printed earlier"))
        shown = (earlier, self._text.language)
        if shown != self._shown:
            self._shown = shown
            self._fill(state, earlier)

    def _fill(self, state: ReportsState, earlier: tuple[KeptReport, ...]) -> None:
        while self._column.count() > 2:
            item = self._column.takeAt(2)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        names = state.detail.names if state.detail is not None else {}
        for report in earlier:
            self._column.addWidget(self._line(report, *self._text.report(report, names)))

    def _line(self, report: KeptReport, when: str, who: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(when, "body", wrap=True))
        words.addWidget(PlainLabel(who, "meta", "ink2", wrap=True))
        row.addLayout(words, 1)
        button = Button(self.tr("Open"), size="small")
        button.setAccessibleName(self.tr("Open") + f": {when}")
        button.clicked.connect(lambda: self.open_wanted.emit(report))
        row.addWidget(button)
        self.buttons.append(button)
        return line
