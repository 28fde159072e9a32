"""The cases behind a figure as rows of two lines: mark, number and moment; category, state and owner."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from desktop.domain.figures.report_shapes import ListedCase
from desktop.ui.insights.text import InsightsText
from desktop.ui.marks import paint_priority, priority_width
from desktop.ui.theme import theme_of
from desktop.ui.theme.painting import RIGHT, paint_text, text_width
from desktop.ui.widgets import RowDelegate, RowTable, plain_tool_tip

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole  #: the whole ListedCase, for the delegate
_EDGE, _GAP = 14, 8
_ROW_PADDING = 8


class CasesModel(QAbstractTableModel):
    """Holds cases in the order it is given them, in one column."""

    def __init__(self, text: InsightsText, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.rows: Sequence[ListedCase] = ()
        self.names: Mapping[str, str] = {}

    def show(self, rows: Sequence[ListedCase], names: Mapping[str, str]) -> None:
        """Shows other cases."""
        self.beginResetModel()
        self.rows, self.names = rows, names
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """All rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """One."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row says."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return " · ".join(self._text.case_lines(row, self.names))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tool_tip(self._text.case_lines(row, self.names)[2])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._text.case_name(row, self.names)
        return None


class CaseRows(RowDelegate):
    """Paints a case in two lines."""

    def __init__(self, model: CasesModel, text: InsightsText, table: "CasesTable") -> None:
        super().__init__(table)
        self._model, self._text, self._table = model, text, table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints fill, content, line, and the focus edge."""
        theme = theme_of()
        tokens, metrics, cell = theme.tokens, theme.metrics, QRectF(option.rect)
        case = index.data(ROW_ROLE)
        painter.save()
        painter.setClipRect(cell)
        painter.setFont(theme.font("body"))
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self.paint_ground(painter, cell, tokens, index, is_chosen=is_chosen)
        if isinstance(case, ListedCase):
            number, received, about = self._text.case_lines(case, self._model.names)
            body, meta = metrics.role("body").line, metrics.role("meta").line
            top = round(cell.center().y() - (body + meta + 2) / 2)
            row = QRectF(cell.left() + _EDGE, top, cell.width() - 2 * _EDGE, body)
            paint_priority(painter, row, case.band, tokens, metrics)
            left = row.left() + priority_width(theme.font("body"), case.band, metrics) + _GAP
            meta_font = theme.font("meta")
            right = row.right() - text_width(meta_font, received)
            box = QRectF(left, row.top(), right - _GAP - left, body)
            paint_text(painter, box, number, theme.font("guest"), tokens.ink)
            paint_text(painter, row, received, meta_font, tokens.ink2, RIGHT)
            lower = QRectF(row.left(), row.bottom() + 2, row.width(), meta)
            paint_text(painter, lower, about, meta_font, tokens.ink2)
        if self._table.hasFocus() and self._table.currentIndex().row() == index.row():
            self.paint_focus(painter, cell, 0, tokens)
        painter.restore()


class CasesTable(RowTable):
    """``case_wanted`` carries the number of a case to open."""

    case_wanted = Signal(str)

    def __init__(self, text: InsightsText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cases = CasesModel(text, self)
        self.setModel(self._cases)
        self.setItemDelegate(CaseRows(self._cases, text, self))
        self.horizontalHeader().hide()
        self.doubleClicked.connect(lambda _index: self._open())
        theme_of(self).changed.connect(self._restyle)
        self._restyle()

    def show_cases(self, rows: Sequence[ListedCase], names: Mapping[str, str]) -> None:
        """Shows other cases; the chosen one stays chosen where it is still there."""
        if tuple(self._cases.rows) == tuple(rows) and self._cases.names == names:
            self.viewport().update()  # only the language may have changed
            return
        chosen = self.chosen()
        self._cases.show(rows, names)
        numbers = [row.number for row in rows]
        if rows:
            self.selectRow(numbers.index(chosen) if chosen in numbers else 0)

    def chosen(self) -> str:
        """The number of the chosen case, empty without one."""
        place = self.currentIndex().row()
        return self._cases.rows[place].number if 0 <= place < len(self._cases.rows) else ""

    def numbers(self) -> list[str]:
        """The cases from top to bottom."""
        return [row.number for row in self._cases.rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Home and End go to the ends."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._cases.rows:
            self.selectRow(0 if key == Qt.Key.Key_Home else len(self._cases.rows) - 1)
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self.chosen():
            self.case_wanted.emit(self.chosen())

    def _restyle(self) -> None:
        metrics = theme_of(self).metrics
        height = metrics.role("body").line + metrics.role("meta").line + 2 + 2 * _ROW_PADDING
        self.verticalHeader().setDefaultSectionSize(height)
        self._lay_out()

    def _lay_out(self) -> None:
        self._show_columns([(0, self.viewport().width())])
