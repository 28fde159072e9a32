"""The steps of the conversation in a row: what is past, where it stands, what is still to come (design.md 8)."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.guides.card import Place, RailPart
from desktop.ui.conversation.kept import Kept
from desktop.ui.conversation.rail_widths import LINE_GAP, RING_GAP, USUAL_LINE, shared_widths
from desktop.ui.theme import paint_icon, theme_of
from desktop.ui.theme.metrics import RADIUS_CONTROL
from desktop.ui.theme.painting import CENTRE, centred, paint_edge, paint_text, text_width
from desktop.ui.widgets import plain_tool_tip

_RING, _CHECK, _HEIGHT = 20, 12, 28
_ADDED_RADIUS = 5  #: a step that a branch put in has a box with round corners instead of a ring
_USUAL_STEPS = 8  #: made at once: the Tab key finds them before what follows on the page
_FOCUS = 2  #: on every side of a step, for its focus ring


class RailStep(QAbstractButton):
    """One step. Only one that is past can be reached and clicked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.part = RailPart("", "", Place.AHEAD)
        self._number = 0
        self.word_width = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_part(self, part: RailPart, number: int) -> None:
        """Another step at this place, counted from 1."""
        is_past = part.place is Place.PAST
        self.part, self._number = part, number
        self.setText(part.name.replace("&", "&&"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_past else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_past else Qt.CursorShape.ArrowCursor)
        self.update()

    def set_spoken(self, name: str, tip: str) -> None:
        """What screen readers and the tool tip say."""
        self.setAccessibleName(name)
        self.setToolTip(plain_tool_tip(tip))

    @property
    def is_past(self) -> bool:
        """Whether a click goes back here."""
        return self.part.place is Place.PAST

    def wanted_word(self) -> float:
        """How wide the word wants to be, in logical pixels."""
        return text_width(self._font(), self.part.name) + 1

    def sizeHint(self) -> QSize:
        """Ring and word with room for the focus ring."""
        ring = theme_of(self).metrics.px(_RING)
        words = RING_GAP + self.word_width if self.word_width else 0
        return QSize(round(ring + words + 0.5) + 2 * _FOCUS, theme_of(self).metrics.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints ring, word and focus ring."""
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.metrics.px(_RING)
        ring = centred(QRectF(_FOCUS, 0, side, self.height()), side, side)
        self._paint_ring(painter, ring)
        if self.word_width:
            box = QRectF(ring.right() + RING_GAP, 0, self.word_width + 1, self.height())
            paint_text(painter, box, self.part.name, self._font(), self._ink())
        if self.hasFocus():
            seen = QRectF(self.rect()).adjusted(max(0, -self.x()), 0, 0, 0)  # the first begins before its rail
            paint_edge(painter, seen, theme.tokens.accent, 2, RADIUS_CONTROL)

    def _paint_ring(self, painter: QPainter, ring: QRectF) -> None:
        theme, place = theme_of(self), self.part.place
        tokens, is_now = theme.tokens, place is Place.CURRENT
        edge = {Place.PAST: tokens.accent, Place.CURRENT: tokens.accent, Place.AHEAD: tokens.ctl}.get(place, tokens.ctl)
        pen = QPen(QColor(edge), 1.4)
        if place is Place.LEFT_OUT:
            pen.setDashPattern([2, 2])
        painter.setPen(pen)
        painter.setBrush(QColor(tokens.accent if is_now else tokens.surface))
        radius = _ADDED_RADIUS if self.part.inserted else ring.width() / 2
        painter.drawRoundedRect(ring.adjusted(0.7, 0.7, -0.7, -0.7), radius, radius)
        icon = {Place.PAST: "check", Place.LEFT_OUT: "minus"}.get(place)
        if icon is None:
            font = theme.font("key", 600)
            paint_text(painter, ring, str(self._number), font, tokens.on_accent if is_now else tokens.ink3, CENTRE)
            return
        size = theme.metrics.px(_CHECK)
        paint_icon(painter, centred(ring, size, size), icon, self._ink() if icon == "minus" else tokens.accent)

    def _font(self) -> QFont:
        place = self.part.place
        font = theme_of(self).font("strong" if place is Place.CURRENT else "body")
        font.setStrikeOut(place is Place.LEFT_OUT)
        font.setUnderline(self.is_past and self.underMouse())
        return font

    def _ink(self) -> str:
        tokens = theme_of(self).tokens
        inks = {Place.CURRENT: tokens.accent, Place.PAST: tokens.ink2}
        return inks.get(self.part.place, tokens.ink3)


class StepRail(Kept):
    """``chosen`` carries a past step that a person goes back to."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[RailPart, ...] = ()
        self._steps = [self._new_step() for _ in range(_USUAL_STEPS)]
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self._follow)

    def show_parts(self, parts: Sequence[RailPart], name: str) -> None:
        """Shows the steps; ``name`` is what the order of steps is called."""
        if self.accessibleName() != name:
            self.setAccessibleName(name)
        if tuple(parts) == self._parts:
            return
        self._parts = tuple(parts)
        for _ in range(len(self._steps), len(parts)):
            self._steps.append(self._new_step())
        for place, step in enumerate(self._steps):
            if place < len(parts):
                step.show_part(parts[place], place + 1)
            if step.isHidden() == (place < len(parts)):
                step.setVisible(place < len(parts))
        self._set_words()
        self._follow()
        self.update()

    def step(self, place: int) -> RailStep:
        """The step at a place, counted from 0."""
        return self._steps[place]

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def usual(self) -> QSize:
        """One row."""
        return QSize(400, theme_of(self).metrics.px(_HEIGHT))

    def least(self) -> QSize:
        """Words give way."""
        return QSize(0, theme_of(self).metrics.px(_HEIGHT))

    def arrange(self, width: int, *, move: bool) -> int:
        """The height; with ``move`` the steps are placed and their words cut to what fits."""
        height = theme_of(self).metrics.px(_HEIGHT)
        shown = self._shown_steps()
        if not move or not shown:
            return height
        room = width - 2 * _FOCUS
        ring = theme_of(self).metrics.px(_RING)
        current = next((n for n, part in enumerate(self._parts) if part.place is Place.CURRENT), -1)
        widths = shared_widths([step.wanted_word() for step in shown], current, ring, room)
        for step, word in zip(shown, widths, strict=True):
            step.word_width = word
        taken = sum(step.sizeHint().width() - 2 * _FOCUS for step in shown)
        gap = (room - taken) / max(1, len(shown) - 1)
        gap = min(gap, USUAL_LINE + 2 * LINE_GAP)
        x = float(_FOCUS)
        for step in shown:
            size = step.sizeHint()
            step.setGeometry(round(x) - _FOCUS, 0, size.width(), height)
            x += size.width() - 2 * _FOCUS + gap
        self.update()
        return height

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the lines between the steps."""
        tokens, painter = theme_of(self).tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        for before, after in pairwise(self._shown_steps()):
            is_done = before.part.place in (Place.PAST, Place.LEFT_OUT) and after.part.place is not Place.AHEAD
            left = before.geometry().right() + 1 - _FOCUS + LINE_GAP
            right = after.geometry().left() + _FOCUS - LINE_GAP
            if right > left:
                painter.setPen(QPen(QColor(tokens.accent if is_done else tokens.line2), 1.4))
                painter.drawLine(QPointF(left, middle), QPointF(right, middle))

    def _shown_steps(self) -> list[RailStep]:
        return self._steps[: len(self._parts)]

    def _new_step(self) -> RailStep:
        step = RailStep(self)
        step.hide()
        step.clicked.connect(lambda: self._choose(step))
        self.add_widget(step)
        return step

    def _choose(self, step: RailStep) -> None:
        if step.is_past:
            self.chosen.emit(step.part.step)

    def _set_words(self) -> None:
        for number, step in enumerate(self._shown_steps(), 1):
            part = step.part
            where = {
                Place.PAST: self.tr("done, go back here"),
                Place.CURRENT: self.tr("now"),
                Place.AHEAD: self.tr("to come"),
                Place.LEFT_OUT: self.tr("left out"),
            }[part.place]
            if part.inserted:
                where = self.tr("added, {where}").format(where=where)
            of_all = self.tr("Step {number} of {count}").format(number=number, count=len(self._parts))
            spoken = self.tr("{step}: {name}, {where}").format(step=of_all, name=part.name, where=where)
            step.set_spoken(spoken, spoken)
