"""What the queue says at the edge of the window and to screen readers."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.numbers import short_number
from desktop.domain.rows import QueueRow
from desktop.errors import UserError
from desktop.ui.queue.cell_text import QueueText
from desktop.ui.widgets import announce


class SpeakingQueue(QWidget):
    """The part of the queue's screen that speaks. ``told`` asks for a short message (sentence, undo or None)."""

    told = Signal(str, object)
    undo_wanted = Signal(str)
    progressed = Signal(int, int)  #: from whatever thread an act on several cases runs

    def __init__(self, text: QueueText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        text.setParent(self)

    def say_overdue(self, row: QueueRow) -> None:
        """Says it to a screen reader, once the presenter says so."""
        place = f"{self._text.guest(row)}, {self._text.place(row)}"
        announce(self, self.tr("Overdue: {case}").format(case=place))

    def say_done(self, act: str, row: QueueRow) -> None:
        """Asks for a short message, with the way back."""
        words = {
            "take": self.tr("{number} is yours now."),
            "acknowledge": self.tr("{number} is acknowledged."),
            "settle": self.tr("{number} is settled."),
        }
        undo = partial(self.undo_wanted.emit, row.number)
        self.told.emit(words[act].format(number=self._text.number(row)), undo)

    def say_undone(self, number: str) -> None:
        """Asks for a short message."""
        self.told.emit(self.tr("{number}: taken back.").format(number=short_number(number)), None)

    def say_refused(self, refusal: UserError) -> None:
        """Asks for a short message about a refusal that has no other place."""
        self.told.emit(self._text.words.error(refusal), None)

    def say_left(self, count: int) -> None:
        """Asks for a short message: chosen cases are no longer in the list."""
        several = self.tr("{count} chosen cases are no longer in this list.").format(count=count)
        self.told.emit(self.tr("1 chosen case is no longer in this list.") if count == 1 else several, None)

    def say_progress(self, tried: int, total: int) -> None:
        """How far an act on several cases is; the signal carries it to the window's thread."""
        self.progressed.emit(tried, total)

    def say_one_by_one(self) -> None:
        """Asks for a short message: this act is not for several cases."""
        self.told.emit(self.tr("Cases are settled one by one."), None)

    def say_copied(self, number: str) -> None:
        """Asks for a short message."""
        self.told.emit(self.tr("Copied {number}.").format(number=number), None)
