"""The edge of a card over what fills it to the corners: tables know nothing of round ones."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.theme.metrics import RADIUS_CARD
from desktop.ui.theme.painting import paint_edge
from desktop.ui.theme.theme import theme_of


class CardEdge(QWidget):
    """Lies over a card, keeps its size, and takes neither clicks nor focus."""

    def __init__(self, card: QWidget) -> None:
        super().__init__(card)
        self._card = card
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the card's size, and stays above what was added later."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and watched is self._card:
            self.resize(self._card.size())
            self.raise_()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the page's colour outside the round corners, and the edge."""
        tokens, painter, rect = theme_of(self).tokens, QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, card = QPainterPath(), QPainterPath()
        whole.addRect(rect)
        card.addRoundedRect(rect, RADIUS_CARD, RADIUS_CARD)
        painter.fillPath(whole.subtracted(card), QColor(tokens.canvas))
        paint_edge(painter, rect, tokens.line, 1, RADIUS_CARD)
