"""Figures as JSON: what is left out because it is none."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from desktop.domain.figures.assembling import Known, figures_of
from desktop.domain.figures.cohort import RemedyFacts
from desktop.domain.figures.flow import FlowCounts
from desktop.domain.figures.shapes import Month
from desktop.domain.figures.spans import span_of_month
from desktop.domain.kinds import Property
from desktop.exchange.figures_json import Document, figures_json
from desktop.words import load_currencies
from tests.support.figure_facts import RECEIVED, case


@pytest.fixture
def told() -> Document:
    """Three cases: one without a place, one that was given a voucher and an apology."""
    cases = [case(place="8F", compensation=5_050), case(place="8F"), case()]
    given = [
        RemedyFacts(cases[0].id, "voucher", 5_050, "manager"),
        RemedyFacts(cases[0].id, "spoken_apology", 0, "receptionist"),
    ]
    known = Known(
        end=RECEIVED + 10**7,
        flow=FlowCounts(),
        recurrent=0,
        remedies=given,
        activity=None,
        shifts=["day"],
        logins={1: "mark"},
        digits=2,
        property=Property.HOTEL,
    )
    made = figures_of(span_of_month(Month(2026, 5)), datetime(2026, 7, 1, tzinfo=UTC), cases, known)
    return figures_json(made, "2026-05", load_currencies()["CNY"], ZoneInfo("Asia/Shanghai"))


def test_a_blank_place_is_no_place(told: Document) -> None:
    assert told["by_place"] == {"8F": 2}
    assert told["received"] == 3


def test_what_cost_nothing_stands_under_no_remedy_and_no_role(told: Document) -> None:
    assert told["compensation"] == {
        "total": 50.5,
        "per_case": 16.83,
        "cases_paid": 1,
        "by_remedy": {"voucher": 50.5},
        "by_role": {"manager": 50.5},
    }
