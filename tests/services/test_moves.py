"""Acts on an open case: acknowledge, contact, take, hand over, investigate, note, confirm facts (domain.md 3)."""

from datetime import timedelta
from typing import Any

import pytest

from desktop.domain.commands import AddNote, Take
from desktop.domain.kinds import State
from desktop.errors import ChangedMeanwhileError
from desktop.services.desk import Desk
from tests.support.acts import MILD, Story
from tests.support.staffed import contents


def entry(story: Story, number: str) -> dict[str, Any]:
    """The newest entry of the history: the act, who, and field → (before, after)."""
    newest = story.case(number)["history"][-1]
    changes = {change["field"]: (change["before"], change["after"]) for change in newest["changes"]}
    return {"act": newest["act"], "by": newest["by"], "at": newest["at"], **changes}


def test_an_acknowledgement_is_the_first_response(story: Story) -> None:
    number = story.open()
    story.wait(minutes=20)
    story.act("acknowledge", number, by="rita", medium="phone", when=story.text(story.at - timedelta(minutes=15)))
    case = story.case(number)
    assert case["state"] == "acknowledged"
    assert case["acknowledged_at"] == case["first_response_at"] == story.local(story.at - timedelta(minutes=15))
    assert case["next_due"] == case["resolve_due"]
    assert entry(story, number)["first_response_medium"] == (None, "phone")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ("missing", "medium")),
        ({"medium": "phone", "when": "2026-11-19 21:41:59", "reason": "a"}, ("before_received", "when")),
        ({"medium": "phone", "when": "2026-11-19 22:12:01"}, ("in_future", "when")),
        ({"medium": "phone", "when": "2026-11-19 21:56:59", "by": "rita"}, ("needs_manager", "when")),
        ({"medium": "phone", "when": "2026-11-19 21:56:59"}, ("reason_missing", "reason")),
        ({"medium": "phone", "when": "2026-11-19 21:56:59", "reason": "\u200b"}, ("reason_missing", "reason")),
    ],
)
def test_an_acknowledgement_needs_a_medium_and_a_believable_time(
    story: Story, fields: dict[str, Any], expected: tuple[str, str]
) -> None:
    number = story.open()
    story.wait(minutes=30)
    assert story.refused("acknowledge", number, **fields) == expected


def test_only_a_new_case_is_acknowledged(story: Story) -> None:
    number = story.opened("acknowledged")
    assert story.refused("acknowledge", number, medium="phone") == ("wrong_state", "state")


def test_a_contact_that_reached_the_guest_acknowledges_a_new_case(story: Story) -> None:
    number = story.open()
    story.wait(minutes=10)
    when = story.text(story.at - timedelta(minutes=5))
    story.act("contact", number, by="rita", text="Rang back.", medium="phone", when=when, **{"with": "Ms Chen"})
    case = story.case(number)
    assert case["state"] == "acknowledged"
    assert case["first_response_at"] == case["acknowledged_at"] == story.local(story.at - timedelta(minutes=5))
    (contact,) = case["contacts"]
    assert contact == {
        "at": story.local(story.at - timedelta(minutes=5)),
        "by": "rita",
        "medium": "phone",
        "with": "Ms Chen",
        "text": "Rang back.",
        "reached": True,
    }


def test_an_attempt_that_did_not_reach_the_guest_is_no_response(story: Story) -> None:
    number = story.open()
    story.act("contact", number, text="No answer.", medium="phone", reached=False)
    case = story.case(number)
    assert (case["state"], case["first_response_at"]) == ("new", None)
    assert case["contacts"][0]["reached"] is False


def test_a_later_contact_leaves_the_first_response_as_it_was(story: Story) -> None:
    number = story.opened("acknowledged")
    first = story.case(number)["first_response_at"]
    story.wait(minutes=5)
    story.act("contact", number, text="Again.")
    assert (story.case(number)["first_response_at"], story.state(number)) == (first, "acknowledged")


@pytest.mark.parametrize("end", ["withdraw", "not_complaint"])
def test_an_ended_case_takes_notes_but_no_contacts(story: Story, end: str) -> None:
    number = story.open()
    story.act(end, number, reason="So it was.")
    assert story.refused("contact", number, text="Rang.") == ("wrong_state", "state")
    story.act("note", number, text="They rang again.")
    assert story.case(number)["notes"][0]["text"] == "They rang again."


@pytest.mark.parametrize("state", ["new", "proposed", "resolved", "closed"])
def test_a_note_changes_nothing_else(story: Story, state: str) -> None:
    number = story.opened(state)
    before = story.case(number)
    story.wait(minutes=1)
    story.act("note", number, by="rita", text="<b>waits</b> in the lobby")
    after = story.case(number)
    assert after["notes"] == [{"at": story.local(story.at), "by": "rita", "text": "<b>waits</b> in the lobby"}]
    unchanged = set(before) - {"notes", "history"}
    assert {name: after[name] for name in unchanged} == {name: before[name] for name in unchanged}
    assert entry(story, number)["note"] == (None, "<b>waits</b> in the lobby")


@pytest.mark.parametrize("act", ["note", "contact", "confirm_facts"])
@pytest.mark.parametrize(
    ("text", "code"),
    [("", "missing"), (" \u3000", "missing"), ("a\0", "bad_characters"), ("x" * (64 * 1024 + 1), "too_long")],
)
def test_a_text_must_say_something_and_be_storable(story: Story, act: str, text: str, code: str) -> None:
    assert story.refused(act, story.open(), text=text) == (code, "text")


def test_confirmed_facts_bear_their_person_and_time(story: Story) -> None:
    number = story.open()
    story.wait(minutes=3)
    story.act("confirm_facts", number, by="sam", text="The valve leaks.")
    case = story.case(number)
    assert (case["facts"], case["facts_confirmed_by"], case["facts_confirmed_at"]) == (
        "The valve leaks.",
        "sam",
        story.local(story.at),
    )
    assert case["state"] == "new"


def test_opening_leaves_a_case_without_owner_and_the_taker_becomes_it(story: Story) -> None:
    number = story.open(by="rita")
    assert story.case(number)["owner"] is None
    for login in ("rita", "sam", "owner", "sam"):
        story.act("take", number, by=login)
        assert story.case(number)["owner"] == login
    assert story.case(number)["handed_over"] is False


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ("missing", "to")),
        ({"to": "nobody"}, ("no_such_person", "to")),
        ({"to": "\ud800"}, ("bad_characters", "to")),
        ({"to": "ana"}, ("cannot_own_cases", "to")),
        ({"department": "x" * 1_001}, ("too_long", "department")),
        ({"department": " "}, ("missing", "to")),
        ({"to": "sam", "department": "\0"}, ("bad_characters", "department")),
    ],
)
def test_handing_over_needs_someone_who_handles_cases(
    story: Story, fields: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert story.refused("hand_over", story.open(), **fields) == expected


def test_a_case_is_handed_to_a_colleague_by_login_in_any_case(story: Story) -> None:
    number = story.open()
    story.act("hand_over", number, by="rita", to="SAM")
    case = story.case(number)
    assert (case["owner"], case["department"], case["handed_over"]) == ("sam", "", True)


def test_a_department_alone_leaves_the_owner(story: Story) -> None:
    number = story.open()
    story.act("take", number, by="rita")
    story.act("hand_over", number, by="rita", department="工程部")
    assert (story.case(number)["owner"], story.case(number)["department"]) == ("rita", "工程部")


def test_investigating_begins_once_it_is_assessed(story: Story) -> None:
    number = story.opened("assessed")
    story.act("investigate", number)
    assert story.state(number) == "investigating"
    assert story.refused("investigate", number) == ("wrong_state", "state")
    assert story.refused("investigate", story.opened("acknowledged")) == ("wrong_state", "state")


def test_the_acts_on_one_case_do_not_run_backwards(story: Story) -> None:
    number = story.open()
    story.wait(minutes=5)
    story.act("note", number, text="a")
    story.wait(seconds=-1)
    assert story.refused("take", number) == ("runs_backwards", "at")
    story.wait(seconds=1)
    story.act("take", number)


def test_a_clock_that_went_back_does_not_stop_the_desk(desk: Desk) -> None:
    """Live acts bear no time: they are put after the last one."""
    story = Story(desk)
    number = story.open()
    story.wait(hours=1)
    story.act("note", number, text="a")
    desk.cases.perform(Take(number), desk.staff.person("sam", "D1"))
    history = story.case(number)["history"]
    assert history[-1]["at"] == history[-2]["at"] == story.local(story.at)


def test_no_act_finds_a_case_that_is_not_there(story: Story) -> None:
    for number in ("HH-D1-20261119-0001", "1", "x" * 100_000, "'; --", "\u202e"):
        assert story.refused("take", number) == ("no_such_case", "case")
    for number in ("\ud800", "a\0b"):
        assert story.refused("take", number) == ("bad_characters", "case")


def test_two_people_on_one_case_meet_a_clear_word(desk: Desk) -> None:
    story = Story(desk)
    number = story.open()
    seen = desk.reader.view(number).row.version
    rita, sam = (desk.staff.person(login, "D1") for login in ("rita", "sam"))
    desk.cases.perform(Take(number, version=seen), rita, story.at)
    before = contents(desk.workspace.folder)
    with pytest.raises(ChangedMeanwhileError) as refusal:
        desk.cases.perform(AddNote(number, "late", version=seen), sam, story.at)
    assert (refusal.value.code, refusal.value.field) == ("changed_meanwhile", "version")
    told = refusal.value.params
    assert (told["number"], told["version"], told["expected"]) == (number, seen + 1, seen)
    assert contents(desk.workspace.folder) == before
    desk.cases.perform(AddNote(number, "now", version=seen + 1), sam, story.at)


ACTS_AND_STATES: dict[str, tuple[dict[str, Any], str]] = {
    "acknowledge": ({"medium": "phone"}, "new"),
    "assess": (MILD, "acknowledged assessed investigating proposed"),
    "investigate": ({}, "assessed"),
    "propose": ({"remedies": [{"kind": "gift"}]}, "assessed investigating proposed"),
    "resolve": ({"told_by": "phone", "answer": "accepted"}, "proposed"),
    "settle": ({"remedies": [{"kind": "gift"}], **MILD}, "new acknowledged assessed investigating"),
    "survey": ({}, "resolved closed"),
    "take": ({}, "new acknowledged assessed investigating proposed"),
    "hand_over": ({"to": "sam"}, "new acknowledged assessed investigating proposed"),
    "override": ({"band": "P1", "reason": "a"}, "new acknowledged assessed investigating proposed"),
    "withdraw": ({"reason": "a"}, "new acknowledged assessed investigating proposed"),
    "not_complaint": ({"reason": "a"}, "new acknowledged assessed investigating proposed"),
    "confirm_facts": ({"text": "a"}, "new acknowledged assessed investigating proposed"),
    "reopen": ({"reason": "a"}, "resolved closed"),
}


@pytest.mark.parametrize(
    "state", ["new", "acknowledged", "assessed", "investigating", "proposed", "resolved", "closed"]
)
def test_an_act_outside_its_states_is_refused_and_changes_nothing(story: Story, state: str) -> None:
    number = story.opened(state)
    for act, (fields, states) in ACTS_AND_STATES.items():
        if state not in states.split():
            assert story.refused(act, number, **fields) == ("wrong_state", "state"), act


@pytest.mark.parametrize("state", [State.WITHDRAWN, State.NOT_COMPLAINT, State.DUPLICATE])
def test_nothing_moves_an_ended_case(story: Story, state: State) -> None:
    number, original = story.open(), story.open()
    ends: dict[State, tuple[str, dict[str, str]]] = {
        State.WITHDRAWN: ("withdraw", {"reason": "a"}),
        State.NOT_COMPLAINT: ("not_complaint", {"reason": "a"}),
        State.DUPLICATE: ("duplicate", {"of": original}),
    }
    story.act(ends[state][0], number, **ends[state][1])
    for act, (fields, _) in ACTS_AND_STATES.items():
        assert story.refused(act, number, **fields) == ("wrong_state", "state"), act
