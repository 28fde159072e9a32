"""Several lines of plain text, at the line height of its role, quiet while an input method composes."""

import re

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import QInputMethodEvent, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.ui.theme.metrics import Role
from desktop.ui.theme.theme import theme_of

#: A word so long that Qt takes seconds to find where its lines end; Chinese may break at every character anyway.
_ENDLESS_WORD = re.compile(r"[^\s\u2e80-\u9fff\uff00-\uffef\U00020000-\U0003ffff]{1000}")
_LINE_ENDS = str.maketrans({"\u2029": "\n", "\u2028": "\n"})


class TextArea(QTextEdit):
    """A plain-text field. ``edited`` follows what a person decided on: not what is being composed, nor ``set_text``.

    Tab goes to the next field; Enter makes a new line. It is a ``QTextEdit`` because only that has line heights and
    the underlines of evidence marks; rich text never gets in.
    """

    edited = Signal(str)

    def __init__(self, placeholder: str = "", *, role: Role = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role: Role = role
        self._known = ""
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.document().setDocumentMargin(2)
        theme_of(self).changed.connect(self._restyle)
        self._restyle()
        self.textChanged.connect(self._on_change)

    @property
    def composing(self) -> bool:
        """Whether an input method holds text that is not decided yet."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    def text(self) -> str:
        """The text character for character: Qt's own ``toPlainText`` turns no-break spaces into spaces."""
        return self.document().toRawText().translate(_LINE_ENDS)

    def set_text(self, text: str) -> None:
        """Shows other text, silently; there is nothing to undo then."""
        self._known = text
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._expect(text)
        self.setPlainText(text)
        self._known = self.text()
        self._set_line_height()

    def event(self, event: QEvent) -> bool:
        """Keeps shortcuts away from keys that belong to an input method."""
        if event.type() == QEvent.Type.ShortcutOverride and self.composing:
            event.accept()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Tells of the text when the input method is done with it."""
        self._expect(event.commitString())
        super().inputMethodEvent(event)
        self._on_change()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Takes the plain text of what is pasted or dropped."""
        if source.hasText():
            self._expect(source.text())
            self.textCursor().insertText(source.text())

    def _expect(self, text: str) -> None:
        """Lets lines end anywhere before an endless word comes: 200 KB would take ten seconds a key."""
        if _ENDLESS_WORD.search(text):
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)

    def _on_change(self) -> None:
        if self.composing:
            return
        text = self.text()
        if text != self._known:
            self._known = text
            self.edited.emit(text)

    def _restyle(self) -> None:
        theme = theme_of(self)
        self.setFont(theme.font(self._role))
        self.document().setDefaultFont(theme.font(self._role))
        self._set_line_height()

    def block_format(self) -> QTextBlockFormat:
        """How a paragraph stands: the line height of the role."""
        block = QTextBlockFormat()
        line = theme_of(self).metrics.role(self._role).line
        block.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return block

    def _set_line_height(self) -> None:
        """Line height is a property of text blocks; new blocks take it from the one they are made in."""
        block = self.block_format()
        document = self.document()
        document.setUndoRedoEnabled(False)
        blocked = self.blockSignals(True)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)
        self.blockSignals(blocked)
        document.setUndoRedoEnabled(True)
