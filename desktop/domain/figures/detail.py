"""What the report and Insights show of a span beside its figures: rows by band, category, place, remedy, person."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desktop.domain.figures.cohort import CaseFacts, RemedyFacts, level1_of
from desktop.domain.figures.counts import owner_of, pareto, receiver_of
from desktop.domain.figures.picks import weekday_of
from desktop.domain.figures.report_shapes import (
    BandFigures,
    CategoryFigures,
    CrossCell,
    Detail,
    HeatCell,
    PlaceFigures,
    RemedyFigures,
    SpeedAndSatisfaction,
    StaffFigures,
)
from desktop.domain.figures.rounding import mean, median, percent, whole
from desktop.domain.figures.times import answered_in_time, resolved_in_time, was_within_hour
from desktop.domain.kinds import Band

SPANS_BEFORE = 6  #: a place's usual count is the mean of so many equal spans before
_SPARK = 5  #: spans that a sparkline shows, this one last
_HOUR = 3_600


@dataclass(frozen=True, slots=True)
class Before:
    """What came in the spans before."""

    categories: Mapping[str, int]  #: in the span just before, by code
    places: Sequence[Mapping[str, int]]  #: in each of the six spans before, by place; the oldest first
    known: int  #: how many of the six the site has records of


def detail_of(
    cohort: Sequence[CaseFacts],
    remedies: Sequence[RemedyFacts],
    before: Before,
    logins: Mapping[int, str],
    end: int,
) -> Detail:
    """The detail of a span. ``end``: of it, or of what had happened by the moment (UTC seconds)."""
    levels = Counter(case.category for case in cohort)
    return Detail(
        by_band=tuple(_band(band, [c for c in cohort if c.band == band], end) for band in Band),
        by_category=_categories(cohort, before.categories, end),
        places=_places(cohort, before),
        heat=_heat(cohort),
        cross=_cross(cohort),
        remedies=_remedies(cohort, remedies),
        speed=_speed(cohort),
        staff=_staff(cohort, logins),
        levels=pareto(levels, len(cohort)),
    )


def _hours(cases: Iterable[CaseFacts], end: int) -> Decimal | None:
    took = sorted(c.resolved - c.received for c in cases if c.resolved is not None and c.resolved < end)
    return median(took, _HOUR)


def _scores(cases: Iterable[CaseFacts]) -> list[int]:
    return [case.overall for case in cases if case.overall is not None]


def _band(band: Band, cases: Sequence[CaseFacts], end: int) -> BandFigures:
    in_time = sum(map(answered_in_time, cases)), sum(map(resolved_in_time, cases))
    return BandFigures(band, len(cases), *in_time, _hours(cases, end))


def _categories(cohort: Sequence[CaseFacts], before: Mapping[str, int], end: int) -> tuple[CategoryFigures, ...]:
    """By level 2, or level 1 where no more is known; categories of the span before alone are left out."""
    groups: defaultdict[str, list[CaseFacts]] = defaultdict(list)
    for case in cohort:
        groups[case.category].append(case)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(
        CategoryFigures(
            code,
            len(cases),
            before.get(code, 0),
            _hours(cases, end),
            mean(_scores(cases)),
            sum(case.compensation for case in cases),
        )
        for code, cases in ordered
    )


def _places(cohort: Sequence[CaseFacts], before: Before) -> tuple[PlaceFigures, ...]:
    now = Counter(case.place for case in cohort if case.place)
    usual = before.places[SPANS_BEFORE - before.known :]
    rows = (
        PlaceFigures(
            place,
            now[place],
            whole(Fraction(sum(c.get(place, 0) for c in usual), len(usual))) if usual else None,
            (*(c.get(place, 0) for c in before.places[1 - _SPARK :]), now[place]),
        )
        for place in set(now).union(*before.places)
        if place
    )
    return tuple(sorted(rows, key=lambda row: (-row.count, row.place)))


def _heat(cohort: Iterable[CaseFacts]) -> tuple[HeatCell, ...]:
    cells = Counter((weekday, case.shift) for case in cohort if (weekday := weekday_of(case)) is not None)
    return tuple(HeatCell(weekday, shift, count) for (weekday, shift), count in sorted(cells.items()))


def _cross(cohort: Iterable[CaseFacts]) -> tuple[CrossCell, ...]:
    cells = Counter((level1_of(case.category), case.shift, case.place) for case in cohort)
    ordered = sorted(cells.items(), key=lambda item: (-item[1], item[0]))
    return tuple(CrossCell(*key, count) for key, count in ordered)


def _remedies(cohort: Iterable[CaseFacts], remedies: Sequence[RemedyFacts]) -> tuple[RemedyFigures, ...]:
    """The most often given first, then by code; a guest's answer counts once for each kind given on the case."""
    answers = {case.id: case.overall for case in cohort if case.overall is not None}
    groups: defaultdict[str, list[RemedyFacts]] = defaultdict(list)
    for remedy in remedies:
        groups[remedy.kind].append(remedy)
    rows = []
    for kind, given in groups.items():
        scores = [answers[id_] for id_ in {remedy.case_id for remedy in given} if id_ in answers]
        rows.append(RemedyFigures(kind, len(given), sum(remedy.amount for remedy in given), mean(scores)))
    return tuple(sorted(rows, key=lambda row: (-row.count, row.kind)))


def _speed(cohort: Iterable[CaseFacts]) -> SpeedAndSatisfaction:
    soon: list[int] = []
    later: list[int] = []
    for case in cohort:
        if case.overall is not None and case.responded is not None:
            (soon if was_within_hour(case) else later).append(case.overall)
    return SpeedAndSatisfaction(mean(soon), len(soon), mean(later), len(later))


def _staff(cohort: Iterable[CaseFacts], logins: Mapping[int, str]) -> tuple[StaffFigures, ...]:
    """Everybody who received, owns or resolved one of the cases, by what they received, then by login."""
    received: defaultdict[str, list[CaseFacts]] = defaultdict(list)
    owned: Counter[str] = Counter()
    resolved: Counter[str] = Counter()
    for case in cohort:
        received[receiver_of(case, logins)].append(case)
        owned[owner_of(case, logins)] += 1
        if case.resolved is not None:
            resolved[logins.get(case.resolver_id, "") if case.resolver_id is not None else case.resolver] += 1
    rows = []
    for login in received.keys() | owned.keys() | resolved.keys():
        cases = received.get(login, [])
        shares = (percent(sum(map(test, cases)), len(cases)) for test in (answered_in_time, resolved_in_time))
        rows.append(StaffFigures(login, len(cases), owned[login], resolved[login], *shares))
    return tuple(sorted((row for row in rows if row.login), key=lambda row: (-row.received, row.login)))
