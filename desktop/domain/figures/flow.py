"""The flow of a span: opening + received + reopened − resolutions − other exits = closing (figures.md).

Something that happened in the first second of a span happened in it; the opening is what was open just before.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from desktop.domain.figures.shapes import Flow

Resolved = tuple[int, int | None]  #: when a case was resolved, and when it was reopened after that (UTC seconds)


class CaseLife(NamedTuple):
    """When a counted case came, was resolved, came back, was withdrawn (UTC seconds)."""

    received: int
    resolutions: tuple[Resolved, ...] = ()  #: the oldest first
    withdrawn: int | None = None


class FlowCounts(NamedTuple):
    """What the flow of a span is summed up of; both shares of reopening too."""

    opening: int = 0
    received: int = 0
    reopened: int = 0
    resolutions: int = 0
    withdrawals: int = 0
    closing: int = 0
    first_resolutions: int = 0
    reopened_cases: int = 0

    def plus(self, other: "FlowCounts") -> "FlowCounts":
        """Both together; they count different cases."""
        return FlowCounts(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    @property
    def flow(self) -> Flow:
        """The equation."""
        return Flow(self.opening, self.received, self.reopened, self.resolutions, self.withdrawals, self.closing)


_IN, _BACK, _OUT, _WITHDRAWN = "received", "reopened", "resolved", "withdrawn"


def _events(life: CaseLife) -> Iterator[tuple[str, int]]:
    """What happened, in order: out follows in and in follows out, whatever an old book may tell."""
    yield _IN, life.received
    is_open = True
    for resolved, reopened in life.resolutions:
        if is_open:
            yield _OUT, resolved
            is_open = False
        if reopened is not None:
            yield _BACK, reopened
            is_open = True
    if is_open and life.withdrawn is not None:
        yield _WITHDRAWN, life.withdrawn


def count_life(life: CaseLife, start: int, end: int) -> FlowCounts:
    """What one case adds to the flow from ``start`` until before ``end`` (UTC seconds)."""
    counted = {_IN: 0, _BACK: 0, _OUT: 0, _WITHDRAWN: 0}
    opening = closing = resolutions = first = 0
    for what, at in _events(life):
        comes_in = what in (_IN, _BACK)
        if at < start:
            opening += 1 if comes_in else -1
        if at < end:
            closing += 1 if comes_in else -1
        if what == _OUT:
            resolutions += 1
        if start <= at < end:
            counted[what] += 1
            first += what == _OUT and resolutions == 1
    return FlowCounts(
        opening,
        counted[_IN],
        counted[_BACK],
        counted[_OUT],
        counted[_WITHDRAWN],
        closing,
        first,
        min(counted[_BACK], 1),
    )


def count_lives(lives: Iterable[CaseLife], start: int, end: int) -> FlowCounts:
    """The flow of several cases."""
    counts = [count_life(life, start, end) for life in lives]
    return FlowCounts(*map(sum, zip(*counts, strict=True))) if counts else FlowCounts()


def is_open_at(life: CaseLife, at: int) -> bool:
    """Whether a case was open just before ``at`` (UTC seconds)."""
    happened = (what in (_IN, _BACK) for what, when in _events(life) if when < at)
    return sum(1 if came else -1 for came in happened) > 0
