"""A form that opens inside a card: it sends on Ctrl+Enter, closes on Esc, and keeps what was typed in both cases."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.case_file import CaseFile
from desktop.errors import UserError
from desktop.ui.case.cards.fields import kept_text, put_back
from desktop.ui.case.cards.parts import SIDE, Notice
from desktop.ui.widgets import Button, FieldRow, FlowRow, LineField, Separator, TextArea, announce

_LABEL = 72  # logical pixels
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OPEN = "open"


class InlineForm(QWidget):
    """Fields, what is wrong at each, and two buttons. ``sent``: somebody wants it done. ``left``: it was closed.

    Subclasses add their fields and words. A form that was sent waits until the case shows what it asked for
    (``settle``) and only then forgets what was typed.
    """

    sent = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, FieldRow] = {}
        self._fields: dict[str, QWidget] = {}
        self._is_done: Callable[[CaseFile], bool] | None = None
        self.send = Button(kind="accent", size="row", key="Ctrl+Enter")
        self.leave = Button(kind="ghost", size="row")
        self.notice = Notice()
        self.send.clicked.connect(self.submit)
        self.leave.clicked.connect(self.close_form)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Separator())
        self.column = QVBoxLayout()
        self.column.setContentsMargins(SIDE, 10, SIDE, 12)
        self.column.setSpacing(8)
        outer.addLayout(self.column)
        self.hide()

    def add_field(self, name: str, field: QWidget, *also: str) -> FieldRow:
        """A row for a field under the name that refusals call it by, and under other names for it."""
        row = FieldRow("", field, label_width=_LABEL)
        self._fields[name] = field
        for known in (name, *also):
            self._rows[known] = row
        self.column.addWidget(row)
        return row

    def add_buttons(self) -> None:
        """The foot of the form, after its fields."""
        self.column.addWidget(self.notice)
        buttons = FlowRow(gap=6)
        buttons.add_widget(self.send)
        buttons.add_widget(self.leave)
        self.column.addWidget(buttons)

    def row(self, name: str) -> FieldRow:
        """The row of a field."""
        return self._rows[name]

    @property
    def is_open(self) -> bool:
        """Whether the form stands in its card."""
        return not self.isHidden()

    @property
    def is_sending(self) -> bool:
        """Whether an answer is awaited."""
        return self._is_done is not None

    def knows(self, field: str) -> bool:
        """Whether a refusal at this field belongs here."""
        return field in self._rows

    def open_form(self) -> None:
        """Shows the form with the focus in its first field."""
        self.show()
        first = next(iter(self._fields.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Hides the form; what was typed is there when it opens again."""
        if self.is_open:
            self.hide()
            self.left.emit()

    def reset(self) -> None:
        """Forgets what was typed."""
        self._is_done = None
        self.clear_errors()
        for field in self._fields.values():
            put_back(field, "")

    def submit(self) -> None:
        """Sends the form, once, unless an input method still composes."""
        if self.is_open and not self.is_sending and self.send.isEnabled() and not _composing():
            self.clear_errors()
            self.sent.emit()

    def wait_for(self, is_done: Callable[[CaseFile], bool]) -> None:
        """It was sent: ``is_done`` tells whether a case shows what was asked for."""
        self._is_done = is_done

    def settle(self, file: CaseFile, *, newer: bool) -> None:
        """Looks at a case: a form that is done closes empty, another stays as it is.

        Where it isn't done although the case is a ``newer`` one, it can be sent again.
        """
        if self._is_done is not None and self._is_done(file):
            self.reset()
            self.close_form()
        elif newer:
            self._is_done = None

    def clear_errors(self) -> None:
        """Says that nothing is wrong."""
        for row in self._rows.values():
            if row.error.text():
                row.set_error("")
        self.notice.say("")

    def show_error(self, error: UserError, sentence: str) -> None:
        """Says what was refused at the field it names, and puts the focus there."""
        self._is_done = None
        self.say_wrong(error.field, sentence)

    def say_wrong(self, name: str, sentence: str) -> None:
        """Says what is wrong with a field; at the foot of the form where it is no field of it."""
        row = self._rows.get(name)
        if row is None or row.isHidden():
            self.notice.say(sentence)
            return
        row.set_error(sentence)
        announce(row, sentence)
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> dict[str, str]:
        """What is half typed, by field; ``open`` where the form is open. Empty where there is nothing."""
        typed = {name: kept_text(field) for name, field in self._fields.items()}
        typed = {name: text for name, text in typed.items() if text}
        return {**typed, _OPEN: "1"} if self.is_open else typed

    def restore(self, kept: dict[str, str]) -> None:
        """Puts back what ``keep`` gave."""
        for name, field in self._fields.items():
            if name in kept:
                put_back(field, kept[name])
        self.setVisible(_OPEN in kept)

    def event(self, event: QEvent) -> bool:
        """Takes Ctrl+Enter and Esc before the window's shortcuts do: the form is nearer."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter sends, Enter in a single line or a list too, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        elif event.key() in _ENTER and (_with_control(event) or _in_a_line(self)):
            self.submit()
        else:
            super().keyPressEvent(event)


def _is_ours(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape or (event.key() in _ENTER and _with_control(event))


def _with_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _in_a_line(form: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return isinstance(focus, QLineEdit | QComboBox) and form.isAncestorOf(focus)


def _composing() -> bool:
    focus = QApplication.focusWidget()
    return isinstance(focus, LineField | TextArea) and focus.composing
