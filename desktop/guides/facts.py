"""What is known of the guest and the case, as placeholders want it."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from desktop.domain.kinds import Language, Property
from desktop.words import find_code, load_taxonomy, load_words, plain
from desktop.words.formats import addressed, clock_time, is_chinese_name, short_date, short_time

_LONGEST = 120  #: characters of one value; a card is read at arm's length
#: Surnames of two characters; every other Chinese surname has one.
_LONG_SURNAMES = [
    "欧阳",
    "太史",
    "端木",
    "上官",
    "司马",
    "东方",
    "独孤",
    "南宫",
    "万俟",
    "闻人",
    "夏侯",
    "诸葛",
    "尉迟",
    "公羊",
    "赫连",
    "澹台",
    "皇甫",
    "宗政",
    "濮阳",
    "公冶",
    "太叔",
    "申屠",
    "公孙",
    "慕容",
    "仲孙",
    "钟离",
    "长孙",
    "宇文",
    "司徒",
    "鲜于",
    "司空",
    "令狐",
    "歐陽",
    "司馬",
    "諸葛",
    "尉遲",
]
_ONE_PERSON = frozenset(["mr", "ms", "mrs", "miss", "mx", "dr", "prof"])
_PURE_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff·]+")


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts of one conversation; every one may be missing.

    Times are local. ``options`` and ``promise`` are words in the desk's language. ``confirmed``: the facts of the
    case are established, so responsibility may be spoken of.
    """

    name: str = ""
    honorific: str = ""  #: a code or free text
    staff: str = ""
    manager: str = ""
    regulator: str = ""  #: what the authority is called here: ``12315``
    room: str = ""
    place: str = ""
    number: str = ""
    phone: str = ""
    options: tuple[str, ...] = ()
    promise: str = ""
    category: str = ""
    happened_at: datetime | None = None
    problem_date: date | None = None
    by: datetime | None = None
    today: date | None = None
    confirmed: bool = False

    def in_another(self, language: Language) -> "Facts":
        """The facts that can be said in a language that isn't the desk's: without words and names of the desk's own."""
        reads_it = is_chinese_name(self.name) == (language is Language.ZH)
        name = self.name if reads_it else ""
        return replace(self, name=name, options=(), promise="", place="", manager="", staff="")


def spoken_name(name: str, honorific: str, language: Language) -> str:
    """A guest as one says it: ``Ms Tan Wei Ling``, ``陈女士``, ``Okafor 先生``; empty where that would be rude.

    A Chinese name alone is no way to call anybody, and of a name in other letters nobody can tell the surname.
    """
    name = plain(name, _LONGEST)
    code = find_code("honorific", honorific) if honorific.strip() else None
    own = Language.ZH if language is Language.ZH or is_chinese_name(name) else Language.EN
    title = load_words(own).term("honorific", code) if code else plain(honorific, _LONGEST)
    if not name:
        return ""
    if not title:
        return "" if own is Language.ZH else name
    if _PURE_HAN.fullmatch(name) and (code is None or code in _ONE_PERSON):
        return surname(name) + title
    return addressed(name, title, language)


def surname(name: str) -> str:
    """The surname of a name in Chinese characters."""
    if "·" in name:  # 阿依古丽·买买提: a transcribed name has no surname in front
        return name
    return next((long for long in _LONG_SURNAMES if name.startswith(long) and len(name) > len(long)), name[:1])


def values_of(facts: Facts, language: Language) -> dict[str, str]:
    """The known placeholders and what stands in for them, made harmless for one line of plain text."""
    found = {
        "guest": spoken_name(facts.name, facts.honorific, language),
        "staff": facts.staff,
        "manager": facts.manager,
        "regulator": facts.regulator,
        "room": facts.room,
        "place": facts.place,
        "number": facts.number,
        "phone": facts.phone,
        "promise": facts.promise,
        "option_a": facts.options[0] if facts.options else "",
        "option_b": facts.options[1] if len(facts.options) > 1 else "",
        "when": _moment(facts.happened_at, facts.today, language),
        "by": _moment(facts.by, facts.today, language),
        "date": short_date(facts.problem_date, language) if facts.problem_date else "",
        "category": _category_name(facts.category, language),
    }
    return {name: text for name, value in found.items() if (text := plain(value, _LONGEST))}


def _category_name(code: str, language: Language) -> str:
    """The full wording of a shipped category; empty for none and for a site's own, whose words are not here."""
    found = (load_taxonomy(pack).get(code) for pack in Property)
    return next((category.name(language) for category in found if category is not None), "")


def _moment(at: datetime | None, today: date | None, language: Language) -> str:
    if at is None:
        return ""
    return clock_time(at) if at.date() == today else short_time(at, language)
