import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop.domain.kinds import Language
from desktop.models import schema
from desktop.services.doctor import DoctorLine, can_corrupt, doctor
from desktop.words import load_words
from desktop.workspace import DATABASE
from tests.support.clock import Clock
from tests.support.sites import make_site, record


def lines_of(folder: Path | None) -> dict[str, DoctorLine]:
    lines = doctor(folder)
    assert len({line.key for line in lines}) == len(lines)
    return {line.key: line for line in lines}


@pytest.mark.parametrize(
    ("version", "affected"),
    [
        ((3, 6, 23), False),
        ((3, 7, 0), True),
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 3), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 0), True),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 52, 0), False),
    ],
)
def test_it_knows_which_sqlite_can_corrupt(version: tuple[int, ...], affected: bool) -> None:
    assert can_corrupt(version) is affected


def test_it_needs_no_workspace(tmp_path: Path) -> None:
    alone = lines_of(None)
    assert alone["sqlite"].value == sqlite3.sqlite_version
    assert alone["sqlite"].ok is not can_corrupt(sqlite3.sqlite_version_info)
    assert (alone["fonts"].value, alone["fonts"].ok) == ("20/20", True)
    nowhere = lines_of(tmp_path / "no" / "where")
    assert nowhere["workspace"].value == str(tmp_path / "no" / "where")
    assert (nowhere["database"].value, nowhere["database"].ok) == ("-", True)
    assert not (tmp_path / "no").exists()


def test_it_tells_how_a_workspace_is_open_or_closed(tmp_path: Path, clock: Clock) -> None:
    desk = make_site(tmp_path / "site", now=clock)
    record(desk)
    assert lines_of(desk.workspace.folder)["last_backup"].note_code == "no_backup"
    desk.backups.make()
    while_open = {line.key: (line.value, line.ok) for line in desk.health.doctor()}
    desk.close()
    before = {p.name: p.read_bytes() for p in desk.workspace.folder.iterdir() if p.is_file()}
    when_closed = {key: (line.value, line.ok) for key, line in lines_of(desk.workspace.folder).items()}
    assert {p.name: p.read_bytes() for p in desk.workspace.folder.iterdir() if p.is_file()} == before
    expected = {
        "schema": (schema.HEAD, True),
        "database": ("ok", True),
        "journal_mode": ("wal", True),
        "chain_key": ("ok", True),
        "last_backup": ("2026-11-19T21:42:00+08:00", True),
    }
    for told in (while_open, when_closed):
        assert {key: told[key] for key in expected} == expected


def test_it_tells_what_is_wrong_with_a_damaged_one(tmp_path: Path) -> None:
    make_site(tmp_path / "site").close()
    path = tmp_path / "site" / DATABASE
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    assert lines_of(tmp_path / "site")["database"].note_code == "workspace_damaged"
    path.write_bytes(b"")
    assert lines_of(tmp_path / "site")["database"].note_code == "workspace_empty_database"
    path.write_bytes(content)
    (tmp_path / "site" / "chain.key").unlink()
    assert lines_of(tmp_path / "site")["chain_key"].note_code == "chain_key_missing"


def test_it_tells_nothing_about_guests(tmp_path: Path) -> None:
    desk = make_site(tmp_path / "site")
    record(desk, "The canary sings at night.")
    told = " ".join(f"{line.key} {line.value}" for line in desk.health.doctor())
    desk.close()
    assert not any(word in told for word in ("canary", "Tan", "900123", "1208"))


def test_a_zone_that_makes_no_sense_is_no_reason_to_fail(tmp_path: Path) -> None:
    desk = make_site(tmp_path / "site")
    desk.backups.make()
    desk.close()
    with closing(sqlite3.connect(tmp_path / "site" / DATABASE, isolation_level=None)) as connection:
        connection.execute("UPDATE settings SET value = '\"Nowhere/Land\"' WHERE name = 'zone'")
    assert lines_of(tmp_path / "site")["last_backup"].value == "2026-11-19T13:42:00+00:00"


@pytest.mark.parametrize("language", Language)
def test_every_line_has_its_word(tmp_path: Path, language: Language) -> None:
    make_site(tmp_path / "site").close()
    assert {line.key for line in doctor(tmp_path / "site")} <= set(load_words(language).codes("doctor"))
