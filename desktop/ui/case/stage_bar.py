"""The way of a case as a bar: what is past with its times, where it stands, what lies ahead (design.md 7, Case)."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.domain.kinds import State
from desktop.ui import formats
from desktop.ui.case.stages import WAY, Place, Stage
from desktop.ui.marks.state import paint_state_ring
from desktop.ui.theme import paint_icon, theme_of
from desktop.ui.theme.metrics import RADIUS_CONTROL
from desktop.ui.theme.painting import centred, paint_text, text_width
from desktop.ui.widgets import plain_tool_tip
from desktop.words import Words

_HEIGHT, _RING, _SIDE, _GAP, _ICON_CELL = 30, 14, 12, 7, 34


class StageBar(QWidget):
    """Paints the stages; in compact windows past ones are marks alone, named in their tool tips."""

    def __init__(self, words: Words, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._zone = words, zone
        self._stages: tuple[Stage, ...] = ()
        self._at: datetime | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def show_stages(self, stages: tuple[Stage, ...], at: datetime) -> None:
        """Shows the way of a case; ``at`` says which times are today's."""
        self._stages, self._at = stages, at
        self.setAccessibleName(self.spoken())
        self.update()

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self._words = words
        self.setAccessibleName(self.spoken())
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.spoken())
        super().changeEvent(event)

    def spoken(self) -> str:
        """The way in words: what is past with its times, where the case stands, what comes next."""
        told = []
        for stage in self._stages:
            if stage.place is Place.PAST:
                told.append(" ".join(filter(None, (self._word(stage), self._time(stage)))))
            elif stage.place is Place.HERE:
                told.append(self.tr("now: {state}").format(state=self._word(stage)))
        ahead = [self._word(stage) for stage in self._stages if stage.place is Place.AHEAD]
        if ahead:
            told.append(self.tr("next: {state}").format(state=ahead[0]))
        return self._words.joined(told)

    def stage_at(self, x: float) -> Stage | None:
        """The stage at a place of the bar."""
        cells = zip(self._stages, self._cells(), strict=True)
        return next((stage for stage, cell in cells if cell.left() <= x < cell.right()), None)

    def sizeHint(self) -> QSize:
        """30 high, grown by the text size."""
        return QSize(600, theme_of(self).metrics.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Words are cut before the bar asks for more than the window has."""
        return QSize(len(WAY) * _ICON_CELL, theme_of(self).metrics.px(_HEIGHT))

    def event(self, event: QEvent) -> bool:
        """Tells a stage in a tool tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            stage = self.stage_at(event.pos().x())
            if stage is not None:
                words = " ".join(filter(None, (self._word(stage), self._time(stage))))
                QToolTip.showText(event.globalPos(), plain_tool_tip(words), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the cells in one rounded box."""
        theme = theme_of(self)
        tokens = theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL)
        painter.fillPath(shape, QColor(tokens.surface))
        painter.save()
        painter.setClipPath(shape)
        cells = self._cells()
        for stage, cell in zip(self._stages, cells, strict=True):
            if stage.place is not Place.PAST and stage.place is not Place.SKIPPED:
                painter.fillRect(cell, QColor(tokens.tint if stage.place is Place.HERE else tokens.canvas))
        painter.restore()
        for stage, cell in zip(self._stages, cells, strict=True):
            self._paint_cell(painter, stage, cell)
        painter.setPen(QPen(QColor(tokens.line2), 1))
        painter.drawPath(shape)
        for cell in cells[1:]:
            left = int(cell.left()) + 0.5
            painter.drawLine(QPointF(left, 1), QPointF(left, self.height() - 1))

    def _paint_cell(self, painter: QPainter, stage: Stage, cell: QRectF) -> None:
        theme = theme_of(self)
        tokens, side = theme.tokens, theme.metrics.px(_RING)
        small = self._is_small(stage)
        left = cell.left() + (cell.width() - side) / 2 if small else cell.left() + _SIDE
        ring = centred(QRectF(left, 0, side, self.height()), side, side)
        if stage.place is Place.PAST:
            paint_icon(painter, ring, "check", tokens.accent)
        elif stage.place is Place.SKIPPED:
            paint_icon(painter, ring, "minus", tokens.ink3)
        else:
            paint_state_ring(painter, ring, State.NEW if stage.place is Place.AHEAD else stage.state, tokens)
        if small:
            return
        is_here = stage.place is Place.HERE
        font = theme.font("strong" if is_here else "body")
        ink = tokens.accent if is_here else tokens.ink3 if stage.place is Place.SKIPPED else tokens.ink2
        word, time = self._word(stage), self._time(stage)
        room = cell.right() - ring.right() - _GAP - 6
        width = min(text_width(font, word) + 1, room)
        painter.setFont(theme.font("body"))
        paint_text(painter, QRectF(ring.right() + _GAP, 0, width, self.height()), word, font, ink)
        rest = QRectF(ring.right() + 2 * _GAP + width, 0, room - width - _GAP, self.height())
        if time and rest.width() >= text_width(theme.font("meta"), time):
            paint_text(painter, rest, time, theme.font("meta"), tokens.accent if is_here else tokens.ink3)

    def _cells(self) -> list[QRectF]:
        small = _ICON_CELL if self._stages else 0
        wide = sum(not self._is_small(stage) for stage in self._stages)
        rest = self.width() - small * (len(self._stages) - wide)
        cells, left = [], 0.0
        for stage in self._stages:
            width = small if self._is_small(stage) else rest / wide
            cells.append(QRectF(left, 0, width, self.height()))
            left += width
        return cells

    def _is_small(self, stage: Stage) -> bool:
        return theme_of(self).metrics.compact and stage.place in (Place.PAST, Place.SKIPPED)

    def _word(self, stage: Stage) -> str:
        if stage.state is State.NEW and stage.place is not Place.HERE:
            return self.tr("Received")
        return self._words.term("state", stage.state.value)

    def _time(self, stage: Stage) -> str:
        if stage.at is None or self._at is None:
            return ""
        return formats.near_time(stage.at.astimezone(self._zone), self._at.astimezone(self._zone), self._words.language)
