"""Undo: the person's last act on a case is taken back while nothing has followed it."""

from datetime import timedelta
from typing import Any

import pytest

from desktop.domain.commands import AddNote, OnCase, Take
from desktop.errors import ChangedMeanwhileError, UserError
from desktop.exchange.acts import ACTS
from desktop.services.cases import BulkDone
from desktop.services.desk import Desk
from tests.support.acts import RECIPES, Story
from tests.support.sites import open_site

#: fields that tell of the acts themselves, which an undo never takes back
OWN = {"history"}
UNDONE = sorted(ACTS & set(RECIPES) - {"approve", "decline"})


def facts(story: Story, number: str) -> dict[str, Any]:
    return {name: value for name, value in story.case(number).items() if name not in OWN}


def at_the_window(story: Story) -> None:
    """From now on the desk's clock shows the story's time: undo belongs to the window and takes no time of its own."""
    story.desk.cases._now = lambda: story.at  # type: ignore[method-assign, assignment]


@pytest.mark.parametrize("act", UNDONE)
def test_every_act_is_taken_back_whole_and_the_history_tells_both(act: str, story: Story) -> None:
    where, given = RECIPES[act]
    given = {**given, "of": story.open(text="The first.")} if act == "duplicate" else given
    number = story.opened(where)
    before = facts(story, number)
    story.act(act, number, **given)
    assert facts(story, number) != before or act == "hand_over"
    at_the_window(story)
    story.desk.cases.undo(number, story.desk.staff.person(story.by, "D1"))
    assert facts(story, number) == before
    assert [entry["act"] for entry in story.case(number)["history"][-2:]] == [act, "undo"]
    assert story.desk.health.verify().ok


def test_a_note_taken_back_is_not_found_any_more(story: Story) -> None:
    number = story.open()
    story.act("note", number, text="A very peculiar zebra.")
    assert story.desk.finder.find("zebra").total == 1
    at_the_window(story)
    story.desk.cases.undo(number, story.desk.staff.person(story.by, "D1"))
    assert story.desk.finder.find("zebra").total == 0
    assert story.desk.health.verify().ok


def refusal(story: Story, number: str, login: str) -> UserError:
    with pytest.raises(UserError) as caught:
        story.desk.cases.undo(number, story.desk.staff.person(login, "D1"))
    return caught.value


def test_nobody_takes_back_what_somebody_else_did(story: Story) -> None:
    number = story.open()
    story.act("take", number)
    at_the_window(story)
    assert refusal(story, number, "sam").code == "nothing_to_undo"
    assert story.case(number)["owner"] == story.by


def test_what_something_followed_stays(story: Story) -> None:
    number = story.open()
    story.act("take", number)
    story.act("note", number, by="sam", text="Seen.")
    at_the_window(story)
    assert refusal(story, number, story.by).code == "nothing_to_undo"


def test_what_another_process_changed_meanwhile_stays(story: Story) -> None:
    number = story.open()
    story.act("take", number)
    beside = open_site(story.desk.workspace.folder, lambda: story.at)
    beside.cases.perform(AddNote(number, "Seen."), beside.staff.person("sam", "D1"))
    beside.close()
    at_the_window(story)
    assert isinstance(refusal(story, number, story.by), ChangedMeanwhileError)
    assert len(story.case(number)["notes"]) == 1


def test_after_ten_minutes_it_stays(story: Story) -> None:
    number = story.open()
    story.act("take", number)
    story.wait(minutes=10)
    at_the_window(story)
    story.wait(seconds=1)
    assert refusal(story, number, story.by).code == "undo_too_late"
    story.wait(seconds=-1)
    story.desk.cases.undo(number, story.desk.staff.person(story.by, "D1"))
    assert story.case(number)["owner"] is None


def test_an_undo_is_not_undone(story: Story) -> None:
    number = story.open()
    story.act("take", number)
    at_the_window(story)
    story.desk.cases.undo(number, story.desk.staff.person(story.by, "D1"))
    assert refusal(story, number, story.by).code == "nothing_to_undo"


def bulk(story: Story, commands: list[OnCase], login: str = "") -> BulkDone:
    at_the_window(story)
    return story.desk.cases.perform_each(commands, story.desk.staff.person(login or story.by, "D1"))


def test_acts_on_several_cases_meet_the_guards_one_by_one_and_are_undone_at_once(story: Story) -> None:
    good, other = story.open(), story.open()
    ended = story.opened("new")
    story.act("withdraw", ended, reason="They left.")
    result = bulk(story, [Take(good), Take(ended), Take("HH-D1-20200101-0001"), Take(other)])
    assert [done.number for done in result.done] == [good, other]
    assert [(refused.number, refused.error.code) for refused in result.refused] == [
        (ended, "wrong_state"),
        ("HH-D1-20200101-0001", "no_such_case"),
    ]
    undone = story.desk.cases.undo_each([good, other], story.desk.staff.person(story.by, "D1"))
    assert len(undone.done) == 2
    assert [story.case(number)["owner"] for number in (good, other)] == [None, None]


def test_the_clock_of_acts_goes_on_after_an_undo(story: Story, desk: Desk) -> None:
    number = story.open()
    story.wait(minutes=3)
    story.act("take", number)
    at_the_window(story)
    desk.cases.undo(number, desk.staff.person(story.by, "D1"))
    story.at -= timedelta(minutes=2)
    assert story.refused("take", number) == ("runs_backwards", "at")
