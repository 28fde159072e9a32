"""A row that wraps its widgets like words: tags, chips, small buttons."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.arranged import Arranged, round_all, wanted_size


class FlowRow(Arranged):
    """Widgets from left to right, then on the next row; ``gap`` logical pixels apart both ways.

    Without any it is of no height, but still has the spacing of the layout around it: hide it then.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._gap = gap

    def sizeHint(self) -> QSize:
        """All in one row."""
        sizes = [wanted_size(widget) for widget in self.shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, round_all(sizes).height())

    def arrange(self, width: int, *, move: bool) -> int:
        """The height when this wide."""
        x, y, row = 0, 0, 0
        for widget in self.shown():
            wanted = wanted_size(widget)
            taken = min(wanted.width(), max(1, width))
            if x and x + taken > width:
                x, y, row = 0, y + row + self._gap, 0
            if move:
                widget.setGeometry(x, y, taken, wanted.height())
            x += taken + self._gap
            row = max(row, wanted.height())
        return y + row
