"""Doubles, merging and taking apart (domain.md 1, row 29)."""

import sqlite3
from contextlib import closing
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.guest_file import GuestLook, Likeness, ProfileChange
from desktop.domain.people import Person
from desktop.errors import UserError
from desktop.models.archives import DATABASE
from desktop.services.desk import Desk
from tests.support.acts import Story
from tests.support.staffed import STAFF


def person(desk: Desk, login: str = "sam") -> Person:
    return desk.staff.person(login, "D1")


def guest(story: Story, **details: Any) -> int:
    """A new guest, known by a case; returns the record's id."""
    number = story.open(guest=details)
    guest_id = story.desk.reader.view(number).guest_id
    assert guest_id is not None
    return guest_id


def doubles(desk: Desk, guest_id: int) -> dict[str, tuple[Likeness, ...]]:
    return {double.guest.name: double.why for double in desk.guests.doubles_of(guest_id)}


def stored_guests(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    """What a merge touches, without versions."""
    columns = (
        "id, name, name_key, honorific, phone, phone_key, email, email_key, language, vip, vulnerable, preferences, "
        "private_notes, consent, consent_at, restricted, merged_into_id"
    )
    with closing(sqlite3.connect(desk.workspace.folder / DATABASE)) as database:
        return {
            "guests": database.execute(f"SELECT {columns} FROM guests ORDER BY id").fetchall(),
            "cases": database.execute("SELECT id, guest_id, version FROM cases ORDER BY id").fetchall(),
            "tasks": database.execute("SELECT id, guest_id, place, title, done_at FROM tasks ORDER BY id").fetchall(),
        }


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("王磊", "王磊", Likeness.NAME),
        ("王磊", "Wang Lei", Likeness.SOUND),
        ("王磊", "Lei WANG", Likeness.SOUND),
        ("单小明", "Shan Xiaoming", Likeness.SOUND),
        ("单小明", "Dan Xiao Ming", Likeness.SOUND),  # whoever took the name down may not have known
        ("尉迟恭", "Gong Yuchi", Likeness.SOUND),
        ("吕布", "Lyu Bu", Likeness.SOUND),
        ("Žižek Slavoj", "Slavoj Zizek", Likeness.SOUND),
        ("Jörg Müller", "Joerg Mueller", Likeness.SOUND),
        ("John Smith", "J. Smith", Likeness.INITIALS),
        ("王小明", "Wang X M", Likeness.INITIALS),
        ("김민수", "김민수", Likeness.NAME),
    ],
)
def test_names_that_are_or_sound_the_same_suggest_each_other(story: Story, one: str, other: str, why: Likeness) -> None:
    first, second = guest(story, name=one), guest(story, name=other)
    assert why in {reason for found in story.desk.guests.doubles_of(first) for reason in found.why}
    assert why in {reason for found in story.desk.guests.doubles_of(second) for reason in found.why}


@pytest.mark.parametrize(("one", "other"), [("陈女士", "陈先生"), ("Chen", "Chen"), ("王磊", "王雪"), ("", "")])
def test_a_surname_alone_suggests_nobody(story: Story, one: str, other: str) -> None:
    first = guest(story, name=one, email="a@example.com")
    guest(story, name=other, email="b@example.com")
    assert doubles(story.desk, first) == {}


def test_the_same_phone_or_email_is_the_surest_sign(story: Story) -> None:
    first = guest(story, name="Wang Lei", phone="13800138000")
    second = guest(story, name="Li Na", email="li@example.com")
    guest(story, name="Lei Wang")
    story.open(guest={"phone": "13800138000", "email": "li@example.com"})  # goes to the first and shows they are one
    found = story.desk.guests.doubles_of(first)
    assert (found[0].guest.id, found[0].why) == (second, (Likeness.EMAIL,))
    assert found[1].why == (Likeness.SOUND,)


def test_said_to_be_two_guests_they_are_not_suggested_again_until_that_is_unsaid(story: Story) -> None:
    desk = story.desk
    first, second = guest(story, name="王磊"), guest(story, name="Wang Lei")
    desk.guests.say_apart(first, second, person(desk))
    assert (doubles(desk, first), doubles(desk, second)) == ({}, {})
    assert desk.guests.doubles().total == 0
    desk.guests.save_profile(first, ProfileChange(name="王 磊"), 1, person(desk))
    assert doubles(desk, first) == {}, "what was said outlives another spelling"
    desk.guests.unsay_apart(second, first, person(desk))
    assert set(doubles(desk, first)) == {"Wang Lei"}


def test_the_list_of_possible_doubles_holds_both_and_can_be_searched(story: Story) -> None:
    for name in ("王磊", "Wang Lei", "Zhao Min", "J. Smith", "John Smith"):
        guest(story, name=name)
    find = story.desk.guests.find
    listed = find(look=GuestLook.DOUBLES)
    assert ({row.guest.name for row in listed.rows}, listed.total) == (
        {"王磊", "Wang Lei", "J. Smith", "John Smith"},
        4,
    )
    assert {row.guest.name for row in find("wang", look=GuestLook.DOUBLES).rows} == {"王磊", "Wang Lei"}


def test_a_merge_moves_cases_and_tasks_and_fills_what_is_missing(story: Story) -> None:
    desk = story.desk
    kept = guest(story, name="王磊", phone="13800138000")
    merged = guest(story, name="Wang Lei", email="wang@example.com", vip=True)
    desk.guests.add_task(merged, "Call her", "sam", story.wait(hours=0).replace(year=2027), person(desk))
    desk.guests.merge(kept, merged, person(desk))
    profile = desk.guests.profile(merged, person(desk))
    guest_ = profile.guest
    assert (guest_.id, guest_.name, guest_.phone) == (kept, "王磊", "13800138000")
    assert (guest_.email, guest_.vip, profile.total, len(profile.tasks)) == ("wang@example.com", True, 2, 1)
    assert [record.guest.name for record in profile.merged] == ["Wang Lei"]
    found = desk.guests.find("wang@example.com")
    assert ([row.guest.id for row in found.rows], found.total) == ([kept], 1)
    assert guest(story, phone="13800138000") == kept
    assert guest(story, email="wang@example.com") == kept


def test_a_merged_record_is_found_under_the_kept_one_everywhere(story: Story) -> None:
    desk = story.desk
    kept, merged = guest(story, name="王磊", phone="1380013"), guest(story, name="Slavoj", phone="7700900")
    desk.guests.merge(kept, merged, person(desk))
    assert [row.guest.id for row in desk.guests.find("slavoj").rows] == [kept]
    assert [row.guest.id for row in desk.guests.find("7700900").rows] == [kept]
    history = desk.guests.history_of(phone="7700900")
    assert history is not None
    assert (history.guest.id, history.total) == (kept, 2)
    assert guest(story, phone="7700900") == kept
    assert desk.finder.find("7700900").total == 3
    assert desk.guests.suggest("slavoj") == ()
    assert desk.guests.find("").total == 1


details = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(["王磊", "Wang Lei", "J. Smith", "张伟"]),
        "phone": st.sampled_from(["13800138000", "7700900", ""]),
        "email": st.sampled_from(["a@example.com", ""]),
        "vip": st.booleans(),
        "honorific": st.sampled_from(["ms", ""]),
    },
)
profiles = st.builds(
    ProfileChange,
    preferences=st.sampled_from([None, "A quiet room", "No feathers"]),
    private_notes=st.sampled_from([None, "Was rude.", "Lost a case."]),
    consent=st.sampled_from([None, True]),
    vulnerable=st.sampled_from([None, True]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=25)
@given(st.lists(st.tuples(details, profiles), min_size=3, max_size=3), st.permutations(range(3)))
def test_undoing_merges_restores_everything_exactly(
    desk: Desk, guests: list[tuple[dict[str, Any], ProfileChange]], order: list[int]
) -> None:
    story, sam = Story(desk), person(desk)
    ids = []
    for n, (told, change) in enumerate(guests):
        guest_id = guest(story, **{"name": f"Guest {n}", **told})
        profile = desk.guests.profile(guest_id, sam)
        desk.guests.save_profile(guest_id, change, profile.version, sam)
        desk.guests.add_task(guest_id, f"Task {n}", "sam", story.at.replace(year=2030), sam)
        ids.append(guest_id)
    ids = list(dict.fromkeys(ids[place] for place in order))  # some of them turned out to be one guest
    before = stored_guests(desk)
    merges = [desk.guests.merge(kept, merged, sam) for merged, kept in pairwise(ids)]
    for merge in reversed(merges):
        desk.guests.undo_merge(merge, sam)
    assert stored_guests(desk) == before


def test_what_came_after_a_merge_stays_when_it_is_taken_apart(story: Story) -> None:
    desk, sam = story.desk, person(story.desk)
    kept, merged = guest(story, name="王磊"), guest(story, name="Wang Lei", phone="7700900", email="w@example.com")
    merge = desk.guests.merge(kept, merged, sam)
    version = desk.guests.profile(kept, sam).version
    desk.guests.save_profile(kept, ProfileChange(phone="13800138000"), version, sam)
    desk.guests.undo_merge(merge, sam)
    one, other = desk.guests.profile(kept, sam).guest, desk.guests.profile(merged, sam).guest
    assert (one.phone, one.email) == ("13800138000", "")
    assert (other.phone, other.email) == ("7700900", "w@example.com")


def test_merges_are_taken_apart_the_last_one_first(story: Story) -> None:
    desk, sam = story.desk, person(story.desk)
    a, b, c = (guest(story, name=name) for name in ("A B", "C D", "E F"))
    first, second = desk.guests.merge(b, a, sam), desk.guests.merge(c, b, sam)
    assert desk.guests.profile(a, sam).guest.id == c
    with pytest.raises(UserError) as refusal:
        desk.guests.undo_merge(first, sam)
    assert refusal.value.code == "merged_again"
    desk.guests.undo_merge(second, sam)
    desk.guests.undo_merge(first, sam)
    assert [desk.guests.profile(id_, sam).guest.id for id_ in (a, b, c)] == [a, b, c]
    with pytest.raises(UserError) as refusal:
        desk.guests.undo_merge(first, sam)
    assert refusal.value.code == "no_such_merge"


@pytest.mark.parametrize("login", STAFF)
def test_merging_belongs_to_those_who_decide(desk: Desk, login: str) -> None:
    story = Story(desk)
    kept, merged = guest(story, name="王磊"), guest(story, name="Wang Lei")
    me = person(desk, login)
    if login in ("rita", "ana"):
        for act in (
            lambda: desk.guests.merge(kept, merged, me),
            lambda: desk.guests.say_apart(kept, merged, me),
            lambda: desk.guests.unsay_apart(kept, merged, me),
        ):
            with pytest.raises(UserError) as refusal:
                act()
            assert (refusal.value.code, refusal.value.field) == ("not_allowed", "by")
        return
    desk.guests.undo_merge(desk.guests.merge(kept, merged, me), me)


def test_a_record_that_was_merged_meanwhile_is_not_merged_again(story: Story) -> None:
    desk, sam = story.desk, person(story.desk)
    a, b, c = (guest(story, name=name) for name in ("A B", "C D", "E F"))
    desk.guests.merge(a, b, sam)
    for kept, merged, code in ((c, b, "guest_changed_meanwhile"), (a, a, "same_guest"), (a, 999, "no_such_guest")):
        with pytest.raises(UserError) as refusal:
            desk.guests.merge(kept, merged, sam)
        assert refusal.value.code == code


def test_the_history_stays_whole_through_merges_and_profiles(story: Story) -> None:
    desk, sam = story.desk, person(story.desk)
    a, b = guest(story, name="王磊"), guest(story, name="Wang Lei")
    desk.guests.save_profile(a, ProfileChange(preferences="A quiet room"), 1, sam)
    desk.guests.undo_merge(desk.guests.merge(a, b, sam), sam)
    assert desk.health.verify().ok
