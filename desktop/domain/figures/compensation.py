"""What the cohort's cases were given: sums by remedy and by the role that approved them (figures.md)."""

from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction

from desktop.domain.figures.cohort import CaseFacts, RemedyFacts
from desktop.domain.figures.rounding import half_up
from desktop.domain.figures.shapes import Compensation, Paid


def compensation(cohort: Sequence[CaseFacts], remedies: Sequence[RemedyFacts], digits: int) -> Compensation:
    """What stands on the cases; ``digits``: how many decimals the currency has.

    Sums that an old book tells without naming remedies stand under the key ''.
    """
    total = sum(case.compensation for case in cohort)
    unnamed = total - sum(remedy.amount for remedy in remedies)
    return Compensation(
        total=total,
        per_case=half_up(Fraction(total, len(cohort) * 10**digits)) if cohort else None,
        cases_paid=sum(case.compensation > 0 for case in cohort),
        by_remedy=_paid(remedies, lambda remedy: remedy.kind, unnamed),
        by_role=_paid(remedies, lambda remedy: remedy.role, unnamed),
    )


def _paid(remedies: Sequence[RemedyFacts], key: Callable[[RemedyFacts], str], unnamed: int) -> tuple[Paid, ...]:
    counts: Counter[str] = Counter(map(key, remedies))
    sums: Counter[str] = Counter()
    for remedy in remedies:
        sums[key(remedy)] += remedy.amount
    if unnamed:
        sums[""] += unnamed
    rows = (Paid(code, counts[code], sums[code]) for code in counts.keys() | sums.keys())
    return tuple(sorted(rows, key=lambda row: (-row.amount, row.key)))
