"""``init`` makes a workspace or nothing (interfaces.md, Verbs)."""

from pathlib import Path

import pytest

from tests.cli.conftest import Shell

PLACE = ["--property", "hotel", "--site", "Harbour", "--code", "HH", "--language", "en"]
PLACE += ["--timezone", "Asia/Shanghai"]
LIVE = [*PLACE, "--owner", "olga"]


@pytest.fixture
def nowhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A shell on a folder that isn't there yet."""
    return Shell(tmp_path / "new" / "desk", capsys, tmp_path)


def test_a_practice_workspace_needs_neither_owner_nor_pin(nowhere: Shell) -> None:
    ran = nowhere("init", *PLACE, "--training")
    assert (ran.status, ran.out) == (0, "")
    assert str(nowhere.workspace) in ran.err
    assert nowhere("queue", "--json").json["rows"] == []


def test_a_live_workspace_needs_an_owner_and_a_secret(nowhere: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    for missing in (PLACE, LIVE):
        ran = nowhere("init", *missing)
        assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    for short in ("", "12345", "abc1234"):
        monkeypatch.setenv("AMENDS_PIN", short)
        assert nowhere("init", *LIVE).status == 1
    assert not nowhere.workspace.exists()
    monkeypatch.setenv("AMENDS_PIN", "246810")
    assert nowhere("init", *LIVE).status == 0
    assert nowhere("queue", "--json", "--as", "olga").json["rows"] == []


@pytest.mark.parametrize(
    "change",
    [
        ["--timezone", "Mars/Olympus"],
        ["--code", "harbour hotel"],
        ["--code", "酒店"],
        ["--currency", "XXX"],
        ["--site", " "],
        ["--site", "a\udcff"],
        ["--owner", "two words"],
    ],
)
def test_an_answer_that_cannot_be_taken_leaves_nothing_behind(nowhere: Shell, change: list[str]) -> None:
    ran = nowhere("init", *PLACE, "--training", *change)
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert not nowhere.workspace.exists()


@pytest.mark.parametrize("change", [["--property", "airport"], ["--language", "fr"], ["--months", "3"]])
def test_a_wrong_word_is_a_wrong_call(nowhere: Shell, change: list[str]) -> None:
    assert nowhere("init", *PLACE, "--training", *change).status == 2
    assert not nowhere.workspace.exists()


def test_a_workspace_is_not_made_twice(shell: Shell) -> None:
    ran = shell("init", *PLACE, "--training")
    assert (ran.status, ran.out, ran.err.count("\n")) == (3, "", 1)
    assert shell("queue", "--json").status == 0


def test_what_is_missing_or_no_workspace_is_status_3(nowhere: Shell, tmp_path: Path) -> None:
    for verb in (["queue"], ["case", "1"], ["search", "a"], ["apply", nowhere.file([])], ["demo"]):
        ran = nowhere(*verb)
        assert (ran.status, ran.out, ran.err.count("\n")) == (3, "", 1)
    assert not nowhere.workspace.exists()
    tmp_path.joinpath("new").write_text("a file, not a folder")
    assert nowhere("queue").status == 3
    assert nowhere("init", *PLACE, "--training").status == 3
