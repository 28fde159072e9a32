"""The six parts of an apology: which are there, why others are missing, and the way on (guides.md)."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.guides.apology import Part, PartOfApology
from desktop.ui.letter import phrases
from desktop.ui.letter.state import LetterState
from desktop.ui.widgets import Button, Icon, PlainLabel, Separator, Tag
from desktop.ui.widgets.tabbing import order_tabs
from desktop.words import Words

_ICON = 16


class PartRow(QWidget):
    """One part: a check and “there”, or a mark and “missing” with the reason below. ``wanted`` carries a move."""

    wanted = Signal(str)

    def __init__(self, part: Part, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self._shown: tuple[PartOfApology, str] | None = None
        self.icon = Icon("check", "accent", _ICON)
        self.name = PlainLabel("", "guest", wrap=True)
        self.there, self.missing = Tag("", "accent"), Tag("", "warn")
        self.why = PlainLabel("", "meta", "ink2", wrap=True)
        self.way = Button(size="small", kind="accent")
        self.way.clicked.connect(self._on_way)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addWidget(self.name, 1)
        for tag in (self.there, self.missing):
            first.addWidget(tag, 0, Qt.AlignmentFlag.AlignVCenter)
        below = QVBoxLayout()
        below.setContentsMargins(_ICON + 8, 0, 0, 0)
        below.setSpacing(6)
        below.addWidget(self.why)
        below.addWidget(self.way, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(below)
        self.say(words)

    def show_part(self, part: PartOfApology, way_on: str, words: Words) -> None:
        """Shows whether the part is there; ``way_on`` is the move that brings it about."""
        self._shown = (part, way_on)
        self.say(words)

    def say(self, words: Words) -> None:
        """Says it in the language of the window."""
        self.name.setText(words.term("apology_part", self._part.value))
        self.there.setText(self.tr("There"))
        self.missing.setText(self.tr("Missing"))
        part, move = self._shown or (None, "")
        is_there = part is not None and part.is_there
        missing = part.missing if part is not None else None
        why = words.term("apology_missing", missing.value) if missing is not None else ""
        self.icon.set_icon("check" if is_there else "minus", "accent" if is_there else "p2")
        self.there.setVisible(is_there)
        self.missing.setVisible(part is not None and not is_there)
        self.why.setText(why)
        self.why.setVisible(bool(why))
        self.way.setText(phrases.way_on(move) if move else "")
        self.way.setVisible(bool(move))
        mark = self.there.text() if is_there else f"{self.missing.text()}. {why}"
        self.setAccessibleName(f"{self.name.text()}: {mark}" if part is not None else self.name.text())

    def _on_way(self) -> None:
        if self._shown is not None:
            self.wanted.emit(self._shown[1])


class PartsCard(QWidget):
    """``move_wanted`` carries the case's own move that brings a missing part about."""

    move_wanted = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._state: LetterState | None = None
        self.title = PlainLabel("", "section", wrap=True)
        self.count = PlainLabel("", "meta", "ink2")
        self.rows = {part: PartRow(part, words) for part in Part}
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(0)
        column.addLayout(head)
        for place, row in enumerate(self.rows.values()):
            if place:
                column.addWidget(Separator())
            column.addWidget(row)
            row.wanted.connect(self.move_wanted)
        column.addStretch(1)
        self._say()

    def show_state(self, state: LetterState) -> None:
        """Shows the parts as the case has them."""
        self._state = state
        self._say()

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self._words = words
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language of the window."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.title.setText(self.tr("Parts of the apology"))
        state = self._state
        apology = state.apology if state is not None else None
        if state is None or apology is None:
            self.count.setText("")
            for row in self.rows.values():
                row.say(self._words)
            return
        there = sum(part.is_there for part in apology.parts)
        self.count.setText(self.tr("{there} of {all}").format(there=there, all=len(apology.parts)))
        offered: set[str] = set()  # one button for each way on
        for part in apology.parts:
            move = state.way_on(part)
            self.rows[part.part].show_part(part, "" if move in offered else move, self._words)
            offered.add(move)
        order_tabs(self)
