"""All that the Insights screen shows, in one frozen value. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum, auto

from desktop.domain.figures.picks import Pick
from desktop.domain.figures.report_shapes import ControlChart, Detail, EarlyWarning, Goals, ListedCase
from desktop.domain.figures.shapes import Figures, Span
from desktop.domain.people import Person, Right, leads, right_to
from desktop.errors import UserError
from desktop.ui.insights.spans import Frame, SpanKind
from desktop.ui.insights.tile_values import Tile, tiles

FEWEST_WEEKS = 6  #: that a baseline must have for limits (figures.md, Early warning)


class Phase(Enum):
    """How far the counting is."""

    COUNTING = auto()
    READY = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted for one look: span, category, moment."""

    frame: Frame
    category: str
    at: datetime  #: when it was counted, UTC
    figures: Figures
    before: Figures | None  #: None where the site knows nothing of that time, for nothing was counted then
    detail: Detail
    chart: ControlChart
    goals: Goals

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The six tiles."""
        return tiles(self.figures, self.before, self.goals)

    @property
    def has_limits(self) -> bool:
        """Whether there are enough weeks for trends."""
        return self.chart.baseline_weeks >= FEWEST_WEEKS


@dataclass(frozen=True, slots=True)
class Picked:
    """A figure whose cases are shown, of a span as of a moment; a warning's are those that it names."""

    pick: Pick
    span: Span
    as_of: datetime
    category: str = ""
    count: int | None = None  #: what the figure says, where it counts cases
    warning: EarlyWarning | None = None
    others: tuple[str, ...] = ()  #: level-1 or level-2 codes of the bar that stands for all others


@dataclass(frozen=True, slots=True)
class PickedCases:
    """The cases behind a figure, the newest first."""

    picked: Picked
    phase: Phase = Phase.COUNTING
    rows: tuple[ListedCase, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)  #: of owners, by login
    failure: UserError | None = None

    @property
    def unlisted(self) -> int:
        """Counted cases that the person may not read."""
        count = self.picked.count
        return max(0, count - len(self.rows)) if count is not None and self.phase is Phase.READY else 0


@dataclass(frozen=True, slots=True)
class InsightsState:
    """Equal states look the same."""

    person: Person
    kind: SpanKind = SpanKind.MONTH
    back: int = 0  #: spans before the running one
    category: str = ""  #: a level-1 code, or empty for all
    phase: Phase = Phase.COUNTING
    frame: Frame | None = None  #: that is asked for; ``counted`` has its own until the new figures are there
    counted: Counted | None = None
    failure: UserError | None = None  #: why nothing could be counted
    first_day: date | None = None  #: local, of the first complaint; None where there is none
    warnings: tuple[EarlyWarning, ...] = ()  #: standing and not dismissed, the newest first
    place: int = 0  #: of the warning that is shown
    asks_reason: bool = False
    is_dismissing: bool = False
    refusal: UserError | None = None  #: of a dismissal
    cases: PickedCases | None = None

    @property
    def warning(self) -> EarlyWarning | None:
        """The warning in the banner."""
        return self.warnings[self.place] if self.warnings else None

    @property
    def is_empty(self) -> bool:
        """Whether there is no complaint at all."""
        return self.phase is Phase.READY and self.first_day is None

    @property
    def can_go_back(self) -> bool:
        """Whether complaints may lie before the span."""
        return self.frame is not None and self.first_day is not None and self.frame.span.first > self.first_day

    @property
    def can_go_forward(self) -> bool:
        """Whether the span is not the running one."""
        return self.back > 0

    @property
    def can_dismiss(self) -> bool:
        """Whether the person may put a warning away: those who lead (trust.md, People)."""
        return leads(self.person.role)

    @property
    def can_open_cases(self) -> bool:
        """Whether the person may read cases; others see the list only."""
        return right_to("read_cases", self.person.role) is not Right.NO
