"""What is tried on the model desk: acts with their fields, as the dice fall."""

from datetime import UTC, datetime
from random import Random
from typing import Any

from tests.support.acts import CLOSING, GRAVE, MILD
from tests.support.model import BANDS, ROLES, WAITING, DeskModel, Known, Try
from tests.support.model_guards import STARTS

_CATEGORIES = {True: "R01-1", False: "H03-1"}  #: at a shop, at a hotel
#: state → the act that leads on from it
NEXT = dict.fromkeys(WAITING, "resume") | {
    "new": "acknowledge",
    "acknowledged": "assess",
    "assessed": "propose",
    "investigating": "propose",
    "proposed": "resolve",
    "resolved": "close",
    "closed": "reopen",
}
#: the band by points, and ratings that lead to it
RATINGS: dict[str, dict[str, Any]] = {
    "P4": {**MILD, "flags": []},
    "P3": {**MILD, "severity": 3, "emotion": 0, "flags": []},
    "P2": {**GRAVE, "flags": []},
    "P1": {**GRAVE, "flags": ["injury"]},
}

SUMS = [0, 50_00, 150_00, 200_00, 200_01, 900_00, 900_00, 1_000_01, 5_000_01]
DUES = [-1, 0, 600, 7_200, 90_000, 600_000]  #: seconds from now until something is due
#: act → fields with the values that they may have; acts that are not here take none of these
WISHES: dict[str, dict[str, list[Any]]] = {
    "acknowledge": {"medium": ["phone"]},
    "override": {"band": BANDS, "reason": ["So be it."]},
    "hand_over": {"to": ["sam"]},
    "wait": {"for": ["guest", "guest", "department"]},
    "note": {"text": ["A note."]},
    "contact": {"text": ["Rang."], "reached": [True, False]},
    "confirm_facts": {"text": ["So it was."]},
    "task": {"title": ["Look"]},
    "promise": {"text": ["We call."]},
    "promise_cancelled": {"reason": ["Not wanted.", "Not wanted.", ""]},
    "involve": {"login": [*ROLES]},
    "propose": {"replaces": [False, True], "ask": [True, True, False]},
    "resolve": {"told_by": ["phone"], "answer": ["accepted", "rejected", "unreachable"]},
    **{act: {"reason": ["So they said."]} for act in ("reopen", "withdraw", "not_complaint")},
}


def tried(
    act: str, known: Known, login: str, dice: Random, model: DeskModel, now: int, *, own_desk: bool = True
) -> Try:
    """An act with the fields that the dice give it, most of which are sensible."""
    given = {name: dice.choice(values) for name, values in WISHES.get(act, {}).items()}
    points, due, offered = dice.choice(BANDS), None, []
    if act == "assess":
        given |= RATINGS[points] | {"category": _CATEGORIES[model.hours.is_shop]}
    if act == "settle":
        given |= MILD | {"category": _CATEGORIES[model.hours.is_shop]}
    if act in ("propose", "settle"):
        offered = [(dice.choice(SUMS), dice.random() < 0.2) for _ in range(dice.randint(1, 2))]
        given["remedies"] = [remedy(amount, by_law) for amount, by_law in offered]
    if act == "restrict":
        given["restricted"] = dice.random() < 0.2
    if act == "release":
        given["login"] = dice.choice([*sorted(known.members) * 3, *ROLES])
    if act == "task_done":
        given["task"] = place_of([not done for done in known.tasks], dice)
    if act in ("promise_kept", "promise_cancelled"):
        given["promise"] = place_of([promise.is_open for promise in known.promises], dice)
    if act == "duplicate":
        given["of"] = dice.choice(model.cases).number
    if act == "close":
        given |= CLOSING | ({"survey_not_asked": "Left."} if dice.random() < 0.5 else {})
    if act == "survey":
        given |= {"overall": 4} if dice.random() < 0.5 else {}
    if act == "promise" or (act == "task" and dice.random() < 0.5):
        due = now + dice.choice(DUES)
        given["due"] = text_of(due)
    if act in ("resolve", "settle") and dice.random() < 0.2:
        given["when"] = text_of(now - 600)
    return Try(act, login, own_desk, now, given, offered, points="P2" if points == "P1" else points, due=due)


def place_of(are_open: list[bool], dice: Random) -> int:
    """A place on a case, mostly one where something is open."""
    return dice.choice([*(place for place, is_open in enumerate(are_open, start=1) if is_open), dice.randint(1, 3)])


def loose_ends(known: Known) -> list[str]:
    """Acts for what was begun on a case and isn't done with."""
    ends = {
        "task_done": not all(known.tasks),
        "promise_kept": known.promise_due is not None,
        "promise_cancelled": known.promise_due is not None,
        "approve": bool(known.asked),
        "decline": bool(known.asked),
        "release": bool(known.members),
        "restrict": known.restricted,
        "survey": known.state == "resolved" and known.surveyed is None,
        "resume": known.state in WAITING,
    }
    return [act for act, is_loose in ends.items() if is_loose and known.state in STARTS[act]]


def remedy(amount: int, by_law: bool) -> dict[str, str]:
    """A remedy as an act gives it."""
    sum_ = {"amount": f"{amount // 100}.{amount % 100:02}"} if amount else {}
    return {"kind": "statutory_sum", "law_card": "cpl-55", **sum_} if by_law else {"kind": "gift", **sum_}


def fen(amount: str) -> int:
    """A printed sum in minor units."""
    yuan, _, rest = amount.partition(".")
    return int(yuan) * 100 + int(rest)


def text_of(at: int) -> str:
    """A moment as acts carry it."""
    return datetime.fromtimestamp(at, UTC).isoformat()
