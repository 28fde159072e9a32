"""Where a PIN or a passphrase is typed: nothing to be read over a shoulder (design.md 8, firstrun.png)."""

import unicodedata
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop.ui.theme.metrics import RADIUS_CONTROL
from desktop.ui.theme.painting import paint_edge
from desktop.ui.theme.theme import theme_of

PinMode = Literal["pin", "passphrase"]

LEAST_DIGITS = 6
MOST_DIGITS = 12
_GAP = 7
_BOX = 36


class PinField(QLineEdit):
    """One line edit painted as boxes, one a digit: six, and more as they are needed, up to twelve.

    Digits only (full-width ones are taken too), typed or pasted; ``refused`` follows anything else, so that a screen
    can say so. In ``passphrase`` mode it is a usual password field.
    """

    refused = Signal()

    def __init__(self, name: str = "", *, mode: PinMode = "pin", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode: PinMode = mode
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setProperty("room", "wizard")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.textChanged.connect(self._tidy)
        theme_of(self).changed.connect(self.updateGeometry)
        self.set_mode(mode)

    @property
    def mode(self) -> PinMode:
        """Boxes for digits, or a usual password field."""
        return self._mode

    def set_mode(self, mode: PinMode) -> None:
        """Changes between PIN and passphrase; what was typed is dropped."""
        self._mode = mode
        self.clear()
        hints = Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
        self.setInputMethodHints(hints | Qt.InputMethodHint.ImhDigitsOnly if mode == "pin" else hints)
        across = QSizePolicy.Policy.Fixed if mode == "pin" else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.updateGeometry()
        self.update()

    def boxes(self) -> int:
        """How many boxes are painted now."""
        return max(LEAST_DIGITS, min(MOST_DIGITS, len(self.text())))

    def sizeHint(self) -> QSize:
        """Room for the boxes; more than six share the room of six and a half."""
        metrics = theme_of(self).metrics
        width = LEAST_DIGITS * (metrics.px(_BOX) + _GAP) - _GAP
        return QSize(width, metrics.height("button_wizard"))

    def minimumSizeHint(self) -> QSize:
        """Room for six boxes."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keeps the writing place at the end: boxes fill from left to right."""
        if self._mode == "pin":
            if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home):
                return
            self.end(False)
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints boxes and dots; the next box to fill is the marked one."""
        if self._mode == "passphrase":
            super().paintEvent(event)
            return
        tokens, painter = theme_of(self).tokens, QPainter(self)
        count, filled = self.boxes(), len(self.text())
        wrong = bool(self.property("error"))
        side = (self.width() + _GAP) / count - _GAP
        for place in range(count):
            box = QRectF(round(place * (side + _GAP)), 0, round(side), self.height())
            here = self.hasFocus() and place == min(filled, count - 1)
            edge = tokens.p1 if wrong else tokens.accent if here else tokens.ctl if self.isEnabled() else tokens.line
            fill = tokens.surface if self.isEnabled() else tokens.sunken
            paint_edge(painter, box, edge, 2 if wrong or here else 1, RADIUS_CONTROL, fill)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.ink))
            if place < filled:
                painter.drawEllipse(box.center(), 2.5, 2.5)
            elif here:
                painter.drawRect(QRectF(box.center().x(), box.center().y() - 8, 1, 16))

    def _tidy(self, text: str) -> None:
        if self._mode == "passphrase":
            return
        folded = unicodedata.normalize("NFKC", text)
        digits = "".join(c for c in folded if c in "0123456789")[:MOST_DIGITS]
        if digits != text:
            self.setText(digits)
            if digits != folded:
                self.refused.emit()
        self.update()
