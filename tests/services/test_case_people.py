"""People on a case beside its owner, and delicate cases (domain.md 1; trust.md, People)."""

from typing import Any

import pytest

from desktop.domain.commands import AddNote, Restrict
from desktop.errors import UserError
from desktop.exchange.acts import ACTS
from tests.support.act_lines import WHOLE_ACTS
from tests.support.acts import RECIPES, Story


def members(story: Story, number: str) -> list[str]:
    found: list[str] = story.case(number)["members"]
    return found


def test_several_people_work_on_a_hard_case(story: Story) -> None:
    number = story.open()
    story.act("involve", number, login="sam")
    story.act("involve", number, login="RITA", by="sam")
    assert members(story, number) == ["rita", "sam"]
    story.act("release", number, login="sam", by="rita")
    assert members(story, number) == ["rita"]
    told = [(e["act"], c["before"], c["after"]) for e in story.case(number)["history"][1:] for c in e["changes"]]
    assert told == [("involve", None, "sam"), ("involve", None, "rita"), ("release", "sam", None)]


@pytest.mark.parametrize(
    ("act", "login", "expected"),
    [
        ("involve", "", ("missing", "login")),
        ("involve", "nobody", ("no_such_person", "login")),
        ("involve", "ana", ("cannot_own_cases", "login")),
        ("involve", "sam", ("already_involved", "login")),
        ("release", "", ("missing", "login")),
        ("release", "nobody", ("no_such_person", "login")),
        ("release", "rita", ("not_involved", "login")),
    ],
)
def test_who_is_involved_or_released_must_fit(story: Story, act: str, login: str, expected: tuple[str, str]) -> None:
    number = story.open()
    story.act("involve", number, login="sam")
    assert story.refused(act, number, login=login) == expected


def test_involving_makes_nobody_the_owner(story: Story) -> None:
    number = story.open()
    story.act("take", number, by="rita")
    story.act("involve", number, login="sam")
    assert story.case(number)["owner"] == "rita"


def restricted(story: Story, **fields: Any) -> str:
    number = story.open()
    story.act("restrict", number, restricted=True, reason="It is about a colleague.", **fields)
    return number


def test_a_delicate_case_is_restricted_and_open_again(story: Story) -> None:
    number = restricted(story)
    assert story.case(number)["restricted"] is True
    assert story.refused("restrict", number, restricted=True) == ("nothing_to_change", "restricted")
    story.act("restrict", number, restricted=False)
    assert story.case(number)["restricted"] is False
    told = [(e["act"], c["field"], c["after"]) for e in story.case(number)["history"][1:] for c in e["changes"]]
    assert told == [
        ("restrict", "reason", "It is about a colleague."),
        ("restrict", "restricted", True),
        ("restrict", "restricted", None),
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ("missing", "restricted")),
        ({"restricted": "yes"}, ("bad_value", "restricted")),
        ({"restricted": True, "reason": "\0"}, ("bad_characters", "reason")),
    ],
)
def test_restricting_says_whether(story: Story, fields: dict[str, Any], expected: tuple[str, str]) -> None:
    assert story.refused("restrict", story.open(), **fields) == expected


@pytest.mark.parametrize("act", sorted(set(RECIPES) - {"restrict"}))
@pytest.mark.parametrize("login", ["sam", "rita"])
def test_nobody_else_acts_on_a_restricted_case(story: Story, act: str, login: str) -> None:
    """Whoever may not read it can't change it either, in whatever state it is."""
    assert act in ACTS
    number = restricted(story)
    fields = {n: v for n, v in WHOLE_ACTS[act].items() if n not in ("act", "by", "case", "when", "reason", "due")}
    due = {"due": "2026-12-24 09:00"} if act in ("task", "promise") else {}
    code, field = story.refused(act, number, by=login, **fields, **due)
    assert (code, field) in {("restricted", "case"), ("not_allowed", "by"), ("not_for_role_at_band", "by")}


def test_those_who_lead_work_on_it_as_on_any_other(story: Story) -> None:
    number = restricted(story)
    for login in ("mark", "owner"):
        story.act("note", number, by=login, text="Handled with care.")
    assert len(story.case(number)["notes"]) == 2


def test_an_older_look_restricts_nothing(story: Story) -> None:
    number = story.open()
    mark = story.desk.staff.person("mark", "D1")
    story.desk.cases.perform(AddNote(number, "a"), mark)
    with pytest.raises(UserError) as refused:
        story.desk.cases.perform(Restrict(number, True, version=1), mark)
    assert (refused.value.code, refused.value.field) == ("changed_meanwhile", "version")
    assert story.case(number)["restricted"] is False
