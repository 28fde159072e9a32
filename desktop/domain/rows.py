"""Frozen rows that services hand to screens, papers and the command line. Times are aware UTC."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from desktop.domain.kinds import Band, Channel, Flag, RecordType, Role, State
from desktop.domain.lifecycle import OPEN_STATES
from desktop.domain.people import Person
from desktop.domain.priority import Points, effective_band, is_late


class QueueRow(NamedTuple):
    """One open case in the queue, as it stood when it was read; what depends on the clock is a method of ``at``.

    A named tuple, because hundreds are made for every look at the queue, and these are made quickest.
    """

    id: int
    number: str
    version: int
    type: RecordType
    band: Band
    score: int
    points: tuple[Points, ...]
    band_rule: str
    state: State
    received_at: datetime
    respond_due: datetime | None
    resolve_due: datetime | None
    next_due: datetime | None
    first_response_at: datetime | None
    guest: str
    honorific: str
    room: str
    reference: str
    category: str | None
    summary: str
    owner_id: int | None
    owner: str
    emotion: int | None
    vip: bool
    paused: bool = False  #: waits for the guest, without a running resolve clock
    restricted: bool = False  #: delicate; a reader without the right gets it without guest, room and words

    def late(self, at: datetime) -> bool:
        """Whether the next due time has passed."""
        return is_late(self.next_due, at)

    def effective_band(self, at: datetime) -> Band:
        """The band that orders the queue at that moment."""
        return effective_band(self.band, self.next_due, at) if self.state in OPEN_STATES else self.band


@dataclass(frozen=True, slots=True)
class QueueKey:
    """The place after which the next page begins: the last row's place in the order of the queue."""

    segment: int
    due: int
    received: int
    order: int
    id: int


@dataclass(frozen=True, slots=True)
class QueuePage:
    """Rows in the order of the queue at ``at``; ``next`` is None on the last page."""

    at: datetime
    rows: tuple[QueueRow, ...]
    next: QueueKey | None


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """The numbers on the chips."""

    open: int = 0
    unacknowledged: int = 0
    due_soon: int = 0  #: due within the next hour, not late yet
    overdue: int = 0
    follow_ups: int = 0  #: resolved cases whose guest is to be called today or earlier


@dataclass(frozen=True, slots=True)
class Change:
    """What one field was before and after; personal text may have been erased since (``None``)."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One entry of a case's history."""

    id: int
    at: datetime
    by: str
    act: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class RemedyRow:
    """A remedy that stands on a case; ``amount`` in minor units."""

    id: int
    kind: str
    amount: int
    note: str
    law_card: str
    by: str
    at: datetime
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note for colleagues."""

    at: datetime
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A contact with the guest, or an attempt."""

    at: datetime
    by: str
    medium: str
    with_whom: str
    text: str
    reached: bool


@dataclass(frozen=True, slots=True)
class GuestRow:
    """A guest as known from earlier cases."""

    id: int
    name: str
    honorific: str
    phone: str
    email: str
    language: str
    vip: bool
    vulnerable: bool


@dataclass(frozen=True, slots=True)
class PastCase:
    """One earlier case of a guest, for the history beside the intake form."""

    number: str
    received_at: datetime
    type: RecordType
    state: State
    category: str | None
    summary: str
    satisfaction: int | None = None


@dataclass(frozen=True, slots=True)
class GuestHistory:
    """Who this guest is and what happened before, the newest first."""

    guest: GuestRow
    cases: tuple[PastCase, ...] = ()
    total: int = 0


class Found(NamedTuple):
    """One hit of a search, best first."""

    number: str
    id: int
    state: State
    band: Band
    guest: str
    honorific: str
    room: str
    reference: str
    summary: str
    received_at: datetime


@dataclass(frozen=True, slots=True)
class FoundPage:
    """The hits shown and how many there are in all."""

    rows: tuple[Found, ...]
    total: int


@dataclass(frozen=True, slots=True)
class CaseView:
    """A whole case for the preview and the case screen."""

    row: QueueRow
    text: str
    channel: Channel
    written: bool
    place: str
    problem_date: date | None
    flags: frozenset[Flag]
    guest_id: int | None
    desk: str
    received_by: str
    severity: int | None
    first_response_at: datetime | None
    history: tuple[HistoryRow, ...] = ()
    notes: tuple[NoteRow, ...] = ()
    remedies: tuple[RemedyRow, ...] = ()


@dataclass(frozen=True, slots=True)
class StaffRow:
    """Someone on the staff list, for the sign-in page and lists."""

    id: int
    login: str
    name: str
    role: Role
    department: str
    has_pin: bool
    active: bool = True

    def as_person(self, desk: str) -> Person:
        """The person signed in at a desk."""
        return Person(self.id, self.login, self.name, self.role, desk, self.department)


@dataclass(frozen=True, slots=True)
class Draft:
    """A form that was not saved as a case yet; ``data`` maps field names to what was typed."""

    id: int
    saved_at: datetime
    data: dict[str, object] = field(default_factory=dict)
