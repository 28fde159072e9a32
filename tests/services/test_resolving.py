"""The guard of Resolved (domain.md 3)."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.support.acts import APOLOGY, Story
from tests.support.staffed import DeskMaker

TOLD = {"told_by": "phone", "answer": "accepted"}


def test_a_resolved_case_leaves_the_queue_and_asks_for_a_call(story: Story) -> None:
    number = story.opened("proposed")
    story.wait(minutes=5)
    story.act("resolve", number, by="rita", emotion_at_close=1, **TOLD)
    case = story.case(number)
    kept = ("state", "told_by", "answer", "emotion_at_close", "resolved_by", "next_due", "late", "rank")
    assert [case[name] for name in kept] == ["resolved", "phone", "accepted", 1, "rita", None, False, None]
    assert case["resolved_at"] == story.local(story.at)
    assert story.desk.queue.counts(story.at).open == 0
    assert story.desk.queue.counts(story.at + timedelta(days=1)).follow_ups == 1


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"answer": "accepted"}, ("not_told", "told_by")),
        ({"told_by": "phone"}, ("answer_missing", "answer")),
        ({"told_by": "phone", "answer": "unreachable"}, ("attempts_missing", "answer")),
        ({"told_by": "phone", "answer": "maybe"}, ("bad_value", "answer")),
        ({**TOLD, "emotion_at_close": -1}, ("bad_value", "emotion_at_close")),
        ({**TOLD, "when": "2026-11-19 21:41"}, ("before_received", "when")),
        ({**TOLD, "when": "2026-11-19 22:00"}, ("in_future", "when")),
    ],
)
def test_resolved_needs_the_result_told_and_an_answer(
    story: Story, fields: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert story.refused("resolve", story.opened("proposed"), **fields) == expected


@pytest.mark.parametrize("answer", ["accepted", "rejected"])
def test_accepted_and_rejected_for_good_end_a_case_at_once(story: Story, answer: str) -> None:
    number = story.opened("proposed")
    story.act("resolve", number, told_by="email", answer=answer)
    assert (story.state(number), story.case(number)["answer"]) == ("resolved", answer)


def attempt(story: Story, number: str, local: str, reached: bool = False) -> None:
    story.at = datetime.fromisoformat(local).replace(tzinfo=story.zone).astimezone(UTC)
    story.act("contact", number, text="Rang.", medium="phone", reached=reached)


UNREACHABLE = {"told_by": "email", "answer": "unreachable"}
MISSING = ("attempts_missing", "answer")


def test_unreachable_needs_three_attempts_on_three_days(story: Story) -> None:
    number = story.opened("proposed")
    attempt(story, number, "2026-11-20 09:00")
    attempt(story, number, "2026-11-20 12:00")
    attempt(story, number, "2026-11-20 18:00")
    attempt(story, number, "2026-11-21 09:00")
    assert story.refused("resolve", number, **UNREACHABLE) == MISSING
    attempt(story, number, "2026-11-22 09:00", reached=True)  # this one is no attempt that failed
    assert story.refused("resolve", number, **UNREACHABLE) == MISSING
    attempt(story, number, "2026-11-22 19:00")
    story.act("resolve", number, **UNREACHABLE)
    assert story.case(number)["answer"] == "unreachable"


@pytest.mark.parametrize(
    ("zone", "days"),
    [
        # 23:59, 00:00 and 23:59 by the wall are two days, whatever UTC says, and the other way round.
        ("Asia/Shanghai", ["2026-11-19 15:59", "2026-11-19 16:00", "2026-11-20 15:59"]),
        ("America/New_York", ["2026-11-20 04:59", "2026-11-20 05:00", "2026-11-21 04:59"]),
        ("Pacific/Kiritimati", ["2026-11-20 09:59", "2026-11-20 10:00", "2026-11-21 09:59"]),
    ],
)
def test_the_days_of_attempts_are_the_sites_own(make_desk: DeskMaker, zone: str, days: list[str]) -> None:
    story = Story(make_desk(zone=zone))
    number = story.opened("proposed")
    for day in days:
        story.at = datetime.fromisoformat(day).replace(tzinfo=UTC) + timedelta(days=1)
        story.act("contact", number, text="Rang.", reached=False)
    assert story.refused("resolve", number, **UNREACHABLE) == MISSING
    story.wait(minutes=1)  # a third local day begins
    story.act("contact", number, text="Rang.", reached=False)
    story.act("resolve", number, **UNREACHABLE)


def test_an_attempt_counts_on_the_day_it_was_made(story: Story) -> None:
    number = story.opened("proposed")
    for day in (20, 21):
        attempt(story, number, f"2026-11-{day} 09:00")
    story.wait(days=3)
    when = "2026-11-21 20:00"  # told three days later, about the second day
    story.act("contact", number, text="Rang.", reached=False, when=when, reason="On a slip of paper.")
    assert story.refused("resolve", number, **UNREACHABLE) == MISSING


def test_a_resolution_is_entered_up_to_a_quarter_of_an_hour_later(story: Story) -> None:
    number = story.opened("proposed")
    story.wait(minutes=30)
    at = story.at
    late = {"when": story.text(at - timedelta(minutes=15, seconds=1)), **TOLD}
    assert story.refused("resolve", number, by="rita", **late) == ("needs_manager", "when")
    assert story.refused("resolve", number, by="mark", **late) == ("reason_missing", "reason")
    story.act("resolve", number, by="rita", when=story.text(at - timedelta(minutes=15)), **TOLD)
    assert story.case(number)["resolved_at"] == story.local(at - timedelta(minutes=15))


def test_the_first_resolution_is_kept_and_the_next_stands_beside_it(story: Story) -> None:
    number = story.opened("resolved")
    first = story.at
    story.wait(days=1)
    story.act("reopen", number, reason="Again.")
    story.act("propose", number, remedies=APOLOGY)
    story.wait(hours=1)
    story.act("resolve", number, **TOLD)
    case = story.case(number)
    assert case["resolved_at"] == story.local(first)
    assert case["resolved_again_at"] == story.local(story.at)


@pytest.mark.parametrize("type_", ["enquiry", "suggestion", "compliment"])
def test_what_is_no_complaint_stands_at_p4_and_is_ended_by_one_resolve(story: Story, type_: str) -> None:
    number = story.open(type=type_, by="rita", flags=["fire"], severity=4)
    assert story.case(number)["band"] == "P4"
    story.act("resolve", number, by="rita")
    case = story.case(number)
    assert (case["state"], case["told_by"], case["answer"]) == ("resolved", None, None)
    assert story.desk.queue.counts(story.at + timedelta(days=2)).follow_ups == 0


def test_an_answer_to_an_enquiry_is_its_first_response(story: Story) -> None:
    number = story.open(type="enquiry")
    story.act("resolve", number, told_by="phone")
    assert story.case(number)["first_response_at"] == story.local(story.at)


def test_a_complaint_is_not_ended_by_one_resolve(story: Story) -> None:
    assert story.refused("resolve", story.open(), **TOLD) == ("wrong_state", "state")


def test_attempts_of_before_a_reopening_say_nothing_about_it(story: Story) -> None:
    number = story.opened("proposed")
    for day in (20, 21, 22):
        attempt(story, number, f"2026-11-{day} 09:00")
    story.act("resolve", number, **UNREACHABLE)
    story.wait(hours=1)
    story.act("reopen", number, reason="They wrote back.")
    story.act("propose", number, remedies=APOLOGY)
    assert story.refused("resolve", number, **UNREACHABLE) == MISSING
    for day in (23, 24, 25):
        attempt(story, number, f"2026-11-{day} 09:00")
    story.act("resolve", number, **UNREACHABLE)


@pytest.mark.parametrize("act", ["resolve", "settle"])
def test_an_end_is_not_entered_before_the_reopening(story: Story, act: str) -> None:
    number = story.opened("resolved")
    story.wait(days=1)
    story.act("reopen", number, reason="Again.")
    reopened = story.at
    story.wait(minutes=10)
    fields: dict[str, Any] = {"remedies": APOLOGY} if act == "settle" else TOLD
    if act == "resolve":
        story.act("propose", number, remedies=APOLOGY)
    early = story.text(reopened - timedelta(seconds=1))
    assert story.refused(act, number, when=early, **fields) == ("runs_backwards", "when")
    story.act(act, number, when=story.text(reopened), **fields)
    assert story.case(number)["resolved_again_at"] == story.local(reopened)
