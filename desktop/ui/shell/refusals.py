"""From whatever work raised to what a screen can tell."""

from collections.abc import Callable

from desktop.errors import UserError


def as_refusal(error: Exception) -> UserError:
    """The refusal itself; a bug, which was logged where it happened, becomes a sentence too."""
    return error if isinstance(error, UserError) else UserError("unexpected_refusal")


def refused(told: Callable[[UserError], object]) -> Callable[[Exception], object]:
    """A failure handler for the task runner that tells of refusals."""
    return lambda error: told(as_refusal(error))
