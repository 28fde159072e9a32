"""All figures of a span, put together from the cohort's facts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from desktop.domain.figures.cohort import CaseFacts, RemedyFacts
from desktop.domain.figures.compensation import compensation
from desktop.domain.figures.counts import (
    by_key,
    by_shift,
    level1_counts,
    outcomes,
    pareto,
    reach_80,
    receiver_of,
    root_causes,
    was_escalated,
)
from desktop.domain.figures.flow import FlowCounts
from desktop.domain.figures.rounding import half_up, share
from desktop.domain.figures.satisfaction import emotion_drop, nps, satisfaction
from desktop.domain.figures.shapes import Figures, Span
from desktop.domain.figures.times import at_first_contact, first_response, on_target, resolution, within_day
from desktop.domain.kinds import Property

RATE_PER: Mapping[Property, int] = {Property.HOTEL: 1_000, Property.RETAIL: 10_000}  #: room-nights, sales
_ICEBERG = 5  #: one of five complains: cohort ÷ 0.20


@dataclass(frozen=True, slots=True)
class Known:
    """What figures are told beside the cohort."""

    end: int  #: of the span, or of what had happened by the moment of the report (UTC seconds, not within it)
    flow: FlowCounts
    recurrent: int
    remedies: Sequence[RemedyFacts]
    activity: Fraction | None
    shifts: Sequence[str]  #: codes in the day's order
    logins: Mapping[int, str]
    digits: int  #: decimals of the currency
    property: Property


def rate(cases: int, activity: Fraction | None, property_: Property) -> Fraction | None:
    """Cases per 1,000 room-nights or 10,000 sales; None without activity."""
    return Fraction(cases * RATE_PER[property_]) / activity if activity else None


def figures_of(span: Span, as_of: datetime, cohort: Sequence[CaseFacts], known: Known) -> Figures:
    """The figures of a span as of a moment; the order of the cohort makes no difference."""
    size = len(cohort)
    categories = pareto(level1_counts(cohort), size)
    per_activity = rate(size, known.activity, known.property)
    return Figures(
        span=span,
        as_of=as_of,
        received=size,
        flow=known.flow.flow,
        first_response=first_response(cohort),
        within_24h=within_day(cohort),
        resolution=resolution(cohort, known.end),
        on_target=on_target(cohort),
        first_contact=share(sum(map(at_first_contact, cohort)), size),
        escalated=share(sum(map(was_escalated, cohort)), size),
        reopened=share(known.flow.reopened_cases, known.flow.first_resolutions),
        outcome=outcomes(cohort),
        satisfaction=satisfaction(cohort),
        nps=nps(cohort),
        emotion_drop=emotion_drop(cohort),
        compensation=compensation(cohort, known.remedies, known.digits),
        by_category=categories,
        pareto_80=reach_80(categories),
        by_shift=by_shift(cohort, known.shifts, size),
        by_place=by_key(Counter(case.place for case in cohort), size),
        by_channel=by_key(Counter(case.channel for case in cohort), size),
        by_department=by_key(Counter(case.department for case in cohort), size),
        by_staff=by_key(Counter(receiver_of(case, known.logins) for case in cohort), size),
        activity=None if known.activity is None else half_up(known.activity),
        rate=None if per_activity is None else half_up(per_activity),
        iceberg=size * _ICEBERG or None,
        recurrent=share(known.recurrent, size),
        root_causes=root_causes(cohort, size),
    )
