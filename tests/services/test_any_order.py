"""Everybody does anything in any order: the desk follows a small model of domain.md 3, and its history stays whole."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, rule

from desktop.domain.kinds import Role
from desktop.errors import UserError
from tests.support.acts import APOLOGY, CLOSING, GRAVE, MILD, Story
from tests.support.sites import open_site
from tests.support.staffed import STAFF, staffed_folder

OPEN = {"new", "acknowledged", "assessed", "investigating", "proposed"}
BANDS = ["P1", "P2", "P3", "P4"]
HIGHER = {Role.MANAGER, Role.OWNER}
DECIDING = {Role.SPECIALIST, *HIGHER}

#: act → where it may begin, for complaints
STARTS = {
    "acknowledge": {"new"},
    "assess": OPEN - {"new"},
    "grave": OPEN - {"new"},
    "override": OPEN,
    "take": OPEN,
    "hand_over": OPEN,
    "investigate": {"assessed"},
    "note": OPEN | {"resolved", "closed", "withdrawn", "not_complaint"},
    "contact": OPEN | {"resolved", "closed"},
    "attempt": OPEN | {"resolved", "closed"},
    "propose": {"assessed", "investigating", "proposed"},
    "resolve": {"proposed"},
    "unreachable": {"proposed"},
    "settle": OPEN - {"proposed"},
    "survey": {"resolved", "closed"},
    "close": {"resolved"},
    "reopen": {"resolved", "closed"},
    "withdraw": OPEN,
    "not_complaint": OPEN,
}
#: what is told in the history: state → the states that may follow it
FOLLOWS = {
    None: {"new", "acknowledged"},
    "new": {"acknowledged", "resolved", "withdrawn", "not_complaint"},
    "acknowledged": {"assessed", "resolved", "withdrawn", "not_complaint"},
    "assessed": {"investigating", "proposed", "resolved", "withdrawn", "not_complaint"},
    "investigating": {"proposed", "resolved", "withdrawn", "not_complaint"},
    "proposed": {"resolved", "withdrawn", "not_complaint"},
    "resolved": {"closed", "investigating"},
    "closed": {"investigating"},
    "withdrawn": set(),
    "not_complaint": set(),
}
#: rule's name → the act and what it is given
GIVEN: dict[str, tuple[str, dict[str, Any]]] = {
    "acknowledge": ("acknowledge", {"medium": "phone"}),
    "assess": ("assess", {**MILD, "flags": []}),
    "grave": ("assess", {**GRAVE, "flags": ["injury"]}),
    "override": ("override", {"band": "P3", "reason": "So be it."}),
    "take": ("take", {}),
    "hand_over": ("hand_over", {"to": "sam"}),
    "investigate": ("investigate", {}),
    "note": ("note", {"text": "A note."}),
    "contact": ("contact", {"text": "Rang.", "medium": "phone"}),
    "attempt": ("contact", {"text": "No answer.", "reached": False}),
    "propose": ("propose", {"remedies": APOLOGY}),
    "resolve": ("resolve", {"told_by": "phone", "answer": "rejected"}),
    "unreachable": ("resolve", {"told_by": "email", "answer": "unreachable"}),
    "settle": ("settle", {"remedies": APOLOGY, **MILD}),
    "survey": ("survey", {"overall": 4}),
    "close": ("close", CLOSING),
    "reopen": ("reopen", {"reason": "Again."}),
    "withdraw": ("withdraw", {"reason": "They changed their mind."}),
    "not_complaint": ("not_complaint", {"reason": "A question."}),
}


@dataclass
class Known:
    """What the model knows of one case."""

    number: str
    desk: str
    complaint: bool
    state: str
    danger: bool
    grave: bool = False  #: rated so that the points alone give P2
    override: str | None = None
    reopened: str | None = None
    band: str = "P4"
    surveyed: bool = False
    resolved_by: str = ""
    ended_at: datetime | None = None  #: the last resolution, or the closing after it
    attempts: set[date] = field(default_factory=set)

    def rate(self) -> None:
        """The band as domain.md 4 has it."""
        band = "P4"
        if self.complaint:
            by_points = "P1" if self.danger else "P2" if self.grave else "P4"
            band = min(by_points, self.reopened or "P4")
        self.band = self.override or band


def refusal(name: str, known: Known, login: str, own_desk: bool, at: datetime) -> str | None:
    """The code with which domain.md and trust.md refuse an act, or None; what is done is told by ``follow``."""
    role, act = STAFF[login], GIVEN[name][0]
    if code := _not_the_persons(act, role, known, own_desk):
        return code
    ends_at_once = act == "resolve" and not known.complaint and known.state in OPEN
    if known.state not in STARTS[name] and not ends_at_once:
        return "wrong_state"
    if name == "unreachable" and known.complaint and len(known.attempts) < 3:
        return "attempts_missing"
    if act == "close" and not known.surveyed:
        return "survey_missing"
    if act == "close" and known.band in ("P1", "P2") and known.resolved_by == login:
        return "same_person_closes"
    if act == "reopen" and known.ended_at and at - known.ended_at > timedelta(days=30):
        return "reopen_too_late"
    if act == "settle":
        trial = Known(**{**vars(known), "grave": False})
        trial.rate()
        return "not_for_p1" if trial.band == "P1" else None
    return None


def _not_the_persons(act: str, role: Role, known: Known, own_desk: bool) -> str | None:
    allowed = {"override": HIGHER, "reopen": DECIDING, "not_complaint": DECIDING, "close": DECIDING}
    if role not in allowed.get(act, DECIDING | {Role.RECEPTIONIST}):
        return "not_allowed"
    if role is Role.RECEPTIONIST and not own_desk:
        return "not_own_desk"
    if role is Role.RECEPTIONIST and act in ("settle", "resolve", "withdraw") and known.band == "P1":
        return "not_for_role_at_band"
    if role is Role.SPECIALIST and act == "close" and known.band in ("P1", "P2"):
        return "not_for_role_at_band"
    return None


def follow(name: str, known: Known, login: str, at: datetime, today: date) -> None:
    """What an act that was done makes of a case."""
    moves = {"acknowledge": "acknowledged", "investigate": "investigating", "propose": "proposed", "close": "closed",
             "withdraw": "withdrawn", "not_complaint": "not_complaint", "reopen": "investigating"}  # fmt: skip
    act = GIVEN[name][0]
    if act == "assess":
        known.grave = known.danger = name == "grave"
        if known.state == "acknowledged":
            known.state = "assessed"
    elif act == "override":
        known.override = "P3"
    elif name == "contact" and known.state == "new":
        known.state = "acknowledged"
    elif name == "attempt":
        known.attempts.add(today)
    elif act in ("resolve", "settle"):
        known.grave = known.grave and act != "settle"
        if act == "settle":
            known.rate()
        known.state, known.resolved_by, known.ended_at, known.reopened = "resolved", login, at, None
    elif act == "survey":
        known.surveyed = True
    elif act == "close":
        known.ended_at = at
    elif act == "reopen":
        up = BANDS[max(0, BANDS.index(known.band) - 1)]
        known.reopened, known.override = min(up, "P2"), None
    known.state = moves.get(act, known.state)
    if act in ("assess", "override", "reopen"):
        known.rate()


class AnyOrder(RuleBasedStateMachine):
    """Acts by everybody on a few cases, each compared with the model."""

    cases = Bundle("cases")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="amends-any-order-"))
        shutil.copytree(staffed_folder(), self.folder / "site")
        self.desk = open_site(self.folder / "site")
        self.story = Story(self.desk)
        self.known: list[Known] = []

    @rule(
        target=cases,
        login=st.sampled_from([login for login in STAFF if login != "ana"]),
        desk=st.sampled_from(["D1", "D2"]),
        complaint=st.booleans() | st.just(True),
        danger=st.booleans(),
        on_the_spot=st.booleans(),
    )
    def open(self, login: str, desk: str, complaint: bool, danger: bool, on_the_spot: bool) -> Known:
        """Opens a case."""
        fields = {"type": "complaint" if complaint else "enquiry", "flags": ["injury"] if danger else []}
        number = self.story.open(by=login, at_desk=desk, on_the_spot=on_the_spot, **fields)
        known = Known(number, desk, complaint, "acknowledged" if on_the_spot else "new", danger)
        known.rate()
        self.known.append(known)
        self.compare(known)
        return known

    @rule(
        known=cases,
        name=st.sampled_from(sorted(GIVEN)),
        login=st.sampled_from(["mark", *STAFF]),
        own_desk=st.booleans() | st.just(True),
    )
    def act(self, known: Known, name: str, login: str, own_desk: bool) -> None:
        """Tries one act."""
        act, fields = GIVEN[name]
        expected = refusal(name, known, login, own_desk, self.story.at)
        at_desk = known.desk if own_desk else "D9"
        assert code_of(lambda: self.story.act(act, known.number, by=login, at_desk=at_desk, **fields)) == expected
        if expected is None:
            today = self.story.at.astimezone(self.story.zone).date()
            follow(name, known, login, self.story.at, today)
        self.compare(known)

    @rule(known=cases, steps=st.integers(1, 6), login=st.sampled_from(["mark", "owner", "sam"]))
    def lead_on(self, known: Known, steps: int, login: str) -> None:
        """Some steps along the stage bar, round and round, so that far states are reached."""
        following = {
            "new": "acknowledge",
            "acknowledged": "assess",
            "assessed": "propose",
            "investigating": "propose",
            "proposed": "resolve",
            "closed": "reopen",
        }
        for _ in range(steps):
            beyond = "close" if known.surveyed else "survey"
            if known.state in following or known.state == "resolved":
                self.act(known, following.get(known.state, beyond), login, own_desk=True)

    @rule(span=st.sampled_from([timedelta(seconds=1), timedelta(minutes=20), timedelta(hours=9), timedelta(days=16)]))
    def wait(self, span: timedelta) -> None:
        """Lets time pass."""
        self.story.at += span

    def compare(self, known: Known) -> None:
        """The case is what the model says."""
        case = self.story.case(known.number)
        assert (case["state"], case["band"]) == (known.state, known.band)
        assert case["score"] == sum(row["points"] for row in case["points"])
        assert (case["rank"] is not None) == (known.state in OPEN)
        assert (case["next_due"] is not None) == (known.state in OPEN)

    def teardown(self) -> None:
        """The history of each case is a way that the states allow, and the chain is whole."""
        with self.desk.workspace.database.reading() as connection:
            assert self.desk.journal.first_break(connection) is None
        for known in self.known:
            self.compare(known)
            state: str | None = None
            for entry in self.story.case(known.number)["history"]:
                for change in (change for change in entry["changes"] if change["field"] == "state"):
                    assert change["before"] == state
                    assert change["after"] in FOLLOWS[state]
                    state = change["after"]
            assert state == known.state
        open_ = [known for known in self.known if known.state in OPEN]
        assert len(self.desk.queue.all_rows(self.story.at)) == len(open_)
        self.desk.close()
        shutil.rmtree(self.folder)


def code_of(perform: Callable[[], object]) -> str | None:
    try:
        perform()
    except UserError as refused:
        return refused.code
    return None


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=20, stateful_step_count=30, deadline=None)
