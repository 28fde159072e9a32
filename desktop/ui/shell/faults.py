"""What nobody foresaw: logged without a word about guests, told calmly, and nothing typed is lost.

The log holds where something went wrong, never what people wrote: an exception's own text may quote a complaint.
"""

import logging
import sys
import threading
import time
from collections.abc import Callable
from copy import copy
from logging.handlers import RotatingFileHandler
from pathlib import Path
from traceback import StackSummary, extract_tb
from types import TracebackType

_log = logging.getLogger(__name__)

_LARGEST = 1_000_000  # bytes
_KEPT = 3
_TELL_AGAIN_AFTER = 10.0  # seconds: what goes wrong with every repaint is told once
_DEEPEST_CAUSE = 5

ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None]


class DiscreetFormatter(logging.Formatter):
    """Writes exceptions as their kind and the places they came through, without their text."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """One record. What another handler made of the exception is not used: it has the text."""
        own = copy(record)
        own.exc_text = None
        return super().format(own)

    def formatException(self, ei: object) -> str:
        """Kinds and places only; causes below."""
        error = ei[1] if isinstance(ei, tuple) else None
        return "\n".join(where_it_failed(error)) if isinstance(error, BaseException) else ""


def where_it_failed(error: BaseException) -> list[str]:
    """The kind of an error, the calls that led to it and those of its causes, without any text of people."""
    lines: list[str] = []
    cause: BaseException | None = error
    for _ in range(_DEEPEST_CAUSE):
        if cause is None:
            break
        lines.append(f"{'caused by ' if lines else ''}{type(cause).__qualname__}")
        frames: StackSummary = extract_tb(cause.__traceback__)
        lines += [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        cause = cause.__cause__ or cause.__context__
    return lines


def log_to(folder: Path) -> logging.Handler:
    """Writes the log to ``amends.log`` in a folder, three older ones kept. Raises ``OSError`` where it can't."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "amends.log", maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8", delay=True
    )
    handler.setFormatter(DiscreetFormatter())
    logging.getLogger().addHandler(handler)
    return handler


class FaultHook:
    """Takes over from Python when nobody caught an exception. ``tell`` says so to the person, on their thread."""

    def __init__(self, tell: Callable[[], None], uptime: Callable[[], float] = time.monotonic) -> None:
        self._tell, self._uptime = tell, uptime
        self._told: float | None = None

    def install(self) -> None:
        """From now on, in every thread."""
        sys.excepthook = self
        threading.excepthook = lambda args: self._in_thread(args)

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Logs the exception and says so, not more often than a person can read."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("something unexpected went wrong", exc_info=(kind, error, trace))
        now = self._uptime()
        if self._told is None or now - self._told >= _TELL_AGAIN_AFTER:
            self._told = now
            self._tell()

    def _in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self(args.exc_type, args.exc_value, args.exc_traceback)
