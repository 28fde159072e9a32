"""The way of a case in stages, with the time that each was reached. No Qt."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from desktop.domain.case_file import CaseFile
from desktop.domain.kinds import State
from desktop.domain.lifecycle import ENDED_STATES, WAITING_STATES
from desktop.ui.case.story_values import Entry

WAY = (
    State.NEW,
    State.ACKNOWLEDGED,
    State.ASSESSED,
    State.INVESTIGATING,
    State.PROPOSED,
    State.RESOLVED,
    State.CLOSED,
)


class Place(Enum):
    """Where a stage lies, seen from the case."""

    PAST = auto()
    SKIPPED = auto()  #: gone over: the case went past it
    HERE = auto()
    AHEAD = auto()


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage. ``state`` is the case's own where it stands, which may be waiting; ``at`` is aware UTC."""

    state: State
    place: Place
    at: datetime | None = None


def stages(file: CaseFile) -> tuple[Stage, ...]:
    """The stages from left to right. A case that left the way ends with the stage at which it did."""
    now = file.view.row.state
    times = _times(file)
    if now in ENDED_STATES:
        gone = [Stage(state, Place.PAST, times[state]) for state in WAY if state in times]
        return (*gone, Stage(now, Place.HERE, file.ending.ended_at))
    here = (file.state_before_wait or State.ACKNOWLEDGED) if now in WAITING_STATES else now
    reached = WAY.index(here)
    found = []
    for index, state in enumerate(WAY):
        if index == reached:
            found.append(Stage(now, Place.HERE, times.get(state)))
        elif index > reached:
            found.append(Stage(state, Place.AHEAD))
        else:
            found.append(Stage(state, Place.PAST if state in times else Place.SKIPPED, times.get(state)))
    return tuple(found)


def _times(file: CaseFile) -> dict[State, datetime]:
    """When each stage was last reached; going back forgets what lay ahead."""
    times = {State.NEW: file.view.row.received_at}
    for row in file.view.history:
        state = Entry(row).text("state")
        if state not in WAY or state == State.NEW:
            continue
        reached = State(state)
        if reached not in times or WAY.index(reached) < max(WAY.index(known) for known in times):
            later = WAY[WAY.index(reached) :]
            times = {known: at for known, at in times.items() if known not in later}
            times[reached] = row.at
    return times
