"""How a hit looks: mark, number, guest and place above, what happened below, state and date at right."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.kinds import Language
from desktop.domain.numbers import short_number
from desktop.domain.rows import Found
from desktop.domain.wallclock import local_day
from desktop.ui.finding.highlight import hit_spans
from desktop.ui.finding.table_model import FoundModel, Index
from desktop.ui.formats import full_date, guest_name, short_date
from desktop.ui.marks import paint_priority_shape, paint_state_ring
from desktop.ui.theme.painting import RIGHT, elided, paint_text, text_width
from desktop.ui.theme.theme import Theme, theme_of
from desktop.words import Words, plain

_PADDING = 12
_GAP = 8
_MARK = 14
_ENDLESS = 10_000.0
_RIGHT_SHARE = 0.3  #: of the width, for state and date at most


@dataclass(frozen=True, slots=True)
class Looked:
    """What the rows are shown by: the words looked for, the language, and the day and zone of the site."""

    words: str
    names: Words
    now: datetime
    zone: tzinfo


def room_words(room: str) -> str:
    """A room as lists say it; empty for none."""
    return QCoreApplication.translate("Found", "Room {room}").format(room=plain(room)) if room else ""


def reference_words(reference: str) -> str:
    """An order or a booking as lists say it; empty for none."""
    if not reference:
        return ""
    return QCoreApplication.translate("Found", "Order {reference}").format(reference=plain(reference))


def guest_words(row: Found, names: Words) -> str:
    """The guest with the honorific; it may be a code or free text."""
    honorific = names.term("honorific", row.honorific) if row.honorific else ""
    return guest_name(plain(row.guest), plain(honorific), names.language)


def day_words(row: Found, now: datetime, zone: tzinfo, language: Language) -> str:
    """The day a case was received; another year is said."""
    day = local_day(row.received_at, zone)
    return short_date(day, language) if day.year == local_day(now, zone).year else full_date(day, language)


class FoundDelegate(QStyledItemDelegate):
    """Paints hits with plain text only; the parts that were looked for are bold."""

    def __init__(self, model: FoundModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.looked: Looked | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Two lines."""
        metrics = theme_of().metrics
        return QSize(0, metrics.role("body").line + metrics.role("meta").line + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one row; the current one is tinted, with a bar at left."""
        if self.looked is None or not index.isValid():
            return
        row, theme, looked = self._model.row(index.row()), theme_of(), self.looked
        rect = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setFont(theme.font("body"))
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.tokens.tint))
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(theme.tokens.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.tokens.hover))
        first = QRectF(rect.left() + _PADDING, rect.top() + 6, rect.width() - 2 * _PADDING, 0)
        first.setHeight(theme.metrics.role("body").line)
        second = QRectF(first)
        second.moveTop(first.bottom())
        second.setHeight(theme.metrics.role("meta").line)
        self._paint_first(painter, first, row, looked, theme)
        self._paint_second(painter, second, row, looked, theme)
        painter.restore()

    def _paint_first(self, painter: QPainter, line: QRectF, row: Found, looked: Looked, theme: Theme) -> None:
        tokens = theme.tokens
        mark = theme.metrics.px(_MARK)
        box = QRectF(line.left(), line.top() + round((line.height() - mark) / 2), mark, mark)
        paint_priority_shape(painter, box, row.band, tokens)
        right = self._paint_state(painter, line, row, looked.names, theme)
        left, font = box.right() + _GAP, theme.font("body")
        number = short_number(row.number)
        width = text_width(font, number) + 4
        place = QRectF(left, line.top(), width, line.height())
        _paint_hits(painter, place, number, looked.words, font, tokens.ink2)
        left += width + _GAP
        for words, face, colour in (
            (guest_words(row, looked.names), theme.font("guest"), tokens.ink),
            (room_words(row.room) or reference_words(row.reference), theme.font("meta"), tokens.ink2),
        ):
            if words and right - left > 24:
                width = min(text_width(face, words) + 4, right - left)
                place = QRectF(left, line.top(), width, line.height())
                _paint_hits(painter, place, words, looked.words, face, colour)
                left += width + _GAP

    def _paint_state(self, painter: QPainter, line: QRectF, row: Found, names: Words, theme: Theme) -> float:
        """Paints ring and word at the right end; returns where they begin."""
        word, font = names.term("state", row.state.value), theme.font("meta")
        ring = theme.metrics.px(_MARK)
        width = min(text_width(font, word) + 2, line.width() * _RIGHT_SHARE)
        place = QRectF(line.right() - width, line.top(), width, line.height())
        paint_text(painter, place, word, font, theme.tokens.ink, RIGHT)
        left = line.right() - width - 6 - ring
        box = QRectF(left, line.top() + round((line.height() - ring) / 2), ring, ring)
        paint_state_ring(painter, box, row.state, theme.tokens)
        return left - _GAP

    def _paint_second(self, painter: QPainter, line: QRectF, row: Found, looked: Looked, theme: Theme) -> None:
        tokens, font = theme.tokens, theme.font("meta")
        day = day_words(row, looked.now, looked.zone, looked.names.language)
        width = text_width(font, day) + 2
        place = QRectF(line.right() - width, line.top(), width, line.height())
        paint_text(painter, place, day, font, tokens.ink3, RIGHT)
        left = line.left() + theme.metrics.px(_MARK) + _GAP
        room = QRectF(left, line.top(), line.right() - width - 2 * _GAP - left, line.height())
        _paint_hits(painter, room, plain(row.summary), looked.words, font, tokens.ink2)


def _paint_hits(painter: QPainter, rect: QRectF, text: str, words: str, font: QFont, colour: str) -> None:
    """Paints one line of plain text, cut with … where it doesn't fit, its hits bold."""
    shown = elided(font, text, rect.width())
    if not hit_spans(shown, words):
        paint_text(painter, rect, shown, font, colour)
        return
    layout, line = _laid_out(shown, words, font)
    if line.naturalTextWidth() > rect.width() + 1:  # bold is wider: cut once more by as much as it is too wide
        shown = elided(font, text, rect.width() ** 2 / line.naturalTextWidth() - 2)
        layout, line = _laid_out(shown, words, font)
    painter.setPen(QColor(colour))
    layout.draw(painter, QPointF(rect.left(), rect.top() + round((rect.height() - line.height()) / 2)))


def _laid_out(text: str, words: str, font: QFont) -> tuple[QTextLayout, QTextLine]:
    layout = QTextLayout(text, font)
    layout.setFormats([_bold(text, start, end, font) for start, end in hit_spans(text, words)])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_ENDLESS)
    layout.endLayout()
    return layout, line


def _bold(text: str, start: int, end: int, font: QFont) -> QTextLayout.FormatRange:
    """A bold part. Qt counts UTF-16 units, of which rare characters have two."""
    part = QTextLayout.FormatRange()
    part.start = _units(text[:start])
    part.length = _units(text[start:end])
    look = QTextCharFormat()
    bold = QFont(font)
    bold.setWeight(QFont.Weight.Bold)
    look.setFont(bold)
    part.format = look
    return part


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
