"""Times, dates, sums and names in the form that each language's people write (design.md 10).

Pure functions: the language is handed in, times are in the site's zone already.
"""

import re
from datetime import date, datetime
from decimal import Decimal

from desktop.domain.kinds import Language
from desktop.domain.money import Currency, amount_text

_DAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAYS_ZH = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
NOT_KNOWN = "–"  #: a figure without data (figures.md)
_THOUSANDS = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")


def clock_time(moment: datetime) -> str:
    """``21:42``, in both languages."""
    return f"{moment:%H:%M}"


def weekday(day: date, language: Language) -> str:
    """``Thu``, ``周四``."""
    return (_DAYS_ZH if language == Language.ZH else _DAYS_EN)[day.weekday()]


def short_date(day: date, language: Language) -> str:
    """``19 Nov``, ``11月19日``."""
    if language == Language.ZH:
        return f"{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS_EN[day.month - 1]}"


def full_date(day: date, language: Language) -> str:
    """``19 Nov 2026``, ``2026年11月19日``."""
    short = short_date(day, language)
    return f"{day.year}年{short}" if language == Language.ZH else f"{short} {day.year}"


def weekday_date(day: date, language: Language) -> str:
    """``Thu 19 Nov 2026``, ``2026年11月19日 周四``."""
    words = full_date(day, language), weekday(day, language)
    return " ".join(words if language == Language.ZH else reversed(words))


def days_text(first: date, last: date, language: Language, this_year: int) -> str:
    """Days from ``first`` to ``last``: ``1–19 Nov``, ``28 Sep–4 Oct``, ``11月1日–19日``; other years are said."""
    shown = short_date if first.year == last.year == this_year else full_date
    if first == last:
        return shown(last, language)
    is_one_month = (first.year, first.month) == (last.year, last.month)
    if language == Language.ZH:
        end = f"{last.day}日" if is_one_month else short_date(last, language)
        return f"{shown(first, language)}–{end if first.year == last.year else shown(last, language)}"
    if is_one_month:
        return f"{first.day}–{shown(last, language)}"
    start = short_date(first, language) if first.year == last.year else full_date(first, language)
    return f"{start}–{shown(last, language)}"


def full_time(moment: datetime, language: Language) -> str:
    """``19 Nov 2026 21:42``, ``2026年11月19日 21:42``."""
    return f"{full_date(moment.date(), language)} {clock_time(moment)}"


def weekday_time(moment: datetime, language: Language) -> str:
    """``Thu 19 Nov 2026 21:42``, ``2026年11月19日 周四 21:42``."""
    return f"{weekday_date(moment.date(), language)} {clock_time(moment)}"


def short_time(moment: datetime, language: Language) -> str:
    """``19 Nov 21:42``, ``11月19日 21:42``."""
    return f"{short_date(moment.date(), language)} {clock_time(moment)}"


def sum_text(minor: int, currency: Currency) -> str:
    """A sum in minor units with its sign: ``¥1,076``, ``¥0.10``, ``CHF 12.50``; whole sums drop the decimals."""
    whole, _, places = amount_text(abs(minor), currency).partition(".")
    digits = _THOUSANDS.sub(",", whole) + (f".{places}" if places.strip("0") else "")
    gap = " " if currency.symbol[-1:].isalpha() or currency.symbol.endswith(".") else ""
    return f"{'−' if minor < 0 else ''}{currency.symbol}{gap}{digits}"


def file_size(size: int) -> str:
    """Bytes as people read them: ``1.2 MB``, ``40 KB``; never below 1 KB."""
    return f"{max(1, round(size / 1000))} KB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"


def figure_text(figure: Decimal | int | None) -> str:
    """A figure as it was rounded, thousands apart: ``2.40``, ``1,076``, ``−0.50``; ``–`` where it isn't known."""
    if figure is None:
        return NOT_KNOWN
    return f"{figure:,}".replace("-", "−")


def pct_text(percent: Decimal | None) -> str:
    """``88.0%``; ``–`` where it isn't known."""
    return NOT_KNOWN if percent is None else f"{figure_text(percent)}%"


def minutes_text(minutes: Decimal | None, language: Language) -> str:
    """A median or mean in minutes (0 or more), without zeros at its end: ``7 min``, ``7.5 min``, ``2 h 10 min``,
    ``2 小时 10 分钟``; ``–`` where it isn't known.
    """
    if minutes is None:
        return NOT_KNOWN
    hour, minute = ("小时", "分钟") if language == Language.ZH else ("h", "min")
    hours, rest = divmod(minutes, 60)
    digits = f"{rest:f}"
    short = (digits.rstrip("0").rstrip(".") if "." in digits else digits) or "0"
    said = [f"{hours:,.0f} {hour}"] if hours else []
    if short != "0" or not said:
        said.append(f"{short} {minute}")
    return " ".join(said)


def is_chinese_name(name: str) -> bool:
    """Whether a name is written in Chinese characters."""
    return _HAN.search(name) is not None


def addressed(name: str, title: str, language: Language) -> str:
    """A guest in the form of the name's own language: ``Ms Tan Wei Ling``, ``陈薇玲 女士``.

    A name in Chinese characters, and every name on a Chinese paper, stands before its ``title`` (a word already,
    of the name's language).
    """
    name, title = " ".join(name.split()), " ".join(title.split())
    if not name or not title:
        return name
    return f"{name} {title}" if language == Language.ZH or is_chinese_name(name) else f"{title} {name}"
