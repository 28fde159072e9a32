"""A list of things with a name, a line under it and tags: sections, desks, people, categories."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.painting import RIGHT, paint_edge, paint_text, text_width
from desktop.ui.theme.theme import Theme, theme_of
from desktop.ui.widgets import paint_avatar, paint_tag, tag_width
from desktop.ui.widgets.tag import TagTone

Index = QModelIndex | QPersistentModelIndex

LINE_ROLE = Qt.ItemDataRole.UserRole  #: the whole ``Line``

_TOP = QModelIndex()
_ONE, _TWO, _HEADING = 36, 50, 30
_INDENT, _PAD, _GAP = 22, 14, 8
_ICON, _AVATAR, _DOT = 18, 30, 6


@dataclass(frozen=True, slots=True)
class Line:
    """One row. ``spoken`` is what screen readers say beyond title and line; a heading can't be chosen."""

    key: str
    title: str
    line: str = ""
    trailing: str = ""  #: pale text at the right end
    tags: tuple[tuple[str, TagTone], ...] = ()
    icon: str = ""
    has_avatar: bool = False
    depth: int = 0
    is_strong: bool = False
    is_dim: bool = False
    is_heading: bool = False
    is_marked: bool = False  #: something typed isn't saved
    spoken: str = ""


class LineModel(QAbstractListModel):
    """Holds lines in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Shows other lines."""
        if [line.key for line in lines] == [line.key for line in self.lines]:
            self.lines = tuple(lines)
            if self.lines:
                self.dataChanged.emit(self.index(0), self.index(len(self.lines) - 1))
            return
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def place_of(self, key: str | None) -> QModelIndex:
        """Where a key stands; nowhere for one that isn't there."""
        place = next((n for n, line in enumerate(self.lines) if line.key == key and not line.is_heading), None)
        return QModelIndex() if place is None else self.index(place)

    def rowCount(self, parent: Index = _TOP) -> int:
        """One row a line."""
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are passed over."""
        if index.isValid() and self.lines[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line for the delegate, its title for finding, all of it for screen readers."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (line.title, line.line, line.trailing, *(tag for tag, _ in line.tags), line.spoken)
            return ", ".join(part for part in said if part)
        return None


class LineDelegate(QStyledItemDelegate):
    """Paints a line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 (Qt's signature)
        """One line of text or two."""
        line, px = index.data(LINE_ROLE), theme_of().metrics.px
        if not isinstance(line, Line):
            return QSize()
        return QSize(0, px(_HEADING if line.is_heading else _TWO if line.line or line.has_avatar else _ONE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one row."""
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return
        theme, rect = theme_of(), QRectF(option.rect)
        painter.save()
        if line.is_heading:
            box = rect.adjusted(_PAD, 0, -_PAD, -4)
            align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            paint_text(painter, box, line.title, theme.font("header"), theme.tokens.ink3, align)
        else:
            self._paint_ground(painter, rect, option, theme)
            self._paint_line(painter, rect.adjusted(_PAD + line.depth * _INDENT, 0, -_PAD, 0), line, option, theme)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, theme: Theme) -> None:
        state, tokens = option.state, theme.tokens
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.tint))
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(tokens.accent))
            if state & QStyle.StateFlag.State_HasFocus:
                paint_edge(painter, rect, tokens.accent, 2, 0)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.hover))

    def _paint_line(
        self, painter: QPainter, rect: QRectF, line: Line, option: QStyleOptionViewItem, theme: Theme
    ) -> None:
        tokens, px = theme.tokens, theme.metrics.px
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = tokens.ink3 if line.is_dim else tokens.accent if is_chosen and line.icon else tokens.ink
        left = rect.left()
        if line.icon:
            paint_icon(painter, QRectF(left, rect.top(), px(_ICON), rect.height()), line.icon, ink)
            left += px(_ICON) + 10
        if line.has_avatar:
            side = px(_AVATAR)
            avatar = QRectF(left, rect.top() + round((rect.height() - side) / 2), side, side)
            if is_chosen:  # the initials' own fill is the tint of the row
                paint_edge(painter, avatar, tokens.tint_line, 1, side / 2)
            paint_avatar(painter, avatar.adjusted(1, 1, -1, -1), line.title, theme)
            left = avatar.right() + 12
        right = self._paint_end(painter, rect, line, theme)
        font = theme.font("strong" if line.is_strong or (is_chosen and line.icon) else "guest" if line.line else "body")
        width = max(0.0, right - left)
        if not line.line:
            paint_text(painter, QRectF(left, rect.top(), width, rect.height()), line.title, font, ink)
            return
        above, below = theme.metrics.role("guest").line, theme.metrics.role("meta").line
        top = rect.top() + round((rect.height() - above - below) / 2)
        paint_text(painter, QRectF(left, top, width, above), line.title, font, ink)
        under = tokens.ink3 if line.is_dim else tokens.ink2
        paint_text(painter, QRectF(left, top + above, width, below), line.line, theme.font("meta"), under)

    def _paint_end(self, painter: QPainter, rect: QRectF, line: Line, theme: Theme) -> float:
        """Dot, tags and pale text from the right; gives where the words must end."""
        right, tokens = rect.right(), theme.tokens
        if line.is_marked:
            dot = QRectF(right - _DOT, rect.center().y() - _DOT / 2, _DOT, _DOT)
            paint_edge(painter, dot, "", 0, _DOT / 2, tokens.p2)
            right -= _DOT + _GAP
        height = theme.metrics.height("tag")
        for text, tone in reversed(line.tags):
            width = min(tag_width(theme, text), 140)
            box = QRectF(right - width, rect.top() + round((rect.height() - height) / 2), width, height)
            paint_tag(painter, box, text, theme, tone)
            right -= width + _GAP
        if line.trailing:
            font = theme.font("meta")
            room = min(text_width(font, line.trailing) + 1, rect.width() / 2)
            box = QRectF(right - room, rect.top(), room, rect.height())
            paint_text(painter, box, line.trailing, font, tokens.ink2, RIGHT)
            right -= room + _GAP
        return right


class LineList(QListView):
    """``picked`` carries the key of the line that somebody went to; ``went_on`` follows Enter on it."""

    picked = Signal(str)
    went_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LineModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(self))
        self.setProperty("bare", True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._on_current)
        theme_of(self).changed.connect(self.scheduleDelayedItemsLayout)

    def show_lines(self, lines: Sequence[Line], chosen: str | None) -> None:
        """Shows lines with one of them chosen; silent."""
        selection = self.selectionModel()
        quiet = selection.blockSignals(True)
        self.lines.show(lines)
        place = self.lines.place_of(chosen)
        if place.isValid():
            if place != self.currentIndex() or not selection.isSelected(place):
                self.setCurrentIndex(place)
                self.scrollTo(place)
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        selection.blockSignals(quiet)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to what is chosen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.went_on.emit()
        else:
            super().keyPressEvent(event)

    def _on_current(self, current: QModelIndex) -> None:
        line = current.data(LINE_ROLE)
        if isinstance(line, Line):
            self.picked.emit(line.key)
