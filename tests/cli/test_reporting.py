"""``report``: a month's figures as JSON and as a table (interfaces.md)."""

import json
from typing import Any

import pytest

from desktop.domain.kinds import Language
from tests.cli.conftest import AT, Shell, ShellMaker

KEYS = {
    "month", "as_of", "received", "opening", "closing", "flow", "first_response", "within_24h", "resolution",
    "on_target", "first_contact", "escalated", "reopened", "outcome", "satisfaction", "nps", "emotion_drop",
    "compensation", "by_category", "pareto_80", "by_shift", "by_place", "by_channel", "by_staff", "rate", "iceberg",
    "recurrent", "root_causes", "measures", "warnings",
}  # fmt: skip
INSIDE = {
    "flow": {"opening", "received", "reopened", "resolutions", "other_exits", "closing"},
    "first_response": {"median_min", "mean_min", "p90_min", "within_1h", "within_1h_pct"},
    "within_24h": {"count", "pct"},
    "resolution": {"mean_h", "median_h", "p90_h"},
    "on_target": {"respond_pct", "resolve_pct"},
    "first_contact": {"count", "pct"},
    "escalated": {"count", "pct"},
    "reopened": {"count", "pct"},
    "recurrent": {"count", "pct"},
    "outcome": {"upheld", "partly", "not"},
    "satisfaction": {"pct", "mean", "answers", "asked", "response_pct"},
    "compensation": {"total", "per_case", "cases_paid", "by_remedy", "by_role"},
    "by_shift": {"day", "evening", "night"},
}
RATINGS = {"category": "H03-1", "severity": 2, "scope": "one", "emotion": 2}


def acts(**fields: Any) -> list[dict[str, Any]]:
    remedies = [{"kind": "voucher", "amount": "12.34"}]
    opened = {"type": "complaint", "channel": "counter", "text": "The lift is stuck.", "place": "Bar", **RATINGS}
    return [
        {"act": "open", "ref": "a", "by": "rita", "at": AT, **opened, **fields},
        {"act": "settle", "case": "a", "by": "rita", "at": "2026-11-19 21:50", "remedies": remedies, **RATINGS},
    ]


def report(shell: Shell, *options: str) -> dict[str, Any]:
    ran = shell("report", "--month", "2026-11", "--json", *options)
    assert (ran.status, ran.err) == (0, "")
    document: dict[str, Any] = ran.json
    return document


def test_the_report_has_every_key_of_the_format(shell: Shell) -> None:
    made = report(shell, "--as-of", AT)
    assert set(made) >= KEYS
    assert {name: set(made[name]) for name in INSIDE} == INSIDE
    assert (made["month"], made["as_of"]) == ("2026-11", AT)


def test_figures_are_numbers_and_what_is_not_known_is_null(shell: Shell) -> None:
    empty = report(shell)
    assert (empty["received"], empty["nps"], empty["rate"], empty["iceberg"], empty["measures"]) == (0, *[None] * 4)
    assert (empty["within_24h"], empty["first_response"]["median_min"]) == ({"count": 0, "pct": None}, None)
    shell.done(*acts())
    made = report(shell, "--as-of", "2026-11-19 22:00")
    assert made["flow"] == {
        "opening": 0, "received": 1, "reopened": 0, "resolutions": 1, "other_exits": 0, "closing": 0,
    }  # fmt: skip
    assert made["compensation"] == {
        "total": 12.34, "per_case": 12.34, "cases_paid": 1, "by_remedy": {"voucher": 12.34},
        "by_role": {"receptionist": 12.34},
    }  # fmt: skip
    assert made["first_response"] == {
        "median_min": 8, "mean_min": 8, "p90_min": 8, "within_1h": 1, "within_1h_pct": 100,
    }  # fmt: skip
    assert made["by_category"] == [{"code": "H03", "count": 1, "cumulative_pct": 100}]
    assert (made["by_shift"], made["by_place"]) == ({"day": 0, "evening": 1, "night": 0}, {"Bar": 1})
    assert (made["by_staff"], made["by_channel"]) == ({"rita": 1}, {"counter": 1})


def test_the_report_is_as_of_a_moment(shell: Shell) -> None:
    shell.done(*acts())
    assert report(shell, "--as-of", AT)["closing"] == 1
    assert report(shell, "--as-of", "2026-11-19 21:50")["closing"] == 0
    assert report(shell, "--as-of", "2026-11-19 21:41")["received"] == 0


@pytest.mark.parametrize("language", list(Language))
def test_the_table_speaks_the_language_asked_for_and_shows_a_dash_for_nothing(language: Language, shell: Shell) -> None:
    ran = shell("report", "--month", "2026-11", "--language", language.value)
    assert ran.status == 0
    lines = ran.out.splitlines()
    first = {Language.EN: "Received: 0", Language.ZH: "受理：0"}
    assert lines[0] == first[language]
    assert "0 + 0 + 0 − 0 − 0 = 0" in lines[1]
    assert any(line.endswith("–") for line in lines)


def test_hostile_names_stand_in_the_table_as_text(shell: Shell) -> None:
    shell.done(*acts(place="\u202eBar"))
    ran = shell("report", "--month", "2026-11", "--as-of", "2026-11-19 22:00")
    assert "\u202e" not in ran.out


@pytest.mark.parametrize("month", ["2026-13", "2026-00", "2026-6", "June", "2026-06-01", "1969-12", "９９９９-01", ""])
def test_what_is_no_month_is_refused_in_one_sentence(month: str, shell: Shell) -> None:
    ran = shell("report", f"--month={month}", "--json")
    assert (ran.status, ran.out, len(ran.err.splitlines())) == (1, "", 1)


def test_a_coming_month_is_empty(shell: Shell) -> None:
    ran = shell("report", "--month", "2099-12", "--json")
    assert (ran.status, ran.json["received"]) == (0, 0)


def test_the_figures_are_not_for_the_counter(make_shell: ShellMaker) -> None:
    shell = make_shell()
    assert shell("report", "--month", "2026-11", "--json", "--as", "ana").status == 0
    ran = shell("report", "--month", "2026-11", "--json", "--as", "rita")
    assert (ran.status, ran.out) == (1, "")


def test_json_is_plain_json(shell: Shell) -> None:
    assert json.loads(shell("report", "--month", "2026-11", "--json").out)["month"] == "2026-11"
