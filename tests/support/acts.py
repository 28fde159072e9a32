"""Telling a case's story act by act, the way a file of acts does it."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from desktop.errors import UserError
from desktop.exchange.acts import ActReader
from desktop.services.desk import Desk
from tests.support.clock import EVENING
from tests.support.staffed import contents

#: Ratings that 'assessed' asks for; 20 + 0 + 6 points, a P4
MILD: dict[str, Any] = {"category": "H03-1", "severity": 2, "scope": "one", "emotion": 2}
#: 40 + 15 + 12 points and more with time pressure: P2 by points
GRAVE: dict[str, Any] = {"category": "H03-1", "severity": 4, "scope": "site", "emotion": 0}
APOLOGY = [{"kind": "spoken_apology"}]
CLOSING: dict[str, Any] = {
    "root_cause": "process/handover",
    "outcome": "upheld",
    "closure": "explained",
    "lesson": "Say it sooner.",
}
#: How far a case can be led, in the order of the stage bar
STAGES = ("new", "acknowledged", "assessed", "investigating", "proposed", "resolved", "closed")

#: act → where its case stands before, and what the act is given
RECIPES: dict[str, tuple[str, dict[str, Any]]] = {
    "acknowledge": ("new", {"medium": "phone"}),
    "assess": ("acknowledged", MILD),
    "override": ("assessed", {"band": "P3", "reason": "A long story."}),
    "take": ("new", {}),
    "hand_over": ("new", {"to": "sam"}),
    "investigate": ("assessed", {}),
    "wait": ("assessed", {"for": "guest"}),
    "resume": ("waiting", {}),
    "note": ("new", {"text": "They wait."}),
    "contact": ("new", {"text": "Called.", "medium": "phone"}),
    "confirm_facts": ("new", {"text": "The lift is stuck."}),
    "task": ("new", {"title": "Look"}),
    "task_done": ("task", {"task": 1}),
    "promise": ("new", {"text": "We call.", "due": "2026-12-24 09:00"}),
    "promise_kept": ("promise", {"promise": 1}),
    "promise_cancelled": ("promise", {"promise": 1, "reason": "Not wanted."}),
    "involve": ("new", {"login": "sam"}),
    "release": ("involved", {"login": "sam"}),
    "restrict": ("new", {"restricted": True, "reason": "A delicate matter."}),
    "propose": ("assessed", {"remedies": APOLOGY}),
    "survey": ("resolved", {}),
    "settle": ("new", {"remedies": APOLOGY, **MILD}),
    "resolve": ("proposed", {"told_by": "phone", "answer": "accepted"}),
    "withdraw": ("new", {"reason": "They changed their mind."}),
    "approve": ("request", {}),
    "decline": ("request", {}),
    "duplicate": ("new", {}),
    "not_complaint": ("new", {"reason": "A question."}),
    "reopen": ("resolved", {"reason": "Again."}),
    "close": ("resolved", {**CLOSING, "survey_not_asked": "Left."}),
}


#: Where else a case can be led, from 'assessed' on, and what is done to it there
BEYOND: dict[str, tuple[str, dict[str, Any]]] = {
    "waiting": ("wait", RECIPES["wait"][1]),
    "task": ("task", RECIPES["task"][1]),
    "promise": ("promise", RECIPES["promise"][1]),
    "involved": ("involve", RECIPES["involve"][1]),
    # More than the receptionist may give, and within what a specialist may.
    "request": ("propose", {"remedies": [{"kind": "gift", "amount": "300.00"}], "ask": True, "by": "rita"}),
}


class Story:
    """Performs acts on one desk. ``at`` is the story's clock; each act happens then, unless it says otherwise."""

    def __init__(self, desk: Desk, at: datetime = EVENING, by: str = "mark") -> None:
        facts = desk.site.facts()
        self.desk, self.at, self.by = desk, at, by
        self.zone, self.reader = facts.zone, ActReader(facts.zone, facts.currency)

    def act(self, name: str, case: str | None = None, /, *, by: str = "", at_desk: str = "D1", **fields: Any) -> str:
        """Performs one act; returns the case's number (empty where the act concerns no case)."""
        given = {"act": name, "by": by or self.by, "at": self.text(self.at), **fields}
        if case is not None:
            given["case"] = case
        act = self.reader.read(json.dumps(given))
        person = self.desk.staff.person(act.by, at_desk)
        done = self.desk.cases.perform(act.command, person, act.at)
        return done.number if done else ""

    def refused(self, name: str, case: str | None = None, /, **fields: Any) -> tuple[str, str]:
        """The code and field with which an act is refused; fails if it isn't, or if anything changed."""
        before = contents(self.desk.workspace.folder)
        with pytest.raises(UserError) as refusal:
            self.act(name, case, **fields)
        assert contents(self.desk.workspace.folder) == before, "a refusal changed something"
        return refusal.value.code, refusal.value.field

    def open(self, **fields: Any) -> str:
        """Opens a complaint at the counter; returns its number."""
        return self.act("open", **{"type": "complaint", "channel": "counter", "text": "The lift is stuck.", **fields})

    def lead(self, case: str, to: str, by: str = "", since: str = "new", **ratings: Any) -> str:
        """Leads a case along the stage bar to a state; returns the number."""
        steps: dict[str, tuple[str, dict[str, Any]]] = {
            "acknowledged": ("acknowledge", {"medium": "in_person"}),
            "assessed": ("assess", {**MILD, **ratings}),
            "investigating": ("investigate", {}),
            "proposed": ("propose", {"remedies": APOLOGY}),
            "resolved": ("resolve", {"told_by": "in_person", "answer": "accepted"}),
            "closed": ("close", {**CLOSING, "survey_not_asked": "left the country"}),
        }
        for stage in STAGES[STAGES.index(since) + 1 : STAGES.index(to) + 1]:
            act, fields = steps[stage]
            self.act(act, case, by=by, **fields)
        return case

    def opened(self, to: str, *, by: str = "", opened_by: str = "", **ratings: Any) -> str:
        """A new complaint led to a state, or to one of ``BEYOND``."""
        number = self.lead(self.open(by=opened_by), "assessed" if to in BEYOND else to, by, **ratings)
        if to in BEYOND:
            act, fields = BEYOND[to]
            self.act(act, number, **fields)
        return number

    def wait(self, **span: float) -> datetime:
        """Lets time pass; returns the new moment."""
        self.at += timedelta(**span)
        return self.at

    def case(self, number: str) -> dict[str, Any]:
        """The case as ``case --json`` gives it now."""
        return self.desk.reader.document(number, self.at)

    def state(self, number: str) -> str:
        """The case's state."""
        return str(self.case(number)["state"])

    def local(self, moment: datetime) -> str:
        """A moment as the site prints it."""
        return moment.astimezone(self.zone).isoformat(timespec="seconds")

    @staticmethod
    def text(moment: datetime) -> str:
        """A moment as acts carry it."""
        return moment.isoformat(timespec="seconds")
