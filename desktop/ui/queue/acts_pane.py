"""The foot of the preview: what can be done with the chosen case, and why not where it can't."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.kinds import Medium
from desktop.errors import UserError
from desktop.ui.queue.state import QueueState
from desktop.ui.widgets import Button, Icon, Panel, PlainLabel
from desktop.words import Words

_SIDE = 16  #: logical pixels left and right of the buttons


class ActsPane(Panel):
    """Take it, acknowledge, open. Signals carry what a person asked for; conditions are the presenter's."""

    take_wanted = Signal()
    acknowledge_wanted = Signal()
    open_wanted = Signal()
    medium_chosen = Signal(object)
    confirmed = Signal()
    left = Signal()

    def __init__(self, words: Words, *, can_open: bool, parent: QWidget | None = None) -> None:
        super().__init__("surface", "top", parent)
        self._words = words
        self._state: QueueState | None = None
        self.take = Button(kind="primary", key="T", size="footer")
        self.acknowledge = Button(key="A")
        self.open = Button(key="Enter")
        self.reason = PlainLabel("", "meta", "ink2", wrap=True)
        self.refusal = PlainLabel("", "meta", "p1", wrap=True)
        self.chooser = MediumChooser(words)
        self._buttons = QWidget()
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._refused = QWidget()
        self._build()
        self.open.setVisible(can_open)
        self.take.clicked.connect(self.take_wanted)
        self.acknowledge.clicked.connect(self.acknowledge_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.chooser.medium_chosen.connect(self.medium_chosen)
        self.chooser.confirmed.connect(self.confirmed)
        self.chooser.left.connect(self.left)
        self._set_words()

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self._words = words
        self.chooser.set_words(words)
        self._set_words()

    def show_state(self, state: QueueState) -> None:
        """Shows what can be done."""
        self._state = state
        is_asking = state.medium is not None
        self.take.setEnabled(state.can_take)
        self.acknowledge.setEnabled(state.can_acknowledge)
        refusal = self._words.error(state.refusal) if state.refusal else ""
        reasons = [] if is_asking or state.is_acting else [told for told in self._reasons(state) if told != refusal]
        self.reason.setText("\n".join(reasons))
        self.reason.setVisible(bool(reasons))
        self.refusal.setText(refusal)
        self._refused.setVisible(bool(refusal))
        was_asking = not self.chooser.isHidden()
        self._buttons.setVisible(not is_asking)
        self.chooser.setVisible(is_asking)
        if state.medium is not None:
            self.chooser.show_medium(state.medium, is_acting=state.is_acting)
            if not was_asking:
                self.chooser.medium.setFocus(Qt.FocusReason.OtherFocusReason)

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
        refusals = (None if state.is_own else state.take_refusal, state.acknowledge_refusal)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 12, _SIDE, 12)
        column.setSpacing(8)
        column.addWidget(self._refused)
        column.addWidget(self._buttons)
        column.addWidget(self.chooser)
        column.addWidget(self.reason)

    def _set_words(self) -> None:
        self.take.setText(self.tr("Take it"))
        self.acknowledge.setText(self.tr("Acknowledge"))
        self.open.setText(self.tr("Open"))
        self._stack()
        if self._state is not None:
            self.show_state(self._state)


class MediumChooser(QWidget):
    """How the guest was told, asked in place. Enter records it, Esc leaves."""

    medium_chosen = Signal(object)
    confirmed = Signal()
    left = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = PlainLabel("", "strong", wrap=True)
        self.medium = QComboBox()
        self.confirm = Button(kind="primary", key="Enter")
        self.cancel = Button(kind="ghost", key="Esc")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.confirm, 1)
        row.addWidget(self.cancel)
        column.addWidget(self.question)
        column.addWidget(self.medium)
        column.addLayout(row)
        self.medium.activated.connect(lambda: self.medium_chosen.emit(Medium(self.medium.currentData())))
        self.confirm.clicked.connect(self.confirmed)
        self.cancel.clicked.connect(self.left)
        self.set_words(words)
        self.hide()

    def set_words(self, words: Words) -> None:
        """Speaks another language; what was chosen stays."""
        chosen = self.medium.currentIndex()
        with QSignalBlocker(self.medium):
            self.medium.clear()
            for medium in Medium:
                self.medium.addItem(words.term("medium", medium.value), medium.value)
            self.medium.setCurrentIndex(max(0, chosen))
        self._set_words()

    def show_medium(self, medium: Medium, *, is_acting: bool) -> None:
        """Shows which is chosen."""
        with QSignalBlocker(self.medium):
            self.medium.setCurrentIndex(list(Medium).index(medium))
        self.confirm.setEnabled(not is_acting)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter records, Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self.question.setText(self.tr("How did you tell the guest?"))
        self.medium.setAccessibleName(self.question.text())
        self.confirm.setText(self.tr("Acknowledge"))
        self.cancel.setText(self.tr("Cancel"))
