"""Settled on the spot: from New to Resolved in one act (domain.md 3)."""

from datetime import timedelta
from typing import Any

import pytest

from tests.support.acts import APOLOGY, GRAVE, MILD, Story

#: state → the states that settling passes through from there
WAY = {
    "new": ["acknowledged", "assessed", "proposed", "resolved"],
    "acknowledged": ["assessed", "proposed", "resolved"],
    "assessed": ["proposed", "resolved"],
    "investigating": ["proposed", "resolved"],
}


def told(story: Story, number: str, field: str) -> list[tuple[str, str, object]]:
    """Act, time and new value of every entry that changed a field."""
    return [
        (entry["act"], entry["at"], change["after"])
        for entry in story.case(number)["history"]
        for change in entry["changes"]
        if change["field"] == field
    ]


@pytest.mark.parametrize("start", WAY)
def test_every_state_on_the_way_is_recorded_with_the_one_time(story: Story, start: str) -> None:
    number = story.opened(start)
    known = len(story.case(number)["history"])
    story.wait(minutes=4)
    story.act("settle", number, by="rita", remedies=APOLOGY, **MILD)
    entries = story.case(number)["history"][known:]
    states = [c["after"] for e in entries for c in e["changes"] if c["field"] == "state"]
    assert states == WAY[start]
    assert {(e["by"], e["at"]) for e in entries} == {("rita", story.local(story.at))}
    assert entries[-1]["act"] == "settle"
    assert story.state(number) == "resolved"


def test_each_step_tells_what_belongs_to_it(story: Story) -> None:
    number = story.open()
    story.act("settle", number, by="rita", remedies=[{"kind": "gift", "amount": "10"}], emotion_at_close=0, **MILD)
    first_by_field = {
        field: told(story, number, field)[0][0]
        for field in ("first_response_at", "category", "emotion", "remedies", "compensation", "answer", "resolved_at")
    }
    assert first_by_field == {
        "first_response_at": "acknowledge",
        "category": "assess",
        "emotion": "assess",
        "remedies": "propose",
        "compensation": "propose",
        "answer": "settle",
        "resolved_at": "settle",
    }


def test_the_times_on_the_way_are_the_one_that_was_entered(story: Story) -> None:
    number = story.open()
    story.wait(minutes=12)
    when = story.at - timedelta(minutes=10)
    story.act("settle", number, by="rita", remedies=APOLOGY, when=story.text(when), **MILD)
    case = story.case(number)
    times = ("acknowledged_at", "first_response_at", "assessed_at", "resolved_at")
    assert {name: case[name] for name in times} == dict.fromkeys(times, story.local(when))


def test_it_is_told_in_person_and_accepted(story: Story) -> None:
    number = story.open()
    story.act("settle", number, remedies=APOLOGY, emotion_at_close=1, **MILD)
    case = story.case(number)
    assert (case["told_by"], case["answer"], case["emotion_at_close"]) == ("in_person", "accepted", 1)
    assert case["resolved_by"] == "mark"
    assert (case["next_due"], case["rank"]) == (None, None)


@pytest.mark.parametrize("left_out", sorted(MILD))
def test_it_needs_what_assessed_needs(story: Story, left_out: str) -> None:
    given = {name: value for name, value in MILD.items() if name != left_out}
    assert story.refused("settle", story.open(), remedies=APOLOGY, **given) == ("incomplete_assessment", left_out)


def test_ratings_of_the_intake_are_confirmed(story: Story) -> None:
    number = story.open(**MILD)
    story.act("settle", number, remedies=APOLOGY)
    assert story.state(number) == "resolved"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ("missing", "remedies")),
        ({"remedies": []}, ("no_remedy", "remedies")),
        ({"remedies": APOLOGY, "when": "2026-11-19 21:43"}, ("in_future", "when")),
        ({"remedies": APOLOGY, "when": "2026-11-19 21:41"}, ("before_received", "when")),
        ({"remedies": APOLOGY, "told_by": "phone"}, ("unknown_field", "told_by")),
        ({"remedies": APOLOGY, "emotion_at_close": 5}, ("bad_value", "emotion_at_close")),
    ],
)
def test_a_refused_settlement_leaves_no_step_behind(
    story: Story, fields: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert story.refused("settle", story.open(), **MILD, **fields) == expected


def test_what_turns_out_to_be_a_p1_is_not_settled(story: Story) -> None:
    number = story.open()
    grave = {**MILD, "flags": ["injury"]}
    assert story.refused("settle", number, remedies=APOLOGY, **grave) == ("not_for_p1", "case")
    assert story.refused("settle", number, remedies=APOLOGY, **{**GRAVE, "time_pressure": "now", "emotion": 4}) == (
        "not_for_p1",
        "case",
    )


def test_what_was_a_p1_may_be_rated_down_and_settled_by_those_who_may_act_on_a_p1(story: Story) -> None:
    number = story.open(flags=["injury"])
    fields = {"remedies": APOLOGY, **MILD, "flags": []}
    assert story.refused("settle", number, by="rita", **fields) == ("not_for_role_at_band", "by")
    story.act("settle", number, by="sam", **fields)
    assert (story.state(number), story.case(number)["band"]) == ("resolved", "P4")


def test_a_reopened_case_is_not_settled_below_its_band(story: Story) -> None:
    number = story.opened("resolved", severity=3)
    story.act("override", story.open(), band="P1", reason="Another case.")
    story.act("reopen", number, reason="Again.")
    assert story.case(number)["band"] == "P2"
    story.act("settle", number, by="rita", remedies=APOLOGY, severity=1)
    assert story.case(number)["band"] == "P2"
