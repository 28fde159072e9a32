"""Slow work away from the window's thread: with progress, cancel, and answers back on the window's thread.

Whatever may take longer than 50 ms runs here, on its own database session (architecture.md, Threads). Tests hand
screens an ``InlineRunner``, which does the work at once.
"""

import logging
from collections.abc import Callable
from threading import Event
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from desktop.errors import UserError

T = TypeVar("T")

_log = logging.getLogger(__name__)


class CancelledError(Exception):
    """The person doesn't want the result any more. Raised inside the work by ``Progress``."""


class Progress(Protocol):
    """What work uses to tell how far it is, and to stop when nobody waits any more."""

    def report(self, done: int, total: int, what: str = "") -> None:
        """Tells that ``done`` of ``total`` steps are done, and what is happening. Raises ``CancelledError``."""

    def check(self) -> None:
        """Raises ``CancelledError`` after the person cancelled."""


class Task(QObject):
    """One piece of work. ``progressed`` carries done, total and what; ``finished`` follows however it ended."""

    progressed = Signal(int, int, str)
    finished = Signal()
    _ended = Signal(object, object)

    def __init__(
        self,
        work: Callable[[Progress], Any],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
    ) -> None:
        super().__init__()
        self._work, self._done, self._failed = work, done, failed
        self._cancel = Event()
        self._running = True
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> bool:
        """Whether neither result nor failure has been told yet."""
        return self._running

    @property
    def cancelled(self) -> bool:
        """Whether the person gave it up: then nothing is told."""
        return self._cancel.is_set()

    def cancel(self) -> None:
        """Asks the work to stop at its next ``report`` or ``check``. Its result is not wanted any more."""
        self._cancel.set()

    def report(self, done: int, total: int, what: str = "") -> None:
        """Tells how far the work is (``Progress``)."""
        self.check()
        self.progressed.emit(done, total, what)

    def check(self) -> None:
        """Stops the work if it was cancelled (``Progress``)."""
        if self._cancel.is_set():
            raise CancelledError

    def execute(self) -> None:
        """Does the work, on whatever thread this is; what came of it is told on the window's thread."""
        result, error = self._attempt()
        self._ended.emit(result, error)

    def execute_here(self) -> None:
        """Does the work and tells what came of it before returning."""
        self._on_ended(*self._attempt())

    def _attempt(self) -> tuple[Any, Exception | None]:
        try:
            self.check()
            return self._work(self), None
        except CancelledError:
            self._cancel.set()
            return None, None
        except UserError as refusal:
            return None, refusal
        except Exception as error:  # the window must live on; whoever asked is told
            _log_bug(error)
            return None, error

    @Slot(object, object)
    def _on_ended(self, result: Any, error: Exception | None) -> None:
        self._running = False
        try:
            if self.cancelled:
                return
            if error is not None:
                self._failed(error)
            else:
                self._done(result)
        finally:
            self.finished.emit()


def _log_bug(error: Exception) -> None:
    """Notes where it went wrong. Not the error's text: it may quote what a guest said."""
    trace = error.__traceback__
    steps = []
    while trace is not None:
        code = trace.tb_frame.f_code
        steps.append(f"{code.co_filename}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    _log.error("%s in a task: %s", type(error).__name__, " > ".join(steps))


class Runner(Protocol):
    """What screens know of it."""

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> Task:
        """Starts the work. One of ``done`` and ``failed`` is called on the window's thread, neither if cancelled."""


class _Job(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self.setAutoDelete(False)  # Python owns it; Qt deleting it too would be once too often
        self._task = task

    def run(self) -> None:
        self._task.execute()


class TaskRunner(QObject):
    """Does work on a few threads of its own. Make one per window, on the window's thread."""

    def __init__(self, parent: QObject | None = None, threads: int = 2) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._jobs: dict[Task, _Job] = {}

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> Task:
        """Starts the work on another thread (``Runner``)."""
        task = Task(work, done, failed)
        job = self._jobs[task] = _Job(task)
        task.finished.connect(lambda: self._jobs.pop(task, None))
        self._pool.start(job)
        return task

    def cancel_all(self) -> None:
        """Asks all work to stop."""
        for task in list(self._jobs):
            task.cancel()

    def wait_all(self, timeout_ms: int = 5000) -> bool:
        """Waits until all work has ended and has been told; False if some still runs after ``timeout_ms``."""
        ended = self._pool.waitForDone(timeout_ms)
        for task in list(self._jobs):
            QCoreApplication.sendPostedEvents(task, QEvent.Type.MetaCall.value)
        return ended


class InlineRunner:
    """Does the work at once, where it is asked for: screens under test need no waiting."""

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> Task:
        """Does the work and tells what came of it before returning (``Runner``)."""
        task = Task(work, done, failed)
        task.execute_here()
        return task

    def cancel_all(self) -> None:
        """Nothing runs on."""

    def wait_all(self, timeout_ms: int = 5000) -> bool:  # noqa: ARG002 (the protocol's signature)
        """Everything has ended already."""
        return True
