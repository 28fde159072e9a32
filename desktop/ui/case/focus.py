"""Putting the keyboard somewhere."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focus_first(part: QWidget) -> None:
    """Puts the focus on the first stop within a part of the page, if there is any."""
    stop = part.nextInFocusChain()
    while stop is not None and stop is not part:
        if part.isAncestorOf(stop) and stop.isVisible() and stop.isEnabled() and _is_stop(stop):
            stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        stop = stop.nextInFocusChain()


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
