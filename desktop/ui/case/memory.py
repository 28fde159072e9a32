"""What the case screen remembers between starts: what the timeline shows (conventions.md 22)."""

from typing import Protocol

from desktop.ui.case.story_lines import Look

_KEY = "case/timeline"


class Settings(Protocol):
    """What is used of ``QSettings``."""

    def value(self, key: str, /) -> object:
        """What was kept under a key, or None."""

    def setValue(self, key: str, value: object, /) -> None:
        """Keeps a text under a key."""


def remember(settings: Settings, look: Look) -> None:
    """Keeps it as a plain word."""
    settings.setValue(_KEY, look.name.lower())


def recall(settings: Settings) -> Look:
    """What was kept; whatever isn't understood is as if never kept."""
    kept = settings.value(_KEY)
    return next((look for look in Look if look.name.lower() == kept), Look.ALL)
