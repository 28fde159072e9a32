"""What nobody foresaw: in the log without a word of guests, told calmly and not over and over."""

import logging
import sys
import threading
from pathlib import Path

import pytest

from desktop.ui.shell.faults import DiscreetFormatter, FaultHook, log_to, where_it_failed

CANARY = "Zebedee Quill"


def failing(words: str) -> BaseException:
    try:
        try:
            raise KeyError(words)
        except KeyError as cause:
            raise ValueError(f"can't read {words}") from cause
    except ValueError as error:
        return error


def test_the_log_says_where_it_failed_but_not_what_people_wrote() -> None:
    lines = "\n".join(where_it_failed(failing(CANARY)))
    assert "ValueError" in lines
    assert "caused by KeyError" in lines
    assert "test_faults.py" in lines
    assert CANARY not in lines


def test_an_exception_in_the_log_file_bears_no_guests_name(tmp_path: Path, expected_log) -> None:
    expected_log("went wrong", logging.ERROR)
    handler = log_to(tmp_path / "logs")
    try:
        FaultHook(lambda: None)(ValueError, failing(CANARY), None)
        handler.flush()
        text = (tmp_path / "logs" / "amends.log").read_text(encoding="utf-8")
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
    assert "ValueError" in text
    assert CANARY not in text


def test_what_goes_wrong_with_every_repaint_is_told_once(expected_log) -> None:
    expected_log("went wrong", logging.ERROR)
    told: list[int] = []
    now = [100.0]
    hook = FaultHook(lambda: told.append(1), lambda: now[0])
    for _ in range(5):
        hook(ValueError, ValueError(), None)
    assert len(told) == 1
    now[0] += 11
    hook(ValueError, ValueError(), None)
    assert len(told) == 2


def test_errors_of_other_threads_are_caught_too(expected_log, monkeypatch: pytest.MonkeyPatch) -> None:
    expected_log("went wrong", logging.ERROR)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    told: list[int] = []
    FaultHook(lambda: told.append(1)).install()

    def fail() -> None:
        raise ValueError(CANARY)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert told == [1]


def test_a_log_that_cannot_be_written_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(OSError, match="logs"):
        log_to(tmp_path / "logs")


def test_a_formatter_without_an_exception_writes_the_message() -> None:
    record = logging.LogRecord("desk", logging.WARNING, "x.py", 1, "backup made", (), None)
    assert DiscreetFormatter().format(record).endswith("WARNING desk: backup made")
