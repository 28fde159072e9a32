"""The guest's own words: a text field that stays quick however long the text is.

Qt lays out a paragraph as a whole: a word of 256 KB takes half a minute, at every key. So a long line stands in
several paragraphs, the later ones marked as going on with the line before; and what is pasted beyond the first
screenfuls comes in slices between which the window lives on. ``text()`` is the whole text at any moment.
"""

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextBlockFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QWidget

from desktop.ui.theme.metrics import Role
from desktop.ui.widgets import TextArea

LONGEST_PARAGRAPH = 1_000  #: characters that Qt lays out as one paragraph
SLICE = 8_000  #: characters that are put in at once
_GOES_ON = QTextFormat.Property.UserProperty.value + 1
_LONG_TEXT = 20_000  #: characters; from here on the text is told when the typing pauses, not at every key
_TELL_AFTER_MS = 200
_LINE_ENDS = ("\r\n", "\r", "\u2029")
_PLAIN_KEYS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Narrative(TextArea):
    """A ``TextArea`` for what may be long. Tab leaves it, Enter makes a new line.

    ``edited`` follows long texts when the typing pauses; ``tell`` before an act makes sure of the last words.
    """

    def __init__(self, role: Role = "narrative", parent: QWidget | None = None) -> None:
        self._rest = ""  # what is still to be put in, at _rest_at
        self._rest_at = QTextCursor()
        self._has_long_lines = False
        self._telling = QTimer()
        super().__init__(role=role, parent=parent)
        self._telling.setParent(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(_TELL_AFTER_MS)
        self._telling.timeout.connect(super()._on_change)
        self._filling = QTimer(self)
        self._filling.setInterval(0)
        self._filling.timeout.connect(self._put_in_slice)

    def sizeHint(self) -> QSize:
        """No more than it must have: it takes what the column has to spare."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def text(self) -> str:
        """The whole text, character for character, also while it is still being put in."""
        if self._rest:
            here = self._rest_at.position()
            return self._part(0, here) + self._rest + self._part(here, self.document().characterCount() - 1)
        if self._has_long_lines:
            return self._part(0, self.document().characterCount() - 1)
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def set_text(self, text: str) -> None:
        """Shows other text, silently; there is nothing to undo then."""
        self._rest = ""
        self._telling.stop()
        super().set_text("")
        self._has_long_lines = False
        self.document().setUndoRedoEnabled(False)
        blocked = self.blockSignals(True)
        self._insert(text)
        self.blockSignals(blocked)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._known = self.text()

    def finish_filling(self) -> None:
        """Puts in what is left at once."""
        while self._rest:
            self._put_in_slice()

    def tell(self) -> None:
        """Tells of the text now, if it changed: before it is saved."""
        if self._telling.isActive():
            self._telling.stop()
            super()._on_change()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Takes the plain text of what is pasted or dropped."""
        if source.hasText():
            self.finish_filling()
            self._insert(source.text())
            self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copies the text as it is, without the breaks that only the layout needs."""
        cursor, data = self.textCursor(), QMimeData()
        data.setText(self._part(cursor.selectionStart(), cursor.selectionEnd()))
        return data

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends the line, also where a long line goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in _PLAIN_KEYS:
            cursor = self.textCursor()
            cursor.insertBlock(_format_like(cursor, goes_on=False))
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
            return
        super().keyPressEvent(event)

    def _on_change(self) -> None:
        if self.document().characterCount() > _LONG_TEXT:
            self._telling.start()
        else:
            super()._on_change()

    def _insert(self, text: str) -> None:
        for end in _LINE_ENDS:
            text = text.replace(end, "\n")
        self._rest_at = QTextCursor(self.textCursor())
        self._rest = text
        self._rest_at.beginEditBlock()
        self._rest_at.removeSelectedText()
        self._put_in(self._rest_at)
        self._rest_at.endEditBlock()
        self._go_on()

    def _put_in_slice(self) -> None:
        """Puts in the next slice as part of the same undo step."""
        self._rest_at.joinPreviousEditBlock()
        self._put_in(self._rest_at)
        self._rest_at.endEditBlock()
        self._go_on()

    def _go_on(self) -> None:
        if self._rest:
            self._filling.start()
        else:
            self._filling.stop()
            if not self.document().isUndoRedoEnabled():
                self.document().setUndoRedoEnabled(True)

    def _put_in(self, cursor: QTextCursor) -> None:
        now, self._rest = self._rest[:SLICE], self._rest[SLICE:]
        lines = now.split("\n")
        if len(now) + cursor.block().length() < LONGEST_PARAGRAPH and not _goes_on(cursor.block()):
            cursor.insertText(now)
            return
        for place, line in enumerate(lines):
            if place:
                cursor.insertBlock(_format_like(cursor, goes_on=False))
            self._put_in_line(cursor, line)

    def _put_in_line(self, cursor: QTextCursor, line: str) -> None:
        while line:
            room = LONGEST_PARAGRAPH - cursor.block().length()
            if room <= 0:
                cursor.insertBlock(_format_like(cursor, goes_on=True))
                self._has_long_lines = True
                room = LONGEST_PARAGRAPH
            cursor.insertText(line[:room])
            line = line[room:]

    def _part(self, start: int, end: int) -> str:
        """The text between two places of the document, which Qt counts in UTF-16 units."""
        block, parts = self.document().findBlock(start), []
        first = block
        while block.isValid() and block.position() <= end:
            if block != first and not _goes_on(block):
                parts.append("\n")
            here = block.position()
            parts.append(_cut(block.text(), max(0, start - here), end - here))
            block = block.next()
        return "".join(parts).replace("\u2028", "\n")


def _goes_on(block: QTextBlock) -> bool:
    """Whether a paragraph belongs to the line of the one before."""
    return block.blockFormat().boolProperty(_GOES_ON)


def _format_like(cursor: QTextCursor, *, goes_on: bool) -> QTextBlockFormat:
    line = QTextBlockFormat(cursor.blockFormat())
    line.clearProperty(_GOES_ON)
    if goes_on:
        line.setProperty(_GOES_ON, True)
    return line


def _cut(text: str, start: int, end: int) -> str:
    """A part of a text by UTF-16 units."""
    if start == 0 and end >= 2 * len(text):
        return text
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
