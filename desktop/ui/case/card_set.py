"""All cards of the case screen, by name, and how they are kept in step with the state."""

from collections.abc import Callable
from datetime import tzinfo
from typing import cast

from desktop.domain.authority import AuthorityLeft, Limit
from desktop.domain.kinds import Role
from desktop.errors import UserError
from desktop.ui.case.attachments.card import AttachmentsCard, FileDoors
from desktop.ui.case.cards import (
    CardDoors,
    CaseCard,
    CloseDraft,
    FactsCard,
    FollowUpCard,
    LinkedCard,
    PeopleCard,
    PromisesCard,
    RemedyCard,
    RootCauseCard,
    TasksCard,
)
from desktop.ui.case.state import CaseState, Typed
from desktop.ui.tasks import Runner
from desktop.words import Words

_MIDDLE = ("tasks", "remedies", "promises", "attachments", "people")
_RIGHT = ("root_cause", "survey", "facts", "linked")

_MAKERS: dict[str, type[CaseCard]] = {
    "tasks": TasksCard,
    "remedies": RemedyCard,
    "promises": PromisesCard,
    "people": PeopleCard,
    "root_cause": RootCauseCard,
    "survey": FollowUpCard,
    "facts": FactsCard,
    "linked": LinkedCard,
}
_CARD = "card."


class CardSet:
    """The cards. ``wanted`` is called with the name of the card and what it asks for."""

    def __init__(
        self,
        words: Words,
        zone: tzinfo,
        money: Callable[[int], str],
        doors: CardDoors,
        files: FileDoors | None,
        runner: Runner,
    ) -> None:
        self._minute = 0  #: since 1970, of what is shown
        self.cards: dict[str, CaseCard] = {name: make(words, zone, money, doors) for name, make in _MAKERS.items()}
        if files is not None:
            self.cards["attachments"] = AttachmentsCard(words, zone, money, doors, files, runner)
        for name, card in self.cards.items():
            card.setObjectName(f"card_{name}")

    def __getitem__(self, name: str) -> CaseCard:
        return self.cards[name]

    @property
    def middle(self) -> list[CaseCard]:
        """The cards of the middle column, from top to bottom."""
        return [self.cards[name] for name in _MIDDLE if name in self.cards]

    @property
    def right(self) -> list[CaseCard]:
        """The cards of the right column."""
        return [self.cards[name] for name in _RIGHT]

    @property
    def linked(self) -> LinkedCard:
        """The card of the other cases."""
        return cast(LinkedCard, self.cards["linked"])

    def connect(self, wanted: Callable[[str, object], None]) -> None:
        """Tells every act that a card asks for, with the card's name."""
        for name, card in self.cards.items():
            card.wanted.connect(lambda command, name=name: wanted(name, command))

    def show_state(self, state: CaseState) -> None:
        """Shows the case on every card."""
        if state.file is None:
            return
        self._minute = int(state.at.timestamp()) // 60
        self._show_authority(state.allowance, dict(state.limits))
        for card in self.cards.values():
            card.show_file(state.file, state.at, state.may)

    def show_time(self, state: CaseState) -> None:
        """The clock went on: once a minute, what is late by now says so."""
        minute = int(state.at.timestamp()) // 60
        if state.file is not None and minute != self._minute:
            self._minute = minute
            for name in ("tasks", "promises", "survey"):
                self.cards[name].show_file(state.file, state.at, state.may)

    def show_error(self, name: str, error: UserError) -> bool:
        """Says what a card asked for was refused; False where no card has that name."""
        card = self.cards.get(name)
        if card is not None:
            card.show_error(error)
        return card is not None

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        for card in self.cards.values():
            card.set_words(words)

    def typed(self) -> Typed:
        """What is half typed on cards."""
        kept = {_CARD + name: card.keep() for name, card in self.cards.items()}
        return {name: texts for name, texts in kept.items() if texts}

    def put_back(self, typed: Typed) -> None:
        """Shows again what ``typed`` gave."""
        for name, card in self.cards.items():
            texts = typed.get(_CARD + name)
            if texts:
                card.restore(texts)

    def close_draft(self) -> CloseDraft:
        """What was written so far for closing the case."""
        return cast(RootCauseCard, self.cards["root_cause"]).draft()

    def _show_authority(self, left: AuthorityLeft | None, limits: dict[Role, Limit]) -> None:
        cast(RemedyCard, self.cards["remedies"]).set_authority(left, limits)
