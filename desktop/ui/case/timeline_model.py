"""The timeline's lines as a list model: in the order given, narrowed to a look, with a mark where a day begins."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.kinds import Language
from desktop.ui import formats
from desktop.ui.case.story_lines import Look, StoryLine
from desktop.words.plain import plain

ROW_ROLE = Qt.ItemDataRole.UserRole  #: the whole ``TimelineRow``

Index = QModelIndex | QPersistentModelIndex
_SPOKEN = 400  #: characters of a text that a screen reader is given at once


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A line and what stands around it. ``day`` is written above it where it is the first of a day."""

    line: StoryLine
    day: str = ""
    is_first: bool = False
    is_last: bool = False


class TimelineModel(QAbstractListModel):
    """Holds the lines of one case."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._lines: tuple[StoryLine, ...] = ()
        self._look = Look.ALL
        self._today: date | None = None
        self._rows: list[TimelineRow] = []

    def show_lines(self, lines: tuple[StoryLine, ...], look: Look, today: date, language: Language) -> bool:
        """Shows these lines; True where rows were only added at the end, so that the place may stay."""
        self._lines, self._look, self._today, self._language = lines, look, today, language
        rows = self._made()
        old = self._rows
        if rows == old:
            return True
        kept = len(old)
        if 0 < kept < len(rows) and _same_lines(old, rows[:kept]):
            self.beginInsertRows(QModelIndex(), kept, len(rows) - 1)
            self._rows = rows
            self.endInsertRows()
            last = self.index(kept - 1)
            self.dataChanged.emit(last, last)
            return True
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return False

    def row_at(self, index: Index) -> TimelineRow | None:
        """The row at an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """How many lines are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row for the delegate, its title, and what a screen reader says of it."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def _made(self) -> list[TimelineRow]:
        shown = [line for line in self._lines if line.is_of(self._look)]
        rows, day = [], self._today if shown and shown[0].day == self._today else None
        for place, line in enumerate(shown):
            label = formats.day_date(line.day, self._language) if line.day != day else ""
            day = line.day
            rows.append(TimelineRow(line, label, is_first=place == 0, is_last=place == len(shown) - 1))
        return rows

    def _spoken(self, row: TimelineRow) -> str:
        line = row.line
        parts = (row.day, formats.clock_time(line.at), line.title, plain(line.text, _SPOKEN), line.who)
        return ("，" if self._language is Language.ZH else ", ").join(part for part in parts if part)


def _same_lines(old: list[TimelineRow], new: list[TimelineRow]) -> bool:
    return all(a.line == b.line and a.day == b.day for a, b in zip(old, new, strict=True))
