"""The product's mark, in the colours of the theme."""

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme.icons import icon_svg
from desktop.ui.theme.theme import theme_of
from desktop.ui.theme.tokens import LIGHT

_SIZE = 28


class Logo(QWidget):
    """The product's mark."""

    def __init__(self, size: int = _SIZE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """The mark's own size."""
        side = theme_of(self).metrics.px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the drawing, which is made in the light theme's colours, in those of the moment."""
        tokens = theme_of(self).tokens
        drawing = icon_svg("amends").replace(LIGHT.accent, tokens.accent).replace(LIGHT.on_accent, tokens.on_accent)
        painter = QPainter(self)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(self.rect()))
