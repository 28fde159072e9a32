"""What lies between head and foot of the script card: the sentence, why it changed, what to ask (design.md 7)."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.guides.card import Card
from desktop.guides.kinds import Effect, QuestionKind
from desktop.ui.conversation.asked_list import AskedList, notice_row, question_row
from desktop.ui.conversation.captioned import Captioned
from desktop.ui.conversation.hints_part import HintsPart
from desktop.ui.conversation.icon_lines import IconLines
from desktop.ui.conversation.promise_part import PromisePart
from desktop.ui.conversation.say_label import SayLabel
from desktop.ui.conversation.state import ConversationState
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Button, PlainLabel

_SIDES = (19, 15)  #: within the edge of the card at both sides, roomy and compact
_AFTER_SAY = (20, 14)
_URGENT = frozenset({Effect.CALL_MANAGER, Effect.HELP_FIRST})


class ScriptBody(QWidget):
    """Everything of a step that scrolls."""

    answered = Signal(str, str, str)
    promised = Signal(object)
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self.hints_open = False
        self._is_compact: bool | None = None
        self._bar = 0
        self.say = SayLabel()
        self.notes = IconLines("info", "ink3")
        self.turn = Button("–", icon="globe", kind="accent", size="row")
        self.turn.clicked.connect(self.turned)
        self.hints = HintsPart()
        self.goal = Captioned(("section", "ink"), "ink3")
        self.questions = AskedList(partial(question_row, self._tell))
        self.offered = Captioned(("guest", "ink2"), "ink")
        self.promise = PromisePart()
        self.promise.edited.connect(self.promised)
        self.seen = PlainLabel(role="strong", tone="ink2")
        self.notices = AskedList(partial(notice_row, self._tell))
        self.done_when = Captioned(("guest", "ink2"), "ink3")
        self._fill()
        theme_of(self).changed.connect(self._follow_room)
        self._follow_room()
        self._set_words()

    def show_state(self, state: ConversationState) -> None:
        """Shows a step."""
        card = state.card
        self.say.show_sentence(card.say, state.guest_words)
        self._show_promise(state)
        _show(self.offered, bool(state.offered))
        self.offered.show_words(" · ".join(state.offered))
        if card is self._card or card == self._card:
            return
        self._card = card
        self._show_notes(card)
        _show(self.turn, card.turned is not None)
        self.goal.show_words(card.goal, card.name)
        self.questions.show_asked(card.questions, self._kind)
        _show(self.questions, bool(card.questions))
        _show(self.seen, bool(card.notices))
        _show(self.notices, bool(card.notices))
        self.notices.show_asked(card.notices, lambda _kind: "")
        self.done_when.show_words(card.done_when)
        _show(self.done_when, bool(card.done_when))
        self.hints.show_hints(card.do, card.dont)
        self._show_hints()

    def open_hints(self, is_open: bool) -> None:
        """Shows do and don't in a compact window, or hides them."""
        self.hints_open = is_open
        self._show_hints()

    def make_room_for_bar(self, width: int) -> None:
        """The scroll bar came or went: it stands in the margin, so that no line breaks anew."""
        if width != self._bar:
            self._bar = width
            self._follow_room()

    def first_field(self) -> QWidget | None:
        """The first answer field of the step."""
        if self.questions.rows:
            return self.questions.rows[0].answer
        return None if self.promise.isHidden() else self.promise.what

    def composing(self) -> bool:
        """Whether an input method holds text here that is not decided yet."""
        return self.questions.composing() or self.promise.composing()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _fill(self) -> None:
        self._upper, self._lower, self._last = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for part in (self._upper, self._lower, self._last):
            part.setSpacing(0)
        self._upper.addWidget(self.say)
        self._upper.addLayout(_below(self.notes, 8))
        self._upper.addLayout(_below(self.turn, 8))
        self._lower.addWidget(self.goal)
        self._lower.addLayout(_below(self.questions, 6))
        self._lower.addLayout(_below(self.promise, 0))
        self._lower.addLayout(_below(self.offered, 8))
        self._lower.addLayout(_below(self.done_when, 8))
        self._last.addLayout(_below(self.seen, 0))
        self._last.addLayout(_below(self.notices, 2))
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._upper)
        column.addLayout(self._lower)
        column.addWidget(self.hints)
        column.addLayout(self._last)
        column.addStretch(1)

    def _tell(self, question: str, text: str, choice: str) -> None:
        self.answered.emit(question, text, choice)

    def _show_notes(self, card: Card) -> None:
        self.notes.show_lines(card.notes)
        _show(self.notes, bool(card.notes))
        urgent = len(_URGENT & card.effects)  # each has its note, before all others
        for place in range(len(card.notes)):
            if place < urgent:
                self.notes.set_look(place, "triangle-alert", "p1", "p1")
            else:
                self.notes.set_look(place, "info", "ink3", "ink2")

    def _show_promise(self, state: ConversationState) -> None:
        is_asked = state.promise is not None and "promise" in state.card.record
        _show(self.promise, is_asked)
        if state.promise is not None and is_asked:
            self.promise.show_promise(state.promise, state.promise_error)

    def _show_hints(self) -> None:
        has_any = self._card is not None and bool(self._card.do or self._card.dont)
        _show(self.hints, has_any and (self.hints_open or not self._is_compact))

    def _follow_room(self) -> None:
        compact = theme_of(self).metrics.compact
        sides, after = _SIDES[compact], _AFTER_SAY[compact]
        right = sides - self._bar
        self._upper.setContentsMargins(sides, 6, right, 0)
        self._lower.setContentsMargins(sides, after, right, 10)
        self._last.setContentsMargins(sides, 2, right, 10)
        self.hints.set_padding(sides, right)
        if compact != self._is_compact:  # in a compact window they stand where they are seen at once
            self._is_compact = compact
            self._column.removeWidget(self.hints)
            self._column.insertWidget(1 if compact else 2, self.hints)
        self._show_hints()

    def _kind(self, kind: QuestionKind) -> str:
        if kind is QuestionKind.OPEN:
            return self.tr("Open")
        return self.tr("Closed") if kind is QuestionKind.CLOSED else self.tr("Check")

    def _set_words(self) -> None:
        self.turn.setText(self.tr("Turn to the guest"))
        self.offered.caption.setText(self.tr("Offered"))
        self.done_when.caption.setText(self.tr("Done when:"))
        self.seen.setText(self.tr("You notice"))
        if self._card is not None:
            self.questions.show_asked(self._card.questions, self._kind)


def _below(widget: QWidget, above: int) -> QVBoxLayout:
    """A widget with room above that goes when it is hidden."""
    place = QVBoxLayout()
    place.setContentsMargins(0, above, 0, 0)
    place.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if isinstance(widget, Button) else Qt.AlignmentFlag(0))
    return place


def _show(widget: QWidget, shown: bool) -> None:
    """Shows or hides: the same again would lay out the page anew."""
    if widget.isHidden() == shown:
        widget.setVisible(shown)
