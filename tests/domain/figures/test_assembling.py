"""All figures of a span: empties are None, one case is enough, the order of the rows makes no difference."""

from dataclasses import fields
from datetime import UTC, date, datetime
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.figures.assembling import Known, figures_of
from desktop.domain.figures.cohort import CaseFacts
from desktop.domain.figures.flow import FlowCounts
from desktop.domain.figures.shapes import Figures, Span
from desktop.domain.kinds import Property
from tests.support.figure_facts import DAY, HOUR, RECEIVED, case

SPAN = Span(date(2026, 5, 1), date(2026, 6, 1))
AS_OF = datetime(2026, 6, 1, tzinfo=UTC)


def figures(
    *cohort: CaseFacts, activity: Fraction | None = None, property_: Property = Property.HOTEL, recurrent: int = 0
) -> Figures:
    known = Known(RECEIVED + 40 * DAY, FlowCounts(), recurrent, (), activity, ("day",), {1: "mark"}, 2, property_)
    return figures_of(SPAN, AS_OF, cohort, known)


def test_of_an_empty_month_nothing_is_known_but_counts() -> None:
    shown = figures()
    assert (shown.received, shown.iceberg, shown.nps, shown.pareto_80, shown.rate) == (0, None, None, None, None)
    assert (shown.within_24h.pct, shown.recurrent.pct, shown.reopened.pct, shown.emotion_drop) == (None,) * 4
    assert (shown.by_category, shown.by_place) == ((), ())


def test_one_case_is_all_of_the_month() -> None:
    shown = figures(case(category="H01-1", place="Bar", responded=RECEIVED, resolved=RECEIVED + HOUR))
    assert (str(shown.within_24h.pct), str(shown.resolution.mean_h), shown.iceberg) == ("100.0", "1.00", 5)
    assert [(row.key, str(row.pct)) for row in shown.by_staff] == [("mark", "100.0")]


def test_the_rate_is_by_a_thousand_nights_or_ten_thousand_sales() -> None:
    assert str(figures(case(), activity=Fraction(600)).rate) == "1.67"
    assert str(figures(case(), activity=Fraction(600), property_=Property.RETAIL).rate) == "16.67"
    assert str(figures(activity=Fraction(600)).rate) == "0.00"
    assert figures(case(), activity=Fraction(0)).rate is None


_some = st.builds(
    case,
    after=st.integers(0, 20 * DAY),
    category=st.sampled_from(["", "H01", "H01-1", "H02-3"]),
    place=st.sampled_from(["", "Bar", "Lobby"]),
    band=st.sampled_from(["P1", "P4"]),
    responded=st.none() | st.integers(RECEIVED + 20 * DAY, RECEIVED + 21 * DAY),
    resolved=st.none() | st.integers(RECEIVED + 20 * DAY, RECEIVED + 60 * DAY),
    overall=st.none() | st.integers(1, 5),
    recommend=st.none() | st.integers(0, 10),
    compensation=st.integers(0, 10_000),
)


@given(st.lists(_some, max_size=12).flatmap(lambda cases: st.tuples(st.just(cases), st.permutations(cases))))
def test_the_order_of_the_cases_makes_no_difference(both: tuple[list[CaseFacts], list[CaseFacts]]) -> None:
    assert figures(*both[0]) == figures(*both[1])


@given(st.lists(_some, max_size=12))
def test_shares_lie_between_nothing_and_all(cases: list[CaseFacts]) -> None:
    shown = figures(*cases)
    for share in (shown.first_response.within_1h, shown.within_24h, shown.on_target.respond, shown.escalated):
        assert share.count <= len(cases)
        assert share.pct is None if not cases else 0 <= share.pct <= 100  # type: ignore[operator]
    for rows in (shown.by_place, shown.by_channel, shown.by_staff, shown.by_category):
        assert sum(row.count for row in rows) == len(cases)
    assert {f.name for f in fields(shown)} >= {"received", "flow"}
