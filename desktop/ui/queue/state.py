"""All that the queue shows, as one frozen value, and the functions that it is handed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import Enum, auto

from desktop.domain.authority import AuthorityLeft
from desktop.domain.case_file import CaseFile
from desktop.domain.commands import OnCase
from desktop.domain.kinds import Band, Flag, RecordType, State
from desktop.domain.people import Person
from desktop.domain.priority import band_of_score
from desktop.domain.queueing import Chip, QueueFilter
from desktop.domain.rows import CaseView, GuestHistory, QueueCounts, QueueKey, QueuePage, QueueRow, StaffRow
from desktop.errors import UserError
from desktop.ui.queue.bulk import ActDoors, Bulk
from desktop.ui.queue.pages import Window
from desktop.ui.queue.sorting import Sort


@dataclass(frozen=True, slots=True)
class QueueDoors:
    """The functions that the queue is handed. The first six may take milliseconds and run off the window's thread.

    Without ``acts`` a case can be looked at and taken, no more.
    """

    page: Callable[[datetime, QueueKey | None, int, Chip, QueueFilter], QueuePage]
    counts: Callable[[datetime, QueueFilter], QueueCounts]
    all_rows: Callable[[datetime, Chip, QueueFilter], tuple[QueueRow, ...]]
    view: Callable[[str], CaseView]
    history: Callable[[CaseView], GuestHistory | None]
    perform: Callable[[OnCase], object]
    refusal_for: Callable[[str, QueueRow], UserError | None]  #: why this act isn't this person's to do, if so
    people: Callable[[], tuple[StaffRow, ...]]  #: whose cases one may look for
    last_backup: Callable[[], datetime | None]
    now: Callable[[], datetime]
    acts: ActDoors | None = None


class Phase(Enum):
    """Whether the rows are there."""

    LOADING = auto()
    READY = auto()
    FAILED = auto()


class Emptiness(Enum):
    """Why there are no rows."""

    NOT_EMPTY = auto()
    NOTHING_OPEN = auto()
    FILTERED = auto()  #: by the filter, or by looking at one's own only
    CHIP = auto()  #: nothing behind this chip, which is good news


class Rule(Enum):
    """What set the band that a case is ordered by, besides its points."""

    FLOOR = auto()
    OVERRIDE = auto()
    REOPENED = auto()
    TYPE = auto()  #: no complaint: always P4
    LATE = auto()


@dataclass(frozen=True, slots=True)
class QueueState:
    """All that the view shows. Equal states look the same."""

    person: Person
    at: datetime = datetime(1970, 1, 1, tzinfo=UTC)  #: the moment by which times are shown
    phase: Phase = Phase.LOADING
    chip: Chip = Chip.OPEN
    filter: QueueFilter = field(default_factory=QueueFilter)
    sort: Sort | None = None  #: None: the queue's own order
    window: Window = field(default_factory=Window)
    counts: QueueCounts = field(default_factory=QueueCounts)
    selected: QueueRow | None = None
    view: CaseView | None = None  #: the whole of the selected case, once it is read
    history: GuestHistory | None = None
    failure: UserError | None = None  #: why there are no rows
    view_failure: UserError | None = None
    refusal: UserError | None = None  #: of the last act; stays until another case is chosen
    take_refusal: UserError | None = None  #: why the button is off
    acknowledge_refusal: UserError | None = None
    settle_refusal: UserError | None = None
    act: str = ""  #: the move whose form is open
    file: CaseFile | None = None  #: the whole file of the selected case, while a form is open
    allowance: AuthorityLeft | None = None
    typed: Mapping[str, str] = field(default_factory=dict)  #: what was half typed for the move before
    act_refusal: UserError | None = None  #: what the open form's act was refused for
    is_acting: bool = False
    ticked: tuple[QueueRow, ...] = ()  #: several cases, chosen to act on them together
    bulk: Bulk = field(default_factory=Bulk)

    @property
    def is_mine(self) -> bool:
        """Whether only the person's own cases are shown."""
        return self.filter.owner_id == self.person.id

    @property
    def narrowed(self) -> int:
        """How many parts of the filter are in use, whose cases not counted where they are one's own."""
        parts = (self.filter.bands, self.filter.states, self.filter.category)
        return sum(map(bool, parts)) + (self.filter.owner_id is not None and not self.is_mine)

    @property
    def total(self) -> int:
        """How many cases there are behind the chosen chip."""
        return self.count_of(self.chip)

    def count_of(self, chip: Chip) -> int:
        """How many cases there are behind a chip."""
        return int(getattr(self.counts, chip.value))

    @property
    def emptiness(self) -> Emptiness:
        """Why there are no rows, if so."""
        if self.window.known or self.phase is not Phase.READY:
            return Emptiness.NOT_EMPTY
        if not self.filter.is_empty:
            return Emptiness.FILTERED
        return Emptiness.NOTHING_OPEN if self.chip is Chip.OPEN else Emptiness.CHIP

    @property
    def is_own(self) -> bool:
        """Whether the selected case is already the person's."""
        return self.selected is not None and self.selected.owner_id == self.person.id

    @property
    def can_take(self) -> bool:
        """Whether 'take it' would be accepted, as far as can be seen."""
        return self._can_act and self.take_refusal is None and not self.is_own

    @property
    def can_acknowledge(self) -> bool:
        """Whether 'acknowledge' would be accepted, as far as can be seen."""
        return self._can_act and self.acknowledge_refusal is None

    @property
    def can_settle(self) -> bool:
        """Whether 'settled on the spot' would be accepted, as far as can be seen; its form asks further."""
        return self._can_act and self.settle_refusal is None

    def without_form(self) -> "QueueState":
        """The same with no form open."""
        return replace(self, act="", file=None, allowance=None, typed={}, act_refusal=None)

    @property
    def is_masked(self) -> bool:
        """Whether the selected case isn't for the person."""
        return self.selected is not None and is_masked(self.selected)

    @property
    def tick_numbers(self) -> frozenset[str]:
        """The cases that are chosen to act on them together."""
        return frozenset(row.number for row in self.ticked)

    @property
    def _can_act(self) -> bool:
        return self.selected is not None and not self.is_acting

    @property
    def version(self) -> int | None:
        """The version of the selected case that the person sees."""
        if self.selected is None:
            return None
        return max(self.selected.version, self.view.row.version) if self.view else self.selected.version

    @property
    def tells_safety(self) -> bool:
        """Whether the selected case touches somebody's safety or dignity."""
        return self.view is not None and bool(self.view.flags & SAFETY_FLAGS)


#: What has a floor of P1 (domain.md 4).
SAFETY_FLAGS = frozenset(
    {
        Flag.INJURY,
        Flag.FOOD_ILLNESS,
        Flag.SECURITY,
        Flag.FIRE,
        Flag.HARASSMENT,
        Flag.DISCRIMINATION,
        Flag.DATA_LEAK,
    }
)


def is_masked(row: QueueRow) -> bool:
    """Whether the row is of a restricted case that isn't for whoever looks: a case always has a summary."""
    return row.restricted and not row.summary


def shown_band(row: QueueRow, at: datetime) -> Band:
    """The band that orders a case at that moment; a resolved one is in no queue and keeps its own."""
    return row.band if row.state is State.RESOLVED else row.effective_band(at)


def rules_of(row: QueueRow, at: datetime) -> tuple[Rule, ...]:
    """What besides its points set the band that a case is ordered by (domain.md 4), in the order it happened."""
    rule = row.band_rule.partition(":")[0]
    rules = [found for name, found in _RULES.items() if name == rule]
    if not rules and row.type is not RecordType.COMPLAINT and band_of_score(row.score) is not row.band:
        rules = [Rule.TYPE]
    if shown_band(row, at) is not row.band:
        rules.append(Rule.LATE)
    return tuple(rules)


_RULES = {"floor": Rule.FLOOR, "override": Rule.OVERRIDE, "reopened": Rule.REOPENED}
