"""The headers above the queue: names of columns, an arrow at the one that gives the order."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.ui.queue.columns import EDGE, Column
from desktop.ui.queue.delegate import GAP
from desktop.ui.queue.sorting import Sort
from desktop.ui.theme import paint_icon, theme_of
from desktop.ui.theme.painting import elided, paint_text, text_width
from desktop.ui.widgets import RowHeader

_ARROW = 12


class QueueHeader(RowHeader):
    """Fixed headers that can be clicked; their widths are the table's business."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sort: Sort | None = None
        self.setSectionsClickable(True)
        self.viewport().setMouseTracking(True)

    def set_sort(self, sort: Sort | None) -> None:
        """Shows which column gives the order; None is the queue's own, shown at the score."""
        self._sort = sort
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """As high as a header is."""
        return QSize(super().sizeHint().width(), theme_of(self).metrics.height("queue_header"))

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Paints a name, and the arrow after it."""
        theme, column = theme_of(self), Column(logical_index)
        box = QRectF(rect).adjusted(EDGE if column is Column.BAND else 0, 0, -(GAP if column is Column.TIME else 2), -1)
        words = str(self.model().headerData(logical_index, Qt.Orientation.Horizontal))
        shows_arrow = column is (self._sort.column if self._sort else Column.SCORE)
        arrow = theme.metrics.px(_ARROW) if shows_arrow else 0
        font = theme.font("header")
        words = elided(font, words, box.width() - arrow)
        colour = theme.tokens.ink if shows_arrow and self._sort else theme.tokens.ink2
        paint_text(painter, box, words, font, colour)
        if shows_arrow:
            name = "arrow-up" if self._sort and not self._sort.descending else "arrow-down"
            place = QRectF(box.left() + text_width(font, words) + 1, box.top(), arrow, box.height())
            paint_icon(painter, place, name, colour)
