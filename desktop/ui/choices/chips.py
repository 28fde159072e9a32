"""Words that are chosen by a click: chips that wrap, one of them (reach, gap) or any of them (flags)."""

from collections.abc import Mapping, Sequence
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.metrics import RADIUS_CONTROL
from desktop.ui.theme.painting import CENTRE, paint_edge, paint_text, text_width
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import FlowRow

ChipTone = Literal["accent", "risk"]

_PADDING = 12  #: on both sides; the tick of a chosen chip stands in it
_ICON = 13
_TICK_LEFT, _WORDS_LEFT = 5, 20


class Chip(QAbstractButton):
    """One word in a box; chosen it is filled and bears a tick, so that colour is never alone."""

    def __init__(self, text: str, tone: ChipTone = "accent", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_words(text)
        theme_of(self).changed.connect(self.updateGeometry)

    def set_words(self, text: str) -> None:
        """Other words, as when the language changes."""
        self._words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for bold words is kept, so that nothing moves when the chip is chosen."""
        theme = theme_of(self)
        width = text_width(theme.font("body", 600), self._words) + theme.metrics.px(2 * _PADDING)
        return QSize(round(width + 0.5), theme.metrics.height("button_small"))

    def minimumSizeHint(self) -> QSize:
        """All of the words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints box, tick and words."""
        theme, painter, rect = theme_of(self), QPainter(self), QRectF(self.rect())
        ink, edge, fill = self._colours()
        focused = self.hasFocus()
        paint_edge(painter, rect, ink if focused else edge, 2 if focused else 1, RADIUS_CONTROL, fill)
        px = theme.metrics.px
        if self.isChecked():
            paint_icon(painter, QRectF(px(_TICK_LEFT), 0, px(_ICON), rect.height()), "check", ink)
            rect.setLeft(px(_WORDS_LEFT))
            paint_text(painter, rect, self._words, theme.font("body", 600), ink)
        else:
            paint_text(painter, rect, self._words, theme.font("body"), ink, CENTRE)

    def _colours(self) -> tuple[str, str, str]:
        """Words, edge and fill."""
        tokens = theme_of(self).tokens
        if not self.isEnabled():
            return tokens.ink3, tokens.line, tokens.sunken
        if self.isChecked():
            risk = self._tone == "risk"
            return (tokens.p1, tokens.p1_line, tokens.p1_tint) if risk else (tokens.accent, tokens.accent, tokens.tint)
        if self.hasFocus():
            return tokens.accent, tokens.accent, tokens.surface
        return tokens.ink2, tokens.line2, tokens.hover if self.underMouse() else tokens.surface


class ChipRow(FlowRow):
    """Chips that wrap like words. ``toggled`` carries key and whether it is chosen now, when a person chose."""

    toggled = Signal(str, bool)

    def __init__(
        self, keys: Sequence[str], *, tones: Mapping[str, ChipTone] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._chips: dict[str, Chip] = {}
        for key in keys:
            chip = Chip("", (tones or {}).get(key, "accent"))
            chip.clicked.connect(lambda checked, key=key: self.toggled.emit(key, checked))
            self._chips[key] = chip
            self.add_widget(chip)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hands the cursor on. With a focus proxy Tab would stop here too, at a place of its own in the order."""
        super().focusInEvent(event)
        next(iter(self._chips.values())).setFocus(event.reason())

    def hasFocus(self) -> bool:
        """Whether one of the chips has the cursor."""
        return any(chip.hasFocus() for chip in self._chips.values()) or super().hasFocus()

    def set_labels(self, labels: Mapping[str, str]) -> None:
        """Words for the keys."""
        for key, label in labels.items():
            self._chips[key].set_words(label)

    def show_chosen(self, keys: frozenset[str]) -> None:
        """Chooses exactly these, silently."""
        for key, chip in self._chips.items():
            chip.setChecked(key in keys)

    def chip(self, key: str) -> Chip:
        """The chip of a key."""
        return self._chips[key]


class ChipChoice(ChipRow):
    """One of several or none: choosing the chosen one takes it back. ``chosen`` carries the key, empty for none."""

    chosen = Signal(str)

    def __init__(self, keys: Sequence[str], *, parent: QWidget | None = None) -> None:
        super().__init__(keys, parent=parent)
        self.toggled.connect(lambda key, on: self.chosen.emit(key if on else ""))
