"""A shell for the tests of the command line: verbs run in process, as a person would type them."""

import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import main
from tests.support.staffed import staffed_folder

AT = "2026-11-19T21:42:00+08:00"


@dataclass(frozen=True)
class Ran:
    """How a verb ended and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as one JSON document."""
        return json.loads(self.out)

    @property
    def answers(self) -> list[dict[str, Any]]:
        """Standard output as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


class Shell:
    """Runs verbs on one workspace."""

    def __init__(self, workspace: Path, capsys: pytest.CaptureFixture[str], scratch: Path) -> None:
        self.workspace, self._capsys, self._scratch = workspace, capsys, scratch

    def __call__(self, *verb: str) -> Ran:
        self._capsys.readouterr()
        status = main(["--workspace", str(self.workspace), *verb])
        out, err = self._capsys.readouterr()
        return Ran(status, out, err)

    def file(self, lines: Iterable[dict[str, Any] | str | bytes]) -> str:
        """A file of acts; what is no object is written as it is."""
        whole = b""
        for line in lines:
            text = json.dumps(line, ensure_ascii=False) if isinstance(line, dict) else line
            whole += (text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")) + b"\n"
        path = self._scratch / "acts.jsonl"
        path.write_bytes(whole)
        return str(path)

    def apply(self, *lines: dict[str, Any] | str | bytes, options: Iterable[str] = ()) -> Ran:
        """Carries out lines of a file."""
        return self("apply", self.file(lines), *options)

    def done(self, *lines: dict[str, Any]) -> list[str]:
        """Carries out acts that are all done; returns the case of each."""
        ran = self.apply(*lines)
        assert ran.status == 0, ran.out
        return [answer.get("case", "") for answer in ran.answers]

    def case(self, number: str, at: str = AT) -> dict[str, Any]:
        """``case NUMBER --json``."""
        document: dict[str, Any] = self("case", number, "--json", "--at", at).json
        return document


ShellMaker = Callable[..., Shell]


@pytest.fixture
def make_shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> ShellMaker:
    """A shell on a copy of a staffed site: ``make_shell(training=False)``."""

    def make(**facts: Any) -> Shell:
        shutil.copytree(staffed_folder(**facts), tmp_path / "desk")
        return Shell(tmp_path / "desk", capsys, tmp_path)

    return make


@pytest.fixture
def shell(make_shell: ShellMaker) -> Shell:
    """A shell on a practice hotel in Asia/Shanghai."""
    return make_shell()
