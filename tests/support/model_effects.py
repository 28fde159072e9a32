"""What an act that was done makes of a case on the model desk (domain.md 3–6)."""

from collections.abc import Callable, Mapping

from tests.support.model import BANDS, Asked, DeskModel, Gift, Known, Promised, Try


def follow(model: DeskModel, case: Known, t: Try) -> None:
    """What an act that was done makes of a case."""
    does = _DOES.get(t.act)
    if does is not None:
        does(model, case, t)
    if t.act in _LEADS_TO:
        case.state = _LEADS_TO[t.act]
        case.stop_waiting(t.at)
    if t.act in _ENDS:
        case.asked.clear()


_ENDS = {"close", "withdraw", "not_complaint", "duplicate"}
_LEADS_TO = {
    "acknowledge": "acknowledged",
    "investigate": "investigating",
    "close": "closed",
    "withdraw": "withdrawn",
    "not_complaint": "not_complaint",
    "duplicate": "duplicate",
    "reopen": "investigating",
}


def _do_assess(model: DeskModel, case: Known, t: Try) -> None:
    case.danger, case.points = "injury" in t.given["flags"], t.points
    case.targets = dict(model.targets)
    case.state = "assessed" if case.state == "acknowledged" else case.state
    case.rate()


def _do_override(_model: DeskModel, case: Known, t: Try) -> None:
    case.override = t.given["band"]
    case.rate()


def _do_contact(_model: DeskModel, case: Known, t: Try) -> None:
    if not t.given["reached"]:
        case.attempts.append(t.at)
        return
    case.responded = True
    case.state = "acknowledged" if case.state == "new" else case.state


def _do_wait(_model: DeskModel, case: Known, t: Try) -> None:
    case.before, case.state = case.state, f"waiting_{t.given['for']}"
    if case.state == "waiting_guest":
        case.pauses.append([t.at])


def _do_resume(_model: DeskModel, case: Known, t: Try) -> None:
    case.state = case.before
    case.stop_waiting(t.at)


def _do_offer(case: Known, t: Try, offers: list[tuple[int, bool]], *, replaces: bool) -> None:
    for gift in case.on_offer() if replaces else []:
        gift.taken_back = True
    case.gifts += [Gift(amount, by_law, t.login, t.at) for amount, by_law in offers]
    case.state = "proposed"


def _do_propose(model: DeskModel, case: Known, t: Try) -> None:
    replaces = t.given["replaces"]
    if model.over_authority(case, t, t.offers, replaces=replaces):
        case.asked.append(Asked(t.login, t.offers, replaces))
    else:
        _do_offer(case, t, t.offers, replaces=replaces)


def _do_approve(_model: DeskModel, case: Known, t: Try) -> None:
    request = case.asked.pop(0)
    _do_offer(case, t, request.offers, replaces=request.replaces)


def _do_resolve(_model: DeskModel, case: Known, t: Try) -> None:
    answer = t.given.get("answer", "accepted")
    case.accepted = answer == "accepted"
    case.responded = case.responded or answer != "unreachable"
    case.stop_waiting(t.when)
    case.state, case.resolved, case.resolved_by, case.reopened_band = "resolved", t.when, t.login, None


def _do_settle(model: DeskModel, case: Known, t: Try) -> None:
    case.points, case.targets, case.responded = "P4", dict(model.targets), True
    case.rate()
    _do_offer(case, t, t.offers, replaces=False)
    _do_resolve(model, case, t)


def _do_survey(_model: DeskModel, case: Known, t: Try) -> None:
    asked_anew = case.surveyed is not None and case.reopened is not None and case.surveyed < (case.resolved or 0)
    if case.surveyed is None or asked_anew:
        case.surveyed = t.at


def _do_reopen(_model: DeskModel, case: Known, t: Try) -> None:
    up = BANDS[max(0, BANDS.index(case.band) - 1)]
    case.reopened_band, case.override, case.reopened, case.closed = min(up, "P2"), None, t.at, None
    case.rate()


def _do_task_done(_model: DeskModel, case: Known, t: Try) -> None:
    case.tasks[t.given["task"] - 1] = True


def _do_promise(_model: DeskModel, case: Known, t: Try) -> None:
    assert t.due is not None
    case.promises.append(Promised(t.due))


def _do_end_promise(_model: DeskModel, case: Known, t: Try) -> None:
    case.promises[t.given["promise"] - 1].is_open = False


_DOES: Mapping[str, Callable[[DeskModel, Known, Try], None]] = {
    "acknowledge": lambda _model, case, _t: setattr(case, "responded", True),
    "assess": _do_assess,
    "override": _do_override,
    "contact": _do_contact,
    "wait": _do_wait,
    "resume": _do_resume,
    "propose": _do_propose,
    "approve": _do_approve,
    "decline": lambda _model, case, _t: case.asked.pop(0),
    "resolve": _do_resolve,
    "settle": _do_settle,
    "survey": _do_survey,
    "close": lambda _model, case, t: setattr(case, "closed", t.at),
    "reopen": _do_reopen,
    "task": lambda _model, case, _t: case.tasks.append(False),
    "task_done": _do_task_done,
    "promise": _do_promise,
    "promise_kept": _do_end_promise,
    "promise_cancelled": _do_end_promise,
    "involve": lambda _model, case, t: case.members.add(t.given["login"]),
    "release": lambda _model, case, t: case.members.discard(t.given["login"]),
    "restrict": lambda _model, case, t: setattr(case, "restricted", t.given["restricted"]),
}
