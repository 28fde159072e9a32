"""How the cells of the list of guests look: painted from tokens, text that doesn't fit is cut with … (design.md 4)."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.domain.guest_file import GuestListRow
from desktop.ui.guests.columns import EDGE, Column
from desktop.ui.guests.guest_text import GuestText
from desktop.ui.guests.table_model import ROW_ROLE, GuestTableModel
from desktop.ui.theme import Theme, paint_icon, theme_of
from desktop.ui.theme.metrics import Role
from desktop.ui.theme.painting import elided, paint_text, text_width
from desktop.ui.widgets import RowDelegate, paint_tag, tag_width

GAP = 8  #: logical pixels that every cell leaves free before the next one
_LOCK = 14

_Line = tuple[str, Role, str]  #: words, role, colour


class GuestDelegate(RowDelegate):
    """Paints a row cell by cell; the view tells which row the pointer is on and which columns end it."""

    def __init__(self, model: GuestTableModel, text: GuestText, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model, self._text = model, text
        self.last_column = Column.SIGNS

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints a cell: fill, content, line, and the row's focus edge."""
        theme = theme_of()
        cell, column = QRectF(option.rect), Column(index.column())
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setClipRect(cell)
        painter.setFont(theme.font("body"))
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self.paint_ground(painter, cell, theme.tokens, index, is_chosen=is_chosen)
        if isinstance(row, GuestListRow):
            left = EDGE if column is Column.GUEST else 0
            right = EDGE if column == self.last_column else GAP
            self._paint_content(painter, cell.adjusted(left, 0, -right, -1), column, row, theme)
        if self._has_focus(index):
            self.paint_focus(painter, cell, column, theme.tokens)
        painter.restore()

    def _paint_content(self, painter: QPainter, rect: QRectF, column: Column, row: GuestListRow, theme: Theme) -> None:
        tokens, text, at = theme.tokens, self._text, self._model.at
        match column:
            case Column.GUEST:
                self._paint_name(painter, rect, row, theme)
            case Column.CONTACT:
                upper, lower = text.contact(row.guest)
                _paint_lines(painter, rect, theme, (upper, "body", tokens.ink), (lower, "meta", tokens.ink2))
            case Column.CASES:
                cases, still_open = text.cases(row)
                _paint_lines(painter, rect, theme, (cases, "body", tokens.ink), (still_open, "meta", tokens.ink2))
            case Column.LAST:
                _paint_lines(painter, rect, theme, (text.last(row, at), "body", tokens.ink2))
            case Column.SCORE:
                _paint_lines(painter, rect, theme, (text.score(row), "body", tokens.ink2))
            case Column.SIGNS:
                self._paint_signs(painter, rect, row, theme)

    def _paint_name(self, painter: QPainter, rect: QRectF, row: GuestListRow, theme: Theme) -> None:
        font, tokens = theme.font("guest"), theme.tokens
        icon = "star" if row.guest.vip else "lock" if row.restricted else ""
        side = theme.metrics.px(_LOCK) if icon else 0
        named = bool(row.guest.name.strip())
        name = elided(font, self._text.name(row.guest), rect.width() - (side + 5 if side else 0))
        paint_text(painter, rect, name, font, tokens.ink if named else tokens.ink3)
        if side:
            box = QRectF(rect.left() + text_width(font, name) + 5, rect.top(), side, rect.height())
            paint_icon(painter, box, icon, tokens.p2 if icon == "star" else tokens.ink3)

    def _paint_signs(self, painter: QPainter, rect: QRectF, row: GuestListRow, theme: Theme) -> None:
        """Tags beside one another as far as they fit; the rest is counted."""
        left, signs = rect.left(), self._text.signs(row)
        height = theme.metrics.height("tag")
        for place, (words, tone) in enumerate(signs):
            width = tag_width(theme, words, None)
            rest = len(signs) - place
            if left + width > rect.right():
                more = QRectF(left, rect.top(), rect.right() - left, rect.height())
                paint_text(painter, more, f"+{rest}", theme.font("meta"), theme.tokens.ink2)
                return
            box = QRectF(left, round(rect.center().y() - height / 2), width, height)
            paint_tag(painter, box, words, theme, tone, None)  # type: ignore[arg-type]  # the tones that GuestText gives
            left += width + 4

    def _has_focus(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        view = self.parent()
        current = getattr(view, "currentIndex", None)
        has_focus = getattr(view, "hasFocus", None)
        return bool(has_focus and has_focus() and current and current().row() == index.row())


def _paint_lines(painter: QPainter, rect: QRectF, theme: Theme, *lines: _Line) -> None:
    """Paints one or two lines in the middle of ``rect`` by height; empty ones take no room."""
    shown = [line for line in lines if line[0]]
    heights = [theme.metrics.role(role).line for _, role, _ in shown]
    top = rect.center().y() - sum(heights) / 2
    for (words, role, colour), height in zip(shown, heights, strict=True):
        paint_text(painter, QRectF(rect.left(), round(top), rect.width(), height), words, theme.font(role), colour)
        top += height
