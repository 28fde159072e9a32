"""What the intake form asks of the rest of the desk. Each door does its work in the background, then answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from desktop.domain.commands import AddNote, OnCase, OpenCase, Settle
from desktop.domain.guide_settings import GuideSettings
from desktop.domain.past_help import PastHelp, RemedyIdea
from desktop.domain.rows import Draft, GuestHistory, GuestRow
from desktop.errors import UserError
from desktop.guides.conversation import Guidance


class Refused(Protocol):
    """An act that wasn't done although the case stands."""

    @property
    def command(self) -> OnCase:
        """The act, with the case's number."""

    @property
    def error(self) -> UserError:
        """Why."""


class TakenDown(Protocol):
    """What opening a case, and what follows from the conversation, came to."""

    @property
    def number(self) -> str:
        """The whole number of the case."""

    @property
    def refused(self) -> Sequence[Refused]:
        """What was not done."""


@dataclass(frozen=True, slots=True)
class Leading:
    """How the desk leads its conversations: its guides, the framework and the wording style."""

    guidance: Guidance
    settings: GuideSettings = field(default_factory=GuideSettings)


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

    #: opens a case and does the acts that follow, each with the number filled in
    take_down: Callable[[OpenCase, Sequence[OnCase], Callable[[TakenDown], object], Failed], object]
    open_and_settle: Callable[[OpenCase, Settle, Callable[[OnTheSpot], object], Failed], object]
    settle: Callable[[Settle, Callable[[object], object], Failed], object]
    add_note: Callable[[AddNote, Callable[[object], object], Failed], object]
    leading: Callable[[Callable[[Leading], object], Failed], object]
    #: what helped others, by category and the guest's words; remedies to offer, by category
    past_cases: Callable[[str, str, Callable[[tuple[PastHelp, ...]], object], Failed], object]
    ideas: Callable[[str, Callable[[tuple[RemedyIdea, ...]], object], Failed], object]
    manager: Callable[[Callable[[str], object], Failed], object]
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

    take_down: Callable[[OpenCase, Sequence[OnCase]], TakenDown]
    #: raises as ``take_down`` where nothing was opened, ``NotSettledError`` where the case stands
    open_and_settle: Callable[[OpenCase, Settle], OnTheSpot]
    settle: Callable[[Settle], object]
    add_note: Callable[[AddNote], object]
    leading: Callable[[], Leading]
    past_cases: Callable[[str, str], tuple[PastHelp, ...]]
    ideas: Callable[[str], tuple[RemedyIdea, ...]]
    manager: Callable[[], str]
    allowance: Callable[[], int | None]
    save_draft: Callable[[DraftData, int | None], Draft]
    drafts: Callable[[], tuple[Draft, ...]]
    discard_draft: Callable[[int], object]
    history_of: Callable[[str, str, str], GuestHistory | None]
    suggest: Callable[[str], tuple[GuestRow, ...]]
    guest: Callable[[int], GuestRow | None]
