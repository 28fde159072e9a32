"""Control limits of a weekly count, compared exactly (figures.md, Early warning).

Both charts come to one rule: a week that is expected to hold m cases has the limits m ± 3√m. The c-chart expects the
mean of the baseline. The u-chart expects ū · n, since ū ± 3√(ū/n) per activity is ūn ± 3√(ūn) for a week's activity n.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import isqrt

from desktop.domain.figures.rounding import half_up

RUN_WEEKS = 8  #: so many weeks on one side of the centre are a run
_SIGMAS = 3
_FINE = 10**30  #: an irrational root is cut here, far below any place that is shown


@dataclass(frozen=True, slots=True)
class Limits:
    """What a week is measured by; ``centre`` is the number of cases that is usual for it."""

    centre: Fraction

    def is_above(self, count: int) -> bool:
        """Whether a count lies strictly above the upper limit: c > m + 3√m, without a root."""
        beyond = count - self.centre
        return beyond > 0 and beyond * beyond > _SIGMAS**2 * self.centre

    @property
    def reach(self) -> Fraction:
        """3√m: exact where the root is rational, else cut after thirty places."""
        return root(_SIGMAS**2 * self.centre)

    def shown(self, scale: Fraction = Fraction(1)) -> tuple[Decimal, Decimal, Decimal]:
        """Centre, lower and upper limit times ``scale``, rounded; the lower one is never below 0."""
        reach = root(_SIGMAS**2 * self.centre * scale * scale)
        centre = self.centre * scale
        return half_up(centre), half_up(max(centre - reach, Fraction(0))), half_up(centre + reach)


def c_limits(baseline: Sequence[int]) -> Limits:
    """Limits of the c-chart from the counts of the baseline weeks, at least one."""
    return Limits(Fraction(sum(baseline), len(baseline)))


def u_limits(baseline: Iterable[tuple[int, Fraction]], activity: Fraction) -> Limits | None:
    """Limits of the u-chart for a week of this ``activity``, from the baseline's cases and activities.

    None where there is nothing to divide by: no activity in the week, or none in its baseline.
    """
    pairs = tuple(baseline)
    total = sum((n for _, n in pairs), Fraction(0))
    if not total or not activity:
        return None
    return Limits(sum(count for count, _ in pairs) * activity / total)


def side(count: int, centre: Fraction) -> int:
    """1 above the centre, −1 below it, 0 on it."""
    return (count > centre) - (count < centre)


def run_side(sides: Sequence[int]) -> int:
    """The side on which the last eight weeks lie, 0 where they are fewer or not all on one; the centre is no side."""
    last = sides[-RUN_WEEKS:]
    return last[0] if len(last) == RUN_WEEKS and len(set(last)) == 1 else 0


def root(value: Fraction) -> Fraction:
    """√value for 0 or more: exact where it is rational, else cut after thirty places."""
    above, below = isqrt(value.numerator), isqrt(value.denominator)
    if above * above == value.numerator and below * below == value.denominator:
        return Fraction(above, below)
    return Fraction(isqrt(value.numerator * value.denominator * _FINE**2), value.denominator * _FINE)
