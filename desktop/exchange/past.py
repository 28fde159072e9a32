"""What the history of a case tells beyond its fields, needed to take the case up again where it stood."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.kinds import Band, State
from desktop.domain.lifecycle import DONE_STATES, ENDED_STATES, WAITING_STATES, WORKING_STATES
from desktop.exchange.chronology import Times
from desktop.exchange.records import EntryRecord, PauseRecord


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
        if after in WAITING_STATES and before not in WAITING_STATES:
            before_wait = _text(before)
        if after == State.WAITING_GUEST:
            pauses.append(PauseRecord(entry.at, None))
        elif before == State.WAITING_GUEST and pauses:
            pauses[-1] = PauseRecord(pauses[-1].started_at, max(entry.at, pauses[-1].started_at))
        if after in DONE_STATES:
            reopened = None
    # An import is no act on the case: it is told with the time at which it was done.
    acted = [entry.at for entry in entries if entry.act != "import"]
    known_band = reopened if reopened in list(Band) else None
    return Past(max(acted, default=None), responded_by, medium, before_wait, known_band, tuple(pauses))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def from_past(past: Past, times: Times, state: State, before_wait: object) -> dict[str, object]:
    """The fields of a case that its history tells; ``before_wait`` is where it waits from, if the record says so."""
    before = next((told for told in (before_wait, past.state_before_wait) if told in WORKING_STATES), None)
    return {
        "first_response_by": past.first_response_by,
        "first_response_medium": past.first_response_medium,
        "state_before_wait": (before or State.ACKNOWLEDGED.value) if state in WAITING_STATES else None,
        "reopened_band": past.reopened_band if state not in DONE_STATES | ENDED_STATES else None,
        "last_act_at": past.last_act_at or times.last,
    }


def pauses_of(pauses: tuple[PauseRecord, ...], state: State, times: Times) -> tuple[PauseRecord, ...]:
    """The times of waiting for the guest; one that lasts where the state says so, and only there."""
    ended = tuple(pause for pause in pauses if pause.ended_at is not None)
    if state is not State.WAITING_GUEST:
        return ended
    lasting = [pause for pause in pauses if pause.ended_at is None]
    return (*ended, lasting[-1] if lasting else PauseRecord(times.last, None))
