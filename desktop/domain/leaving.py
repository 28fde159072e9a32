"""Guests who may not come back: a rule anyone can read (domain.md 1, row 31).

It shows when two of three things came together in the last 180 days: several complaints, a low last score, a complaint
without a good end. A guest who came back since is not named any more.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.domain.kinds import Answer, State
from desktop.domain.lifecycle import DONE_STATES, OPEN_STATES

LOOK_BACK = timedelta(days=180)
SEVERAL = 2  #: complaints in that time
LOW_SCORE = 2  #: of 5; a last score up to it is low
TOGETHER = 2  #: reasons that must come together
_NO_COMPLAINTS = frozenset({State.DUPLICATE, State.NOT_COMPLAINT})
_NO_GOOD_END = frozenset({Answer.REJECTED, Answer.UNREACHABLE})


class Leaving(StrEnum):
    """What speaks for it that a guest stays away."""

    SEVERAL = "several"
    LOW_SCORE = "low_score"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing the rule found. ``number``: complaints, the score, or complaints without a good end."""

    kind: Leaving
    number: int


@dataclass(frozen=True, slots=True)
class Past:
    """What the rule needs of one complaint. ``satisfaction`` 1–5, None where nobody answered."""

    received_at: datetime
    state: State
    answer: Answer | None = None
    satisfaction: int | None = None
    came_back: bool | None = None


def reasons_to_leave(complaints: Iterable[Past], at: datetime) -> tuple[Reason, ...]:
    """Why a guest may not come back, judged at ``at``; empty where the rule finds too little."""
    recent = sorted(
        (past for past in complaints if at - LOOK_BACK <= past.received_at <= at and past.state not in _NO_COMPLAINTS),
        key=lambda past: past.received_at,
    )
    if not recent or recent[-1].came_back:
        return ()
    scores = [past.satisfaction for past in recent if past.satisfaction is not None]
    unresolved = sum(map(_has_no_good_end, recent))
    found = (
        Reason(Leaving.SEVERAL, len(recent)) if len(recent) >= SEVERAL else None,
        Reason(Leaving.LOW_SCORE, scores[-1]) if scores and scores[-1] <= LOW_SCORE else None,
        Reason(Leaving.UNRESOLVED, unresolved) if unresolved else None,
    )
    reasons = tuple(reason for reason in found if reason is not None)
    return reasons if len(reasons) >= TOGETHER else ()


def _has_no_good_end(past: Past) -> bool:
    return past.state in OPEN_STATES or (past.state in DONE_STATES and past.answer in _NO_GOOD_END)
