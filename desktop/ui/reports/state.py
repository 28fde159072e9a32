"""All that the Reports screen shows, in one frozen value. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum, auto
from fractions import Fraction
from pathlib import Path

from desktop.domain.figures.printed import KeptReport, MonthCondition, MonthState
from desktop.domain.figures.report_shapes import Decision, Goals
from desktop.domain.figures.shapes import Month
from desktop.domain.kinds import Language
from desktop.domain.people import Person, leads
from desktop.errors import UserError
from desktop.ui.reports.typed import Became, Lines, Typed, activity_text, goal_texts, lines_of


class Phase(Enum):
    """How far the reading is."""

    READING = auto()
    READY = auto()
    FAILED = auto()


class Part(Enum):
    """What a refusal is about, and what is being saved."""

    PAPER = auto()
    FILE = auto()
    LINES = auto()
    BECAME = auto()
    ACTIVITY = auto()
    GOALS = auto()


@dataclass(frozen=True, slots=True)
class Detail:
    """What was read of one month."""

    month: Month
    kept: tuple[KeptReport, ...]  #: the newest first
    decisions: tuple[Decision, ...]
    last: tuple[Decision, ...]  #: of the month before
    activity: Fraction | None
    goals: Goals
    names: Mapping[str, str]  #: of the staff, by login


@dataclass(frozen=True, slots=True)
class Unwritten:
    """A file that couldn't be written: a report's pages, or the figures where there is no report."""

    report: KeptReport | None


@dataclass(frozen=True, slots=True)
class ReportsState:
    """Equal states look the same."""

    person: Person
    language: Language  #: of the next paper
    at: datetime | None = None  #: when the months were read
    phase: Phase = Phase.READING
    months: tuple[MonthState, ...] = ()
    failure: UserError | None = None
    selected: Month | None = None
    detail: Detail | None = None
    detail_failure: UserError | None = None
    typed: Typed = field(default_factory=Typed)
    typed_goals: tuple[tuple[str, str], ...] = ()  #: that aren't saved, by name
    is_making: bool = False
    done: int = 0
    total: int = 0
    saving: Part | None = None
    refusal: UserError | None = None
    refused: Part | None = None
    unwritten: Unwritten | None = None
    saved: Path | None = None

    @property
    def chosen(self) -> MonthState | None:
        """The month that is shown."""
        return next((state for state in self.months if state.month == self.selected), None)

    @property
    def can_manage(self) -> bool:
        """Whether the person may decide, and enter activity and goals."""
        return leads(self.person.role)

    @property
    def newest(self) -> KeptReport | None:
        """The report of the month that was printed last."""
        return self.detail.kept[0] if self.detail is not None and self.detail.kept else None

    @property
    def saved_lines(self) -> Lines:
        """The things for next month as they are saved."""
        return lines_of(self.detail.decisions if self.detail is not None else ())

    @property
    def lines(self) -> Lines:
        """The same as they are typed."""
        return self.typed.lines or self.saved_lines

    def saved_became(self, place: int) -> Became:
        """What became of one, as it is saved."""
        last = self.detail.last if self.detail is not None else ()
        return next((Became(one.kept, one.remark) for one in last if one.place == place), Became())

    def became(self, place: int) -> Became:
        """The same as it is typed."""
        return dict(self.typed.became).get(place, self.saved_became(place))

    @property
    def saved_activity(self) -> str:
        """Room-nights or sales as they are saved."""
        return activity_text(self.detail.activity) if self.detail is not None else ""

    @property
    def activity(self) -> str:
        """The same as they are typed."""
        return self.saved_activity if self.typed.activity is None else self.typed.activity

    @property
    def goals(self) -> dict[str, str]:
        """The goals as they are typed."""
        saved = goal_texts(self.detail.goals if self.detail is not None else Goals())
        return saved | dict(self.typed_goals)

    def refusal_of(self, part: Part) -> UserError | None:
        """Why something of a part was refused just now."""
        return self.refusal if self.refused is part else None

    def calm(self) -> "ReportsState":
        """Without what was refused before."""
        return replace(self, refusal=None, refused=None)

    def calm_of(self, part: Part) -> "ReportsState":
        """Without what was refused of a part: it is being put right."""
        return self.calm() if self.refused is part else self


def first_choice(months: tuple[MonthState, ...]) -> Month | None:
    """What somebody comes for: the newest month that is over and has something to tell, else the newest."""
    over = (state.month for state in months if state.condition in (MonthCondition.READY, MonthCondition.PRINTED))
    return next(over, months[0].month if months else None)
