"""Satisfaction, recommendation, emotion, compensation."""

from decimal import Decimal

import pytest

from desktop.domain.figures.cohort import RemedyFacts
from desktop.domain.figures.compensation import compensation
from desktop.domain.figures.satisfaction import emotion_drop, nps, satisfaction
from tests.support.figure_facts import case


def test_satisfaction_counts_answers_to_the_first_question_among_the_surveys_asked() -> None:
    cohort = [case(asked=1, overall=5), case(asked=1, overall=4), case(asked=1, overall=1), case(asked=1), case()]
    shown = satisfaction(cohort)
    assert (str(shown.pct), str(shown.mean), shown.answers, shown.asked) == ("66.7", "3.33", 3, 4)
    assert str(shown.response_pct) == "75.0"


def test_no_answers_are_no_satisfaction() -> None:
    shown = satisfaction([case(asked=1), case()])
    assert (shown.pct, shown.mean, shown.answers, shown.asked, shown.response_pct) == (None, None, 0, 1, Decimal("0.0"))
    assert satisfaction([case()]).response_pct is None


@pytest.mark.parametrize(
    ("scores", "shown"),
    [([], None), ([9, 10], 100), ([6, 0], -100), ([7, 8], 0), ([9] + [7] * 7, 13), ([0] + [7] * 7, -13), ([10, 6], 0)],
)
def test_nps_is_a_whole_number(scores: list[int], shown: int | None) -> None:
    assert nps([case(recommend=score) for score in scores]) == shown


def test_emotion_drop_is_over_the_cases_where_both_are_known() -> None:
    cohort = [case(emotion=4, emotion_at_close=1), case(emotion=1, emotion_at_close=2), case(emotion=4), case()]
    assert emotion_drop(cohort) == Decimal("1.00")
    assert emotion_drop([case(emotion=4)]) is None


def test_compensation_is_summed_by_remedy_and_by_role_the_dearest_first() -> None:
    cohort = [case(id=1, compensation=12_050), case(id=2, compensation=50), case(id=3)]
    remedies = [
        RemedyFacts(1, "voucher", 2_050, "receptionist"),
        RemedyFacts(1, "refund_part", 10_000, "manager"),
        RemedyFacts(2, "voucher", 50, "receptionist"),
        RemedyFacts(3, "spoken_apology", 0, "receptionist"),
    ]
    shown = compensation(cohort, remedies, 2)
    assert (shown.total, str(shown.per_case), shown.cases_paid) == (12_100, "40.33", 2)
    assert [(p.key, p.count, p.amount) for p in shown.by_remedy] == [
        ("refund_part", 1, 10_000), ("voucher", 2, 2_100), ("spoken_apology", 1, 0),
    ]  # fmt: skip
    assert [(p.key, p.count, p.amount) for p in shown.by_role] == [("manager", 1, 10_000), ("receptionist", 3, 2_100)]


def test_a_sum_without_a_remedy_stands_under_no_name() -> None:
    shown = compensation([case(compensation=500)], [], 2)
    assert [(p.key, p.count, p.amount) for p in shown.by_remedy] == [("", 0, 500)]


@pytest.mark.parametrize(("digits", "per_case"), [(0, "1000.00"), (2, "10.00"), (3, "1.00")])
def test_compensation_per_case_is_in_major_units(digits: int, per_case: str) -> None:
    assert str(compensation([case(compensation=1_000)], [], digits).per_case) == per_case


def test_nobody_was_given_anything_in_an_empty_month() -> None:
    shown = compensation([], [], 2)
    assert (shown.total, shown.per_case, shown.cases_paid, shown.by_remedy) == (0, None, 0, ())
