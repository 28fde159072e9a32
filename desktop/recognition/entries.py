"""The small language in which a lexicon's entries are written.

``(a/b) c`` stands for “a c” and “b c”, ``..`` for a gap inside one clause, ``*`` for any ending of an English word.
"""

import re
from typing import NamedTuple

_CHOICE = re.compile(r"\(([^()]*)\)|(\.\.)|([^().]+|\.)")


class UnusableEntryError(ValueError):
    """An entry that could never be found: the code of the reason, and the entry."""

    def __init__(self, reason: str, entry: str) -> None:
        super().__init__(reason, entry)
        self.reason = reason
        self.entry = entry


class Step(NamedTuple):
    """What follows: one of ``ways``, at once or after a gap."""

    gap: bool
    ways: tuple[str, ...]


class Entry(NamedTuple):
    """An entry taken apart: one of ``heads``, and then every step."""

    heads: tuple[str, ...]
    tail: tuple[Step, ...]


def parse(entry: str) -> Entry:
    """Takes a folded entry apart. Raises ``UnusableEntryError``: ``brackets``, ``gap_at_end``, ``nothing_left``."""
    if "(" not in entry and ".." not in entry:
        return Entry((entry,), ())
    steps: list[Step] = []
    gap, used = False, 0
    for match in _CHOICE.finditer(entry):
        if match.start() != used:
            raise UnusableEntryError("brackets", entry)
        used = match.end()
        choice, is_gap, plain = match.groups()
        if is_gap:
            gap = True
            continue
        ways = tuple(way.strip() for way in (choice.split("/") if choice is not None else [plain]) if way.strip())
        if ways:
            steps.append(Step(gap, ways))
            gap = False
        elif choice is not None:
            raise UnusableEntryError("nothing_left", entry)
    if used != len(entry):
        raise UnusableEntryError("brackets", entry)
    if gap or not steps or steps[0].gap:
        raise UnusableEntryError("gap_at_end", entry)
    return Entry(steps[0].ways, tuple(steps[1:]))
