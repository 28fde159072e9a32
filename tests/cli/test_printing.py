"""``print case|receipt|queue … --pdf FILE`` (interfaces.md)."""

from pathlib import Path

import pytest

from tests.cli.conftest import AT, Shell, ShellMaker
from tests.reports.reading import fonts_of, says, sizes_of, text_of

OPENING = {"act": "open", "by": "rita", "at": AT, "type": "complaint", "channel": "counter", "text": "空调坏了 <b>𠮷"}


@pytest.fixture
def number(shell: Shell) -> str:
    """A case of the shell's desk."""
    return shell.done(OPENING)[0]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where to print to."""
    return tmp_path / "paper.pdf"


def test_a_case_is_printed_to_the_file_that_was_named(shell: Shell, number: str, file: Path) -> None:
    file.write_bytes(b"old")
    ran = shell("print", "case", number, "--pdf", str(file))
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert says(file.read_bytes(), "空调坏了 <b>𠮷")
    assert all(fonts_of(file.read_bytes()).values())


def test_a_receipt_has_a_size_and_a_language(shell: Shell, number: str, file: Path) -> None:
    ran = shell("print", "receipt", number, "--size", "roll", "--language", "zh", "--pdf", str(file))
    assert ran.status == 0
    assert sizes_of(file.read_bytes())[0][0] == 80
    assert says(file.read_bytes(), "您的投诉已收到")


def test_the_queue_is_printed_as_of_a_moment(shell: Shell, number: str, file: Path) -> None:
    assert shell("print", "queue", "--at", "2026-11-29 21:42", "--pdf", str(file)).status == 0
    assert number[-4:] in text_of(file.read_bytes())
    assert says(file.read_bytes(), "As of Sun 29 Nov 2026 21:42")


@pytest.mark.parametrize("paper", [["case", "HH-D1-20261119-0404"], ["receipt", "x\u202e"], ["case", "../.."]])
def test_an_unknown_case_is_one_line_and_no_file(shell: Shell, file: Path, paper: list[str]) -> None:
    ran = shell("print", *paper, "--pdf", str(file))
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert not file.exists()


def test_a_place_that_cannot_be_written_is_one_line(shell: Shell, number: str, tmp_path: Path) -> None:
    ran = shell("print", "case", number, "--pdf", str(tmp_path / "no" / "such" / "x.pdf"))
    assert (ran.status, ran.out) == (1, "")
    assert "Is it open elsewhere?" in ran.err


@pytest.mark.parametrize(
    "call",
    [
        ["print"],
        ["print", "postcard", "x", "--pdf", "x.pdf"],
        ["print", "queue"],
        ["print", "case", "--pdf", "x.pdf"],
        ["print", "receipt", "x", "--size", "a3", "--pdf", "x.pdf"],
        ["print", "queue", "--language", "fr", "--pdf", "x.pdf"],
    ],
)
def test_a_call_without_sense_is_wrong_usage(shell: Shell, call: list[str]) -> None:
    assert shell(*call).status == 2


def test_a_time_that_is_none_is_refused(shell: Shell, number: str, file: Path) -> None:
    for paper in (["case", number], ["receipt", number], ["queue"]):
        assert shell("print", *paper, "--at", "soon", "--pdf", str(file)).status == 1
    assert not file.exists()


def test_in_a_live_workspace_somebody_signs_in_first(make_shell: ShellMaker, file: Path) -> None:
    ran = make_shell(training=False)("print", "queue", "--pdf", str(file))
    assert ran.status == 1
    assert not file.exists()
