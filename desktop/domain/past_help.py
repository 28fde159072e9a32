"""What helped guests before: past cases that ended well, and what was given in them (domain.md 1, 30)."""

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.kinds import RemedyKind


@dataclass(frozen=True, slots=True)
class PastHelp:
    """A past case with the same trouble whose guest was content. ``given`` is what they got, in the order given.

    ``satisfaction`` is 1–5, None where the guest wasn't asked or didn't answer. Times are aware UTC.
    """

    number: str
    summary: str
    received_at: datetime
    given: tuple[tuple[RemedyKind, str], ...]  #: kind and note
    satisfaction: int | None = None


@dataclass(frozen=True, slots=True)
class RemedyIdea:
    """Something to offer. ``amount`` is in minor units, 0 where it costs nothing.

    ``times`` counts the past cases that ended well with it; ``satisfaction`` is their guests' mean, None where none
    answered. A usual remedy of the category that nothing is known of yet has ``times`` 0.
    """

    kind: RemedyKind
    note: str = ""
    amount: int = 0
    times: int = 0
    satisfaction: float | None = None
