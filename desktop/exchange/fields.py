"""Reads the fields of a JSON object one by one and says exactly which one is wrong."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo

from desktop.domain.shapes import shown
from desktop.domain.texts import check_characters
from desktop.errors import UserError
from desktop.exchange.times import parse_date, parse_time

Code = TypeVar("Code", bound=StrEnum)
Items = TypeVar("Items")

_MOST_ENTRIES = 100  #: of a list, of wishes or remedies; acts have a handful


class Fields:
    """The fields of one act. Each is asked for once; ``finish`` refuses what nobody asked for.

    A field that is null counts as not given. ``prefix`` stands before the names in refusals (``guest.``).
    """

    def __init__(self, data: Mapping[str, object], zone: ZoneInfo, prefix: str = "") -> None:
        self._data, self._zone, self._prefix = data, zone, prefix
        self._asked: set[str] = set()

    def given(self, name: str) -> object | None:
        """The raw value, or None where it is missing or null."""
        self._asked.add(name)
        return self._data.get(name)

    def need(self, name: str) -> object:
        """The raw value. Raises ``missing``."""
        value = self.given(name)
        if value is None or value == "":
            raise UserError("missing", self._prefix + name)
        return value

    def text(self, name: str) -> str:
        """A text, empty where it isn't given. Raises ``bad_value`` for anything but text, ``bad_characters``."""
        value = self.given(name)
        if value is None:
            return ""
        if isinstance(value, str):
            return check_characters(value, self._prefix + name)
        raise self.bad(name, value)

    def needed_text(self, name: str) -> str:
        """A text that must be there."""
        self.need(name)
        return self.text(name)

    def line(self, name: str) -> str:
        """A text; a number is taken too, since rooms and orders are often written so."""
        value = self.given(name)
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else self.text(name)

    def yes(self, name: str, default: bool = False) -> bool:
        """True or false."""
        value = self.given(name)
        if value is None:
            return default
        if isinstance(value, bool):
            return value
        raise self.bad(name, value)

    def whole(self, name: str, low: int, high: int) -> int | None:
        """A whole number from ``low`` to ``high``, or None where it isn't given."""
        value = self.given(name)
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        raise self.bad(name, value)

    def code(self, name: str, codes: type[Code]) -> Code | None:
        """One of a closed list, or None where it isn't given."""
        value = self.given(name)
        return None if value is None else self._code(name, value, codes)

    def needed_code(self, name: str, codes: type[Code]) -> Code:
        """One of a closed list that must be there."""
        return self._code(name, self.need(name), codes)

    def codes(self, name: str, codes: type[Code]) -> frozenset[Code] | None:
        """A list of codes, or None where it isn't given."""
        value = self.given(name)
        if value is None:
            return None
        if not isinstance(value, list):
            raise self.bad(name, value)
        return frozenset(self._code(name, item, codes) for item in value)

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; one text alone is a list of one."""
        value = self.given(name)
        if value is None:
            return ()
        items = [value] if isinstance(value, str) else self._few(name, value)
        if isinstance(items, list) and all(isinstance(item, str) for item in items):
            return tuple(check_characters(item, self._prefix + name) for item in items)
        raise self.bad(name, value)

    def time(self, name: str) -> datetime | None:
        """A moment (UTC), or None where it isn't given."""
        value = self.given(name)
        return None if value is None else parse_time(value, self._prefix + name, self._zone)

    def date(self, name: str) -> date | None:
        """A calendar day, or None where it isn't given."""
        value = self.given(name)
        return None if value is None else parse_date(value, self._prefix + name)

    def inner(self, name: str) -> "Fields":
        """The fields of an object within; empty where it isn't given."""
        value = self.given(name)
        if value is not None and not isinstance(value, dict):
            raise self.bad(name, value)
        return Fields(value or {}, self._zone, f"{self._prefix}{name}.")

    def inner_list(self, name: str) -> list["Fields"]:
        """The fields of each object of a list that must be there."""
        value = self.need(name)
        if not isinstance(value, list):
            raise self.bad(name, value)
        inner: list[Fields] = []
        for item in self._few(name, value):
            if not isinstance(item, dict):
                raise self.bad(name, item)
            inner.append(Fields(item, self._zone, f"{self._prefix}{name}."))
        return inner

    def _few(self, name: str, items: Items) -> Items:
        """The entries of a list. Raises ``too_many``: a limit for each text is none for all of them together."""
        if isinstance(items, list) and len(items) > _MOST_ENTRIES:
            raise UserError("too_many", self._prefix + name, limit=_MOST_ENTRIES)
        return items

    def finish(self) -> None:
        """Refuses a field that the act doesn't know, so that a slip of the pen is not silently lost."""
        unknown = next((name for name in self._data if name not in self._asked), None)
        if unknown is not None:
            raise UserError("unknown_field", self._prefix + unknown)

    def bad(self, name: str, value: object) -> UserError:
        """The refusal of a value."""
        return UserError("bad_value", self._prefix + name, value=shown(value))

    def _code(self, name: str, value: object, codes: type[Code]) -> Code:
        known = next((code for code in codes if code == value), None)
        if known is None:
            raise self.bad(name, value)
        return known
