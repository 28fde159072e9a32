"""The mood dial: five arcs, a needle and the word (design.md 8). No numerals: mood is not a mark."""

from functools import lru_cache
from math import cos, radians, sin

from PySide6.QtCore import QEasingCurve, QPointF, QRect, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.conversation.mood_group import MoodButton, MoodGroup
from desktop.ui.marks.mood import BARS
from desktop.ui.theme.painting import CENTRE, LEFT, RIGHT, paint_text
from desktop.ui.theme.theme import theme_of

_OUTER, _INNER = 71, 50  #: radii of the arcs
_NEEDLE = (30, 47)  #: where the needle begins and ends, from the middle: the word is inside
_SHARE = 180 / BARS  #: degrees of one arc
_GAP = 1.6  #: degrees between arcs
_EDGE = 2
_NEEDLE_MS = 150
_Box = tuple[float, float, float, float]
_END_WORDS = 3  #: between the arcs and the words under their ends


class _ArcButton(MoodButton):
    """Takes clicks and keys where its arc is; the dial paints it."""

    def set_words(self, word: str, meaning: str) -> None:
        """The word is spoken, and painted by the dial."""
        super().set_words(word, meaning)
        self.setText("")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints nothing."""


class MoodDial(MoodGroup):
    """The needle goes to the chosen arc within 150 ms, at once where motion is reduced."""

    button_type = _ArcButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._angle = 0.0
        self._has_needle = False
        self._needle = QVariantAnimation(self)
        self._needle.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._needle.valueChanged.connect(self._turn)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self._restyle)

    def show_mood(self, emotion: int | None) -> None:
        """Shows a mood; the needle goes there."""
        super().show_mood(emotion)
        had_needle, self._has_needle = self._has_needle, emotion is not None
        self._needle.stop()
        if emotion is None:
            return
        goal, duration = _middle(emotion), theme_of(self).duration(_NEEDLE_MS)
        if not (had_needle and duration and self.isVisible()):
            self._turn(goal)
            return
        self._needle.setDuration(duration)
        self._needle.setStartValue(self._angle)
        self._needle.setEndValue(goal)
        self._needle.start()

    def shown_angle(self) -> float:
        """Where the needle points now, in degrees from the left."""
        return self._angle

    def sizeHint(self) -> QSize:
        """The half circle with its focus edge, and the words under its ends."""
        metrics = theme_of(self).metrics
        width = 2 * metrics.px(_OUTER) + 2 * _EDGE
        return QSize(width, metrics.px(_OUTER) + _EDGE + _END_WORDS + metrics.role("chart").line)

    def minimumSizeHint(self) -> QSize:
        """The dial is never smaller."""
        return self.sizeHint()

    def arrange(self, width: int, *, move: bool) -> int:  # noqa: ARG002 (a dial is as wide as it is)
        """The height; with ``move`` the arcs go where they are clicked."""
        for mood in self.moods if move else ():
            path = self._arc(mood.emotion)
            box: QRect = path.boundingRect().toAlignedRect()
            mood.setGeometry(box)
            mood.setMask(QRegion(path.translated(-box.left(), -box.top()).toFillPolygon().toPolygon()))
        return self.sizeHint().height()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints arcs, needle, the chosen word, and the words at both ends."""
        theme, painter = theme_of(self), QPainter(self)
        tokens = theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mood in self.moods:
            chosen = mood.isChecked()
            fill = tokens.accent if chosen else tokens.line if mood.underMouse() else tokens.sunken
            painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.line2), 1))
            painter.setBrush(QColor(fill if self.isEnabled() or chosen else tokens.surface))
            painter.drawPath(self._arc(mood.emotion))
        focused = next((mood for mood in self.moods if mood.hasFocus()), None)
        if focused is not None:
            painter.setPen(QPen(QColor(tokens.ink), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self._arc(focused.emotion))
        chosen_mood = self.shown_mood()
        if chosen_mood is not None:
            self._paint_needle(painter)
            middle, line = self._middle(), theme.metrics.role("section").line
            box = QRectF(middle.x() - self._px(_INNER) + 3, middle.y() - line / 2 - 2, 2 * self._px(_INNER) - 6, line)
            paint_text(painter, box, self.moods[chosen_mood].word, theme.font("section"), tokens.ink, CENTRE)
        self._paint_ends(painter)

    def _paint_needle(self, painter: QPainter) -> None:
        pen = QPen(QColor(theme_of(self).tokens.ink), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        begin, end = (self._at(self._angle, self._px(radius)) for radius in _NEEDLE)
        painter.drawLine(begin, end)

    def _paint_ends(self, painter: QPainter) -> None:
        theme = theme_of(self)
        top = self._middle().y() + _END_WORDS
        line = theme.metrics.role("chart").line
        box = QRectF(_EDGE, top, self.width() / 2 - _EDGE, line)
        font, ink = theme.font("chart"), theme.tokens.ink3
        paint_text(painter, box, self.moods[0].word, font, ink, LEFT)
        paint_text(painter, box.translated(box.width(), 0), self.moods[-1].word, font, ink, RIGHT)

    def _arc(self, emotion: int) -> QPainterPath:
        """The outline of a mood's arc."""
        return _arc_of(emotion, self._circle(_OUTER).getRect(), self._circle(_INNER).getRect())

    def _circle(self, radius: int) -> QRectF:
        reach, middle = self._px(radius), self._middle()
        return QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)

    def _middle(self) -> QPointF:
        return QPointF(self.width() / 2, self._px(_OUTER) + _EDGE)

    def _at(self, angle: float, radius: float) -> QPointF:
        turned = radians(180 - angle)
        return self._middle() + QPointF(radius * cos(turned), -radius * sin(turned))

    def _px(self, pixels: float) -> int:
        return theme_of(self).metrics.px(pixels)

    def _turn(self, angle: float) -> None:
        self._angle = float(angle)
        self.update()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.arrange(self.width(), move=True)


@lru_cache(maxsize=64)
def _arc_of(emotion: int, around: _Box, within: _Box) -> QPainterPath:
    """The outline between two circles, each given by the box around it."""
    begin, span = 180 - emotion * _SHARE - _GAP / 2, -(_SHARE - _GAP)
    if emotion == 0:
        begin, span = 180, span - _GAP / 2
    elif emotion == BARS - 1:
        span -= _GAP / 2
    outer, inner = QRectF(*around), QRectF(*within)
    path = QPainterPath()
    path.arcMoveTo(outer, begin)
    path.arcTo(outer, begin, span)
    path.arcTo(inner, begin + span, -span)
    path.closeSubpath()
    return path


def _middle(emotion: int) -> float:
    """The middle of a mood's arc, in degrees from the left."""
    return (emotion + 0.5) * _SHARE
