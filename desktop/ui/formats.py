"""Times, dates, sums and names in the form that each language's people write (design.md 10, conventions.md 24).

Pure functions: the language is handed in, times are in the site's zone already.
"""

from datetime import date, datetime, timedelta

from desktop.domain.kinds import Language
from desktop.words.formats import addressed, clock_time, file_size, full_date, is_chinese_name, short_date, weekday
from desktop.words.formats import sum_text as money

__all__ = [
    "clock_time",
    "count",
    "day_and_time",
    "day_date",
    "file_size",
    "full_date",
    "guest_name",
    "money",
    "near_time",
    "short_date",
    "span",
    "timer",
    "weekday",
]

_TO_CHINESE = {"mr": "先生", "ms": "女士", "mrs": "女士", "miss": "女士", "mx": "", "dr": "博士", "prof": "教授"}
_TO_ENGLISH = {
    "先生": "Mr",
    "女士": "Ms",
    "太太": "Mrs",
    "夫人": "Mrs",
    "小姐": "Ms",
    "博士": "Dr",
    "教授": "Prof",
    "医生": "Dr",
}


def day_date(day: date, language: Language) -> str:
    """``Thu 19 Nov``, ``11月19日 周四``."""
    words = short_date(day, language), weekday(day, language)
    return " ".join(words if language == Language.ZH else reversed(words))


def day_and_time(moment: datetime, language: Language) -> str:
    """``Thu 19 Nov 21:42``, ``11月19日 周四 21:42``."""
    return f"{day_date(moment.date(), language)} {clock_time(moment)}"


def near_time(moment: datetime, now: datetime, language: Language) -> str:
    """As short as it stays clear: today ``21:42``, within six days ``Fri 09:30``, else ``19 Nov 09:30``.

    ``moment`` and ``now`` are in the same zone; another year is said.
    """
    days = (moment.date() - now.date()).days
    if days == 0:
        return clock_time(moment)
    if 0 < days < 7:
        return f"{weekday(moment.date(), language)} {clock_time(moment)}"
    day = short_date(moment.date(), language) if moment.year == now.year else full_date(moment.date(), language)
    return f"{day} {clock_time(moment)}"


def span(length: timedelta) -> str:
    """Hours and minutes, ``0:27``, ``20:15``; seconds are dropped, the sign too."""
    minutes = int(abs(length).total_seconds()) // 60
    return f"{minutes // 60}:{minutes % 60:02d}"


def timer(length: timedelta) -> str:
    """Minutes and seconds of a running conversation: ``06:12``, ``71:05``; the sign is dropped."""
    seconds = int(abs(length).total_seconds())
    return f"{seconds // 60:02d}:{seconds % 60:02d}"


def count(number: int) -> str:
    """``1,076``, in both languages."""
    return f"{number:,}"


def guest_name(name: str, honorific: str, language: Language) -> str:
    """A guest in the form of the name's own language: ``Ms Tan Wei Ling``, ``陈薇玲 女士``, ``Okafor 先生``.

    A name in Chinese characters, and every name in a Chinese window, stands before the honorific. Honorifics are free
    text; usual ones are put into the fitting language, others stay as they were given.
    """
    name, honorific = " ".join(name.split()), " ".join(honorific.split())
    if not name or not honorific:
        return name
    if language == Language.ZH or is_chinese_name(name):
        return addressed(name, _TO_CHINESE.get(honorific.rstrip(".").lower(), honorific), Language.ZH)
    return addressed(name, _TO_ENGLISH.get(honorific, honorific), Language.EN)
