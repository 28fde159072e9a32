import logging
import threading

import pytest
from PySide6.QtCore import QThread

from desktop.errors import UserError
from desktop.ui.tasks import CancelledError, InlineRunner, TaskRunner


class Outcome:
    """What came back, and on which thread."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.failed: list[Exception] = []
        self.threads: list[QThread] = []

    def on_done(self, result: object) -> None:
        self.done.append(result)
        self.threads.append(QThread.currentThread())

    def on_failed(self, error: Exception) -> None:
        self.failed.append(error)
        self.threads.append(QThread.currentThread())


@pytest.fixture
def outcome():
    return Outcome()


@pytest.fixture
def runner(qapp):
    runner = TaskRunner()
    yield runner
    runner.cancel_all()
    assert runner.wait_all()


def refuse(progress):
    raise UserError("no_such_case", "case", number="1101-0001")


def stumble(progress):
    raise ValueError("Ms Tan Wei Ling, room 1208")


def test_work_is_done_elsewhere_and_told_on_the_windows_thread(runner, outcome, qtbot, qapp):
    where = []

    def work(progress):
        where.append(threading.get_ident())
        return 42

    task = runner.run(work, outcome.on_done, outcome.on_failed)
    qtbot.waitUntil(lambda: not task.running)
    assert outcome.done == [42]
    assert where != [threading.get_ident()]
    assert outcome.threads == [qapp.thread()]


def test_a_refusal_is_told_with_its_code(runner, outcome, qtbot):
    task = runner.run(refuse, outcome.on_done, outcome.on_failed)
    with qtbot.waitSignal(task.finished):
        pass
    assert [error.code for error in outcome.failed] == ["no_such_case"]
    assert outcome.done == []


def test_a_bug_is_told_and_logged_without_what_the_guest_said(runner, outcome, qtbot, caplog, expected_log):
    expected_log("ValueError in a task", logging.ERROR)
    task = runner.run(stumble, outcome.on_done, outcome.on_failed)
    with qtbot.waitSignal(task.finished):
        pass
    assert isinstance(outcome.failed[0], ValueError)
    assert "stumble" in caplog.text
    assert "Tan" not in caplog.text


def test_progress_reaches_the_window_in_order(runner, outcome, qtbot):
    heard = []
    go = threading.Event()

    def work(progress):
        go.wait(5)
        for step in range(3):
            progress.report(step + 1, 3, f"step {step + 1}")

    task = runner.run(work, outcome.on_done, outcome.on_failed)
    task.progressed.connect(lambda *what: heard.append(what))
    with qtbot.waitSignal(task.finished):
        go.set()
    assert heard == [(1, 3, "step 1"), (2, 3, "step 2"), (3, 3, "step 3")]


def test_cancelled_work_stops_at_its_next_report_and_tells_nothing(runner, outcome, qtbot):
    started, steps = threading.Event(), []
    cancelled = threading.Event()

    def work(progress):
        started.set()
        cancelled.wait(5)
        steps.append("before")
        progress.report(1, 2)
        steps.append("after")

    task = runner.run(work, outcome.on_done, outcome.on_failed)
    assert started.wait(5)
    task.cancel()
    with qtbot.waitSignal(task.finished):
        cancelled.set()
    assert steps == ["before"]
    assert (outcome.done, outcome.failed) == ([], [])
    assert task.cancelled


def test_a_result_that_came_too_late_is_not_told(runner, outcome, qtbot):
    release = threading.Event()
    task = runner.run(lambda _progress: release.wait(5), outcome.on_done, outcome.on_failed)
    task.cancel()
    with qtbot.waitSignal(task.finished):
        release.set()
    assert outcome.done == []


def test_closing_waits_for_all_work_and_tells_what_came_of_it(runner, outcome):
    for number in range(5):
        runner.run(lambda _progress, number=number: number, outcome.on_done, outcome.on_failed)
    assert runner.wait_all()
    assert sorted(outcome.done) == [0, 1, 2, 3, 4]


def test_work_that_does_not_end_is_reported_at_closing(runner, outcome):
    release = threading.Event()
    runner.run(lambda _progress: release.wait(5), outcome.on_done, outcome.on_failed)
    assert not runner.wait_all(timeout_ms=20)
    release.set()


def test_the_window_stays_alive_while_work_goes_on(runner, outcome, qtbot):
    from PySide6.QtCore import QTimer

    ticks = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(5)
    release = threading.Event()
    task = runner.run(lambda _progress: release.wait(5), outcome.on_done, outcome.on_failed)
    qtbot.waitUntil(lambda: len(ticks) >= 3)
    release.set()
    qtbot.waitUntil(lambda: not task.running)
    timer.stop()


def test_the_inline_runner_tells_before_it_returns(qapp, outcome):
    task = InlineRunner().run(lambda _progress: "rows", outcome.on_done, outcome.on_failed)
    assert outcome.done == ["rows"]
    assert not task.running


def test_the_inline_runner_tells_refusals_and_bugs_alike(qapp, outcome, expected_log):
    expected_log("ValueError in a task", logging.ERROR)
    runner = InlineRunner()
    runner.run(refuse, outcome.on_done, outcome.on_failed)
    runner.run(stumble, outcome.on_done, outcome.on_failed)
    assert [type(error) for error in outcome.failed] == [UserError, ValueError]
    assert runner.wait_all()


def test_inline_work_that_gives_itself_up_tells_nothing(qapp, outcome):
    def work(progress):
        raise CancelledError

    task = InlineRunner().run(work, outcome.on_done, outcome.on_failed)
    assert (outcome.done, outcome.failed) == ([], [])
    assert task.cancelled
