"""The foot of a form: the verb, the way out, and why the verb is off."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.widgets import Button, ItemLayout, PlainLabel

_GAP = 8
_ROOMY = 480  #: logical pixels from which buttons keep their own width


class _Pair(ItemLayout):
    """Two buttons: side by side, in a narrow pane filling it, and under each other where their words need it."""

    def heightForWidth(self, width: int) -> int:
        heights = [hint.height() for hint in self._hints()]
        return max(heights) if self._fits(width) else sum(heights) + _GAP

    def sizeHint(self) -> QSize:
        hints = self._hints()
        return QSize(sum(hint.width() for hint in hints) + _GAP, max(hint.height() for hint in hints))

    def minimumSize(self) -> QSize:
        hints = self._hints()
        return QSize(max(hint.width() for hint in hints), max(hint.height() for hint in hints))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        first, second = self._items
        one, other = self._hints()
        if not self._fits(rect.width()):
            first.setGeometry(QRect(rect.x(), rect.y(), rect.width(), one.height()))
            second.setGeometry(QRect(rect.x(), rect.y() + one.height() + _GAP, rect.width(), other.height()))
            return
        spare = rect.width() - other.width() - _GAP
        width = one.width() if rect.width() >= _ROOMY else spare
        first.setGeometry(QRect(rect.x(), rect.y(), width, one.height()))
        second.setGeometry(QRect(rect.x() + width + _GAP, rect.y(), other.width(), other.height()))

    def _hints(self) -> list[QSize]:
        return [item.sizeHint() for item in self._items]

    def _fits(self, width: int) -> bool:
        return sum(hint.width() for hint in self._hints()) + _GAP <= width


class Foot(QWidget):
    """The verb and the way out; ``why`` tells why the verb is off."""

    def __init__(self) -> None:
        super().__init__()
        self.confirm = Button(kind="primary", key="Ctrl+Enter")
        self.cancel = Button(kind="ghost", key="Esc")
        self.why = PlainLabel("", "meta", "ink2", wrap=True)
        self.why.hide()
        pair = _Pair()
        pair.addWidget(self.confirm)
        pair.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(pair)
        column.addWidget(self.why)

    def set_verbs(self, confirm: str, cancel: str) -> None:
        """What the buttons say."""
        self.confirm.setText(confirm)
        self.cancel.setText(cancel)

    def show_state(self, *, busy: bool, why_off: str) -> None:
        """Whether the verb can be done, and if not, why."""
        self.confirm.setEnabled(not busy and not why_off)
        self.why.setText(why_off)
        self.why.setVisible(bool(why_off))
