"""What the intake form asks of the rest of the desk. Each door does its work in the background, then answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desktop.domain.commands import OpenCase, Settle
from desktop.domain.rows import Draft, GuestHistory, GuestRow
from desktop.errors import UserError


class Opened(Protocol):
    """What opening a case came to."""

    @property
    def number(self) -> str:
        """The whole number of the case."""


@dataclass(frozen=True, slots=True)
class OnTheSpot:
    """What opening and settling in one came to: the case stands, ``refusal`` tells why it isn't settled yet."""

    number: str
    refusal: UserError | None = None


class NotSettledError(Exception):
    """Something unexpected happened when the case stood already: under ``number`` it can still be settled."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


Failed = Callable[[Exception], object]
DraftData = dict[str, object]


@dataclass(frozen=True, slots=True)
class Doors:
    """Functions that return at once; later, on the window's thread, the answer or the failure is told."""

    open_case: Callable[[OpenCase, Callable[[Opened], object], Failed], object]
    open_and_settle: Callable[[OpenCase, Settle, Callable[[OnTheSpot], object], Failed], object]
    settle: Callable[[Settle, Callable[[object], object], Failed], object]
    #: what the person may give on a new case, in minor units; None without a limit
    allowance: Callable[[Callable[[int | None], object], Failed], object]
    save_draft: Callable[[DraftData, int | None, Callable[[Draft], object], Failed], object]
    drafts: Callable[[Callable[[tuple[Draft, ...]], object], Failed], object]
    discard_draft: Callable[[int, Callable[[object], object], Failed], object]
    #: by name, phone and e-mail
    history_of: Callable[[str, str, str, Callable[[GuestHistory | None], object], Failed], object]
    suggest: Callable[[str, Callable[[tuple[GuestRow, ...]], object], Failed], object]
    guest: Callable[[int, Callable[[GuestRow | None], object], Failed], object]


@dataclass(frozen=True, slots=True)
class Functions:
    """The same as plain functions, as the services have them; they may raise and take a while."""

    open_case: Callable[[OpenCase], Opened]
    #: raises as ``open_case`` where nothing was opened, ``NotSettledError`` where the case stands
    open_and_settle: Callable[[OpenCase, Settle], OnTheSpot]
    settle: Callable[[Settle], object]
    allowance: Callable[[], int | None]
    save_draft: Callable[[DraftData, int | None], Draft]
    drafts: Callable[[], tuple[Draft, ...]]
    discard_draft: Callable[[int], object]
    history_of: Callable[[str, str, str], GuestHistory | None]
    suggest: Callable[[str], tuple[GuestRow, ...]]
    guest: Callable[[int], GuestRow | None]
