"""How the cells of the queue look: painted from tokens, text that doesn't fit is cut with … (design.md 4, 5)."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from desktop.domain.rows import QueueRow
from desktop.ui.marks import paint_mood, paint_priority, paint_state, paint_time_left
from desktop.ui.marks.state import RING, paint_state_ring
from desktop.ui.queue.cell_look import CellLook
from desktop.ui.queue.cell_text import QueueText
from desktop.ui.queue.columns import EDGE, Column
from desktop.ui.queue.state import is_masked, shown_band
from desktop.ui.queue.table_model import ROW_ROLE, QueueTableModel
from desktop.ui.theme import paint_icon, theme_of
from desktop.ui.theme.metrics import Metrics, Role
from desktop.ui.theme.painting import centred, elided, paint_lines, paint_text, text_width
from desktop.ui.widgets import RowDelegate

GAP = 8  #: logical pixels that every cell leaves free before the next one
_NUMBER_GAP = 3  # numbers are all of one width and may come nearer
_STAR = 14
_BOX = 16
_BOX_REACH = 4  # with the edge before it, more than 24 pixels to click at


def tick_box(rect: QRectF, metrics: Metrics) -> QRectF:
    """Where the box stands that ticks a row: in the place of the mark's shape."""
    side = metrics.px(_BOX)
    return centred(QRectF(rect.left(), rect.top(), side, rect.height()), side, side)


def tick_reach(cell: QRectF, metrics: Metrics) -> float:
    """How far to the right, in logical pixels of the view, a click still means the box of a mark's cell."""
    return tick_box(content_rect(Column.BAND, cell), metrics).right() + _BOX_REACH


def content_rect(column: Column, cell: QRectF) -> QRectF:
    """Where a cell's words and marks stand."""
    left = EDGE if column is Column.BAND else 0
    right = EDGE if column is Column.TIME else _NUMBER_GAP if column is Column.CASE else GAP
    return cell.adjusted(left, 0, -right, -1)


class QueueDelegate(RowDelegate):
    """Paints a row cell by cell; the view tells which row the pointer is on."""

    def __init__(self, model: QueueTableModel, text: QueueText, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model, self._text = model, text
        self._look: CellLook | None = None
        self.ticks: frozenset[str] = frozenset()  #: the numbers of the cases that are chosen together
        self.offers_ticks = True
        self.last_column = Column.TIME

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints a cell: fill, content, line, and the row's focus edge."""
        widget = option.widget
        look = self.look()
        state = option.state
        cell = QRectF(option.rect)
        column = Column(index.column())
        row = index.data(ROW_ROLE)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if self.ticks:
            is_chosen = isinstance(row, QueueRow) and row.number in self.ticks
        painter.save()
        painter.setClipRect(cell)
        painter.setFont(look.font("body"))
        self.paint_ground(painter, cell, look.tokens, index, is_chosen=is_chosen)
        if isinstance(row, QueueRow):
            content = content_rect(column, cell)
            if column is Column.BAND and self.can_tick(index) and (self.ticks or index.row() == self.hovered):
                self._paint_box(painter, content, row, look)
            else:
                self.paint_content(painter, content, column, row, look)
        else:
            self._paint_block(painter, content_rect(column, cell), look)
        if self._has_focus(widget, index):
            self.paint_focus(painter, cell, column, look.tokens)
        painter.restore()

    def can_tick(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether the row can be chosen together with others."""
        row = index.data(ROW_ROLE)
        return self.offers_ticks and isinstance(row, QueueRow) and not is_masked(row)

    def look(self) -> CellLook:
        """The look of the theme in use."""
        if self._look is None:
            self._look = CellLook(theme_of())
        return self._look

    def restyle(self) -> None:
        """The theme has changed."""
        self._look = None

    def paint_content(self, painter: QPainter, rect: QRectF, column: Column, row: QueueRow, look: CellLook) -> None:
        """Paints what a cell says into ``rect``."""
        tokens, metrics, at = look.tokens, look.metrics, self._model.at
        match column:
            case Column.BAND:
                paint_priority(painter, rect, shown_band(row, at), tokens, metrics)
            case Column.SCORE:
                paint_text(painter, rect, str(row.score), look.font("section"), tokens.ink)
            case Column.CASE:
                self._paint_number(painter, rect, row, look)
            case Column.GUEST:
                self._paint_guest(painter, rect, row, look)
            case Column.SUMMARY:
                _paint_words(painter, rect, self._text.summary(row), look)
            case Column.CATEGORY:
                self._paint_category(painter, rect, row, look)
            case Column.STATE:
                self._paint_state(painter, rect, row, look)
            case Column.OWNER:
                tone = tokens.ink if row.owner else tokens.ink3
                _paint_words(painter, rect, self._text.short_owner(row), look, "meta", tone)
            case Column.MOOD:
                self._paint_mood(painter, rect, row, look)
            case Column.TIME:
                paint_time_left(painter, rect, self._text.time(row, at), tokens, metrics)

    def _paint_box(self, painter: QPainter, rect: QRectF, row: QueueRow, look: CellLook) -> None:
        """The box in the place of the mark's shape; the band's name beside it stays."""
        tokens, place = look.tokens, tick_box(rect, look.metrics)
        is_ticked, box = row.number in self.ticks, place.adjusted(0.75, 0.75, -0.75, -0.75)
        painter.save()
        painter.setClipRect(rect.adjusted(place.width() + 1, 0, 0, 0))
        paint_priority(painter, rect, shown_band(row, self._model.at), tokens, look.metrics)
        painter.restore()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.accent if is_ticked else tokens.ctl), 1.5))
        painter.setBrush(QColor(tokens.accent if is_ticked else tokens.surface))
        painter.drawRoundedRect(box, 4, 4)
        if is_ticked:
            paint_icon(painter, box.adjusted(1, 1, -1, -1), "check", tokens.on_accent)
        painter.restore()

    def _paint_number(self, painter: QPainter, rect: QRectF, row: QueueRow, look: CellLook) -> None:
        """A longer number is set smaller: it is only of use as a whole."""
        number, font = self._text.number(row), look.font("body")
        fits = text_width(font, number) <= rect.width()
        paint_text(painter, rect, number, font if fits else look.font("meta"), look.tokens.ink2)

    def _paint_guest(self, painter: QPainter, rect: QRectF, row: QueueRow, look: CellLook) -> None:
        name, font = self._text.guest(row), look.font("guest")
        line = look.line("guest")
        star = look.metrics.px(_STAR) if row.vip else 0
        name = elided(font, name, rect.width() - (star + 5 if star else 0))
        _paint_pair(
            painter, rect, look, (name, "guest", look.tokens.ink), (self._text.place(row), "meta", look.tokens.ink2)
        )
        if star:
            top = rect.center().y() - (line + look.line("meta")) / 2
            box = QRectF(rect.left() + text_width(font, name) + 5, top, star, line)
            paint_icon(painter, box, "star", look.tokens.p2)

    def _paint_category(self, painter: QPainter, rect: QRectF, row: QueueRow, look: CellLook) -> None:
        group, detail = self._text.category(row)
        if not row.category:
            _paint_words(painter, rect, group, look, "meta", look.tokens.ink3)
            return
        _paint_pair(painter, rect, look, (group, "body", look.tokens.ink), (detail, "meta", look.tokens.ink3))

    def _paint_state(self, painter: QPainter, rect: QRectF, row: QueueRow, look: CellLook) -> None:
        """Ring and word; a word too long for the column goes on in a second line."""
        word, font, side = self._text.state(row), look.font("meta"), look.metrics.px(RING)
        beside = rect.adjusted(side + 6, 0, 0, 0)
        if text_width(font, word) <= beside.width():
            paint_state(painter, rect, row.state, word, look.tokens, look.metrics)
            return
        ring = centred(QRectF(rect.left(), rect.top(), side, rect.height()), side, side)
        paint_state_ring(painter, ring, row.state, look.tokens)
        _paint_words(painter, beside, word, look, "meta")

    def _paint_mood(self, painter: QPainter, rect: QRectF, row: QueueRow, look: CellLook) -> None:
        if row.emotion is None:
            word = "–" if look.metrics.compact else self._text.mood(row)
            _paint_words(painter, rect, word, look, "meta", look.tokens.ink3)
            return
        word = "" if look.metrics.compact else self._text.mood(row)
        paint_mood(painter, rect, row.emotion, word, look.tokens, look.metrics)

    def _paint_block(self, painter: QPainter, rect: QRectF, look: CellLook) -> None:
        """Where a row is still to be read: no words, no motion."""
        box = QRectF(rect.left(), rect.center().y() - 4, rect.width() * 0.6, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tokens.line))
        painter.drawRoundedRect(box, 2, 2)

    def _has_focus(self, widget: QWidget | None, index: QModelIndex | QPersistentModelIndex) -> bool:
        view = self.parent()
        current = getattr(view, "currentIndex", None)
        return bool(widget is not None and widget.hasFocus() and current and current().row() == index.row())


def _paint_pair(
    painter: QPainter,
    rect: QRectF,
    look: CellLook,
    upper: tuple[str, Role, str],
    lower: tuple[str, Role, str],
) -> None:
    """Paints two lines in the middle of ``rect`` by height; an empty lower one leaves the upper one alone."""
    lines = [part for part in (upper, lower) if part[0]]
    top = rect.center().y() - sum(look.line(role) for _, role, _ in lines) / 2
    for words, role, colour in lines:
        height = look.line(role)
        paint_text(painter, QRectF(rect.left(), round(top), rect.width(), height), words, look.font(role), colour)
        top += height


def _paint_words(
    painter: QPainter, rect: QRectF, words: str, look: CellLook, role: Role = "body", colour: str = ""
) -> None:
    """Paints up to two lines in the middle of ``rect`` by height."""
    font, lines = look.font(role), look.two_lines(words, role, rect.width())
    line = min(look.line(role), rect.height() / len(lines))
    top = round(rect.center().y() - line * len(lines) / 2)
    box = QRectF(rect.left(), top, rect.width(), line * len(lines))
    paint_lines(painter, box, lines, font, colour or look.tokens.ink, line)
