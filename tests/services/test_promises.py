"""Promises to the guest and their clocks (domain.md 1, 3 and 4)."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.support.acts import APOLOGY, MILD, Story

NO_SUCH = ("no_such_promise", "promise")
TOLD = {"told_by": "phone", "answer": "accepted"}


def promise(story: Story, number: str, text: str = "We call.", **later: float) -> datetime:
    due = story.at + timedelta(**later)
    story.act("promise", number, text=text, due=story.text(due))
    return due


def next_due(story: Story, number: str) -> str | None:
    due = story.case(number)["next_due"]
    return None if due is None else str(due)


def test_a_promise_keeps_what_was_said_and_how_it_ended(story: Story) -> None:
    number = story.open()
    due, at = promise(story, number, hours=1), story.at
    story.wait(minutes=30)
    story.act("promise_kept", number, promise=1, by="rita")
    made = {"id": 1, "text": "We call.", "due": story.local(due), "at": story.local(at), "by": "mark", "reason": ""}
    kept = {"kept_at": story.local(story.at), "cancelled_at": None, "ended_by": "rita"}
    assert story.case(number)["promises"] == [made | kept]


def test_a_cancelled_promise_tells_the_reason(story: Story) -> None:
    number = story.open()
    promise(story, number, hours=1)
    story.act("promise_cancelled", number, promise="We call.", reason="They asked us not to.", by="sam")
    (cancelled,) = story.case(number)["promises"]
    told = ("kept_at", "cancelled_at", "ended_by", "reason")
    assert [cancelled[name] for name in told] == [None, story.local(story.at), "sam", "They asked us not to."]
    changes = {c["field"]: c["after"] for c in story.case(number)["history"][-1]["changes"]}
    assert (changes["promise"], changes["reason"]) == ("We call.", "They asked us not to.")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"due": "2026-11-19 23:00"}, ("missing", "text")),
        ({"text": "\u3000", "due": "2026-11-19 23:00"}, ("missing", "text")),
        ({"text": "We call."}, ("missing", "due")),
        ({"text": "We call.", "due": "2026-11-19 21:41:59"}, ("due_in_past", "due")),
        ({"text": "We call.", "due": "tomorrow"}, ("bad_time", "due")),
        ({"text": "x" * (64 * 1024 + 1), "due": "2026-11-19 23:00"}, ("too_long", "text")),
    ],
)
def test_a_promise_needs_words_and_a_time_to_come(
    story: Story, fields: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert story.refused("promise", story.open(), **fields) == expected


@pytest.mark.parametrize("reason", [None, "", " \u200b"])
def test_cancelling_needs_a_reason(story: Story, reason: str | None) -> None:
    number = story.open()
    promise(story, number, hours=1)
    assert story.refused("promise_cancelled", number, promise=1, reason=reason) == ("reason_missing", "reason")


@pytest.mark.parametrize("act", ["promise_kept", "promise_cancelled"])
@pytest.mark.parametrize("name", [2, "2", "We come."])
def test_a_promise_is_named_by_its_place_or_its_words(story: Story, act: str, name: object) -> None:
    number = story.open()
    for text in ("We call.", "We come."):
        promise(story, number, text, hours=1)
    reason = {"reason": "Not wanted."} if act == "promise_cancelled" else {}
    story.act(act, number, promise=name, **reason)
    assert [p["ended_by"] for p in story.case(number)["promises"]] == [None, "mark"]
    assert story.refused("promise_kept", number, promise=name) == NO_SUCH
    assert story.refused("promise_cancelled", number, promise=name, reason="a") == NO_SUCH


def test_before_the_first_response_the_response_is_due_next(story: Story) -> None:
    number = story.open()
    promise(story, number, minutes=5)
    assert next_due(story, number) == "2026-11-20T01:42:00+08:00"
    story.act("acknowledge", number, medium="phone")
    assert next_due(story, number) == "2026-11-19T21:47:00+08:00"


def test_after_it_the_earlier_of_resolution_and_promise(story: Story) -> None:
    number = story.opened("assessed")  # to be resolved by 21:42 on the 22nd
    resolve = "2026-11-22T21:42:00+08:00"
    promise(story, number, "Far", days=4)
    assert next_due(story, number) == resolve
    promise(story, number, "Tomorrow", hours=12)
    promise(story, number, "Soon", hours=1)
    assert next_due(story, number) == "2026-11-19T22:42:00+08:00"
    story.act("promise_kept", number, promise="Soon")
    assert next_due(story, number) == "2026-11-20T09:42:00+08:00"
    story.act("promise_cancelled", number, promise="Tomorrow", reason="Not needed.")
    assert next_due(story, number) == resolve


def test_a_promise_is_due_though_the_guest_is_waited_for(story: Story) -> None:
    number = story.opened("assessed")
    story.act("wait", number, **{"for": "guest"})
    due = promise(story, number, hours=1)
    case = story.case(number)
    assert (case["resolve_due"], case["next_due"]) == (None, story.local(due))
    story.at = due + timedelta(seconds=1)
    assert (story.case(number)["late"], story.case(number)["effective_band"]) == (True, "P3")
    story.act("promise_kept", number, promise=1)
    assert (story.case(number)["late"], story.case(number)["next_due"]) == (False, None)


def test_a_late_promise_lifts_its_case_in_the_queue(story: Story) -> None:
    late, other = story.opened("assessed"), story.opened("assessed")
    promise(story, other, minutes=10)
    assert [row.number for row in story.desk.queue.all_rows(story.at)] == [other, late]
    promise(story, late, minutes=5)
    story.wait(minutes=7)
    assert [row.number for row in story.desk.queue.all_rows(story.at)] == [late, other]


@pytest.mark.parametrize("stage", ["proposed", "investigating"])
def test_a_case_is_not_resolved_while_a_promise_is_open(story: Story, stage: str) -> None:
    number = story.opened(stage)
    end, given = ("resolve", TOLD) if stage == "proposed" else ("settle", {"remedies": APOLOGY, **MILD})
    for text in ("One", "Two"):
        promise(story, number, text, hours=1)
    story.act("promise_kept", number, promise="One")
    assert story.refused(end, number, **given) == ("promises_open", "promises")
    story.act("promise_cancelled", number, promise="Two", reason="They left.")
    story.act(end, number, **given)
    assert story.state(number) == "resolved"


def test_tasks_are_asked_for_before_promises(story: Story) -> None:
    number = story.opened("proposed")
    promise(story, number, hours=1)
    story.act("task", number, title="Look")
    assert story.refused("resolve", number, **TOLD) == ("tasks_open", "tasks")


def test_what_was_promised_after_the_end_is_kept_after_it(story: Story) -> None:
    number = story.opened("closed")
    promise(story, number, hours=1)
    assert next_due(story, number) is None
    story.act("promise_kept", number, promise=1)
    assert story.case(number)["promises"][0]["ended_by"] == "mark"


def test_a_promise_still_open_counts_again_once_the_case_is_reopened(story: Story) -> None:
    number = story.opened("closed")
    due = promise(story, number, hours=1)
    story.act("reopen", number, reason="Again.")
    assert next_due(story, number) == story.local(due)


def test_an_ended_case_promises_nothing_more(story: Story) -> None:
    number = story.open()
    promise(story, number, hours=1)
    story.act("withdraw", number, reason="They left.")
    assert next_due(story, number) is None
    assert story.refused("promise_kept", number, promise=1) == ("wrong_state", "state")
    assert story.refused("promise", number, text="a", due="2026-12-24 09:00") == ("wrong_state", "state")
