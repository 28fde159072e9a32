"""Withdrawn, a duplicate, not a complaint (domain.md 3)."""

import pytest

from tests.support.acts import Story

OPEN = ["new", "acknowledged", "assessed", "investigating", "proposed"]


@pytest.mark.parametrize("state", OPEN)
@pytest.mark.parametrize(("act", "ends"), [("withdraw", "withdrawn"), ("not_complaint", "not_complaint")])
def test_it_ends_from_any_open_state_with_a_reason(story: Story, state: str, act: str, ends: str) -> None:
    number = story.opened(state)
    assert story.refused(act, number) == ("reason_missing", "reason")
    assert story.refused(act, number, reason=" ") == ("reason_missing", "reason")
    story.act(act, number, reason="They changed their mind.")
    case = story.case(number)
    assert (case["state"], case["ended_at"]) == (ends, story.local(story.at))
    assert (case["next_due"], case["rank"], case["late"]) == (None, None, False)
    assert story.desk.queue.counts(story.at).open == 0


@pytest.mark.parametrize("state", OPEN)
def test_a_duplicate_names_the_case_that_stands(story: Story, state: str) -> None:
    original, number = story.open(), story.opened(state)
    story.act("duplicate", number, of=original)
    case = story.case(number)
    assert (case["state"], case["duplicate_of"]) == ("duplicate", original)
    assert case["rank"] is None
    assert story.state(original) == "new"


def test_a_duplicate_is_of_another_case_that_is_none_itself(story: Story) -> None:
    original, copy, number = story.open(), story.open(), story.open()
    story.act("duplicate", copy, of=original)
    assert story.refused("duplicate", number, of=number) == ("duplicate_of_itself", "of")
    assert story.refused("duplicate", number, of=copy) == ("duplicate_of_duplicate", "of")
    assert story.refused("duplicate", number, of="HH-D1-20261119-9999") == ("no_such_case", "of")
    assert story.refused("duplicate", number) == ("missing", "of")


@pytest.mark.parametrize("state", ["resolved", "closed"])
def test_what_is_resolved_or_closed_does_not_end_again(story: Story, state: str) -> None:
    number, other = story.opened(state), story.open()
    for act, fields in (
        ("withdraw", {"reason": "a"}),
        ("not_complaint", {"reason": "a"}),
        ("duplicate", {"of": other}),
    ):
        assert story.refused(act, number, **fields) == ("wrong_state", "state")


def test_a_case_may_be_a_duplicate_of_a_closed_one(story: Story) -> None:
    original = story.opened("closed")
    number = story.open()
    story.act("duplicate", number, of=original)
    assert story.case(number)["duplicate_of"] == original
