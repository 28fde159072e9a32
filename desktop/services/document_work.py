"""What was worked on a case, as parts of its object: tasks, promises, requests, people, pauses (interfaces.md).

Plain statements, since an export asks for every case.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from desktop.domain.money import Currency, amount_text
from desktop.models.base import moment
from desktop.models.driver import Driver

Part = dict[str, Any]

_TASKS = """SELECT place, title, department, to_id, due, at, "by", done_at, done_by FROM tasks
WHERE case_id = ? ORDER BY place"""
_PROMISES = """SELECT place, text, due, at, "by", kept_at, cancelled_at, ended_by, reason FROM promises
WHERE case_id = ? ORDER BY place"""
_REQUESTS = """SELECT at, "by", offers, replaces, solution, beyond_expectation, prevention, granted, decided_at,
decided_by, reason FROM remedy_requests WHERE case_id = ? ORDER BY id"""
_MEMBERS = "SELECT staff_id FROM case_members WHERE case_id = ?"
_PAUSES = "SELECT started_at, ended_at FROM pauses WHERE case_id = ? ORDER BY started_at, id"


class WorkParts:
    """Reads the parts of one case after the other. ``logins`` are those of all people, ``printed`` tells a moment."""

    def __init__(
        self,
        driver: Driver,
        currency: Currency,
        logins: Mapping[int, str],
        printed: Callable[[datetime | None], str | None],
    ) -> None:
        self._driver, self._currency, self._logins, self._printed = driver, currency, logins, printed

    def of(self, case_id: int) -> Part:
        """The lists of a case, each the oldest first; the people by login."""
        return {
            "tasks": [self._task(*row) for row in self._rows(_TASKS, case_id)],
            "promises": [self._promise(*row) for row in self._rows(_PROMISES, case_id)],
            "requests": [self._request(*row) for row in self._rows(_REQUESTS, case_id)],
            "members": sorted(self._logins[staff_id] for (staff_id,) in self._rows(_MEMBERS, case_id)),
            "pauses": [
                {"started_at": self._time(start), "ended_at": self._time(end)}
                for start, end in self._rows(_PAUSES, case_id)
            ],
        }

    def _rows(self, statement: str, case_id: int) -> Iterable[Any]:
        return self._driver.execute(statement, (case_id,))

    def _time(self, stored: int | None) -> str | None:
        return None if stored is None else self._printed(moment(stored))

    def _task(self, place: int, title: str, department: str, to_id: int | None, *rest: Any) -> Part:
        due, at, by, done_at, done_by = rest
        return {
            "id": place,
            "title": title,
            "department": department,
            "to": None if to_id is None else self._logins[to_id],
            "due": self._time(due),
            "at": self._time(at),
            "by": by,
            "done_at": self._time(done_at),
            "done_by": done_by,
        }

    def _promise(self, place: int, text: str, due: int, *rest: Any) -> Part:
        at, by, kept_at, cancelled_at, ended_by, reason = rest
        return {
            "id": place,
            "text": text,
            "due": self._time(due),
            "at": self._time(at),
            "by": by,
            "kept_at": self._time(kept_at),
            "cancelled_at": self._time(cancelled_at),
            "ended_by": ended_by,
            "reason": reason,
        }

    def _request(self, at: int, by: str, offers: str, replaces: int, *rest: Any) -> Part:
        solution, beyond_expectation, prevention, granted, decided_at, decided_by, reason = rest
        return {
            "at": self._time(at),
            "by": by,
            "remedies": [
                offer | {"amount": amount_text(offer["amount"], self._currency)} for offer in json.loads(offers)
            ],
            "replaces": bool(replaces),
            "solution": solution,
            "beyond_expectation": beyond_expectation,
            "prevention": prevention,
            "granted": None if granted is None else bool(granted),
            "decided_at": self._time(decided_at),
            "decided_by": decided_by,
            "reason": reason,
        }
