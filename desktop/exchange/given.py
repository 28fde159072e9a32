"""The values of one row or object from elsewhere, read one by one: codes or words of either language, loosely written.

Where ``Fields`` reads acts to the letter, this reads what people wrote into a log book.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo

from desktop.domain.money import Currency, parse_amount
from desktop.domain.shapes import shown
from desktop.domain.taxonomy import Taxonomy
from desktop.domain.texts import TEXT_LIMIT, check_line, check_text, is_blank
from desktop.errors import UserError
from desktop.exchange.times import parse_date, parse_time
from desktop.words.lookup import find_code

Code = TypeVar("Code", bound=StrEnum)

_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_LOOSE_TIME = re.compile(rf"{_DAY.pattern}[T ]*(\d{{1,2}}):(\d{{2}}.*)", re.DOTALL)
_BETWEEN = re.compile(r"[;,、|/\n]")  # of a list in one cell; full-width signs are made narrow first
_WHOLE = re.compile(r"\d{1,9}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the values are to live. ``latest`` (UTC): nothing may have happened after it."""

    zone: ZoneInfo
    currency: Currency
    taxonomy: Taxonomy
    latest: datetime


class Given:
    """Values by name; null and blank ones count as not given. Refusals name the field (``UserError.field``)."""

    def __init__(self, values: Mapping[str, object], place: Place) -> None:
        self._values, self.place = values, place

    def names(self) -> Iterable[str]:
        """The names that are there, in their order."""
        return self._values.keys()

    def raw(self, name: str) -> object | None:
        """The value as it came."""
        value = self._values.get(name)
        return None if value is None or _says_nothing(value) else value

    def as_it_is(self, name: str) -> object | None:
        """The value as it came, a blank text too."""
        return self._values.get(name)

    def has(self, name: str) -> bool:
        """Whether the name is there at all, be it null."""
        return name in self._values

    def text(self, name: str, limit: int = TEXT_LIMIT) -> str:
        """A text, character for character. Raises ``bad_value``, and those of ``check_text``."""
        value = self._values.get(name)
        if value is None or _says_nothing(value):
            return ""
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise self.bad(name, value)
        return check_text(str(value), name, limit)

    def line(self, name: str) -> str:
        """A short text. Raises as ``text``, with a limit in characters."""
        value = self.text(name)
        return check_line(value, name) if value else ""

    def name(self, name: str) -> str | None:
        """A short text that names something, or None where it is blank."""
        return self.line(name) or None

    def yes(self, name: str) -> bool:
        """Yes or no; blank is no. Raises ``bad_value``."""
        value = self.raw(name)
        if value is None or isinstance(value, bool):
            return bool(value)
        answer = find_code("yes_no", str(value))
        if answer is None:
            raise self.bad(name, value, ("yes", "no"))
        return answer == "yes"

    def whole(self, name: str, least: int, most: int, kind: str = "") -> int | None:
        """A whole number in a range, or its word where a ``kind`` of words is named. Raises ``bad_number``."""
        value = self.raw(name)
        if value is None:
            return None
        text = _narrow(value)
        if kind and text[:1].isalpha():  # a sign before a number is no part of a word
            text = find_code(kind, text) or text
        if isinstance(value, bool) or not _WHOLE.fullmatch(text) or not least <= int(text) <= most:
            raise UserError("bad_number", name, value=shown(value), least=least, most=most)
        return int(text)

    def code(self, name: str, codes: type[Code], kind: str) -> Code | None:
        """One of a closed list, by code or by its word in either language. Raises ``bad_value``."""
        value = self.raw(name)
        return None if value is None else self._code(name, value, codes, kind)

    def codes(self, name: str, codes: type[Code], kind: str) -> tuple[Code, ...]:
        """Several of a closed list, in their order there, from a list or from one cell. Raises ``bad_value``."""
        found = {self._code(name, item, codes, kind) for item in self._items(name, kind)}
        return tuple(code for code in codes if code in found)

    def codes_as_given(self, name: str, codes: type[Code], kind: str) -> tuple[Code, ...]:
        """The same in the order in which they stand, each once."""
        return tuple(dict.fromkeys(self._code(name, item, codes, kind) for item in self._items(name, kind)))

    def time(self, name: str, *, ever: bool = False) -> datetime | None:
        """A moment (UTC), ISO 8601 or ``2026/6/1 9:00``. Raises ``bad_time``, ``in_future`` (unless ``ever``)."""
        value = self.raw(name)
        if value is None:
            return None
        match = _LOOSE_TIME.fullmatch(_narrow(value))
        text = "{}-{:0>2}-{:0>2} {:0>2}:{}".format(*match.groups()) if match else value
        moment = parse_time(text, name, self.place.zone)
        if moment > self.place.latest and not ever:
            raise UserError("in_future", name)
        return moment

    def day(self, name: str) -> date | None:
        """A calendar day. Raises ``bad_date``."""
        value = self.raw(name)
        if value is None:
            return None
        match = _DAY.fullmatch(_narrow(value))
        return parse_date("{}-{:0>2}-{:0>2}".format(*match.groups()) if match else value, name)

    def amount(self, name: str) -> int | None:
        """A sum in minor units; 0 means that nothing was paid. Raises ``bad_amount``."""
        value = self.raw(name)
        if value is None:
            return None
        text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
        narrow = _narrow(text) if isinstance(text, str) else text
        return parse_amount(narrow, self.place.currency, name, allow_zero=True)

    def category(self, name: str) -> str | None:
        """A category by code or name. Raises ``unknown_category``."""
        value = self.raw(name)
        if value is None:
            return None
        found = self.place.taxonomy.find(str(value))
        if found is None:
            raise UserError("unknown_category", name, value=shown(value))
        return found.code

    def texts(self, name: str) -> list[str]:
        """A list of texts. Raises ``bad_value``."""
        value = self.raw(name)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.bad(name, value)
        return [check_text(item, name) for item in value]

    def objects(self, name: str) -> list["Given"]:
        """A list of objects. Raises ``bad_value``."""
        value = self.raw(name)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.bad(name, value)
        return [Given(item, self.place) for item in value]

    def bad(self, name: str, value: object, allowed: Sequence[str] = ()) -> UserError:
        """The refusal of a value."""
        return UserError("bad_value", name, value=shown(value), allowed=list(allowed))

    def _code(self, name: str, value: object, codes: type[Code], kind: str) -> Code:
        known = find_code(kind, value) if isinstance(value, str) else None
        if known is None or known not in list(codes):
            raise self.bad(name, value, [code.value for code in codes])
        return codes(known)

    def _items(self, name: str, kind: str) -> Sequence[object]:
        value = self.raw(name)
        if value is None:
            return ()
        if isinstance(value, list):
            return value
        if find_code(kind, str(value)) is not None:  # a word may itself hold a sign that parts
            return (value,)
        return [item for part in _BETWEEN.split(_narrow(value)) for item in _words(part, kind)]


def _says_nothing(value: object) -> bool:
    """Whether a value is text that says nothing."""
    return isinstance(value, str) and is_blank(value)


def _words(part: str, kind: str) -> list[str]:
    """One item, or the items that blanks part where the whole is no word of ours."""
    return [part] if part.strip() and find_code(kind, part) is not None else part.split()


def _narrow(value: object) -> str:
    """A value as a rule reads it: full-width digits and signs made narrow, no blanks around it."""
    return unicodedata.normalize("NFKC", str(value)).strip()
