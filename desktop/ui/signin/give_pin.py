"""The form in which the site owner gives a colleague a PIN."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.rows import StaffRow
from desktop.ui.signin.giving import AGAIN, NEW, OWNER, Give, GivingPresenter, GivingState
from desktop.ui.widgets import Button, FieldRow, LineField, PlainLabel, announce
from desktop.words import Words


def secret_field() -> LineField:
    """A line that shows dots, keeps out of menus and tells input methods to remember nothing."""
    field = LineField()
    field.setEchoMode(LineField.EchoMode.Password)
    field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    field.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)
    return field


class GivePinForm(QWidget):
    """Three fields: the owner's own PIN, the new one, and the new one again. ``given`` and ``left`` end it."""

    given = Signal()
    left = Signal()

    def __init__(
        self,
        receiver: StaffRow,
        owners: tuple[StaffRow, ...],
        give: Give,
        names: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._names = names
        self.title = PlainLabel("", "title", wrap=True, max_lines=2)
        self.hint = PlainLabel("", "body", "ink2", wrap=True)
        self.owners = QComboBox()
        for owner in owners:
            self.owners.addItem(owner.name, owner.login)
        self.owners.setVisible(len(owners) > 1)
        self.fields = {OWNER: secret_field(), NEW: secret_field(), AGAIN: secret_field()}
        self.rows = {name: FieldRow("", field, above=True) for name, field in self.fields.items()}
        self.button = Button(kind="primary")
        self.button.clicked.connect(self._give)
        self.back = Button(key="Esc")
        self.back.clicked.connect(self.left)
        for field in self.fields.values():
            field.returnPressed.connect(self._give)
        self._lay_out()
        self._state = GivingState(receiver, owners)
        self.presenter = GivingPresenter(self, give, self.given.emit, self._state)
        self.owners.currentIndexChanged.connect(lambda _place: self.presenter.choose_owner(self.owners.currentData()))
        self._set_words()

    def paint(self, state: GivingState) -> None:
        """Shows what is wrong at its field, which gets the focus."""
        before, self._state = self._state, state
        for field in self.fields.values():
            field.setReadOnly(state.is_giving)
        self.button.setEnabled(not state.is_giving and bool(state.owner))
        for name, row in self.rows.items():
            wrong = state.refusal is not None and name == state.wrong
            row.set_error(self._names.error(state.refusal) if wrong and state.refusal else "")
        if state.refusal is not None and state.refusal is not before.refusal:
            field = self.fields[state.wrong]
            field.clear()
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(field, self.rows[state.wrong].error.text())

    def arrive(self) -> None:
        """Puts the focus in the first field."""
        self.fields[OWNER].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_language(self, names: Words) -> None:
        """Speaks another language."""
        self._names = names
        self.paint(self._state)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language in its own phrases."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 28, 24, 20)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addWidget(self.owners)
        for row in self.rows.values():
            column.addWidget(row)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.button)
        column.addLayout(foot)

    def _set_words(self) -> None:
        state = self._state
        name = state.receiver.name
        self.title.setText(self.tr("A PIN for {name}").format(name=name))
        owner = next((row.name for row in state.owners if row.login == state.owner), "")
        if owner:
            first = self.tr("{owner} types their own PIN first.").format(owner=owner)
            rule = self.tr("6 digits or more, or a passphrase of 8 characters or more.")
            self.hint.setText(f"{first}\n{rule}")
        else:
            self.hint.setText(self.tr("Only a site owner who has a PIN can give one. There is none on the staff list."))
        self.rows[OWNER].set_label(self.tr("Site owner’s PIN"))
        self.rows[NEW].set_label(self.tr("New PIN"))
        self.rows[AGAIN].set_label(self.tr("New PIN again"))
        self.owners.setAccessibleName(self.tr("Site owner"))
        self.button.setText(self.tr("Give the PIN"))
        self.back.setText(self.tr("Back"))

    def _give(self) -> None:
        owner, new, again = (self.fields[name].text() for name in (OWNER, NEW, AGAIN))
        self.presenter.give(owner, new, again)
