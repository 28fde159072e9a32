"""A desk that opens: signing in, taking a complaint, finding, locking, closing, on a real workspace."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.kinds import Role
from desktop.domain.people import Person
from desktop.services.desk import Desk
from desktop.ui.case.screen import CaseScreen
from desktop.ui.intake.screen import IntakeScreen
from desktop.ui.queue.screen import QueueScreen
from desktop.ui.shell.help_page import HelpPage
from desktop.ui.shell.program import Program, open_workspace
from desktop.ui.signin.screen import SignInScreen
from tests.ui.shell.running import LONG_MS, PIN, Start, now, press, queue_of, sign_in_page

ROOT = Path(__file__).parents[3]


def test_a_real_desk_asks_for_the_pin_and_knows_the_right_one(start: Start, site: Path, qtbot: QtBot) -> None:
    page = sign_in_page(start(site), qtbot)
    page.pane.pin.setText("135791")
    qtbot.keyClick(page.pane.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "tries left" in page.pane.error.text(), timeout=LONG_MS)
    page.pane.pin.setText(PIN)
    qtbot.keyClick(page.pane.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.isVisible(), timeout=LONG_MS)


def test_the_queue_shows_its_cases_and_the_rail_counts_the_late_ones(
    start: Start, practice_site: Path, qtbot: QtBot
) -> None:
    program = start(practice_site)
    queue = queue_of(program, qtbot)
    assert program.desk is not None
    page = program.desk.session.desk
    assert page is not None
    assert page.rail.buttons["queue"].badge == queue.presenter.state.counts.overdue
    assert page.status.page.text().startswith(f"{queue.presenter.state.counts.open} cases")


def test_a_complaint_typed_and_saved_stands_in_the_queue(start: Start, practice_site: Path, qtbot: QtBot) -> None:
    program = start(practice_site)
    queue = queue_of(program, qtbot)
    before = queue.presenter.state.counts.open
    press(program, qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = program.window.findChildren(IntakeScreen)[0]
    assert form.hearing.narrative.hasFocus()
    form.hearing.narrative.insertPlainText("The minibar key is missing.")
    qtbot.keyClick(form.hearing.narrative, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: queue.presenter.state.counts.open == before + 1, timeout=LONG_MS)
    assert queue.isVisible()
    qtbot.waitUntil(
        lambda: (
            queue.presenter.state.view is not None and queue.presenter.state.view.text == "The minibar key is missing."
        ),
        timeout=LONG_MS,
    )


@pytest.fixture
def own_desk(practice_site: Path, tmp_path: Path) -> Path:
    """A practice desk with some cases, to change."""
    shutil.copytree(practice_site, tmp_path / "practice")
    return tmp_path / "practice"


def _change_beside(program: Program, qtbot: QtBot, change: Callable[[Desk, Person], object]) -> None:
    """Changes the settings from elsewhere, and waits for the minute's look to come round."""
    beside = open_workspace(program.folder, now)
    change(beside, beside.staff.person("anna", "D1"))
    beside.close()
    assert program.desk is not None
    with qtbot.waitSignal(program.desk.caretaker.looked_at_site, timeout=LONG_MS) as looked:
        program.desk.caretaker.look()
    assert looked.args == [True]


def test_a_category_added_elsewhere_can_be_chosen_in_the_open_window(
    start: Start, own_desk: Path, qtbot: QtBot
) -> None:
    program = start(own_desk)
    queue = queue_of(program, qtbot)
    codes: list[str] = []

    def add(desk: Desk, owner: Person) -> None:
        codes.append(desk.settings.categories.add(owner, "H01", "Zoo", "动物")[0])

    _change_beside(program, qtbot, add)
    assert queue.isVisible()  # nothing is taken away from under somebody's hands
    press(program, qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not program.window.findChildren(QueueScreen), timeout=LONG_MS)
    form = program.window.findChildren(IntakeScreen)[0]
    qtbot.keyClick(form.aspects.category, Qt.Key.Key_Down)
    assert set(codes) <= set(form.aspects.category.rows())
    qtbot.keyClick(form.aspects.category, Qt.Key.Key_Escape)
    form.hearing.narrative.insertPlainText("A monkey took the key.")
    qtbot.keyClick(form.hearing.narrative, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any(made.isVisible() for made in program.window.findChildren(QueueScreen)))


def test_a_new_name_of_the_site_waits_behind_the_cover(start: Start, own_desk: Path, qtbot: QtBot) -> None:
    program = start(own_desk)
    queue_of(program, qtbot)
    assert program.desk is not None
    session = program.desk.session
    session.attendance.go()
    cover = program.window.page
    assert isinstance(cover, SignInScreen)

    def rename(desk: Desk, owner: Person) -> None:
        form = desk.settings.site.sheet().value.form
        desk.settings.site.change(owner, replace(form, name="Harbour Palace"))

    _change_beside(program, qtbot, rename)
    assert program.window.page is cover
    cover.presenter.enter("")
    assert session.desk is not None
    program.desk.caretaker.look()
    page = session.desk
    qtbot.waitUntil(lambda: "Harbour Palace" in page.top.site.text(), timeout=LONG_MS)


def test_locking_keeps_what_was_typed_as_a_draft_in_the_workspace(
    start: Start, practice_site: Path, qtbot: QtBot
) -> None:
    program = start(practice_site)
    queue_of(program, qtbot)
    press(program, qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = program.window.findChildren(IntakeScreen)[0]
    form.hearing.narrative.insertPlainText("She began to say that the lift")
    qtbot.keyClick(form.hearing.narrative, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    page = sign_in_page(program, qtbot)
    program.runner.wait_all()
    desk = open_workspace(practice_site, now)
    person = _person(desk.staff.people(), page.presenter.state.covering)
    texts = [draft.data.get("text") for draft in desk.drafts.of(person)]
    desk.close()
    assert "She began to say that the lift" in texts
    page.presenter.enter("")
    assert form.hearing.narrative.text() == "She began to say that the lift"


def _person(people: tuple, login: str) -> Person:
    return next(row for row in people if row.login == login).as_person("D1")


def test_a_case_that_is_found_is_opened_and_going_back_shows_it_in_the_queue(
    start: Start, practice_site: Path, qtbot: QtBot
) -> None:
    program = start(practice_site)
    queue = queue_of(program, qtbot)
    assert program.desk is not None
    page = program.desk.session.desk
    assert page is not None
    box = page.top.search
    row = queue.presenter.state.window.rows[-1]
    _find(box, row.number, qtbot)
    qtbot.waitUntil(lambda: program.window.findChild(CaseScreen) is not None, timeout=LONG_MS)
    case = program.window.findChild(CaseScreen)
    assert case is not None
    qtbot.waitUntil(lambda: _shown(case) == row.number, timeout=LONG_MS)
    qtbot.keyClick(case, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.current == "queue" and _selected(queue) == row.number, timeout=LONG_MS)
    closed = _number_of_a_closed_case(practice_site)
    _find(box, closed, qtbot)
    qtbot.waitUntil(lambda: _shown(case) == closed, timeout=LONG_MS)


def _find(box: QWidget, number: str, qtbot: QtBot) -> None:
    box.setText(number)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def _shown(case: CaseScreen) -> str:
    file = case.presenter.state.file
    return file.view.row.number if file else ""


def _selected(queue: QueueScreen) -> str:
    chosen = queue.presenter.state.selected
    return chosen.number if chosen else ""


def _number_of_a_closed_case(folder: Path) -> str:
    desk = open_workspace(folder, now)
    try:
        found = desk.finder.find("2026", limit=100).rows or desk.finder.find("HH", limit=100).rows
        return next(row.number for row in found if row.state == "closed")
    finally:
        desk.close()


def test_no_key_stands_twice_with_the_real_screens(start: Start, practice_site: Path, qtbot: QtBot) -> None:
    program = start(practice_site)
    queue_of(program, qtbot)
    press(program, qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    keys = [
        key.toString()
        for widget in [program.window, *program.window.findChildren(QWidget)]
        for action in widget.actions()
        if action.parent() is widget
        for key in action.shortcuts()
    ]
    assert len(keys) == len(set(keys)), sorted(key for key in keys if keys.count(key) > 1)


def test_f1_opens_the_help_and_esc_closes_it(start: Start, site: Path, qtbot: QtBot) -> None:
    program = start(site)
    sign_in_page(program, qtbot)
    press(program, qtbot, Qt.Key.Key_F1)
    page = program.window.findChildren(HelpPage)[0]
    assert page.data.text() == str(site)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not program.window.findChildren(HelpPage))


def test_closing_the_window_makes_the_last_backup(start: Start, site: Path, qtbot: QtBot) -> None:
    program = start(site)
    sign_in_page(program, qtbot)
    program.window.close()
    program.close()
    desk = open_workspace(site, now)
    made = desk.health.last_backup()
    desk.close()
    assert made is not None


def test_the_log_lies_in_the_workspace_without_a_guests_name(
    start: Start, practice_site: Path, qtbot: QtBot, expected_log
) -> None:
    expected_log("went wrong", 40)
    program = start(practice_site)
    queue_of(program, qtbot)
    program.faults(ValueError, ValueError("Zebedee Quill"), None)
    text = (practice_site / "logs" / "amends.log").read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "Zebedee" not in text


def test_an_analyst_sees_no_case_and_no_search(start: Start, practice_site: Path, qtbot: QtBot) -> None:
    program = start(practice_site)
    page = sign_in_page(program, qtbot)
    analyst = next(row for row in page.presenter.state.people if row.role is Role.ANALYST)
    page.presenter.choose(analyst.login)
    page.presenter.enter("")
    assert program.desk is not None
    desk = program.desk.session.desk
    assert desk is not None
    assert (desk.door_names(), desk.top.search) == (("insights", "reports", "settings"), None)
    assert program.window.findChildren(QueueScreen) == []


def test_a_second_start_raises_the_first_and_ends_well(start: Start, site: Path, qtbot: QtBot, tmp_path: Path) -> None:
    program = start(site)
    sign_in_page(program, qtbot)
    program.window.showMinimized()
    environ = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path / "locks")}
    second = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "--workspace", str(site)],
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
    assert second.communicate() == ("", "")
    assert second.returncode == 0
    assert not program.window.isMinimized()
