"""Past cases that ended well and what to offer, on real desks (domain.md 1, row 30; trust.md, People)."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

import pytest

from desktop.domain.kinds import Property, RemedyKind
from desktop.domain.past_help import PastHelp, RemedyIdea
from desktop.domain.people import Person
from desktop.models.archives import DATABASE
from desktop.services.desk import Desk
from desktop.services.past_help import LOOKED_AT, PastHelpService
from tests.support.acts import MILD, Story
from tests.support.staffed import DeskMaker, contents

MOVE = [{"kind": "room_move"}]
BREAKFAST = [{"kind": "voucher", "amount": "196.00", "note": "Breakfast for two"}]


def person(desk: Desk, login: str = "rita") -> Person:
    return desk.staff.person(login, "D1")


def service(story: Story) -> PastHelpService:
    return PastHelpService(story.desk.workspace.database)


def helped(
    story: Story, text: str, category: str = "H01-1", *, score: int | None = None, by: str = "", **fields: Any
) -> str:
    """A case that was settled on the spot, with an answer to the survey where there is a score."""
    remedies = fields.pop("remedies", MOVE)
    number = story.open(text=text, by=by, **fields)
    story.act("settle", number, remedies=remedies, by=by, **{**MILD, "category": category})
    if score is not None:
        story.act("survey", number, overall=score)
    story.wait(minutes=1)
    return number


def shown(story: Story, category: str = "H01-1", text: str = "", limit: int = 3, login: str = "rita") -> list[str]:
    return [case.number for case in service(story).cases(person(story.desk, login), category, text, limit)]


def offered(story: Story, category: str = "H01-1", limit: int = 6, login: str = "rita") -> list[tuple[Any, ...]]:
    ideas = service(story).ideas(person(story.desk, login), category, limit)
    return [(idea.kind.value, idea.note, idea.amount, idea.times) for idea in ideas]


def changed(story: Story, statement: str, *values: object) -> None:
    """Changes what is stored behind the desk's back, as an import of an odd file might have stored it."""
    with closing(sqlite3.connect(story.desk.workspace.folder / DATABASE)) as database, database:
        assert database.execute(statement, values).rowcount


# Which cases are shown


def test_a_case_that_ended_well_is_shown_with_what_was_given(story: Story) -> None:
    remedies = [*MOVE, *BREAKFAST, {"kind": "statutory_sum", "amount": "500.00", "law_card": "cpl-55"}]
    number = helped(story, "The air-conditioner drips.", score=5, remedies=remedies)
    received = datetime.fromisoformat(story.case(number)["received_at"]).astimezone(UTC)
    given = ((RemedyKind.ROOM_MOVE, ""), (RemedyKind.VOUCHER, "Breakfast for two"), (RemedyKind.STATUTORY_SUM, ""))
    assert service(story).cases(person(story.desk), "H01-1") == (
        PastHelp(number, "The air-conditioner drips.", received, given, 5),
    )


def test_open_cases_and_those_that_did_not_end_well_are_no_examples(story: Story) -> None:
    well = helped(story, "It drips.")
    closed = story.lead(helped(story, "It drips."), "closed", since="resolved")
    for state in ("new", "assessed", "proposed"):
        story.opened(state, category="H01-1")
    rejected = story.opened("proposed", category="H01-1")
    story.act("resolve", rejected, told_by="phone", answer="rejected")
    helped(story, "It drips.", score=3)
    reopened = helped(story, "It drips.", score=5)
    story.act("reopen", reopened, reason="It drips again.")
    for end, fields in (
        ("withdraw", {"reason": "Gone."}),
        ("not_complaint", {"reason": "Fun."}),
        ("duplicate", {"of": well}),
    ):
        ended = helped(story, "It drips.")
        story.act("reopen", ended, reason="Not over.")
        story.act(end, ended, **fields)
    assert shown(story, limit=20) == [closed, well]


def test_a_case_that_came_back_counts_once_it_ended_well_again_and_the_old_score_does_not(story: Story) -> None:
    number = helped(story, "It drips.", score=1)
    story.act("reopen", number, reason="It drips again.")
    assert shown(story) == []
    story.wait(minutes=5)
    story.act("settle", number, remedies=BREAKFAST)
    assert [(case.number, case.satisfaction) for case in service(story).cases(person(story.desk), "H01-1")] == [
        (number, None)
    ]
    story.wait(minutes=5)
    story.act("survey", number, overall=2)
    assert shown(story) == []


def test_suggestions_and_compliments_are_no_examples(story: Story) -> None:
    helped(story, "More pillows, please.")
    changed(story, "UPDATE cases SET type = 'suggestion'")
    assert shown(story) == []


@pytest.mark.parametrize("login", ["rita", "sam", "mark", "owner"])
def test_nobody_s_delicate_case_is_an_example_whoever_reads(story: Story, login: str) -> None:
    number = helped(story, "It drips.", remedies=BREAKFAST)
    assert shown(story, login=login) == [number]
    story.act("restrict", number, restricted=True, reason="A delicate matter.")
    assert shown(story, login=login) == []
    assert BREAKFAST[0]["note"] not in {note for _, note, _, _ in offered(story, login=login)}


@pytest.mark.parametrize("merged", [False, True])
def test_the_cases_of_a_restricted_guest_are_no_examples_either(story: Story, merged: bool) -> None:
    number = helped(story, "It drips.", guest={"name": "Tan Wei Ling", "phone": "+44 7700 900123"}, remedies=BREAKFAST)
    guest_id = story.desk.reader.view(number).guest_id
    assert guest_id is not None
    assert shown(story) == [number]
    other = helped(story, "A bill.", "H05-1", guest={"name": "Okafor", "phone": "+44 7700 900555"})
    kept_id = story.desk.reader.view(other).guest_id
    changed(story, "UPDATE guests SET restricted = 1 WHERE id = ?", kept_id if merged else guest_id)
    if merged:
        assert shown(story) == [number]
        changed(story, "UPDATE guests SET merged_into_id = ? WHERE id = ?", kept_id, guest_id)
    assert shown(story) == []
    assert BREAKFAST[0]["note"] not in {note for _, note, _, _ in offered(story)}


def test_who_may_not_read_cases_is_shown_nothing(story: Story) -> None:
    helped(story, "It drips.")
    assert shown(story, login="ana") == []
    assert offered(story, login="ana") == []


def test_where_nobody_signs_in_everything_is_shown(story: Story) -> None:
    number = helped(story, "It drips.")
    assert [case.number for case in service(story).cases(None, "H01-1")] == [number]
    assert service(story).ideas(None, "H01-1")[0].times == 1


def test_the_receptionist_sees_what_helped_at_another_desk(story: Story) -> None:
    number = helped(story, "It drips.", by="mark")
    changed(story, "UPDATE cases SET desk = 'D2'")
    assert shown(story) == [number]


def test_the_earlier_guest_is_not_named(story: Story) -> None:
    helped(
        story,
        "Ms Tan says it drips; call 13800138000.",
        guest={"name": "Tan Wei Ling", "phone": "13800138000"},
        remedies=[{"kind": "gift", "amount": "20.00", "note": "Fruit for Ms Tan"}, *BREAKFAST],
    )
    (case,) = service(story).cases(person(story.desk), "H01-1")
    assert case.summary == "… says it drips; call …."
    assert case.given == ((RemedyKind.GIFT, "Fruit for …"), (RemedyKind.VOUCHER, "Breakfast for two"))
    assert {(idea.kind.value, idea.note) for idea in service(story).ideas(person(story.desk), "H01-1", 2)} == {
        ("gift", ""),
        ("voucher", "Breakfast for two"),
    }


# Which come first


def test_without_text_the_most_content_come_first_then_the_newest(story: Story) -> None:
    four, unasked, five, newer = (helped(story, "It drips.", score=score) for score in (4, None, 5, 4))
    assert shown(story, limit=9) == [five, newer, four, unasked]
    assert shown(story, limit=2) == [five, newer]
    assert shown(story, limit=0) == shown(story, limit=-1) == []


@pytest.mark.parametrize(
    ("text", "place"), [("The air con drips on the bed", 0), ("空调滴水，床都湿了", 1), ("No cold air at all", 2)]
)
def test_the_nearest_words_come_first(story: Story, text: str, place: int) -> None:
    numbers = [
        helped(story, "Water drips from the air con on the bed.", score=4),
        helped(story, "空调一直滴水，没有人来。", score=4),
        helped(story, "The air is not cold, no cold air comes.", score=4),
        helped(story, "The remote control is missing.", score=5),
    ]
    assert shown(story, text=text)[0] == numbers[place]


def test_the_same_trouble_comes_first_then_the_same_group_never_another(story: Story) -> None:
    group = helped(story, "The lamp is broken.", "H01-3", score=5)
    same = helped(story, "Something else.", "H01-1", score=4)
    helped(story, "The lamp is broken.", "H02-1", score=5)
    assert shown(story, "H01-1", "the lamp is broken") == [same, group]
    assert shown(story, "H01", "the lamp is broken") == [group, same]
    assert shown(story, "H01-1", limit=1) == [same]
    assert shown(story, "H01-8") == [group, same]


@pytest.mark.parametrize("category", ["", "-", "H0", "H1", "h01-1", "%", "H03-1", "X01", "H01' OR 1=1 --"])
def test_another_or_no_category_shows_nothing_of_this_one(story: Story, category: str) -> None:
    helped(story, "It drips.")
    assert shown(story, category) == []
    assert all(times == 0 for _, _, _, times in offered(story, category))


def test_a_group_without_details_and_the_site_s_own_details_are_looked_at(story: Story) -> None:
    bare, own, last = (helped(story, "It drips.") for _ in range(3))
    for number, code in ((bare, "H01"), (own, "H01-X1"), (last, "H01-8")):
        changed(story, "UPDATE cases SET category = ? WHERE number = ?", code, number)
    assert shown(story, "H01") == shown(story, "H01-2") == [last, own, bare]
    assert shown(story, "H01-X1") == [own, last, bare]


def test_an_erased_case_has_nothing_to_show_but_its_remedies_still_count(story: Story) -> None:
    helped(story, "It drips.")
    changed(story, "UPDATE cases SET text = '', summary = '', guest_name = ''")
    assert shown(story) == []
    assert offered(story)[0] == ("room_move", "", 0, 1)


def test_any_text_may_be_asked_with(story: Story) -> None:
    number = helped(story, "It drips.")
    for text in ("\ud800", '" OR *', "水", "it drips " * 50_000, "\x00", "\N{RIGHT-TO-LEFT OVERRIDE}"):
        assert shown(story, text=text) == [number]


# What to offer


def test_what_helped_is_offered_with_its_usual_sum_then_what_costs_nothing(story: Story) -> None:
    for amount, note in (
        ("100.00", "Breakfast for two"),
        ("196.00", "breakfast FOR two"),
        ("400.00", "Breakfast for two"),
    ):
        helped(story, "It drips.", score=4, remedies=[{"kind": "voucher", "amount": amount, "note": note}])
    helped(story, "It drips.", score=5, remedies=[*MOVE, {"kind": "coaching"}, {"kind": "waive", "amount": "4000.00"}])
    assert service(story).ideas(person(story.desk), "H01-1") == (
        RemedyIdea(RemedyKind.VOUCHER, "Breakfast for two", 19_600, 3, 4.0),
        RemedyIdea(RemedyKind.ROOM_MOVE, "", 0, 1, 5.0),
        RemedyIdea(RemedyKind.WAIVE, "", 400_000, 1, 5.0),
        RemedyIdea(RemedyKind.REPAIR),
    )


def test_what_was_taken_back_is_no_idea(story: Story) -> None:
    number = story.opened("proposed", category="H01-1")
    story.act("propose", number, remedies=BREAKFAST)
    story.act("propose", number, remedies=MOVE, replaces=True)
    story.act("resolve", number, told_by="phone", answer="accepted")
    assert offered(story)[0] == ("room_move", "", 0, 1)
    assert "voucher" not in {kind for kind, *_ in offered(story)}


def test_what_did_not_help_is_no_idea(story: Story) -> None:
    helped(story, "It drips.", score=2, remedies=BREAKFAST)
    assert "voucher" not in {kind for kind, *_ in offered(story)}


def test_with_few_ideas_those_of_the_group_follow(story: Story) -> None:
    for _ in range(2):
        helped(story, "The lamp is broken.", "H01-3", remedies=[{"kind": "replace"}, *BREAKFAST])
    helped(story, "It drips.", "H01-1", remedies=BREAKFAST)
    assert offered(story, "H01-1") == [
        ("voucher", "Breakfast for two", 19_600, 1),
        ("replace", "", 0, 2),
        ("repair", "", 0, 0),
        ("room_move", "", 0, 0),
    ]
    assert offered(story, "H01-1", limit=1) == [("voucher", "Breakfast for two", 19_600, 1)]
    assert offered(story, limit=0) == []


def test_a_new_site_has_something_to_offer(make_desk: DeskMaker) -> None:
    for property_, category, first in ((Property.HOTEL, "H03-1", "room_move"), (Property.RETAIL, "R01-1", "replace")):
        story = Story(make_desk(property_=property_))
        assert offered(story, category)[0] == (first, "", 0, 0)
        assert shown(story, category) == []


# Cost and care


def test_only_the_newest_cases_are_looked_at(story: Story) -> None:
    old = helped(story, "A very special trouble.", score=5)
    new = helped(story, "It drips.")
    with closing(sqlite3.connect(story.desk.workspace.folder / DATABASE)) as database, database:
        names = [name for _, name, *_ in database.execute("PRAGMA table_info(cases)")]
        chosen = ", ".join(
            {"id": "id + n", "number": "number || n", "external_id": "NULL"}.get(name, name) for name in names
        )
        database.execute(
            f"WITH RECURSIVE more(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more WHERE n < ?) "
            f"INSERT INTO cases ({', '.join(names)}) SELECT {chosen} FROM cases, more WHERE number = ?",
            (LOOKED_AT - 2, new),
        )
    assert old in shown(story, text="A very special trouble.")
    helped(story, "It drips.")
    assert old not in shown(story, text="A very special trouble.")


def test_nothing_is_changed_by_looking(story: Story) -> None:
    helped(story, "It drips.")
    before = contents(story.desk.workspace.folder)
    assert shown(story)
    assert offered(story)
    assert contents(story.desk.workspace.folder) == before


def test_several_may_look_at_once(story: Story) -> None:
    for n in range(4):
        helped(story, f"It drips {n}.", score=4)
    alone = shown(story, text="drips 2"), offered(story)
    with ThreadPoolExecutor(4) as pool:
        looks = [pool.submit(lambda: (shown(story, text="drips 2"), offered(story))) for _ in range(40)]
    assert all(look.result() == alone for look in looks)


def test_the_statements_read_by_the_index_and_never_the_whole_table(story: Story) -> None:
    helped(story, "It drips.")
    said: list[str] = []
    with story.desk.workspace.database.reading_plainly() as driver:
        driver.set_trace_callback(said.append)
    shown(story, "H01-2", "drips")
    offered(story, "H01-2")
    with story.desk.workspace.database.reading_plainly() as driver:
        driver.set_trace_callback(None)
        asked = [statement for statement in said if statement.startswith("SELECT")]
        plans = [row[3] for statement in asked for row in driver.execute(f"EXPLAIN QUERY PLAN {statement}")]
    assert any("ix_cases_ended_well" in plan for plan in plans)
    assert [plan for plan in plans if plan.startswith("SCAN") and "json_each" not in plan] == []
