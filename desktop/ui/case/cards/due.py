"""When something is due: the quick picks for a new one, and how a due time is shown."""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from PySide6.QtCore import QObject

from desktop.domain.wallclock import local_day, utc_at
from desktop.ui import formats
from desktop.ui.widgets.label import Tone
from desktop.words import Words

_SOON = timedelta(hours=1)
_IN_DAYS = timedelta(days=2)
_HOUR = timedelta(hours=1)
_TONIGHT = 23 * 60  # minutes after midnight, local; the end of the usual evening shift
_MORNING = 10 * 60
_WORTH_OFFERING = timedelta(minutes=30)  # a pick that is nearer than this helps nobody


class Pick(StrEnum):
    """The due times that one click chooses."""

    HOUR = "hour"
    TONIGHT = "tonight"
    TOMORROW = "tomorrow"
    OWN = "own"


def moment_of(pick: Pick, now: datetime, zone: tzinfo) -> datetime | None:
    """The moment (UTC) that a pick means at ``now``; None for one's own time.

    Tonight and tomorrow are 23:00 and 10:00 on the site's wall, whatever daylight saving does in between.
    """
    today = local_day(now, zone)
    match pick:
        case Pick.HOUR:
            return (now + _HOUR).replace(second=0, microsecond=0)
        case Pick.TONIGHT:
            return utc_at(today, _TONIGHT, zone)
        case Pick.TOMORROW:
            return utc_at(today + timedelta(days=1), _MORNING, zone)
    return None


def is_offered(pick: Pick, now: datetime, zone: tzinfo) -> bool:
    """Whether a pick still makes sense: late in the evening nobody offers 'tonight'."""
    moment = moment_of(pick, now, zone)
    return moment is None or moment - now >= _WORTH_OFFERING


@dataclass(frozen=True, slots=True)
class DueLook:
    """What stands where a due time is shown. An empty icon is none; the tone never says it alone."""

    text: str
    tone: Tone = "ink2"
    icon: str = ""


class DueText(QObject):
    """Due times in words, on the site's clock."""

    def __init__(self, words: Words, zone: tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._zone = words, zone

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self._words = words

    def when(self, moment: datetime, now: datetime) -> str:
        """A moment as short as it stays clear: ``22:18``, ``Fri 10:00``."""
        return formats.near_time(moment.astimezone(self._zone), now.astimezone(self._zone), self._words.language)

    def whole(self, moment: datetime) -> str:
        """A moment with its day, for tool tips: ``Fri 20 Nov 10:00``."""
        return formats.day_and_time(moment.astimezone(self._zone), self._words.language)

    def look(self, due: datetime, now: datetime) -> DueLook:
        """How something still open is shown: late, due within the hour, or later."""
        if due < now:
            return DueLook(self.over(now - due), "p1", "triangle-alert")
        if due - now <= _SOON:
            return DueLook(self.tr("by {time}").format(time=self.when(due, now)), "p2", "clock")
        return DueLook(self.when(due, now))

    def over(self, late: timedelta) -> str:
        """How late it is: ``0:27 over``; what takes days is told in days."""
        span = self._words.quantity("day_span", late.days) if late >= _IN_DAYS else formats.span(late)
        return self._words.sentence("time_over", span=span)
