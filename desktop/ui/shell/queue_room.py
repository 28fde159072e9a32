"""The queue behind its door."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.commands import Command, OnCase
from desktop.domain.law_cards import cards_of
from desktop.domain.people import check_right
from desktop.domain.rows import CaseView, Found, GuestHistory, QueueCounts, QueueRow
from desktop.errors import UserError
from desktop.ui.moves import TYPED_FORM
from desktop.ui.queue.bulk import ActDoors, BulkAnswer, RefusedCase
from desktop.ui.queue.screen import QueueScreen
from desktop.ui.queue.state import QueueDoors
from desktop.ui.shell.context import Context
from desktop.ui.shell.doors import Room
from desktop.words import Words

if TYPE_CHECKING:  # loading the services takes longer than painting the window, so that happens elsewhere
    from desktop.services.cases import BulkDone

_HITS = 20  #: other cases offered where one is looked for


class QueueRoom(QObject):
    """Makes the queue screen once and knows what the rail and the status bar show of it.

    ``case_wanted`` carries the number of a case to open; ``counted`` follows new numbers; ``print_wanted`` asks for
    the list on paper.
    """

    case_wanted = Signal(str)
    counted = Signal()
    print_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._screen: QueueScreen | None = None
        self.counts = QueueCounts()

    def make(self) -> Room:
        """The room, with the queue as it was looked at last time."""
        context = self._context
        screen = self._screen = QueueScreen(
            self._doors(),
            person=context.person,
            words=context.words,
            taxonomy=context.desk.site.taxonomy(),
            zone=context.facts.zone,
            runner=context.runner,
            on_open=self.case_wanted.emit,
        )
        screen.restore(context.settings.store)
        screen.told.connect(context.tell)
        screen.counted.connect(self._on_counts)
        screen.selected.connect(lambda _number: self.counted.emit())
        screen.print_wanted.connect(self.print_wanted)
        screen.start()
        return Room(
            screen,
            arrive=screen.focus_rows,
            park=screen.keep,
            panes=screen.panes,
            use_words=self._use_words,
            leave=self._leave,
            print_this=self.print_wanted.emit,
        )

    def _leave(self) -> None:
        """The screen is taken down."""
        if self._screen is not None:
            self._screen.remember(self._context.settings.store)
            self._screen = None

    def show_case(self, number: str) -> None:
        """Reads the list anew and chooses a case in it."""
        if self._screen is not None:
            self._screen.refresh()
            self._screen.show_case(number)

    def refresh(self) -> None:
        """Reads the list anew: a case was changed elsewhere in the window."""
        if self._screen is not None:
            self._screen.refresh()

    def status(self) -> str:
        """How many cases there are, for the status bar."""
        count = self._context.words.quantity("cases", self.counts.open)
        chosen = self._screen.chosen_words() if self._screen is not None else ""
        return " · ".join(part for part in (count, chosen) if part)

    def _doors(self) -> QueueDoors:
        desk, person = self._context.desk, self._context.person

        def history(view: CaseView) -> GuestHistory | None:
            return desk.guests.history_of_guest(view.guest_id) if view.guest_id is not None else None

        def perform(command: Command) -> object:
            return desk.cases.perform(command, person)

        def refusal_for(act: str, row: QueueRow) -> UserError | None:
            try:
                check_right(act, person, band=row.band)
            except UserError as refusal:
                return refusal
            return None

        return QueueDoors(
            page=partial(desk.queue.page, reader=person),
            counts=desk.queue.counts,
            all_rows=partial(desk.queue.all_rows, reader=person),
            view=partial(desk.reader.view, reader=person),
            history=history,
            perform=perform,
            refusal_for=refusal_for,
            people=desk.staff.people,
            last_backup=desk.health.last_backup,
            now=desk.now,
            acts=self._act_doors(),
        )

    def _act_doors(self) -> ActDoors:
        desk, person, facts = self._context.desk, self._context.person, self._context.facts

        def perform_each(commands: Sequence[OnCase]) -> BulkAnswer:
            return _answer(desk.cases.perform_each(commands, person))

        def undo_each(numbers: Sequence[str]) -> BulkAnswer:
            return _answer(desk.cases.undo_each(numbers, person))

        def find(words: str) -> Sequence[Found]:
            return desk.finder.find(words, _HITS, reader=person).rows

        return ActDoors(
            case_file=lambda number: desk.reader.case_file(number, reader=person),
            allowance=lambda number: desk.allowances.left(number, person),
            perform_each=perform_each,
            undo=lambda number: desk.cases.undo(number, person),
            undo_each=undo_each,
            departments=desk.allowances.departments,
            law_cards=lambda: cards_of(facts.country),
            find=find,
            currency=facts.currency,
            kept=self._kept,
            keep=self._keep,
        )

    def _kept(self, number: str, act: str) -> Mapping[str, str]:
        """What was half typed for a move, here or on the case's own screen."""
        context = self._context
        return dict(context.desk.drafts.typed(context.person, number).get(TYPED_FORM + act, {}))

    def _keep(self, number: str, act: str, typed: Mapping[str, str]) -> None:
        """Keeps it beside what else is half typed on the case."""
        context = self._context
        drafts, name = context.desk.drafts, TYPED_FORM + act
        others = {part: kept for part, kept in drafts.typed(context.person, number).items() if part != name}
        drafts.keep_typed(context.person, number, {**others, name: dict(typed)} if typed else others)

    def _use_words(self, words: Words) -> None:
        if self._screen is not None:
            self._screen.set_words(words)
        self.counted.emit()

    def _on_counts(self, counts: QueueCounts) -> None:
        self.counts = counts
        self.counted.emit()


def _answer(came: "BulkDone") -> BulkAnswer:
    """What the services say of several cases, as the screen knows it."""
    refused = tuple(RefusedCase(case.number, case.error) for case in came.refused)
    return BulkAnswer(tuple(done.number for done in came.done), refused)
