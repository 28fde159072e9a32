"""What the Insights screen is handed: functions, no services."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.domain.figures.picks import Pick
from desktop.domain.figures.report_shapes import ControlChart, Detail, EarlyWarning, Goals, ListedCase
from desktop.domain.figures.shapes import Figures, Span
from desktop.domain.people import Person

if TYPE_CHECKING:  # loading the services takes longer than painting the window, so that happens elsewhere
    from desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class InsightsDoors:
    """All but ``now`` are run away from the window and raise ``UserError``; moments are aware UTC.

    A category is a level-1 code, empty for all. Cases come without those that the person may not read.
    """

    figures: Callable[[Span, datetime, str], Figures]
    detail: Callable[[Span, datetime, str], Detail]
    chart: Callable[[datetime, str], ControlChart]
    goals: Callable[[], Goals]
    data_span: Callable[[], tuple[datetime, datetime] | None]  #: the first and last moment of a complaint
    cases: Callable[[Pick, Span, datetime, str], tuple[ListedCase, ...]]
    warnings: Callable[[datetime], tuple[EarlyWarning, ...]]  #: the newest first
    dismiss: Callable[[str, str], object]  #: a warning's key, and why
    names: Callable[[], Mapping[str, str]]  #: of everyone on the staff list, by login
    now: Callable[[], datetime]


def doors_for(desk: "Desk", person: Person) -> InsightsDoors:
    """The doors of a desk for somebody who signed in."""
    figures, warnings = desk.figures, desk.warnings
    return InsightsDoors(
        figures=lambda span, as_of, category: figures.span(person, span, as_of, category=category),
        detail=lambda span, as_of, category: figures.detail(person, span, as_of, category=category),
        chart=lambda as_of, category: warnings.control_chart(person, as_of, category=category),
        goals=desk.goals.goals,
        data_span=lambda: figures.data_span(person),
        cases=lambda pick, span, as_of, category: figures.cases_behind(person, pick, span, as_of, category=category),
        warnings=lambda as_of: warnings.at(person, as_of),
        dismiss=lambda key, reason: warnings.dismiss(person, key, reason),
        names=lambda: {row.login: row.name for row in desk.staff.everyone()},
        now=desk.now,
    )
