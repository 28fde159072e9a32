"""Which cases are ticked after a click or a key (conventions.md 6). No Qt."""

from desktop.ui.queue.pages import Window
from desktop.ui.queue.state import is_masked


def toggled(ticks: frozenset[str], number: str, joins: str = "") -> frozenset[str]:
    """``ticks`` with ``number`` or without it; ``joins``, the current case, is there first where nothing was ticked."""
    if not ticks and joins and joins != number:
        return frozenset({joins, number})
    return ticks ^ {number}


def stretch(window: Window, begin: int | None, end: int) -> frozenset[str]:
    """All cases from one place to another, those that are held; a case that isn't for the person is passed over."""
    begin = end if begin is None else begin
    places = range(max(min(begin, end), window.first), min(max(begin, end), window.first + len(window.rows)) + 1)
    rows = (window.at(place) for place in places)
    return frozenset(row.number for row in rows if row is not None and not is_masked(row))
