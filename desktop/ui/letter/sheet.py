"""The sheet: the letter as a page that one writes on, dressed like the printed one (design.md 14)."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.letters import LetterText, blank_places
from desktop.guides.apology_warnings import Passage
from desktop.ui.letter.pieces import Piece, pieces_of, place_in, text_of, tidy
from desktop.ui.letter.sheet_area import LETTER_SIZE, SMALL_SIZE, SheetArea
from desktop.ui.letter.state import LetterState
from desktop.ui.theme import theme_of
from desktop.ui.widgets import Panel, PlainLabel, Separator

_WIDE = 700  #: logical pixels: an A4 page at arm's length
_SIGNATURE = 44  #: room for it
_RULE = 260


class Sheet(Panel):
    """``typed`` follows what a person decided on, with the whole letter."""

    typed = Signal(object)

    def __init__(self, site: str, parent: QWidget | None = None) -> None:
        super().__init__("card", parent=parent)
        self._text: LetterText | None = None
        self._number = ""
        self.areas = {
            piece: SheetArea(
                is_line=piece is not Piece.BODY, size=SMALL_SIZE if piece is Piece.SIGNER_LINE else LETTER_SIZE
            )
            for piece in Piece
        }
        self._site = PlainLabel(site, "title", elide=True)
        self._reference = PlainLabel("", "meta", "ink2")
        self._rule = Separator()
        self._column = QVBoxLayout(self)
        self._lay_out()
        for area in self.areas.values():
            area.edited.connect(self._on_edited)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()
        self._set_words()

    @property
    def composing(self) -> bool:
        """Whether an input method holds text that is not decided yet."""
        return any(area.composing for area in self.areas.values())

    def show_state(self, state: LetterState) -> None:
        """Shows the letter, and what to look at again; what stands there as it was typed is left alone."""
        text = state.text
        self._number = state.number
        self._say_reference()
        if text is None:
            return
        self._text = self._written(text)
        if self._text != text:
            self._put(text)
        for area in self.areas.values():
            area.setReadOnly(not state.may_type)
        if state.looked_over == text:
            self._mark(text, state.passages)

    def go_to(self, passage: Passage) -> None:
        """Puts the focus on a passage of the body."""
        body = self.areas[Piece.BODY]
        if self._text is not None:
            place = place_in(body.text(), self._text.body, passage.start, passage.end)
            if place is not None:
                body.select(*place)

    def go_to_blank(self) -> None:
        """Puts the focus on the first thing that is to be filled in."""
        for area in self.areas.values():
            places = blank_places(area.text())
            if places:
                area.select(*places[0])
                return

    def cursor_place(self) -> QPoint | None:
        """Where one writes, in the sheet's own pixels; None where the focus is elsewhere."""
        area = next((area for area in self.areas.values() if area.hasFocus()), None)
        return area.mapTo(self, area.cursorRect().center()) if area is not None else None

    def take_focus(self) -> None:
        """Puts the cursor into the body."""
        self.areas[Piece.BODY].setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language of the window."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _written(self, like: LetterText) -> LetterText:
        return text_of({piece: area.text() for piece, area in self.areas.items()}, like.language)

    def _put(self, text: LetterText) -> None:
        """Only pieces that say something else are put in anew, so the others keep their cursor and their undo."""
        for piece, words in pieces_of(text).items():
            area = self.areas[piece]
            if pieces_of(self._written(text))[piece] != words:
                area.set_text(words)
        self._text = tidy(text)

    def _mark(self, text: LetterText, passages: Sequence[Passage]) -> None:
        body = self.areas[Piece.BODY]
        places = (place_in(body.text(), text.body, passage.start, passage.end) for passage in passages)
        body.mark([place for place in places if place is not None])

    def _on_edited(self, _words: str) -> None:
        if self._text is not None:
            self._text = self._written(self._text)
            self.typed.emit(self._text)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._site, 1)
        head.addWidget(self._reference, 0, Qt.AlignmentFlag.AlignBottom)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addSpacing(8)
        self._column.addWidget(Separator())
        self._column.addSpacing(20)
        for piece in (Piece.GREETING, Piece.BODY, Piece.CLOSING):
            self._column.addWidget(self.areas[piece])
        self._column.addSpacing(_SIGNATURE)
        self._column.addWidget(self._rule, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addSpacing(4)
        for piece in (Piece.SIGNED_BY, Piece.SIGNER_LINE):
            self._column.addWidget(self.areas[piece])
        self._column.addStretch(1)

    def _restyle(self) -> None:
        metrics = theme_of(self).metrics
        side, top = (32, 20) if metrics.compact else (52, 36)
        self._column.setContentsMargins(side, top, side, top)
        self.setMaximumWidth(metrics.px(_WIDE))
        self._rule.setFixedWidth(metrics.px(_RULE))

    def _say_reference(self) -> None:
        self._reference.setText(self.tr("Our reference {number}").format(number=self._number))

    def _set_words(self) -> None:
        names = {
            Piece.GREETING: self.tr("Greeting"),
            Piece.BODY: self.tr("The letter, a line for each paragraph"),
            Piece.CLOSING: self.tr("Closing"),
            Piece.SIGNED_BY: self.tr("Who signs"),
            Piece.SIGNER_LINE: self.tr("Role and number of who signs"),
        }
        for piece, name in names.items():
            self.areas[piece].setAccessibleName(name)
        self._say_reference()
