"""Finding as one types: what was asked last counts, whatever comes back first."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from desktop.domain.rows import FoundPage
from desktop.domain.texts import is_blank
from desktop.errors import UserError

Answered = Callable[[FoundPage], None]
Refused = Callable[[UserError], None]
Ask = Callable[[str, Answered, Refused], object]  #: looks for words in the background, then calls one of the two


@dataclass(frozen=True, slots=True)
class FindingState:
    """All that the search box and its list show. Equal states look the same."""

    words: str = ""
    page: FoundPage | None = None  #: the last answer; None before there was one
    answers: str = ""  #: the words that the page answers
    current: int = 0  #: the row that Enter chooses
    is_open: bool = False
    refusal: UserError | None = None

    @property
    def is_fresh(self) -> bool:
        """Whether the page answers what stands in the field now."""
        return self.page is not None and self.answers == self.words

    @property
    def is_empty(self) -> bool:
        """Whether nothing matches."""
        return self.page is not None and not self.page.rows

    @property
    def more(self) -> int:
        """How many hits there are beyond the rows shown."""
        return self.page.total - len(self.page.rows) if self.page else 0


class FindingView(Protocol):
    """What the presenter needs of the box and its list."""

    def paint(self, state: FindingState) -> None:
        """Shows the state."""


class FindingPresenter:
    """Owns the state. ``ask`` looks for words in the background; ``chosen`` is told the number of the case."""

    def __init__(self, view: FindingView, ask: Ask, chosen: Callable[[str], None]) -> None:
        self._view, self._ask, self._chosen = view, ask, chosen
        self._state = FindingState()
        self._asked = 0
        self._choose_first = False

    @property
    def state(self) -> FindingState:
        """What is shown now."""
        return self._state

    def type_words(self, words: str) -> None:
        """Takes what stands in the field; earlier hits stay until new ones come, so that nothing flickers."""
        self._choose_first = False
        if is_blank(words):
            self._asked += 1  # what is still on its way comes too late
            self._set(FindingState(words=words))
        else:
            self._set(replace(self._state, words=words))

    def search(self) -> None:
        """Looks for what stands in the field: called once the typing pauses.

        Where the pause comes after the choice, the list stays folded.
        """
        words = self._state.words
        if is_blank(words) or (self._state.is_fresh and not self._state.is_open):
            return
        self._asked += 1
        asked = self._asked
        self._ask(
            words,
            lambda page: self._on_answer(asked, words, page),
            lambda refusal: self._on_refusal(asked, refusal),
        )

    def open(self) -> None:
        """Shows the list again, as when the field gets the focus back; hits may be old, so they are looked for anew."""
        if self._state.page is not None and not self._state.is_open:
            self._set(replace(self._state, is_open=True))
            self.search()

    def close(self) -> None:
        """Folds the list; the words stay."""
        self._set(replace(self._state, is_open=False))

    def clear(self) -> None:
        """Forgets words and hits, as when another person takes the desk."""
        self.type_words("")

    def move(self, step: int) -> None:
        """Goes up or down the list, stopping at its ends."""
        page = self._state.page
        if page is None or not page.rows:
            return
        if not self._state.is_open:
            self.open()
            return
        self._set(replace(self._state, current=max(0, min(len(page.rows) - 1, self._state.current + step))))

    def choose(self, place: int | None = None) -> None:
        """Opens the row at ``place`` (Enter: the current one).

        Enter before the answer is there chooses the best hit as soon as it comes.
        """
        state = self._state
        if place is None and not state.is_fresh:
            self._choose_first = not is_blank(state.words)
            self.search()
            return
        row = state.current if place is None else place
        if state.page is not None and 0 <= row < len(state.page.rows):
            number = state.page.rows[row].number
            self.close()
            self._chosen(number)

    def _on_answer(self, asked: int, words: str, page: FoundPage) -> None:
        if asked != self._asked:
            return
        same = self._state.page == page and self._state.answers == words
        current = self._state.current if same else 0
        self._set(replace(self._state, page=page, answers=words, current=current, is_open=True, refusal=None))
        if self._choose_first:
            self._choose_first = False
            self.choose()

    def _on_refusal(self, asked: int, refusal: UserError) -> None:
        if asked == self._asked:
            self._choose_first = False
            self._set(replace(self._state, page=None, answers="", is_open=True, refusal=refusal))

    def _set(self, state: FindingState) -> None:
        if state != self._state:
            self._state = state
            self._view.paint(state)
