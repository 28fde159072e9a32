"""The page for a new complaint: joins its parts to the presenter, and paints the state."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.commands import Settle
from desktop.domain.numbers import short_number
from desktop.domain.people import Person
from desktop.domain.rows import Draft, GuestRow
from desktop.domain.taxonomy import Taxonomy
from desktop.ui.intake.background import in_background
from desktop.ui.intake.doors import Functions
from desktop.ui.intake.page import IntakePage
from desktop.ui.intake.presenter import IntakePresenter
from desktop.ui.intake.state import IntakeState
from desktop.ui.intake.surroundings import Site
from desktop.ui.tasks import Runner
from desktop.words import Words

PAUSE_MS = 300  #: typing pauses when no key came for so long
TICK_MS = 1000
_IDLE_MINUTES, _IDLE_MINUTES_LISTENING = 2, 10  # listening is not typing (trust.md, People)


class IntakeScreen(IntakePage):
    """A form that stands on its own. Everything it works with is handed in; words of the shell are not its business.

    ``saved`` carries the number of the opened case, ``settled`` of one that was settled with it, ``parked`` follows a
    form that was put away, ``told`` asks for a short message (sentence, undo or None).
    """

    saved = Signal(str)
    settled = Signal(str)
    parked = Signal()
    told = Signal(str, object)

    def __init__(
        self,
        functions: Functions,
        site: Site,
        *,
        person: Person,
        words: Words,
        runner: Runner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(site, person, words, parent)
        self._doors = in_background(functions, runner)
        self._before_settling: QWidget | None = None
        presenter = self.presenter = IntakePresenter(self, self._doors, site, person)
        self.make_parts(
            presenter.state,
            self._change,
            lambda fact: presenter.ask(fact.value),
            presenter.use_guest,
            presenter.opening,
        )
        self._connect()
        self._make_actions()
        self._pause = self.add_timer(PAUSE_MS, self._on_pause)
        self._pause.setSingleShot(True)
        self._second = self.add_timer(TICK_MS, self.tick)
        self._second.start()
        self._set_words()
        self.paint(self.presenter.state)

    # What the shell calls

    def start(self) -> None:
        """Looks for drafts of an earlier run and offers the newest."""
        self.presenter.load_drafts(offer_newest=True)

    def arrive(self) -> None:
        """The page is shown: the conversation begins, the cursor stands where the words go."""
        self.presenter.begin()
        self.hearing.narrative.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_for_guest(self, guest_id: int) -> None:
        """A new complaint of a guest who is known; a half-typed one is kept as a draft before."""

        def answered(guest: GuestRow | None) -> None:
            if guest is None:
                self.told.emit(self.tr("This guest’s record can’t be shown here. Please type in who it is."), None)
            else:
                self.arrive_for(guest)

        self._doors.guest(guest_id, answered, lambda _: answered(None))

    def arrive_for(self, guest: GuestRow) -> None:
        """The same with the record at hand: the cursor stands where the words go."""
        self._take_last_words()
        self.presenter.start_for(guest)
        self.hearing.narrative.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Saves the draft now: the page is left, covered or closed. The form stays as it is."""
        self._take_last_words()
        self.presenter.keep()

    def offer(self, draft: Draft | None) -> None:
        """Asks whether a draft should be taken up again; None takes the question away."""
        self.presenter.offer(draft)

    def idle_minutes(self) -> int:
        """How long nobody need touch anything before the window is covered."""
        return _IDLE_MINUTES if self.presenter.state.form.is_blank else _IDLE_MINUTES_LISTENING

    def set_words(self, words: Words) -> None:
        """The words of another language. What was typed stays."""
        self.set_parts_words(words)
        self._set_words()
        for part in self._parts:
            part.show_errors(self.presenter.state)
        self.paint(self.presenter.state)

    def set_taxonomy(self, taxonomy: Taxonomy) -> None:
        """The site changed its categories."""
        self.set_parts_taxonomy(taxonomy)
        self.presenter.set_taxonomy(taxonomy)

    # What the presenter calls

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

    def focus_field(self, name: str) -> None:
        """Puts the cursor into a field, and the field into view."""
        if self.settling.focus_field(name):
            return
        if self.is_covered(name):
            self._leave_settling()
        self.show_field(name)

    def hurt_line(self, who: str) -> str:
        """The sentence of the record that tells who is hurt."""
        return self.tr("Hurt: {who}").format(who=who)

    def on_saved(self, number: str) -> None:
        """A case was opened."""
        if self.isVisible():
            self.hearing.narrative.setFocus(Qt.FocusReason.OtherFocusReason)
        self.saved.emit(number)

    def on_settled(self, number: str) -> None:
        """A case was opened and settled in one: the page is ready for the next guest."""
        if self.isVisible():
            self.hearing.narrative.setFocus(Qt.FocusReason.OtherFocusReason)
        sentence = self.tr("Settled on the spot and recorded as {number}.")
        self.told.emit(sentence.format(number=short_number(number)), None)
        self.settled.emit(number)

    def on_parked(self) -> None:
        """The form was put away."""
        self.parked.emit()

    def on_discarded(self, draft: Draft) -> None:
        """A draft was thrown away."""
        self.told.emit(self.tr("Draft discarded."), lambda: self.presenter.restore(draft))

    # What a person does

    def tick(self) -> None:
        """A second passed."""
        self._tell()
        self.presenter.tick()

    def save(self) -> None:
        """Saves the case and puts it into the queue."""
        if not self._composing():
            self._take_last_words()
            self.presenter.save()

    def settle_on_the_spot(self) -> None:
        """Asks what was done for the guest; while that is asked already, goes to it."""
        if self._composing():
            return
        if self.presenter.state.settling.is_open:
            self.settling.take_focus()
        else:
            self._take_last_words()
            self.presenter.begin_settling()

    def park(self) -> None:
        """Puts the form away as a draft."""
        if not self._composing():
            self._take_last_words()
            self.presenter.park()

    def _confirm(self) -> None:
        """Ctrl+Enter: settles where that is asked, else saves."""
        if not self.presenter.state.settling.is_open:
            self.save()
        elif not self._composing():
            self.settling.confirm()

    def _go_back(self) -> None:
        """Esc: back from settling, else parks."""
        if not self.presenter.state.settling.is_open:
            self.park()
        elif not self._composing():
            self._leave_settling()

    def _try_again(self) -> None:
        if self.presenter.state.settling.is_open and self.presenter.state.trouble is not None:
            self.settling.confirm()
        else:
            self.presenter.try_again()

    def _on_made(self, settle: Settle) -> None:
        self._take_last_words()
        self.presenter.settle(settle)
        self.paint(self.presenter.state)  # a form that was refused at once can be asked again

    def _leave_settling(self) -> None:
        self._take_last_words()
        self.presenter.leave_settling()

    def _change(self, **changes: object) -> None:
        self.presenter.change(**changes)
        self._pause.start()

    def _set_mood(self, emotion: int) -> None:
        if not self._composing() and not self.presenter.state.is_saving:
            self._change(emotion=emotion)

    def _resume(self, draft: Draft) -> None:
        self._take_last_words()
        self.presenter.resume(draft)
        self.hearing.narrative.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_pause(self) -> None:
        if self._composing():
            self._pause.start()
        else:
            self.presenter.pause()

    def _take_last_words(self) -> None:
        """Takes the last words of long texts before an act, and what stands in a line that adds a wish."""
        self._tell()
        self.hearing.wants.settle()

    def _tell(self) -> None:
        for area in (self.hearing.narrative, self.further.expected, self.further.actual):
            area.tell()
        if self.settling.form is not None:
            self.presenter.change(settling=self.settling.typed())

    # Building

    def _connect(self) -> None:
        presenter, foot = self.presenter, self.foot
        self.head.resumed.connect(self._resume)
        self.offered.resumed.connect(self._resume)
        self.offered.discarded.connect(presenter.discard)
        self.settling.made.connect(self._on_made)
        self.settling.left.connect(self._leave_settling)
        self.settling.queued.connect(self.save)
        foot.again.clicked.connect(self._try_again)
        foot.park.clicked.connect(self.park)
        foot.settle.clicked.connect(self.settle_on_the_spot)
        foot.save.clicked.connect(self.save)

    def _make_actions(self) -> None:
        self.save_action = self.add_act(self._confirm, "Ctrl+Return", "Ctrl+Enter")
        self.settle_action = self.add_act(self.settle_on_the_spot, "Ctrl+Shift+Return", "Ctrl+Shift+Enter")
        self.park_action = self.add_act(self._go_back, "Esc")
        self.mood_actions = [
            self.add_act(partial(self._set_mood, emotion), f"Ctrl+{emotion + 1}") for emotion in range(5)
        ]

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is shown, or the window closes: the draft is saved."""
        self.keep()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self.save_action.setText(self.tr("Save and queue"))
        self.settle_action.setText(self.tr("Settle on the spot"))
        self.park_action.setText(self.tr("Park draft"))
        for emotion, action in enumerate(self.mood_actions):
            action.setText(self._words.term("emotion", str(emotion)))
