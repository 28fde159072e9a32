"""What the Reports screen is handed: functions, no services."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain.figures.printed import KeptReport, MonthState
from desktop.domain.figures.report_shapes import Decision, Goals
from desktop.domain.figures.shapes import Month
from desktop.domain.figures.spans import span_of_month
from desktop.domain.kinds import Language
from desktop.domain.people import Person

if TYPE_CHECKING:  # loading the services takes longer than painting the window, so that happens elsewhere
    from desktop.services.desk import Desk

Told = Callable[[int, int], None]  #: how many steps are done, of how many; raises once nobody waits any more

_ABOUT = "report {month}"  #: under which what is half typed on a month is kept


@dataclass(frozen=True, slots=True)
class ReportsDoors:
    """All but ``now`` are run away from the window and raise ``UserError``; moments are aware UTC."""

    months: Callable[[datetime, Told], tuple[MonthState, ...]]  #: the newest first
    kept: Callable[[Month], tuple[KeptReport, ...]]  #: the newest first
    make: Callable[[Month, Language, Told], KeptReport]
    pdf: Callable[[int], bytes]
    save_pdf: Callable[[Path, bytes], None]
    save_figures: Callable[[Path, Month, Language], None]  #: XLSX or CSV, by the name's ending
    decisions: Callable[[Month], tuple[Decision, ...]]
    decide: Callable[[Month, Sequence[Decision]], None]
    tell_kept: Callable[[Month, int, bool | None, str], None]
    activity: Callable[[Month], Fraction | None]  #: room-nights or sales; None unless known for every day
    set_activity: Callable[[Month, int], None]
    goals: Callable[[], Goals]
    set_goals: Callable[[Goals], None]
    typed: Callable[[Month], Mapping[str, Any]]  #: what was half typed on a month, as it was kept
    keep_typed: Callable[[Month, Mapping[str, Any]], None]
    names: Callable[[], Mapping[str, str]]  #: of everyone on the staff list, by login
    now: Callable[[], datetime]


def doors_for(desk: "Desk", person: Person) -> ReportsDoors:
    """The doors of a desk for somebody who signed in."""
    reports, activity, drafts = desk.reports, desk.activity, desk.drafts

    def save_figures(path: Path, month: Month, language: Language) -> None:
        desk.figure_files.save(person, path, span_of_month(month), desk.now(), language=language)

    def save_pdf(path: Path, content: bytes) -> None:
        from desktop.services.papers import save_paper

        save_paper(path, content)

    def set_activity(month: Month, value: int) -> None:
        span = span_of_month(month)
        activity.set(person, span.first, span.until - timedelta(days=1), value)

    return ReportsDoors(
        months=lambda now, told: reports.months(person, now, told),
        kept=lambda month: reports.kept(person, month),
        make=lambda month, language, told: reports.make(person, month, language=language, progress=told),
        pdf=lambda report_id: reports.pdf(person, report_id),
        save_pdf=save_pdf,
        save_figures=save_figures,
        decisions=reports.decisions,
        decide=lambda month, decisions: reports.decide(person, month, decisions),
        tell_kept=lambda month, place, kept, remark: reports.tell_kept(person, month, place, kept, remark),
        activity=lambda month: activity.of(span_of_month(month)),
        set_activity=set_activity,
        goals=desk.goals.goals,
        set_goals=lambda goals: desk.goals.set(person, goals),
        typed=lambda month: drafts.typed(person, _ABOUT.format(month=month)),
        keep_typed=lambda month, typed: drafts.keep_typed(person, _ABOUT.format(month=month), typed),
        names=lambda: {row.login: row.name for row in desk.staff.everyone()},
        now=desk.now,
    )
