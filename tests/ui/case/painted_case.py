"""A view that remembers, and work that is answered at once or when a test says so."""

from collections.abc import Callable
from typing import Any

from desktop.domain.people import Person
from desktop.errors import UserError
from desktop.ui.case.presenter import CasePresenter
from desktop.ui.case.state import CaseState, Typed
from tests.ui.case.files import MAYA, SmallDesk


class PaintedStates(list[CaseState]):
    """Remembers what was painted and said; ``half_typed`` is what a person left in the fields."""

    def __init__(self) -> None:
        super().__init__()
        self.half_typed: Typed = {}
        self.back: list[Typed] = []
        self.cleared: list[str] = []
        self.done: list[tuple[str, str]] = []
        self.undone: list[str] = []
        self.refused: list[UserError] = []
        self.changes = 0

    paint = list.append

    def typed(self) -> Typed:
        return self.half_typed

    def put_back(self, typed: Typed) -> None:
        self.back.append(typed)

    def clear(self, source: str) -> None:
        self.cleared.append(source)

    def say_done(self, act: str, number: str) -> None:
        self.done.append((act, number))

    def say_undone(self, number: str) -> None:
        self.undone.append(number)

    def say_refused(self, refusal: UserError) -> None:
        self.refused.append(refusal)

    def say_changed(self) -> None:
        self.changes += 1


def at_once(work: Callable[[], Any], done: Callable[[Any], None], refused: Callable[[UserError], None]) -> None:
    """Does the work where it is asked for."""
    try:
        result = work()
    except UserError as refusal:
        refused(refusal)
    else:
        done(result)


class Later:
    """Keeps the work until a test lets it be answered."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Any, Any, Any]] = []

    def __call__(self, work: Any, done: Any, refused: Any) -> None:
        self.waiting.append((work, done, refused))

    def answer(self, place: int = 0) -> None:
        at_once(*self.waiting.pop(place))


def a_presenter(desk: SmallDesk, run: Any = at_once, person: Person = MAYA) -> tuple[CasePresenter, PaintedStates]:
    """A presenter over a desk, and what it painted."""
    painted = PaintedStates()
    return CasePresenter(painted, desk.doors(), run, person, lambda: None), painted
