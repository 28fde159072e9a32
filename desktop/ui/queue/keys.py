"""Which key asks for what while the table has the focus (design.md 9)."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop.domain.queueing import Chip


class Wish(Enum):
    """What a key asks for, besides a chip."""

    TAKE = auto()
    ACKNOWLEDGE = auto()
    SETTLE = auto()
    OPEN = auto()
    COPY = auto()
    FIRST = auto()
    LAST = auto()
    TICK = auto()  #: choose the case, or no longer, beside others
    TICK_ALL = auto()
    CLEAR = auto()  #: none of several any more
    NOTHING = auto()  #: a key that means something to Qt's tables, but not here


_PLAIN: dict[int, Wish | Chip] = {
    Qt.Key.Key_1: Chip.OPEN,
    Qt.Key.Key_2: Chip.UNACKNOWLEDGED,
    Qt.Key.Key_3: Chip.DUE_SOON,
    Qt.Key.Key_4: Chip.OVERDUE,
    Qt.Key.Key_5: Chip.FOLLOW_UPS,
    Qt.Key.Key_T: Wish.TAKE,
    Qt.Key.Key_A: Wish.ACKNOWLEDGE,
    Qt.Key.Key_S: Wish.SETTLE,
    Qt.Key.Key_Return: Wish.OPEN,
    Qt.Key.Key_Enter: Wish.OPEN,
    Qt.Key.Key_Home: Wish.FIRST,
    Qt.Key.Key_End: Wish.LAST,
    Qt.Key.Key_Left: Wish.NOTHING,
    Qt.Key.Key_Right: Wish.NOTHING,
    Qt.Key.Key_Space: Wish.TICK,
    Qt.Key.Key_Escape: Wish.CLEAR,
}

#: The number pad and a capital letter count as plain; Ctrl+T and Alt+A are somebody else's.
_IGNORED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


def wish_of(event: QKeyEvent) -> Wish | Chip | None:
    """What a key asks for; None leaves it to Qt (arrows, pages) and to the window's shortcuts."""
    if event.matches(QKeySequence.StandardKey.Copy):
        return Wish.COPY
    if event.matches(QKeySequence.StandardKey.SelectAll):
        return Wish.TICK_ALL
    if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
        return Wish.TICK
    if event.modifiers() & ~_IGNORED:
        return None
    return _PLAIN.get(event.key())
