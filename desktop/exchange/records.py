"""What an import reads: one record a row or object, checked and typed, before anything is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desktop.domain.commands import GuestDetails
from desktop.domain.kinds import State
from desktop.domain.numbers import CaseNumber


@dataclass(frozen=True, slots=True)
class RemedyRecord:
    """A remedy that was given; ``amount`` in minor units. Times are aware UTC, here and below."""

    kind: str
    amount: int = 0
    note: str = ""
    law_card: str = ""
    by: str = ""
    at: datetime | None = None
    taken_back_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NoteRecord:
    """A note. Without ``at`` and ``by`` it is the importer's own, made of columns that we don't know."""

    text: str
    at: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class ContactRecord:
    """A contact with the guest, or an attempt."""

    at: datetime
    by: str
    medium: str
    with_whom: str
    text: str
    reached: bool


@dataclass(frozen=True, slots=True)
class EntryRecord:
    """An entry of the history as it was: field → (before, after)."""

    at: datetime
    by: str
    act: str
    changes: Mapping[str, tuple[object, object]]


@dataclass(frozen=True, slots=True)
class PauseRecord:
    """A time of waiting for the guest; ``ended_at`` is None while it lasts."""

    started_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class TaskRecord:
    """Something to be done; ``to`` is a login or name."""

    title: str
    department: str
    to: str
    due: datetime | None
    at: datetime
    by: str
    done_at: datetime | None
    done_by: str | None


@dataclass(frozen=True, slots=True)
class PromiseRecord:
    """Something that the guest was promised."""

    text: str
    due: datetime
    at: datetime
    by: str
    kept_at: datetime | None
    cancelled_at: datetime | None
    ended_by: str | None
    reason: str

    @property
    def is_open(self) -> bool:
        """Whether the guest still waits for it."""
        return self.kept_at is None and self.cancelled_at is None


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """An offer that waits, or waited, for an approval; ``texts`` are what was said with it, by field."""

    at: datetime
    by: str
    remedies: tuple[RemedyRecord, ...]
    replaces: bool
    texts: Mapping[str, str]
    granted: bool | None
    decided_at: datetime | None
    decided_by: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Score, band and due times as they were. Without one they are worked out anew."""

    points: list[list[object]]
    score: int
    band: str
    band_rule: str
    respond_due: datetime | None
    resolve_due: datetime | None
    paused_minutes: int


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """One case from elsewhere.

    ``values`` are fields of the case by the names under which they are stored, in stored form. People are names or
    logins as they stood there; ``resolved_by`` None is nobody or somebody unknown.
    """

    row: int
    received_at: datetime
    state: State
    values: Mapping[str, object]
    guest: GuestDetails
    number: CaseNumber | None = None
    received_by: str = ""
    resolved_by: str | None = None
    owner: str = ""
    remedies: tuple[RemedyRecord, ...] = ()
    notes: tuple[NoteRecord, ...] = ()
    contacts: tuple[ContactRecord, ...] = ()
    history: tuple[EntryRecord, ...] = ()
    pauses: tuple[PauseRecord, ...] = ()
    tasks: tuple[TaskRecord, ...] = ()
    promises: tuple[PromiseRecord, ...] = ()
    requests: tuple[RequestRecord, ...] = ()
    members: tuple[str, ...] = ()  #: logins of who works on it beside its owner
    standing: Standing | None = None
    follow_up: bool = field(default=False)  #: resolved, and nobody asked yet how it went
