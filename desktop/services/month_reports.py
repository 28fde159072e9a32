"""The month's report: put together, printed, kept, and printed again unchanged (figures.md, The monthly report)."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from desktop.domain.figures.printed import KeptReport, MonthCondition, MonthState
from desktop.domain.figures.report_shapes import Decision, MonthReport
from desktop.domain.figures.shapes import Month
from desktop.domain.figures.spans import bounds, month_of_day, span_of_month
from desktop.domain.kinds import Language, Role
from desktop.domain.people import Person, check_right
from desktop.domain.wallclock import local_day, utc_at
from desktop.exchange.figures_json import figures_json
from desktop.models.driver import Driver
from desktop.models.engine import Database
from desktop.services import kept_reports
from desktop.services.figure_rows import COUNTED
from desktop.services.figures import FiguresService
from desktop.services.goals import GoalsService
from desktop.services.journal import Journal, head_of
from desktop.services.papers import imprint_of, save_paper
from desktop.services.report_decisions import DecisionService, read_decisions
from desktop.services.site import SiteService
from desktop.services.staff import StaffService
from desktop.services.warnings import WarningsService

Result = TypeVar("Result")
Progress = Callable[[int, int], None]  #: how far it is, of how much; may raise to stop the work

_ALL = 100  #: steps of a report: half of them to count, half to draw
_STEPS = 7  #: of the counting
_SECOND = timedelta(seconds=1)
_PAGE = re.compile(rb"/Type /Page\b")
_RECEIVED = f"SELECT count(*) FROM cases c WHERE c.received_at >= ? AND c.received_at < ? AND {COUNTED}"


def _quiet(_done: int, _total: int) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Sources:
    """What a report is put together from."""

    site: SiteService
    staff: StaffService
    figures: FiguresService
    warnings: WarningsService
    goals: GoalsService


class MonthReports:
    """Every method refuses whom the right ``figures`` isn't given (``not_allowed``); deciding is for those who lead.

    A paper goes from hand to hand: restricted cases count in it as everywhere, but are named to nobody, whoever
    prints it. ``now`` gives the present moment (aware UTC).
    """

    def __init__(self, database: Database, journal: Journal, sources: Sources, now: Callable[[], datetime]) -> None:
        self._database, self._journal, self._now = database, journal, now
        self._sources = sources
        self._decided = DecisionService(database, journal, now)
        self._compared: dict[tuple[int, int], bool] = {}  # printed report and head of the history → has changed

    def report(self, person: Person, month: Month, as_of: datetime, progress: Progress = _quiet) -> MonthReport:
        """All that a month's report prints, as of a moment. Raises ``not_allowed``, or what ``progress`` does."""
        check_right("figures", person)
        sources, reader = self._sources, _anybody(person)
        zone, span = sources.site.facts().zone, span_of_month(month)
        steps = _Steps(progress, _STEPS)
        figures = steps.then(sources.figures.month(reader, month, as_of))
        before = steps.then(sources.figures.month(reader, month.plus(-1), as_of))
        detail = steps.then(sources.figures.detail(reader, span, as_of))
        lists = steps.then(sources.figures.lists(reader, span, as_of))
        trend = steps.then(sources.figures.trend(reader, month, as_of))
        end = utc_at(span.until, 0, zone) - _SECOND  # of a month that is over the chart ends with it
        control = steps.then(sources.warnings.control_chart(reader, min(as_of, end)))
        warnings = steps.then(sources.warnings.in_span(reader, span, as_of))
        known = sources.figures.data_span(reader)
        with self._database.reading_plainly() as driver:
            decided, last = read_decisions(driver, month), read_decisions(driver, month.plus(-1))
            length, head = head_of(driver)
        return MonthReport(
            month=month,
            as_of=as_of,
            figures=figures,
            before=before,
            goals=sources.goals.goals(),
            detail=detail,
            lists=lists,
            trend=trend,
            control=control,
            warnings=warnings,
            decisions=decided,
            last_decisions=last,
            data_from=known[0] if known else None,
            data_until=known[1] if known else None,
            chain_head=head.hex() if length else "",
            chain_length=length,
            roles={row.login: row.role for row in sources.staff.everyone()},
        )

    def make(
        self,
        person: Person,
        month: Month,
        *,
        as_of: datetime | None = None,
        language: Language | None = None,
        progress: Progress = _quiet,
    ) -> KeptReport:
        """Prints a month's report and keeps it; in the site's language and as of now unless told otherwise.

        Stopped by ``progress`` it leaves nothing behind. Raises ``not_allowed``, ``WorkspaceError``.
        """
        return self._make(person, month, as_of, language, progress)

    def save_pdf(
        self,
        path: Path,
        person: Person,
        month: Month,
        as_of: datetime | None = None,
        language: Language | None = None,
        progress: Progress = _quiet,
    ) -> KeptReport:
        """Prints a month's report, keeps it and writes it to a file: what can't be written isn't kept either.

        Raises as ``make``, and ``paper_unwritable``, ``disk_full``.
        """
        return self._make(person, month, as_of, language, progress, lambda pdf: save_paper(path, pdf))

    def kept(self, person: Person, month: Month | None = None) -> tuple[KeptReport, ...]:
        """What was printed, of a month or at all, the newest first."""
        check_right("figures", person)
        with self._database.reading_plainly() as driver:
            return kept_reports.kept(driver, month)

    def pdf(self, person: Person, report_id: int) -> bytes:
        """A report as it was printed, byte for byte. Raises ``no_such_report``, ``report_damaged``."""
        check_right("figures", person)
        with self._database.reading_plainly() as driver:
            return kept_reports.pdf_of(driver, report_id)

    def months(self, person: Person, now: datetime, progress: Progress = _quiet) -> tuple[MonthState, ...]:
        """Every month from that of the first complaint to the running one, the newest first; none without any.

        Counts anew what was printed, so it may take a second and belongs behind the window.
        """
        known = self._sources.figures.data_span(person)
        if known is None:
            return ()
        zone = self._sources.site.facts().zone
        running = month_of_day(local_day(now, zone))
        months = [month_of_day(local_day(known[0], zone))]
        while months[-1] < running:
            months.append(months[-1].plus(1))
        with self._database.reading_plainly() as driver:
            received = [self._received(driver, month) for month in months]
            printed = kept_reports.kept(driver)
            head, _ = head_of(driver)
        states = []
        for place, (month, count) in enumerate(zip(months, received, strict=True)):
            progress(place, len(months))
            mine = [report for report in printed if report.month == month]
            whole = next((report for report in mine if report.as_of >= self._end(month)), None)
            condition = _condition(month, running, count, whole)
            is_new = whole is not None and self._has_changed(person, whole, now, head)
            states.append(MonthState(month, condition, count, len(mine), mine[0] if mine else None, is_new))
        return tuple(reversed(states))

    def unprinted(self, person: Person, now: datetime) -> Month | None:
        """Last month, if it had complaints and its report was not printed since it was over. Quick."""
        check_right("figures", person)
        month = month_of_day(local_day(now, self._sources.site.facts().zone)).plus(-1)
        with self._database.reading_plainly() as driver:
            if any(report.as_of >= self._end(month) for report in kept_reports.kept(driver, month)):
                return None
            return month if self._received(driver, month) else None

    # Decisions

    def decisions(self, month: Month) -> tuple[Decision, ...]:
        """What was decided in a month's report for the month after it."""
        return self._decided.decisions(month)

    def decide(self, person: Person, month: Month, decisions: Iterable[Decision]) -> None:
        """Puts these in the place of all that was decided (``DecisionService.decide``)."""
        self._decided.decide(person, month, tuple(decisions))

    def tell_kept(self, person: Person, month: Month, place: int, kept: bool | None, remark: str) -> None:
        """Tells what became of a decision (``DecisionService.tell_kept``)."""
        self._decided.tell_kept(person, month, place, kept, remark)

    def _make(
        self,
        person: Person,
        month: Month,
        as_of: datetime | None,
        language: Language | None,
        progress: Progress,
        also: Callable[[bytes], None] = lambda _pdf: None,
    ) -> KeptReport:
        check_right("figures", person)
        made_at = self._now().replace(microsecond=0)
        as_of = (as_of or made_at).replace(microsecond=0)
        language = language or self._sources.site.facts().language
        report = self.report(person, month, as_of, lambda done, total: progress(done * _ALL // total // 2, _ALL))
        from desktop.reports.month_context import MonthSite
        from desktop.reports.month_paper import month_paper

        site = self._sources.site
        imprint = imprint_of(site, self._sources.staff, person, language, made_at)
        look = MonthSite(site.in_force().shifts, site.targets())
        half = _ALL // 2
        pdf = month_paper(report, imprint, lambda done, total: progress(half + done * half // total, _ALL), site=look)
        progress(_ALL, _ALL)  # the last moment at which it can be stopped
        also(pdf)
        figures = self._json(report)
        pages = len(_PAGE.findall(pdf))
        database, journal = self._database, self._journal
        return kept_reports.keep(
            database, journal, person, made_at, month, as_of, language, pages=pages, pdf=pdf, figures=figures
        )

    def _has_changed(self, person: Person, report: KeptReport, now: datetime, head: int) -> bool:
        """Whether the figures are other ones now. Nothing changes them but what the history tells."""
        key = (report.id, head)
        if key not in self._compared:
            with self._database.reading_plainly() as driver:
                before = kept_reports.figures_of(driver, report.id)
            span, reader = span_of_month(report.month), _anybody(person)
            figures = self._sources.figures.month(reader, report.month, now)
            warnings = self._sources.warnings.in_span(reader, span, now)
            facts = self._sources.site.facts()
            after = figures_json(figures, str(report.month), facts.currency, facts.zone, warnings)
            self._compared[key] = _same(before) != _same(after)
        return self._compared[key]

    def _json(self, report: MonthReport) -> dict[str, Any]:
        facts = self._sources.site.facts()
        return figures_json(report.figures, str(report.month), facts.currency, facts.zone, report.warnings)

    def _received(self, driver: Driver, month: Month) -> int:
        start, end = bounds(span_of_month(month), self._sources.site.facts().zone)
        return int(driver.execute(_RECEIVED, (start, end)).fetchone()[0])

    def _end(self, month: Month) -> datetime:
        """The first moment that no longer belongs to it."""
        return utc_at(span_of_month(month).until, 0, self._sources.site.facts().zone)


class _Steps:
    """Tells how far the counting is, after each part of it."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._done, self._total = progress, 0, total
        progress(0, total)

    def then(self, result: Result) -> Result:
        """A part has been counted."""
        self._done += 1
        self._progress(self._done, self._total)
        return result


def _anybody(person: Person) -> Person:
    """The same person with no more rights than everybody has who may open a kept report."""
    return replace(person, role=Role.ANALYST)


def _condition(month: Month, running: Month, received: int, whole: KeptReport | None) -> MonthCondition:
    if month >= running:
        return MonthCondition.RUNNING
    if whole is not None:
        return MonthCondition.PRINTED
    return MonthCondition.READY if received else MonthCondition.NONE


def _same(figures: dict[str, Any]) -> str:
    """Figures in one form, without the moment that they were counted at."""
    return json.dumps({name: value for name, value in figures.items() if name != "as_of"}, sort_keys=True)
