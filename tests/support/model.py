"""A small desk of its own, written from domain.md 3–6 and trust.md: what an act does to a case, and why it is refused.

It knows nothing of the program's tables of moves and rights. Times are seconds since 1970, sums are fen.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.support.model_clocks import DAY, TARGETS, SiteHours

ROLES = {"owner": "owner", "mark": "manager", "sam": "specialist", "rita": "receptionist", "ana": "analyst"}
LEADING = {"manager", "owner"}
BANDS = ["P1", "P2", "P3", "P4"]
LIMITS: dict[str, tuple[int | None, int | None]] = {
    "receptionist": (200_00, 2_000_00),
    "specialist": (1_000_00, 10_000_00),
    "manager": (5_000_00, None),
    "owner": (None, None),
}

WAITING = {"waiting_guest", "waiting_department"}
WORKED_ON = {"acknowledged", "assessed", "investigating", "proposed"}
OPEN = {"new", *WORKED_ON, *WAITING}
DONE = {"resolved", "closed"}
ENDED = {"withdrawn", "duplicate", "not_complaint"}
NOT_ENDED = OPEN | DONE


@dataclass(eq=False)
class Gift:
    """A remedy on a case."""

    amount: int
    by_law: bool
    giver: str
    at: int
    taken_back: bool = False


@dataclass(eq=False)
class Asked:
    """An offer that waits for an approval."""

    by: str
    offers: list[tuple[int, bool]]
    replaces: bool


@dataclass(eq=False)
class Promised:
    """A promise to the guest."""

    due: int
    is_open: bool = True


@dataclass(eq=False)
class Known:
    """What the model knows of one case."""

    number: str
    desk: str
    complaint: bool
    state: str
    received: int
    danger: bool  #: a flag with a floor of P1
    targets: dict[str, tuple[int, int]] = field(default_factory=lambda: TARGETS)
    points: str = "P4"  #: the band by points
    override: str | None = None
    reopened_band: str | None = None
    band: str = "P4"
    responded: bool = False
    before: str = ""  #: the state it waits from
    reopened: int | None = None
    resolved: int | None = None
    closed: int | None = None
    surveyed: int | None = None
    resolved_by: str = ""
    accepted: bool = False
    restricted: bool = False
    pauses: list[list[int]] = field(default_factory=list)
    attempts: list[int] = field(default_factory=list)
    tasks: list[bool] = field(default_factory=list)  #: whether each is done
    promises: list[Promised] = field(default_factory=list)
    gifts: list[Gift] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    members: set[str] = field(default_factory=set)

    def rate(self) -> None:
        """The band as domain.md 4 has it."""
        by_rule = min("P1" if self.danger else self.points, self.reopened_band or "P4")
        self.band = self.override or (by_rule if self.complaint else "P4")

    def stop_waiting(self, at: int) -> None:
        """Ends the pause, if one lasts."""
        if self.pauses and len(self.pauses[-1]) == 1:
            self.pauses[-1].append(max(at, self.pauses[-1][0]))
        self.before = ""

    def standing(self) -> list[Gift]:
        """What was offered and not taken back."""
        return [gift for gift in self.gifts if not gift.taken_back]

    def on_offer(self) -> list[Gift]:
        """What can still be taken back: not what a guest had accepted before a reopening."""
        kept = self.reopened if self.accepted and self.reopened is not None else 0
        return [gift for gift in self.standing() if gift.at >= kept]

    @property
    def compensation(self) -> int:
        """What stands on the case."""
        return sum(gift.amount for gift in self.standing())

    @property
    def promise_due(self) -> int | None:
        """When the earliest open promise is due."""
        return min((promise.due for promise in self.promises if promise.is_open), default=None)


@dataclass(frozen=True)
class Try:
    """One act that somebody tries: ``given`` are its fields, as in a file of acts."""

    act: str
    login: str
    own_desk: bool
    at: int
    given: dict[str, Any]
    offers: list[tuple[int, bool]] = field(default_factory=list)  #: sums, and whether a law sets them
    points: str = "P4"  #: the band by the points of an ``assess``
    due: int | None = None  #: of a task or promise

    @property
    def role(self) -> str:
        """The role of whoever tries."""
        return ROLES[self.login]

    @property
    def when(self) -> int:
        """When it happened, by what was entered."""
        entered = self.given.get("when")
        return int(datetime.fromisoformat(entered).timestamp()) if entered else self.at


class DeskModel:
    """All cases, and what everybody has given."""

    def __init__(self, hours: SiteHours) -> None:
        self.hours = hours
        self.cases: list[Known] = []
        self.limits = dict(LIMITS)
        self.targets = dict(TARGETS)

    # What follows from a case

    def respond_due(self, case: Known) -> int:
        """When the first response is due."""
        return self.hours.due(case.band, case.received, case.targets[case.band][0])

    def resolve_due(self, case: Known) -> int | None:
        """When the resolution is due; no clock runs while the guest is waited for."""
        if case.pauses and len(case.pauses[-1]) == 1:
            return None
        since = case.reopened or case.received
        paused = self.hours.paused(case.band, since, case.pauses, 0)
        return self.hours.due(case.band, since, case.targets[case.band][1], paused)

    def next_due(self, case: Known) -> int | None:
        """What the queue is ordered by."""
        if case.state not in OPEN:
            return None
        if not case.responded:
            return self.respond_due(case)
        return min((due for due in (self.resolve_due(case), case.promise_due) if due is not None), default=None)

    def paused_minutes(self, case: Known, now: int) -> int:
        """Whole working minutes of waiting for the guest."""
        return self.hours.paused(case.band, case.reopened or case.received, case.pauses, now) // 60

    def queue(self, now: int) -> list[str]:
        """The numbers of the open cases in order (domain.md 4)."""

        def place(item: tuple[int, Known]) -> tuple[Any, ...]:
            order, case = item
            due = self.next_due(case)
            late = due is not None and due < now
            band = BANDS[max(0, BANDS.index(case.band) - 1)] if late else case.band
            day, serial = case.number.split("-")[2:]
            return band, due is None, due, case.received, day, int(serial), order

        placed = sorted((item for item in enumerate(self.cases) if item[1].state in OPEN), key=place)
        return [case.number for _, case in placed]

    def over_authority(self, case: Known, t: Try, offers: list[tuple[int, bool]], *, replaces: bool) -> set[str]:
        """Whether the one who tries may not give this on the case."""
        found = set()
        if any(by_law for _, by_law in offers) and t.role not in LEADING:
            found.add("statutory_needs_manager")
        new = sum(amount for amount, by_law in offers if not by_law)
        gone = case.on_offer() if replaces else []
        on_case = sum(g.amount for g in case.standing() if not g.by_law and g not in gone)
        mine = [g for c in self.cases for g in c.standing() if g.giver == t.login and not g.by_law]
        in_month = sum(g.amount for g in mine if month(g.at) == month(t.at) and g not in gone)
        per_case, per_month = self.limits[t.role]
        for limit, before in ((per_case, on_case), (per_month, in_month)):
            if new and limit is not None and before + new > limit:
                found.add("over_authority")
        return found


def month(at: int) -> tuple[int, int]:
    """The local calendar month of a moment at UTC+8."""
    local = datetime.fromtimestamp(at, UTC) + timedelta(hours=8)
    return local.year, local.month


def local_day(at: int) -> int:
    """The local day of a moment at UTC+8."""
    return (at + 8 * 3_600) // DAY
