"""Giving a colleague a PIN, in the place of their details."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.rows import StaffRow
from desktop.errors import UserError
from desktop.ui.settings.secret_fields import new_secret_mistake, secret_field
from desktop.ui.settings.side_page import SidePage
from desktop.ui.widgets import FieldRow, announce
from desktop.words import Words


class PinPage(SidePage):
    """Two fields. ``given`` carries the new PIN; ``left`` goes back without one."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("primary", parent)
        self._name = ""
        self.fields = {"pin": secret_field(), "again": secret_field()}
        self.rows = {name: FieldRow("", field, above=True) for name, field in self.fields.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.hint)
        for name, row in self.rows.items():
            column.addWidget(row)
            self.fields[name].textEdited.connect(self._on_typed)
            self.fields[name].returnPressed.connect(self.give)
        column.addStretch(1)
        column.addLayout(self.foot)
        self.button.clicked.connect(self.give)
        self._set_words()

    def start(self, row: StaffRow) -> None:
        """Begins for a colleague."""
        self.clear()
        self._name = row.name
        self._set_words()

    def first_field(self) -> QWidget:
        """The new PIN."""
        return self.fields["pin"]

    def clear(self) -> None:
        """No PIN stays in a field."""
        for field in self.fields.values():
            field.clear()
        self._refusal = None
        self._paint_refusal()

    def give(self) -> None:
        """Gives the PIN if both entries are good."""
        new, again = self.fields["pin"].text(), self.fields["again"].text()
        mistake = new_secret_mistake(new, again)
        if mistake is not None:
            self.show_refusal(mistake)
        else:
            self.given.emit(new)

    def show_refusal(self, refusal: UserError) -> None:
        """Says what is wrong at its field."""
        self._refusal = refusal
        self._paint_refusal()
        field = self.fields.get(refusal.field, self.fields["pin"])
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()
        if self._words is not None:
            announce(field, self._words.error(refusal))

    def set_words(self, words: Words) -> None:
        """Another catalogue."""
        self._words = words
        self._paint_refusal()

    def _on_typed(self) -> None:
        self._refusal = None
        self._paint_refusal()

    def _paint_refusal(self) -> None:
        refusal, words = self._refusal, self._words
        for name, row in self.rows.items():
            is_here = refusal is not None and (refusal.field == name or (name == "pin" and refusal.field != "again"))
            row.set_error(words.error(refusal) if is_here and words is not None and refusal is not None else "")

    def _set_words(self) -> None:
        self.title.setText(self.tr("A PIN for {name}").format(name=self._name))
        self.hint.setText(
            self.tr("6 digits or more, or a passphrase of 8 characters or more. Let {name} type it.").format(
                name=self._name
            )
        )
        self.rows["pin"].set_label(self.tr("New PIN or passphrase"))
        self.rows["again"].set_label(self.tr("The same again"))
        self.back.setText(self.tr("Back"))
        self.button.setText(self.tr("Give the PIN"))
