"""The page for a new complaint: joins its parts to the presenter, and paints the state."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.numbers import short_number
from desktop.domain.people import Person
from desktop.domain.rows import Draft, GuestRow
from desktop.domain.taxonomy import Taxonomy
from desktop.ui.intake.background import in_background
from desktop.ui.intake.doors import Functions, Refused
from desktop.ui.intake.page import Acts
from desktop.ui.intake.presenter import IntakePresenter
from desktop.ui.intake.sentences import hurt_line, promised_line, refused_line, told_line
from desktop.ui.intake.settle_page import SettlePage
from desktop.ui.intake.surroundings import Site
from desktop.ui.tasks import Runner
from desktop.words import Words

PAUSE_MS = 300  #: typing pauses when no key came for so long
TICK_MS = 1000
_IDLE_MINUTES, _IDLE_MINUTES_LISTENING = 2, 10  # listening is not typing (trust.md, People)


class IntakeScreen(SettlePage):
    """A form that stands on its own. Everything it works with is handed in; words of the shell are not its business.

    ``saved`` carries the number of the opened case, ``settled`` of one that was settled with it, ``parked`` follows a
    form that was put away, ``case_wanted`` carries the number of a past case to look at, ``told`` asks for a short
    message (sentence, undo or None).
    """

    saved = Signal(str)
    settled = Signal(str)
    parked = Signal()
    case_wanted = Signal(str)
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
        presenter = self.presenter = IntakePresenter(self, self._doors, site, person, words)
        acts = Acts(
            change=self._change,
            ask=lambda fact: presenter.ask(fact.value),
            use_guest=presenter.use_guest,
            opening=presenter.opening,
            offer=presenter.add_offer,
            take_back=presenter.take_back_offer,
            tell_manager=presenter.tell_manager,
            open_case=self.case_wanted.emit,
        )
        self.make_parts(presenter.state, acts)
        self._connect()
        self._make_actions()
        self._pause = self.add_timer(PAUSE_MS, self._on_pause)
        self._pause.setSingleShot(True)
        self._second = self.add_timer(TICK_MS, self.tick)
        self._second.start()
        self._set_words()
        self.paint(self.presenter.state)
        presenter.prepare()

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
        self.take_last_words()
        self.presenter.start_for(guest)
        self._begin_afresh()
        self.hearing.narrative.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Saves the draft now: the page is left, covered or closed. The form stays as it is."""
        self.take_last_words()
        self.presenter.keep()

    def offer(self, draft: Draft | None) -> None:
        """Asks whether a draft should be taken up again; None takes the question away."""
        self.presenter.offer(draft)

    def idle_minutes(self) -> int:
        """How long nobody need touch anything before the window is covered."""
        form = self.presenter.state.form
        return _IDLE_MINUTES if form.is_blank and form.conversation is None else _IDLE_MINUTES_LISTENING

    def set_words(self, words: Words) -> None:
        """The words of another language. What was typed stays."""
        self.set_parts_words(words)
        self.presenter.use_words(words)
        self._set_words()
        for part in self._parts:
            part.show_errors(self.presenter.state)
        self.paint(self.presenter.state)

    def set_taxonomy(self, taxonomy: Taxonomy) -> None:
        """The site changed its categories."""
        self.set_parts_taxonomy(taxonomy)
        self.presenter.set_taxonomy(taxonomy)

    # What the presenter calls

    def focus_field(self, name: str) -> None:
        """Puts the cursor into a field, and the field into view."""
        if self.settling.focus_field(name):
            return
        in_talk = name in ("promise", "due", "emotion")
        if self.presenter.state.settling.is_open and (in_talk or self.stands_in_details(name)):
            self.leave_settling()
        if name == "emotion":
            self.show_mood()
        elif in_talk:
            self.show_promise(name)
        else:
            self.show_field(name)

    def hurt_line(self, who: str) -> str:
        """The sentence of the record that tells who is hurt."""
        return hurt_line(who)

    def told_line(self, who: str, clock: str) -> str:
        """The sentence of the record that tells who was told of a risk."""
        return told_line(who, self._words.joined(clock.split()))

    def promised_line(self, promise: str, by: datetime) -> str:
        """The sentence of the record that tells what was promised by when."""
        return promised_line(promise, by, self._site.now().astimezone(by.tzinfo), self._words)

    def on_saved(self, number: str, refused: Sequence[Refused] = ()) -> None:
        """A case was opened."""
        self._begin_afresh()
        self.saved.emit(number)
        self.on_refused(number, refused)

    def on_refused(self, number: str, refused: Sequence[Refused]) -> None:
        """Something could not be done on a case that stands: the first of it is said with the number."""
        if refused:
            self.told.emit(refused_line(number, refused, self._words), None)

    def on_settled(self, number: str) -> None:
        """A case was opened and settled in one: the page is ready for the next guest."""
        self._begin_afresh()
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
        self.tell_words()
        self.presenter.tick()

    def _change(self, **changes: object) -> None:
        self.presenter.change(**changes)
        self._pause.start()

    def change_from_keys(self, **changes: object) -> None:
        """Takes what a key says of the form, as if it were typed."""
        if not self.presenter.state.is_saving:
            self._change(**changes)

    def _resume(self, draft: Draft) -> None:
        self.take_last_words()
        self.presenter.resume(draft)
        self.hearing.narrative.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_pause(self) -> None:
        if self._composing():
            self._pause.start()
        else:
            self.presenter.pause()

    def take_last_words(self) -> None:
        """Takes the last words of long texts before an act, and what stands in a line that adds a wish."""
        self.tell_words()
        self.hearing.wants.settle()

    def _begin_afresh(self) -> None:
        """The page is ready for the next guest: the conversation stands there, the cursor where the words go."""
        self.show_details(False)
        if self.isVisible():
            self.hearing.narrative.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_words(self) -> None:
        """Takes the last words of long texts, which are told late."""
        for area in (self.hearing.narrative, self.further.expected, self.further.actual):
            area.tell()
        if self.settling.form is not None:
            self.presenter.change(settling=self.settling.typed())

    # Building

    def _connect(self) -> None:
        self.head.resumed.connect(self._resume)
        self.offered.resumed.connect(self._resume)
        self.offered.discarded.connect(self.presenter.discard)
        self.connect_settling()
        self.connect_talk()

    def _make_actions(self) -> None:
        self.save_action = self.add_act(self.confirm, "Ctrl+Return", "Ctrl+Enter")
        self.settle_action = self.add_act(self.settle_on_the_spot, "Ctrl+Shift+Return", "Ctrl+Shift+Enter")
        self.park_action = self.add_act(self.go_back, "Esc")
        self.make_talk_actions()

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
        self.name_talk_actions()
