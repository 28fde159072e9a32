"""The first page of a report, small: what one opens to look at it."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.domain.figures.printed import KeptReport
from desktop.ui.reports.doors import ReportsDoors
from desktop.ui.tasks import Runner
from desktop.ui.theme import paint_icon, theme_of

_WIDTH, _HEIGHT = 128, 181  #: an A4 page
_ICON = 24


Draw = Callable[[bytes, int], QImage]  #: a PDF's first page, so many device pixels wide


class FirstPage(QAbstractButton):
    """Reads and draws away from the window; until then, and where it can't be read, the sheet is white."""

    def __init__(self, doors: ReportsDoors, draw: Draw, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doors, self._draw, self._runner = doors, draw, runner
        self._shown: tuple[int, int] | None = None  # report and width of the picture that was asked for
        self.image: QImage | None = None
        self._report: KeptReport | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme_of(self).changed.connect(self.updateGeometry)

    def show_report(self, report: KeptReport | None) -> None:
        """Another report, or none."""
        self._report = report
        self.setEnabled(report is not None)
        asked = None if report is None else (report.id, round(self.sizeHint().width() * self.devicePixelRatioF()))
        if asked == self._shown:
            return
        self._shown, self.image = asked, None
        self.update()
        if asked is not None:
            self._runner.run(
                lambda _progress: self._draw(self._doors.pdf(asked[0]), asked[1]),
                lambda image: self._take(asked, image),
                lambda _error: None,  # opening the report says what is wrong with it
            )

    def sizeHint(self) -> QSize:
        """A small A4 page."""
        px = theme_of(self).metrics.px
        return QSize(px(_WIDTH), px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """The page on a line, or an empty sheet."""
        theme, painter, rect = theme_of(self), QPainter(self), self.rect()
        tokens = theme.tokens
        if self.image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(rect, self.image)
        else:
            painter.fillRect(rect, QColor("white" if self._report is not None else tokens.sunken))
            if self._report is None:
                side = theme.metrics.px(_ICON)
                box = QRectF((rect.width() - side) / 2, (rect.height() - side) / 2, side, side)
                paint_icon(painter, box, "file-text", tokens.ink3)
        width = 2 if self.hasFocus() else 1
        pen = QPen(QColor(tokens.accent if self.hasFocus() or self.underMouse() else tokens.line2), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2))

    def _take(self, asked: tuple[int, int], image: QImage) -> None:
        if asked == self._shown:
            self.image = image
            self.update()
