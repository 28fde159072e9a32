"""Interleaved measuring: ours and the limit by turns in one process, medians and ratios."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table. Times in milliseconds (``unit`` says otherwise); ``goal`` in the specification's words."""

    job: str
    ours: float
    limit: float | None
    goal: str
    met: bool | None  #: None where there is no goal
    note: str = ""
    unit: str = "ms"

    @property
    def ratio(self) -> float | None:
        """How many times the limit."""
        return None if not self.limit else self.ours / self.limit

    def row(self) -> str:
        """The line of a Markdown table."""
        ratio = "–" if self.ratio is None else f"{self.ratio:.2f} ×"
        limit = "–" if self.limit is None else f"{self.limit:.3f} {self.unit}"
        verdict = {True: "yes", False: "**no**", None: "–"}[self.met]
        return (
            f"| {self.job} | {self.ours:.3f} {self.unit} | {limit} | {ratio} | {self.goal} | {verdict} | {self.note} |"
        )


_WARM_UP = 20  #: rounds; caches of statements and pages fill

HEADER = "| job | ours | limit | ratio | goal | met | note |\n|---|---|---|---|---|---|---|"


def timed(job: Callable[[], object]) -> float:
    """Milliseconds that one call takes."""
    begun = time.perf_counter()
    job()
    return (time.perf_counter() - begun) * 1_000


def by_turns(ours: Callable[[], object], limit: Callable[[], object], rounds: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each round, ours and the limit by turns after a short warm-up."""
    for _ in range(min(_WARM_UP, rounds)):
        ours()
        limit()
    gc.collect()
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        taken[0].append(timed(ours))
        taken[1].append(timed(limit))
    return taken


def compared(
    job: str, ours: Callable[[], object], limit: Callable[[], object], most: float, rounds: int, note: str = ""
) -> Result:
    """The medians of both, and whether their ratio keeps to ``most``."""
    mine, theirs = by_turns(ours, limit, rounds)
    a, b = statistics.median(mine), statistics.median(theirs)
    return Result(job, a, b, f"≤ {most:g} ×", a <= most * b, note)


def percentile(values: list[float], share: float) -> float:
    """The value below which ``share`` (0–1) of the values lie, by nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
