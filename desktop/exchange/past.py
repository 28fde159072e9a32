"""What the history of a case tells beyond its fields, needed to take the case up again where it stood."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.kinds import Band, State
from desktop.exchange.records import EntryRecord, PauseRecord

_WAITING = (State.WAITING_GUEST.value, State.WAITING_DEPARTMENT.value)
_DONE = (State.RESOLVED.value, State.CLOSED.value)


@dataclass(frozen=True, slots=True)
class Past:
    """What was read from a history; None where it tells nothing."""

    last_act_at: datetime | None = None
    first_response_by: str | None = None
    first_response_medium: str | None = None
    state_before_wait: str | None = None
    reopened_band: str | None = None  #: the band the case came back with, until it is resolved again
    pauses: tuple[PauseRecord, ...] = ()


def read_past(entries: Sequence[EntryRecord]) -> Past:
    """Goes through a history, the oldest entry first."""
    responded_by = medium = before_wait = reopened = None
    pauses: list[PauseRecord] = []
    for entry in entries:
        if entry.changes.get("first_response_at", (None, None))[1] is not None:
            responded_by = entry.by
            medium = _text(entry.changes.get("first_response_medium", (None, None))[1])
        if entry.act == "reopen":
            reopened = _text(entry.changes.get("band", (None, None))[1]) or reopened
        before, after = entry.changes.get("state", (None, None))
        if after in _WAITING and before not in _WAITING:
            before_wait = _text(before)
        if after == State.WAITING_GUEST:
            pauses.append(PauseRecord(entry.at, None))
        elif before == State.WAITING_GUEST and pauses:
            pauses[-1] = PauseRecord(pauses[-1].started_at, max(entry.at, pauses[-1].started_at))
        if after in _DONE:
            reopened = None
    # An import is no act on the case: it is told with the time at which it was done.
    acted = [entry.at for entry in entries if entry.act != "import"]
    known_band = reopened if reopened in list(Band) else None
    return Past(max(acted, default=None), responded_by, medium, before_wait, known_band, tuple(pauses))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
