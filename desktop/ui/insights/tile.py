"""One figure: what it is, how it changed, what it was, and its goal. Clicking it shows the cases behind it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui.insights.tile_text import TileWords
from desktop.ui.insights.tile_values import Verdict
from desktop.ui.theme import paint_icon, theme_of
from desktop.ui.theme.metrics import RADIUS_CARD
from desktop.ui.theme.painting import RIGHT, paint_edge, paint_text, text_width
from desktop.ui.widgets import plain_tool_tip

_PADDING, _UPPER, _GAP, _ICON_GAP = 12, 10, 8, 4
_ICON = 14


class TileButton(QAbstractButton):
    """Paints a tile's words; ``leaves_room`` keeps a line for a goal, as its neighbours have one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = TileWords()
        self._leaves_room = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme_of(self).changed.connect(self.updateGeometry)

    @property
    def words(self) -> TileWords:
        """What it says now."""
        return self._words

    def show_words(self, words: TileWords, *, leaves_room: bool) -> None:
        """Says something else."""
        self._words, self._leaves_room = words, leaves_room
        self.setAccessibleName(words.spoken)
        self.setToolTip(plain_tool_tip(words.spoken))
        self.updateGeometry()
        self.update()

    def least_width(self) -> int:
        """The width in logical pixels at which nothing is cut off."""
        theme, words = theme_of(self), self._words
        meta, strong = theme.font("meta"), theme.font("tag")
        icon = theme.metrics.px(_ICON) + _ICON_GAP if words.icon else 0
        change = icon + text_width(strong, words.change) + _GAP if words.change else 0
        goal_icon = 0 if words.meets_goal is None else theme.metrics.px(_ICON) + _ICON_GAP
        lines = (
            text_width(meta, words.label),
            text_width(theme.font("kpi"), words.value),
            change + text_width(meta, words.was),
            goal_icon + text_width(meta, words.goal),
        )
        return round(max(lines) + 0.5) + 2 * _PADDING

    def sizeHint(self) -> QSize:
        """Three or four lines."""
        metrics = theme_of(self).metrics
        meta, value = metrics.role("meta").line, metrics.role("kpi").line
        lines = 3 if self._leaves_room else 2
        return QSize(self.least_width(), 2 * _UPPER + lines * meta + value)

    def minimumSizeHint(self) -> QSize:
        """As high as it is, however narrow."""
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Paints the card and its lines."""
        theme, words = theme_of(self), self._words
        tokens, metrics, painter = theme.tokens, theme.metrics, QPainter(self)
        fill = tokens.tint if self.isDown() else tokens.hover if self.underMouse() else tokens.surface
        edge, width = (tokens.accent, 2) if self.hasFocus() else (tokens.line, 1)
        paint_edge(painter, QRectF(self.rect()), edge, width, RADIUS_CARD, fill)
        meta, line = theme.font("meta"), metrics.role("meta").line
        inner = QRectF(self.rect()).adjusted(_PADDING, _UPPER, -_PADDING, -_UPPER)
        row = QRectF(inner.left(), inner.top(), inner.width(), line)
        paint_text(painter, row, words.label, meta, tokens.ink2)
        row = QRectF(inner.left(), row.bottom(), inner.width(), metrics.role("kpi").line)
        paint_text(painter, row, words.value, theme.font("kpi"), tokens.ink)
        row = QRectF(inner.left(), row.bottom(), inner.width(), line)
        paint_text(painter, row, words.was, meta, tokens.ink2, RIGHT)
        colour = {Verdict.BETTER: tokens.accent, Verdict.WORSE: tokens.p1, Verdict.PLAIN: tokens.ink2}[words.verdict]
        self._paint_sign(painter, row, words.icon, words.change, colour, strong=True)
        if words.goal:
            row = row.translated(0, line)
            icon = {None: "", True: "check", False: "triangle-alert"}[words.meets_goal]
            colour = tokens.p2 if words.meets_goal is False else tokens.ink2
            self._paint_sign(painter, row, icon, words.goal, colour, strong=False)

    def _paint_sign(self, painter: QPainter, row: QRectF, icon: str, words: str, colour: str, *, strong: bool) -> None:
        theme = theme_of(self)
        side = theme.metrics.px(_ICON)
        left = row.left()
        if icon:
            paint_icon(painter, QRectF(left, row.top(), side, row.height()), icon, QColor(colour).name())
            left += side + _ICON_GAP
        box = QRectF(left, row.top(), row.right() - left, row.height())
        paint_text(painter, box, words, theme.font("tag" if strong else "meta"), colour)
