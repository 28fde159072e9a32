"""Settling on the spot, on the page: Ctrl+Enter and Esc belong to its form while it is open."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.commands import Settle
from desktop.ui.intake.state import IntakeState
from desktop.ui.intake.talk_page import TalkPage


class SettlePage(TalkPage):
    """What a person does there, and where the cursor goes."""

    _before_settling: QWidget | None = None

    def settle_on_the_spot(self) -> None:
        """Asks what was done for the guest; while that is asked already, goes to it."""
        if self._composing():
            return
        if self.presenter.state.settling.is_open:
            self.settling.take_focus()
        elif not self.offers.has_open_end():
            self.take_last_words()
            self.presenter.begin_settling()

    def save(self) -> None:
        """Saves the case and puts it into the queue; not while an offer is half typed, which would be lost."""
        if not self._composing() and not self.offers.has_open_end():
            self.take_last_words()
            self.presenter.save()

    def park(self) -> None:
        """Puts the form away as a draft."""
        if not self._composing() and not self.offers.has_open_end():
            self.take_last_words()
            self.presenter.park()

    def paint(self, state: IntakeState) -> None:
        """Shows the state; the only method that changes looks."""
        was_open = self.settling.form is not None
        if state.settling.is_open and not was_open:
            self._before_settling = self.focusWidget()
        self.paint_parts(state)
        if state.settling.is_open and not was_open:
            self.settling.take_focus()
        elif was_open and not state.settling.is_open and self._before_settling is not None:
            self._before_settling.setFocus(Qt.FocusReason.OtherFocusReason)

    def connect_settling(self) -> None:
        """Joins settling and the foot to the presenter."""
        foot = self.foot
        self.settling.made.connect(self._on_made)
        self.settling.left.connect(self.leave_settling)
        self.settling.queued.connect(self.save)
        foot.again.clicked.connect(self._try_again)
        foot.park.clicked.connect(self.park)
        foot.settle.clicked.connect(self.settle_on_the_spot)
        foot.save.clicked.connect(self.save)

    def confirm(self) -> None:
        """Ctrl+Enter: settles where that is asked, else saves."""
        if not self.presenter.state.settling.is_open:
            self.save()
        elif not self._composing():
            self.settling.confirm()

    def go_back(self) -> None:
        """Esc: back from settling or from the card turned to the guest, else parks."""
        if self._is_turned:
            self.turn_card(False)
        elif not self.presenter.state.settling.is_open:
            self.park()
        elif not self._composing():
            self.leave_settling()

    def leave_settling(self) -> None:
        """Back to the form."""
        self.take_last_words()
        self.presenter.leave_settling()

    def _try_again(self) -> None:
        if self.presenter.state.settling.is_open and self.presenter.state.trouble is not None:
            self.settling.confirm()
        else:
            self.presenter.try_again()

    def _on_made(self, settle: Settle) -> None:
        self.take_last_words()
        self.presenter.settle(settle)
        self.paint(self.presenter.state)  # a form that was refused at once can be asked again
