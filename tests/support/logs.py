"""Warnings in the log are told to nobody, so a test may leave none that it didn't expect."""

import logging
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class _Expected:
    pattern: str
    level: int
    logger: str | None

    def fits(self, record: logging.LogRecord) -> bool:
        return (
            record.levelno == self.level
            and self.logger in (None, record.name)
            and re.search(self.pattern, record.getMessage()) is not None
        )


class LogWatch(logging.Handler):
    """Collects the records that a person should look at. Called, it expects one: ``expected_log("disk full")``."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._records: list[logging.LogRecord] = []
        self._expected: list[_Expected] = []

    def __call__(self, pattern: str, level: int = logging.WARNING, logger: str | None = None) -> None:
        """Announces that the test logs, at least once, a message of this level in which ``pattern`` is found."""
        self._expected.append(_Expected(pattern, level, logger))

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)

    def complaints(self) -> list[str]:
        """What came unexpectedly, and what was expected but never came; one line each."""
        unexpected = [r for r in self._records if not any(e.fits(r) for e in self._expected)]
        absent = [e for e in self._expected if not any(e.fits(r) for r in self._records)]
        return [
            *(f"unexpected in the log: {r.levelname} {r.name}: {r.getMessage()}" for r in unexpected),
            *(f"expected in the log, but not there: {logging.getLevelName(e.level)} {e.pattern!r}" for e in absent),
        ]
