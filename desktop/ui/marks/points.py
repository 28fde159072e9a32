"""Why a case has its priority: one row a part, with its points as a bar and a number (design.md 7, Why rows)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.marks.base import MarkWidget
from desktop.ui.theme.metrics import Metrics
from desktop.ui.theme.painting import RIGHT, font_for, paint_bar, paint_text
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tokens

_BAR_WIDTH, _BAR_HEIGHT = 72, 6
_POINTS_WIDTH = 34
_ROW = 24
_TOTAL_ROW = 34


@dataclass(frozen=True, slots=True)
class PointsRow:
    """One part in words and its points; negative points (the cap) show no bar."""

    label: str
    points: int


def paint_points_row(
    painter: QPainter, rect: QRectF, row: PointsRow, most: int, tokens: Tokens, metrics: Metrics
) -> None:
    """Paints label, bar and points across ``rect``; ``most`` points fill the bar."""
    points_width, bar_width = metrics.px(_POINTS_WIDTH), metrics.px(_BAR_WIDTH)
    points = QRectF(rect.right() - points_width, rect.top(), points_width, rect.height())
    bar = QRectF(points.left() - bar_width, round(rect.center().y() - _BAR_HEIGHT / 2), bar_width, _BAR_HEIGHT)
    body, strong = font_for(painter, metrics, "body"), font_for(painter, metrics, "guest")
    paint_text(
        painter,
        QRectF(rect.left(), rect.top(), bar.left() - 8 - rect.left(), rect.height()),
        row.label,
        body,
        tokens.ink,
    )
    if row.points >= 0:
        paint_bar(painter, bar, row.points / most if most else 0, tokens.accent, tokens.line)
    sign = "+" if row.points >= 0 else "−"
    paint_text(painter, points, f"{sign}{abs(row.points)}", strong, tokens.ink, RIGHT)


class PointsTable(MarkWidget):
    """All parts, largest first, a line, and the total. Screen readers hear every row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PointsRow, ...] = ()
        self._total_label, self._total = "", 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(self, rows: Sequence[PointsRow], total_label: str, total: int) -> None:
        """Shows other rows; they are sorted here, the cap comes last."""
        self._rows = tuple(sorted(rows, key=lambda row: -row.points))
        self._total_label, self._total = total_label, total
        spoken = [f"{row.label} {row.points:+d}" for row in self._rows]
        self.refresh(", ".join([*spoken, f"{total_label} {total}"]))

    def measure(self, theme: Theme) -> tuple[float, float]:
        """Rows of 24 and a total of 34 logical pixels."""
        return 220, len(self._rows) * theme.metrics.px(_ROW) + theme.metrics.px(_TOTAL_ROW)

    def paint_mark(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paints the rows and the total."""
        tokens, metrics = theme.tokens, theme.metrics
        row_height = metrics.px(_ROW)
        most = max((row.points for row in self._rows), default=0)
        top = rect.top()
        for row in self._rows:
            paint_points_row(painter, QRectF(rect.left(), top, rect.width(), row_height), row, most, tokens, metrics)
            top += row_height
        painter.fillRect(QRectF(rect.left(), top + 3, rect.width(), 1), QColor(tokens.line))
        box = QRectF(rect.left(), top + 4, rect.width(), rect.bottom() - top - 4)
        paint_text(painter, box, self._total_label, theme.font("strong"), tokens.ink)
        paint_text(painter, box, str(self._total), theme.font("subtitle"), tokens.ink, RIGHT)
