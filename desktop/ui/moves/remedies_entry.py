"""The remedies of an offer: as many as it takes, what they come to, and how that compares with one's authority."""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.commands import RemedyOffer
from desktop.domain.kinds import RemedyKind
from desktop.errors import UserError
from desktop.ui import formats
from desktop.ui.moves.about import Allowance, Surroundings
from desktop.ui.moves.entry import Entry
from desktop.ui.moves.remedy_line import RemedyLine
from desktop.ui.widgets import Button, PlainLabel
from desktop.words import Words

PARTS = frozenset({"kind", "amount", "note", "law_card"})  #: what refusals may name inside a remedy


class RemediesEntry(Entry):
    """Rows of remedies. One blank row stands there from the start; blank rows are not offered."""

    def __init__(self, name: str, around: Surroundings, words: Words) -> None:
        self._around, self._words = around, words
        self._allowance: Allowance | None = None
        self.lines: list[RemedyLine] = []
        self.more = Button(kind="plain", icon="plus", size="small")
        self.total = PlainLabel("", "body", "ink2", wrap=True)
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.total)
        super().__init__(name, holder)
        self.more.clicked.connect(self._on_more)
        self._add()

    def speak(self, words: Words) -> None:
        """Another language."""
        self._words = words
        self._say()

    def show_allowance(self, allowance: Allowance | None) -> None:
        """What the person may give now; None where it isn't known."""
        self._allowance = allowance
        self._say_total()

    def goodwill(self) -> int:
        """The sum of what is given freely, in minor units; what the law sets doesn't count."""
        return sum(line.amount_now() for line in self.lines if not line.is_by_law())

    def is_above(self) -> bool:
        """Whether that is above the person's authority, as far as it is known."""
        left = self._allowance.left if self._allowance else None
        return left is not None and self.goodwill() > left

    def offers(self) -> tuple[RemedyOffer, ...]:
        """What is offered, once there is no mistake."""
        return tuple(line.offer() for line in self._filled())

    def mistakes(self) -> Iterator[UserError]:
        """What is wrong, each under ``remedies.PLACE.FIELD``; ``no_remedy`` where nothing is offered."""
        if not self._filled():
            yield UserError("no_remedy", self.name)
        for place, line in enumerate(self.lines):
            if not line.is_blank:
                for mistake in line.mistakes():
                    yield UserError(mistake.code, f"{self.name}.{place}.{mistake.field}", **mistake.params)

    def tell(self, errors: Sequence[tuple[UserError, str]]) -> None:
        """Says what is wrong in a row there, the rest under all rows."""
        for place, line in enumerate(self.lines):
            line.tell([said for said in errors if said[0].field.startswith(f"{self.name}.{place}.")])
        super().tell([said for said in errors if not said[0].field.startswith(f"{self.name}.")])

    @property
    def first(self) -> QWidget:
        """The first field that is wrong, else the first one that is empty."""
        entries = [entry for line in self.lines for entry in line.entries if not entry.isHidden()]
        wrong = next((entry for entry in entries if entry.error.text()), None)
        return (wrong or next((entry for entry in entries if entry.is_empty), entries[0])).first

    def keep(self) -> str:
        """The filled rows as JSON; empty where there are none."""
        filled = [line.keep() for line in self._filled()]
        return json.dumps(filled, ensure_ascii=False) if filled else ""

    def restore(self, kept: str) -> None:
        """Shows the rows that were kept, and at least one blank one."""
        rows: list[list[str]] = []
        with suppress(ValueError):  # what was kept elsewhere may be anything
            rows = [row for row in json.loads(kept or "[]") if isinstance(row, list)]
        while self.lines:
            self._drop(self.lines[-1])
        for row in rows or [[]]:
            self._add().restore([str(text) for text in row])
        self._say()

    def suggest(self, kind: RemedyKind) -> None:
        """A remedy to begin with, where nothing stands there yet."""
        if not self._filled():
            self.restore(json.dumps([[kind.value]]))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _filled(self) -> list[RemedyLine]:
        return [line for line in self.lines if not line.is_blank]

    def _add(self) -> RemedyLine:
        line = RemedyLine(self._around)
        self._column.insertWidget(len(self.lines), line)
        self.lines.append(line)
        line.changed.connect(self._on_changed)
        line.removed.connect(lambda: self._on_removed(line))
        self._say()
        self.rebuilt.emit()
        return line

    def _drop(self, line: RemedyLine) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _on_more(self) -> None:
        self._add().kind.focus()
        self.changed.emit()

    def _on_removed(self, line: RemedyLine) -> None:
        place = self.lines.index(line)
        self._drop(line)
        if not self.lines:
            self._add()
        self.lines[min(place, len(self.lines) - 1)].kind.focus()
        self._on_changed()

    def _on_changed(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        for place, line in enumerate(self.lines):
            line.set_words(self._words, place + 1)
            line.remove.setVisible(len(self.lines) > 1 or not line.is_blank)
        self.more.setText(self.tr("Another remedy"))
        self._say_total()

    def _say_total(self) -> None:
        total = sum(line.amount_now() for line in self.lines)
        said = [self.tr("{sum} in all").format(sum=self._money(total))] if total else []
        if self._allowance is not None:
            left = self._allowance.left
            no_limit, limit = self.tr("you may give without limit"), self.tr("you may give {sum}")
            said.append(no_limit if left is None else limit.format(sum=self._money(max(0, left))))
        text = " · ".join(said)
        self.total.setText(text[:1].upper() + text[1:])
        self.total.set_tone("p2" if self.is_above() else "ink2")
        self.total.setVisible(bool(said))

    def _money(self, minor: int) -> str:
        return formats.money(minor, self._around.currency)
