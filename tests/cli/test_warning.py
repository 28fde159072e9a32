"""Verbs about early warning: warnings, activity (interfaces.md)."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from desktop.cli import main
from desktop.domain.figures.shapes import Span
from desktop.domain.kinds import Language
from desktop.services.desk import system_clock
from tests.cli.conftest import Shell, ShellMaker
from tests.support.sites import open_site

MONDAY = datetime.fromisoformat("2026-06-01T12:00:00+08:00")


def openings(week: int, count: int, **fields: Any) -> list[dict[str, Any]]:
    begun = MONDAY + timedelta(weeks=week)
    times = [(begun + timedelta(hours=n)).isoformat() for n in range(count)]
    given = {"act": "open", "by": "rita", "type": "complaint", "channel": "counter", "text": "It drips.", **fields}
    return [{**given, "at": at} for at in times]


def test_nothing_to_warn_of_is_an_empty_list(shell: Shell) -> None:
    assert shell("warnings", "--json").json == []
    ran = shell("warnings")
    assert (ran.status, ran.out, ran.err) == (0, "", "0 early warnings\n")


def test_warnings_as_json_bear_the_names_of_the_interface(shell: Shell) -> None:
    numbers = shell.done(*openings(0, 3, category="H01-1", place="12F"))
    at = "2026-06-01 14:00"
    by_place, by_shift = sorted(shell("warnings", "--json", "--at", at).json, key=lambda w: str(w["where"]))
    assert {k: by_place[k] for k in ("rule", "since", "what", "where", "count", "limit", "cases")} == {
        "rule": "cluster",
        "since": "2026-06-01T14:00:00+08:00",
        "what": "H01-1",
        "where": "12F",
        "count": 3,
        "limit": None,
        "cases": numbers,
    }
    assert by_shift["where"] == "day"
    assert shell("warnings", "--json", "--at", "2026-06-01 13:59:59").json == []


def test_a_week_above_its_limit_has_numbers_for_its_limit(shell: Shell) -> None:
    shell.done(*(act for week in range(6) for act in openings(week, 4)), *openings(6, 11))
    (warning,) = shell("warnings", "--json", "--at", "2026-07-20 00:00").json
    assert (warning["rule"], warning["count"], warning["limit"]) == ("c_chart", 11, 10)
    assert warning["since"] == "2026-07-13T00:00:00+08:00"
    assert len(warning["cases"]) == 11
    assert shell("activity", "--from", "2026-06-01", "--until", "2026-07-19", "--value", "2800").status == 0
    (warning,) = shell("warnings", "--json", "--at", "2026-07-20 00:00").json
    assert warning["rule"] == "u_chart"


def test_warnings_for_people_say_what_and_since_when(make_shell: ShellMaker) -> None:
    shell = make_shell(language=Language.ZH)
    (*_, last) = shell.done(*openings(0, 3, category="H01-1", place="12\u202e楼\x85<b>"))
    ran = shell("warnings", "--at", "2026-06-01 14:00")
    assert ran.status == 0
    assert "12楼 <b>，设施 / 空调：7 天内 3 件投诉" in ran.out
    assert "第三件于 6月1日 14:00 受理" in ran.out
    assert last in ran.out
    assert ran.err == "2 条预警\n"


def test_activity_is_entered_by_month_or_by_span_whose_last_day_is_included(shell: Shell) -> None:
    ran = shell("activity", "--month", "2026-02", "--value", "2800")
    assert (ran.status, ran.err) == (0, "2800 from 2026-02-01 to 2026-02-28\n")
    assert shell("activity", "--from", "2026-03-01", "--until", "2026-03-01", "--value", "0").status == 0
    desk = open_site(shell.workspace, system_clock)
    assert desk.activity.of(Span(date(2026, 2, 1), date(2026, 3, 2))) == 2800
    desk.close()


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["--month", "2026-13", "--value", "1"], "2026-13"),
        (["--month", "2026", "--value", "1"], "2026"),
        (["--month", "9999-12", "--value", "1"], "9999-12"),
        (["--from", "2026-06-02", "--until", "2026-06-01", "--value", "1"], "ends before it begins"),
        (["--from", "2026-06-02", "--until", "9999-12-31", "--value", "1"], "9999-12-31"),
        (["--from", "yesterday", "--until", "2026-06-01", "--value", "1"], "yesterday"),
        (["--month", "2026-06", "--value", "-1"], "-1"),
        (["--month", "2026-06", "--value", "1.5"], "1.5"),
        (["--month", "2026-06", "--value", "many"], "many"),
        (["--month", "2026-06", "--value", ""], "whole number"),
        (["--month", "2026-06", "--value", "²"], "²"),
        (["--month", "2026-06", "--value", "9" * 5_000], "999"),
    ],
)
def test_activity_that_can_not_be_is_refused_in_one_line(shell: Shell, call: list[str], said: str) -> None:
    ran = shell("activity", *call)
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert said in ran.err
    assert len(ran.err) < 300


@pytest.mark.parametrize(
    "call",
    [
        ["--value", "1"],
        ["--month", "2026-06"],
        ["--from", "2026-06-01", "--value", "1"],
        ["--month", "2026-06", "--until", "2026-06-30", "--value", "1"],
    ],
)
def test_a_span_is_named_in_one_way(shell: Shell, call: list[str]) -> None:
    assert shell("activity", *call).status == 2


def test_in_practice_the_verbs_have_the_rights_of_the_one_named(shell: Shell) -> None:
    assert shell("--as", "ana", "warnings").status == 0
    assert shell("--as", "sam", "warnings").status == 1
    refused = shell("--as", "ana", "activity", "--month", "2026-06", "--value", "1")
    assert (refused.status, refused.err.count("\n")) == (1, 1)


def test_a_live_desk_asks_who_it_is(make_shell: ShellMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AMENDS_PIN", raising=False)
    shell = make_shell(training=False)
    for verb in (["warnings"], ["activity", "--month", "2026-06", "--value", "1"]):
        assert main(["--workspace", str(shell.workspace), *verb]) == 1
