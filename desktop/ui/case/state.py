"""All that the case screen shows, as one frozen value, and the functions that it is handed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum, auto

from desktop.domain import commands as c
from desktop.domain.authority import AuthorityLeft, Limit
from desktop.domain.case_file import CaseFile
from desktop.domain.kinds import Role
from desktop.domain.needs import others_may_close, refusal_of
from desktop.domain.people import Person
from desktop.domain.rows import Found, StaffRow
from desktop.errors import UserError
from desktop.ui.case.attachments.card import FileDoors
from desktop.ui.case.next_moves import next_move
from desktop.ui.case.story_lines import Look

Typed = dict[str, dict[str, str]]  #: what is half typed: part of the screen → field → text


def _nothing_kept(_number: str) -> Typed:
    return {}


def _keep_nothing(_number: str, _typed: Typed) -> None:
    """Where nothing is kept between starts."""


def _unknown(_number: str) -> AuthorityLeft | None:
    return None


def _no_limits() -> Mapping[Role, Limit]:
    return {}


def _none() -> tuple[str, ...]:
    return ()


def _find_nothing(_words: str) -> Sequence[Found]:
    return ()


@dataclass(frozen=True, slots=True)
class CaseDoors:
    """The functions that the case screen is handed. Those about a case take a while and run off the window's thread.

    ``perform`` acts as the person at the desk; ``undo`` takes back their last act on a case. ``keep`` stores what is
    half typed about a case, nothing meaning that it is no longer needed; ``kept`` gives it back.
    """

    case_file: Callable[[str], CaseFile]
    version_of: Callable[[str], int | None]
    perform: Callable[[c.OnCase], object]
    undo: Callable[[str], object]
    people: Callable[[], tuple[StaffRow, ...]]
    now: Callable[[], datetime]
    keep: Callable[[str, Typed], object] = _keep_nothing
    kept: Callable[[str], Typed] = _nothing_kept
    allowance: Callable[[str], AuthorityLeft | None] = _unknown  #: what the person may still give on a case
    limits: Callable[[], Mapping[Role, Limit]] = _no_limits  #: the site's, per role
    departments: Callable[[], tuple[str, ...]] = _none
    law_cards: Callable[[], tuple[str, ...]] = _none
    find: Callable[[str], Sequence[Found]] = _find_nothing  #: other cases by their words, for duplicates
    files: FileDoors | None = None  #: attachments; without it there is no card for them


class Phase(Enum):
    """Whether the case is there."""

    EMPTY = auto()  #: no case is open
    LOADING = auto()
    READY = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was refused, and which part of the screen asked for it."""

    source: str
    error: UserError


@dataclass(frozen=True, slots=True)
class Clash:
    """Somebody else changed the case. ``seen`` is what the person had before them.

    ``command`` is what the person wanted to do to it when it was refused, from the part ``source``; None where they
    were still typing. ``is_open``: both versions are shown.
    """

    seen: CaseFile
    command: c.OnCase | None = None
    source: str = ""
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class CaseState:
    """All that the view shows. Equal states look the same."""

    person: Person
    number: str = ""
    phase: Phase = Phase.EMPTY
    at: datetime = datetime(1970, 1, 1, tzinfo=UTC)  #: the moment by which times are shown
    file: CaseFile | None = None
    people: tuple[StaffRow, ...] = ()
    allowance: AuthorityLeft | None = None
    limits: Mapping[Role, Limit] = field(default_factory=dict)
    failure: UserError | None = None
    look: Look = Look.ALL
    act: str = ""  #: the move whose form is open
    acting: str = ""  #: the part whose act is under way
    refusal: Refusal | None = None
    clash: Clash | None = None

    @property
    def next_move(self) -> str:
        """What the primary button does."""
        return next_move(self.file) if self.file else ""

    @property
    def others_may_close(self) -> bool:
        """Whether a manager other than the person is on the staff list."""
        return others_may_close(self.people, self.person)

    def may(self, act: str) -> UserError | None:
        """Why the person may not do an act on the case now; None where nothing speaks against it."""
        return refusal_of(act, self.file, self.person) if self.file else UserError("no_such_case", "case")


#: The act that a command is, as rights and histories call it.
ACT_OF: dict[type[c.OnCase], str] = {
    c.Acknowledge: "acknowledge",
    c.Assess: "assess",
    c.Override: "override",
    c.Take: "take",
    c.HandOver: "hand_over",
    c.Investigate: "investigate",
    c.Wait: "wait",
    c.Resume: "resume",
    c.AddTask: "task",
    c.FinishTask: "task_done",
    c.AddPromise: "promise",
    c.KeepPromise: "promise_kept",
    c.CancelPromise: "promise_cancelled",
    c.Involve: "involve",
    c.Release: "release",
    c.Restrict: "restrict",
    c.Attach: "attach",
    c.Detach: "detach",
    c.AddNote: "note",
    c.AddContact: "contact",
    c.ConfirmFacts: "confirm_facts",
    c.Propose: "propose",
    c.Approve: "approve",
    c.Decline: "decline",
    c.Resolve: "resolve",
    c.Settle: "settle",
    c.RecordSurvey: "survey",
    c.CloseCase: "close",
    c.Reopen: "reopen",
    c.Withdraw: "withdraw",
    c.MarkNotComplaint: "not_complaint",
    c.MarkDuplicate: "duplicate",
}


def act_of(command: c.OnCase) -> str:
    """The act that a command is; empty for one that this screen doesn't know."""
    return ACT_OF.get(type(command), "")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What is read when a case is opened or read anew."""

    file: CaseFile
    people: tuple[StaffRow, ...] = ()
    allowance: AuthorityLeft | None = None
    limits: Mapping[Role, Limit] = field(default_factory=dict)
    kept: Typed = field(default_factory=dict)
