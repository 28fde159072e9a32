"""One case behind the queue's door."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from desktop.domain.authority import Limit
from desktop.domain.commands import OnCase
from desktop.domain.kinds import Role
from desktop.domain.law_cards import cards_of
from desktop.domain.rows import Found
from desktop.ui.case.attachments.card import FileDoors
from desktop.ui.case.screen import CaseScreen
from desktop.ui.case.state import CaseDoors
from desktop.ui.shell.context import Context
from desktop.ui.shell.doors import Room
from desktop.ui.shell.letter_room import LetterRoom
from desktop.words import Words

_HITS = 20  #: other cases offered when a duplicate's original is looked for


class CaseRoom(QObject):
    """Makes the case screen once and opens cases in it.

    ``left``: the person went back; ``changed`` follows every act; ``guest_wanted`` carries a guest's id,
    ``print_wanted`` a paper (``case``, ``receipt``) and the case's number. The letter of apology opens over it.
    """

    left = Signal()
    changed = Signal()
    guest_wanted = Signal(int)
    print_wanted = Signal(str, str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._screen: CaseScreen | None = None
        self._number = ""
        self.letter = LetterRoom(context)
        self.letter.setParent(self)
        self.letter.changed.connect(self._on_letter)
        self.letter.move_wanted.connect(self._on_move)

    def make(self) -> Room:
        """The room; it shows the case that was asked for."""
        context = self._context
        facts = context.facts
        screen = self._screen = CaseScreen(
            self._doors(),
            person=context.person,
            words=context.words,
            taxonomy=context.desk.site.taxonomy(),
            zone=facts.zone,
            currency=facts.currency,
            property_=facts.property,
            runner=context.runner,
        )
        screen.restore(context.settings.store)
        screen.told.connect(context.tell)
        screen.left.connect(self.left)
        screen.case_wanted.connect(self.open_case)
        screen.changed.connect(self.changed)
        screen.guest_wanted.connect(self.guest_wanted)
        screen.print_wanted.connect(self._on_print)
        if self._number:
            screen.open_case(self._number)
        return Room(
            screen,
            arrive=screen.arrive,
            park=self._park,
            panes=screen.panes,
            use_words=self._use_words,
            leave=self._leave,
            print_this=lambda: self.print_wanted.emit("case", self._number),
        )

    def _leave(self) -> None:
        """The screen is taken down."""
        if self._screen is not None:
            self._screen.remember(self._context.settings.store)
            self._screen = None

    def _park(self) -> None:
        if self._screen is not None:
            self._screen.keep()
        self.letter.keep_typed()

    def _use_words(self, words: Words) -> None:
        if self._screen is not None:
            self._screen.set_words(words)
        self.letter.set_words(words)

    def _on_print(self, kind: str, number: str) -> None:
        if kind == "letter" and self._screen is not None:
            self.letter.open(number, self._screen.window())
        else:
            self.print_wanted.emit(kind, number)

    def _on_letter(self) -> None:
        """The letter was kept, signed off or printed, which the case's history tells."""
        if self._screen is not None:
            self._screen.refresh()
        self.changed.emit()

    def _on_move(self, move: str) -> None:
        """A part of the apology waits for a move of the case."""
        if self._screen is not None:
            self._screen.presenter.ask_move(move)

    def open_case(self, number: str) -> None:
        """Shows a case, now or as soon as the room is made."""
        self._number = number
        if self._screen is not None:
            self._screen.open_case(number)

    @property
    def number(self) -> str:
        """The case that is shown."""
        return self._number

    def _doors(self) -> CaseDoors:
        desk, person, facts = self._context.desk, self._context.person, self._context.facts

        def perform(command: OnCase) -> object:
            return desk.cases.perform(command, person)

        def find(words: str) -> Sequence[Found]:
            return desk.finder.find(words, _HITS, reader=person).rows

        def limits() -> dict[Role, Limit]:
            return dict(desk.site.in_force().limits)

        files = FileDoors(
            take_in=desk.attachments.take_in,
            take_in_file=desk.attachments.take_in_file,
            content=desk.attachments.content,
            save=desk.attachments.save,
        )
        return CaseDoors(
            case_file=lambda number: desk.reader.case_file(number, reader=person),
            version_of=desk.reader.version_of,
            perform=perform,
            undo=lambda number: desk.cases.undo(number, person),
            people=desk.staff.people,
            now=desk.now,
            keep=lambda number, typed: desk.drafts.keep_typed(person, number, typed),
            kept=lambda number: desk.drafts.typed(person, number),
            allowance=lambda number: desk.allowances.left(number, person),
            limits=limits,
            departments=desk.allowances.departments,
            law_cards=lambda: cards_of(facts.country),
            find=find,
            files=files,
        )
