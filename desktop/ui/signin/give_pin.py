"""The form in which the site owner gives a colleague a PIN."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.domain.rows import StaffRow
from desktop.ui.signin.giving import AGAIN, NEW, OWNER, Give, GivingPresenter, GivingState
from desktop.ui.signin.secret_form import SecretForm, secret_field
from desktop.words import Words


class GivePinForm(SecretForm):
    """Three fields: the owner's own PIN, the new one, and the new one again. ``given`` and ``left`` end it."""

    given = Signal()

    def __init__(
        self,
        receiver: StaffRow,
        owners: tuple[StaffRow, ...],
        give: Give,
        names: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__({name: secret_field() for name in (OWNER, NEW, AGAIN)}, names, parent)
        self.owners = QComboBox()
        for owner in owners:
            self.owners.addItem(owner.name, owner.login)
        self.owners.setVisible(len(owners) > 1)
        self._lay_out_form(self, self.owners)
        self._state = GivingState(receiver, owners)
        self.presenter = GivingPresenter(self, give, self.given.emit, self._state)
        self.owners.currentIndexChanged.connect(lambda _place: self.presenter.choose_owner(self.owners.currentData()))
        self._set_words()

    def paint(self, state: GivingState) -> None:
        """Shows what is wrong at its field, which gets the focus."""
        self._state = state
        for field in self.fields.values():
            field.setReadOnly(state.is_giving)
        self.button.setEnabled(not state.is_giving and bool(state.owner))
        self._show_refusal(state.refusal, state.wrong, keeps_text=False)

    def _repaint(self) -> None:
        self.paint(self._state)

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

    def _try(self) -> None:
        owner, new, again = (self.fields[name].text() for name in (OWNER, NEW, AGAIN))
        self.presenter.give(owner, new, again)
