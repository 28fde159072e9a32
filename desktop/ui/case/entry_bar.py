"""The foot of the timeline: a note, a call (design.md 7, Case)."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.texts import is_blank
from desktop.errors import UserError
from desktop.ui.theme import theme_of
from desktop.ui.widgets import Button, Icon, PlainLabel, Separator, TextArea, show_error
from desktop.ui.widgets.toast import UNCOVERED
from desktop.words import Words

_MOST_LINES = 5
_EDGE = 14  #: logical pixels of the field's padding and edges, above and below


class NoteField(TextArea):
    """Grows with what is written. Ctrl+Enter adds, Enter begins a new line, Tab goes on."""

    adding = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.textChanged.connect(self._grow)
        theme_of(self).changed.connect(self._grow)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter adds, except while an input method composes."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not self.composing:
                self.adding.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """One line at first."""
        return QSize(120, self.height())

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(80, theme_of(self).metrics.height("input"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks other lines."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        metrics = theme_of(self).metrics
        one, line = metrics.height("input"), metrics.role("body").line
        lines = round((self.document().size().height() - 4) / line) if self.text() else 1
        most = _MOST_LINES * line + _EDGE
        self.setFixedHeight(one if lines <= 1 else min(lines * line + _EDGE, most))
        scrolls = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > _MOST_LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(scrolls)


class EntryBar(QWidget):
    """``adding`` carries a note, ``call_wanted`` asks for the form of a contact."""

    adding = Signal(str)
    call_wanted = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(UNCOVERED)  # one writes here while the last act is still told
        self._words = words
        self._error: UserError | None = None
        self._refusal: UserError | None = None
        self.note = NoteField()
        self.call = Button(icon="phone")
        self.add = Button(kind="accent", key="Ctrl+Enter")
        self.error = PlainLabel("", "meta", "p1", wrap=True)
        self._error_row = QWidget()
        self._build()
        self.note.adding.connect(self._on_add)
        self.add.clicked.connect(self._on_add)
        self.call.clicked.connect(self.call_wanted)
        self.note.edited.connect(lambda _text: self.show_error(None))
        self.set_words(words)

    def text(self) -> str:
        """What is half typed."""
        return self.note.text()

    def set_text(self, text: str) -> None:
        """Shows what was half typed; an empty text begins anew."""
        self.note.set_text(text)
        self.show_error(None)

    def set_allowed(self, note: UserError | None, call: UserError | None, *, is_busy: bool) -> None:
        """Which of the two the person may do now, else why not."""
        self._refusal = note
        self.note.setEnabled(note is None)
        self.add.setEnabled(note is None and not is_busy)
        self.call.setEnabled(call is None)
        self._say_placeholder()

    def show_error(self, error: UserError | None) -> None:
        """Says what is wrong with the note, or that nothing is."""
        self._error = error
        self.error.setText(self._words.error(error) if error else "")
        self._error_row.setVisible(error is not None)
        show_error(self.note, error is not None)
        self.note.setAccessibleDescription(self.error.text())
        if error is not None:
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_words(self, words: Words) -> None:
        """Speaks another language; what is typed stays."""
        self._words = words
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _on_add(self) -> None:
        if not self.add.isEnabled():
            return
        if is_blank(self.note.text()):
            self.show_error(UserError("missing", "note"))
        else:
            self.adding.emit(self.note.text())

    def _build(self) -> None:
        icon = QHBoxLayout(self._error_row)
        icon.setContentsMargins(0, 0, 0, 0)
        icon.setSpacing(6)
        icon.addWidget(Icon("triangle-alert", "p1", 14), 0, Qt.AlignmentFlag.AlignTop)
        icon.addWidget(self.error, 1)
        bottom = Qt.AlignmentFlag.AlignBottom
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.note, 1, bottom)
        row.addWidget(self.call, 0, bottom)
        row.addWidget(self.add, 0, bottom)
        inner = QVBoxLayout()
        inner.setContentsMargins(14, 9, 14, 10)
        inner.setSpacing(6)
        inner.addWidget(self._error_row)
        inner.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Separator())
        column.addLayout(inner)

    def _set_words(self) -> None:
        self.note.setAccessibleName(self.tr("Note"))
        self.call.setText(self.tr("Log call"))
        self.add.setText(self.tr("Add"))
        self._say_placeholder()
        self.show_error(self._error)

    def _say_placeholder(self) -> None:
        writable = self._refusal is None
        words = self.tr("Add a note. What changed, in one line?") if writable else self._words.error(self._refusal)  # type: ignore[arg-type]  # there is one where it isn't writable
        self.note.setPlaceholderText(words)
