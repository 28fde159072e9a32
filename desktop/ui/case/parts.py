"""All that is seen of a case, put together and painted from one state. No conditions of its own but what is shown."""

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.case_file import CaseFile
from desktop.domain.kinds import Property
from desktop.domain.money import Currency
from desktop.domain.needs import Around
from desktop.domain.people import Person
from desktop.domain.rows import StaffRow
from desktop.domain.taxonomy import Taxonomy
from desktop.ui import formats
from desktop.ui.case.abouts import Abouts
from desktop.ui.case.card_set import CardSet
from desktop.ui.case.cards import CardDoors
from desktop.ui.case.clash_panel import ClashPanel
from desktop.ui.case.focus import focus_first
from desktop.ui.case.header import CaseHeader
from desktop.ui.case.move_panel import MakeForm, MovePanel
from desktop.ui.case.page import CasePage, CaseStack
from desktop.ui.case.ports import FORM, NOTE
from desktop.ui.case.stage_bar import StageBar
from desktop.ui.case.stages import stages
from desktop.ui.case.state import CaseDoors, CaseState, Phase, Refusal, Typed
from desktop.ui.case.story_lines import StoryLine, new_lines, story_lines
from desktop.ui.case.story_values import Teller, teller
from desktop.ui.case.timeline import TimelineCard
from desktop.ui.tasks import Runner
from desktop.ui.widgets import announce
from desktop.words import Words


class CaseParts:
    """The parts by name; whoever makes them joins their signals to the presenter."""

    def __init__(
        self,
        doors: CaseDoors,
        person: Person,
        words: Words,
        taxonomy: Taxonomy,
        zone: tzinfo,
        currency: Currency,
        property_: Property,
        runner: Runner,
        make_form: MakeForm,
    ) -> None:
        self._words, self._taxonomy, self._zone, self._currency = words, taxonomy, zone, currency
        self._state: CaseState | None = None
        self._told_for: tuple[CaseFile, tuple[StaffRow, ...], Words] | None = None
        self._lines: tuple[StoryLine, ...] = ()
        self.header = CaseHeader(words, taxonomy, property_)
        self.stages = StageBar(words, zone)
        self.clash = ClashPanel(words, zone)
        self.move_panel = MovePanel(make_form)
        self.timeline = TimelineCard(words, zone)
        people = CardDoors(person, currency, lambda: self._state.people if self._state else ())
        self.cards = CardSet(words, zone, self._money, people, doors.files, runner)
        self._abouts = Abouts(doors, person, taxonomy, zone, currency)
        page = CasePage(self.header, self.stages, self.clash, self.move_panel, self.timeline, self.cards)
        self.stack = CaseStack(page)

    def show_state(self, before: CaseState | None, state: CaseState) -> None:
        """Shows the case, or why there is none."""
        self._state = state
        if state.phase is Phase.READY and state.file is not None:
            self.stack.show_page()  # first: then the timeline has its width, and breaks its lines once
            self._show_case(state)
            if state.refusal is not None and (before is None or before.refusal is not state.refusal):
                self._show_refusal(state.refusal)
        elif state.phase is Phase.FAILED and state.failure is not None:
            self.stack.show_failure(state.failure, self._words.error(state.failure))
        elif state.phase is Phase.LOADING:
            self.stack.show_loading()
        else:
            self.stack.show_nothing()

    def show_time(self, state: CaseState) -> None:
        """The clock went on, and nothing else."""
        self._state = state
        if state.file is not None:
            self.header.show_time(state.file, state.at)
            self.cards.show_time(state)

    def set_words(self, words: Words) -> None:
        """Speaks another language; what was typed stays."""
        self._words = words
        for part in (self.header, self.stages, self.clash, self.move_panel, self.timeline, self.cards):
            part.set_words(words)
        self.repaint()

    def repaint(self) -> None:
        """Says everything anew."""
        if self._state is not None:
            self.show_state(self._state, self._state)

    def panes(self) -> Sequence[QWidget]:
        """Where F6 goes, in reading order."""
        page = self.stack.page
        return (page.head, self.move_panel, *page.columns.panes())

    def take_focus(self) -> None:
        """Puts the focus where work begins: the open form, else the next move, else the story."""
        primary = self.header.primary
        if self.move_panel.form is not None:
            self.move_panel.take_focus()
        elif self.stack.failed.isVisible():
            self.stack.failed.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif primary.isVisible() and primary.isEnabled():
            primary.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.timeline.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_card(self, name: str) -> bool:
        """Shows a card and puts the focus on it; False where no card has that name."""
        card = self.cards.cards.get(name)
        if card is None:
            return False
        self.stack.page.columns.show_card(card)
        focus_first(card)
        return True

    def typed(self) -> Typed:
        """What is half typed, by part."""
        note = self.timeline.entry.text()
        return {**({NOTE: {"text": note}} if note else {}), **self.move_panel.typed(), **self.cards.typed()}

    def put_back(self, typed: Typed) -> None:
        """Shows what was half typed when the case was left."""
        self.timeline.entry.set_text(typed.get(NOTE, {}).get("text", ""))
        self.move_panel.put_back(typed)
        self.cards.put_back(typed)

    def clear(self, source: str) -> None:
        """What was typed in a part has been done, or is given up; an empty name means every part."""
        if source in (NOTE, ""):
            self.timeline.entry.set_text("")
        if source == FORM:
            self.move_panel.forget()
        elif not source:
            self.move_panel.forget_all()
        if source:
            self.timeline.go_to_end()

    def _show_case(self, state: CaseState) -> None:
        file = state.file
        if file is None:
            return
        self.header.show_state(state)
        self.stages.show_stages(stages(file), state.at)
        around = Around(state.person, state.at, self._zone, self._taxonomy, state.others_may_close)
        self.stack.page.show_needs("" if state.act else self.header.needs(around))
        self.timeline.show_story(state.number, self._story(file, state), state.look, state.at)
        self.timeline.entry.set_allowed(state.may("note"), state.may("contact"), is_busy=bool(state.acting))
        self.cards.show_state(state)
        self.move_panel.show_move(state.act, self._abouts.about(state, self.cards.close_draft()), self._words)
        self.move_panel.set_busy(state.acting == FORM)
        if state.clash is None:
            self.clash.clear()
        else:
            theirs = new_lines(state.clash.seen, file, self._teller(state))
            self.clash.show_clash(theirs, state.clash.command, state.act, is_open=state.clash.is_open)
        self.stack.page.order_soon()  # Tab as one reads: rows and forms may be new, boxes reachable again

    def _show_refusal(self, refusal: Refusal) -> None:
        if refusal.source == FORM:
            self.move_panel.show_error(refusal.error)
        elif refusal.source == NOTE:
            self.timeline.entry.show_error(refusal.error)
        elif not self.cards.show_error(refusal.source, refusal.error):
            announce(self.header, self._words.error(refusal.error))

    def _story(self, file: CaseFile, state: CaseState) -> tuple[StoryLine, ...]:
        """The lines of the case, told once for each reading of it."""
        told_for = (file, state.people, self._words)
        if self._told_for is None or any(a is not b for a, b in zip(told_for, self._told_for, strict=True)):
            self._told_for = told_for
            self._lines = story_lines(file, self._teller(state))
        return self._lines

    def _teller(self, state: CaseState) -> Teller:
        return teller(self._words, self._taxonomy, self._zone, self._money, state.people)

    def _money(self, minor: int) -> str:
        return formats.money(minor, self._currency)
