"""Beside the queue while several cases are chosen: which they are, one act for all, and what became of it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.people import Person
from desktop.ui.moves import BulkForm, BulkResult, FootPlace, Refused, Surroundings
from desktop.ui.queue.bulk import Bulk, BulkPhase
from desktop.ui.queue.cell_text import QueueText
from desktop.ui.queue.state import QueueState
from desktop.ui.widgets import Button, PlainLabel, announce, holds_focus, scrolling

_NAMED = 4  #: chosen cases that are named; the others are counted


class SeveralPane(QWidget):
    """``made`` carries the act and its commands, ``left`` that the person went back to the rows."""

    made = Signal(str, object)
    left = Signal()
    all_wanted = Signal()
    clear_wanted = Signal()
    stop_wanted = Signal()
    undo_wanted = Signal()
    case_wanted = Signal(str)
    result_left = Signal()

    def __init__(
        self, text: QueueText, around: Callable[[Person], Surroundings | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._around = text, around
        self._state: QueueState | None = None
        self.form: BulkForm | None = None
        self.title = PlainLabel("", "section", wrap=True)
        self.names = PlainLabel("", "meta", "ink2", wrap=True)
        self.all = Button(kind="link", size="small")
        self.clear = Button(kind="ghost", size="small", key="Esc")
        self.acting = ActingPage()
        self.result = BulkResult(text.words)
        self.note = PlainLabel("", "body", "p1", wrap=True)
        self._column = QVBoxLayout()
        self._pages = QStackedWidget()
        self._page_of = {
            BulkPhase.ASKING: self._asking_page(),
            BulkPhase.ACTING: self.acting,
            BulkPhase.TOLD: self._result_page(),
        }
        for page in self._page_of.values():
            self._pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        self._connect()
        self._set_words()

    def show_state(self, state: QueueState) -> None:
        """Shows the chosen cases and how far the act on them is."""
        before, self._state = self._state, state
        was = before.bulk if before else Bulk()
        had_focus = holds_focus(self)
        if state.bulk.phase is BulkPhase.ASKING:
            self._show_asking(state, before)
        elif state.bulk.phase is BulkPhase.ACTING:
            self.acting.show_bulk(state.bulk)
        elif was != state.bulk:
            self._show_result(state.bulk)
        self.result.set_busy(state.is_acting)
        self._pages.setCurrentWidget(self._page_of[state.bulk.phase])
        if had_focus and was.phase is not state.bulk.phase:
            self.take_focus()

    def take_focus(self) -> None:
        """Puts the cursor where work goes on."""
        phase = self._state.bulk.phase if self._state else BulkPhase.ASKING
        if phase is BulkPhase.ASKING:
            goal = self.form.first_field() if self.form else self.clear
        else:
            goal = self.acting.stop if phase is BulkPhase.ACTING else self.result.first_field()
        goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_act(self, act: str) -> None:
        """Goes on to the fields of an act, for all chosen cases."""
        if self.form is None or self._state is None or self._state.bulk.phase is not BulkPhase.ASKING:
            return
        typed = self.form.keep()
        self.form.restore({**typed, "act": act} if typed.get("act") == act else {"act": act})
        inner = self.form.form
        (inner.first_field() if inner else self.form.first_field()).setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Puts the form away with what was typed: the act is done, or somebody else is here."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self._foot.clear()
            self.form = None

    def retranslate(self) -> None:
        """The words have changed; what was typed stays."""
        self.result.set_words(self._text.words)
        if self.form is not None:
            self.form.set_words(self._text.words)
        self._set_words()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the rows; there it lets go of the chosen cases."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _show_asking(self, state: QueueState, before: QueueState | None) -> None:
        if not state.ticked:
            return
        if self.form is None:
            self._make_form(state)
        if self.form is not None:
            self.form.set_rows(state.ticked)
            self.form.set_busy(False)
            self.title.setText(self.form.title.text())
        named = [f"{self._text.number(row)} {self._text.guest(row)}" for row in state.ticked[:_NAMED]]
        more = len(state.ticked) - len(named)
        rest = [self.tr("and {count} more").format(count=more)] if more else []
        self.names.setText("\n".join([*named, *rest]))
        count = len(state.window.rows)
        self.all.setVisible(len(state.ticked) < count)
        self.all.setText(self.tr("Choose all {count}").format(count=count))
        if before is None or len(before.ticked) != len(state.ticked):
            announce(self, self.title.text())

    def _make_form(self, state: QueueState) -> None:
        around = self._around(state.person)
        if around is None:
            return
        form = self.form = BulkForm(state.ticked, around, self._text.words, self._foot)
        form.made.connect(lambda commands: self.made.emit(form.act.value(), commands))
        form.left.connect(self.left)
        form.title.hide()  # it stands above the cases' names
        self._column.insertWidget(3, form)
        form.show()

    def _show_result(self, bulk: Bulk) -> None:
        self.forget()
        refused = [Refused(case.number, case.error) for case in bulk.answer.refused]
        self.result.show_result(bulk.act, len(bulk.answer.done), refused)
        if bulk.is_undone:
            self.result.show_undone()
        left = self.tr("{count} were not tried.").format(count=bulk.left_over) if bulk.left_over else ""
        failure = self._text.words.error(bulk.failure) if bulk.failure else ""
        self.note.setText(" ".join(part for part in (failure, left) if part))
        self.note.setVisible(bool(self.note.text()))

    def _asking_page(self) -> QWidget:
        fields, page = QWidget(), QWidget()
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.clear)
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(8)
        self._column.addLayout(top)
        self._column.addWidget(self.names)
        self._column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        fields.setLayout(self._column)
        area = scrolling(fields)
        self._foot = FootPlace(area, page)
        self._foot.set_margins(16, 10, 12)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(self._foot)
        return page

    def _result_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(self.note)
        column.addWidget(self.result, 1)
        return page

    def _connect(self) -> None:
        self.all.clicked.connect(self.all_wanted)
        self.clear.clicked.connect(self.clear_wanted)
        self.acting.stop.clicked.connect(self.stop_wanted)
        self.result.undo_wanted.connect(self.undo_wanted)
        self.result.case_wanted.connect(self.case_wanted)
        self.result.left.connect(self.result_left)

    def _set_words(self) -> None:
        self.clear.setText(self.tr("Clear"))
        state = self._state
        if state is not None and state.bulk.phase is BulkPhase.ASKING:
            self._show_asking(state, state)


class ActingPage(QWidget):
    """While the act runs: how far it is, and a way to stop it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bulk = Bulk()
        self.words = PlainLabel("", "section", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = Button()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._set_words()

    def show_bulk(self, bulk: Bulk) -> None:
        """Shows how many cases were tried."""
        self._bulk = bulk
        self.bar.setRange(0, bulk.total)
        self.bar.setValue(bulk.tried)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        bulk = self._bulk
        self.words.setText(self.tr("Case {number} of {count}").format(number=bulk.tried + 1, count=bulk.total))
        self.bar.setAccessibleName(self.words.text())
        self.stop.setText(self.tr("Stopping after this case") if bulk.is_stopping else self.tr("Stop"))
        self.stop.setEnabled(not bulk.is_stopping)
