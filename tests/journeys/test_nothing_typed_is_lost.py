"""A process that dies and a disk that is full: what was typed is still there."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.domain.kinds import Language
from desktop.errors import WorkspaceError
from desktop.services.desk import Desk
from desktop.ui.intake.draft_keeper import EVERY
from desktop.words import load_words
from tests.journeys.real_window import RealWindow, live_site
from tests.support.worker import ROOT

HEARD = "她说：𠮷野家的外卖洒了一地 🍜，ＡＢＣ & <b>地毯</b>。"

#: Opens the window, writes, lets five seconds pass if it is told to, and dies as in a power cut.
TYPE_AND_DIE = """
import os, sys
from datetime import timedelta
from pathlib import Path
sys.path.insert(0, sys.argv[1])
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from desktop.ui.theme import Theme
from tests.journeys.real_window import RealWindow
app = QApplication(["amends"])
at = RealWindow(Theme.install(app, mode="light", bundled_fonts=True), Path(sys.argv[2]), Path(sys.argv[3]))
at.sign_in()
at.with_ctrl(Qt.Key.Key_N)
at.commit(sys.argv[4])
at.clock.advance(timedelta(seconds=int(sys.argv[5])))
at.intake.tick()
print("typed", flush=True)
os._exit(1)
"""


def type_and_die(folder: Path, settings: Path, seconds: int) -> None:
    """Another process writes ``HEARD`` and is gone ``seconds`` later, without a goodbye."""
    command = [sys.executable, "-c", TYPE_AND_DIE, str(ROOT), str(folder), str(settings), HEARD, str(seconds)]
    died = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (died.returncode, died.stdout) == (1, "typed\n"), died.stderr


@pytest.mark.parametrize("seconds", [5, 4], ids=["kept after five seconds", "not yet after four"])
def test_a_power_cut_costs_at_most_five_seconds(reopen, tmp_path: Path, seconds: int) -> None:
    folder = live_site(tmp_path / "site", Language.ZH)
    type_and_die(folder, tmp_path / "window.ini", seconds)
    at: RealWindow = reopen(folder)
    at.sign_in()
    at.with_ctrl(Qt.Key.Key_N)
    assert at.intake.offered.banner.isVisible() is (seconds >= EVERY.total_seconds())
    if seconds >= EVERY.total_seconds():
        assert "𠮷野家" in at.intake.presenter.state.offered.data["text"]
        at.click(at.intake.offered.resume)
        assert at.intake.hearing.narrative.text() == HEARD
        at.with_ctrl(Qt.Key.Key_Return)
    else:
        assert at.intake.hearing.narrative.text() == ""


def test_a_full_disk_leaves_the_text_in_the_window_and_the_next_try_works(at_the_desk) -> None:
    at = at_the_desk(Language.EN)
    at.sign_in()
    at.with_ctrl(Qt.Key.Key_N)
    heard = "drip " * 20_000 + "and no towels"
    at.commit(heard)
    at.clock.advance(timedelta(seconds=1))
    let_grow_by(at.desk, 2)
    at.with_ctrl(Qt.Key.Key_Return)
    foot = at.intake.foot
    assert at.page.current == "new"
    assert at.intake.hearing.narrative.text() == heard
    assert foot.said.text() == load_words(Language.EN).error(WorkspaceError("disk_full"))
    assert foot.said.tone == "p1"
    assert at.desk.queue.all_rows(at.clock()) == ()
    at.click(foot.again)
    assert at.desk.queue.all_rows(at.clock()) == ()
    let_grow_by(at.desk, 1_000_000)
    at.click(foot.again)
    (row,) = at.desk.queue.all_rows(at.clock())
    assert at.desk.reader.view(row.number).text == heard
    assert at.chosen == row.number
    assert at.desk.drafts.of(at.open.session.attendance.person) == ()


def let_grow_by(desk: Desk, pages: int) -> None:
    """Limits the database, as a disk does that has only so much room left."""
    with desk.workspace.database.writing_plainly() as driver:
        (now,) = driver.execute("PRAGMA page_count").fetchone()
        driver.execute(f"PRAGMA max_page_count = {now + pages}")
    with desk.workspace.database.writing() as session:
        session.connection().exec_driver_sql(f"PRAGMA max_page_count = {now + pages}")
