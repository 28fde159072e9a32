"""The centre column of the conversation: the steps, how the guest feels, the script (design.md 7, Conversation)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.ui.conversation.mood_strip import MoodStrip
from desktop.ui.conversation.script_card import ScriptCard
from desktop.ui.conversation.state import ConversationState
from desktop.ui.conversation.step_rail import StepRail
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import announce
from desktop.ui.widgets.tabbing import order_tabs
from desktop.words import Words

_GAPS = (10, 8)  #: between the parts, roomy and compact


class ConversationPart(QWidget):
    """Shows a ``ConversationState`` and tells what a person did; it decides nothing.

    It has no margins and takes all the height that it gets: its card scrolls. ``answered`` carries question, text and
    choice; ``promised`` a ``PromiseTyped``. Keys are printed here and bound by the page.
    """

    back = Signal()
    next = Signal()
    step_chosen = Signal(str)
    mood_chosen = Signal(int)
    reworded = Signal()
    shortened = Signal()
    answered = Signal(str, str, str)
    promised = Signal(object)
    turned = Signal()
    hints_toggled = Signal()
    announced = Signal(str)  #: what screen readers were told

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: ConversationState | None = None
        self._focus_before: QWidget | None = None
        self.rail, self.mood, self.card = StepRail(self), MoodStrip(words, self), ScriptCard(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.rail)
        self._column.addWidget(self.mood)
        self._column.addWidget(self.card, 1)
        self._connect()
        theme_of(self).changed.connect(self._measure)
        self._measure()

    def paint(self, state: ConversationState) -> None:
        """Shows a state; what looks as before is left alone.

        The focus goes to the first answer of a new step if it was on the card or the rail.
        """
        before, self._state = self._state, state
        if state == before:
            return
        is_other_step = before is None or before.card.step != state.card.step
        had_focus = before is not None and is_other_step and self._holds_work()
        self._hold(not state.may_talk)
        self.rail.show_parts(state.rail, state.framework_name)
        self.mood.show_mood(state.emotion, state.card.mood_title, state.card.hints, state.peak)
        self.card.show_state(state)
        if before is None or len(before.rail) < len(state.rail):
            order_tabs(self)
        elif _rows(before) != _rows(state):
            order_tabs(self.card.body)  # it stays between what is above it and below
        if had_focus and state.may_talk:
            self.card.focus_first()
        if before is not None:
            self._announce(before, state)

    def set_words_source(self, words: Words) -> None:
        """The words of another language; the part's own phrases follow the language by themselves."""
        self.mood.set_words_source(words)

    def focus_first(self) -> None:
        """Puts the cursor into the first answer field of the step; where it asks nothing, on the way on."""
        self.card.focus_first()

    def composing(self) -> bool:
        """Whether an input method holds text here that is not decided yet."""
        return self.card.body.composing()

    def toggle_hints(self) -> None:
        """Shows do and don't, or hides them (F3)."""
        self.card.toggle_hints()
        self.hints_toggled.emit()

    def _connect(self) -> None:
        card, body = self.card, self.card.body
        card.back.connect(self.back)
        card.next.connect(self.next)
        card.reworded.connect(self.reworded)
        card.shortened.connect(self.shortened)
        card.hints_wanted.connect(self.toggle_hints)
        body.answered.connect(self.answered)
        body.promised.connect(self.promised)
        body.turned.connect(self.turned)
        self.rail.chosen.connect(self.step_chosen)
        self.mood.chosen.connect(self.mood_chosen)

    def _holds_work(self) -> bool:
        """Whether the focus is on the card or the rail: a turn of the dial keeps it."""
        focus = QApplication.focusWidget()
        return focus is not None and (self.card.isAncestorOf(focus) or self.rail.isAncestorOf(focus))

    def _hold(self, held: bool) -> None:
        """Takes no input while the case is being saved; afterwards the cursor stands where it was."""
        if held == (not self.isEnabled()):
            return
        if held:
            focus = QApplication.focusWidget()
            self._focus_before = focus if focus is not None and self.isAncestorOf(focus) else None
        self.setEnabled(not held)
        if not held and self._focus_before is not None and not self._focus_before.isHidden():
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._focus_before = None

    def _announce(self, before: ConversationState, state: ConversationState) -> None:
        """Says the new script's name, and which step it is now: never the whole sentence (design.md 13)."""
        if before.emotion != state.emotion and state.card.mood_title:
            self._say(state.card.mood_title)
        if before.card.step != state.card.step:
            self._say(state.card.name)

    def _say(self, text: str) -> None:
        announce(self, text)
        self.announced.emit(text)

    def _measure(self) -> None:
        self._column.setSpacing(_GAPS[theme_of(self).metrics.compact])


def _rows(state: ConversationState) -> tuple[object, ...]:
    """What decides which rows are shown, and in which order the Tab key goes through them."""
    return tuple((one.id, one.kind, one.answers) for one in (*state.card.questions, *state.card.notices))
