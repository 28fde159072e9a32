"""Counts that filter a list (design.md 8, stat chip)."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.metrics import RADIUS_CARD
from desktop.ui.theme.painting import elided, paint_edge, paint_text, text_width
from desktop.ui.theme.theme import theme_of

ChipTone = Literal["plain", "risk", "warn"]

_PADDING = 14
_ICON = 16


class StatChip(QPushButton):
    """A count with its name that filters a list when chosen. ``tone`` colours the icon, ``risk`` the number too."""

    def __init__(
        self,
        label: str,
        *,
        icon: str | None = None,
        tone: ChipTone = "plain",
        number: int = 0,
        key: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label = label
        self._icon_name = icon
        self._tone = tone
        self._number = number
        self.setCheckable(True)
        self.setProperty("kind", "chip")
        self.setProperty("painted", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(key or "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)
        self._name()

    @property
    def number(self) -> int:
        """The count that is shown."""
        return self._number

    def set_number(self, number: int) -> None:
        """Shows another count; 0 is pale."""
        self._number = number
        self._name()
        self.updateGeometry()
        self.update()

    def set_label(self, label: str) -> None:
        """Another name, as when the language changes."""
        self._label = label
        self._name()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Icon, number and name in a row; the icon only where there is room."""
        theme = theme_of(self)
        number = text_width(theme.font("number"), str(self._number))
        width = 2 * _PADDING + self._icon_room() + number + 10 + text_width(theme.font("body"), self._label)
        return QSize(round(width + 0.5), theme.metrics.height("chip"))

    def minimumSizeHint(self) -> QSize:
        """The number at least; the name may be cut."""
        theme = theme_of(self)
        number = text_width(theme.font("number"), str(self._number))
        return QSize(round(2 * _PADDING + number + 40), theme.metrics.height("chip"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """The style sheet paints the box, this the content."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        theme = theme_of(self)
        tokens, rect = theme.tokens, QRectF(self.rect())
        icon_ink, number_ink, label_ink = self._inks()
        left = float(_PADDING)
        if self._icon_name and not theme.metrics.compact:
            paint_icon(painter, QRectF(left, 0, theme.metrics.px(_ICON), rect.height()), self._icon_name, icon_ink)
        left += self._icon_room()
        font = theme.font("number")
        width = text_width(font, str(self._number))
        paint_text(painter, QRectF(left, 0, width + 2, rect.height()), str(self._number), font, number_ink)
        left += width + 10
        font = theme.font("body")
        label = elided(font, self._label, rect.width() - left - 8)
        paint_text(painter, QRectF(left, 1, rect.width() - left - 6, rect.height()), label, font, label_ink)
        if self.hasFocus() and self.isChecked():
            paint_edge(painter, rect, tokens.ink, 2, RADIUS_CARD)

    def _icon_room(self) -> int:
        theme = theme_of(self)
        return theme.metrics.px(_ICON) + 12 if self._icon_name and not theme.metrics.compact else 0

    def _inks(self) -> tuple[str, str, str]:
        tokens = theme_of(self).tokens
        alarm = {"risk": tokens.p1, "warn": tokens.p2}.get(self._tone)
        number = tokens.p1 if self._tone == "risk" else tokens.accent if self.isChecked() else tokens.ink
        if self.isChecked():
            return alarm or tokens.ink, number if self._number else tokens.accent, tokens.accent
        if not self._number:
            return tokens.ink3, tokens.ink3, tokens.ink2
        return alarm or tokens.ink2, number, tokens.ink2

    def _name(self) -> None:
        self.setAccessibleName(f"{self._label}: {self._number}")
