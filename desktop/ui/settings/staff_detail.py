"""The fields of one colleague, and the ways to a PIN, off the list and back."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.kinds import Role
from desktop.domain.rows import StaffRow
from desktop.errors import UserError
from desktop.ui.settings.combo import Combo
from desktop.ui.settings.form_errors import show_refusal
from desktop.ui.settings.list_section import Detail
from desktop.ui.settings.section import put_text
from desktop.ui.settings.staff_form import StaffForm
from desktop.ui.settings.state import ListState
from desktop.ui.widgets import Button, FieldRow, LineField, PlainLabel, Separator
from desktop.words import Words


class StaffFields(QObject):
    """Fills a ``Detail``. ``edited`` carries the changed parts of the form; the others ask for what is next."""

    edited = Signal(object)
    pin_wanted = Signal()
    leaving_wanted = Signal()
    return_wanted = Signal()

    def __init__(self, detail: Detail, *, is_owner: bool) -> None:
        super().__init__(detail)
        self._is_owner = is_owner
        self._words: Words | None = None
        self.fields = {name: LineField() for name in ("name", "login", "department")}
        self.role = Combo()
        self.rows = {name: FieldRow("", field, above=True) for name, field in self.fields.items()}
        self.rows["role"] = FieldRow("", self.role, above=True)
        self.may = PlainLabel("", "meta", "ink2", wrap=True)
        self.pin_note = PlainLabel("", "body", "ink2", wrap=True)
        self.pin = Button(icon="key-round")
        self.leave, self.come_back = Button(kind="danger", icon="log-out"), Button(icon="undo-2")
        self._state: ListState[StaffRow, StaffForm] | None = None
        for name in ("name", "login", "role"):
            detail.body.addWidget(self.rows[name])
        detail.body.addWidget(self.may)
        detail.body.addWidget(self.rows["department"])
        self.further = QWidget()
        column = QVBoxLayout(self.further)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Separator())
        column.addWidget(self.pin_note)
        for button in (self.pin, self.leave, self.come_back):
            line = QHBoxLayout()
            line.addWidget(button)
            line.addStretch(1)
            column.addLayout(line)
        detail.body.addWidget(self.further)
        detail.body.addStretch(1)
        self._connect()
        detail.installEventFilter(self)

    def show_form(
        self, form: StaffForm, state: ListState[StaffRow, StaffForm], *, may_touch: bool, is_self: bool
    ) -> None:
        """Shows what is typed, and which ways there are."""
        self._state, self._may_touch, self._is_self, self._form_role = state, may_touch, is_self, form.role
        for name, field in self.fields.items():
            put_text(field, getattr(form, name))
        row = state.row
        is_here = row is None or row.active
        can_write = state.selected is not None and may_touch and is_here
        for name, field in self.fields.items():
            field.setEnabled(can_write and (name != "login" or state.is_new))
        self.role.setEnabled(can_write)
        self.further.setVisible(row is not None and may_touch)
        self.pin.setVisible(is_here and not is_self)
        self.leave.setVisible(is_here and not is_self)
        self.come_back.setVisible(not is_here)
        self._set_words()

    def show_refusal(self, refusal: UserError | None, *, is_fresh: bool) -> str:
        """Says a refusal at its field; gives the sentence if it has none here."""
        if self._words is None:
            return ""
        return show_refusal(self.rows, refusal, self._words, is_fresh=is_fresh)

    def set_words(self, words: Words) -> None:
        """Another catalogue."""
        self._words = words
        self._set_words()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.textEdited.connect(lambda text, name=name: self.edited.emit({name: text}))
        self.role.activated.connect(lambda _place: self.edited.emit({"role": Role(self.role.currentData())}))
        self.pin.clicked.connect(self.pin_wanted)
        self.leave.clicked.connect(self.leaving_wanted)
        self.come_back.clicked.connect(self.return_wanted)

    def _set_words(self) -> None:
        words, state = self._words, self._state
        self.rows["name"].set_label(self.tr("Name"))
        self.rows["login"].set_label(self.tr("Login"))
        self.rows["login"].set_hint(self.tr("One word; it stands in the history and never changes."))
        self.rows["department"].set_label(self.tr("Department"))
        self.rows["role"].set_label(self.tr("Role"))
        if words is None or state is None:
            return
        roles = [role for role in Role if role is not Role.OWNER or self._is_owner or self._form_role is Role.OWNER]
        self.role.show_items([(words.term("role", role.value), role) for role in roles], self._form_role)
        self.may.setText(self._what_they_may())
        row = state.row
        if row is None:
            return
        self.pin.setText(self.tr("Give a new PIN") if row.has_pin else self.tr("Give a PIN"))
        self.leave.setText(self.tr("Take off the list"))
        self.come_back.setText(self.tr("Put back on the list"))
        if self._is_self:
            note = self.tr("This is you. Your PIN is changed under ‘My PIN’.")
        elif not row.active:
            note = self.tr("Coming back needs a new PIN.")
        else:
            note = self.tr("Has a PIN.") if row.has_pin else self.tr("Has no PIN yet, and can’t sign in.")
        self.pin_note.setText(note)

    def _what_they_may(self) -> str:
        return {
            Role.RECEPTIONIST: self.tr("Takes complaints and works on those of their own desk."),
            Role.SPECIALIST: self.tr("Works on every case, approves and reopens; closes P3 and P4."),
            Role.MANAGER: self.tr("Everything but owners’ entries, restoring and backup keys."),
            Role.OWNER: self.tr("Everything. Has a recovery sheet for a forgotten PIN."),
            Role.ANALYST: self.tr("Reads figures and reports; sees no case."),
        }[self._form_role]
