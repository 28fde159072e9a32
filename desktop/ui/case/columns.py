"""The columns below the stage bar: timeline, cards in the middle, cards at right (design.md 7, Case)."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme import theme_of

_GAP = 14
_MIDDLE, _RIGHT, _COMPACT = 396, 352, 360


class CardColumn(QScrollArea):
    """Cards under each other, scrolled on their own; the bar stands in the gap beside them."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards_width = width
        self.inner = QWidget()
        self.inner.setProperty("page", True)
        self._column = QVBoxLayout(self.inner)
        self._column.setSpacing(_GAP)
        self.stack = QVBoxLayout()
        self.stack.setSpacing(_GAP)
        self._column.addLayout(self.stack)
        self._column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.inner)
        self.set_cards_width(width)

    def set_cards_width(self, width: int) -> None:
        """How wide the cards are; the area is wider by the gap, in which its bar stands."""
        self._cards_width = width
        self.setFixedWidth(width + _GAP)
        self._fit()

    def add_card(self, card: QWidget) -> None:
        """Puts a card at the end."""
        self.stack.addWidget(card)

    def event(self, event: QEvent) -> bool:
        """The bar came or went."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Keeps the cards' width whether the bar is there or not."""
        bar = self.width() - self.viewport().width()
        self._column.setContentsMargins(0, _GAP, max(0, _GAP - bar), _GAP)


class CaseColumns(QWidget):
    """Timeline | middle | right; in compact windows the right cards stand under the middle ones."""

    def __init__(self, timeline: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.timeline = timeline
        self.middle, self.right = CardColumn(_MIDDLE), CardColumn(_RIGHT)
        self._right_cards: list[QWidget] = []
        self._left = QVBoxLayout()
        self._left.addWidget(timeline)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addLayout(self._left, 1)
        self._row.addSpacing(_GAP)
        self._row.addWidget(self.middle)
        self._row.addWidget(self.right)
        self._is_compact: bool | None = None
        theme_of(self).changed.connect(self._restyle)

    def set_cards(self, middle: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        """The cards of both columns, in reading order."""
        for card in middle:
            self.middle.add_card(card)
        self._right_cards = list(right)
        self._is_compact = None
        self._restyle()

    def show_card(self, card: QWidget) -> None:
        """Scrolls to a card."""
        for column in (self.middle, self.right):
            if column.inner.isAncestorOf(card):
                column.ensureWidgetVisible(card, 0, _GAP)

    def panes(self) -> Sequence[QWidget]:
        """Where F6 goes."""
        return self.timeline, self.middle, self.right

    def _restyle(self) -> None:
        metrics = theme_of(self).metrics
        side = 16 if metrics.compact else 20
        self._left.setContentsMargins(0, _GAP, 0, _GAP)
        self._row.setContentsMargins(side, 0, side - _GAP, 0)
        # Cards grow with the text, but never so far that the timeline has no room.
        grown = min(metrics.text_size, 112) / 100
        self.middle.set_cards_width(round((_COMPACT if metrics.compact else _MIDDLE) * grown))
        self.right.set_cards_width(round(_RIGHT * grown))
        if metrics.compact != self._is_compact:
            self._is_compact = metrics.compact
            home = self.middle if metrics.compact else self.right
            for card in self._right_cards:
                home.add_card(card)
            self.right.setVisible(not metrics.compact)
