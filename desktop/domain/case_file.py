"""The whole of one case for the case screen and its papers: frozen rows, as they stood when they were read.

Times are aware UTC, sums minor units of the site's currency, people told by their name unless said otherwise.
"""

from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.commands import RemedyOffer
from desktop.domain.conversations import Talk
from desktop.domain.kinds import (
    Answer,
    Closure,
    Flag,
    Medium,
    Outcome,
    Scope,
    State,
    TimePressure,
)
from desktop.domain.letters import LetterRow
from desktop.domain.rows import CaseView, ContactRow


@dataclass(frozen=True, slots=True)
class TaskRow:
    """Something to be done. ``place`` names it on its case; ``to`` is a name, empty for a department's task."""

    place: int
    title: str
    department: str
    to_id: int | None
    to: str
    due: datetime | None
    at: datetime
    by: str  #: login
    done_at: datetime | None = None
    done_by: str = ""  #: login
    kind: str = ""  #: ``retention``, or nothing

    @property
    def is_done(self) -> bool:
        """Whether it is done."""
        return self.done_at is not None

    def is_late(self, at: datetime) -> bool:
        """Whether it should have been done before ``at``."""
        return not self.is_done and self.due is not None and self.due < at


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """Something the guest was promised. ``place`` names it on its case."""

    place: int
    text: str
    due: datetime
    at: datetime
    by: str  #: login
    kept_at: datetime | None = None
    cancelled_at: datetime | None = None
    reason: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the guest still waits for it."""
        return self.kept_at is None and self.cancelled_at is None

    def is_late(self, at: datetime) -> bool:
        """Whether it was due before ``at`` and the guest still waits."""
        return self.is_open and self.due < at


@dataclass(frozen=True, slots=True)
class RequestRow:
    """An offer that waits, or waited, for an approval. ``granted`` is None while it waits."""

    at: datetime
    by_id: int
    by: str  #: login
    offers: tuple[RemedyOffer, ...]
    replaces: bool = False
    granted: bool | None = None
    decided_at: datetime | None = None
    decided_by: str = ""  #: login
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Somebody who works on the case beside its owner."""

    id: int
    login: str
    name: str


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """A photo or scan. ``place`` names it on its case; its bytes are found by ``sha256`` (hexadecimal)."""

    place: int
    name: str
    kind: str  #: media type
    size: int  #: bytes
    sha256: str
    at: datetime
    by: str  #: login


@dataclass(frozen=True, slots=True)
class Survey:
    """What the guest answered; scores 1–5, ``recommend`` 0–10, None where not answered."""

    asked_at: datetime | None = None
    overall: int | None = None
    fair: int | None = None
    easy: int | None = None
    respect: int | None = None
    recommend: int | None = None
    came_back: bool | None = None
    not_asked: str = ""  #: the reason why not


@dataclass(frozen=True, slots=True)
class Ending:
    """How the case was resolved and closed, as far as it got."""

    told_by: Medium | None = None
    answer: Answer | None = None
    emotion_at_close: int | None = None
    resolved_at: datetime | None = None  #: the first resolution
    last_resolved_at: datetime | None = None
    resolved_by_id: int | None = None
    resolved_by: str = ""
    reopened_at: datetime | None = None
    closed_at: datetime | None = None
    ended_at: datetime | None = None
    duplicate_of: str = ""
    outcome: Outcome | None = None
    closure: Closure | None = None
    root_cause: str = ""
    whys: tuple[str, ...] = ()
    lesson: str = ""
    follow_up_due: datetime | None = None
    survey: Survey = Survey()


@dataclass(frozen=True, slots=True)
class Complainant:
    """Who complains, as the case knows them."""

    phone: str = ""
    email: str = ""
    language: str = ""
    vip: bool = False
    vulnerable: bool = False
    anonymous: bool = False
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """What happened, beside the guest's own words."""

    expected: str = ""
    actual: str = ""
    gap: int | None = None
    wants: tuple[str, ...] = ()
    nature: str = ""
    cause: str = ""
    impact: str = ""
    facts: str = ""
    facts_confirmed_at: datetime | None = None
    facts_confirmed_by: str = ""  #: login
    solution: str = ""
    beyond_expectation: str = ""
    prevention: str = ""


@dataclass(frozen=True, slots=True)
class Rating:
    """How the case is rated now; what nobody rated is None."""

    severity: int | None = None
    scope: Scope | None = None
    emotion: int | None = None
    time_pressure: TimePressure | None = None
    flags: frozenset[Flag] = frozenset()
    assessed_at: datetime | None = None
    override_band: str | None = None


@dataclass(frozen=True, slots=True)
class Clocks:
    """Targets in minutes of the band's calendar, and how far the respond and resolve clocks have run: 0–1 and more."""

    respond_target: int
    resolve_target: int
    respond_from: datetime  #: where the respond clock starts
    resolve_from: datetime  #: where the resolve clock starts: received, or the reopening
    paused_minutes: int = 0  #: working minutes of waiting for the guest


@dataclass(frozen=True, slots=True)
class LinkedCase:
    """Another case that belongs to this one: the guest's others, the original of a duplicate, its duplicates."""

    number: str
    summary: str
    received_at: datetime
    state: State
    relation: str  #: ``guest``, ``original`` or ``duplicate``


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A whole case."""

    view: CaseView
    complainant: Complainant
    story: Story
    rating: Rating
    ending: Ending
    clocks: Clocks
    department: str = ""
    acknowledged_at: datetime | None = None
    first_response_medium: str = ""
    handed_over: bool = False
    restricted: bool = False
    state_before_wait: State | None = None
    shift: str = ""
    shift_date: date | None = None
    compensation: int = 0
    tasks: tuple[TaskRow, ...] = ()
    promises: tuple[PromiseRow, ...] = ()
    requests: tuple[RequestRow, ...] = ()
    contacts: tuple[ContactRow, ...] = ()
    members: tuple[MemberRow, ...] = ()
    attachments: tuple[AttachmentRow, ...] = ()
    linked: tuple[LinkedCase, ...] = ()
    talk: Talk | None = None
    letters: tuple[LetterRow, ...] = ()

    @property
    def tasks_open(self) -> int:
        """How many tasks are not done."""
        return sum(not task.is_done for task in self.tasks)

    @property
    def promises_open(self) -> int:
        """How many promises the guest still waits for."""
        return sum(promise.is_open for promise in self.promises)

    @property
    def waiting_request(self) -> RequestRow | None:
        """The oldest offer that waits for an approval."""
        return next((request for request in self.requests if request.granted is None), None)
