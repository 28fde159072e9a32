"""How fast: response, resolution, the golden hour and day, the case's own targets (figures.md)."""

from collections.abc import Sequence

from desktop.domain.figures.cohort import CaseFacts
from desktop.domain.figures.rounding import mean, median, p90, share
from desktop.domain.figures.shapes import FirstResponse, OnTarget, Resolution, Share

WITHIN_HOUR, WITHIN_DAY, AT_FIRST_CONTACT = 3_600, 86_400, 1_800  #: seconds; on the limit is within it
_MINUTE, _HOUR = 60, 3_600


def first_response(cohort: Sequence[CaseFacts]) -> FirstResponse:
    """Received → first acknowledgement or contact, over the answered cases."""
    waits = sorted(case.responded - case.received for case in cohort if case.responded is not None)
    within = sum(wait <= WITHIN_HOUR for wait in waits)
    return FirstResponse(
        median(waits, _MINUTE), mean(waits, _MINUTE), p90(waits, _MINUTE), share(within, len(cohort)), len(waits)
    )


def resolution(cohort: Sequence[CaseFacts], end: int) -> Resolution:
    """Received → first resolution, over the cases first resolved before the span's ``end`` (UTC seconds)."""
    took = sorted(c.resolved - c.received for c in cohort if c.resolved is not None and c.resolved < end)
    return Resolution(mean(took, _HOUR), median(took, _HOUR), p90(took, _HOUR), len(took))


def was_within_hour(case: CaseFacts) -> bool:
    """Answered within 60 minutes."""
    return case.responded is not None and case.responded - case.received <= WITHIN_HOUR


def was_within_day(case: CaseFacts) -> bool:
    """First resolved within 24:00 hours."""
    return case.resolved is not None and case.resolved - case.received <= WITHIN_DAY


def answered_in_time(case: CaseFacts) -> bool:
    """Answered not after its own due time."""
    return case.responded is not None and case.respond_due is not None and case.responded <= case.respond_due


def resolved_in_time(case: CaseFacts) -> bool:
    """First resolved not after the due time that it had then."""
    return case.resolved is not None and case.resolve_due is not None and case.resolved <= case.resolve_due


def answered_late(case: CaseFacts, as_of: int) -> bool:
    """Answered after its due time, or not at all while that has passed."""
    return case.respond_due is not None and (as_of if case.responded is None else case.responded) > case.respond_due


def resolved_late(case: CaseFacts, as_of: int) -> bool:
    """First resolved after its due time, or still not resolved while that has passed."""
    return case.resolve_due is not None and (as_of if case.resolved is None else case.resolved) > case.resolve_due


def on_target(cohort: Sequence[CaseFacts]) -> OnTarget:
    """The shares answered and resolved in time."""
    return OnTarget(
        share(sum(map(answered_in_time, cohort)), len(cohort)), share(sum(map(resolved_in_time, cohort)), len(cohort))
    )


def within_day(cohort: Sequence[CaseFacts]) -> Share:
    """First resolved within 24:00 hours ÷ cohort."""
    return share(sum(map(was_within_day, cohort)), len(cohort))


def at_first_contact(case: CaseFacts) -> bool:
    """Resolved within 30 minutes by the person who received it, never handed over."""
    if case.resolved is None or case.handed_over or case.resolved - case.received > AT_FIRST_CONTACT:
        return False
    if case.receiver_id is not None or case.resolver_id is not None:
        return case.receiver_id == case.resolver_id
    return bool(case.resolver) and case.resolver == case.receiver
