"""One's own PIN: changed with the old one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.errors import UserError
from desktop.ui.settings.secret_fields import new_secret_mistake, secret_field
from desktop.ui.settings.section import FormSection, Hands, narrow
from desktop.ui.widgets import FieldRow, announce

OLD, PIN, AGAIN = "old", "pin", "again"  #: the fields, in the order in which they are filled
_NARROW = 320


class MyPinSection(FormSection):
    """Three fields; nothing typed here outlives the section."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(hands, parent)
        self.fields = {name: secret_field() for name in (OLD, PIN, AGAIN)}
        self.rows = {name: FieldRow("", field, above=True) for name, field in self.fields.items()}
        self._is_busy = False
        self._refusal: UserError | None = None
        for name, row in self.rows.items():
            self.body.addLayout(narrow(row, _NARROW))
            self.fields[name].textEdited.connect(self._on_typed)
            self.fields[name].returnPressed.connect(self.save)
        self.bar.discarded.connect(self.park)
        self.set_own_words()
        self._paint()

    def first_field(self) -> QWidget:
        """The old PIN."""
        return self.fields[OLD]

    def save(self) -> None:
        """Checks the three fields, the first mistake first, and has the PIN changed."""
        old, new, again = (self.fields[name].text() for name in (OLD, PIN, AGAIN))
        if self._is_busy or not (old or new or again):
            return
        mistake = UserError("pin_missing", OLD) if not old else new_secret_mistake(new, again)
        if mistake is not None:
            self._on_refused(mistake)
            return
        self._is_busy, self._refusal = True, None
        self._paint()
        self.hands.run(lambda: self.hands.doors.own.change_secret(old, new), self._on_changed, self._on_refused)

    def park(self) -> None:
        """No PIN stays in a field."""
        for field in self.fields.values():
            field.clear()
        self._refusal = None
        self._paint()

    def use_words(self) -> None:
        """Says again what is wrong."""
        self._paint()

    def set_own_words(self) -> None:
        """Names everything in the language of the moment."""
        hint = self.tr("6 digits or more, or a passphrase of 8 characters or more.")
        self.head.set_texts(self.tr("My PIN"), hint)
        self.rows[OLD].set_label(self.tr("Current PIN or passphrase"))
        self.rows[PIN].set_label(self.tr("New PIN or passphrase"))
        self.rows[AGAIN].set_label(self.tr("The new one again"))
        self.bar.set_save_words(self.tr("Change it"))

    def _on_typed(self) -> None:
        self._refusal = None
        self._paint()

    def _on_changed(self, _nothing: object) -> None:
        self._is_busy = False
        self.park()
        self.told.emit(self.tr("Your new PIN holds from now on."), None)

    def _on_refused(self, refusal: UserError) -> None:
        self._is_busy, self._refusal = False, refusal
        self._paint()
        field = self.fields.get(refusal.field)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.selectAll()
            announce(field, self.rows[refusal.field].error.text())

    def _paint(self) -> None:
        refusal, is_typed = self._refusal, any(field.text() for field in self.fields.values())
        for name, row in self.rows.items():
            row.set_error(self.words.error(refusal) if refusal is not None and refusal.field == name else "")
            self.fields[name].setReadOnly(self._is_busy)
        wrong = self.words.error(refusal) if refusal is not None and refusal.field not in self.rows else ""
        self.bar.show_look(dirty=is_typed, busy=self._is_busy, wrong=wrong)
