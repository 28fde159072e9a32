"""The command line is for machines without a screen: a verb never loads Qt."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

#: Runs main.py as a person would, then tells on standard error what it had loaded.
PROBE = """
import runpy, sys
status = 0
try:
    runpy.run_path(sys.argv[0], run_name="__main__")
except SystemExit as end:
    status = end.code or 0
loaded = {name.partition(".")[0] for name in sys.modules}
print("loaded:", *sorted(loaded & {"PySide6", "shiboken6", "desktop"}), file=sys.stderr)
raise SystemExit(status)
"""
MAIN = str(ROOT / "main.py")
PLACE = ["--property", "hotel", "--site", "Harbour", "--code", "HH", "--language", "en", "--timezone", "Asia/Shanghai"]
INIT = ["init", *PLACE, "--training"]


def run_verb(workspace: Path, *verb: str) -> subprocess.CompletedProcess[str]:
    """Runs ``main.py VERB …`` in a process of its own."""
    start = f"import sys; sys.argv = {[MAIN, '--workspace', str(workspace), *verb]!r}\n{PROBE}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, "-c", start], env=environment, capture_output=True, text=True, check=False)


def test_importing_the_command_line_loads_no_qt() -> None:
    ask = "import sys, desktop.cli; print([m for m in sys.modules if m.startswith(('PySide6', 'shiboken6'))])"
    asked = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (asked.returncode, asked.stdout.strip()) == (0, "[]"), asked.stderr


@pytest.mark.parametrize("verb", [["--version"], ["--help"], ["doctor"]])
def test_a_verb_that_needs_no_workspace_loads_no_qt(tmp_path: Path, verb: list[str]) -> None:
    ran = run_verb(tmp_path / "desk", *verb)
    assert (ran.returncode, ran.stderr.splitlines()[-1]) == (0, "loaded: desktop"), ran.stderr


def test_working_with_a_workspace_loads_no_qt(tmp_path: Path) -> None:
    for verb in (INIT, ["queue", "--json"], ["verify"]):
        ran = run_verb(tmp_path / "desk", *verb)
        assert (ran.returncode, ran.stderr.splitlines()[-1]) == (0, "loaded: desktop"), (verb, ran.stderr)
