"""A copy of a guide file that isn't used is told at sign-in to whoever can mend it."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.kinds import Role
from desktop.ui.shell.desk_page import DeskPage
from tests.ui.shell.running import LONG_MS, Start, sign_in_page


@pytest.fixture
def own_desk(practice_site: Path, tmp_path: Path) -> Path:
    """A practice desk to change."""
    shutil.copytree(practice_site, tmp_path / "practice")
    return tmp_path / "practice"


def desk_of(start: Start, folder: Path, role: Role, qtbot: QtBot) -> DeskPage:
    program = start(folder)
    page = sign_in_page(program, qtbot)
    person = next(row for row in page.presenter.state.people if row.role is role)
    page.presenter.choose(person.login)
    page.presenter.enter("")
    qtbot.waitUntil(lambda: isinstance(program.window.page, DeskPage), timeout=LONG_MS)
    desk = program.window.page
    assert isinstance(desk, DeskPage)
    assert program.runner.wait_all(LONG_MS)
    return desk


def test_a_manager_is_told_of_a_refused_copy_with_line_and_reason(start: Start, own_desk: Path, qtbot: QtBot) -> None:
    (own_desk / "guides").mkdir()
    (own_desk / "guides" / "apology.yaml").write_text("kind: apology\nkind: again\n")
    desk = desk_of(start, own_desk, Role.MANAGER, qtbot)
    qtbot.waitUntil(lambda: "apology.yaml" in desk.toast.text, timeout=LONG_MS)
    assert "Line 2: “kind” stands twice" in desk.toast.text
    assert desk.toast.isVisible()


@pytest.mark.parametrize(("role", "has_bad_copy"), [(Role.MANAGER, False), (Role.RECEPTIONIST, True)])
def test_nothing_is_told_where_all_is_well_nor_to_those_who_cannot_mend_it(
    start: Start, own_desk: Path, qtbot: QtBot, role: Role, has_bad_copy: bool
) -> None:
    if has_bad_copy:
        (own_desk / "guides").mkdir()
        (own_desk / "guides" / "apology.yaml").write_text("kind: [")
    desk = desk_of(start, own_desk, role, qtbot)
    assert "apology" not in desk.toast.text
