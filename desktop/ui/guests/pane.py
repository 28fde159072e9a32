"""The profile beside the list: one guest, what is known of them, and what can be done (design.md 7)."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.guests.doubles_part import DoublesPart, MergedPart
from desktop.ui.guests.form_part import ProfileForm
from desktop.ui.guests.guest_text import GuestText
from desktop.ui.guests.head_part import HeadPart, SumsPart
from desktop.ui.guests.history_part import HistoryPart
from desktop.ui.guests.leaving_part import LeavingPart
from desktop.ui.guests.state import GuestsState
from desktop.ui.widgets import (
    Banner,
    Button,
    EmptyState,
    Panel,
    PlainLabel,
    Separator,
    SidePanel,
    holds_focus,
    scrolling_parts,
)
from desktop.ui.widgets.tabbing import order_tabs

_AT_FORM = ("title", "to", "due")  #: fields of a task, said where they are


class GuestPane(SidePanel):
    """Shows the chosen guest. Signals carry what a person asked for."""

    again_wanted = Signal()
    save_wanted = Signal()
    discard_wanted = Signal()
    complaint_wanted = Signal()

    def __init__(self, text: GuestText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._state: GuestsState | None = None
        self.head, self.sums, self.leaving = HeadPart(text), SumsPart(text), LeavingPart(text)
        self.doubles, self.history = DoublesPart(text), HistoryPart(text)
        self.form, self.merged = ProfileForm(text), MergedPart(text)
        self._told = (self.head, self.leaving, self.doubles, self.sums, self.history, self.merged)
        self._parts = (self.head, self.leaving, self.doubles, self.sums, self.history, self.form, self.merged)
        self._edges = {part: Separator() for part in self._parts}
        self.clash = Banner("warn")
        self.refused = PlainLabel("", "body", "p1", wrap=True)
        self.complaint = Button("", kind="primary", icon="plus", size="footer")
        self.save, self.discard = Button("", kind="primary", size="footer", key="Ctrl+Enter"), Button("", size="footer")
        self.nothing, self.failure = EmptyState("users", ""), EmptyState("triangle-alert", "")
        self._pages = QStackedWidget()
        self._build()
        self.failure.acted.connect(self.again_wanted)
        self.complaint.clicked.connect(self.complaint_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.discard.clicked.connect(self.discard_wanted)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save_wanted)
        self._set_words()

    def show_state(self, state: GuestsState) -> None:
        """Shows the chosen guest, or asks to choose one."""
        before, self._state = self._state, state
        if state.profile_failure is not None:
            hint = self._text.words.error(state.profile_failure)
            self.failure.set_texts(self.tr("Couldn’t open this guest."), hint, self.tr("Try again"))
            self._pages.setCurrentWidget(self.failure)
            return
        if state.selected is None:
            self._pages.setCurrentWidget(self.nothing)
            return
        if state.profile is None:
            return  # a moment: what is shown stays until the profile is read
        if before is None or _told_of(before) != _told_of(state):
            self._show_told(state)
        self.form.show_state(state)
        for part, edge in self._edges.items():
            edge.setVisible(not part.isHidden() and part is not self.head)
        self._show_foot(state, before)
        self._pages.setCurrentWidget(self._whole)
        if before is None or before.profile is None or before.profile.guest.id != state.profile.guest.id:
            self.area.verticalScrollBar().setValue(0)

    def retranslate(self) -> None:
        """The words have changed."""
        self._set_words()

    def take_focus(self) -> None:
        """Puts the focus where the profile begins to be written."""
        self.form.first_field().setFocus()
        self.area.ensureWidgetVisible(self.form.first_field())

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _show_told(self, state: GuestsState) -> None:
        """What is told anew only when it was read anew; whoever stood on one of its buttons isn't thrown out."""
        was_inside = holds_focus(self.area)
        for part in self._told:
            part.show_state(state)
        order_tabs(self)  # what was made anew came last
        now = QApplication.focusWidget()
        if was_inside and (now is None or not now.isVisible()):
            self.area.setFocus()

    def _show_foot(self, state: GuestsState, before: GuestsState | None) -> None:
        self.save.setVisible(state.is_edited)
        self.discard.setVisible(state.is_edited)
        self.save.setEnabled(not state.is_acting)
        self.complaint.setVisible(not state.is_edited and state.can_open_cases)
        self._foot.setVisible(state.is_edited or state.can_open_cases or state.refusal is not None)
        at_field = state.refusal is not None and state.refusal.field in (*self.form.rows, *_AT_FORM)
        told = self._text.words.error(state.refusal) if state.refusal is not None and not at_field else ""
        self.refused.setText("" if state.clash else told)
        self.refused.setVisible(bool(self.refused.text()))
        if state.clash and (before is None or not before.clash):
            self._say_clash()
        self.clash.setVisible(state.clash)
        if state.refusal is not None and (before is None or before.refusal is not state.refusal):
            self.form.focus_refused(state.refusal.field)

    def _say_clash(self) -> None:
        self.clash.show_message(
            self.tr("Changed on another screen."), self.tr("Theirs stands under your words. Save again to keep yours.")
        )

    def _build(self) -> None:
        self._whole = QWidget()
        self.area = scrolling_parts(self._edges.items())
        self._foot = Panel("surface", "top")
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(16, 10, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self.refused)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save, 1)
        buttons.addWidget(self.discard)
        buttons.addWidget(self.complaint, 1)
        foot.addLayout(buttons)
        self.clash.hide()
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.clash)
        column.addWidget(self.area, 1)
        column.addWidget(self._foot)
        for page in (self.nothing, self.failure, self._whole):
            self._pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def _set_words(self) -> None:
        self.area.setAccessibleName(self.tr("The chosen guest"))
        self.nothing.set_texts(
            self.tr("No guest chosen"), self.tr("Choose a guest to see what they have been through.")
        )
        self.complaint.setText(self.tr("New complaint"))
        self.complaint.setAccessibleName(self.tr("New complaint for this guest"))
        self.save.setText(self.tr("Save"))
        self.discard.setText(self.tr("Discard"))
        self.form.retranslate()
        if self._state is not None:
            if self._state.profile is not None:
                self._show_told(self._state)
            if self._state.clash:
                self._say_clash()
            self.show_state(self._state)


def _told_of(state: GuestsState) -> object:
    """What the parts that aren't typed in depend on."""
    return state.profile, state.at, state.is_acting, state.refusal, state.person
