"""The one rounding of every figure: exact until here, then half up, away from zero (figures.md)."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from desktop.domain.figures.shapes import Share

PERCENT_PLACES, PLACES = 1, 2  #: of percentages, and of every other figure that is no whole number

_UNITS = {places: Decimal(1).scaleb(-places) for places in range(8)}


def whole(value: Fraction) -> int:
    """The nearest whole number; a half goes away from zero."""
    doubled = abs(value.numerator) * 2 + value.denominator
    rounded = doubled // (2 * value.denominator)
    return -rounded if value < 0 else rounded


def half_up(value: Fraction, places: int = PLACES) -> Decimal:
    """A figure with so many decimals; a half goes away from zero, and there is no minus before 0."""
    scaled = Decimal(whole(value * 10**places)).scaleb(-places)
    return scaled.quantize(_UNITS[places], ROUND_HALF_UP)


def ratio(part: int, of: int, places: int = PLACES) -> Decimal | None:
    """``part ÷ of`` as a figure, None where there is nothing to divide by."""
    return half_up(Fraction(part, of), places) if of else None


def percent(part: int, of: int) -> Decimal | None:
    """A percentage with one decimal, None where there is nothing that it could be a part of."""
    return half_up(Fraction(100 * part, of), PERCENT_PLACES) if of else None


def share(count: int, of: int) -> Share:
    """A count with its percentage of the whole."""
    return Share(count, percent(count, of))


def mean(values: Sequence[int], unit: int = 1) -> Decimal | None:
    """The mean in units of ``unit`` (60 makes minutes of seconds), None without values."""
    return half_up(Fraction(sum(values), len(values) * unit)) if values else None


def median(ordered: Sequence[int], unit: int = 1) -> Decimal | None:
    """The middle one, or the mean of the two in the middle, of values that are sorted; in units of ``unit``."""
    if not ordered:
        return None
    below, above = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    return half_up(Fraction(below + above, 2 * unit))


def p90(ordered: Sequence[int], unit: int = 1) -> Decimal | None:
    """Nearest rank: the ⌈0.9 · n⌉-th smallest of values that are sorted; in units of ``unit``."""
    if not ordered:
        return None
    return half_up(Fraction(ordered[-(-9 * len(ordered) // 10) - 1], unit))
