"""What the queue remembers between starts: hidden columns, the chip, and whose cases (conventions.md 22)."""

from dataclasses import dataclass
from typing import Protocol

from desktop.domain.queueing import Chip
from desktop.ui.queue.columns import HIDEABLE, Column

_GROUP = "queue"


class Settings(Protocol):
    """What is used of ``QSettings``."""

    def value(self, key: str, /) -> object:
        """What was kept under a key, or None."""

    def setValue(self, key: str, value: object, /) -> None:
        """Keeps a text under a key."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """How the queue was looked at last time."""

    hidden: frozenset[Column] = frozenset()
    chip: Chip = Chip.OPEN
    mine: bool = False


def remember(settings: Settings, state: Remembered) -> None:
    """Keeps it, as plain words that survive other versions."""
    names = ",".join(sorted(column.name.lower() for column in state.hidden))
    settings.setValue(f"{_GROUP}/hidden", names)
    settings.setValue(f"{_GROUP}/chip", state.chip.value)
    settings.setValue(f"{_GROUP}/mine", "yes" if state.mine else "no")


def recall(settings: Settings) -> Remembered:
    """What was kept; whatever isn't understood is as if never kept."""
    names = _text(settings, "hidden").split(",")
    hidden = frozenset(column for column in HIDEABLE if column.name.lower() in names)
    chip = next((chip for chip in Chip if chip.value == _text(settings, "chip")), Chip.OPEN)
    return Remembered(hidden, chip, _text(settings, "mine") == "yes")


def _text(settings: Settings, name: str) -> str:
    value = settings.value(f"{_GROUP}/{name}")
    if isinstance(value, list):  # QSettings reads a text with commas as a list
        return ",".join(map(str, value))
    return value if isinstance(value, str) else ""
