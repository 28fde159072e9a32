"""Paints the timeline's lines: time, dot on its thread, title, author, text (design.md 7, Case; 8, Timeline dot)."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.ui import formats
from desktop.ui.case.story_values import short_name
from desktop.ui.case.timeline_layout import ABOVE, AUTHOR, DOT, TIME_LEFT, Laid, TimelineLayout, dot_left, text_left
from desktop.ui.case.timeline_model import ROW_ROLE, TimelineRow
from desktop.ui.theme import Theme, paint_icon, theme_of
from desktop.ui.theme.metrics import RADIUS_CONTROL
from desktop.ui.theme.painting import RIGHT, paint_edge, paint_lines, paint_text, text_width
from desktop.ui.theme.tokens import Tokens

Index = QModelIndex | QPersistentModelIndex
_ICON = 13


class TimelineDelegate(QStyledItemDelegate):
    """Sizes and paints rows. Which long texts are whole is kept here, by key."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.layout = TimelineLayout(theme_of(view))
        self.whole: set[str] = set()
        self._more, self._less = "", ""

    def set_words(self, more: str, less: str) -> None:
        """What the links under long texts say."""
        self._more, self._less = more, less

    def laid(self, row: TimelineRow) -> Laid:
        """A row at the width of the list, less its bar, whether that is there or not: lines are broken once."""
        width = self._view.width() - self._view.verticalScrollBar().sizeHint().width()
        return self.layout.lay(row, width, is_whole=row.line.key in self.whole)

    def link_rect(self, row: TimelineRow, rect: QRect) -> QRectF | None:
        """Where the link under a long text is; None where there is none."""
        laid = self.laid(row)
        if not laid.link_lines:
            return None
        theme = theme_of(self._view)
        top = rect.top() + laid.height - laid.text_line - 8
        width = text_width(theme.font("guest"), self._more if laid.more else self._less)
        return QRectF(text_left(theme), top, width + 2, laid.text_line)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 (Qt's signature)
        """As high as the lines need."""
        row = index.data(ROW_ROLE)
        return QSize(80, self.laid(row).height if row is not None else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one row, of a long text only what can be seen."""
        row = cast("TimelineRow | None", index.data(ROW_ROLE))
        if row is None:
            return
        theme, rect = theme_of(cast(QWidget, self._view)), QRectF(option.rect)
        laid = self.laid(row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_choice(painter, option, rect, theme)
        top = rect.top()
        if row.day:
            self._paint_day(painter, QRectF(rect.left(), top, rect.width(), laid.day_height), row, theme)
            top += laid.day_height
        head = QRectF(rect.left(), top + ABOVE, rect.width(), laid.title_line)
        self._paint_thread(painter, rect, head, row, theme)
        self._paint_head(painter, head, row, laid, theme)
        self._paint_text(painter, head, laid, theme)
        painter.restore()

    def _paint_choice(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, theme: Theme) -> None:
        state = option.state
        box = rect.adjusted(4, 1, -4, -1)
        if state & QStyle.StateFlag.State_Selected and self._view.hasFocus():
            paint_edge(painter, box, "", 0, RADIUS_CONTROL, theme.tokens.tint)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_edge(painter, box, theme.tokens.accent, 2, RADIUS_CONTROL)

    def _paint_day(self, painter: QPainter, rect: QRectF, row: TimelineRow, theme: Theme) -> None:
        tokens, font = theme.tokens, theme.font("header")
        left = text_left(theme)
        words = QRectF(left, rect.top(), rect.width() - left - TIME_LEFT, rect.height())
        paint_text(painter, words, row.day, font, tokens.ink2)
        line = left + text_width(font, row.day) + 10
        painter.setPen(QPen(QColor(tokens.line), 1))
        middle = int(rect.center().y()) + 0.5
        painter.drawLine(QPointF(line, middle), QPointF(rect.right() - TIME_LEFT, middle))

    def _paint_thread(self, painter: QPainter, rect: QRectF, head: QRectF, row: TimelineRow, theme: Theme) -> None:
        side = theme.metrics.px(DOT)
        middle = QPointF(dot_left(theme) + side / 2, head.center().y())
        painter.setPen(QPen(QColor(theme.tokens.line2), 1.5))
        if not row.is_first:
            painter.drawLine(QPointF(middle.x(), rect.top()), middle)
        if not row.is_last:
            painter.drawLine(middle, QPointF(middle.x(), rect.bottom() + 1))
        ink, edge, fill = _dot_colours(theme.tokens, row.line.told.tone)
        dot = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        paint_edge(painter, dot, edge, 1, side / 2, fill)
        icon = theme.metrics.px(_ICON)
        paint_icon(painter, QRectF(middle.x() - icon / 2, middle.y() - icon / 2, icon, icon), row.line.told.icon, ink)

    def _paint_head(self, painter: QPainter, head: QRectF, row: TimelineRow, laid: Laid, theme: Theme) -> None:
        tokens, meta = theme.tokens, theme.font("meta")
        time = QRectF(TIME_LEFT, head.top(), dot_left(theme) - TIME_LEFT - 4, head.height())
        paint_text(painter, time, formats.clock_time(row.line.at), theme.font("body"), tokens.ink2)
        who = short_name(row.line.who)
        width = min(theme.metrics.px(AUTHOR), text_width(meta, who) + 1)
        right = head.right() - TIME_LEFT
        paint_text(painter, QRectF(right - width, head.top(), width, head.height()), who, meta, tokens.ink3, RIGHT)
        title = QRectF(text_left(theme), head.top(), right - width - 12 - text_left(theme), head.height())
        paint_lines(painter, title, list(laid.title), theme.font("guest"), tokens.ink, laid.title_line)

    def _paint_text(self, painter: QPainter, head: QRectF, laid: Laid, theme: Theme) -> None:
        if not laid.text and not laid.link_lines:
            return
        tokens, line, left = theme.tokens, laid.text_line, text_left(theme)
        top = head.top() + len(laid.title) * laid.title_line
        seen = QRectF(self._view.viewport().rect())
        first = max(0, int((seen.top() - top) // line))
        last = max(first, int((seen.bottom() - top) // line) + 1)
        width = head.right() - TIME_LEFT - left
        for begin, end, is_heading in _runs(laid, first, min(last, len(laid.text))):
            box = QRectF(left, top + begin * line, width, line)
            font, ink = (theme.font("guest"), tokens.ink) if is_heading else (theme.font("body"), tokens.ink2)
            paint_lines(painter, box, list(laid.text[begin:end]), font, ink, line)
        if laid.link_lines:
            words = self._more if laid.more else self._less
            link = QRectF(left, top + len(laid.text) * line, head.right() - left, line)
            paint_text(painter, link, words, theme.font("guest"), tokens.accent)


def _runs(laid: Laid, first: int, last: int) -> Iterator[tuple[int, int, bool]]:
    """Lines from ``first`` to before ``last`` in runs of one look: begin, end, whether they are headings."""
    begin = first
    for place in range(first + 1, last + 1):
        if place == last or (place in laid.headings) != (begin in laid.headings):
            yield begin, place, begin in laid.headings
            begin = place


def _dot_colours(tokens: Tokens, tone: str) -> tuple[str, str, str]:
    """Icon, edge and fill of a dot."""
    return {
        "accent": (tokens.accent, tokens.tint_line, tokens.tint),
        "risk": (tokens.p1, tokens.p1_line, tokens.p1_tint),
    }.get(tone, (tokens.ink2, tokens.line2, tokens.surface))
