"""Words that spoil an apology, with where they stand (guides.md, The apology builder).

A warning is a hint to the person who writes, never a refusal.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop.domain.kinds import Flag, Language, RemedyKind
from desktop.guides import apology_patterns as patterns


class Spoils(StrEnum):
    """What is wrong with a passage."""

    BUT = "but"  #: takes back what was said before it
    IF_YOU_FEEL = "if_you_feel"  #: doubts what happened, or makes it the guest's feeling
    BLAME = "blame"  #: of a colleague, another shift, a supplier
    PROMISE = "promise"  #: above one's authority, or one that nobody can keep
    ADMISSION = "admission"  #: of fault in law, where a flag calls for care


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage to look at again: ``text[start:end]``."""

    kind: Spoils
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Limits:
    """What the writer may say. ``authority`` is the largest sum in major units, None for no limit.

    ``remedies`` are those on the case: a full refund that was offered may be named. ``colleagues`` are names.
    """

    flags: frozenset[Flag] = frozenset()
    authority: Decimal | None = None
    remedies: frozenset[RemedyKind] = frozenset()
    colleagues: tuple[str, ...] = ()


#: Flags under which words on fault may matter in law.
_CAREFUL = frozenset(
    {
        Flag.INJURY, Flag.FOOD_ILLNESS, Flag.SECURITY, Flag.FIRE, Flag.HARASSMENT, Flag.DISCRIMINATION, Flag.DATA_LEAK,
        Flag.REGULATOR, Flag.MEDIA, Flag.LAWYER,
    }
)  # fmt: skip

_WHOLE_PRICE = frozenset({RemedyKind.REFUND_FULL, RemedyKind.WAIVE})

_SUM = re.compile(patterns.SUM, re.IGNORECASE)


def warnings_in(text: str, language: Language, limits: Limits) -> tuple[Passage, ...]:
    """The passages to look at again, by place."""
    found = {(p.start, p.end, p.kind): p for p in _found(text, language, limits)}
    return tuple(found[key] for key in sorted(found))


def _found(text: str, language: Language, limits: Limits) -> Iterator[Passage]:
    yield from _matches(Spoils.BUT, patterns.BUT[language], text)
    yield from _matches(Spoils.IF_YOU_FEEL, patterns.IF[language], text)
    yield from _matches(Spoils.BLAME, _blame(language, limits.colleagues), text)
    yield from _matches(Spoils.PROMISE, patterns.BEYOND[language], text)
    if limits.remedies.isdisjoint(_WHOLE_PRICE):
        yield from _matches(Spoils.PROMISE, patterns.WHOLE_PRICE[language], text)
    yield from _sums_above(text, limits.authority)
    if not limits.flags.isdisjoint(_CAREFUL):
        yield from _matches(Spoils.ADMISSION, patterns.ADMISSION[language], text)


def _matches(kind: Spoils, pattern: str, text: str) -> Iterator[Passage]:
    for match in re.finditer(pattern, text, re.IGNORECASE):
        yield Passage(kind, match.start(), match.end(), match[0])


def _blame(language: Language, colleagues: Iterable[str]) -> str:
    """Somebody else and a failing within one sentence, in either order of English."""
    named = "".join(rf"|{re.escape(name)}" for name in colleagues if name.strip())
    others, failed = f"(?:{patterns.OTHERS[language]}{named})", patterns.FAILED[language]
    if language is Language.ZH:
        return rf"{others}[^。！？；]{{0,12}}?{failed}"
    return rf"{others}[^.?!;]{{0,40}}?{failed}|\b(?:fault|mistake) (?:of|by) (?:the |our |my |a )?{others}"


def _sums_above(text: str, authority: Decimal | None) -> Iterator[Passage]:
    if authority is None:
        return
    for match in _SUM.finditer(text):
        if Decimal((match[1] or match[2]).replace(",", "")) > authority:
            yield Passage(Spoils.PROMISE, match.start(), match.end(), match[0])
