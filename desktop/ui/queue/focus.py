"""Where the keyboard is."""

from PySide6.QtWidgets import QApplication, QWidget


def holds_focus(part: QWidget) -> bool:
    """Whether the focus is on a part of the window or within it."""
    focused: QWidget | None = QApplication.focusWidget()
    return focused is not None and (focused is part or part.isAncestorOf(focused))
