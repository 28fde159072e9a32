"""The guards of the model desk: where each act may begin, who may do it, and what it needs (domain.md 3, trust.md)."""

import copy
from collections.abc import Callable, Mapping

from tests.support.model import (
    DONE,
    ENDED,
    LEADING,
    OPEN,
    ROLES,
    WAITING,
    WORKED_ON,
    DeskModel,
    Known,
    Try,
    local_day,
)
from tests.support.model_clocks import DAY

_NOT_ENDED = OPEN | DONE
_DECIDING = {"specialist", *LEADING}

#: act → where it may begin, for complaints (domain.md 3, Moves)
STARTS: Mapping[str, set[str]] = {
    "acknowledge": {"new"},
    "assess": OPEN - {"new"},
    "override": OPEN,
    "take": OPEN,
    "hand_over": OPEN,
    "investigate": {"assessed"},
    "wait": WORKED_ON,
    "resume": WAITING,
    "note": _NOT_ENDED | ENDED,
    "contact": _NOT_ENDED,
    "confirm_facts": OPEN,
    "task": _NOT_ENDED,
    "task_done": _NOT_ENDED,
    "promise": _NOT_ENDED,
    "promise_kept": _NOT_ENDED,
    "promise_cancelled": _NOT_ENDED,
    "involve": OPEN,
    "release": OPEN,
    "restrict": _NOT_ENDED | ENDED,
    "propose": {"assessed", "investigating", "proposed"},
    "approve": {"assessed", "investigating", "proposed"},
    "decline": OPEN,
    "resolve": {"proposed"},
    "settle": {"new", "acknowledged", "assessed", "investigating"},
    "survey": DONE,
    "close": {"resolved"},
    "reopen": DONE,
    "withdraw": OPEN,
    "not_complaint": OPEN,
    "duplicate": OPEN,
}
_LEADING_ACTS = {"override", "restrict"}
_DECIDING_ACTS = {"approve", "decline", "duplicate", "not_complaint", "reopen", "close"}
_NOT_AT_P1 = {"settle", "resolve", "withdraw"}  #: of a receptionist


def refusals(model: DeskModel, case: Known, t: Try) -> set[str]:
    """Every code with which the act may be refused; empty where it is done."""
    found = _not_theirs(case, t)
    ends_at_once = t.act == "resolve" and not case.complaint and case.state in OPEN
    if case.state not in STARTS[t.act] and not ends_at_once:
        found.add("wrong_state")
    guard = _GUARDS.get(t.act)
    return found if found or guard is None else guard(model, case, t)


def _not_theirs(case: Known, t: Try) -> set[str]:
    allowed = LEADING if t.act in _LEADING_ACTS else _DECIDING if t.act in _DECIDING_ACTS else {*ROLES.values()}
    if t.role not in allowed or t.role == "analyst":
        return {"not_allowed"}
    found = set()
    if t.role == "receptionist" and not t.own_desk:
        found.add("not_own_desk")
    if t.role == "receptionist" and t.act in _NOT_AT_P1 and case.band == "P1":
        found.add("not_for_role_at_band")
    if t.role == "specialist" and t.act == "close" and case.band in ("P1", "P2"):
        found.add("not_for_role_at_band")
    if case.restricted and t.role not in LEADING:
        found.add("restricted")
    return found


def _told(case: Known, t: Try) -> set[str]:
    """What resolve and settle ask for alike."""
    found = set()
    if t.when < case.received:
        found.add("before_received")
    if case.reopened is not None and t.when < case.reopened:
        found.add("runs_backwards")
    return found


def _unfinished(case: Known) -> set[str]:
    found = set() if all(case.tasks) else {"tasks_open"}
    return found | ({"promises_open"} if case.promise_due is not None else set())


def _resolve(_model: DeskModel, case: Known, t: Try) -> set[str]:
    found = _told(case, t)
    if not case.complaint:
        return found
    days = {local_day(at) for at in case.attempts if at >= (case.reopened or 0)}
    if t.given["answer"] == "unreachable" and len(days) < 3:
        found.add("attempts_missing")
    return found | _unfinished(case)


def _settle(model: DeskModel, case: Known, t: Try) -> set[str]:
    found = _told(case, t) | _unfinished(case) | model.over_authority(case, t, t.offers, replaces=False)
    rated = copy.copy(case)
    rated.points = "P4"
    rated.rate()
    return found | ({"not_for_p1"} if rated.band == "P1" else set())


def _propose(model: DeskModel, case: Known, t: Try) -> set[str]:
    if t.given["ask"]:
        return set()
    return model.over_authority(case, t, t.offers, replaces=t.given["replaces"])


def _decide(model: DeskModel, case: Known, t: Try) -> set[str]:
    if not case.asked:
        return {"no_request"}
    request = case.asked[0]
    own = {"own_approval"} if request.by == t.login else set()
    return own | model.over_authority(case, t, request.offers, replaces=request.replaces)


def _close(_model: DeskModel, case: Known, t: Try) -> set[str]:
    asked = case.surveyed is not None and (case.reopened is None or case.surveyed >= (case.resolved or 0))
    found = set() if asked or "survey_not_asked" in t.given else {"survey_missing"}
    if case.band in ("P1", "P2") and case.resolved_by == t.login:
        found.add("same_person_closes")
    return found


def _reopen(_model: DeskModel, case: Known, t: Try) -> set[str]:
    since = case.closed if case.closed is not None else case.resolved
    return {"reopen_too_late"} if since is not None and t.at - since > 30 * DAY else set()


def _duplicate(model: DeskModel, case: Known, t: Try) -> set[str]:
    original = next(other for other in model.cases if other.number == t.given["of"])
    if original is case:
        return {"duplicate_of_itself"}
    return {"duplicate_of_duplicate"} if original.state == "duplicate" else set()


def _due(_model: DeskModel, _case: Known, t: Try) -> set[str]:
    return {"due_in_past"} if t.due is not None and t.due < t.at else set()


def _task_done(_model: DeskModel, case: Known, t: Try) -> set[str]:
    place = t.given["task"]
    return set() if place <= len(case.tasks) and not case.tasks[place - 1] else {"no_such_task"}


def _promise_ends(_model: DeskModel, case: Known, t: Try) -> set[str]:
    place = t.given["promise"]
    if place > len(case.promises) or not case.promises[place - 1].is_open:
        return {"no_such_promise"}
    return {"reason_missing"} if t.act == "promise_cancelled" and not t.given["reason"] else set()


def _involve(_model: DeskModel, case: Known, t: Try) -> set[str]:
    if ROLES[t.given["login"]] == "analyst":
        return {"cannot_own_cases"}
    return {"already_involved"} if t.given["login"] in case.members else set()


def _release(_model: DeskModel, case: Known, t: Try) -> set[str]:
    return set() if t.given["login"] in case.members else {"not_involved"}


def _restrict(_model: DeskModel, case: Known, t: Try) -> set[str]:
    return {"nothing_to_change"} if case.restricted == t.given["restricted"] else set()


_GUARDS: Mapping[str, Callable[[DeskModel, Known, Try], set[str]]] = {
    "resolve": _resolve,
    "settle": _settle,
    "propose": _propose,
    "approve": _decide,
    "decline": _decide,
    "close": _close,
    "reopen": _reopen,
    "duplicate": _duplicate,
    "task": _due,
    "promise": _due,
    "task_done": _task_done,
    "promise_kept": _promise_ends,
    "promise_cancelled": _promise_ends,
    "involve": _involve,
    "release": _release,
    "restrict": _restrict,
}
