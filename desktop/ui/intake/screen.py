"""The page for a new complaint: builds the columns, joins them to the presenter, and paints its state."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.completeness import Fact
from desktop.domain.people import Person
from desktop.domain.rows import Draft
from desktop.domain.taxonomy import Taxonomy
from desktop.ui.intake.about import AboutPart
from desktop.ui.intake.background import in_background
from desktop.ui.intake.bars import IntakeFoot, IntakeHead
from desktop.ui.intake.columns import Columns
from desktop.ui.intake.company import CompanyPart
from desktop.ui.intake.doors import Functions
from desktop.ui.intake.further import FurtherPart
from desktop.ui.intake.guidance import GuidancePart
from desktop.ui.intake.hearing import HearingPart
from desktop.ui.intake.offer import OfferPart
from desktop.ui.intake.presenter import IntakePresenter
from desktop.ui.intake.reckoning import ReckoningPart
from desktop.ui.intake.risk import RiskPart
from desktop.ui.intake.state import IntakeState
from desktop.ui.intake.surroundings import Site
from desktop.ui.tasks import Runner
from desktop.words import Words

PAUSE_MS = 300  #: typing pauses when no key came for so long
TICK = timedelta(seconds=1)
_IDLE_MINUTES, _IDLE_MINUTES_LISTENING = 2, 10  # listening is not typing (trust.md, People)


class IntakeScreen(QWidget):
    """A form that stands on its own. Everything it works with is handed in; words of the shell are not its business.

    ``saved`` carries the number of the opened case, ``parked`` follows a form that was put away, ``told`` asks for a
    short message (sentence, undo or None).
    """

    saved = Signal(str)
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
        super().__init__(parent)
        self._site, self._words = site, words
        self.presenter = IntakePresenter(self, in_background(functions, runner), site, person)
        self._make_parts()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.offered)
        column.addWidget(self.columns, 1)
        column.addWidget(self.foot)
        self._make_actions()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self._second = QTimer(self)
        self._second.setInterval(int(TICK.total_seconds() * 1000))
        self._second.timeout.connect(self.tick)
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

    def keep(self) -> None:
        """Saves the draft now: the page is left, covered or closed. The form stays as it is."""
        self._settle()
        self.presenter.keep()

    def offer(self, draft: Draft | None) -> None:
        """Asks whether a draft should be taken up again; None takes the question away."""
        self.presenter.offer(draft)

    def idle_minutes(self) -> int:
        """How long nobody need touch anything before the window is covered."""
        return _IDLE_MINUTES if self.presenter.state.form.is_blank else _IDLE_MINUTES_LISTENING

    def panes(self) -> list[QWidget]:
        """Where F6 goes, in reading order."""
        return [*self.columns.panes(), self.foot]

    def set_words(self, words: Words) -> None:
        """The words of another language. What was typed stays."""
        self._words = words
        for part in (
            self.head,
            self.offered,
            *self._parts,
            self.risk,
            self.guidance,
            self.reckoning,
            self.company,
            self.foot,
        ):
            part.set_words_source(words)
        self._set_words()
        for part in self._parts:
            part.show_errors(self.presenter.state)
        self.paint(self.presenter.state)

    def set_taxonomy(self, taxonomy: Taxonomy) -> None:
        """The site changed its categories."""
        self.about.set_taxonomy(taxonomy)
        self.presenter.set_taxonomy(taxonomy)

    # What the presenter calls

    def paint(self, state: IntakeState) -> None:
        """Shows the state; the only method that changes looks."""
        today = self._today(state)
        self.head.paint(state)
        self.offered.paint(state)
        self.hearing.paint(state, today)
        self.about.paint(state)
        self.further.paint(state, today)
        self.risk.paint(state)
        self.guidance.paint(state)
        self.reckoning.paint(state)
        self.company.paint(state)
        self.foot.paint(state)
        if self.columns.isEnabled() == state.is_saving:
            self.columns.hold(state.is_saving)

    def focus_field(self, name: str) -> None:
        """Puts the cursor into a field, and the field into view."""
        for part in self._parts:
            field = part.field(name)
            if field is not None:
                part.reveal(name)
                self.columns.show_field(field)
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def hurt_line(self, who: str) -> str:
        """The sentence of the record that tells who is hurt."""
        return self.tr("Hurt: {who}").format(who=who)

    def on_saved(self, number: str) -> None:
        """A case was opened."""
        if self.isVisible():
            self.hearing.narrative.setFocus(Qt.FocusReason.OtherFocusReason)
        self.saved.emit(number)

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
            self._settle()
            self.presenter.save()

    def park(self) -> None:
        """Puts the form away as a draft."""
        if not self._composing():
            self._settle()
            self.presenter.park()

    def _change(self, **changes: object) -> None:
        self.presenter.change(**changes)
        self._pause.start()

    def _set_mood(self, emotion: int) -> None:
        if not self._composing() and not self.presenter.state.is_saving:
            self._change(emotion=emotion)

    def _ask(self, fact: Fact) -> None:
        self.presenter.ask(fact.value)

    def _resume(self, draft: Draft) -> None:
        self._settle()
        self.presenter.resume(draft)
        self.hearing.narrative.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_pause(self) -> None:
        if self._composing():
            self._pause.start()
        else:
            self.presenter.pause()

    def _settle(self) -> None:
        """Takes the last words of long texts before an act, and what stands in a line that adds a wish."""
        self._tell()
        self.hearing.wants.settle()

    def _tell(self) -> None:
        for area in (self.hearing.narrative, self.further.expected, self.further.actual):
            area.tell()

    def _composing(self) -> bool:
        """Whether an input method holds text that is not decided yet."""
        return bool(getattr(self.focusWidget(), "composing", False))

    # Building

    def _make_parts(self) -> None:
        state, words = self.presenter.state, self._words
        today = self._today(state)
        self.head = IntakeHead(words, self._site.zone, self)
        self.head.resumed.connect(self._resume)
        self.offered = OfferPart(words, self._site.zone, self)
        self.offered.resumed.connect(self._resume)
        self.offered.discarded.connect(self.presenter.discard)
        columns = self.columns = Columns(self)
        self.hearing = HearingPart(self._change, words, self._site.property, today, columns.left)
        self.about = AboutPart(self._change, words, self._site.taxonomy, columns.middle)
        self.further = FurtherPart(self._change, words, today, columns.middle)
        self._parts = (self.hearing, self.about, self.further)
        self.risk = RiskPart(words, columns.right)
        self.guidance = GuidancePart(self._ask, words, columns.right)
        self.reckoning = ReckoningPart(words, columns.right)
        self.company = CompanyPart(self.presenter.use_guest, words, self._site.zone, columns.right)
        beside = (self.risk, self.guidance, self.reckoning, self.company)
        columns.fill(self.hearing, (self.about, self.further), beside)
        columns.fold_in_compact(self.reckoning.fold, is_open=True)
        columns.fold_in_compact(self.company.fold, is_open=False)
        self.foot = IntakeFoot(words, lambda on: self._change(on_the_spot=on), self)
        self.foot.again.clicked.connect(self.presenter.try_again)
        self.foot.park.clicked.connect(self.park)
        self.foot.save.clicked.connect(self.save)

    def _make_actions(self) -> None:
        self.save_action = self._action(self.save, "Ctrl+Return", "Ctrl+Enter")
        self.park_action = self._action(self.park, "Esc")
        self.mood_actions = [
            self._action(partial(self._set_mood, emotion), f"Ctrl+{emotion + 1}") for emotion in range(5)
        ]

    def _action(self, act: Callable[[], None], *keys: str) -> QAction:
        action = QAction(self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _on=False: act())
        self.addAction(action)
        return action

    def _today(self, state: IntakeState) -> date:
        return state.now.astimezone(self._site.zone).date()

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
        self.park_action.setText(self.tr("Park draft"))
        for emotion, action in enumerate(self.mood_actions):
            action.setText(self._words.term("emotion", str(emotion)))
