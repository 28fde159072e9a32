"""Recurrent looks back from a case's own received time: 90 days for a guest, 30 for a place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.figures.cohort import CaseFacts
from desktop.domain.figures.recurrent import Earlier, Recurrences, recurrences
from tests.support.figure_facts import DAY, RECEIVED, case


def earlier(of: CaseFacts) -> Earlier:
    return Earlier(of.received, of.id, of.guest_id, of.category, of.place)


def found(*cohort: CaseFacts, before: tuple[CaseFacts, ...] = ()) -> Recurrences:
    return recurrences(cohort, [earlier(some) for some in (*before, *cohort)])


@pytest.mark.parametrize(("ago", "again"), [(90 * DAY, True), (90 * DAY + 1, False), (0, True)])
def test_the_same_guest_within_90_days_came_again(ago: int, again: bool) -> None:
    before, now = case(guest_id=7, after=-ago), case(guest_id=7)
    assert found(now, before=(before,)).by_guest == ({now.id} if again else set())


@pytest.mark.parametrize(("ago", "again"), [(30 * DAY, True), (30 * DAY + 1, False)])
def test_the_same_category_and_place_within_30_days(ago: int, again: bool) -> None:
    before, now = case(category="H01-1", place="Bar", after=-ago), case(category="H01-1", place="Bar")
    assert found(now, before=(before,)).by_place == ({now.id} if again else set())


@pytest.mark.parametrize(
    ("category", "place"), [("H01-1", ""), ("H01", "Bar"), ("", "Bar"), ("H01-2", "Bar"), ("H01-1", "Lobby")]
)
def test_a_blank_place_or_half_a_category_matches_none(category: str, place: str) -> None:
    before = case(category=category, place=place, after=-DAY)
    now = case(category=category if category != "H01-2" else "H01-1", place=place if place != "Lobby" else "Bar")
    assert found(now, before=(before,)).all == set()


def test_the_first_of_two_in_one_month_is_not_recurrent() -> None:
    first, second = case(guest_id=7), case(guest_id=7, after=5)
    assert found(first, second).all == {second.id}


def test_guests_nobody_knows_are_not_the_same_one() -> None:
    assert found(case(), case()).all == set()


@given(st.permutations([(0, 1), (10, 1), (20, 2), (30, 1), (40, 2)]))
def test_the_order_of_the_rows_does_not_matter(order: list[tuple[int, int]]) -> None:
    rows = [case(id=RECEIVED + after, guest_id=guest, after=after) for after, guest in order]
    assert found(*rows).all == {RECEIVED + after for after in (10, 30, 40)}
