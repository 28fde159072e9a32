"""The window's program from its start to its end, on real workspaces."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import given_workspace, lacks_screen, main, spoken_language
from desktop.domain.kinds import Language, Property, Role
from desktop.domain.people import Person
from desktop.services.founding import Founding, found_site
from desktop.services.practice import fill_practice_desk
from desktop.ui.finding.case_card import CaseCard
from desktop.ui.i18n import Translator
from desktop.ui.intake.screen import IntakeScreen
from desktop.ui.queue.screen import QueueScreen
from desktop.ui.shell.help_page import HelpPage
from desktop.ui.shell.lock import WindowLock
from desktop.ui.shell.preferences import Preferences
from desktop.ui.shell.program import Program, open_workspace
from desktop.ui.shell.settings import WindowSettings
from desktop.ui.shell.window import DeskWindow
from desktop.ui.signin.screen import SignInScreen
from desktop.ui.theme import Theme

ROOT = Path(__file__).parents[1]
PIN = "246810"
LONG_MS = 20_000
NOTHING_HELD = Qt.KeyboardModifier.NoModifier


def now() -> datetime:
    return datetime.now(UTC)


def founding(*, training: bool = False) -> Founding:
    return Founding(
        property=Property.HOTEL,
        name="Harbour Hotel",
        code="HH",
        language=Language.EN,
        zone="Asia/Shanghai",
        owner_login="anna",
        owner_name="Anna Berg",
        secret=None if training else PIN,
        desk_name="Front desk",
        training=training,
    )


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light theme in the bundled fonts."""
    return Theme.install(qapp, mode="light", bundled_fonts=True)


@pytest.fixture(scope="module")
def practice_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice desk with some cases; tests only read it or add to it."""
    folder = tmp_path_factory.mktemp("sites") / "practice"
    found_site(folder, founding(training=True), now()).close()
    desk = open_workspace(folder, now)
    fill_practice_desk(desk, now(), months=1, cases=15, seed=3)
    desk.close()
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A real desk with its owner, who has a PIN."""
    folder = tmp_path / "site"
    found_site(folder, founding(), now()).close()
    return folder


Start = Callable[[Path], Program]


@pytest.fixture
def start(qtbot: QtBot, theme: Theme, qapp: QApplication, tmp_path: Path) -> Iterator[Start]:
    """Starts the program on a folder, as ``desktop.app`` does; what was started is ended."""
    running: list[Program] = []

    def run(folder: Path) -> Program:
        settings = WindowSettings(tmp_path / "window.ini")
        lock = WindowLock(folder, tmp_path / "locks")
        assert lock.take()
        window = DeskWindow(settings)
        preferences = Preferences(settings, theme, Translator(qapp))
        program = Program(folder, lock, theme, preferences, window, settings)
        running.append(program)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        program.begin()
        return program

    yield run
    for program in running:
        program.window.close()
        program.close()
        program.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)


def sign_in_page(program: Program, qtbot: QtBot) -> SignInScreen:
    qtbot.waitUntil(lambda: isinstance(program.window.page, SignInScreen), timeout=LONG_MS)
    page = program.window.page
    assert isinstance(page, SignInScreen)
    return page


def press(program: Program, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = NOTHING_HELD) -> None:
    """Presses a key where the focus is."""
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget() or program.window, key, held)


def queue_of(program: Program, qtbot: QtBot) -> QueueScreen:
    """Signs in where choosing a person is enough, and waits for the rows."""
    page = sign_in_page(program, qtbot)
    clerk = next(row for row in page.presenter.state.people if row.role is Role.RECEPTIONIST)
    page.presenter.choose(clerk.login)
    page.presenter.enter("")
    screens = program.window.findChildren(QueueScreen)
    assert len(screens) == 1
    qtbot.waitUntil(lambda: bool(screens[0].presenter.state.window.rows), timeout=LONG_MS)
    return screens[0]


# Before there is a window


def test_the_workspace_is_what_the_command_line_names() -> None:
    assert given_workspace([]) is None
    assert given_workspace(["--workspace", "desk"]) == Path("desk")
    assert given_workspace(["--workspace=desk"]) == Path("desk")
    for wrong in (["queue"], ["--workspace"], ["--workspace="], ["--workspace", "a", "b"]):
        with pytest.raises(ValueError, match="^" + re.escape(" ".join(wrong))):
            given_workspace(wrong)


@pytest.mark.parametrize(
    ("environ", "platform", "lacks"),
    [
        ({}, "linux", True),
        ({"DISPLAY": ""}, "linux", True),
        ({"DISPLAY": ":0"}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", False),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({}, "win32", False),
        ({}, "darwin", False),
    ],
)
def test_a_missing_screen_is_seen_before_qt_aborts(environ: dict[str, str], platform: str, lacks: bool) -> None:
    assert lacks_screen(environ, platform) is lacks


def run_main(arguments: list[str], environ: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    return subprocess.run(command, env=environ, capture_output=True, text=True, check=False, timeout=60)


def without_screen() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always something to draw on")
@pytest.mark.parametrize(("locale", "words"), [("C.UTF-8", "needs a screen"), ("zh_CN.UTF-8", "需要屏幕")])
def test_without_a_screen_one_sentence_says_what_to_do(tmp_path: Path, locale: str, words: str) -> None:
    ran = run_main(["--workspace", str(tmp_path / "desk")], {**without_screen(), "LC_ALL": locale})
    assert (ran.returncode, ran.stdout) == (3, "")
    assert len(ran.stderr.strip().splitlines()) == 1
    assert words in ran.stderr


def test_wrong_usage_is_said_and_nothing_is_opened(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nonsense", "more"]) == 2
    assert capsys.readouterr().err.startswith("usage:")


@pytest.mark.parametrize(
    ("environ", "language"),
    [({}, Language.EN), ({"LANG": "zh_CN.UTF-8"}, Language.ZH), ({"LC_ALL": "C", "LANG": "zh_CN"}, Language.EN)],
)
def test_the_first_sentence_is_in_the_systems_language(environ: dict[str, str], language: Language) -> None:
    assert spoken_language(environ) is language


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


# A desk that opens


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


def test_a_case_that_is_found_is_shown_in_the_queue_or_on_a_card(
    start: Start, practice_site: Path, qtbot: QtBot
) -> None:
    program = start(practice_site)
    queue = queue_of(program, qtbot)
    assert program.desk is not None
    page = program.desk.session.desk
    assert page is not None
    box = page.top.search
    row = queue.presenter.state.window.rows[-1]
    box.setText(row.number)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _selected(queue) == row.number, timeout=LONG_MS)
    closed = _number_of_a_closed_case(practice_site)
    box.setText(closed)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(CaseCard)), timeout=LONG_MS)
    card = program.window.findChildren(CaseCard)[0]
    assert card.number.text() == closed
    card.reject()


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
    assert (desk.door_names(), desk.top.search) == (("home",), None)
    assert program.window.findChildren(QueueScreen) == []


# A desk that can't be opened


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
