"""A shelf of reports that answers as the services do, and notes what it was asked."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

from desktop.domain.figures.printed import KeptReport, MonthCondition, MonthState
from desktop.domain.figures.report_shapes import Decision, Goals
from desktop.domain.figures.shapes import Month
from desktop.domain.kinds import Language
from desktop.errors import UserError
from desktop.reports.blocks import Text
from desktop.reports.page import A4, render
from desktop.ui.reports.doors import ReportsDoors, Told
from tests.reports.cases import imprint

NOW = datetime(2026, 12, 3, 1, tzinfo=UTC)
OCTOBER, NOVEMBER, DECEMBER = Month(2026, 10), Month(2026, 11), Month(2026, 12)
HOSTILE = '<img src="x"> & <b>12</b>'


def kept(report_id: int, month: Month = OCTOBER, language: Language = Language.EN) -> KeptReport:
    """A report of the third of December."""
    return KeptReport(report_id, month, language, NOW, NOW, "mark", 8, "0" * 64)


class Shelf:
    """December runs, November is to be printed, October was printed twice and has changed, September was quiet."""

    def __init__(self, *, empty: bool = False) -> None:
        self.reports = {} if empty else {1: kept(1), 2: kept(2, language=Language.ZH)}
        self.empty = empty
        self.fails: dict[str, UserError] = {}
        self.asked: list[tuple[object, ...]] = []
        self.decided: dict[Month, tuple[Decision, ...]] = {OCTOBER: (Decision(1, HOSTILE, "Mr Zhou", "by 5 Dec"),)}
        self.activities: dict[Month, Fraction] = {}
        self.wanted = Goals()
        self.drafts: dict[Month, Mapping[str, Any]] = {}
        self.files: dict[Path, object] = {}
        self.path: Path | None = Path("/tmp/x.pdf")
        self.suggested: list[str] = []

    def doors(self) -> ReportsDoors:
        return ReportsDoors(
            months=self.months,
            kept=self.kept,
            make=self.make,
            pdf=self.pdf,
            save_pdf=self.save_pdf,
            save_figures=self.save_figures,
            decisions=lambda month: self.decided.get(month, ()),
            decide=self.decide,
            tell_kept=self.tell_kept,
            activity=self.activities.get,
            set_activity=self.set_activity,
            goals=lambda: self.wanted,
            set_goals=self.set_goals,
            typed=lambda month: self.drafts.get(month, {}),
            keep_typed=self.drafts.__setitem__,
            names=lambda: {"mark": "Mark Hill"},
            now=lambda: NOW,
        )

    def months(self, _now: datetime, told: Told) -> tuple[MonthState, ...]:
        self._answer("months")
        told(0, 1)
        if self.empty:
            return ()
        printed = self.kept(NOVEMBER)
        condition = MonthCondition.PRINTED if printed else MonthCondition.READY
        return (
            MonthState(DECEMBER, MonthCondition.RUNNING, 3, 0, None),
            MonthState(NOVEMBER, condition, 1204, len(printed), printed[0] if printed else None),
            MonthState(OCTOBER, MonthCondition.PRINTED, 17, 2, self.reports[2], has_changed=True),
            MonthState(Month(2026, 9), MonthCondition.NONE, 0, 0, None),
        )

    def kept(self, month: Month) -> tuple[KeptReport, ...]:
        self._answer("kept")
        return tuple(report for report in reversed(self.reports.values()) if report.month == month)

    def make(self, month: Month, language: Language, told: Told) -> KeptReport:
        told(1, 2)
        self._answer("make", month, language)
        report = self.reports[len(self.reports) + 1] = kept(len(self.reports) + 1, month, language)
        return report

    def pdf(self, report_id: int) -> bytes:
        self._answer("pdf", report_id)
        return render(A4, [Text(f"Report {report_id}")], imprint().frame("x"))

    def save_pdf(self, path: Path, content: bytes) -> None:
        self._answer("save_pdf", path)
        self.files[path] = content

    def save_figures(self, path: Path, month: Month, language: Language) -> None:
        self._answer("save_figures", path)
        self.files[path] = (month, language)

    def decide(self, month: Month, decisions: Sequence[Decision]) -> None:
        self._answer("decide")
        self.decided[month] = tuple(one for one in decisions if one.text)

    def tell_kept(self, month: Month, place: int, became: bool | None, remark: str) -> None:
        self._answer("tell_kept", month, place, became, remark)
        told = [replace(one, kept=became, remark=remark) if one.place == place else one for one in self.decided[month]]
        self.decided[month] = tuple(told)

    def set_activity(self, month: Month, value: int) -> None:
        self._answer("set_activity", month, value)
        self.activities[month] = Fraction(value)

    def set_goals(self, goals: Goals) -> None:
        self._answer("set_goals")
        self.wanted = goals

    def choose(self, suggested: Path, _kinds: object) -> Path | None:
        self.suggested.append(suggested.name)
        return self.path

    def _answer(self, what: str, *given: object) -> None:
        self.asked.append((what, *given))
        if what in self.fails:
            raise self.fails[what]
