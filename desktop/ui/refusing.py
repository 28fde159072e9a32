"""From whatever slow work raised to what a screen can tell. No Qt."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from desktop.errors import UserError

if TYPE_CHECKING:
    from desktop.ui.tasks import Runner

Result = TypeVar("Result")


class Run(Protocol):
    """Runs ``work`` off the window's thread; then, on it, ``done`` with the result or ``refused`` with the reason."""

    def __call__(
        self, work: Callable[[], Result], done: Callable[[Result], object], refused: Callable[[UserError], object]
    ) -> object:
        """Starts the work."""


class RefusingRun:
    """``Run`` on a task runner, as presenters ask for slow work: a bug, noted by the runner, becomes a refusal too."""

    def __init__(self, runner: "Runner") -> None:
        self._runner = runner

    def __call__(
        self, work: Callable[[], Result], done: Callable[[Result], object], refused: Callable[[UserError], object]
    ) -> object:
        """Starts the work (``Run``)."""
        return self._runner.run(lambda _progress: work(), done, refusing(refused))


def refusing(told: Callable[[UserError], object]) -> Callable[[Exception], object]:
    """A failure handler for the task runner that tells of refusals."""
    return lambda error: told(as_refusal(error))


def as_refusal(error: Exception) -> UserError:
    """The refusal itself; a bug, which was logged where it happened, becomes a sentence too."""
    return error if isinstance(error, UserError) else UserError("unexpected_refusal")
