"""How far the letter is, and what can be done with it: keep, sign off, print, save as PDF."""

from collections.abc import Callable
from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.letter import phrases
from desktop.ui.letter.state import Doing, LetterState
from desktop.ui.widgets import Button, Icon, Panel, PlainLabel, announce
from desktop.words import Words

KEEP_KEY, PRINT_KEY = "Ctrl+S", "Ctrl+P"  #: written out: some systems have no standard keys for them


class ActRow(QWidget):
    """A button as wide as the panel, with the reason under it while it is off."""

    def __init__(self, button: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = button
        self.reason = PlainLabel("", "meta", "ink2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(button)
        column.addWidget(self.reason)

    def show_reason(self, reason: str) -> None:
        """Says why it is off; nothing where it isn't."""
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self.button.say_why(reason)


class Acts(Panel):
    """The buttons are joined by the window."""

    def __init__(self, words: Words, zone: tzinfo, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("surface", "top", parent=parent)
        self._words, self._zone, self._now = words, zone, now
        self._state: LetterState | None = None
        self._icon = Icon("key-round", "p2")
        self.standing = PlainLabel("", "body", "ink", wrap=True)
        self.told = PlainLabel("", "body", "ink2", wrap=True)
        self.keep = Button(size="footer", key=KEEP_KEY)
        self.sign = Button(size="footer", icon="key-round")
        self.print = Button(size="footer", icon="printer", key=PRINT_KEY)
        self.save = Button(size="footer", icon="download")
        self.keeping, self.signing = ActRow(self.keep), ActRow(self.sign)
        self.printing, self.saving = ActRow(self.print), ActRow(self.save)
        self._lay_out()
        self._say()

    def show_state(self, state: LetterState) -> None:
        """Shows how far the letter is."""
        self._state = state
        self._say()

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self._words = words
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language of the window."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def tell_why_not(self) -> None:
        """Says to a screen reader why the letter can't be printed now."""
        if self._state is not None:
            announce(self, phrases.not_yet(self._state.not_printable()))

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.standing, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(first)
        column.addWidget(self.told)
        for row in (self.keeping, self.signing, self.printing, self.saving):
            column.addWidget(row)

    def _say(self) -> None:
        self.keep.setText(self.tr("Keep"))
        self.sign.setText(self.tr("Sign off"))
        self.print.setText(self.tr("Print"))
        self.save.setText(self.tr("Save as PDF"))
        state = self._state
        if state is None or state.file is None:
            self.setEnabled(False)
            self._tell("", is_refusal=False)
            return
        self.setEnabled(True)
        standing = phrases.sign_off(state, self._words, self._zone, self._now())
        if standing != self.standing.text():
            self.standing.setText(standing)
            announce(self, standing)
        waits = state.must_be_signed and not state.is_signed
        self._icon.set_icon("key-round" if waits else "check", "p2" if waits else "accent")
        self._show_acts(state)
        self._tell_of(state)

    def _show_acts(self, state: LetterState) -> None:
        unkeepable, unsignable, unprintable = state.not_keepable(), state.not_signable(), state.not_printable()
        is_free = not state.is_busy and state.clash is None
        may_keep = unkeepable is None and not state.is_kept
        self.keep.setEnabled(is_free and may_keep)
        self.sign.setEnabled(is_free and unsignable is None)
        for button in (self.print, self.save):
            button.setEnabled(is_free and unprintable is None)
        self.keeping.show_reason(self._words.error(unkeepable) if unkeepable is not None else "")
        self.signing.setVisible(state.must_be_signed and not state.is_signed)
        self.signing.show_reason(phrases.not_yet(unsignable))
        is_told = self.signing.isVisibleTo(self) and unsignable is unprintable
        self.printing.show_reason("" if is_told else phrases.not_yet(unprintable))
        self.saving.show_reason("")
        # One filled button: what comes next.
        next_one = self.keep if may_keep else self.sign if unsignable is None else self.print
        for button in (self.keep, self.sign, self.print):
            button.set_kind("primary" if button is next_one else "plain")
        no_printer = state.refusal is not None and state.refusal.code == "no_printer"
        self.save.set_kind("accent" if no_printer else "plain")

    def _tell_of(self, state: LetterState) -> None:
        if state.refusal is not None:
            self._tell(self._words.error(state.refusal), is_refusal=True)
        elif state.doing is Doing.NOTHING:
            self._tell(phrases.done(state), is_refusal=False)
        else:
            going = {
                Doing.KEEPING: self.tr("Keeping the letter…"),
                Doing.SIGNING: self.tr("Signing the letter off…"),
                Doing.MAKING: self.tr("Making the letter…"),
                Doing.PRINTING: self.tr("On its way to the printer…"),
                Doing.SAVING: self.tr("Saving the letter…"),
            }
            self._tell(going[state.doing], is_refusal=False)

    def _tell(self, said: str, *, is_refusal: bool) -> None:
        self.told.set_tone("p1" if is_refusal else "ink2")
        self.told.setVisible(bool(said))
        if said != self.told.text():
            self.told.setText(said)
            if said:
                announce(self, said)
