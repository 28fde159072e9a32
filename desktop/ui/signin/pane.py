"""The right half of the sign-in card: the chosen person, and where the PIN is typed."""

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.kinds import Role
from desktop.ui.formats import timer
from desktop.ui.signin.presenter import LEAST_CHARACTERS, LEAST_DIGITS, SignInState
from desktop.ui.widgets import Avatar, Button, EmptyState, Icon, PinField, PlainLabel, announce, show_error
from desktop.words import Words

_AVATAR = 40


class SignInPane(QWidget):
    """Shows who was chosen and takes the PIN. ``entered`` carries what was typed; the rest asks for other ways."""

    entered = Signal(str)
    passphrase_wanted = Signal(bool)
    pin_wanted = Signal()  # for someone who has none
    recovery_wanted = Signal()  # for an owner who forgot it

    def __init__(self, parent: QWidget | None = None, *, can_recover: bool = False) -> None:
        super().__init__(parent)
        self._can_recover = can_recover
        self._state = SignInState()
        self._names: Words | None = None
        self._tries = 0
        self._said = ""
        self.nobody = EmptyState("user", "")
        self.avatar = Avatar("", _AVATAR)
        self.name = PlainLabel("", "title", elide=True)
        self.role = PlainLabel("", "body", "ink2", elide=True)
        self.label = PlainLabel("", "strong")
        self.pin = PinField()
        self.pin.returnPressed.connect(self._enter)
        self.pin.textEdited.connect(lambda _text: self._clear_error())
        self.label.setBuddy(self.pin)
        self._error_icon = Icon("triangle-alert", "p1", 14)
        self.error = PlainLabel("", "meta", "p1", wrap=True)
        self.note = PlainLabel("", "body", "ink2", wrap=True)
        self.button = Button(kind="primary", size="wizard", key="Enter")
        self.button.clicked.connect(self._enter)
        self.switch = Button(kind="link", size="row")
        self.switch.clicked.connect(lambda: self.passphrase_wanted.emit(not self._state.by_passphrase))
        self.forgotten = Button(kind="link", size="row")
        self.forgotten.clicked.connect(self.recovery_wanted)
        self.give = Button(kind="accent", size="wizard", icon="key-round")
        self.give.clicked.connect(self.pin_wanted)
        self._lay_out()
        self._set_words()

    def paint(self, state: SignInState, names: Words, now: datetime) -> None:
        """Shows the state; ``now`` is what a lock counts down to."""
        before, self._state, self._names = self._state, state, names
        was_refused = state.tries > self._tries
        if state.tries != self._tries:
            self._tries = state.tries
            self.pin.clear()
        if state.chosen != before.chosen or state.by_passphrase != before.by_passphrase:
            self.pin.set_mode("passphrase" if state.by_passphrase else "pin")
        self.pin.setEnabled(not state.is_locked)
        self.pin.setReadOnly(state.is_checking)
        self.button.setEnabled(state.training or state.can_type)
        self._show_parts()
        if was_refused:
            self.go_to_pin()  # also after a click on the button: the next try begins where the last one was wrong
        self._set_words()
        self.show_time(now)

    def show_time(self, now: datetime) -> None:
        """Says what is wrong, with the seconds that a lock still lasts."""
        words = self._what_is_wrong(now)
        self.error.setText(words)
        self.error.setVisible(bool(words))
        self._error_icon.setVisible(bool(words))
        show_error(self.pin, bool(words) and not self._state.is_locked)
        self.pin.setAccessibleDescription(words)
        code = self._state.refusal.code if self._state.refusal else ""
        told = f"{code} {self._state.tries}" if words else ""
        if told != self._said:  # once per try, not with every second of a countdown
            self._said = told
            announce(self.pin, words)

    def go_to_pin(self, first_key: str = "") -> None:
        """Puts the focus where one goes on, with a digit that was typed in the list."""
        if self.pin.isVisibleTo(self) and self.pin.isEnabled():
            self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
            if first_key and not self._state.by_passphrase:
                self.pin.setText(self.pin.text() + first_key)
        elif self.button.isVisibleTo(self) and self.button.isEnabled():
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.give.isVisibleTo(self):
            self.give.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(14)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.name)
        names.addWidget(self.role)
        head.addWidget(self.avatar)
        head.addLayout(names, 1)
        error = QHBoxLayout()
        error.setSpacing(6)
        error.addWidget(self._error_icon, 0, Qt.AlignmentFlag.AlignTop)
        error.addWidget(self.error, 1)
        self._person = QWidget()
        column = QVBoxLayout(self._person)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addSpacing(16)
        column.addWidget(self.label)
        column.addWidget(self.pin)
        column.addLayout(error)
        column.addWidget(self.note)
        column.addSpacing(8)
        column.addWidget(self.button)
        column.addWidget(self.give)
        column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.forgotten, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 28, 24, 20)
        whole.addWidget(self.nobody)
        whole.addWidget(self._person)

    def _show_parts(self) -> None:
        state = self._state
        self.nobody.setVisible(state.person is None)
        self._person.setVisible(state.person is not None)
        for part in (self.label, self.pin):
            part.setVisible(state.needs_secret)
        self.switch.setVisible(state.needs_secret and not state.is_locked)
        is_owner = state.person is not None and state.person.role is Role.OWNER
        self.forgotten.setVisible(self._can_recover and is_owner and state.needs_secret)
        self.button.setVisible(state.needs_secret or state.training)
        self.give.setVisible(state.lacks_pin)
        self.note.setVisible(state.training or state.lacks_pin)

    def _set_words(self) -> None:
        state, names = self._state, self._names
        self.nobody.set_texts(self.tr("Who is at the desk?"), self.tr("Choose your name on the left."))
        person = state.person
        if person is None or names is None:
            return
        self.avatar.set_name(person.name)
        self.name.setText(person.name)
        self.role.setText(names.term("role", person.role.value))
        secret = self.tr("Passphrase") if state.by_passphrase else self.tr("PIN")
        self.label.setText(secret)
        self.pin.setAccessibleName(secret)
        self.switch.setText(self.tr("Use a PIN") if state.by_passphrase else self.tr("Use a passphrase"))
        goes_on = state.covering == state.chosen
        self.button.setText(self.tr("Continue") if goes_on else self.tr("Sign in"))
        self.give.setText(self.tr("Give a PIN"))
        self.forgotten.setText(self.tr("Forgotten PIN"))
        if state.training:
            self.note.setText(self.tr("This is a practice desk: nobody needs a PIN here."))
        else:
            self.note.setText(
                self.tr("{name} has no PIN yet. The site owner can give one here.").format(name=person.name)
            )

    def _what_is_wrong(self, now: datetime) -> str:
        state = self._state
        if state.is_locked:
            left = timer(timedelta(seconds=state.seconds_left(now)))
            return self.tr("Too many tries didn’t match. Try again in {time}, or ask the site owner.").format(time=left)
        if state.refusal is None or self._names is None:
            return ""
        if state.refusal.code == "pin_too_short":
            return self.tr("A PIN has {least} digits or more.").format(least=LEAST_DIGITS)
        if state.refusal.code == "passphrase_too_short":
            return self.tr("A passphrase has {least} characters or more.").format(least=LEAST_CHARACTERS)
        return self._names.error(state.refusal)

    def _clear_error(self) -> None:
        """A new try begins: what was said of the last one goes."""
        if not self._state.is_locked:
            self.error.setText("")
            self.error.hide()
            self._error_icon.hide()
            show_error(self.pin, False)

    def _enter(self) -> None:
        self.entered.emit(self.pin.text())
