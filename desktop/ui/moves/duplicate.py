"""The same complaint stands already under another number: find it, look at it, confirm."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.commands import MarkDuplicate, OnCase
from desktop.domain.kinds import State
from desktop.domain.numbers import parse_number
from desktop.domain.rows import Found
from desktop.errors import UserError
from desktop.ui import formats
from desktop.ui.moves.about import Surroundings
from desktop.ui.moves.entry import Entry
from desktop.ui.moves.form import MoveForm
from desktop.ui.moves.guarding import refusal_of_blank
from desktop.ui.moves.hits import HitList
from desktop.ui.widgets import PlainLabel, SearchField
from desktop.words import Words

_MOST_SHOWN = 5


class OriginalEntry(Entry):
    """A search for the other case and what it found; a whole number that was typed counts too."""

    def __init__(self, name: str, around: Surroundings, own: str, words: Words) -> None:
        self._around, self._own, self._words = around, own, words
        self._found: tuple[Found, ...] = ()
        self._chosen: Found | None = None
        self.search = SearchField("", name="")
        self.hits = HitList()
        self.nothing = PlainLabel("", "meta", "ink2", wrap=True)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.search, self.nothing, self.hits):
            column.addWidget(part)
        holder.setFocusProxy(self.search)
        super().__init__(name, holder)
        self.search.searched.connect(self._on_searched)
        self.hits.chosen.connect(self._on_chosen)
        self.hits.rebuilt.connect(self.rebuilt)
        self._show()

    def speak(self, words: Words) -> None:
        """Another language."""
        self._words = words
        self.search.setPlaceholderText(self.tr("Number, guest, room or words"))
        self._show()

    def set_label(self, label: str) -> None:
        """Another label; the search says it."""
        super().set_label(label)
        self.search.setAccessibleName(label)

    @property
    def original(self) -> Found | None:
        """The case that was chosen."""
        return self._chosen

    def value(self) -> str:
        """The number of the chosen case, or the whole number that was typed."""
        if self._chosen is not None:
            return self._chosen.number
        typed = parse_number(self.search.text())
        return str(typed) if typed else ""

    def keep(self) -> str:
        """What was searched for, and after a line end the number that was chosen."""
        chosen = self._chosen.number if self._chosen else ""
        return f"{self.search.text()}\n{chosen}" if self.search.text() or chosen else ""

    def restore(self, kept: str) -> None:
        """Searches again and chooses again."""
        words, _, number = kept.partition("\n")
        blocked = self.search.blockSignals(True)
        self.search.setText(words)
        self.search.blockSignals(blocked)
        self._look(words)
        self._chosen = next((one for one in self._found if one.number == number), None)
        self._show()

    def _on_searched(self, words: str) -> None:
        self._look(words)
        if self._chosen is not None and self._chosen not in self._found:
            self._chosen = None
        only = parse_number(words)
        if only is not None:
            self._chosen = next((one for one in self._found if one.number == str(only)), None)
        self._show()
        self.changed.emit()

    def _look(self, words: str) -> None:
        found = self._around.find(words) if words.strip() else ()
        self._found = tuple(one for one in found if one.number != self._own)[:_MOST_SHOWN]

    def _on_chosen(self, found: Found) -> None:
        self._chosen = found
        self.changed.emit()

    def _show(self) -> None:
        self.hits.show_hits(self._found, self._words, self._chosen.number if self._chosen else "")
        lost = bool(self.search.text().strip()) and not self._found
        self.nothing.setText(self.tr("Nothing matches. Try fewer words, or the number."))
        self.nothing.setVisible(lost)


class DuplicateForm(MoveForm):
    """The case goes on under the other number."""

    act = "duplicate"

    def _build(self) -> None:
        about = self._about
        self._of = OriginalEntry("of", about.around, about.number, self._words)
        self.add(self._of, wide=True)
        self.told = PlainLabel("", "body", "ink", wrap=True)
        self.grid.add(self.told, wide=True)

    def _name(self) -> None:
        self._of.speak(self._words)
        self._of.call(self.tr("Which case is the first one?"))

    def _lead(self) -> str:
        return self.tr("This one leaves the queue; the other goes on.")

    def _react(self) -> None:
        original = self._of.original
        self.told.setVisible(original is not None)
        if original is None:
            return
        zone, words = self._about.around.zone, self._words
        taken = formats.day_and_time(original.received_at.astimezone(zone), words.language)
        self.told.setText(
            self.tr("The first one was taken on {time}: {number}.").format(time=taken, number=original.number)
        )

    def _mistakes(self) -> Iterator[UserError]:
        number, original = self._of.value(), self._of.original
        yield from refusal_of_blank(number, "of")
        if number and number == self._about.number:
            yield UserError("duplicate_of_itself", "of")
        if original is not None and original.state is State.DUPLICATE:
            yield UserError("duplicate_of_duplicate", "of")

    def _command(self) -> OnCase:
        return MarkDuplicate(self._about.number, self._of.value())
