"""From the command line to the window: what is said before there is one, and one window a workspace."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.app import given_workspace, lacks_screen, main, spoken_language

ROOT = Path(__file__).parents[1]


def test_the_workspace_is_what_the_command_line_names() -> None:
    assert given_workspace([]) is None
    assert given_workspace(["--workspace", "desk"]) == Path("desk")
    assert given_workspace(["--workspace=desk"]) == Path("desk")
    for wrong in (["queue"], ["--workspace"], ["--workspace="], ["--workspace", "a", "b"]):
        with pytest.raises(ValueError, match="^" + re.escape(" ".join(wrong))):
            given_workspace(wrong)


@pytest.mark.parametrize(
    ("environ", "platform", "lacks"),
    [
        ({}, "linux", True),
        ({"DISPLAY": ""}, "linux", True),
        ({"DISPLAY": ":0"}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", False),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({}, "win32", False),
        ({}, "darwin", False),
    ],
)
def test_a_missing_screen_is_seen_before_qt_aborts(environ: dict[str, str], platform: str, lacks: bool) -> None:
    assert lacks_screen(environ, platform) is lacks


def run_main(arguments: list[str], environ: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    return subprocess.run(command, env=environ, capture_output=True, text=True, check=False, timeout=60)


def without_screen() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always something to draw on")
@pytest.mark.parametrize(("locale", "words"), [("C.UTF-8", "needs a screen"), ("zh_CN.UTF-8", "需要屏幕")])
def test_without_a_screen_one_sentence_says_what_to_do(tmp_path: Path, locale: str, words: str) -> None:
    ran = run_main(["--workspace", str(tmp_path / "desk")], {**without_screen(), "LC_ALL": locale})
    assert (ran.returncode, ran.stdout) == (3, "")
    assert len(ran.stderr.strip().splitlines()) == 1
    assert words in ran.stderr


def test_wrong_usage_is_said_and_nothing_is_opened(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nonsense", "more"]) == 2
    assert capsys.readouterr().err.startswith("usage:")


@pytest.mark.parametrize(
    ("environ", "language"),
    [({}, "en"), ({"LANG": "zh_CN.UTF-8"}, "zh"), ({"LC_ALL": "C", "LANG": "zh_CN"}, "en")],
)
def test_the_first_sentence_is_in_the_systems_language(environ: dict[str, str], language: str) -> None:
    assert spoken_language(environ) == language
