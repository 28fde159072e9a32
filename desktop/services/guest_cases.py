"""What guests' cases come to: counts, sums, last scores, and who may not come back."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from desktop.domain.guest_file import GuestSums
from desktop.domain.kinds import Answer, RecordType, State
from desktop.domain.leaving import LOOK_BACK, Past, Reason, reasons_to_leave
from desktop.domain.lifecycle import OPEN_STATES
from desktop.domain.people import Person
from desktop.domain.rows import PastCase
from desktop.models.base import moment, seconds
from desktop.models.driver import Driver
from desktop.services.restricting import reads_restricted

_AT_ONCE = 500  #: ids in one statement
_COLUMNS = "guest_id, id, type, state, received_at, answer, survey, compensation, category, number, summary"
_OF_GUESTS = f"SELECT {_COLUMNS} FROM cases INDEXED BY ix_cases_guest_id WHERE guest_id IN (%s)"
_OPEN_TO_ALL = " AND restricted = 0"
_COMPLAINED_SINCE = """SELECT DISTINCT coalesce(g.merged_into_id, g.id) FROM cases c JOIN guests g ON g.id = c.guest_id
WHERE c.received_at >= ? AND c.type = 'complaint'"""


@dataclass(frozen=True, slots=True)
class CaseOfGuest:
    """One case of a guest, as far as lists and sums need it; ``compensation`` in minor units."""

    id: int
    type: RecordType
    state: State
    received_at: datetime
    answer: Answer | None
    satisfaction: int | None
    came_back: bool | None
    compensation: int
    category: str | None
    number: str
    summary: str

    @property
    def is_open(self) -> bool:
        """Whether somebody still works on it."""
        return self.state in OPEN_STATES


def cases_of(driver: Driver, guest_ids: Iterable[int], reader: Person | None) -> Mapping[int, Sequence[CaseOfGuest]]:
    """The cases of guests that the reader may know of, by guest, the newest first."""
    found: dict[int, list[CaseOfGuest]] = {}
    ids = iter(guest_ids)
    while some := list(islice(ids, _AT_ONCE)):
        statement = _OF_GUESTS % ", ".join("?" * len(some)) + ("" if reads_restricted(reader) else _OPEN_TO_ALL)
        for guest_id, *stored in driver.execute(statement, some):
            found.setdefault(guest_id, []).append(_case(stored))
    for cases in found.values():
        cases.sort(key=lambda case: case.id, reverse=True)
    return found


def complained_lately(driver: Driver, at: datetime) -> list[int]:
    """Guests with a complaint that the rule of ``desktop.domain.leaving`` looks at."""
    return [id_ for (id_,) in driver.execute(_COMPLAINED_SINCE, (seconds(at - LOOK_BACK),))]


def leaving_reasons(cases: Iterable[CaseOfGuest], at: datetime) -> tuple[Reason, ...]:
    """Why the guest of these cases may not come back."""
    complaints = (case for case in cases if case.type is RecordType.COMPLAINT)
    past = (Past(c.received_at, c.state, c.answer, c.satisfaction, c.came_back) for c in complaints)
    return reasons_to_leave(past, at)


def sums_of(cases: Sequence[CaseOfGuest]) -> GuestSums:
    """What the cases come to; ``cases`` the newest first."""
    scores = [case.satisfaction for case in cases if case.satisfaction is not None]
    return GuestSums(
        complaints=sum(case.type is RecordType.COMPLAINT for case in cases),
        open=sum(case.is_open for case in cases),
        compensation=sum(case.compensation for case in cases),
        last_satisfaction=scores[0] if scores else None,
        mean_satisfaction=sum(scores) / len(scores) if scores else None,
    )


def past_case(case: CaseOfGuest) -> PastCase:
    """The case as histories show it."""
    c = case
    return PastCase(c.number, c.received_at, c.type, c.state, c.category, c.summary, c.satisfaction)


def _case(stored: Sequence[Any]) -> CaseOfGuest:
    id_, type_, state, received_at, answer, survey, compensation, category, number, summary = stored
    asked: dict[str, Any] = json.loads(survey) if survey != "{}" else {}
    return CaseOfGuest(
        id_,
        RecordType(type_),
        State(state),
        moment(received_at),
        Answer(answer) if answer else None,
        asked.get("overall"),
        asked.get("came_back"),
        compensation,
        category,
        number,
        summary,
    )
