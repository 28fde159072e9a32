"""The lists of a month: late, wrongly rated, referred out, recurrent, open at the end (figures.md, parts 8 and 10)."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from desktop.domain.figures.cohort import CaseFacts, NamedFacts
from desktop.domain.figures.counts import owner_of
from desktop.domain.figures.recurrent import Recurrences
from desktop.domain.figures.report_shapes import ListedCase
from desktop.domain.figures.times import answered_late, resolved_late
from desktop.domain.kinds import Band, Closure, RemedyKind

_DAY = 86_400
_BANDS: Mapping[str, Band] = {band.value: band for band in Band}  # quicker than to call it, for thousands
Listable = CaseFacts | NamedFacts
_Pairs = Iterable[tuple[Listable, str]]


def listed(case: Listable, logins: Mapping[int, str], note: str = "") -> ListedCase:
    """A case as lists name it."""
    return ListedCase(
        case.number,
        datetime.fromtimestamp(case.received, UTC),
        _BANDS[case.band],
        case.category,
        case.state,
        owner_of(case, logins),
        note,
    )


def oldest_first(pairs: _Pairs, logins: Mapping[int, str]) -> tuple[ListedCase, ...]:
    """Cases with their notes as a list."""
    ordered = sorted(pairs, key=lambda pair: (pair[0].received, pair[0].id))
    return tuple(listed(case, logins, note) for case, note in ordered)


def late(cohort: Iterable[CaseFacts], as_of: int) -> _Pairs:
    """Answered or resolved after its target, or not yet while that has passed by ``as_of`` (UTC seconds)."""
    for case in cohort:
        respond, resolve = answered_late(case, as_of), resolved_late(case, as_of)
        if respond or resolve:
            yield case, "both" if respond and resolve else "respond" if respond else "resolve"


def wrongly_prioritised(cohort: Iterable[CaseFacts], bands: Mapping[int, str]) -> _Pairs:
    """The band at intake, by case id, is another than the case has; a band raised by reopening was not wrong."""
    for case in cohort:
        band = bands.get(case.id, case.band)
        if band != case.band and case.band_rule != "reopened":
            yield case, band


def referred_out(cohort: Iterable[CaseFacts], referred: frozenset[int]) -> _Pairs:
    """Closed as referred out, or given a referral (``referred``: ids of cases)."""
    return ((case, "") for case in cohort if case.closure == Closure.REFERRED_OUT or case.id in referred)


def recurrent(cohort: Iterable[CaseFacts], again: Recurrences) -> _Pairs:
    """Came again: of the same guest, or at the same place."""
    came_again = again.all  # put together anew whenever it is asked for
    return ((case, "guest" if case.id in again.by_guest else "place") for case in cohort if case.id in came_again)


def open_at_end(cases: Iterable[Listable], end: int) -> _Pairs:
    """Open at ``end`` (UTC seconds), with the whole days since they were received."""
    return ((case, str((end - case.received) // _DAY)) for case in cases)


REFERRAL = RemedyKind.REFERRAL.value
