"""Waiting for the guest or a department, and the clocks meanwhile (domain.md 3 and 5)."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desktop.domain.kinds import Property
from tests.support.acts import APOLOGY, GRAVE, MILD, Story
from tests.support.staffed import DeskMaker

WAITS = [("guest", "waiting_guest"), ("department", "waiting_department")]
SHOP: dict[str, Any] = {"category": "R01-1", "severity": 3, "scope": "one", "emotion": 2}  # 36 points: a P3


def clocks(story: Story, number: str) -> tuple[str | None, str | None, int]:
    case = story.case(number)
    return case["resolve_due"], case["next_due"], case["paused_minutes"]


@pytest.mark.parametrize("stage", ["acknowledged", "assessed", "investigating", "proposed"])
@pytest.mark.parametrize(("who", "state"), WAITS)
def test_a_case_waits_and_goes_back_to_where_it_stood(story: Story, stage: str, who: str, state: str) -> None:
    number = story.opened(stage)
    story.act("wait", number, **{"for": who, "reason": "They look for the receipt."})
    case = story.case(number)
    assert (case["state"], case["state_before_wait"]) == (state, stage)
    assert {c["field"]: c["after"] for c in case["history"][-1]["changes"]}["reason"] == "They look for the receipt."
    story.act("resume", number)
    assert (story.state(number), story.case(number)["state_before_wait"]) == (stage, None)


@pytest.mark.parametrize("stage", ["new", "resolved", "closed"])
def test_what_is_not_being_worked_on_does_not_wait(story: Story, stage: str) -> None:
    number = story.opened(stage)
    assert story.refused("wait", number, **{"for": "guest"}) == ("wrong_state", "state")
    assert story.refused("resume", number) == ("wrong_state", "state")


def test_a_waiting_case_does_not_begin_to_wait_again(story: Story) -> None:
    number = story.opened("assessed")
    story.act("wait", number, **{"for": "guest"})
    assert story.refused("wait", number, **{"for": "department"}) == ("wrong_state", "state")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ("missing", "for")),
        ({"for": "godot"}, ("bad_value", "for")),
        ({"for": "guest", "reason": "x" * (64 * 1024 + 1)}, ("too_long", "reason")),
    ],
)
def test_waiting_needs_to_know_for_whom(story: Story, fields: dict[str, Any], expected: tuple[str, str]) -> None:
    assert story.refused("wait", story.opened("assessed"), **fields) == expected


def test_the_resolve_clock_stands_still_while_the_guest_is_waited_for(story: Story) -> None:
    number = story.opened("assessed")  # a P4: 72 h from 21:42
    assert clocks(story, number)[0] == "2026-11-22T21:42:00+08:00"
    story.wait(hours=1)
    story.act("wait", number, **{"for": "guest"})
    assert clocks(story, number) == (None, None, 0)
    story.wait(hours=10)
    assert clocks(story, number) == (None, None, 600)
    story.act("resume", number)
    assert clocks(story, number) == ("2026-11-23T07:42:00+08:00", "2026-11-23T07:42:00+08:00", 600)


def test_a_waiting_case_stays_in_the_queue_behind_what_is_due(story: Story) -> None:
    waiting, other = story.opened("assessed"), story.opened("assessed")
    story.act("wait", waiting, **{"for": "guest"})
    story.wait(days=30)
    assert [row.number for row in story.desk.queue.all_rows(story.at)] == [other, waiting]
    assert (story.case(waiting)["late"], story.case(waiting)["rank"]) == (False, 2)


def test_a_department_stops_no_clock(story: Story) -> None:
    number = story.opened("assessed")
    before = clocks(story, number)
    story.act("wait", number, **{"for": "department"})
    story.wait(hours=10)
    assert clocks(story, number) == before
    story.act("resume", number)
    assert clocks(story, number) == before


def test_several_pauses_add_up_to_the_minute(story: Story) -> None:
    number = story.opened("assessed")
    for seconds in (90, 45, 59):
        story.act("wait", number, **{"for": "guest"})
        story.wait(seconds=seconds)
        story.act("resume", number)
    case = story.case(number)
    assert case["paused_minutes"] == 3  # 194 s
    assert case["resolve_due"] == "2026-11-22T21:45:14+08:00"
    assert [pause["ended_at"] for pause in case["pauses"]] == [
        "2026-11-19T21:43:30+08:00",
        "2026-11-19T21:44:15+08:00",
        "2026-11-19T21:45:14+08:00",
    ]


def test_only_the_shops_hours_of_a_night_count(make_desk: DeskMaker) -> None:
    story = Story(make_desk(property_=Property.RETAIL), at=datetime(2026, 11, 19, 12, tzinfo=UTC))  # 20:00
    number = story.lead(story.open(), "assessed", **SHOP)
    assert clocks(story, number)[0] == "2026-11-21T20:00:00+08:00"  # 24 h of a shop: 2 + 12 + 10
    story.wait(hours=1)
    story.act("wait", number, **{"for": "guest"})  # 21:00
    story.wait(hours=14)  # 11:00 the next day: an hour in the evening, one in the morning
    story.act("resume", number)
    assert clocks(story, number) == ("2026-11-21T22:00:00+08:00", "2026-11-21T22:00:00+08:00", 120)


def test_a_pause_weighs_anew_in_the_calendar_of_another_band(make_desk: DeskMaker) -> None:
    """The same night is two hours for a P3 and fourteen for a P1, which runs round the clock."""
    story = Story(make_desk(property_=Property.RETAIL), at=datetime(2026, 11, 19, 12, tzinfo=UTC))
    number = story.lead(story.open(), "assessed", **SHOP)
    story.wait(hours=1)
    story.act("wait", number, **{"for": "guest"})
    story.wait(hours=14)
    story.act("override", number, band="P1", reason="It is in the papers.")  # while it waits
    assert clocks(story, number) == (None, None, 840)
    story.act("resume", number)
    assert clocks(story, number)[0] == "2026-11-20T12:00:00+08:00"  # 20:00 + 2 h + 14 h
    story.act("override", number, band="P3", reason="It was another shop.")
    assert clocks(story, number)[0] == "2026-11-21T22:00:00+08:00"


def test_a_waiting_case_is_rated_anew_and_stays_where_it_is(story: Story) -> None:
    number = story.opened("acknowledged")
    story.act("wait", number, **{"for": "guest"})
    story.wait(hours=2)
    story.act("assess", number, **GRAVE)
    case = story.case(number)
    assert (case["state"], case["band"], case["resolve_due"]) == ("waiting_guest", "P2", None)
    story.act("resume", number)
    case = story.case(number)
    assert (case["state"], case["resolve_due"]) == ("acknowledged", "2026-11-20T07:42:00+08:00")  # 8 h + 2 h
    story.act("assess", number)  # confirms what was rated
    assert story.state(number) == "assessed"


def test_new_hours_do_not_touch_a_case_that_waited_through_them(story: Story) -> None:
    number = story.opened("assessed")
    story.act("wait", number, **{"for": "guest"})
    story.act("calendar", intervals={"mon": ["09:00-10:00"]})
    story.wait(hours=1)
    story.act("resume", number)
    assert clocks(story, number)[0] == "2026-11-22T22:42:00+08:00"


@pytest.mark.parametrize(
    ("act", "fields", "state"),
    [
        ("withdraw", {"reason": "They changed their mind."}, "withdrawn"),
        ("not_complaint", {"reason": "A question."}, "not_complaint"),
        ("duplicate", {}, "duplicate"),
    ],
)
@pytest.mark.parametrize("who", ["guest", "department"])
def test_an_end_ends_the_waiting_too(story: Story, act: str, fields: dict[str, str], state: str, who: str) -> None:
    first, number = story.open(), story.opened("investigating")
    story.act("wait", number, **{"for": who})
    story.wait(hours=1)
    story.act(act, number, **(fields or {"of": first}))
    case = story.case(number)
    assert (case["state"], case["state_before_wait"], case["rank"]) == (state, None, None)
    paused = 60 if who == "guest" else 0
    assert case["paused_minutes"] == paused
    assert case["resolve_due"] == story.local(story.at + timedelta(hours=71, minutes=paused))
    assert [pause["ended_at"] for pause in case["pauses"]] == [story.local(story.at)] * (who == "guest")
    story.wait(hours=5)
    assert story.case(number)["paused_minutes"] == paused


def test_an_enquiry_that_waits_is_ended_by_one_resolve(story: Story) -> None:
    number = story.open(type="enquiry", on_the_spot=True)
    story.act("wait", number, **{"for": "guest"})
    story.wait(minutes=20)
    story.act("resolve", number, when=story.text(story.at - timedelta(minutes=10)))
    case = story.case(number)
    assert (case["state"], case["paused_minutes"]) == ("resolved", 10)


def test_pauses_of_before_a_reopening_are_over_with_it(story: Story) -> None:
    number = story.opened("assessed")
    story.act("wait", number, **{"for": "guest"})
    story.wait(hours=5)
    story.act("resume", number)
    story.lead(number, "resolved", since="assessed")
    story.wait(days=1)
    story.act("reopen", number, reason="Again.")
    assert clocks(story, number) == (story.local(story.at + timedelta(hours=8)),) * 2 + (0,)
    story.act("wait", number, **{"for": "guest"})
    story.wait(hours=1)
    story.act("resume", number)
    assert clocks(story, number)[2] == 60
    assert len(story.case(number)["pauses"]) == 2


@pytest.mark.parametrize(
    ("act", "fields"),
    [
        ("note", {"text": "Nothing yet."}),
        ("contact", {"text": "Rang.", "reached": False}),
        ("take", {}),
        ("hand_over", {"to": "sam"}),
        ("confirm_facts", {"text": "The valve leaks."}),
        ("task", {"title": "Look"}),
        ("promise", {"text": "We call.", "due": "2026-12-24 09:00"}),
    ],
)
def test_what_happens_meanwhile_leaves_it_waiting(story: Story, act: str, fields: dict[str, Any]) -> None:
    number = story.opened("assessed")
    story.act("wait", number, **{"for": "guest"})
    story.act(act, number, **fields)
    assert (story.state(number), story.case(number)["resolve_due"]) == ("waiting_guest", None)


@pytest.mark.parametrize(
    ("act", "fields"),
    [
        ("investigate", {}),
        ("propose", {"remedies": APOLOGY}),
        ("settle", {"remedies": APOLOGY, **MILD}),
        ("resolve", {"told_by": "phone", "answer": "accepted"}),
    ],
)
@pytest.mark.parametrize("who", ["guest", "department"])
def test_a_step_forward_needs_it_taken_up_again(story: Story, act: str, fields: dict[str, Any], who: str) -> None:
    number = story.opened("proposed" if act == "resolve" else "assessed")
    story.act("wait", number, **{"for": who})
    assert story.refused(act, number, **fields) == ("wrong_state", "state")


@pytest.mark.parametrize("minutes", [0, 90])
def test_a_look_from_before_the_wait_finds_nothing_paused(story: Story, minutes: int) -> None:
    number = story.opened("assessed")
    earlier = story.at
    story.wait(minutes=minutes)
    story.act("wait", number, **{"for": "guest"})
    assert story.desk.reader.document(number, earlier)["paused_minutes"] == 0
