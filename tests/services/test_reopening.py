"""Reopened: within 30 days, the same number, one band up and at least P2 (domain.md 3)."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desktop.domain.kinds import Property
from tests.support.acts import APOLOGY, Story
from tests.support.staffed import DeskMaker

THIRTY_DAYS = timedelta(days=30)
TOO_LATE = ("reopen_too_late", "at")


def at_band(story: Story, to: str, band: str) -> str:
    number = story.opened("proposed")
    story.act("override", number, band=band, reason="For the test.")
    story.act("resolve", number, by="owner", told_by="phone", answer="accepted")
    if to == "closed":
        story.lead(number, "closed", since="resolved")
    return number


def band(story: Story, number: str) -> tuple[str, str]:
    case = story.case(number)
    return case["band"], case["band_rule"]


@pytest.mark.parametrize("state", ["resolved", "closed"])
def test_a_case_is_reopened_until_thirty_days_after_to_the_second(story: Story, state: str) -> None:
    number = story.opened(state)
    story.at += THIRTY_DAYS + timedelta(seconds=1)
    assert story.refused("reopen", number, reason="Again.") == TOO_LATE
    story.wait(seconds=-1)
    story.act("reopen", number, reason="Again.")
    assert story.state(number) == "investigating"


def test_the_days_are_counted_from_closing_where_it_was_closed(story: Story) -> None:
    number = story.opened("resolved")
    story.wait(days=29)
    story.lead(number, "closed", since="resolved")
    story.wait(days=30)
    story.act("reopen", number, reason="Again.")


@pytest.mark.parametrize(("later", "expected"), [(timedelta(0), None), (timedelta(seconds=1), TOO_LATE)])
def test_the_days_are_counted_from_the_last_resolution_not_the_first(
    story: Story, later: timedelta, expected: tuple[str, str] | None
) -> None:
    number = story.opened("resolved")
    story.wait(days=20)
    story.act("reopen", number, reason="Again.")
    story.act("settle", number, remedies=APOLOGY)
    story.at += THIRTY_DAYS + later
    if expected:
        assert story.refused("reopen", number, reason="And again.") == expected
    else:
        story.act("reopen", number, reason="And again.")


@pytest.mark.parametrize("state", ["resolved", "closed"])
@pytest.mark.parametrize(("before", "after"), [("P4", "P2"), ("P3", "P2"), ("P2", "P1"), ("P1", "P1")])
def test_it_comes_back_one_band_up_and_at_least_at_p2(story: Story, state: str, before: str, after: str) -> None:
    number = at_band(story, state, before)
    story.act("reopen", number, reason="Again.")
    assert story.case(number)["band"] == after
    assert story.case(number)["number"] == number


def test_it_gets_a_fresh_resolve_target_from_the_reopening(story: Story) -> None:
    number = at_band(story, "closed", "P3")
    story.wait(days=10, minutes=7)
    story.act("reopen", number, reason="Again.")
    case = story.case(number)
    assert case["reopened_at"] == story.local(story.at)
    assert case["resolve_due"] == case["next_due"] == story.local(story.at + timedelta(hours=8))
    assert (case["late"], case["closed_at"], case["rank"]) == (False, None, 1)


def test_the_fresh_target_runs_in_the_bands_calendar(make_desk: DeskMaker) -> None:
    story = Story(make_desk(property_=Property.RETAIL), at=datetime(2026, 11, 19, 2, tzinfo=UTC))  # 10:00
    ratings: dict[str, Any] = {"category": "R01-1", "severity": 2, "scope": "one", "emotion": 0}
    number = story.act("settle", story.open(), remedies=APOLOGY, **ratings)
    story.at = datetime(2026, 11, 19, 13, tzinfo=UTC)  # 21:00, an hour before the shop shuts
    story.act("reopen", number, reason="Again.")
    assert story.case(number)["resolve_due"] == "2026-11-20T17:00:00+08:00"


def test_a_later_rating_never_drops_below_the_band_it_came_back_with(story: Story) -> None:
    number = at_band(story, "resolved", "P2")
    story.act("reopen", number, reason="Again.")
    story.act("assess", number, severity=1, scope="one", emotion=0, flags=[])
    assert band(story, number) == ("P1", "reopened")
    story.act("assess", number, type="complaint")
    assert band(story, number) == ("P1", "reopened")


def test_once_resolved_again_ratings_count_as_they_are(story: Story) -> None:
    number = at_band(story, "resolved", "P4")
    story.act("reopen", number, reason="Again.")
    story.act("propose", number, remedies=APOLOGY)
    story.act("resolve", number, by="owner", told_by="phone", answer="accepted")
    assert story.case(number)["band"] == "P2"  # what was resolved was a P2
    story.act("reopen", number, reason="And again.")
    assert story.case(number)["band"] == "P1"


def test_a_rating_may_lift_a_reopened_case_further(story: Story) -> None:
    number = at_band(story, "resolved", "P4")
    story.act("reopen", number, reason="Again.")
    story.act("assess", number, flags=["injury"])
    assert band(story, number) == ("P1", "floor:injury")
    story.act("assess", number, flags=[])
    assert band(story, number) == ("P2", "reopened")


def test_a_managers_override_still_sets_the_band(story: Story) -> None:
    number = at_band(story, "resolved", "P4")
    story.act("reopen", number, reason="Again.")
    story.act("override", number, band="P4", reason="A question of taste.")
    assert band(story, number) == ("P4", "override")


@pytest.mark.parametrize(
    ("fields", "expected"), [({}, ("reason_missing", "reason")), ({"reason": "\u3000"}, ("reason_missing", "reason"))]
)
def test_reopening_needs_a_reason(story: Story, fields: dict[str, Any], expected: tuple[str, str]) -> None:
    assert story.refused("reopen", story.opened("closed"), **fields) == expected


def test_a_reopened_case_goes_the_way_from_investigating_again(story: Story) -> None:
    number = story.opened("closed")
    story.act("reopen", number, reason="Again.")
    assert story.state(number) == "investigating"
    story.lead(number, "resolved", since="investigating", by="owner")
    story.lead(number, "closed", since="resolved", by="mark")
    story.act("reopen", number, reason="Again.")
    story.lead(number, "proposed", since="investigating")
    acts = [entry["act"] for entry in story.case(number)["history"]]
    assert acts.count("reopen") == 2
