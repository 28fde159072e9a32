"""Asking the domain's guards before the service does, so that everything that is wrong is said at once."""

from collections.abc import Callable, Iterator

from desktop.domain.lifecycle import check_given
from desktop.errors import UserError


def refusals(*checks: Callable[[], object]) -> Iterator[UserError]:
    """What these guards refuse, in their order."""
    for check in checks:
        try:
            check()
        except UserError as refusal:
            yield refusal


def refusal_of_blank(text: str, field: str) -> Iterator[UserError]:
    """A refusal where nothing was given for a field that can't do without."""
    return refusals(lambda: check_given(text, field))
