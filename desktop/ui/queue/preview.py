"""The preview beside the queue: one case, why it is where it is, and what to do with it (design.md 7)."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.rows import QueueRow
from desktop.ui.moves import FootPlace
from desktop.ui.queue.abouts import Abouts
from desktop.ui.queue.acts_pane import ActsPane
from desktop.ui.queue.bulk import BulkPhase
from desktop.ui.queue.cell_text import QueueText
from desktop.ui.queue.form_pane import FormPane
from desktop.ui.queue.preview_parts import CasePart, ClocksPart, NextPart, WhyPart
from desktop.ui.queue.several_pane import SeveralPane
from desktop.ui.queue.state import QueueState, shown_band
from desktop.ui.widgets import EmptyState, Separator, SidePanel, scrolling_parts

_SIDE = 16  # logical pixels left and right of a form's buttons


class QueuePreview(SidePanel):
    """Shows the chosen case, or several chosen together.

    ``again_wanted``: the case couldn't be read, and somebody wants another try.
    """

    again_wanted = Signal()

    def __init__(self, text: QueueText, abouts: Abouts, *, can_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._state: QueueState | None = None
        self.case, self.next = CasePart(text), NextPart(text)
        self.why, self.clocks = WhyPart(text), ClocksPart(text)
        self.form = FormPane(text, abouts.about)
        self._parts = {part: Separator() for part in (self.case, self.form, self.next, self.why, self.clocks)}
        self.acts = ActsPane(text.words, can_open=can_open)
        self.several = SeveralPane(text, abouts.around)
        self.nothing = EmptyState("list-checks", "")
        self.failure = EmptyState("triangle-alert", "")
        self.failure.acted.connect(self.again_wanted)
        self.area = scrolling_parts(self._parts.items())
        self.form.foot = foot = FootPlace(self.area)
        foot.set_margins(_SIDE, 10, 12)
        self._pages = QStackedWidget()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addWidget(foot)
        column.addWidget(self.acts)
        for page in (self.nothing, self.failure, self.several, whole):
            self._pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        self._set_words()

    def show_state(self, state: QueueState) -> None:
        """Shows the chosen case, or asks to choose one."""
        before, self._state = self._state, state
        row = state.selected
        if row is None or not state.act:
            self.form.close_form()
        self.several.show_state(state)
        if state.ticked or state.bulk.phase is not BulkPhase.ASKING:
            self._pages.setCurrentWidget(self.several)
            return
        if row is None:
            self._pages.setCurrentWidget(self.nothing)
            return
        if state.view_failure is not None:
            hint = self._text.words.error(state.view_failure)
            self.failure.set_texts(self.tr("Couldn’t read this case."), hint, self.tr("Try again"))
            self._pages.setCurrentWidget(self.failure)
            return
        self._show_parts(state, row)
        self.acts.show_state(state)
        self.acts.setVisible(not state.act and not state.is_masked)
        self._pages.setCurrentIndex(self._pages.count() - 1)
        if before is None or before.selected is None or before.selected.number != row.number:
            self.area.verticalScrollBar().setValue(0)

    def take_focus(self) -> None:
        """Puts the cursor into what is asked beside the queue."""
        if self._pages.currentWidget() is self.several:
            self.several.take_focus()

    def forget(self) -> None:
        """Someone else is at the desk: what was half typed here was the other's."""
        self.form.close_form()
        self.several.forget()

    def show_time(self, state: QueueState) -> None:
        """Only the clock has gone on: what doesn't depend on it is left alone."""
        row, before = state.selected, self._state
        if row is None or before is None or state.act or state.ticked:
            self._state = state
            return
        if shown_band(row, before.at) is not shown_band(row, state.at):
            self.show_state(state)
            return
        self._state = state
        self.clocks.show_state(state, row)

    def retranslate(self) -> None:
        """The words have changed."""
        self.acts.set_words(self._text.words)
        self.form.retranslate()
        self.several.retranslate()
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _show_parts(self, state: QueueState, row: QueueRow) -> None:
        """The form takes the place of what else there is to tell; of a restricted case there is little."""
        hidden = (
            {self.next, self.why, self.clocks} if state.act else {self.next, self.why} if state.is_masked else set()
        )
        for part, line in self._parts.items():
            part.show_state(state, row)
            if part in hidden:
                part.hide()
            elif part in (self.why, self.clocks):
                part.show()
            line.setVisible(not part.isHidden() and part is not self.case)

    def _set_words(self) -> None:
        self.area.setAccessibleName(self.tr("The chosen case"))
        self.nothing.set_texts(self.tr("No case chosen"), self.tr("Choose a case to see why it is where it is."))
        if self._state is not None:
            self.show_state(self._state)
