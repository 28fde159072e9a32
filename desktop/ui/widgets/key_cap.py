"""Key caps: every shortcut is printed beside what it does (design.md 1, 9)."""

import sys

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.ui.theme.metrics import RADIUS_TAG
from desktop.ui.theme.painting import CENTRE, paint_edge, paint_text, text_width
from desktop.ui.theme.theme import Theme, theme_of

_PADDING = 5


def native_key(key: str) -> str:
    """A key as it stands on the keyboard: ``Ctrl+K`` is ``⌘K`` on a Mac. Arrows and free text stay.

    Elsewhere the keys bear their English names in both languages, so Qt's translations of them are not asked.
    """
    if sys.platform != "darwin":
        return key
    sequence = QKeySequence(key)
    if sequence.toString() != key:
        return key
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def key_cap_width(theme: Theme, key: str) -> int:
    """How wide the cap of a key is, in logical pixels; never narrower than high."""
    width = text_width(theme.font("key"), native_key(key)) + 2 * _PADDING
    return max(theme.metrics.height("key_cap"), round(width + 0.5))


def paint_key_cap(painter: QPainter, rect: QRectF, key: str, theme: Theme, ink: str, edge: str, fill: str = "") -> None:
    """Paints a key cap over all of ``rect``; ``ink``, ``edge`` and ``fill`` are colours."""
    paint_edge(painter, rect, edge, 1, RADIUS_TAG, fill)
    paint_text(painter, rect, native_key(key), theme.font("key"), ink, CENTRE)


class KeyCap(QLabel):
    """One key, as in a row of hints."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """The cap's own size."""
        theme = theme_of(self)
        return QSize(key_cap_width(theme, self.text()), theme.metrics.height("key_cap"))

    def minimumSizeHint(self) -> QSize:
        """The cap's own size."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the cap."""
        theme, painter = theme_of(self), QPainter(self)
        paint_key_cap(
            painter,
            QRectF(self.rect()),
            self.text(),
            theme,
            theme.tokens.ink3,
            theme.tokens.line2,
            theme.tokens.surface,
        )
