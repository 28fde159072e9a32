"""Months printed, kept, printed again unchanged; what was decided in them; who may."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.figures.printed import MonthState
from desktop.domain.figures.report_shapes import Decision, Goals
from desktop.domain.figures.shapes import Month
from desktop.domain.kinds import Language
from desktop.domain.people import Person
from desktop.errors import UserError
from desktop.services.desk import Desk
from desktop.workspace import DATABASE
from tests.reports.reading import says, sizes_of
from tests.support.acts import Story
from tests.support.clock import Clock
from tests.support.sites import record
from tests.support.staffed import contents

OCTOBER, NOVEMBER, DECEMBER = Month(2026, 10), Month(2026, 11), Month(2026, 12)
LATER = datetime(2026, 12, 3, 1, tzinfo=UTC)  #: 09:00 of 3 December at the site
DECISION = Decision(1, "Check the drains on floor 12", "Engineering", "by 5 Dec")


class StoppedError(Exception):
    """Somebody pressed Cancel."""


@pytest.fixture
def over(desk: Desk, clock: Clock) -> Desk:
    """Two complaints in November, and it is December."""
    record(desk, place="Lobby")
    record(desk, "The bill is wrong.", place="Bar")
    clock.set(LATER)
    return desk


def who(desk: Desk, login: str = "mark") -> Person:
    return desk.staff.person(login, "D1")


def state_of(desk: Desk, month: Month = NOVEMBER) -> MonthState:
    return next(m for m in desk.reports.months(who(desk), desk.now()) if m.month == month)


def refused(desk: Desk, code: str, act: Any, *given: Any, **more: Any) -> UserError:
    before = contents(desk.workspace.folder)
    with pytest.raises(UserError) as refusal:
        act(*given, **more)
    assert refusal.value.code == code
    assert contents(desk.workspace.folder) == before, "a refusal changed something"
    return refusal.value


def settle(desk: Desk) -> None:
    """Acknowledges November's first case in December: its month's figures are other ones then."""
    number = min(case.number for case in desk.queue.page(desk.now()).rows)
    Story(desk, desk.now()).lead(number, "resolved")


def change(desk: Desk, statement: str) -> None:
    with closing(sqlite3.connect(desk.workspace.folder / DATABASE, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER IF EXISTS history_is_never_changed")
        connection.execute(statement)


# Printing and keeping


def test_a_report_is_printed_again_byte_for_byte_after_its_cases_changed(over: Desk) -> None:
    kept = over.reports.make(who(over), NOVEMBER)
    before = over.reports.pdf(who(over), kept.id)
    settle(over)
    assert over.reports.pdf(who(over, "ana"), kept.id) == before
    anew = over.reports.make(who(over), NOVEMBER)
    assert over.reports.pdf(who(over), anew.id) != before
    assert over.reports.kept(who(over), NOVEMBER) == (anew, kept)
    assert over.reports.kept(who(over), OCTOBER) == ()


def test_a_kept_report_says_when_by_whom_and_how_long_it_is(over: Desk) -> None:
    kept = over.reports.make(who(over), NOVEMBER, language=Language.ZH)
    told = (kept.month, kept.language, kept.as_of, kept.made_at, kept.by)
    assert told == (NOVEMBER, Language.ZH, LATER, LATER, "mark")
    pdf = over.reports.pdf(who(over), kept.id)
    assert says(pdf, "2026 年 11 月")
    assert kept.pages == len(sizes_of(pdf)) > 1


def test_the_history_tells_of_it(over: Desk) -> None:
    kept = over.reports.make(who(over), NOVEMBER)
    last = contents(over.workspace.folder)["history"][-1]
    assert last[2:5] == ("mark", "print_report", None)
    assert kept.sha256 in str(last)
    assert over.health.verify().ok


def test_a_month_is_told_as_of_now_unless_said_otherwise(over: Desk) -> None:
    before = LATER - timedelta(days=14, hours=1)
    assert over.reports.make(who(over), NOVEMBER).as_of == LATER
    early = over.reports.make(who(over), NOVEMBER, as_of=before)
    assert early.as_of == before
    assert over.reports.report(who(over), NOVEMBER, before).figures.received == 0


def test_the_report_holds_goals_decisions_and_the_head_of_the_chain(over: Desk) -> None:
    over.goals.set(who(over), Goals())
    over.reports.decide(who(over), OCTOBER, [DECISION])
    report = over.reports.report(who(over), NOVEMBER, LATER)
    head = contents(over.workspace.folder)["history"][-1]
    assert (report.last_decisions, report.decisions) == ((DECISION,), ())
    assert (report.chain_length, report.chain_head) == (head[0], bytes(head[-1]).hex())  # type: ignore[call-overload]
    assert report.data_from is not None
    assert report.figures.received == 2
    assert report.roles["mark"].value == "manager"


def test_the_chart_of_a_month_that_is_over_ends_with_it(over: Desk) -> None:
    last = over.reports.report(who(over), NOVEMBER, LATER).control.weeks[-1]
    assert last.monday.isoformat() == "2026-11-30"
    assert over.reports.report(who(over), OCTOBER, LATER).control.weeks == ()


def test_a_restricted_case_counts_and_is_named_to_nobody_on_paper(over: Desk) -> None:
    numbers = sorted(case.number for case in over.queue.page(LATER).rows)
    Story(over, LATER).act("restrict", numbers[0], restricted=True, reason="A delicate matter.")
    report = over.reports.report(who(over, "owner"), NOVEMBER, LATER)
    assert report.figures.received == 2
    assert [case.number for case in report.lists.open_at_end] == [numbers[1]]


@pytest.mark.parametrize("month", [OCTOBER, DECEMBER, Month(2027, 6), Month(1970, 1), Month(9998, 12)])
def test_months_without_cases_make_sensible_papers(over: Desk, month: Month) -> None:
    kept = over.reports.make(who(over), month)
    assert kept.pages >= 1
    assert over.reports.report(who(over), month, LATER).figures.received == 0


def test_a_site_without_any_case_has_no_months_and_its_report_is_still_made(desk: Desk) -> None:
    assert desk.reports.months(who(desk), desk.now()) == ()
    assert desk.reports.unprinted(who(desk), desk.now()) is None
    assert desk.reports.make(who(desk), NOVEMBER).pages >= 1


@pytest.mark.parametrize("stop_at", [0, 30, 50, 80, 100])
def test_a_stopped_report_leaves_nothing(over: Desk, stop_at: int) -> None:
    before = contents(over.workspace.folder)

    def progress(done: int, total: int) -> None:
        if done * 100 // total >= stop_at:
            raise StoppedError

    with pytest.raises(StoppedError):
        over.reports.make(who(over), NOVEMBER, progress=progress)
    assert contents(over.workspace.folder) == before


def test_progress_never_goes_back(over: Desk) -> None:
    steps: list[int] = []
    over.reports.make(who(over), NOVEMBER, progress=lambda done, total: steps.append(done * 100 // total))
    assert steps == sorted(steps)
    assert (steps[0], steps[-1]) == (0, 100)


def test_what_cannot_be_written_is_not_kept_either(over: Desk, tmp_path: Path) -> None:
    refused(over, "paper_unwritable", over.reports.save_pdf, tmp_path / "no" / "x.pdf", who(over), NOVEMBER)
    kept = over.reports.save_pdf(tmp_path / "x.pdf", who(over), NOVEMBER)
    assert (tmp_path / "x.pdf").read_bytes() == over.reports.pdf(who(over), kept.id)


@pytest.mark.parametrize("login", ["rita", "sam"])
def test_reports_are_for_those_who_may_see_figures(over: Desk, login: str) -> None:
    kept, person, reports = over.reports.make(who(over), NOVEMBER), who(over, login), over.reports
    refused(over, "not_allowed", reports.make, person, NOVEMBER)
    refused(over, "not_allowed", reports.report, person, NOVEMBER, LATER)
    refused(over, "not_allowed", reports.kept, person)
    refused(over, "not_allowed", reports.pdf, person, kept.id)
    refused(over, "not_allowed", reports.months, person, LATER)
    refused(over, "not_allowed", reports.unprinted, person, LATER)


def test_an_analyst_prints_and_does_not_decide(over: Desk) -> None:
    ana = who(over, "ana")
    assert over.reports.make(ana, NOVEMBER).by == "ana"
    refused(over, "not_allowed", over.reports.decide, ana, NOVEMBER, [DECISION])
    refused(over, "not_allowed", over.reports.tell_kept, ana, NOVEMBER, 1, True, "")


# The list of months


def test_months_run_from_the_first_case_to_the_running_month(over: Desk, clock: Clock) -> None:
    clock.set(datetime(2027, 1, 31, 17, tzinfo=UTC))  # 1 February at the site
    found = [(str(m.month), m.condition.value, m.received) for m in over.reports.months(who(over), clock())]
    assert found == [
        ("2027-02", "running", 0),
        ("2027-01", "none", 0),
        ("2026-12", "none", 0),
        ("2026-11", "ready", 2),
    ]


def test_a_month_that_is_over_is_ready_until_it_is_printed_whole(desk: Desk, clock: Clock) -> None:
    record(desk)
    early = desk.reports.make(who(desk), NOVEMBER)
    assert (state_of(desk).condition, state_of(desk).last) == ("running", early)
    clock.set(LATER)
    assert (state_of(desk).condition, state_of(desk).times) == ("ready", 1)
    assert desk.reports.unprinted(who(desk), clock()) == NOVEMBER
    whole = desk.reports.make(who(desk), NOVEMBER)
    assert (state_of(desk).condition, state_of(desk).times, state_of(desk).last) == ("printed", 2, whole)
    assert desk.reports.unprinted(who(desk), clock()) is None


def test_it_is_told_that_the_figures_have_changed_since_until_it_is_printed_anew(over: Desk, clock: Clock) -> None:
    over.reports.make(who(over), NOVEMBER)
    clock.advance(timedelta(days=1))
    assert not state_of(over).has_changed
    record(over)  # another month's
    assert not state_of(over).has_changed
    settle(over)
    assert state_of(over).has_changed
    over.reports.make(who(over), NOVEMBER)
    assert not state_of(over).has_changed


# Damage


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE printed_reports SET pdf = zeroblob(100)",
        "UPDATE printed_reports SET pdf = 'text'",
        "UPDATE printed_reports SET sha256 = 'x'",
    ],
)
def test_a_damaged_report_is_refused_and_found(over: Desk, statement: str) -> None:
    kept = over.reports.make(who(over), NOVEMBER)
    change(over, statement)
    assert refused(over, "report_damaged", over.reports.pdf, who(over), kept.id).params == {"month": "2026-11"}
    assert [problem.code for problem in over.health.verify().problems] == ["report_damaged"]


def test_pages_and_fingerprint_changed_together_are_found_by_the_history(over: Desk) -> None:
    first, second = (over.reports.make(who(over), month) for month in (OCTOBER, NOVEMBER))
    change(
        over,
        f"UPDATE printed_reports SET (pdf, sha256) = (SELECT pdf, sha256 FROM printed_reports WHERE id = {first.id}) "
        f"WHERE id = {second.id}",
    )
    assert [problem.params for problem in over.health.verify().problems] == [{"month": "2026-11"}]


def test_a_report_that_is_gone_is_found_by_the_history(over: Desk) -> None:
    kept = over.reports.make(who(over), NOVEMBER)
    change(over, "DELETE FROM printed_reports")
    assert [problem.code for problem in over.health.verify().problems] == ["report_damaged"]
    refused(over, "no_such_report", over.reports.pdf, who(over), kept.id)


# Decisions


def test_decisions_are_kept_in_their_order_and_told_without_their_words(over: Desk) -> None:
    second = Decision(2, "空调 <b>每周</b> 检查", "", "")
    over.reports.decide(who(over), NOVEMBER, [DECISION, Decision(9, " ", "", "\u200b"), replace(second, place=3)])
    assert over.reports.decisions(NOVEMBER) == (DECISION, second)
    last = contents(over.workspace.folder)["history"][-1]
    assert last[3] == "decide"
    assert "drains" not in str(last)
    assert over.health.verify().ok


def test_the_same_decisions_again_change_nothing(over: Desk) -> None:
    over.reports.decide(who(over), NOVEMBER, [DECISION])
    before = contents(over.workspace.folder)
    over.reports.decide(who(over), NOVEMBER, [replace(DECISION, place=7, text=f" {DECISION.text} ")])
    assert contents(over.workspace.folder) == before


def test_what_became_of_a_decision_stays_with_its_text(over: Desk) -> None:
    reports = over.reports
    reports.decide(who(over), NOVEMBER, [DECISION, Decision(2, "Second", "", "")])
    reports.tell_kept(who(over), NOVEMBER, 1, True, "Two replaced")
    reports.decide(who(over), NOVEMBER, [Decision(1, "New", "", ""), replace(DECISION, who="Mr Zhou")])
    told = [(one.place, one.text, one.kept, one.remark) for one in reports.decisions(NOVEMBER)]
    assert told == [(1, "New", None, ""), (2, DECISION.text, True, "Two replaced")]
    reports.tell_kept(who(over), NOVEMBER, 2, None, "")
    assert reports.decisions(NOVEMBER)[1].kept is None


@pytest.mark.parametrize(
    ("decisions", "code"),
    [
        ([DECISION] * 4, "too_many_decisions"),
        ([Decision(1, "", "Mr Zhou", "")], "missing"),
        ([Decision(1, "x\0", "", "")], "bad_characters"),
        ([Decision(1, "x" * 3000, "", "")], "too_long"),
        ([Decision(1, "x", "y" * 1001, "")], "too_long"),
    ],
)
def test_a_decision_that_cannot_be_printed_is_refused(over: Desk, decisions: list[Decision], code: str) -> None:
    refused(over, code, over.reports.decide, who(over), NOVEMBER, decisions)


def test_nothing_can_be_told_of_what_was_not_decided(over: Desk) -> None:
    refused(over, "no_such_decision", over.reports.tell_kept, who(over), NOVEMBER, 1, True, "")
