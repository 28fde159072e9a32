"""How many of what: categories, places, shifts, people, causes, outcomes, escalations (figures.md)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from desktop.domain.figures.cohort import CaseFacts, NamedFacts, level1_of
from desktop.domain.figures.rounding import percent, share
from desktop.domain.figures.shapes import CategoryCount, KeyCount, Outcomes
from desktop.domain.kinds import Band, Outcome

_ENOUGH = 80  #: per cent: so much is what the Pareto asks about


def pareto(counts: Mapping[str, int], total: int) -> tuple[CategoryCount, ...]:
    """Categories by count, then code, each with the share that it and those before it make up."""
    rows: list[CategoryCount] = []
    reached = 0
    for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        reached += count
        rows.append(CategoryCount(code, count, percent(count, total), percent(reached, total)))
    return tuple(rows)


def reach_80(rows: Sequence[CategoryCount]) -> int | None:
    """How many categories reach 80 % of all, exactly; None where there are none."""
    total, reached = sum(row.count for row in rows), 0
    for place, row in enumerate(rows, start=1):
        reached += row.count
        if 100 * reached >= _ENOUGH * total:
            return place
    return None


def level1_counts(cohort: Iterable[CaseFacts]) -> Counter[str]:
    """Cases by level-1 code; those without a category under ''."""
    by_code = Counter(case.category for case in cohort)
    counts: Counter[str] = Counter()
    for code, count in by_code.items():
        counts[level1_of(code)] += count
    return counts


def by_key(counts: Mapping[str, int], total: int) -> tuple[KeyCount, ...]:
    """The most first, then by name; what has no name comes last."""
    ordered = sorted(counts.items(), key=lambda item: (not item[0], -item[1], item[0]))
    return tuple(KeyCount(key, count, percent(count, total)) for key, count in ordered)


def by_shift(cohort: Iterable[CaseFacts], codes: Sequence[str], total: int) -> tuple[KeyCount, ...]:
    """Every shift of the site in the day's order, then codes that it had once, then the cases in a gap under ''."""
    counts = Counter(case.shift for case in cohort)
    former = sorted(code for code in counts if code and code not in codes)
    gap = [""] if counts[""] else []
    return tuple(KeyCount(code, counts[code], percent(counts[code], total)) for code in (*codes, *former, *gap))


def root_causes(cohort: Iterable[CaseFacts], total: int) -> tuple[KeyCount, ...]:
    """By the code before the '/'; cases without a cause are left out."""
    return by_key(Counter(case.root_cause.partition("/")[0] for case in cohort if case.root_cause), total)


def receiver_of(case: CaseFacts, logins: Mapping[int, str]) -> str:
    """The login of who received a case, or the name where they are not on the staff list."""
    return _key(case.receiver_id, case.receiver, logins)


def owner_of(case: CaseFacts | NamedFacts, logins: Mapping[int, str]) -> str:
    """The login of the owner, the name of one who is not on the staff list, or nothing."""
    return _key(case.owner_id, case.owner, logins)


def _key(person_id: int | None, name: str, logins: Mapping[int, str]) -> str:
    return name if person_id is None else logins.get(person_id, name)


def outcomes(cohort: Iterable[CaseFacts]) -> Outcomes:
    """Upheld, partly and not, among the cases with an outcome."""
    counts = Counter(case.outcome for case in cohort if case.outcome)
    total = counts.total()
    upheld, partly, not_upheld = (share(counts[code.value], total) for code in Outcome)
    return Outcomes(upheld, partly, not_upheld)


def was_escalated(case: CaseFacts) -> bool:
    """Handed to a higher role, or P1 by a floor or by override."""
    return bool(case.handed_up) or (
        case.band == Band.P1 and (case.band_rule.startswith("floor") or case.band_rule == "override")
    )
