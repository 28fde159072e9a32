import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.domain.commands import AddNote
from desktop.domain.kinds import Language
from desktop.errors import UserError
from desktop.services.desk import Desk
from desktop.services.health import VerifyReport
from desktop.services.restoring import restore
from desktop.words import load_words
from desktop.workspace import DATABASE
from tests.support.clock import Clock
from tests.support.damage import damage_table
from tests.support.sites import make_site, open_site, owner_of, record


@pytest.fixture
def site(tmp_path: Path, clock: Clock) -> Path:
    """A closed site with four entries in its history: its making, two cases, a note on the first."""
    desk = make_site(tmp_path / "site", now=clock)
    number = record(desk, "空调滴水").number
    record(desk, "The bill is wrong.")
    desk.cases.perform(AddNote(number, "Moved to 1310."), owner_of(desk))
    desk.close()
    return tmp_path / "site"


def change(folder: Path, *statements: str) -> None:
    """Changes the database as somebody would who wants to get around the program."""
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as connection:
        for trigger in ("history_is_never_changed", "history_is_never_removed"):
            connection.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        for statement in statements:
            connection.execute(statement)


def verified(folder: Path) -> VerifyReport:
    desk = open_site(folder)
    report = desk.health.verify()
    desk.close()
    return report


def told(problem: UserError) -> tuple[object, ...]:
    return (problem.code, *problem.params.values())


def problems_of(folder: Path) -> list[tuple[object, ...]]:
    return [told(problem) for problem in verified(folder).problems]


def test_a_whole_desk_has_no_problems(site: Path) -> None:
    report = verified(site)
    assert (report.ok, report.problems, report.entries, report.cases) == (True, (), 4, 2)


# The history


@pytest.mark.parametrize(
    ("tampering", "first"),
    [
        ("UPDATE history SET by = 'somebody' WHERE id = 2", 2),
        ("UPDATE history SET at = at + 60 WHERE id = 3", 3),
        ("UPDATE history SET act = 'close' WHERE id = 4", 4),
        ("UPDATE history SET case_id = NULL WHERE id = 2", 2),
        ("""UPDATE history SET changes = replace(changes, 'counter', 'phone') WHERE id = 2""", 2),
        ("UPDATE history SET hash = zeroblob(32) WHERE id = 1", 1),
        ("UPDATE history SET hash = 'text' WHERE id = 2", 2),
        ("DELETE FROM history WHERE id = 2", 3),
        ("UPDATE history SET id = 99 WHERE id = 4", 99),
        ("UPDATE history_texts SET text = '\"The bill is right.\"' WHERE text LIKE '%wrong%'", 3),
        ("UPDATE history_texts SET salt = zeroblob(16) WHERE entry_id = 4", 4),
        ("UPDATE history_texts SET side = 'before' WHERE entry_id = 4", 4),
    ],
)
def test_the_first_entry_that_was_tampered_with_is_named(site: Path, tampering: str, first: int) -> None:
    if tampering.startswith("DELETE"):
        change(site, "DELETE FROM history_texts WHERE entry_id = 2")
    change(site, tampering)
    problems = problems_of(site)
    assert ("chain_broken", first) in problems
    assert f"entry {first}" in load_words(Language.EN).error(UserError("chain_broken", entry=first))


@pytest.mark.parametrize("nonsense", ["at = 'noon'", "changes = x'00'", "by = NULL", "changes = '{'"])
def test_values_that_no_program_of_ours_wrote_are_a_break_too(site: Path, nonsense: str) -> None:
    change(site, "PRAGMA ignore_check_constraints = ON", "PRAGMA writable_schema = ON")
    try:
        change(site, f"UPDATE history SET {nonsense} WHERE id = 3")
    except sqlite3.IntegrityError:  # SQLite itself keeps that out
        return
    assert "chain_broken" in [problem[0] for problem in problems_of(site)]


def test_an_erased_text_breaks_nothing(site: Path) -> None:
    change(site, "DELETE FROM history_texts WHERE entry_id = 2")
    assert verified(site).ok


def test_a_cut_tail_shows_against_the_newest_backup(site: Path) -> None:
    desk = open_site(site)
    desk.backups.make()
    desk.close()
    assert verified(site).ok
    change(site, "DELETE FROM history_texts WHERE entry_id = 4", "DELETE FROM history WHERE id = 4")
    assert problems_of(site) == [("chain_cut", 3, 4)]


def test_a_cut_tail_still_shows_when_a_later_backup_was_made_of_it(site: Path, clock: Clock) -> None:
    desk = open_site(site, clock)
    desk.backups.make()
    desk.close()
    change(site, "DELETE FROM history_texts WHERE entry_id = 4", "DELETE FROM history WHERE id = 4")
    clock.advance(timedelta(hours=1))
    desk = open_site(site, clock)
    desk.backups.make()
    desk.close()
    assert problems_of(site) == [("chain_cut", 3, 4)]


def test_a_tail_that_was_cut_and_grew_again_shows(site: Path) -> None:
    desk = open_site(site)
    desk.backups.make()
    desk.close()
    change(site, "DELETE FROM history_texts WHERE entry_id = 4", "DELETE FROM history WHERE id = 4")
    desk = open_site(site)
    record(desk, "Another story.")
    desk.close()
    assert problems_of(site) == [("chain_broken", 4)]


def test_going_back_to_an_older_backup_is_no_cut(site: Path, clock: Clock) -> None:
    desk = open_site(site, clock)
    older = desk.backups.make().path
    clock.advance(timedelta(hours=1))
    record(desk)
    desk.backups.make()
    desk.close()
    restore(site, older, at=clock.advance(timedelta(hours=1)), by="owner")
    assert verified(site).ok
    desk = open_site(site, clock)
    clock.advance(timedelta(hours=1))
    desk.backups.make()
    desk.close()
    assert verified(site).ok
    change(site, "DELETE FROM history WHERE act = 'restore'")  # which would hide that anything was replaced
    assert "chain_cut" in [problem[0] for problem in problems_of(site)]


def test_backups_of_another_site_say_nothing_about_this_one(site: Path, tmp_path: Path) -> None:
    stranger = make_site(tmp_path / "other", own_key=True)
    for _ in range(9):
        record(stranger)
    made = stranger.backups.make().path
    stranger.close()
    made.rename(site / "backups" / made.name)
    (site / "backups" / "amends-20261101-080000.amends").write_bytes(b"damaged")
    assert verified(site).ok


# The database


def corrupt(folder: Path) -> None:
    damage_table(folder / DATABASE, "cases")


def dangling(folder: Path) -> None:
    change(folder, "INSERT INTO notes VALUES (99, 4711, 0, 'owner', 'a note on no case')")


def index_without_its_rows(folder: Path) -> None:
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, '(received_at)', '(room)') WHERE name = 'ix_cases_received_at'"
        )


@pytest.mark.parametrize("break_it", [corrupt, dangling, index_without_its_rows])
def test_a_damaged_database_is_said(site: Path, break_it: Callable[[Path], None]) -> None:
    break_it(site)
    report = verified(site)
    assert [told(problem) for problem in report.problems] == [("database_damaged",)]


def test_the_quick_check_sees_damage_too_and_is_silent_otherwise(site: Path) -> None:
    desk = open_site(site)
    assert desk.health.quick_check() == ()
    desk.close()
    corrupt(site)
    desk = open_site(site)
    assert [problem.code for problem in desk.health.quick_check()] == ["database_damaged"]
    desk.close()


# The search index


def without_a_case(desk: Desk) -> None:
    with desk.workspace.database.writing() as session:
        session.connection().exec_driver_sql("INSERT INTO search_index(search_index) VALUES ('delete-all')")


def with_a_case_too_many(desk: Desk) -> None:
    with desk.workspace.database.writing() as session:
        session.connection().exec_driver_sql("INSERT INTO search_index(rowid, words) VALUES (1, '¦ ghost')")


def with_a_note_unheard(desk: Desk) -> None:
    with desk.workspace.database.writing() as session:
        session.connection().exec_driver_sql("UPDATE notes SET text = 'Moved to the annexe.'")


@pytest.mark.parametrize("break_it", [without_a_case, with_a_case_too_many, with_a_note_unheard])
def test_a_search_that_lies_is_noticed_and_built_anew(site: Path, break_it: Callable[[Desk], None]) -> None:
    desk = open_site(site)
    break_it(desk)
    assert [problem.code for problem in desk.health.verify().problems] == ["search_index_stale"]
    desk.health.rebuild_search()
    assert desk.health.verify().ok
    assert desk.finder.find("滴水").total == 1
    desk.close()


def test_an_index_cut_by_other_rules_is_built_anew_on_opening(site: Path) -> None:
    desk = open_site(site)
    without_a_case(desk)
    desk.close()
    with closing(sqlite3.connect(site / DATABASE, isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version = 0")
    desk = open_site(site)
    assert desk.finder.find("滴水").total == 1
    assert desk.health.verify().ok
    desk.close()


@pytest.mark.parametrize("language", Language)
def test_every_problem_has_its_sentence(language: Language) -> None:
    words = load_words(language)
    for code in ("chain_cut", "chain_broken", "search_index_stale", "database_damaged", "sqlite_old", "font_missing"):
        assert code in words.errors
