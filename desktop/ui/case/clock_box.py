"""One clock of the case header: what it measures, its target, the time and a bar, in a box (design.md 7, Case)."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.case.clock_text import ClockFace
from desktop.ui.marks import TimeLeft, paint_time_left
from desktop.ui.theme import theme_of
from desktop.ui.theme.metrics import RADIUS_CARD
from desktop.ui.theme.painting import RIGHT, paint_edge, paint_text, text_width

_WIDTH = 172
_SIDE, _TOP, _BAR = 12, 7, 8


class ClockBox(QWidget):
    """Paints a clock face; a screen reader hears all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = ClockFace("", "", TimeLeft("", "", 0))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    @property
    def face(self) -> ClockFace:
        """What is shown."""
        return self._face

    def show_face(self, face: ClockFace) -> None:
        """The clock has gone on."""
        if face != self._face:
            self._face = face
            self.setAccessibleName(face.spoken)
            self.update()

    def sizeHint(self) -> QSize:
        """As in the design, grown by the text size."""
        metrics = theme_of(self).metrics
        lines = metrics.role("meta").line + metrics.role("section").line
        return QSize(metrics.px(_WIDTH), 2 * _TOP + lines + _BAR + 2)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the box."""
        theme = theme_of(self)
        tokens, metrics, font = theme.tokens, theme.metrics, theme.font("meta")
        painter = QPainter(self)
        paint_edge(painter, QRectF(self.rect()), tokens.line, 1, RADIUS_CARD, tokens.surface)
        line = metrics.role("meta").line
        words = QRectF(_SIDE, _TOP, self.width() - 2 * _SIDE, line)
        target = text_width(font, self._face.target)
        paint_text(painter, words, self._face.target, font, tokens.ink3, RIGHT)
        paint_text(painter, words.adjusted(0, 0, -target - 6, 0), self._face.title, font, tokens.ink2)
        painter.setFont(theme.font("body"))
        rest = QRectF(_SIDE, words.bottom(), words.width(), self.height() - words.bottom() - _TOP + 2)
        paint_time_left(painter, rest, self._face.time, tokens, metrics, "section")
