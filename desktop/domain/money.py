"""Sums of money: exact, in whole minor units, never as floating point (domain.md 6, interfaces.md)."""

import re
from dataclasses import dataclass

from desktop.errors import UserError

_LONGEST_WHOLE_PART = 12  # with three decimals still far inside SQLite's 64-bit integers, sums over years included


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 currency. ``digits``: how many decimals its minor unit takes (JPY 0, CNY 2, KWD 3)."""

    code: str
    digits: int
    symbol: str


def parse_amount(text: object, currency: Currency, field: str = "amount", *, allow_zero: bool = False) -> int:
    """Reads a sum as people and files write it (``"128"``, ``"128.00"``); returns minor units (12800).

    A plain decimal above 0 with at most the currency's places: no sign, no exponent, no grouping, no spaces
    (domain.md 6). ``allow_zero`` is for history brought in from elsewhere, where 0 means 'nothing paid'.
    Raises ``UserError``: ``bad_amount`` (value, currency, example).
    """
    places = rf"(?:\.([0-9]{{1,{currency.digits}}}))?" if currency.digits else "()"
    match = (
        re.fullmatch(rf"(0|[1-9][0-9]{{0,{_LONGEST_WHOLE_PART - 1}}}){places}", text) if isinstance(text, str) else None
    )
    if match:
        minor = int(match[1] + (match[2] or "").ljust(currency.digits, "0"))
        if minor > 0 or allow_zero:
            return minor
    example = amount_text(128 * 10**currency.digits, currency)
    raise UserError("bad_amount", field, value=str(text), currency=currency.code, example=example)


def amount_text(minor: int, currency: Currency) -> str:
    """The decimal string of a sum in minor units, with all the currency's places: ``12800`` is ``"128.00"``."""
    sign, digits = ("-" if minor < 0 else ""), str(abs(minor))
    if not currency.digits:
        return sign + digits
    digits = digits.rjust(currency.digits + 1, "0")
    return f"{sign}{digits[: -currency.digits]}.{digits[-currency.digits :]}"
