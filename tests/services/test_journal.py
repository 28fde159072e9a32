"""The chained history of a real database (trust.md, People)."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop.models.archives import DATABASE
from desktop.services.desk import Desk
from tests.support.acts import APOLOGY, Story


@pytest.fixture
def told(story: Story) -> Story:
    """A story with a few entries, texts among them."""
    guest = {"name": "Chen Canary", "phone": "13800138000"}
    number = story.open(text="The canary sings.", guest=guest, room="8012")
    story.lead(number, "proposed")
    story.act("note", number, text="A canary again.")
    story.act("propose", number, remedies=[{"kind": "gift", "note": "for Canary"}])
    story.act("resolve", number, told_by="phone", answer="accepted")
    story.act("reopen", number, reason="Canary came back.")
    return story


def first_break(desk: Desk) -> int | None:
    with desk.workspace.database.reading() as connection:
        return desk.journal.first_break(connection)


def tamper(folder: Path, *statements: str) -> None:
    """Does what a person with the file could do: takes off the guards first."""
    with closing(sqlite3.connect(folder / DATABASE)) as database:
        database.execute("DROP TRIGGER history_is_never_changed")
        database.execute("DROP TRIGGER history_is_never_removed")
        for statement in statements:
            changed = database.execute(statement).rowcount
            assert changed == 1, statement
        database.commit()


def entries(desk: Desk) -> int:
    with desk.workspace.database.reading() as connection:
        return desk.journal.head(connection)[0]


def test_an_untouched_history_is_whole(told: Story) -> None:
    assert entries(told.desk) > 8
    assert first_break(told.desk) is None


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE history SET at = at + 1 WHERE id = 7",
        "UPDATE history SET by = 'sam' WHERE id = 7",
        "UPDATE history SET act = 'note' WHERE id = 7",
        "UPDATE history SET case_id = NULL WHERE id = 7",
        "UPDATE history SET changes = replace(changes, 'acknowledged', 'assessed') WHERE id = 7",
        "UPDATE history SET hash = zeroblob(32) WHERE id = 7",
    ],
)
def test_a_changed_entry_is_named(told: Story, change: str) -> None:
    tamper(told.desk.workspace.folder, change)
    assert first_break(told.desk) == 7


def test_a_removed_entry_is_named_by_the_one_after_it(told: Story) -> None:
    tamper(told.desk.workspace.folder, "DELETE FROM history WHERE id = 7")
    assert first_break(told.desk) == 8


def test_a_changed_text_is_named_by_its_entry(told: Story) -> None:
    with closing(sqlite3.connect(told.desk.workspace.folder / DATABASE)) as database:
        (entry,) = database.execute("SELECT entry_id FROM history_texts WHERE text LIKE '%again%'").fetchone()
        database.execute("UPDATE history_texts SET text = '\"A parrot again.\"' WHERE entry_id = ?", (entry,))
        database.commit()
    assert first_break(told.desk) == entry


def test_an_erased_text_leaves_the_chain_whole(told: Story) -> None:
    with closing(sqlite3.connect(told.desk.workspace.folder / DATABASE)) as database:
        assert database.execute("DELETE FROM history_texts").rowcount > 5
        database.commit()
    assert first_break(told.desk) is None
    number = told.desk.queue.page(told.at).rows[0].number
    changes = [c for entry in told.case(number)["history"] for c in entry["changes"] if c["field"] == "text"]
    assert changes == [{"field": "text", "before": None, "after": None}]


def test_a_cut_tail_shows_in_the_head(told: Story) -> None:
    with told.desk.workspace.database.reading() as connection:
        before = told.desk.journal.head(connection)
    tamper(told.desk.workspace.folder, "DELETE FROM history WHERE id = (SELECT max(id) FROM history)")
    assert first_break(told.desk) is None
    with told.desk.workspace.database.reading() as connection:
        assert told.desk.journal.head(connection) != before


def test_no_personal_text_stands_in_the_entries_themselves(told: Story) -> None:
    """What an erasure could not reach: the chain keeps keyed hashes of personal text only."""
    number = told.desk.queue.page(told.at).rows[0].number
    told.lead(number, "resolved", since="investigating", by="owner")
    told.act("close", number, root_cause="people/Canary", outcome="not", closure="explained", lesson="Mind the canary.",
             whys=["A canary."], survey_not_asked="Canary left.", reason="Ask Canary.")  # fmt: skip
    with closing(sqlite3.connect(told.desk.workspace.folder / DATABASE)) as database:
        stored = [row[0] for row in database.execute("SELECT changes FROM history")]
    assert [changes for changes in stored if "canary" in changes.casefold() or "13800138000" in changes] == []


@pytest.mark.parametrize("statement", ["UPDATE history SET by = 'x'", "DELETE FROM history", "DROP TABLE history"])
def test_the_desks_own_connection_cannot_touch_the_history(told: Story, statement: str) -> None:
    database = told.desk.workspace.database
    with pytest.raises(Exception, match="not authorized"), database.writing() as session:
        session.connection().exec_driver_sql(statement)
    assert first_break(told.desk) is None


def test_another_program_meets_the_triggers(told: Story) -> None:
    with closing(sqlite3.connect(told.desk.workspace.folder / DATABASE)) as database:
        for statement in ("UPDATE history SET by = 'x'", "DELETE FROM history"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                database.execute(statement)


def test_acts_on_staff_and_rules_are_in_the_history_too(story: Story) -> None:
    before = entries(story.desk)
    story.act("staff", by="owner", login="ben", name="Ben", role="analyst")
    story.act("targets", targets={"P3": {"respond_min": 5}})
    assert entries(story.desk) == before + 2
    assert first_break(story.desk) is None


def test_every_refusal_leaves_the_chain_as_it_was(story: Story) -> None:
    number = story.opened("assessed")
    before = entries(story.desk)
    story.refused("propose", number, by="rita", remedies=[{"kind": "gift", "amount": "200.01"}])
    story.refused("settle", number, by="rita", remedies=[*APOLOGY, {"kind": "gift", "amount": "200.01"}])
    assert entries(story.desk) == before
