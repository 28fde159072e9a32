"""Everybody tries everything in any order; the desk follows a small model of domain.md 3–6 that was written on its own.

No illegal state; a refusal changes no row of any table; queue, due times, pauses, promises and sums are the model's.
"""

import shutil
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from desktop.domain.kinds import Property
from desktop.errors import UserError
from desktop.exchange.acts import ACTS
from tests.support.act_lines import WHOLE_ACTS
from tests.support.acts import Story
from tests.support.model import LEADING, OPEN, ROLES, DeskModel, Known
from tests.support.model_clocks import SiteHours
from tests.support.model_effects import follow
from tests.support.model_guards import STARTS, refusals
from tests.support.model_tries import NEXT, fen, loose_ends, tried
from tests.support.sites import open_site
from tests.support.staffed import contents, staffed_folder

OF_THE_SITE = ["staff", "calendar", "targets", "authority", "shifts"]

ENDING = {"withdraw", "not_complaint", "duplicate"}
WORKERS = ["owner", "mark", "mark", "sam", "sam", "rita", "rita"]

#: state → the states that may follow it in a history
_ENDS = {"withdrawn", "not_complaint", "duplicate"}
_WAITS = {"waiting_guest", "waiting_department"}
FOLLOWS: dict[str | None, set[str]] = {
    None: {"new", "acknowledged"},
    "new": {"acknowledged", "resolved", *_ENDS},
    "acknowledged": {"assessed", "resolved", *_WAITS, *_ENDS},
    "assessed": {"investigating", "proposed", "resolved", *_WAITS, *_ENDS},
    "investigating": {"proposed", "resolved", *_WAITS, *_ENDS},
    "proposed": {"resolved", *_WAITS, *_ENDS},
    **{wait: {"acknowledged", "assessed", "investigating", "proposed", "resolved", *_ENDS} for wait in _WAITS},
    "resolved": {"closed", "investigating"},
    "closed": {"investigating"},
    **{end: set() for end in _ENDS},
}
LOGINS = ["mark", *ROLES]
SPANS = [timedelta(seconds=1), timedelta(minutes=20), timedelta(hours=9), timedelta(days=2), timedelta(days=31)]


_ROW = """SELECT state, band, restricted, in_queue, respond_due, resolve_due, next_due, promise_due, compensation
FROM cases WHERE number = ?"""
_STANDING = """SELECT coalesce(sum(amount), 0) FROM remedies WHERE taken_back_at IS NULL
AND case_id = (SELECT id FROM cases WHERE number = ?)"""


class EveryAct(RuleBasedStateMachine):
    """Acts by everybody on a few cases, each compared with the model."""

    place = Property.HOTEL

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="amends-every-act-"))
        shutil.copytree(staffed_folder(self.place), self.folder / "site")
        self.desk = open_site(self.folder / "site")
        self.story = Story(self.desk)
        self.dice = Random(0)
        self.stored: dict[str, list[tuple[object, ...]]] = {}  #: all tables, while nothing was done since
        self.model = DeskModel(SiteHours(is_shop=self.place is Property.RETAIL))

    @property
    def now(self) -> int:
        return int(self.story.at.timestamp())

    @initialize(seed=st.integers(0, 2**32))
    def begin(self, seed: int) -> None:
        """There are cases to begin with; from here on the dice decide, the same for the same seed."""
        self.dice = Random(seed)
        self.change_the_site("authority", "owner")
        for _ in range(2):
            self.open()

    @rule(times=st.integers(1, 10))
    def a_while(self, times: int) -> None:
        """This and that happens; most of it is work."""
        some = [self.work] * 30 + [self.lead_on] * 4 + [self.try_anything] * 10
        for _ in range(times):
            self.dice.choice([*some, self.time_passes, self.time_passes, self.open, self.change_the_site])()

    def open(self) -> None:
        """Opens a case."""
        login, desk = self.dice.choice([login for login in ROLES if login != "ana"]), self.dice.choice(["D1", "D2"])
        complaint, danger, on_the_spot = self.dice.random() < 0.8, self.dice.random() < 0.2, self.dice.random() < 0.3
        fields = {"type": "complaint" if complaint else "enquiry", "flags": ["injury"] if danger else []}
        self.stored = {}
        number = self.story.open(by=login, at_desk=desk, on_the_spot=on_the_spot, **fields)
        state = "acknowledged" if on_the_spot else "new"
        known = Known(number, desk, complaint, state, self.now, danger, dict(self.model.targets), responded=on_the_spot)
        known.rate()
        self.model.cases.append(known)
        self.compare_row(known)

    def work(self) -> None:
        """Somebody does what the state of a living case knows; what ends it before its time is left to others."""
        living = [known for known in self.model.cases if known.state in NEXT]
        if living:
            known = self.dice.choice(living[-3:])
            possible = sorted(act for act, starts in STARTS.items() if known.state in starts and act not in ENDING)
            loose = loose_ends(known) if self.dice.random() < 0.5 else []
            act = self.dice.choice(loose or [*possible, *4 * [NEXT[known.state]]])
            self.try_it(known, act, self.dice.choice(WORKERS))

    def lead_on(self) -> None:
        """Some steps along the stage bar, round and round, so that far states are reached."""
        known, login = self.dice.choice(self.model.cases), self.dice.choice(["mark", "owner"])
        for _ in range(4):
            if known.state in NEXT:
                self.try_it(known, NEXT[known.state], login)

    def try_anything(self) -> None:
        """Whoever comes tries something, whatever the state."""
        known, login = self.dice.choice(self.model.cases), self.dice.choice(LOGINS)
        act = self.dice.choice(sorted(STARTS))
        self.try_it(known, act, login, own_desk=self.dice.random() < 0.7)

    def change_the_site(self, act: str = "", login: str = "") -> None:
        """Tries to change the staff list or the rules; new targets hold for what is opened or rated from then on."""
        act, login = act or self.dice.choice(OF_THE_SITE), login or self.dice.choice(LOGINS)
        given = {name: value for name, value in WHOLE_ACTS[act].items() if name not in ("act", "by")}
        case, month = self.dice.choice(["100.00", "400.00", None]), self.dice.choice(["300.00", "1000.00", None])
        if act == "calendar":
            week = ["10:00-22:00"] if self.model.hours.is_shop else ["00:00-24:00"]
            given = {"intervals": dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), week)}
        if act == "authority":
            limits = {"receptionist": {"case": case}, "specialist": {"month": month}, "manager": {"month": month}}
            given = {"authority": limits}
        allowed = ROLES[login] in LEADING
        code = self.code_of(lambda: self.story.act(act, by=login, **given), changes=allowed)
        assert code == (None if allowed else "not_allowed")
        if allowed and act == "authority":
            per_case, per_month = (None if limit is None else fen(limit) for limit in (case, month))
            self.model.limits["receptionist"] = per_case, 2_000_00
            self.model.limits["specialist"] = 1_000_00, per_month
            self.model.limits["manager"] = 5_000_00, per_month
        if allowed and act == "targets":
            self.model.targets["P3"] = 60, 480

    def time_passes(self) -> None:
        """Lets time pass."""
        self.story.at += self.dice.choice(SPANS)
        self.look(self.model.cases[-2:])

    def look(self, cases: list[Known]) -> None:
        """These cases and the whole queue are what the model says."""
        for known in cases:
            self.compare(known)
        assert [row.number for row in self.desk.queue.all_rows(self.story.at)] == self.model.queue(self.now)

    def try_it(self, known: Known, act: str, login: str, *, own_desk: bool = True) -> None:
        """Tries one act with whatever it may be given; the desk does it exactly where the model does."""
        t = tried(act, known, login, self.dice, self.model, self.now, own_desk=own_desk)
        expected = refusals(self.model, known, t)
        at_desk = known.desk if own_desk else "D9"
        code = self.code_of(
            lambda: self.story.act(act, known.number, by=login, at_desk=at_desk, **t.given), changes=not expected
        )
        assert code in expected if expected else code is None, (code, expected, t)
        if not expected:
            follow(self.model, known, t)
            self.compare_row(known)

    def code_of(self, perform: Callable[[], object], *, changes: bool) -> str | None:
        """The code with which an act is refused, or None; a refusal leaves every table as it was."""
        before = {} if changes else self.stored or contents(self.folder / "site")
        self.stored = {}
        try:
            perform()
        except UserError as refused:
            self.stored = contents(self.folder / "site")
            assert self.stored == before, "a refusal changed something"
            return refused.code
        return None

    def compare_row(self, known: Known) -> None:
        """What lists are made from is what the model says of the case."""
        with self.desk.workspace.database.reading_plainly() as driver:
            row = driver.execute(_ROW, (known.number,)).fetchone()
            (standing,) = driver.execute(_STANDING, (known.number,)).fetchone()
        model = self.model
        dues = (model.respond_due(known), model.resolve_due(known), model.next_due(known), known.promise_due)
        expected = (known.state, known.band, known.restricted, known.state in OPEN, *dues, known.compensation)
        assert (row, standing) == (expected, known.compensation)

    def compare(self, known: Known) -> None:
        """The whole case is what the model says."""
        self.compare_row(known)
        case = self.story.case(known.number)
        assert (case["rank"] is not None) == (known.state in OPEN)
        assert case["paused_minutes"] == self.model.paused_minutes(known, self.now)
        assert [pause["ended_at"] is not None for pause in case["pauses"]] == [len(p) == 2 for p in known.pauses]
        assert case["state_before_wait"] == (known.before or None)
        assert [task["done_at"] is not None for task in case["tasks"]] == known.tasks
        ended = [p["kept_at"] is not None or p["cancelled_at"] is not None for p in case["promises"]]
        assert ended == [not promise.is_open for promise in known.promises]
        assert case["members"] == sorted(known.members)
        assert sum(request["granted"] is None for request in case["requests"]) == len(known.asked)
        standing = [fen(r["amount"]) for r in case["remedies"] if r["taken_back_at"] is None]
        assert standing == [gift.amount for gift in known.standing()]
        assert fen(case["compensation"]) == sum(standing)
        assert case["score"] == sum(row["points"] for row in case["points"])

    def teardown(self) -> None:
        """The history of each case is a way that the states allow, the chain is whole, what lists read is right."""
        self.look(self.model.cases)
        with self.desk.workspace.database.reading() as connection:
            assert self.desk.journal.first_break(connection) is None
        for known in self.model.cases:
            state: str | None = None
            for entry in self.story.case(known.number)["history"]:
                for change in (change for change in entry["changes"] if change["field"] == "state"):
                    assert change["before"] == state
                    assert change["after"] in FOLLOWS[state]
                    state = change["after"]
            assert state == known.state
        self.desk.close()
        shutil.rmtree(self.folder)


class EveryActAtAShop(EveryAct):
    """The same where the clocks of all but a P1 stand still at night."""

    place = Property.RETAIL


def test_every_act_is_tried() -> None:
    assert {"open", *OF_THE_SITE, *STARTS} == ACTS


# What a seed leads to can't be made smaller, so nobody waits for that.
_searched = settings(
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    max_examples=settings().max_examples // 15,
    stateful_step_count=30,
    deadline=None,
)
TestEveryActAtAHotel = EveryAct.TestCase
TestEveryActAtAHotel.settings = _searched
TestEveryActAtAShop = EveryActAtAShop.TestCase
TestEveryActAtAShop.settings = _searched
