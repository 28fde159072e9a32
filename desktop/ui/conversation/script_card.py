"""The script card: head, what scrolls, and the way back and on pinned at the foot (design.md 7, Conversation)."""

import sys

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.conversation.say_head import SayHead
from desktop.ui.conversation.script_body import ScriptBody
from desktop.ui.conversation.state import ConversationState
from desktop.ui.theme.metrics import RADIUS_CARD
from desktop.ui.theme.painting import elided, paint_edge
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import Button, PlainLabel, scrolling

_BACK_KEY, _NEXT_KEY = ("Ctrl+[", "Ctrl+]") if sys.platform == "darwin" else ("Alt+←", "Alt+→")
_SIDES, _FOOT, _TOP = (20, 16), (13, 10), (16, 10)  #: roomy, compact
_LEAST_BODY = 96
_NARROW, _NARROW_SIDES = 500, 8
_LONGEST_NEXT = 88  #: logical pixels of a step’s name on the button; what is spoken has all of it


class ScriptCard(QWidget):
    """One step at a time."""

    back = Signal()
    next = Signal()
    reworded = Signal()
    shortened = Signal()
    hints_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: ConversationState | None = None
        self.head, self.body = SayHead(), ScriptBody()
        self.area = scrolling(self.body)
        self.area.setMinimumHeight(_LEAST_BODY)
        self.area.verticalScrollBar().installEventFilter(self)
        self.back_button = Button("–", icon="arrow-left", key=_BACK_KEY)
        self.next_button = Button("–", kind="primary", trailing_icon="arrow-right", key=_NEXT_KEY)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(1)  # what is spare goes between the two; long words need all the rest
        self._foot.addWidget(self.back_button)
        self._foot.addStretch(1)
        self._foot.addWidget(self.next_button)
        self._top = QHBoxLayout()
        self._top.addWidget(self.head)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self.area, 1)
        column.addLayout(self._foot)
        self._connect()
        theme_of(self).changed.connect(self._follow_room)
        self._follow_room()
        self._set_words()

    def show_state(self, state: ConversationState) -> None:
        """Shows a step."""
        before, self._state = self._state, state
        is_other_step = before is None or before.card.step != state.card.step
        if before is None or _head_of(before) != _head_of(state):
            self._show_head(state)
        self.body.show_state(state)
        if is_other_step:
            self.area.verticalScrollBar().setValue(0)

    def toggle_hints(self) -> None:
        """Shows do and don't in a compact window, or hides them; elsewhere they come into view."""
        if theme_of(self).metrics.compact:
            self.body.open_hints(not self.body.hints_open)
            self.head.hints.setChecked(self.body.hints_open)
            if self.body.hints_open:
                self.area.verticalScrollBar().setValue(0)
        else:
            self.area.ensureWidgetVisible(self.body.hints, 0, 0)

    def focus_first(self) -> None:
        """The first answer field of the step; where it asks nothing, the way on."""
        field = self.body.first_field()
        ways = (field, self.next_button, self.back_button)
        goal = next((way for way in ways if way is not None and not way.isHidden() and way.isEnabled()), None)
        if goal is None:
            return
        goal.setFocus(Qt.FocusReason.OtherFocusReason)
        if goal is field:
            self.area.ensureWidgetVisible(goal, 0, 12)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the scroll bar."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            bar = self.area.verticalScrollBar()
            self.body.make_room_for_bar(bar.sizeHint().width() if event.type() == QEvent.Type.Show else 0)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the card and the line above its foot."""
        tokens, painter = theme_of(self).tokens, QPainter(self)
        paint_edge(painter, QRectF(self.rect()), tokens.line2, 1, RADIUS_CARD, tokens.surface)
        foot = self.area.geometry().bottom() + 1
        painter.fillRect(QRectF(1, foot, self.width() - 2, 1), QColor(tokens.line))

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.next)
        self.head.shorter.clicked.connect(self.shortened)
        self.head.another.clicked.connect(self.reworded)
        self.head.hints.clicked.connect(self._ask_for_hints)

    def _ask_for_hints(self) -> None:
        self.head.hints.setChecked(self.body.hints_open)  # Qt has turned it already
        self.hints_wanted.emit()

    def _show_head(self, state: ConversationState) -> None:
        card, head = state.card, self.head
        _say(head.label, self.tr("Without the guest") if card.afterwards else self.tr("Say"))
        if head.shorter.isHidden() == card.has_shorter:
            head.shorter.setVisible(card.has_shorter)
        _say(head.shorter, self.tr("Longer") if card.is_short else self.tr("Shorter"))
        head.another.setEnabled(card.wordings > 1)
        which = self.tr("Wording {number} of {count}").format(number=card.wording + 1, count=card.wordings)
        head.set_tip(head.another, which)
        self.back_button.setEnabled(state.can_go_back)
        self.next_button.setVisible(bool(state.next_name))
        theme = theme_of(self)
        short = elided(theme.font("strong"), state.next_name, theme.metrics.px(_LONGEST_NEXT))
        _say(self.next_button, self.tr("Next: {step}").format(step=short))
        self.next_button.setAccessibleName(self.tr("Next: {step}").format(step=state.next_name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Long words need the sides of a narrow foot, too."""
        super().resizeEvent(event)
        self._place_foot()

    def _place_foot(self) -> None:
        compact = theme_of(self).metrics.compact
        sides = _SIDES[compact] - 1 if self.width() >= theme_of(self).metrics.px(_NARROW) else _NARROW_SIDES
        self._foot.setContentsMargins(sides, _FOOT[compact], sides, _FOOT[compact] - 1)

    def _follow_room(self) -> None:
        compact = theme_of(self).metrics.compact
        sides, top = _SIDES[compact] - 1, _TOP[compact]
        self._place_foot()
        self._top.setContentsMargins(sides, top, sides, 0)
        self.head.hints.setVisible(compact)
        self.update()

    def _set_words(self) -> None:
        head = self.head
        head.another.setText(self.tr("Another wording"))
        head.hints.setText(self.tr("Do and don’t"))
        self.back_button.setText(self.tr("Back"))
        if self._state is not None:
            self._show_head(self._state)


def _head_of(state: ConversationState) -> tuple[object, ...]:
    """What head and foot show of a state."""
    card = state.card
    wording = card.wording, card.wordings, card.is_short, card.has_shorter, card.afterwards
    return *wording, state.next_name, state.can_go_back


def _say(widget: PlainLabel | Button, text: str) -> None:
    """Shows words where they differ: the same again would lay out the page anew."""
    if widget.text() != text:
        widget.setText(text)
