"""The watchers watch: each is shown tests that it must fail, and tests that it must let pass."""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.support.clock import Clock

HERE = Path(__file__).parent

SHOWN = """
import logging
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QLabel

def test_log_unexpected(): logging.getLogger("desk").warning("disk full")
def test_log_worse_than_expected(expected_log): expected_log("disk"); logging.error("disk full")
def test_log_expected_but_absent(expected_log): expected_log("disk full")
def test_log_expected(expected_log): expected_log("disk"); logging.warning("disk full"); logging.info("saved")

def test_qt_warning(): qWarning("no such slot")

def test_window_left_open(qapp): test_window_left_open.label = label = QLabel("hello"); label.show()
def test_window_hidden(qapp): test_window_hidden.label = QLabel("hello")
def test_window_given_back(qtbot): label = QLabel("hello"); qtbot.addWidget(label); label.show()
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says about the tests above, run under this project's configuration in a process of its own."""
    folder = tmp_path_factory.mktemp("shown")
    shutil.copy(HERE.parent / "pyproject.toml", folder)
    shutil.copytree(HERE / "support", folder / "tests" / "support")
    shutil.copy(HERE / "conftest.py", folder / "tests")
    (folder / "tests" / "test_shown.py").write_text(SHOWN, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-rA", "-p", "no:cacheprovider", "-p", "no:xdist"]
    wide = {**os.environ, "COLUMNS": "200"}  # pytest cuts its lines to the terminal
    ran = subprocess.run(command, cwd=folder, env=wide, capture_output=True, text=True, check=False)
    return ran.stdout


@pytest.mark.parametrize(
    ("test", "complaint"),
    [
        ("log_unexpected", "unexpected in the log: WARNING desk: disk full"),
        ("log_worse_than_expected", "unexpected in the log: ERROR root: disk full"),
        ("log_expected_but_absent", "expected in the log, but not there: WARNING 'disk full'"),
        ("window_left_open", "left open: QLabel ''"),
    ],
)
def test_what_a_test_leaves_behind_fails_it(told: str, test: str, complaint: str) -> None:
    assert f"ERROR tests/test_shown.py::test_{test} - Failed: {complaint}" in told


def test_a_warning_of_qt_fails_the_test(told: str) -> None:
    assert "FAILED tests/test_shown.py::test_qt_warning" in told


@pytest.mark.parametrize("test", ["log_expected", "window_hidden", "window_given_back"])
def test_what_a_test_said_or_cleared_away_is_fine(told: str, test: str) -> None:
    assert f"PASSED tests/test_shown.py::test_{test}\n" in told
    assert f"ERROR tests/test_shown.py::test_{test} " not in told


def test_tests_neither_see_a_screen_nor_the_persons_own_files() -> None:
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    assert not Path(os.environ["XDG_CONFIG_HOME"]).is_relative_to(Path.home())
    assert datetime.now().astimezone().utcoffset() == timedelta(0)


def test_the_clock_stands_still_until_it_is_moved(clock: Clock) -> None:
    assert clock() == clock() == datetime(2026, 11, 19, 13, 42, tzinfo=UTC)
    assert clock.advance(timedelta(minutes=3)) == clock() == datetime(2026, 11, 19, 13, 45, tzinfo=UTC)


def test_the_clock_always_answers_in_utc(clock: Clock) -> None:
    clock.set(datetime(2026, 11, 20, 8, 0, tzinfo=timezone(timedelta(hours=8))))
    assert (clock(), clock().tzinfo) == (datetime(2026, 11, 20, 0, 0, tzinfo=UTC), UTC)
    with pytest.raises(ValueError, match="naive"):
        clock.set(datetime(2026, 11, 20, 8, 0))  # noqa: DTZ001 - the point of the test
