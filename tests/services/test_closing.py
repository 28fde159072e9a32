"""The guard of Closed, and the survey before it (domain.md 3)."""

from datetime import timedelta
from typing import Any

import pytest

from desktop.domain.kinds import Role
from tests.support.acts import APOLOGY, CLOSING, Story

GRAVE_BANDS, MILD_BANDS = ["P1", "P2"], ["P3", "P4"]


def resolved_by(story: Story, login: str, band: str) -> str:
    """A resolved and surveyed case of that band."""
    number = story.opened("proposed")
    story.act("override", number, band=band, reason="For the test.")
    story.act("resolve", number, by=login, told_by="phone", answer="accepted")
    story.act("survey", number)
    return number


def test_a_closed_case_keeps_what_was_learned(story: Story) -> None:
    number = story.opened("resolved")
    story.wait(days=1)
    whys = ["It leaked.", "It was old."]
    story.act("close", number, whys=whys, survey_not_asked="Left the country.", **CLOSING)
    case = story.case(number)
    for name, value in CLOSING.items():
        assert case[name] == value
    assert (case["whys"], case["survey_not_asked"], case["state"]) == (whys, "Left the country.", "closed")
    assert case["closed_at"] == story.local(story.at)
    assert story.desk.queue.counts(story.at).follow_ups == 0


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"root_cause": None}, ("missing", "root_cause")),
        ({"root_cause": "weather"}, ("bad_value", "root_cause")),
        ({"root_cause": "people/\0"}, ("bad_characters", "root_cause")),
        ({"root_cause": "people/" + "x" * 1_000}, ("too_long", "root_cause")),
        ({"outcome": None}, ("missing", "outcome")),
        ({"closure": None}, ("missing", "closure")),
        ({"closure": "done"}, ("bad_value", "closure")),
        ({"lesson": None}, ("missing", "lesson")),
        ({"lesson": " \u200b"}, ("missing", "lesson")),
        ({"whys": "x" * (64 * 1024 + 1)}, ("too_long", "whys")),
        ({"survey_not_asked": None}, ("survey_missing", "survey_not_asked")),
        ({"survey_not_asked": " "}, ("survey_missing", "survey_not_asked")),
        ({"reason": "\ud800"}, ("bad_characters", "reason")),
    ],
)
def test_closed_needs_cause_outcome_closure_lesson_and_survey(
    story: Story, fields: dict[str, Any], expected: tuple[str, str]
) -> None:
    number = story.opened("resolved")
    given = {**CLOSING, "survey_not_asked": "Left.", **fields}
    assert story.refused("close", number, **given) == expected


def test_nothing_given_means_the_survey_was_asked(story: Story) -> None:
    number = story.opened("resolved")
    assert story.case(number)["survey"] is None
    story.wait(hours=20)
    story.act("survey", number)
    case = story.case(number)
    assert (case["survey"], case["survey_asked_at"]) == ({}, story.local(story.at))
    story.act("close", number, **CLOSING)


def test_answers_to_the_survey_come_one_by_one_and_keep_the_first_time(story: Story) -> None:
    number = story.opened("resolved")
    asked = story.local(story.at)
    story.act("survey", number, overall=2, recommend=0, came_back=False)
    story.wait(days=1)
    story.act("survey", number, overall=4, fair=5, easy=3, respect=1)
    case = story.case(number)
    assert case["survey"] == {
        "overall": 4,
        "fair": 5,
        "easy": 3,
        "respect": 1,
        "recommend": 0,
        "came_back": False,
    }
    assert case["survey_asked_at"] == asked


def test_a_closed_case_still_takes_a_survey(story: Story) -> None:
    number = story.opened("closed")
    story.act("survey", number, overall=5)
    assert (story.case(number)["survey"], story.state(number)) == ({"overall": 5}, "closed")


@pytest.mark.parametrize("band", GRAVE_BANDS)
def test_a_p1_or_p2_is_closed_by_someone_other_than_the_one_who_resolved_it(story: Story, band: str) -> None:
    number = resolved_by(story, "mark", band)
    for reason in ("", "I am in a hurry."):
        assert story.refused("close", number, by="mark", reason=reason, **CLOSING) == ("same_person_closes", "by")
    story.act("close", number, by="owner", **CLOSING)


@pytest.mark.parametrize("band", MILD_BANDS)
def test_a_p3_or_p4_may_be_closed_by_the_one_who_resolved_it(story: Story, band: str) -> None:
    story.act("close", resolved_by(story, "sam", band), by="sam", **CLOSING)


@pytest.mark.parametrize("band", GRAVE_BANDS)
def test_an_owner_with_a_manager_beside_them_leaves_it_to_the_manager(story: Story, band: str) -> None:
    number = resolved_by(story, "owner", band)
    assert story.refused("close", number, by="owner", reason="Mine.", **CLOSING) == ("same_person_closes", "by")
    story.act("close", number, by="mark", **CLOSING)


@pytest.mark.parametrize("band", GRAVE_BANDS)
def test_an_owner_alone_closes_it_with_a_reason(story: Story, band: str) -> None:
    number = resolved_by(story, "owner", band)
    story.act("staff", by="owner", login="mark", name="Mark", role=Role.SPECIALIST.value)
    assert story.refused("close", number, by="owner", **CLOSING) == ("reason_missing", "reason")
    assert story.refused("close", number, by="sam", reason="a", **CLOSING) == ("not_for_role_at_band", "by")
    story.act("close", number, by="owner", reason="Nobody else may.", **CLOSING)
    last = story.case(number)["history"][-1]
    assert {c["field"]: c["after"] for c in last["changes"]}["reason"] == "Nobody else may."


def test_the_last_resolution_counts_not_the_first(story: Story) -> None:
    number = resolved_by(story, "mark", "P3")
    story.act("reopen", number, reason="Again.")
    story.act("propose", number, remedies=[{"kind": "letter"}])
    story.act("resolve", number, by="owner", told_by="phone", answer="accepted")
    assert story.case(number)["band"] == "P2"
    assert story.refused("close", number, by="owner", **CLOSING) == ("same_person_closes", "by")
    story.act("close", number, by="mark", **CLOSING)


def test_a_settled_case_was_resolved_by_the_one_who_settled_it(story: Story) -> None:
    number = story.opened("assessed", severity=4, scope="site")
    assert story.case(number)["band"] == "P2"
    story.act("settle", number, by="mark", remedies=[{"kind": "gift"}])
    story.act("survey", number)
    assert story.refused("close", number, by="mark", **CLOSING) == ("same_person_closes", "by")


def resolved_again(story: Story) -> str:
    """A case that was surveyed, reopened and settled a second time."""
    number = story.opened("resolved")
    story.act("survey", number, overall=2, recommend=1, came_back=False)
    story.wait(days=1)
    story.act("reopen", number, reason="Again.")
    story.wait(hours=1)
    story.act("settle", number, remedies=APOLOGY)
    return number


def test_after_a_reopening_the_guest_is_asked_anew(story: Story) -> None:
    number = resolved_again(story)
    assert story.refused("close", number, by="owner", **CLOSING) == ("survey_missing", "survey_not_asked")
    assert story.desk.queue.counts(story.at + timedelta(days=1)).follow_ups == 1
    story.wait(days=1)
    story.act("survey", number, overall=4)
    case = story.case(number)
    assert (case["survey"], case["survey_asked_at"]) == ({"overall": 4}, story.local(story.at))
    story.act("survey", number, fair=3)
    assert story.case(number)["survey"] == {"overall": 4, "fair": 3}
    story.act("close", number, by="owner", **CLOSING)


def test_after_a_reopening_a_reason_still_stands_for_the_survey(story: Story) -> None:
    number = resolved_again(story)
    story.act("close", number, by="owner", survey_not_asked="They asked us not to.", **CLOSING)
    case = story.case(number)
    assert case["survey"] == {"overall": 2, "recommend": 1, "came_back": False}
    assert story.desk.queue.counts(story.at + timedelta(days=9)).follow_ups == 0
