"""A figure somebody clicked on, and which cases stand behind it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from desktop.domain.figures.cohort import CaseFacts, level1_of
from desktop.domain.figures.counts import was_escalated
from desktop.domain.figures.times import (
    answered_late,
    at_first_contact,
    resolved_late,
    was_within_day,
    was_within_hour,
)


@dataclass(frozen=True, slots=True)
class Pick:
    """A figure, and which of its keys: a code, a place, a login, ``4/evening`` (weekday 0–6 and shift) for a cell."""

    kind: str
    key: str = ""


_Test = Callable[[CaseFacts, str], bool]

#: What the cases themselves tell. The rest (reopened, recurrent, open, staff) needs more than one case.
TESTS: Mapping[str, _Test] = {
    "received": lambda _case, _key: True,
    "within_1h": lambda case, _: was_within_hour(case),
    "within_24h": lambda case, _: was_within_day(case),
    "first_contact": lambda case, _: at_first_contact(case),
    "escalated": lambda case, _: was_escalated(case),
    "survey": lambda case, key: case.overall is not None and key in ("", str(case.overall)),
    "paid": lambda case, _: case.compensation > 0,
    "category": lambda case, key: key in (case.category, level1_of(case.category)),
    "place": lambda case, key: case.place == key,
    "shift": lambda case, key: case.shift == key,
    "channel": lambda case, key: case.channel == key,
    "department": lambda case, key: case.department == key,
    "heat": lambda case, key: heat_key(case) == key,
    "root_cause": lambda case, key: bool(case.root_cause) and (case.root_cause or "").partition("/")[0] == key,
    "band": lambda case, key: case.band == key,
}
CLOCKED: Mapping[str, Callable[[CaseFacts, int], bool]] = {
    "respond_late": answered_late,
    "resolve_late": resolved_late,
}
KINDS = frozenset({*TESTS, *CLOCKED, "reopened", "recurrent", "open", "staff"})


def weekday_of(case: CaseFacts) -> int | None:
    """The weekday (0 Monday) of the date that the case's shift bears; None in a gap between shifts."""
    return date.fromisoformat(case.shift_date).weekday() if case.shift_date else None


def heat_key(case: CaseFacts) -> str:
    """The cell of the heat map: ``4/evening``; empty in a gap between shifts."""
    weekday = weekday_of(case)
    return "" if weekday is None else f"{weekday}/{case.shift}"
