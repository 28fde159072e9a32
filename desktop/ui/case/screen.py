"""The case screen: builds the parts, joins them to the presenter, and paints its state (design.md 7, Case)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta, tzinfo

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.domain.commands import AddNote, OnCase
from desktop.domain.kinds import Property
from desktop.domain.money import Currency
from desktop.domain.numbers import short_number
from desktop.domain.people import Person
from desktop.domain.taxonomy import Taxonomy
from desktop.errors import UserError
from desktop.ui.case.clock_text import time_to_next_tick
from desktop.ui.case.focus import bind_key
from desktop.ui.case.memory import Settings, recall, remember
from desktop.ui.case.move_panel import MakeForm
from desktop.ui.case.parts import CaseParts
from desktop.ui.case.ports import FORM, NOTE
from desktop.ui.case.presenter import CasePresenter
from desktop.ui.case.state import CaseDoors, CaseState, Phase, Typed
from desktop.ui.moves import make_form
from desktop.ui.refusing import RefusingRun
from desktop.ui.tasks import Runner
from desktop.ui.widgets import announce
from desktop.words import Words

POLL_MS = 5_000  #: how often the desk is asked whether somebody else changed the case; typed text is kept as often
_BEHIND = timedelta(milliseconds=20)  # a timer may fire a little early; the clock has surely passed by then
_MILLISECOND = timedelta(milliseconds=1)


class CaseScreen(QWidget):
    """One case at a time. Everything it works with is handed in.

    ``told`` asks for a short message (sentence, undo or None); ``left``: the person went back; ``case_wanted`` carries
    another case's number; ``print_wanted`` the paper (``case``, ``receipt``) and the number; ``guest_wanted`` the id
    of a guest; ``changed`` follows every act, for whoever shows lists of cases.
    """

    told = Signal(str, object)
    left = Signal()
    case_wanted = Signal(str)
    print_wanted = Signal(str, str)
    guest_wanted = Signal(int)
    changed = Signal()

    def __init__(
        self,
        doors: CaseDoors,
        *,
        person: Person,
        words: Words,
        taxonomy: Taxonomy,
        zone: tzinfo,
        currency: Currency,
        property_: Property,
        runner: Runner,
        make_form: MakeForm = make_form,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._doors, self._words = doors, words
        self._state: CaseState | None = None
        self._has_lost_focus = False  # with the form that it was in
        parts = (doors, person, words, taxonomy, zone, currency, property_, runner, make_form)
        self.parts = CaseParts(*parts)
        self.header, self.stages, self.clash = self.parts.header, self.parts.stages, self.parts.clash
        self.move_panel, self.timeline = self.parts.move_panel, self.parts.timeline
        self.cards, self.stack = self.parts.cards, self.parts.stack
        self.presenter = CasePresenter(self, doors, RefusingRun(runner), person, self.changed.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self._clock, self._poll = QTimer(self), QTimer(self)
        self._start_timers()
        self._connect_head()
        self._connect_body()
        self._set_words()

    # What the shell uses

    def open_case(self, number: str) -> None:
        """Shows a case; what is half typed about the last one is kept."""
        self.presenter.open_case(number)
        self._wind()

    def close_case(self) -> None:
        """Shows no case any more; what is half typed is kept."""
        self.presenter.close_case()

    def refresh(self) -> None:
        """Reads the case anew, as after something was done to it elsewhere in the window."""
        self.presenter.refresh()

    def panes(self) -> Sequence[QWidget]:
        """Where F6 goes, in reading order."""
        return self.parts.panes()

    def arrive(self) -> None:
        """Puts the focus where work begins."""
        self.parts.take_focus()

    def keep(self) -> None:
        """Stores what is half typed: the desk is locked, closed or handed on."""
        self.presenter.keep()

    def set_words(self, words: Words) -> None:
        """Speaks another language; what was typed stays."""
        self._words = words
        self.parts.set_words(words)
        self._set_words()

    def restore(self, store: Settings) -> None:
        """Takes up how the timeline was looked at last time."""
        self.presenter.choose_look(recall(store))

    def remember(self, store: Settings) -> None:
        """Keeps it for the next start."""
        remember(store, self.presenter.state.look)

    # What the presenter uses

    def paint(self, state: CaseState) -> None:
        """Shows the state: the only way in which looks change."""
        before, self._state = self._state, state
        if before is not None and replace(before, at=state.at) == state:
            self.parts.show_time(state)
            return
        self.parts.show_state(before, state)
        has_come = before is not None and before.phase is Phase.LOADING and state.phase is not Phase.LOADING
        if (has_come or self._has_lost_focus) and self.isVisible() and self.window().isActiveWindow():
            self.arrive()
        self._has_lost_focus = False

    def typed(self) -> Typed:
        """What is half typed, by part."""
        return self.parts.typed()

    def put_back(self, typed: Typed) -> None:
        """Shows what was half typed when the case was left."""
        self.parts.put_back(typed)

    def clear(self, source: str) -> None:
        """What was typed in a part has been done, or is given up; an empty name means every part."""
        focused = QApplication.focusWidget()
        was_in_form = focused is not None and self.move_panel.isAncestorOf(focused)
        self.parts.clear(source)
        self._has_lost_focus = was_in_form and self.move_panel.form is None

    def say_done(self, act: str, number: str) -> None:
        """Asks for a short message with a way to take the act back."""
        done = self._words.term("act", act) if act else self.tr("Done")
        words = self.tr("{done} · {number}").format(done=done, number=short_number(number))
        self.told.emit(words, lambda: self.presenter.undo(number))

    def say_undone(self, number: str) -> None:
        """Asks for a short message."""
        self.told.emit(self.tr("Taken back · {number}").format(number=short_number(number)), None)

    def say_refused(self, refusal: UserError) -> None:
        """Asks for a short message about what belongs to no part of what is shown."""
        self.told.emit(self._words.error(refusal), None)

    def say_changed(self) -> None:
        """Tells a screen reader that the case is shown anew."""
        announce(self, self.tr("Changed on another screen; shown as it is now."))

    # Keys and events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the open move, then goes back; nothing typed is lost."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self._on_escape()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self.parts.repaint()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Goes on watching the clock and the others."""
        super().showEvent(event)
        self.presenter.tick()
        self._wind()
        self._poll.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._clock.stop()
        self._poll.stop()

    # Putting together

    def _start_timers(self) -> None:
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._on_tick)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self.presenter.poll)

    def _connect_head(self) -> None:
        header, presenter = self.header, self.presenter
        header.back_wanted.connect(self.left)
        header.next_wanted.connect(presenter.next)
        header.move_wanted.connect(presenter.ask_move)
        header.number_copied.connect(self._on_copy)
        header.guest_wanted.connect(self.guest_wanted)
        header.print_wanted.connect(lambda kind: self.print_wanted.emit(kind, presenter.state.number))
        self.stack.again.connect(presenter.try_again)
        self.stack.back.connect(self.left)
        self.clash.seeing.connect(presenter.see_both)
        self.clash.mine.connect(presenter.keep_mine)
        self.clash.theirs.connect(presenter.take_theirs)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Alt+Left"), self, context=within).activated.connect(self.left.emit)
        bind_key(self, "Ctrl+R", presenter.next)

    def _connect_body(self) -> None:
        presenter, move, entry = self.presenter, self.move_panel, self.timeline.entry
        move.made.connect(lambda command: presenter.perform(command, FORM))
        move.left.connect(self._on_move_left)
        move.go_to.connect(self._on_go_to)
        entry.adding.connect(lambda text: presenter.perform(AddNote(presenter.state.number, text), NOTE))
        entry.call_wanted.connect(lambda: presenter.ask_move("contact"))
        self.timeline.look_chosen.connect(presenter.choose_look)
        self.cards.connect(self._on_card_wanted)
        self.cards.linked.case_wanted.connect(self.case_wanted)

    # What people do

    def _on_card_wanted(self, name: str, command: object) -> None:
        if isinstance(command, OnCase):
            self.presenter.perform(command, name)

    def _on_go_to(self, target: str) -> None:
        if not self.parts.go_to_card(target):
            self.presenter.ask_move(target)

    def _on_move_left(self) -> None:
        self.presenter.leave_move()
        self.arrive()

    def _on_escape(self) -> None:
        if self.presenter.state.act:
            self._on_move_left()
        else:
            self.left.emit()

    def _on_copy(self) -> None:
        number = self.presenter.state.number
        QGuiApplication.clipboard().setText(number)
        self.told.emit(self.tr("Copied {number}.").format(number=number), None)

    def _on_tick(self) -> None:
        self.presenter.tick()
        self._wind()

    def _wind(self) -> None:
        """Sets the timer to when the times on screen are no longer right."""
        if self.isVisible():
            wait = time_to_next_tick(self.presenter.state.file, self._doors.now()) + _BEHIND
            self._clock.start(wait // _MILLISECOND)

    def _set_words(self) -> None:
        self.setAccessibleName(self.tr("Case"))
