"""Icons beside words."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.painting import centred
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets.label import Tone


class Icon(QWidget):
    """An icon that only accompanies words: screen readers pass over it."""

    def __init__(self, name: str, tone: Tone = "ink2", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._tone: Tone = tone
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def set_icon(self, name: str, tone: Tone | None = None) -> None:
        """Another icon."""
        self._name = name
        if tone:
            self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        """The icon's own size."""
        side = theme_of(self).metrics.px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the icon in the middle."""
        theme = theme_of(self)
        size = theme.metrics.px(self._size)
        colour = getattr(theme.tokens, self._tone if self.isEnabled() else "ink3")
        paint_icon(QPainter(self), centred(QRectF(self.rect()), size, size), self._name, colour)
