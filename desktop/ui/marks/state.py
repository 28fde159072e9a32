"""State: a ring that fills along the way, and the word (design.md 5)."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from desktop.domain.kinds import State
from desktop.ui.marks.base import MarkWidget
from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.metrics import Metrics
from desktop.ui.theme.painting import centred, font_for, paint_text, text_width
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tokens

RING = 14
_GAP = 6
_STEPS = 6
_STEP_OF = {
    State.ACKNOWLEDGED: 1,
    State.ASSESSED: 2,
    State.INVESTIGATING: 3,
    State.PROPOSED: 4,
    State.RESOLVED: 5,
    State.CLOSED: 6,
}
_WAITING = (State.WAITING_GUEST, State.WAITING_DEPARTMENT)
_LEFT_THE_WAY = (State.WITHDRAWN, State.DUPLICATE, State.NOT_COMPLAINT)


def state_step(state: State) -> int:
    """How many sixths of the ring are full; 0 for New, for waiting and for cases that left the way."""
    return _STEP_OF.get(state, 0)


def paint_state_ring(painter: QPainter, rect: QRectF, state: State, tokens: Tokens) -> None:
    """Paints the ring over a square ``rect`` (14 logical pixels): dashed, a pie, a disc with check, or a pause."""
    if state in _WAITING:
        paint_icon(painter, rect, "pause", tokens.ink2)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = rect.width() / RING
    middle, radius = rect.center(), 6.1 * unit
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state is State.NEW:
        pen = QPen(QColor(tokens.ink3), 1.5 * unit)
        pen.setDashPattern([1.6, 1.6])
        painter.setPen(pen)
        painter.drawEllipse(middle, radius, radius)
    elif state in _LEFT_THE_WAY:
        painter.setPen(QPen(QColor(tokens.ink3), 1.5 * unit))
        painter.drawEllipse(middle, radius, radius)
        painter.drawLine(middle - QPointF(2.6 * unit, 0), middle + QPointF(2.6 * unit, 0))
    elif state is State.CLOSED:
        _paint_disc(painter, middle, unit, tokens)
    else:
        painter.setPen(QPen(QColor(tokens.accent), 1.5 * unit))
        painter.drawEllipse(middle, radius, radius)
        _paint_pie(painter, middle, 4.2 * unit, state_step(state), tokens)
    painter.restore()


def _paint_pie(painter: QPainter, middle: QPointF, radius: float, step: int, tokens: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent))
    box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.drawPie(box, 90 * 16, -round(360 * 16 * step / _STEPS))


def _paint_disc(painter: QPainter, middle: QPointF, unit: float, tokens: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent))
    painter.drawEllipse(middle, 6.9 * unit, 6.9 * unit)
    tick = QPainterPath(middle + QPointF(-3 * unit, 0.2 * unit))
    tick.lineTo(middle + QPointF(-0.9 * unit, 2.3 * unit))
    tick.lineTo(middle + QPointF(3 * unit, -2.2 * unit))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens.on_accent), 1.5 * unit, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(tick)


def paint_state(painter: QPainter, rect: QRectF, state: State, word: str, tokens: Tokens, metrics: Metrics) -> None:
    """Paints ring and word at the left of ``rect``; an empty word leaves the ring alone."""
    side = metrics.px(RING)
    ring = centred(QRectF(rect.left(), rect.top(), side, rect.height()), side, side)
    paint_state_ring(painter, ring, state, tokens)
    if word:
        left = ring.right() + _GAP
        words = QRectF(left, rect.top(), rect.right() - left, rect.height())
        paint_text(painter, words, word, font_for(painter, metrics, "meta"), tokens.ink)


class StateMark(MarkWidget):
    """Where a case stands: ring and word."""

    def __init__(self, state: State, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_state(state, word)

    def set_state(self, state: State, word: str) -> None:
        """Another state with its word."""
        self._state, self._word = state, word
        self.refresh(word)

    def measure(self, theme: Theme) -> tuple[float, float]:
        """Ring and word in a row."""
        word = text_width(theme.font("meta"), self._word)
        return theme.metrics.px(RING) + _GAP + word + 1, max(theme.metrics.px(16), theme.metrics.role("meta").line)

    def paint_mark(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paints ring and word."""
        paint_state(painter, rect, self._state, self._word, theme.tokens, theme.metrics)
