"""What all mark widgets share: they follow the theme, keep their size, and speak."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme.theme import Theme, theme_of


class MarkWidget(QWidget):
    """A painted mark with a spoken name. Subclasses give ``measure`` and ``paint_mark``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def measure(self, theme: Theme) -> tuple[float, float]:
        """Width and height in logical pixels."""
        raise NotImplementedError

    def paint_mark(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paints the mark."""
        raise NotImplementedError

    def refresh(self, name: str) -> None:
        """Shows and speaks what changed."""
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The mark's own size."""
        width, height = self.measure(theme_of(self))
        return QSize(round(width + 0.499), round(height))

    def minimumSizeHint(self) -> QSize:
        """The mark's own size."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the mark over the widget."""
        theme, painter = theme_of(self), QPainter(self)
        painter.setFont(theme.font("body"))
        self.paint_mark(painter, QRectF(self.rect()), theme)
