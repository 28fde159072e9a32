"""``print letter NUMBER --pdf FILE`` (interfaces.md)."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.commands import Assess, Assessment, Override
from desktop.domain.kinds import Band, Flag
from desktop.services.desk import Desk
from tests.cli.conftest import AT, Shell, ShellMaker
from tests.reports.reading import fonts_of, says, sizes_of
from tests.support.acts import MILD
from tests.support.sites import open_site, owner_of

OPENING = {
    "act": "open", "by": "rita", "at": AT, "ref": "a", "type": "complaint", "channel": "counter", "text": "空调坏了",
    "guest": {"name": "陈薇玲", "honorific": "ms", "language": "zh"}, "room": "1615",
}  # fmt: skip
FACTS = "1208 房的空调在您入住时就在漏水。"


def act(name: str, **fields: Any) -> dict[str, Any]:
    """An act on the case that was opened."""
    return {"act": name, "by": "mark", "at": AT, "case": "a", **fields}


WHOLE = [
    OPENING,
    act("confirm_facts", text=FACTS),
    act("acknowledge", medium="in_person"),
    act("assess", **MILD),
    act("propose", remedies=[{"kind": "voucher", "amount": "120.00"}], prevention="房间每月检查一次。"),
]


@pytest.fixture
def number(shell: Shell) -> str:
    """A case whose letter has no blanks and needs no sign-off."""
    return shell.done(*WHOLE)[0]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where to print to."""
    return tmp_path / "letter.pdf"


def opened(shell: Shell) -> Desk:
    """The shell's workspace as a window has it open."""
    return open_site(shell.workspace)


def test_the_letter_of_a_quiet_case_is_printed_in_the_guests_language_and_kept(
    shell: Shell, number: str, file: Path
) -> None:
    file.write_bytes(b"old")
    ran = shell("print", "letter", number.lower(), "--pdf", str(file), "--at", "2026-11-20 09:00")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    content = file.read_bytes()
    for words in ("尊敬的陈女士：", FACTS, "代金券 ¥120", "房间每月检查一次", "2026年11月20日", number):
        assert says(content, words), words
    assert sizes_of(content) == [(210, 297)]
    assert all(fonts_of(content).values())
    acts = [entry["act"] for entry in shell.case(number)["history"]]
    assert acts[-2:] == ["letter_kept", "letter_printed"]


def test_a_letter_that_is_kept_is_printed_as_it_stands(shell: Shell, number: str, file: Path) -> None:
    desk = opened(shell)
    owner = owner_of(desk)
    text = replace(desk.letters.draft(number, owner), paragraphs=("真的很抱歉。",))
    desk.letters.keep(number, owner, text, None)
    desk.close()
    assert shell("print", "letter", number, "--pdf", str(file)).status == 0
    assert says(file.read_bytes(), "真的很抱歉。")
    assert not says(file.read_bytes(), FACTS)
    other = shell("print", "letter", number, "--language", "en", "--pdf", str(file))
    assert (other.status, other.err.count("\n")) == (1, 1)
    assert "Chinese" in other.err


def test_a_letter_with_blanks_is_refused_and_not_kept(shell: Shell, file: Path) -> None:
    number = shell.done(OPENING)[0]
    ran = shell("print", "letter", number, "--pdf", str(file))
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert "blanks" in ran.err
    assert not file.exists()
    assert all(not entry["act"].startswith("letter") for entry in shell.case(number)["history"])


def test_facts_in_the_desks_language_do_not_slip_into_a_letter_in_another(
    shell: Shell, number: str, file: Path
) -> None:
    ran = shell("print", "letter", number, "--language", "en", "--pdf", str(file))
    assert (ran.status, "blanks" in ran.err) == (1, True)
    assert not file.exists()


@pytest.mark.parametrize("grave", ["band", "flag"])
def test_a_grave_case_is_printed_only_once_a_manager_has_signed_the_letter_off(
    shell: Shell, number: str, file: Path, grave: str
) -> None:
    desk = opened(shell)
    owner = owner_of(desk)
    if grave == "band":
        desk.cases.perform(Override(number, Band.P2, "For the letter."), owner)
    else:
        desk.cases.perform(Assess(number, Assessment(flags=frozenset({Flag.MEDIA}))), owner)
    desk.close()
    ran = shell("print", "letter", number, "--pdf", str(file))
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert "manager" in ran.err
    assert not file.exists()
    desk = opened(shell)
    row = desk.letters.keep(number, owner, desk.letters.draft(number, owner), None)
    desk.close()
    assert shell("print", "letter", number, "--pdf", str(file)).status == 1
    desk = opened(shell)
    desk.letters.sign_off(number, owner, row.version)
    desk.close()
    assert shell("print", "letter", number, "--pdf", str(file)).status == 0
    assert says(file.read_bytes(), FACTS)


@pytest.mark.parametrize("number", ["HH-D1-20261119-0404", "x\u202e", "../.."])
def test_an_unknown_case_is_one_line_and_no_file(shell: Shell, file: Path, number: str) -> None:
    ran = shell("print", "letter", number, "--pdf", str(file))
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert not file.exists()


def test_a_place_that_cannot_be_written_is_one_line_and_nothing_was_printed(
    shell: Shell, number: str, tmp_path: Path
) -> None:
    ran = shell("print", "letter", number, "--pdf", str(tmp_path / "no" / "such" / "x.pdf"))
    assert (ran.status, ran.out) == (1, "")
    assert "Is it open elsewhere?" in ran.err
    assert "letter_printed" not in [entry["act"] for entry in shell.case(number)["history"]]


@pytest.mark.parametrize("call", [["letter", "--pdf", "x.pdf"], ["letter", "x"], ["letter", "x", "--size", "roll"]])
def test_a_call_without_sense_is_wrong_usage(shell: Shell, call: list[str]) -> None:
    assert shell("print", *call).status == 2


def test_in_a_live_workspace_somebody_signs_in_first(make_shell: ShellMaker, file: Path) -> None:
    assert make_shell(training=False)("print", "letter", "x", "--pdf", str(file)).status == 1
    assert not file.exists()


def test_who_reads_no_cases_prints_no_letters(shell: Shell, number: str, file: Path) -> None:
    ran = shell("--as", "ana", "print", "letter", number, "--pdf", str(file))
    assert (ran.status, ran.err.count("\n")) == (1, 1)
    assert not file.exists()
