"""What the cells of the queue say, in words: for painting, tool tips and screen readers alike."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QObject

from desktop.domain.numbers import short_number
from desktop.domain.rows import QueueRow
from desktop.domain.taxonomy import Taxonomy
from desktop.ui import formats
from desktop.ui.marks import TimeLeft
from desktop.ui.queue.clock_text import ClockText
from desktop.ui.queue.columns import Column
from desktop.ui.queue.state import is_masked, shown_band
from desktop.words import Words
from desktop.words.plain import plain

_LONGEST = 200  #: characters of one cell; no column shows more


class QueueText(QObject):
    """Turns rows into words. Text from people is made harmless here: one line, no marks that turn its direction."""

    def __init__(self, words: Words, taxonomy: Taxonomy, zone: tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._taxonomy, self._zone = taxonomy, zone
        self.set_words(words)

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self.words = words
        self.language = words.language
        self.clock = ClockText(words, self._zone, self)

    def header(self, column: Column) -> str:
        """What stands above a column; the mark's is empty."""
        return {
            Column.BAND: "",
            Column.SCORE: self.tr("Score"),
            Column.CASE: self.tr("Case"),
            Column.GUEST: self.tr("Guest"),
            Column.SUMMARY: self.tr("What happened"),
            Column.CATEGORY: self.tr("Category"),
            Column.STATE: self.tr("State"),
            Column.OWNER: self.tr("Owner"),
            Column.MOOD: self.tr("Mood"),
            Column.TIME: self.tr("Time left"),
        }[column]

    def number(self, row: QueueRow) -> str:
        """The short number."""
        return plain(short_number(row.number), _LONGEST)

    def guest(self, row: QueueRow) -> str:
        """The guest in the form of the name's own language."""
        if is_masked(row):
            return self.tr("Restricted")
        if not row.guest.strip():
            return self.words.term("label", "anonymous")
        title = self.words.term("honorific", row.honorific) if row.honorific else ""
        return plain(formats.guest_name(row.guest, title, self.language), _LONGEST)

    def place(self, row: QueueRow) -> str:
        """The room, or the order or booking, or neither."""
        if is_masked(row):
            return ""
        if row.room.strip():
            return self.tr("Room {room}").format(room=plain(row.room, _LONGEST))
        return self.reference(row) or self.words.term("label", "walk_in")

    def reference(self, row: QueueRow) -> str:
        """The order or booking; empty where there is none."""
        if not row.reference.strip():
            return ""
        return self.tr("Order {reference}").format(reference=plain(row.reference, _LONGEST))

    def summary(self, row: QueueRow) -> str:
        """What happened, in a sentence."""
        if is_masked(row):
            return self.tr("For managers only")
        return plain(row.summary, _LONGEST)

    def category(self, row: QueueRow) -> tuple[str, str]:
        """Group and detail in the wording for narrow columns."""
        if is_masked(row):
            return self.tr("Restricted"), ""
        category = self._taxonomy.get(row.category)
        if category is None:
            return (plain(row.category, _LONGEST) if row.category else self.not_assessed), ""
        group = self._taxonomy.level1_of(row.category)
        if group is None or group is category:
            return category.short(self.language), ""
        return group.short(self.language), category.short(self.language)

    def state(self, row: QueueRow) -> str:
        """Where the case stands."""
        return self.words.term("state", row.state.value)

    def owner(self, row: QueueRow) -> str:
        """Who looks after the case."""
        return plain(row.owner, _LONGEST) or self.words.term("label", "no_owner")

    def short_owner(self, row: QueueRow) -> str:
        """The owner for the narrow column: ``Maya C.``; names that aren't made of Latin words stay whole."""
        first, *rest = self.owner(row).split(" ")
        if not row.owner or not rest or not rest[-1][:1].isascii():
            return self.owner(row)
        return f"{first} {rest[-1][0]}."

    def mood(self, row: QueueRow) -> str:
        """How the guest felt."""
        if is_masked(row):
            return self.tr("Restricted")
        return self.not_assessed if row.emotion is None else self.words.term("emotion", str(row.emotion))

    def time(self, row: QueueRow, at: datetime) -> TimeLeft:
        """The clock that runs out next."""
        return self.clock.next_due(row, at)

    @property
    def not_assessed(self) -> str:
        """What stands where nothing was rated yet."""
        return self.words.term("label", "not_assessed")

    def cell(self, column: Column, row: QueueRow, at: datetime) -> str:
        """All that a cell says, in one line."""
        time = self.time(row, at)
        return {
            Column.BAND: shown_band(row, at).value,
            Column.SCORE: str(row.score),
            Column.CASE: self.number(row),
            Column.GUEST: self._joined(self.guest(row), self.place(row)),
            Column.SUMMARY: self.summary(row),
            Column.CATEGORY: " / ".join(filter(None, self.category(row))),
            Column.STATE: self.state(row),
            Column.OWNER: self.owner(row),
            Column.MOOD: self.mood(row),
            Column.TIME: f"{time.kind} {time.text}".strip(),
        }[column]

    def tip(self, column: Column, row: QueueRow, at: datetime) -> str:
        """What the narrow cell can't say, as plain text; empty where it says all."""
        if column is Column.BAND and shown_band(row, at) is not row.band:
            return self.tr("{band}, counts one higher while it is late").format(band=row.band.value)
        if column is Column.CASE:
            return plain(row.number, _LONGEST)
        if column in (Column.GUEST, Column.SUMMARY, Column.CATEGORY, Column.OWNER, Column.MOOD):
            return self.cell(column, row, at)
        return self.clock.spoken(row, at) if column is Column.TIME else ""

    def row_name(self, row: QueueRow, at: datetime, *, is_ticked: bool = False) -> str:
        """What a screen reader says of a row: all of it, the most important first (design.md 13)."""
        number = shown_band(row, at).value.removeprefix("P")
        return self._joined(
            self.tr("chosen") if is_ticked else "",
            self.tr("Priority {number}, score {score}").format(number=number, score=row.score),
            self.guest(row),
            self.words.term("flag", "vip") if row.vip else "",
            self.place(row),
            self.summary(row),
            self.state(row),
            self.owner(row),
            "" if is_masked(row) else self.mood(row),
            self.clock.spoken(row, at),
        )

    def _joined(self, *parts: str) -> str:
        return (", " if self.language == "en" else "，").join(part for part in parts if part)
