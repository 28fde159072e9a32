"""One piece of the letter on its sheet: plain text as large as it will be printed, which grows as one writes."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from desktop.domain.letters import blank_places
from desktop.ui.letter.pieces import utf16
from desktop.ui.theme.metrics import RADIUS_CONTROL
from desktop.ui.theme.theme import theme_of
from desktop.ui.widgets import TextArea

LETTER_SIZE, SMALL_SIZE = 16, 13  #: pixels of the type (design.md 14)
_LINE_SHARE = 27 / 16
_BETWEEN = 12  # pixels between paragraphs
_MARGIN = 6
_BOX_WIDTH = 1.5
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SheetArea(TextArea):
    """``marks`` underlines passages to look at again; blanks are drawn as empty boxes wherever they stand."""

    def __init__(self, *, is_line: bool = False, size: int = LETTER_SIZE, parent: QWidget | None = None) -> None:
        self._is_line, self._size = is_line, size
        self._marks: list[QTextCursor] = []
        self._blanks: list[QTextCursor] = []
        super().__init__(parent=parent)
        self.setProperty("bare", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(_MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._show_marks)
        theme_of(self).changed.connect(self._show_marks)
        self._fit()

    def set_text(self, text: str) -> None:
        """Shows other text, silently."""
        self._marks = []
        super().set_text(text)
        self._show_marks()

    def mark(self, places: Sequence[tuple[int, int]]) -> None:
        """Underlines these passages of the text, each from character to character; they move along as one writes."""
        text = self.text()
        self._marks = [self._cursor(text, start, end) for start, end in places]
        self._show_marks()

    @property
    def marked(self) -> list[str]:
        """What is underlined now."""
        return [cursor.selectedText() for cursor in self._marks]

    @property
    def blanks(self) -> int:
        """How many empty boxes are drawn."""
        return len(self._blanks)

    def select(self, start: int, end: int) -> None:
        """Puts the focus on a passage, from character to character, chosen so that typing replaces it."""
        self.setTextCursor(self._cursor(self.text(), start, end))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on from a line to the piece below it."""
        if self._is_line and event.key() in _ENTER and not self.composing:
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """A line stays a line, whatever is pasted into it."""
        if self._is_line and source.hasText():
            flat = QMimeData()
            flat.setText(" ".join(source.text().split()))
            super().insertFromMimeData(flat)
        else:
            super().insertFromMimeData(source)

    def sizeHint(self) -> QSize:
        """As high as its words."""
        return QSize(super().sizeHint().width(), self.height())

    def minimumSizeHint(self) -> QSize:
        """As high as its words, and as narrow as need be."""
        return QSize(_MARGIN * 4, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Breaks the lines anew."""
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the edge."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hides the edge."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, the empty boxes, and the edge of the piece that one writes in."""
        super().paintEvent(event)
        tokens = theme_of(self).tokens
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.ink2), _BOX_WIDTH))
        for blank in self._blanks:
            painter.drawRoundedRect(self._box(blank), 2, 2)
        if self.hasFocus() or self.underMouse():
            edge, width = (tokens.accent, 2) if self.hasFocus() else (tokens.line2, 1)
            painter.setPen(QPen(QColor(edge), width))
            inset = width / 2
            rect = QRectF(self.viewport().rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(rect, RADIUS_CONTROL, RADIUS_CONTROL)

    def _box(self, blank: QTextCursor) -> QRectF:
        start, end = QTextCursor(self.document()), QTextCursor(self.document())
        start.setPosition(blank.selectionStart())
        end.setPosition(blank.selectionEnd())
        first, last = QRectF(self.cursorRect(start)), QRectF(self.cursorRect(end))
        right = last.left() if last.top() == first.top() else self.viewport().width() - _MARGIN
        height = self.fontMetrics().height()
        top = first.center().y() - height / 2
        return QRectF(QPointF(first.left() + 1, top), QPointF(max(first.left() + 8, right - 1), top + height))

    def _cursor(self, text: str, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16(text, start))
        cursor.setPosition(utf16(text, end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _show_marks(self) -> None:
        tokens, text = theme_of(self).tokens, self.text()
        self._marks = [cursor for cursor in self._marks if cursor.hasSelection()]
        self._blanks = [self._cursor(text, start, end) for start, end in blank_places(text)]
        passage, blank = QTextCharFormat(), QTextCharFormat()
        passage.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        passage.setUnderlineColor(QColor(tokens.p2))
        passage.setBackground(QColor(tokens.p2_tint))
        blank.setForeground(QColor(Qt.GlobalColor.transparent))
        shown = [(cursor, passage) for cursor in self._marks] + [(cursor, blank) for cursor in self._blanks]
        selections = []
        for cursor, look in shown:
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = cursor, look
            selections.append(selection)
        self.setExtraSelections(selections)

    def _fit(self) -> None:
        height = round(self.document().size().height() + 0.499) + 2 * self.frameWidth()
        if height != self.height():
            self.setFixedHeight(height)

    def _restyle(self) -> None:
        font = theme_of(self).font("body")
        font.setPixelSize(theme_of(self).metrics.px(self._size))
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._set_line_height()

    def block_format(self) -> QTextBlockFormat:
        """The letter's own line height, and room between paragraphs."""
        block = QTextBlockFormat()
        line = theme_of(self).metrics.px(round(self._size * _LINE_SHARE))
        block.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        block.setBottomMargin(0 if self._is_line else theme_of(self).metrics.px(_BETWEEN))
        return block
