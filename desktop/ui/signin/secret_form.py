"""What the forms for a new PIN have in common: their fields, refusals at the field, and a foot with the way back."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.ui.widgets import Button, FieldRow, LineField, PlainLabel, announce
from desktop.words import Words


def secret_field() -> LineField:
    """A line that shows dots, keeps out of menus and tells input methods to remember nothing."""
    field = LineField()
    field.setEchoMode(LineField.EchoMode.Password)
    field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    field.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)
    return field


class SecretForm(QWidget):
    """``fields`` by their names, in the order in which they are filled. ``left`` gives it up."""

    left = Signal()

    def __init__(self, fields: dict[str, LineField], names: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._refusal: UserError | None = None
        self.title = PlainLabel("", "title", wrap=True, max_lines=2)
        self.hint = PlainLabel("", "body", "ink2", wrap=True)
        self.fields = fields
        self.rows = {name: FieldRow("", field, above=True) for name, field in fields.items()}
        self.button, self.back = Button(kind="primary"), Button(key="Esc")
        self.button.clicked.connect(self._try)
        self.back.clicked.connect(self.left)
        for field in fields.values():
            field.returnPressed.connect(self._try)

    def arrive(self) -> None:
        """Puts the focus in the first field."""
        next(iter(self.fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_language(self, names: Words) -> None:
        """Speaks another language."""
        self._names = names
        self._repaint()
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language in its own phrases."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out_form(self, place: QWidget, *above: QWidget) -> None:
        """Title, hint, what stands ``above`` the fields, the fields, and the buttons at the foot."""
        column = QVBoxLayout(place)
        column.setContentsMargins(24, 28, 24, 20)
        column.setSpacing(10)
        for widget in (self.title, self.hint, *above, *self.rows.values()):
            column.addWidget(widget)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.button)
        column.addLayout(foot)

    def _show_refusal(self, refusal: UserError | None, wrong: str, *, keeps_text: bool) -> None:
        """Says what is wrong at its field; a new refusal moves the focus there and marks or clears what was typed."""
        before, self._refusal = self._refusal, refusal
        for name, row in self.rows.items():
            row.set_error(self._names.error(refusal) if refusal is not None and name == wrong else "")
        if refusal is None or refusal is before:
            return
        field = self.fields[wrong]
        if keeps_text:
            field.selectAll()
        else:
            field.clear()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(field, self.rows[wrong].error.text())

    def _repaint(self) -> None:
        """Shows the state of the moment again."""

    def _set_words(self) -> None:
        """Names everything in the language of the moment."""

    def _try(self) -> None:
        """Does what the form is for."""
