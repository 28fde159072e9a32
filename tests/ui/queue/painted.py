"""What a presenter's tests stand on: a view that remembers, and work that is answered when a test says so."""

from collections.abc import Callable
from typing import Any

from desktop.domain.rows import QueueRow
from desktop.errors import UserError
from desktop.ui.queue.presenter import QueuePresenter
from desktop.ui.queue.state import QueueState
from tests.ui.queue.few_rows import MAYA, FewRows


class PaintedStates(list[QueueState]):
    """Remembers what was painted and said."""

    def __init__(self) -> None:
        super().__init__()
        self.overdue: list[str] = []
        self.done: list[tuple[str, str]] = []
        self.refused: list[UserError] = []
        self.undone: list[str] = []
        self.left: list[int] = []
        self.progress: list[tuple[int, int]] = []

    paint = list.append

    def say_overdue(self, row: QueueRow) -> None:
        self.overdue.append(row.number)

    def say_done(self, act: str, row: QueueRow) -> None:
        self.done.append((act, row.number))

    def say_refused(self, refusal: UserError) -> None:
        self.refused.append(refusal)

    def say_undone(self, number: str) -> None:
        self.undone.append(number)

    def say_left(self, count: int) -> None:
        self.left.append(count)

    def say_progress(self, tried: int, total: int) -> None:
        self.progress.append((tried, total))


def at_once(work: Callable[[], Any], done: Callable[[Any], None], refused: Callable[[UserError], None]) -> None:
    """Does the work where it is asked for."""
    try:
        result = work()
    except UserError as refusal:
        refused(refusal)
    else:
        done(result)


class Later:
    """Keeps the work until a test lets it be answered, in any order."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Any, Any, Any]] = []

    def __call__(self, work: Any, done: Any, refused: Any) -> None:
        self.waiting.append((work, done, refused))

    def answer(self, place: int = 0) -> None:
        at_once(*self.waiting.pop(place))

    def answer_all(self) -> None:
        while self.waiting:
            self.answer()


def a_queue(desk: FewRows, run: Any = at_once) -> tuple[QueuePresenter, PaintedStates]:
    """A presenter over a desk, and what it painted."""
    painted = PaintedStates()
    return QueuePresenter(painted, desk.doors(), run, MAYA), painted
