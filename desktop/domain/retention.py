"""Which automatic backups stay: many of today, fewer of the weeks before (trust.md, Storage)."""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

RECENT = 48
DAYS = 14
WEEKS = 8
MONTHS = 12


def kept(moments: Iterable[datetime], zone: ZoneInfo) -> frozenset[datetime]:
    """The backups that stay: the newest 48, and the last one of each of 14 days, 8 weeks and 12 months.

    Only days, weeks (Monday to Sunday) and months of ``zone`` that have a backup count: a closed season costs nothing.
    """
    newest_first = sorted(set(moments), reverse=True)
    keep = set(newest_first[:RECENT])
    periods: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
        (DAYS, lambda local: local.date()),
        (WEEKS, lambda local: local.isocalendar()[:2]),
        (MONTHS, lambda local: (local.year, local.month)),
    )
    for count, period_of in periods:
        last_of: dict[Hashable, datetime] = {}
        for moment in newest_first:
            last_of.setdefault(period_of(moment.astimezone(zone)), moment)
        keep.update(list(last_of.values())[:count])
    return frozenset(keep)
