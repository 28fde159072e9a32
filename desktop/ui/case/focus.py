"""Putting the keyboard somewhere, and the screen's own keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


def bind_key(screen: QWidget, key: str, act: Callable[[], object]) -> None:
    """Has a key act wherever the focus is in the window, as long as ``screen`` is shown in it.

    A page that isn't shown, or one behind a modal window, hears no keys. Nothing acts while an input method composes.
    """

    def on_key() -> None:
        if not getattr(QApplication.focusWidget(), "composing", False):
            act()

    QShortcut(QKeySequence(key), screen, context=Qt.ShortcutContext.WindowShortcut).activated.connect(on_key)


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
