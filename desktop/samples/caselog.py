"""The acts of one case while its story is told: time only goes forward, and nothing happens after the end."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

Act = dict[str, object]  #: an act in the shape of interfaces.md


def shown(moment: datetime, zone: ZoneInfo) -> str:
    """A moment as acts bear it: the site's time with its offset, to the second."""
    return moment.astimezone(zone).isoformat(timespec="seconds")


class CaseLog:
    """Collects the acts of the case ``ref``, from ``received`` (aware UTC) up to ``until``.

    What would happen after ``until`` is left out, and so is all that follows it.
    """

    def __init__(self, ref: str, received: datetime, until: datetime, zone: ZoneInfo) -> None:
        self.ref, self.received, self.at = ref, received, received
        self.acts: list[tuple[datetime, Act]] = []
        self._until, self._zone = until, zone

    def after(self, minutes: float) -> datetime:
        """The moment so many minutes after the last act."""
        return self.at + timedelta(seconds=round(minutes * 60))

    def add(self, act: str, by: str, at: datetime, fields: Mapping[str, object]) -> None:
        """One more act; ``at`` is aware and not before the last one."""
        if at < self.at:
            raise ValueError(f"{self.ref}: {act} runs backwards")
        self.at = at.astimezone(UTC)
        if self.at > self._until:
            return
        name = {"ref": self.ref} if act == "open" else {"case": self.ref}
        self.acts.append((self.at, {"act": act, "by": by, "at": shown(self.at, self._zone), **name, **fields}))
