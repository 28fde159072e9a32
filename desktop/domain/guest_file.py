"""What the desk knows of a guest, for lists and the profile: frozen rows, as they stood when they were read.

Times are aware UTC, sums minor units of the site's currency.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.case_file import TaskRow
from desktop.domain.leaving import Reason
from desktop.domain.rows import GuestRow, PastCase


class GuestLook(StrEnum):
    """What the list of guests shows."""

    ALL = "all"
    DOUBLES = "doubles"
    LEAVING = "leaving"


class Likeness(StrEnum):
    """Why two records may be the same guest, the surest first."""

    PHONE = "phone"
    EMAIL = "email"
    NAME = "name"
    SOUND = "sound"
    INITIALS = "initials"


@dataclass(frozen=True, slots=True)
class GuestListRow:
    """One guest in the list. Cases that the reader may not read are not counted."""

    guest: GuestRow
    cases: int = 0
    open: int = 0
    last_at: datetime | None = None
    last_score: int | None = None
    restricted: bool = False
    leaving: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class GuestPage:
    """The guests shown and how many there are in all."""

    rows: tuple[GuestListRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class GuestSums:
    """What a guest's cases come to. Scores 1–5, None where nobody answered."""

    complaints: int = 0
    open: int = 0
    compensation: int = 0
    last_satisfaction: int | None = None
    mean_satisfaction: float | None = None


@dataclass(frozen=True, slots=True)
class Double:
    """Another record that may be the same guest, and why; ``cases`` as the reader may know of them."""

    guest: GuestRow
    why: tuple[Likeness, ...]
    cases: int = 0
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MergedRecord:
    """A record that was merged into this one. ``merge_id`` names the merge for taking it apart again."""

    guest: GuestRow
    merge_id: int
    at: datetime
    by: str  #: login


@dataclass(frozen=True, slots=True)
class GuestProfile:
    """The whole of a guest. ``private_notes`` is None for a reader without the right to them."""

    guest: GuestRow
    version: int
    since: datetime
    preferences: str = ""
    private_notes: str | None = None
    consent: bool | None = None
    consent_at: datetime | None = None
    restricted: bool = False
    sums: GuestSums = GuestSums()
    cases: tuple[PastCase, ...] = ()
    total: int = 0  #: of the cases that the reader may know of
    leaving: tuple[Reason, ...] = ()
    tasks: tuple[TaskRow, ...] = ()
    doubles: tuple[Double, ...] = ()
    merged: tuple[MergedRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class ProfileChange:
    """What is to be different on a profile; None keeps what is there."""

    name: str | None = None
    honorific: str | None = None
    phone: str | None = None
    email: str | None = None
    language: str | None = None
    vip: bool | None = None
    vulnerable: bool | None = None
    preferences: str | None = None
    consent: bool | None = None
    private_notes: str | None = None
    restricted: bool | None = None
