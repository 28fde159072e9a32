"""What screen readers hear, and tool tips that are never markup."""

from html import escape

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Says a sentence to a screen reader, politely: after what it is saying now."""
    event = QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)


def plain_tool_tip(text: str) -> str:
    """Text as a tool tip that shows exactly that text: Qt would read tags in it otherwise. Long text wraps."""
    return f'<p style="white-space: pre-wrap; margin: 0">{escape(text)}</p>' if text else ""
