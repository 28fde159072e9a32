"""Tasks on a case, and the guard that asks for them (domain.md 1 and 3)."""

from datetime import timedelta
from typing import Any

import pytest

from tests.support.acts import APOLOGY, MILD, Story

NO_SUCH = ("no_such_task", "task")
TOLD = {"told_by": "phone", "answer": "accepted"}


def tasks(story: Story, number: str) -> list[tuple[Any, ...]]:
    return [(t["id"], t["title"], t["to"], t["department"], t["done_by"]) for t in story.case(number)["tasks"]]


def test_a_task_is_for_a_person_a_department_both_or_whoever_comes_first(story: Story) -> None:
    number = story.open()
    story.act("task", number, title="Look at the valve", to="SAM")
    story.act("task", number, title="Dry the carpet", department="Housekeeping")
    story.act("task", number, title="Both", to="rita", department="Front office")
    story.act("task", number, by="rita", title="Whoever")
    assert tasks(story, number) == [
        (1, "Look at the valve", "sam", "", None),
        (2, "Dry the carpet", None, "Housekeeping", None),
        (3, "Both", "rita", "Front office", None),
        (4, "Whoever", None, "", None),
    ]


def test_a_task_keeps_its_times_and_who_did_it(story: Story) -> None:
    number = story.open()
    story.act("task", number, title="Look", due="2026-11-19 23:00")
    given = story.local(story.at)
    story.wait(minutes=9)
    story.act("task_done", number, task=1, by="rita")
    (task,) = story.case(number)["tasks"]
    assert (task["at"], task["by"], task["due"]) == (given, "mark", "2026-11-19T23:00:00+08:00")
    assert (task["done_at"], task["done_by"]) == (story.local(story.at), "rita")
    acts = [
        (e["act"], {c["field"]: c["after"] for c in e["changes"]}["task"]) for e in story.case(number)["history"][1:]
    ]
    assert acts == [("task", "Look"), ("task_done", "Look")]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ("missing", "title")),
        ({"title": "\u200b "}, ("missing", "title")),
        ({"title": "x" * 1_001}, ("too_long", "title")),
        ({"title": "a\0"}, ("bad_characters", "title")),
        ({"title": "a", "department": "x" * 1_001}, ("too_long", "department")),
        ({"title": "a", "to": "nobody"}, ("no_such_person", "to")),
        ({"title": "a", "to": "ana"}, ("cannot_own_cases", "to")),
        ({"title": "a", "due": "2026-11-19 21:41:59"}, ("due_in_past", "due")),
        ({"title": "a", "due": "soon"}, ("bad_time", "due")),
    ],
)
def test_a_task_that_cannot_be_done_is_refused(story: Story, fields: dict[str, Any], expected: tuple[str, str]) -> None:
    assert story.refused("task", story.open(), **fields) == expected


def test_a_task_may_be_due_at_once(story: Story) -> None:
    number = story.open()
    story.act("task", number, title="Now", due=story.text(story.at))
    assert story.case(number)["tasks"][0]["due"] == story.local(story.at)


def test_a_task_does_not_move_its_case_in_the_queue(story: Story) -> None:
    number = story.opened("assessed")
    before = story.case(number)["next_due"]
    story.act("task", number, title="Now", due=story.text(story.at + timedelta(minutes=1)))
    assert story.case(number)["next_due"] == before


@pytest.mark.parametrize("name", [2, "2", "Twice"])
def test_a_task_is_named_by_its_place_or_by_its_title(story: Story, name: object) -> None:
    number = story.open()
    for title in ("Once", "Twice"):
        story.act("task", number, title=title)
    story.act("task_done", number, task=name)
    assert [done for *_, done in tasks(story, number)] == [None, "mark"]
    assert story.refused("task_done", number, task=name) == NO_SUCH


def test_of_two_tasks_alike_the_older_is_done_first(story: Story) -> None:
    number = story.open()
    for _ in range(2):
        story.act("task", number, title="Look")
    story.act("task_done", number, task="Look")
    assert [done for *_, done in tasks(story, number)] == ["mark", None]
    story.act("task_done", number, task="Look")
    assert story.refused("task_done", number, task="Look") == NO_SUCH


def test_a_title_of_digits_is_found_where_no_open_task_stands_in_that_place(story: Story) -> None:
    number = story.open()
    for title in ("2", "1"):
        story.act("task", number, title=title)
    story.act("task_done", number, task=1)
    story.act("task_done", number, task="1")
    assert [done for *_, done in tasks(story, number)] == ["mark", "mark"]


@pytest.mark.parametrize("name", [0, -1, 99, "look", "Look ", "9" * 5_000, "１"])
def test_a_task_that_is_not_there_is_not_done(story: Story, name: object) -> None:
    number = story.open()
    story.act("task", number, title="Look")
    assert story.refused("task_done", number, task=name) == NO_SUCH


def test_places_are_counted_on_each_case(story: Story) -> None:
    first, second = story.open(), story.open()
    story.act("task", first, title="a")
    story.act("task", second, title="b")
    assert story.refused("task_done", second, task=2) == NO_SUCH
    story.act("task_done", second, task=1)
    assert tasks(story, first)[0][-1] is None


@pytest.mark.parametrize("stage", ["proposed", "new"])
def test_a_case_is_not_resolved_while_a_task_is_open(story: Story, stage: str) -> None:
    number = story.opened(stage)
    end, given = ("resolve", TOLD) if stage == "proposed" else ("settle", {"remedies": APOLOGY, **MILD})
    story.act("task", number, title="Look")
    story.act("task", number, title="Look again")
    story.act("task_done", number, task=1)
    assert story.refused(end, number, **given) == ("tasks_open", "tasks")
    story.act("task_done", number, task=2)
    story.act(end, number, **given)
    assert story.state(number) == "resolved"


def test_an_enquiry_is_ended_whatever_is_still_to_do(story: Story) -> None:
    number = story.open(type="enquiry")
    story.act("task", number, title="Look")
    story.act("resolve", number)
    story.act("task_done", number, task=1)
    assert tasks(story, number)[0][-1] == "mark"


def test_after_the_close_something_may_still_be_to_do(story: Story) -> None:
    number = story.opened("closed")
    story.act("task", number, title="Send the invoice")
    story.act("task_done", number, task=1)
    assert story.state(number) == "closed"


@pytest.mark.parametrize("act", ["task", "task_done"])
def test_an_ended_case_has_nothing_more_to_do(story: Story, act: str) -> None:
    number = story.open()
    story.act("task", number, title="Look")
    story.act("withdraw", number, reason="They left.")
    fields = {"title": "a"} if act == "task" else {"task": 1}
    assert story.refused(act, number, **fields) == ("wrong_state", "state")


def test_what_was_for_one_colleague_may_be_done_by_another(story: Story) -> None:
    number = story.open()
    story.act("task", number, title="Look", to="rita")
    story.act("task_done", number, task=1, by="sam")
    assert tasks(story, number)[0][2:] == ("rita", "", "sam")
