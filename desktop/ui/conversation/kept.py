"""Heights that are remembered: a page asks each of its parts a dozen times before it has laid itself out."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets import Arranged


class Kept(Arranged):
    """Who derives from it says its measures in ``arrange``, ``least`` and ``usual``; they are asked once a change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None
        self._usual: QSize | None = None

    def least(self) -> QSize:
        """The smallest size that it can stand."""
        return super().minimumSizeHint()

    def usual(self) -> QSize:
        """The size that it would have by itself."""
        return QSize(480, self.heightForWidth(480))

    def heightForWidth(self, width: int) -> int:
        """The height in logical pixels when this wide."""
        if width not in self._heights:
            self._heights[width] = self.arrange(width, move=False)
        return self._heights[width]

    def minimumSizeHint(self) -> QSize:
        """The smallest size that it can stand."""
        if self._least is None:
            self._least = self.least()
        return self._least

    def sizeHint(self) -> QSize:
        """The size that it would have by itself."""
        if self._usual is None:
            self._usual = self.usual()
        return self._usual

    def forget(self) -> None:
        """Something in it has changed: it is measured anew."""
        self._heights.clear()
        self._least = self._usual = None

    def _follow(self) -> None:
        """Something in it wants to be measured anew; who holds it is told only where that makes a difference."""
        before, least = dict(self._heights), self._least
        self.forget()
        is_same = bool(before) and all(self.heightForWidth(width) == height for width, height in before.items())
        if not is_same or self.minimumSizeHint() != least:
            self.updateGeometry()
        if self.isVisible():
            self.arrange(self.width(), move=True)
