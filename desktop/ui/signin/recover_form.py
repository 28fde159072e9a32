"""The form in which an owner types the code of the recovery sheet and a new PIN."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.signin.recovering import AGAIN, CODE, NEW, Recover, RecoveringPresenter, RecoveringState
from desktop.ui.signin.secret_form import SecretForm, secret_field
from desktop.ui.widgets import Button, Icon, LineField, PlainLabel, announce
from desktop.words import Words

_LONGEST = 60


class RecoverForm(SecretForm):
    """``let_in`` carries the person and whether they want a new sheet at once; ``left`` gives it up."""

    let_in = Signal(object, bool)

    def __init__(self, state: RecoveringState, recover: Recover, names: Words, parent: QWidget | None = None) -> None:
        code = LineField()
        code.setMaxLength(_LONGEST)
        code.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhNoPredictiveText)
        super().__init__({CODE: code, NEW: secret_field(), AGAIN: secret_field()}, names, parent)
        self._state = state
        self.done_title, self.done_hint = PlainLabel("", "title", wrap=True), PlainLabel("", "body", "ink2", wrap=True)
        self.sheet, self.go = (
            Button(kind="accent", icon="key-round", size="wizard"),
            Button(kind="primary", size="wizard"),
        )
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.presenter = RecoveringPresenter(self, recover, state)
        self._set_words()

    def paint(self, state: RecoveringState) -> None:
        """Shows what is wrong at its field, which gets the focus, or that it worked."""
        before, self._state = self._state, state
        for field in self.fields.values():
            field.setReadOnly(state.is_checking)
        self.button.setEnabled(not state.is_checking)
        self._show_refusal(state.refusal, state.wrong, keeps_text=True)
        if state.person is not None and before.person is None:
            self._show_done()

    def _repaint(self) -> None:
        self.paint(self._state)

    def _show_done(self) -> None:
        for field in self.fields.values():
            field.clear()
        self._pages.setCurrentIndex(1)
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self.done_title.text()} {self.done_hint.text()}")

    def _lay_out(self) -> None:
        form, done = QWidget(), QWidget()
        self._lay_out_form(form)
        after = QVBoxLayout(done)
        after.setContentsMargins(24, 28, 24, 20)
        after.setSpacing(10)
        after.addWidget(Icon("check", "accent", 24))
        for widget in (self.done_title, self.done_hint):
            after.addWidget(widget)
        after.addSpacing(8)
        after.addWidget(self.sheet)
        after.addWidget(self.go)
        after.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self._pages.addWidget(form)
        self._pages.addWidget(done)

    def _connect(self) -> None:
        self.go.clicked.connect(lambda: self.let_in.emit(self._state.person, False))
        self.sheet.clicked.connect(lambda: self.let_in.emit(self._state.person, True))

    def _set_words(self) -> None:
        self.title.setText(self.tr("{name}’s recovery sheet").format(name=self._state.owner.name))
        self.hint.setText(self.tr("Type the code of your newest sheet and choose a new PIN."))
        self.rows[CODE].set_label(self.tr("Recovery code"))
        self.rows[NEW].set_label(self.tr("New PIN or passphrase"))
        self.rows[AGAIN].set_label(self.tr("New PIN or passphrase again"))
        self.button.setText(self.tr("Sign in"))
        self.back.setText(self.tr("Back"))
        self.done_title.setText(self.tr("Your new PIN holds"))
        self.done_hint.setText(
            self.tr("The code is used up and the sheet is worth nothing now. Please make a new one soon.")
        )
        self.sheet.setText(self.tr("Make a new sheet now"))
        self.go.setText(self.tr("Go to the desk"))

    def _try(self) -> None:
        code, new, again = (self.fields[name].text() for name in (CODE, NEW, AGAIN))
        self.presenter.try_code(code, new, again)
