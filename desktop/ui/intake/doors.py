"""What the intake form asks of the rest of the desk. Each door does its work in the background, then answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desktop.domain.commands import OpenCase
from desktop.domain.rows import Draft, GuestHistory, GuestRow


class Opened(Protocol):
    """What opening a case came to."""

    @property
    def number(self) -> str:
        """The whole number of the case."""


Failed = Callable[[Exception], object]
DraftData = dict[str, object]


@dataclass(frozen=True, slots=True)
class Doors:
    """Functions that return at once; later, on the window's thread, the answer or the failure is told."""

    open_case: Callable[[OpenCase, Callable[[Opened], object], Failed], object]
    save_draft: Callable[[DraftData, int | None, Callable[[Draft], object], Failed], object]
    drafts: Callable[[Callable[[tuple[Draft, ...]], object], Failed], object]
    discard_draft: Callable[[int, Callable[[object], object], Failed], object]
    #: by name, phone and e-mail
    history_of: Callable[[str, str, str, Callable[[GuestHistory | None], object], Failed], object]
    suggest: Callable[[str, Callable[[tuple[GuestRow, ...]], object], Failed], object]


@dataclass(frozen=True, slots=True)
class Functions:
    """The same as plain functions, as the services have them; they may raise and take a while."""

    open_case: Callable[[OpenCase], Opened]
    save_draft: Callable[[DraftData, int | None], Draft]
    drafts: Callable[[], tuple[Draft, ...]]
    discard_draft: Callable[[int], object]
    history_of: Callable[[str, str, str], GuestHistory | None]
    suggest: Callable[[str], tuple[GuestRow, ...]]
