"""A desk that can't be opened: every cause is said, nothing is touched, and there is a way on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.ui.shell.program import open_workspace
from tests.ui.shell.running import LONG_MS, Start, now, sign_in_page


def test_a_missing_workspace_opens_the_first_run(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    program = start(tmp_path / "nothing yet")
    qtbot.waitUntil(lambda: program.first_run is not None, timeout=LONG_MS)
    assert program.window.page is program.first_run
    assert not (tmp_path / "nothing yet").exists()


def damage(folder: Path) -> None:
    (folder / "amends.sqlite").write_bytes(b"this is no database at all" * 100)


def empty(folder: Path) -> None:
    (folder / "amends.sqlite").write_bytes(b"")


@pytest.mark.parametrize("harm", [damage, empty])
def test_a_workspace_that_cannot_be_read_is_left_as_it_is_and_says_why(
    start: Start, site: Path, qtbot: QtBot, harm: Callable[[Path], None]
) -> None:
    harm(site)
    before = (site / "amends.sqlite").read_bytes()
    program = start(site)
    qtbot.waitUntil(lambda: program.trouble is not None, timeout=LONG_MS)
    page = program.trouble
    assert page is not None
    assert program.window.page is page
    assert page.message.line.text() == "The desk couldn’t be opened"
    assert page.message.hint.text()
    assert [b.isEnabled() for b in (page.message.button, page.other, page.backup)] == [True, True, True]
    assert page.message.button.hasFocus()
    assert (site / "amends.sqlite").read_bytes() == before


def test_trying_again_opens_the_desk_once_the_cause_is_gone(start: Start, site: Path, qtbot: QtBot) -> None:
    whole = (site / "amends.sqlite").read_bytes()
    damage(site)
    program = start(site)
    qtbot.waitUntil(lambda: program.trouble is not None, timeout=LONG_MS)
    for name in ("amends.sqlite-wal", "amends.sqlite-shm"):
        (site / name).unlink(missing_ok=True)
    (site / "amends.sqlite").write_bytes(whole)
    assert program.trouble is not None
    program.trouble.again.emit()
    sign_in_page(program, qtbot)
    assert program.trouble is None


def test_a_backup_brings_a_damaged_desk_back(start: Start, site: Path, qtbot: QtBot) -> None:
    desk = open_workspace(site, now)
    backup = desk.backups.make()
    desk.close()
    damage(site)
    program = start(site)
    qtbot.waitUntil(lambda: program.trouble is not None, timeout=LONG_MS)
    assert program.trouble is not None
    program.trouble.restore.emit(backup.path, None)
    page = sign_in_page(program, qtbot)
    assert [row.login for row in page.presenter.state.people] == ["anna"]


def test_a_file_that_is_no_backup_is_refused_on_the_same_page(start: Start, site: Path, qtbot: QtBot) -> None:
    damage(site)
    program = start(site)
    qtbot.waitUntil(lambda: program.trouble is not None, timeout=LONG_MS)
    page = program.trouble
    assert page is not None
    said = page.message.hint.text()
    (site.parent / "letter.amends").write_text("Dear desk", encoding="utf-8")
    page.restore.emit(site.parent / "letter.amends", None)
    qtbot.waitUntil(lambda: page.message.hint.text() != said, timeout=LONG_MS)
    assert program.window.page is page


def test_another_folder_can_be_chosen_instead(start: Start, site: Path, practice_site: Path, qtbot: QtBot) -> None:
    damage(site)
    program = start(site)
    qtbot.waitUntil(lambda: program.trouble is not None, timeout=LONG_MS)
    assert program.trouble is not None
    program.trouble.elsewhere.emit(practice_site)
    page = sign_in_page(program, qtbot)
    assert program.folder == practice_site
    assert page.presenter.state.training
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
