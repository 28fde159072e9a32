"""Questions under each other. Rows are kept and shown again for other questions: making one costs milliseconds."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.guides.card import Asked
from desktop.guides.kinds import QuestionKind
from desktop.ui.conversation.asked_row import AskedRow, ClosedRow, NoticeRow, OpenRow, Tell
from desktop.ui.conversation.kept import Kept
from desktop.ui.widgets.arranged import height_at, least_size

Make = Callable[[Asked, QWidget], AskedRow]


class AskedList(Kept):
    """``make`` makes a row for a question; rows fit again where kind and answers are the same."""

    def __init__(self, make: Make, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._kept: dict[Hashable, list[AskedRow]] = {}
        self._rows: list[AskedRow] = []
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    @property
    def rows(self) -> Sequence[AskedRow]:
        """The rows that are shown, in order."""
        return tuple(self._rows)

    def show_asked(self, questions: Sequence[Asked], kinds: Callable[[QuestionKind], str]) -> None:
        """Shows these questions; ``kinds`` gives the words on the tags."""
        free = {sort: list(rows) for sort, rows in self._kept.items()}
        rows = [self._row_for(asked, free) for asked in questions]
        for row, asked in zip(rows, questions, strict=True):
            row.show_asked(asked, kinds(asked.kind))
        if rows == self._rows:
            return
        for row in self._rows:
            if row not in rows:
                row.hide()
        self._rows = rows
        self._widgets = [*rows, *(row for row in self._widgets if row not in rows)]
        for row in rows:
            row.show()
        self.forget()
        self.updateGeometry()

    def composing(self) -> bool:
        """Whether an input method holds text here that is not decided yet."""
        return any(row.composing() for row in self._rows)

    def least(self) -> QSize:
        """As wide as the widest row needs."""
        return QSize(max((least_size(row).width() for row in self._rows), default=0), 0)

    def arrange(self, width: int, *, move: bool) -> int:
        """One row under the other."""
        top = 0
        for row in self._rows:
            height = height_at(row, width)
            if move:
                row.setGeometry(0, top, width, height)
            top += height
        return top

    def _row_for(self, asked: Asked, free: dict[Hashable, list[AskedRow]]) -> AskedRow:
        """A row that is free: the one that shows this question already, or any of its sort."""
        sort = asked.kind, tuple(key for key, _ in asked.answers)
        rows = free.setdefault(sort, [])
        row = next((row for row in rows if row.asked is not None and row.asked.id == asked.id), None)
        if row is None:  # never one into which another answer is being composed
            row = next((row for row in rows if not row.composing()), None)
        if row is None:
            row = self._make(asked, self)
            self._kept.setdefault(sort, []).append(row)
            self.add_widget(row)
        else:
            rows.remove(row)
        return row


def question_row(tell: Tell, asked: Asked, parent: QWidget) -> AskedRow:
    """A row for a question of the step."""
    return ClosedRow(tell, asked.answers, parent) if asked.answers else OpenRow(tell, parent)


def notice_row(tell: Tell, asked: Asked, parent: QWidget) -> AskedRow:
    """A row for something that the clerk may tick at any step."""
    return NoticeRow(tell, asked.answers, parent)
