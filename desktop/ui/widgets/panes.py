"""F6 and Shift+F6 walk through the panes of a window (design.md 9)."""

from collections.abc import Sequence
from weakref import WeakKeyDictionary, ref

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


class PaneFocus(QObject):
    """Moves the focus from pane to pane, back to where it was in each. ``set_panes`` when the page changes."""

    def __init__(self, window: QWidget, panes: Sequence[QWidget] = ()) -> None:
        super().__init__(window)
        self._panes = list(panes)
        self._last: WeakKeyDictionary[QWidget, ref[QWidget]] = WeakKeyDictionary()
        for key, step in (("F6", 1), ("Shift+F6", -1)):
            shortcut = QShortcut(QKeySequence(key), window)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(lambda step=step: self.move(step))
        QApplication.instance().focusChanged.connect(self._remember)  # type: ignore[union-attr]  # a window has one

    def set_panes(self, panes: Sequence[QWidget]) -> None:
        """The panes of the page that is shown now, in reading order."""
        self._panes = list(panes)

    def move(self, step: int = 1) -> None:
        """Goes to the next visible pane (-1: the one before); from outside any pane, to the first."""
        panes = [pane for pane in self._panes if pane.isVisible() and _first_stop(pane)]
        if not panes:
            return
        focused = QApplication.focusWidget()
        here = next((i for i, pane in enumerate(panes) if focused and _holds(pane, focused)), None)
        pane = panes[(here + step) % len(panes)] if here is not None else panes[0 if step > 0 else -1]
        last = self._last[pane]() if pane in self._last else None
        goal = last if last and last.isVisible() and last.isEnabled() and _holds(pane, last) else _first_stop(pane)
        if goal:
            goal.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _remember(self, _old: QWidget | None, now: QWidget | None) -> None:
        for pane in self._panes:
            if now is not None and _holds(pane, now):
                self._last[pane] = ref(now)


def holds_focus(part: QWidget) -> bool:
    """Whether the focus is on a part of the window or within it."""
    focused: QWidget | None = QApplication.focusWidget()
    return focused is not None and _holds(part, focused)


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return widget is pane or pane.isAncestorOf(widget)


def _first_stop(pane: QWidget) -> QWidget | None:
    """The first widget of the pane that Tab would reach, in tab order."""
    if pane.focusPolicy() & Qt.FocusPolicy.TabFocus and pane.isEnabled():
        return pane
    widget = pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        if (
            pane.isAncestorOf(widget)
            and widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            return widget
        widget = widget.nextInFocusChain()
    return None
