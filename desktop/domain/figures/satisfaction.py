"""What guests said afterwards: satisfaction, recommendation, and how much calmer they left (figures.md)."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from desktop.domain.figures.cohort import CaseFacts
from desktop.domain.figures.rounding import mean, percent, whole
from desktop.domain.figures.shapes import Satisfaction

_CONTENT = 4  #: and above, of 5
_PROMOTER, _DETRACTOR = 9, 6  #: of 10


def satisfaction(cohort: Sequence[CaseFacts]) -> Satisfaction:
    """Answers to the first question; a survey counts as answered where that was given."""
    scores = [case.overall for case in cohort if case.overall is not None]
    asked = sum(case.asked is not None for case in cohort)
    content = sum(score >= _CONTENT for score in scores)
    return Satisfaction(percent(content, len(scores)), mean(scores), len(scores), asked, percent(len(scores), asked))


def nps(cohort: Sequence[CaseFacts]) -> int | None:
    """% of 9–10 less % of 0–6, a whole number from −100 to 100."""
    scores = [case.recommend for case in cohort if case.recommend is not None]
    if not scores:
        return None
    balance = sum(score >= _PROMOTER for score in scores) - sum(score <= _DETRACTOR for score in scores)
    return whole(Fraction(100 * balance, len(scores)))


def emotion_drop(cohort: Sequence[CaseFacts]) -> Decimal | None:
    """The mean of emotion at intake less at the close, of the cases where both are known."""
    return mean(
        [
            case.emotion - case.emotion_at_close
            for case in cohort
            if case.emotion is not None and case.emotion_at_close is not None
        ]
    )
