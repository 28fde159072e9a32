"""Finding guests, their profiles, and what is restricted (domain.md 1, rows 13, 29, 31; trust.md, People)."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest

from desktop.domain.guest_file import GuestLook, ProfileChange
from desktop.domain.leaving import Leaving
from desktop.domain.people import Person
from desktop.errors import ChangedMeanwhileError, UserError
from desktop.models.archives import DATABASE
from desktop.services.desk import Desk
from tests.support.acts import CLOSING, MILD, Story
from tests.support.staffed import STAFF, contents

CHEN = {"name": "陈薇玲", "honorific": "ms", "phone": "+86 138-0013-8000", "email": "Chen@Example.com"}


def person(desk: Desk, login: str = "mark") -> Person:
    return desk.staff.person(login, "D1")


def guest(story: Story, **details: Any) -> int:
    guest_id = story.desk.reader.view(story.open(guest=details)).guest_id
    assert guest_id is not None
    return guest_id


def names(desk: Desk, words: str, **more: Any) -> list[str]:
    page = desk.guests.find(words, **more)
    assert page.total == len(page.rows)
    return [row.guest.name for row in page.rows]


def refusal_of(act: Any) -> tuple[str, str]:
    with pytest.raises(UserError) as refusal:
        act()
    return refusal.value.code, refusal.value.field


# Finding


@pytest.mark.parametrize(
    "words",
    [
        "陈薇玲", "陈", "薇玲", "玲", "陈女士", "chenweiling", "chen wei", "weiling chen", "CHEN", "ｃｈｅｎ", "cwl",
        "cw", "13800138000", "138 0013", "8000", "+86 138-0013-8000", "chen@example.com", "CHEN@EX",
    ],
)  # fmt: skip
def test_a_guest_is_found_by_name_pinyin_initials_phone_and_email(story: Story, words: str) -> None:
    guest(story, **CHEN)
    guest(story, name="Okafor", phone="+44 7700 900123", email="o@example.com")
    assert names(story.desk, words) == ["陈薇玲"]


@pytest.mark.parametrize(
    "words", ["zhao", "薇玲玲", "1380013999", "%", "_", "'; DROP TABLE guests; --", "\ud800", "cwlx"]
)
def test_what_is_nobodys_finds_nobody(story: Story, words: str) -> None:
    guest(story, **CHEN)
    assert names(story.desk, words) == []


def test_private_notes_are_neither_searched_nor_listed(story: Story) -> None:
    desk, mark = story.desk, person(story.desk)
    guest_id = guest(story, **CHEN)
    desk.guests.save_profile(guest_id, ProfileChange(private_notes="xylophone", preferences="zither"), 1, mark)
    for words in ("xylophone", "zither"):
        assert names(desk, words) == []
        assert desk.finder.find(words).total == 0
    assert "xylophone" not in repr(desk.guests.find("chen"))


def test_no_words_list_everybody_those_who_were_here_last_first(story: Story) -> None:
    for place, name in enumerate(("A One", "B Two", "C Three")):
        guest(story, name=name, phone=f"77009001{place}")
        story.wait(minutes=1)
    story.open(guest={"phone": "770090010"})
    page = story.desk.guests.find("", limit=2)
    assert ([row.guest.name for row in page.rows], page.total) == (["A One", "C Three"], 3)


def test_called_exactly_so_comes_first(story: Story) -> None:
    for name in ("Chen", "Chen Li", "Chenoweth"):
        guest(story, name=name)
    assert names(story.desk, "chen")[0] == "Chen"


def test_a_name_given_later_is_found_and_the_old_form_is_not(story: Story) -> None:
    desk = story.desk
    guest_id = guest(story, phone="13800138000")
    assert names(desk, "wanglei") == []
    story.open(guest={"phone": "13800138000", "name": "王磊"})
    assert names(desk, "wanglei") == ["王磊"]
    desk.guests.save_profile(guest_id, ProfileChange(name="李磊"), 1, person(desk))
    assert (names(desk, "wanglei"), names(desk, "lilei")) == ([], ["李磊"])


def test_recording_a_case_makes_no_keys(story: Story) -> None:
    guest(story, **CHEN)
    with closing(sqlite3.connect(story.desk.workspace.folder / DATABASE)) as database:
        assert database.execute("SELECT count(*) FROM guest_keys").fetchone() == (0,)
    assert story.desk.guests.keep_keys() == 1
    assert story.desk.guests.keep_keys() == 0


# Profiles


def test_a_profile_tells_cases_and_sums(story: Story) -> None:
    desk = story.desk
    for score in (2, 5):
        number = story.lead(story.open(guest=CHEN), "assessed")
        story.act("propose", number, remedies=[{"kind": "gift", "amount": "50.00"}])
        story.lead(number, "resolved", since="proposed")
        story.act("survey", number, overall=score)
        story.wait(hours=1)
    last = story.open(guest=CHEN, type="enquiry")
    profile = desk.guests.profile(desk.guests.find("chen").rows[0].guest.id, person(desk))
    sums = profile.sums
    assert (sums.complaints, sums.open, sums.compensation) == (2, 1, 10_000)
    assert (sums.last_satisfaction, sums.mean_satisfaction) == (5, 3.5)
    assert (profile.total, profile.cases[0].number) == (3, last)


def test_changes_are_kept_with_the_time_of_consent_and_stand_in_the_history(story: Story) -> None:
    desk, sam = story.desk, person(story.desk, "sam")
    guest_id = guest(story, **CHEN)
    change = ProfileChange(preferences="A quiet room", consent=True, vip=True, honorific="dr", private_notes="Sings.")
    assert desk.guests.save_profile(guest_id, change, 1, sam) == 2
    profile = desk.guests.profile(guest_id, sam)
    assert (profile.preferences, profile.consent, profile.consent_at) == ("A quiet room", True, desk.now())
    assert (profile.guest.vip, profile.guest.honorific, profile.private_notes) == (True, "dr", "Sings.")
    assert desk.guests.save_profile(guest_id, change, 1, sam) == 2, "nothing different, nothing changed"
    with closing(sqlite3.connect(desk.workspace.folder / DATABASE)) as database:
        ((act, by, changes),) = database.execute(
            'SELECT act, "by", changes FROM history ORDER BY id DESC LIMIT 1'
        ).fetchall()
    assert (act, by) == ("guest", "sam")
    assert "hash:" in changes
    assert "quiet" not in changes
    assert "Sings" not in changes
    assert desk.health.verify().ok


def test_two_who_change_one_profile_meet(story: Story) -> None:
    desk, sam = story.desk, person(story.desk, "sam")
    guest_id = guest(story, **CHEN)
    desk.guests.save_profile(guest_id, ProfileChange(preferences="A quiet room"), 1, sam)
    before = contents(desk.workspace.folder)
    with pytest.raises(ChangedMeanwhileError) as clash:
        desk.guests.save_profile(guest_id, ProfileChange(preferences="A loud room"), 1, sam)
    assert clash.value.code == "guest_changed_meanwhile"
    assert contents(desk.workspace.folder) == before


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        (ProfileChange(name="", phone="", email=" "), ("missing", "name")),
        (ProfileChange(preferences="A\0B"), ("bad_characters", "preferences")),
        (ProfileChange(preferences="房" * 30_000), ("too_long", "preferences")),
        (ProfileChange(name="x" * 1_001), ("too_long", "name")),
        (ProfileChange(private_notes="\ud800"), ("bad_characters", "private_notes")),
        (ProfileChange(preferences="Tea", consent=False), ("no_consent", "preferences")),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_field_and_changes_nothing(
    story: Story, change: ProfileChange, refused: tuple[str, str]
) -> None:
    desk = story.desk
    guest_id = guest(story, **CHEN)
    before = contents(desk.workspace.folder)
    assert refusal_of(lambda: desk.guests.save_profile(guest_id, change, 1, person(desk))) == refused
    assert contents(desk.workspace.folder) == before


def test_rights_of_profiles(desk: Desk) -> None:
    story = Story(desk)
    guest_id = guest(story, **CHEN)
    desk.guests.save_profile(guest_id, ProfileChange(private_notes="Sings."), 1, person(desk))
    changes = {
        "preferences": ProfileChange(preferences="Tea"),
        "private_notes": ProfileChange(private_notes="Hums."),
        "restricted": ProfileChange(restricted=True),
    }
    may = {
        "owner": {*changes},
        "mark": {*changes},
        "sam": {"preferences", "private_notes"},
        "rita": {"preferences"},
        "ana": set(),
    }
    for login in STAFF:
        me = person(desk, login)
        for name, change in changes.items():
            try:
                desk.guests.save_profile(guest_id, change, desk.guests.profile(guest_id, None).version, me)
                version = desk.guests.profile(guest_id, None).version
                back = ProfileChange(preferences="", private_notes="Sings.", restricted=False)
                desk.guests.save_profile(guest_id, back, version, person(desk))
            except UserError as refusal:
                assert refusal.code == "not_allowed"  # noqa: PT017 (with the name of it)
                assert name not in may[login]
            else:
                assert name in may[login]
    assert desk.guests.profile(guest_id, person(desk, "sam")).private_notes == "Sings."
    assert desk.guests.profile(guest_id, person(desk, "rita")).private_notes is None
    assert refusal_of(lambda: desk.guests.profile(guest_id, person(desk, "ana"))) == ("not_allowed", "by")
    assert refusal_of(lambda: desk.guests.find("c", reader=person(desk, "ana"))) == ("not_allowed", "by")
    assert refusal_of(lambda: desk.guests.profile(999, person(desk))) == ("no_such_guest", "guest")


# Who may not come back


def test_whoever_may_not_come_back_is_listed_with_the_reasons(story: Story) -> None:
    desk = story.desk
    for _ in range(2):
        story.open(guest=CHEN)
    guest(story, name="Okafor")
    (row,) = desk.guests.find("", look=GuestLook.LEAVING).rows
    assert (row.guest.name, [reason.kind for reason in row.leaving]) == (
        "陈薇玲",
        [Leaving.SEVERAL, Leaving.UNRESOLVED],
    )
    assert names(desk, "oka", look=GuestLook.LEAVING) == []
    assert names(desk, "", look=GuestLook.LEAVING, at=desk.now() + timedelta(days=400)) == []


def test_a_retention_task_is_given_done_and_taken_up_again(story: Story) -> None:
    desk, sam = story.desk, person(story.desk, "sam")
    guest_id, due = guest(story, **CHEN), desk.now() + timedelta(days=1)
    place = desk.guests.add_task(guest_id, "Call her", "RITA", due, sam)
    (task,) = desk.guests.profile(guest_id, sam).tasks
    assert (task.place, task.title, task.to, task.due, task.kind) == (place, "Call her", "Rita", due, "retention")
    desk.guests.finish_task(guest_id, place, person(desk, "rita"))
    (done,) = desk.guests.profile(guest_id, sam).tasks
    assert (done.is_done, done.done_by) == (True, "rita")
    assert refusal_of(lambda: desk.guests.finish_task(guest_id, place, sam)) == ("no_such_task", "task")
    desk.guests.reopen_task(guest_id, place, sam)
    assert not desk.guests.profile(guest_id, sam).tasks[0].is_done
    assert desk.health.verify().ok


@pytest.mark.parametrize(
    ("title", "to", "days", "refused"),
    [
        (" ", "sam", 1, ("missing", "title")),
        ("Call", "", 1, ("missing", "to")),
        ("Call", "nobody", 1, ("no_such_person", "to")),
        ("Call", "sam", -1, ("due_in_past", "due")),
        ("Call", "sam", 0, ("due_in_past", "due")),
        ("x" * 1_001, "sam", 1, ("too_long", "title")),
    ],
)
def test_a_task_for_nobody_or_in_the_past_is_refused(
    story: Story, title: str, to: str, days: int, refused: tuple[str, str]
) -> None:
    desk = story.desk
    guest_id, due = guest(story, **CHEN), desk.now() + timedelta(days=days)
    assert refusal_of(lambda: desk.guests.add_task(guest_id, title, to, due, person(desk))) == refused
    assert desk.guests.profile(guest_id, None).tasks == ()


def test_the_analyst_gives_no_tasks(story: Story) -> None:
    desk, ana = story.desk, person(story.desk, "ana")
    guest_id, due = guest(story, **CHEN), desk.now() + timedelta(days=1)
    place = desk.guests.add_task(guest_id, "Call", "sam", due, person(desk))
    for act in (
        lambda: desk.guests.add_task(guest_id, "Call", "sam", due, ana),
        lambda: desk.guests.finish_task(guest_id, place, ana),
        lambda: desk.guests.reopen_task(guest_id, place, ana),
    ):
        assert refusal_of(act) == ("not_allowed", "by")


# What is restricted


@pytest.fixture
def restricted(story: Story) -> tuple[int, str, str]:
    """A guest who was restricted after a first case: the guest, the open case, and the restricted one that followed."""
    desk = story.desk
    first = story.lead(story.open(guest=CHEN, text="The kettle whistles."), "resolved")
    story.act("close", first, **CLOSING, survey_not_asked="Left.")
    guest_id = desk.guests.find("chen").rows[0].guest.id
    desk.guests.save_profile(guest_id, ProfileChange(restricted=True), 1, person(desk))
    story.wait(minutes=1)
    return guest_id, first, story.open(guest=CHEN, text="An ocarina was heard.", room="8012", **MILD)


READERS = {"owner": True, "mark": True, "sam": False, "rita": False}


@pytest.mark.parametrize("login", READERS)
def test_a_restricted_case_is_read_by_those_who_lead_alone(
    story: Story, restricted: tuple[int, str, str], login: str
) -> None:
    desk, may = story.desk, READERS[login]
    me, (guest_id, first, number) = person(desk, login), restricted
    assert desk.finder.find("ocarina", reader=me).total == may
    assert desk.finder.find(number, reader=me).total == may
    assert desk.finder.find("8012", reader=me).total == may
    for read in (
        lambda: desk.reader.view(number, me),
        lambda: desk.reader.case_file(number, me),
        lambda: desk.reader.document(number, desk.now(), me),
        lambda: desk.guests.profile(guest_id, me),
    ):
        if may:
            read()
        else:
            assert refusal_of(read)[0] == "restricted"
    assert desk.reader.view(first, me).text == "The kettle whistles."
    (row,) = desk.queue.page(story.at, reader=me).rows
    assert (row.number, row.band, row.restricted) == (number, desk.reader.view(number).row.band, True)
    shown = (row.guest, row.room, row.summary, row.category)
    assert shown == (("陈薇玲", "8012", "An ocarina was heard.", "H03-1") if may else ("", "", "", None))
    assert row.next_due is not None
    assert bool(row.points) is may
    assert desk.queue.all_rows(story.at, reader=me) == (row,)
    documents, total = desk.reader.queue_documents(story.at, 10, me)
    assert ("陈薇玲" in str(documents), total) == (may, 1)


def test_the_desk_itself_reads_all(story: Story, restricted: tuple[int, str, str]) -> None:
    assert story.desk.finder.find("ocarina").total == 1
    assert story.desk.guests.profile(restricted[0], None).total == 2


def test_a_restricted_guest_is_somebody_new_to_those_who_may_not_read(
    story: Story, restricted: tuple[int, str, str]
) -> None:
    desk, rita = story.desk, person(story.desk, "rita")
    assert desk.guests.history_of(phone=CHEN["phone"], reader=rita) is None
    assert desk.guests.history_of_guest(restricted[0], reader=rita) is None
    assert desk.guests.suggest("陈", reader=rita) == ()
    assert desk.guests.find("chen", reader=rita).total == desk.guests.find("", reader=rita).total == 0
    again = guest(story, name="陈薇玲")
    assert desk.guests.doubles_of(again, reader=rita) == ()
    assert [double.guest.id for double in desk.guests.doubles_of(again)] == [restricted[0]]
    for act in (
        lambda: desk.guests.save_profile(restricted[0], ProfileChange(vip=True), 2, rita),
        lambda: desk.guests.merge(again, restricted[0], person(desk, "sam")),
    ):
        assert refusal_of(act) == ("restricted", "guest")


def test_the_restricted_cases_of_an_open_guest_are_left_out_of_history_and_sums(
    story: Story, restricted: tuple[int, str, str]
) -> None:
    desk, (guest_id, first, number) = story.desk, restricted
    desk.guests.save_profile(guest_id, ProfileChange(restricted=False), 2, person(desk))
    for login, numbers in (("mark", [number, first]), ("rita", [first])):
        profile = desk.guests.profile(guest_id, person(desk, login))
        assert ([case.number for case in profile.cases], profile.total) == (numbers, len(numbers))
        assert profile.sums.complaints == len(numbers)
        history = desk.guests.history_of(phone=CHEN["phone"], reader=person(desk, login))
        assert history is not None
        assert (history.total, len(history.cases)) == (len(numbers), len(numbers))
    (row,) = desk.guests.find("chen", reader=person(desk, "rita")).rows
    assert (row.cases, row.open) == (1, 0)


def test_the_search_counts_no_restricted_case(story: Story) -> None:
    desk = story.desk
    guest_id = guest(story, **CHEN)
    desk.guests.save_profile(guest_id, ProfileChange(restricted=True), 1, person(desk))
    for n in range(6):
        story.open(text=f"The bassoon {n}", guest=CHEN if n % 2 else {})
    for limit in (2, 50):
        found = desk.finder.find("bassoon", limit, reader=person(desk, "sam"))
        assert (len(found.rows), found.total) == (min(limit, 3), 3)
        assert desk.finder.find("bassoon", limit).total == 6


def test_the_export_of_those_who_may_not_read_leaves_restricted_cases_out(
    story: Story, restricted: tuple[int, str, str], tmp_path: Any
) -> None:
    desk, (_, first, number) = story.desk, restricted
    for kind in ("csv", "jsonl"):
        whole, part = tmp_path / f"whole.{kind}", tmp_path / f"part.{kind}"
        assert desk.exporting.export_file(whole, person(desk)) == 2
        assert desk.exporting.export_file(part, person(desk, "ana")) == 1
        assert "ocarina" in whole.read_text("utf-8")
        assert "ocarina" not in part.read_text("utf-8")
    assert (first in part.read_text("utf-8"), number in part.read_text("utf-8")) == (True, False)
