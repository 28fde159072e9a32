"""One thing that is offered to the guest: what, how much, a note, and the law card of a sum that the law sets."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.domain.commands import RemedyOffer
from desktop.domain.kinds import RemedyKind
from desktop.domain.lifecycle import check_given
from desktop.domain.money import parse_amount
from desktop.domain.people import leads
from desktop.domain.texts import is_blank
from desktop.errors import UserError
from desktop.ui.moves.about import Surroundings
from desktop.ui.moves.entry import ChoiceEntry, Entry, LineEntry, PickEntry
from desktop.ui.moves.grid import FieldGrid
from desktop.ui.moves.guarding import refusals
from desktop.ui.widgets import IconButton, Panel
from desktop.words import Words

#: What is done with words and work alone; a sum would say nothing.
WITHOUT_SUM = frozenset(
    {
        RemedyKind.SPOKEN_APOLOGY,
        RemedyKind.LETTER,
        RemedyKind.EXPLANATION,
        RemedyKind.COACHING,
        RemedyKind.PROCESS_CHANGE,
        RemedyKind.REFERRAL,
    }
)
_LEAST_COLUMN = 116  #: logical pixels: sum and note stand beside each other in the queue's preview


class RemedyLine(Panel):
    """A row of fields. ``removed``: the person takes it off the list."""

    changed = Signal()
    removed = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__("card")
        self._around = around
        self.kind, self.amount = ChoiceEntry("kind"), LineEntry("amount")
        self.law_card, self.note = PickEntry("law_card"), LineEntry("note")
        self.remove = IconButton("x", "–", kind="ghost", size="small")
        self.remove.clicked.connect(self.removed)
        grid = FieldGrid(least=_LEAST_COLUMN)
        for entry in self.entries:
            entry.changed.connect(self._on_changed)
        grid.add(self.kind, below=3)
        grid.add(self.amount)
        grid.add(self.law_card, rest=True)
        grid.add(self.note, rest=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 4, 10)
        row.setSpacing(4)
        row.addWidget(grid, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self._follow_kind()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The fields in their order."""
        return self.kind, self.amount, self.law_card, self.note

    def entry(self, name: str) -> Entry | None:
        """The field that refusals call by this name."""
        return next((entry for entry in self.entries if entry.name == name), None)

    def set_words(self, words: Words, place: int) -> None:
        """Speaks another language; ``place`` counts from 1."""
        kinds = [(kind.value, words.term("remedy", kind.value)) for kind in RemedyKind]
        self.kind.offer(kinds)
        self.kind.call(self.tr("Remedy"))
        self.amount.call(self.tr("Sum"))
        self.law_card.call(self.tr("Law card"))
        self.law_card.offer(self._around.law_cards)
        self.note.call(self.tr("Note"), optional=True)
        self.amount.line.set_trailing(self._around.currency.code)
        self.remove.set_name(self.tr("Take remedy {place} off").format(place=place))
        for entry in self.entries:
            entry.field.setAccessibleName(f"{entry.label.text()} {place}")

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return all(entry.is_empty for entry in self.entries)

    def amount_now(self) -> int:
        """The sum in minor units; 0 where none can be read."""
        try:
            return self._amount()
        except UserError:
            return 0

    def is_by_law(self) -> bool:
        """Whether the law sets the sum."""
        return self.kind.value() == RemedyKind.STATUTORY_SUM

    def mistakes(self) -> Iterator[UserError]:
        """What is wrong with it, by the names of its fields."""
        yield from refusals(lambda: check_given(self.kind.value(), "kind"), self._amount)
        if self.is_by_law():
            if is_blank(self.amount.value()):
                yield UserError("missing", "amount")
            if is_blank(self.law_card.value()):
                yield UserError("law_card_missing", "law_card")
            if not leads(self._around.person.role):
                yield UserError("statutory_needs_manager", "kind")

    def offer(self) -> RemedyOffer:
        """What is offered, once there is no mistake."""
        card = self.law_card.value().strip() if self.is_by_law() else ""
        return RemedyOffer(RemedyKind(self.kind.value()), self._amount(), self.note.value().strip(), card)

    def tell(self, errors: Sequence[tuple[UserError, str]]) -> None:
        """Says what is wrong at the fields; the refusals bear the fields' own names."""
        for entry in self.entries:
            entry.tell([said for said in errors if said[0].field.rpartition(".")[2] == entry.name])

    def keep(self) -> list[str]:
        """What was typed, in the order of the fields."""
        return [entry.keep() for entry in self.entries]

    def restore(self, kept: Sequence[str]) -> None:
        """Shows what was kept."""
        for entry, text in zip(self.entries, kept, strict=False):
            entry.restore(text)
        self._follow_kind()

    def _amount(self) -> int:
        text = self.amount.value().strip()
        return parse_amount(text, self._around.currency) if text and self.takes_sum() else 0

    def takes_sum(self) -> bool:
        """Whether a sum is asked for."""
        return self.kind.value() not in WITHOUT_SUM

    def _on_changed(self) -> None:
        self._follow_kind()
        self.changed.emit()

    def _follow_kind(self) -> None:
        self.amount.setVisible(self.takes_sum())
        self.law_card.setVisible(self.is_by_law())
