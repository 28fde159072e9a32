"""A full disk and a process that is killed in the middle of a conversation: what was said is still there."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from desktop.domain.kinds import Language
from desktop.ui.intake.draft_keeper import EVERY
from tests.journeys.hands import Keyboard
from tests.journeys.leading import SECOND, answer, begin, go_to, on_card, step, talk_of
from tests.journeys.real_window import RealWindow, live_site
from tests.journeys.test_nothing_typed_is_lost import let_grow_by
from tests.support.worker import ROOT

FURIOUS = 4
HEARD = "The ceiling drips, and nobody came."

#: Leads a conversation to a step with an answer, lets it be kept, says a little more, and waits to be killed.
LEAD_AND_WAIT = """
import os, sys, time
from datetime import timedelta
from pathlib import Path
sys.path.insert(0, sys.argv[1])
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from desktop.ui.theme import Theme
from tests.journeys.leading import answer, begin, go_to, next_step
from tests.journeys.real_window import RealWindow
app = QApplication(["amends"])
at = RealWindow(Theme.install(app, mode="light", bundled_fonts=True), Path(sys.argv[2]), Path(sys.argv[3]))
hands = begin(at, sys.argv[4])
at.with_ctrl(Qt.Key.Key_5)
go_to(at, "ask")
at.type("By the bed")
at.clock.advance(timedelta(seconds=int(sys.argv[5])))
at.intake.tick()
at.clock.advance(timedelta(seconds=int(sys.argv[5]) - 1))
at.type(" and the door")
at.intake.tick()
print("led", flush=True)
time.sleep(600)
"""


@contextmanager
def leading(folder: Path, settings: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process in mid-conversation; whatever happens, it ends with the block."""
    every = str(int(EVERY.total_seconds()))
    command = [sys.executable, "-c", LEAD_AND_WAIT, str(ROOT), str(folder), str(settings), HEARD, every]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "led\n"
            yield process
        finally:
            process.kill()


def resume(hands: Keyboard) -> None:
    """Takes up the draft that is offered above the page."""
    assert hands.at.intake.offered.banner.isVisible()
    hands.go_back_to(hands.at.intake.offered.resume)
    hands.at.press(Qt.Key.Key_Space)


def test_a_process_killed_in_mid_conversation_costs_at_most_five_seconds_and_none_of_its_steps(
    reopen: Callable[[Path], RealWindow], tmp_path: Path
) -> None:
    assert timedelta(seconds=5) >= EVERY
    folder = live_site(tmp_path / "site")
    with leading(folder, tmp_path / "window.ini") as process:
        process.kill()
        assert process.wait() == (-signal.SIGKILL if sys.platform != "win32" else 1)
    at = reopen(folder)
    hands = Keyboard(at)
    hands.hand_the_desk_to("Rita")
    hands.new_complaint()
    resume(hands)
    assert step(at) == "ask"
    assert at.intake.hearing.narrative.text().startswith(HEARD)
    assert at.intake.presenter.state.form.emotion == FURIOUS
    given = at.intake.talk.card.body.questions.rows[0].answer.text()  # type: ignore[attr-defined]  # a line
    assert given.startswith("By the bed"), "what was typed five seconds before is there"
    hands.send(at.intake.foot.save)
    talk = talk_of(at, at.chosen)
    assert [one.step for one in talk.steps] == ["listen", "safety", "listen", "empathise", "apologise", "ask"]
    assert talk.peak == FURIOUS
    assert at.desk.health.verify().ok


def test_a_full_disk_is_said_while_the_conversation_goes_on_and_nothing_is_lost(
    at_the_desk: Callable[[Language], RealWindow],
) -> None:
    at = at_the_desk(Language.EN)
    heard = "drip " * 20_000
    hands = begin(at, heard)
    let_grow_by(at.desk, 0)
    go_to(at, "ask")
    asked = at.intake.talk.card.body.questions.rows[0].asked
    assert asked is not None
    answer(hands, asked.id, "By the bed")
    at.clock.advance(EVERY)
    at.intake.tick()
    foot = at.intake.foot
    assert (foot.said.text(), foot.said.tone) == ("Draft not saved. Keep this window open.", "p1")
    assert foot.again.isVisible()
    at.with_ctrl(Qt.Key.Key_5)
    assert "Safety first" in on_card(at), "the conversation goes on"
    at.press(Qt.Key.Key_Escape)
    assert at.page.current == "new", "it is not put away while it can't be kept"
    assert at.intake.hearing.narrative.text().startswith(heard.strip())

    let_grow_by(at.desk, 1_000_000)
    hands.press(foot.again)
    assert foot.said.tone != "p1"
    at.press(Qt.Key.Key_Escape)
    assert at.page.current == "queue"
    hands.new_complaint()
    hands.at.clock.advance(SECOND)
    (draft,) = at.desk.drafts.of(at.open.session.attendance.person)
    assert "By the bed" in str(draft.data)
    assert str(draft.data).count("drip") == heard.count("drip")
