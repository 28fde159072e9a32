"""Verbs that read: queue, search, case (interfaces.md)."""

from pathlib import Path
from typing import Any

import pytest

from desktop.cli import main
from desktop.domain.kinds import Language
from tests.cli.conftest import AT, Shell, ShellMaker

LATER = "2026-11-19T23:42:01+08:00"


def opening(**fields: Any) -> dict[str, Any]:
    given = {"type": "complaint", "channel": "counter", "text": "The lift is stuck.", **fields}
    return {"act": "open", "by": "rita", "at": AT, **given}


def test_the_queue_as_json_is_judged_at_a_moment_and_counts_all(shell: Shell) -> None:
    calm, grave = shell.done(opening(severity=3), opening(flags=["fire"], room="8012"))
    made = shell("queue", "--json", "--at", "2026-11-19 21:42").json
    assert (made["at"], made["total"]) == (AT, 2)
    assert [(row["number"], row["rank"], row["late"]) for row in made["rows"]] == [(grave, 1, False), (calm, 2, False)]
    later = shell("queue", "--json", "--at", LATER, "--limit", "1").json
    assert (later["at"], later["total"], len(later["rows"])) == (LATER, 2, 1)
    assert (later["rows"][0]["effective_band"], later["rows"][0]["late"]) == ("P1", True)
    assert shell("queue", "--limit", "0", "--json").json["rows"] == []


def test_an_empty_queue_is_still_an_answer(shell: Shell) -> None:
    assert shell("queue", "--json").json["rows"] == []
    ran = shell("queue")
    assert (ran.status, ran.out) == (0, "")


def test_the_queue_for_people_has_a_line_a_case_and_its_count_beside_it(shell: Shell) -> None:
    (number,) = shell.done(opening(text="a\n<b>\u202eb\x85c", guest={"name": "Chen\nLi"}))
    ran = shell("queue")
    (line,) = ran.out.splitlines()
    assert number in line
    assert "Chen Li" in line
    assert "\u202e" not in line
    assert ran.err.count("\n") == 1


def test_one_case_for_people_shows_its_words_harmlessly_and_its_history(shell: Shell) -> None:
    (number,) = shell.done(opening(text="first\u202e\x1b[31m line".replace("\x1b", "") + "\nsecond"))
    ran = shell("case", number.lower())
    assert ran.status == 0
    assert number in ran.out
    assert "first" in ran.out
    assert "\nsecond\n" in ran.out
    assert "\u202e" not in ran.out
    assert ran.out.rstrip().endswith("rita")


def test_a_case_as_json_is_the_whole_record(shell: Shell) -> None:
    (number,) = shell.done(opening(room="8012"))
    case = shell("case", number, "--json", "--at", LATER).json
    assert (case["number"], case["room"], case["late"]) == (number, "8012", False)
    assert case["received_at"] == AT


@pytest.mark.parametrize("number", ["", "1", "HH-D1-20261119-0001", "\udcff", "a\0b", "x" * 10_000, "../.."])
def test_an_unknown_case_is_one_line_and_status_1(shell: Shell, number: str) -> None:
    ran = shell("case", number, "--json")
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert len(ran.err) < 300


def test_search_takes_many_words_and_finds_best_first(shell: Shell) -> None:
    first, second = shell.done(opening(text="空调坏了 loud", room="8012"), opening(text="8012 空调 loud"))
    made = shell("search", "空调", "LOUD", "--json").json
    assert ([row["number"] for row in made["rows"]], made["total"]) == ([second, first], 2)
    assert [row["number"] for row in shell("search", "8012", "--json").json["rows"]] == [first, second]
    limited = shell("search", "空调", "--limit", "1", "--json").json
    assert (len(limited["rows"]), limited["total"]) == (1, 2)
    assert shell("search", "nothing", "--json").json == {"rows": [], "total": 0}
    people = shell("search", "空调")
    assert [line.split()[0] for line in people.out.splitlines()] == [second, first]


@pytest.mark.parametrize("words", ['"', "'; --", "\udcff", "*", "NEAR(", "a" * 100_000, "%"])
def test_no_words_break_the_search(shell: Shell, words: str) -> None:
    assert shell("search", words, "--json").json == {"rows": [], "total": 0}


def test_a_moment_that_cannot_be_read_is_refused(shell: Shell) -> None:
    for at in ("soon", "2026-02-30 09:00", "9999-12-31 00:00", "\udcff"):
        ran = shell("queue", "--json", "--at", at)
        assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)


def test_a_workspace_is_named_before_or_after_the_verb_or_by_the_environment(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = str(shell.workspace)
    assert main(["queue", "--workspace", folder]) == 0
    assert main(["--workspace", folder, "queue"]) == 0
    assert main(["--workspace", str(tmp_path / "none"), "queue", "--workspace", folder]) == 0
    assert main(["queue"]) == 3
    monkeypatch.setenv("AMENDS_WORKSPACE", folder)
    assert main(["queue"]) == 0
    assert main(["queue", "--workspace", str(tmp_path / "none")]) == 3
    capsys.readouterr()


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["fly"],
        ["queue", "--limit", "-1"],
        ["queue", "--limit", "many"],
        ["queue", "--limit"],
        ["queue", "extra"],
        ["case"],
        ["search"],
        ["apply"],
        ["apply", "a", "b"],
        ["init"],
        ["queue", "--lim", "3"],
    ],
)
def test_a_wrong_call_is_status_2_and_writes_nothing_to_standard_output(shell: Shell, wrong: list[str]) -> None:
    ran = shell(*wrong)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err


def test_a_limit_beyond_all_limits_means_all(shell: Shell) -> None:
    shell.done(opening(), opening())
    for verb in (["queue"], ["search", "lift"]):
        assert len(shell(*verb, "--json", "--limit", "9" * 30).json["rows"]) == 2


def test_help_and_version_are_answers(shell: Shell) -> None:
    for call in (["--help"], ["queue", "--help"], ["--version"]):
        ran = shell(*call)
        assert (ran.status, ran.err) == (0, "")
        assert ran.out


def test_words_for_people_are_in_the_sites_language(make_shell: ShellMaker) -> None:
    shell = make_shell(language=Language.ZH)
    (number,) = shell.done(opening())
    assert "：" in shell("case", number).out


def test_a_reading_verb_writes_nothing_in_the_workspace_but_the_databases_own_files(shell: Shell) -> None:
    (number,) = shell.done(opening())
    before = sorted(path.name for path in shell.workspace.rglob("*"))
    for verb in (["queue", "--json"], ["search", "lift"], ["case", number]):
        shell(*verb)
    assert sorted(path.name for path in shell.workspace.rglob("*")) == before
