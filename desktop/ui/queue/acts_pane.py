"""The foot of the preview: what can be done with the chosen case, and why not where it can't."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.lifecycle import MOVES
from desktop.errors import UserError
from desktop.ui.queue.state import QueueState
from desktop.ui.widgets import Button, Icon, Panel, PlainLabel
from desktop.words import Words

_SIDE = 16  #: logical pixels left and right of the buttons


class ActsPane(Panel):
    """Take it, acknowledge, open, settle. Signals carry what a person asked for; conditions are the presenter's."""

    take_wanted = Signal()
    acknowledge_wanted = Signal()
    settle_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, words: Words, *, can_open: bool, parent: QWidget | None = None) -> None:
        super().__init__("surface", "top", parent)
        self._words = words
        self._state: QueueState | None = None
        self.take = Button(kind="primary", key="T", size="footer")
        self.acknowledge = Button(key="A")
        self.open = Button(key="Enter")
        self.settle = Button(key="S")
        self.reason = PlainLabel("", "meta", "ink2", wrap=True)
        self.refusal = PlainLabel("", "meta", "p1", wrap=True)
        self._buttons = QWidget()
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._refused = QWidget()
        self._build()
        self.open.setVisible(can_open)
        self.take.clicked.connect(self.take_wanted)
        self.acknowledge.clicked.connect(self.acknowledge_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.settle.clicked.connect(self.settle_wanted)
        self._set_words()

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self._words = words
        self._set_words()

    def show_state(self, state: QueueState) -> None:
        """Shows what can be done."""
        self._state = state
        self.take.setEnabled(state.can_take)
        self.acknowledge.setEnabled(state.can_acknowledge)
        self.settle.setEnabled(state.can_settle)
        self.settle.setVisible(state.selected is not None and state.selected.state in MOVES["settle"])
        refusal = self._words.error(state.refusal) if state.refusal else ""
        reasons = [] if state.is_acting else [told for told in self._reasons(state) if told != refusal]
        self.reason.setText("\n".join(reasons))
        self.reason.setVisible(bool(reasons))
        self.refusal.setText(refusal)
        self._refused.setVisible(bool(refusal))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the two smaller buttons side by side where both have room."""
        super().resizeEvent(event)
        self._stack()

    def _stack(self) -> None:
        """Puts the two smaller buttons under each other where their words need it."""
        shown = [button for button in (self.acknowledge, self.open) if not button.isHidden()]
        needed = sum(button.minimumSizeHint().width() for button in shown) + self._pair.spacing() + 2 * _SIDE
        way = QBoxLayout.Direction.LeftToRight if needed <= self.width() else QBoxLayout.Direction.TopToBottom
        if way != self._pair.direction():
            self._pair.setDirection(way)

    def _reasons(self, state: QueueState) -> list[str]:
        """Why buttons are off, each reason once."""
        settle = None if self.settle.isHidden() else state.settle_refusal
        refusals = (None if state.is_own else state.take_refusal, state.acknowledge_refusal, settle)
        reasons = [self._words.error(refusal) for refusal in refusals if isinstance(refusal, UserError)]
        if state.is_own:
            reasons.insert(0, self.tr("This case is yours."))
        return list(dict.fromkeys(reasons))

    def _build(self) -> None:
        icon = QHBoxLayout(self._refused)
        icon.setContentsMargins(0, 0, 0, 0)
        icon.setSpacing(6)
        icon.addWidget(Icon("triangle-alert", "p1", 14), 0, Qt.AlignmentFlag.AlignTop)
        icon.addWidget(self.refusal, 1)
        buttons = QVBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(8)
        self._pair.setSpacing(8)
        self._pair.addWidget(self.acknowledge, 1)
        self._pair.addWidget(self.open, 1)
        buttons.addWidget(self.take)
        buttons.addLayout(self._pair)
        buttons.addWidget(self.settle)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 12, _SIDE, 12)
        column.setSpacing(8)
        column.addWidget(self._refused)
        column.addWidget(self._buttons)
        column.addWidget(self.reason)

    def _set_words(self) -> None:
        self.take.setText(self.tr("Take it"))
        self.acknowledge.setText(self.tr("Acknowledge"))
        self.open.setText(self.tr("Open"))
        self.settle.setText(self._words.term("action", "settle"))
        self._stack()
        if self._state is not None:
            self.show_state(self._state)
