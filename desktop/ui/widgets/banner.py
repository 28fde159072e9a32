"""A message across the top of a page that stays until it is dealt with (design.md 8, banner)."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from desktop.ui.theme.metrics import RADIUS_CARD
from desktop.ui.theme.painting import paint_edge
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.icon import Icon
from desktop.ui.widgets.label import PlainLabel, Tone

BannerTone = Literal["warn", "risk", "info"]

_ICONS = {"warn": "triangle-alert", "risk": "triangle-alert", "info": "info"}
_INKS: dict[BannerTone, Tone] = {"warn": "p2", "risk": "p1", "info": "accent"}
_SIDES, _FLAT_SIDES = 9, 4  #: above and below the words
_FLAT_GAP = 10  #: between title and sentence in one line


class Banner(QWidget):
    """One message with an icon, a title, a sentence and buttons inside. ``show_message`` also announces it."""

    def __init__(self, tone: BannerTone = "warn", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone: BannerTone = tone
        self._icon = Icon(_ICONS[tone], _INKS[tone])
        self._icon.setFixedWidth(20)
        self.title = PlainLabel("", "strong", elide=True)
        self.text = PlainLabel("", "body", "ink2", wrap=True)
        self._words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._words.addWidget(self.title)
        self._words.addWidget(self.text)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        row = self._row = QHBoxLayout(self)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words, 1)
        row.addLayout(self._buttons)
        self.set_flat(False)

    def show_message(self, title: str, text: str = "") -> None:
        """Shows the banner with other words, and says them to a screen reader."""
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.show()
        announce(self, f"{title} {text}".strip())

    def set_flat(self, flat: bool) -> None:
        """Puts title and sentence into one line, where the page has little height to spare."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._words.setDirection(across if flat else down)
        self._words.setSpacing(_FLAT_GAP if flat else 0)
        self._words.setStretchFactor(self.text, int(flat))
        sides = _FLAT_SIDES if flat else _SIDES
        self._row.setContentsMargins(16, sides, 12, sides)
        self._row.setAlignment(self._icon, Qt.AlignmentFlag.AlignVCenter if flat else Qt.AlignmentFlag.AlignTop)

    def add_button(self, button: Button) -> None:
        """Puts a button at the right end."""
        self._buttons.addWidget(button)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints fill, edge and the bar at left."""
        tokens = theme_of(self).tokens
        fill, edge, bar = {
            "warn": (tokens.p2_tint, tokens.p2_line, tokens.p2),
            "risk": (tokens.p1_tint, tokens.p1_line, tokens.p1),
            "info": (tokens.tint, tokens.tint_line, tokens.accent),
        }[self._tone]
        painter, rect = QPainter(self), QRectF(self.rect())
        paint_edge(painter, rect, edge, 1, RADIUS_CARD, fill)
        shape = QPainterPath()
        shape.addRoundedRect(rect, RADIUS_CARD, RADIUS_CARD)
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, 4, rect.height()), QColor(bar))
