"""Two at one case: the window and the command line, or two windows. The one who comes later hears of it, and chooses.

The command line is a real second process on the same workspace.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.domain.commands import AddNote, AddTask
from desktop.domain.kinds import State
from desktop.errors import ChangedMeanwhileError
from desktop.ui.case.cards.tasks import TasksCard
from desktop.ui.moves.first_steps import ContactForm
from tests.journeys import working
from tests.journeys.hands import Mouse
from tests.journeys.real_window import RealWindow
from tests.journeys.working import file_of
from tests.support.sites import open_site, record
from tests.support.staffed import staffed_folder
from tests.support.worker import ROOT

SECONDS = 60  #: more than one run takes; a process that hangs is ended
MINE, THEIRS = "She would like a cot <b>tonight</b>.", "The night porter has seen the drip."


class OtherDesk:
    """Somebody at the command line of the same computer."""

    def __init__(self, workspace: Path, scratch: Path) -> None:
        self._workspace, self._file = workspace, scratch / "acts.jsonl"

    def does(self, act: str, number: str, at: RealWindow, **fields: Any) -> dict[str, Any]:
        """Carries out one act in a process of its own; what it answered."""
        line = {"act": act, "by": "sam", "at": at.clock().isoformat(), "case": number, **fields}
        self._file.write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")
        command = [sys.executable, str(ROOT / "main.py"), "--workspace", str(self._workspace), "apply", str(self._file)]
        ran = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False, env=dict(os.environ))
        answer: dict[str, Any] = json.loads(ran.stdout)
        assert ran.returncode == (0 if answer["ok"] else 1), ran.stderr
        return answer


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A practice desk: whoever is named in a file of acts is taken at their word there."""
    shutil.copytree(staffed_folder(training=True), tmp_path / "practice")
    return tmp_path / "practice"


@pytest.fixture
def at(reopen: Callable[[Path], RealWindow], workspace: Path) -> RealWindow:
    """Rita, on the screen of the only case."""
    at = reopen(workspace)
    number = record(at.desk).number
    at.choose_person("Rita")
    at.press(Qt.Key.Key_Return)
    assert at.is_at_the_desk
    working.find_the_case(Mouse(at), number)
    return at


@pytest.fixture
def number(at: RealWindow) -> str:
    """The number of the case that is shown."""
    return at.case.presenter.state.number


@pytest.fixture
def other(workspace: Path, tmp_path: Path) -> OtherDesk:
    """The command line."""
    return OtherDesk(workspace, tmp_path)


def notes(at: RealWindow, number: str) -> list[str]:
    """What the database has of notes."""
    return [note.text for note in file_of(at, number).view.notes]


def add_a_note(at: RealWindow) -> None:
    """Writes what the clerk has to say, and adds it."""
    hands = Mouse(at)
    hands.write(at.case.timeline.entry.note, MINE)
    at.with_ctrl(Qt.Key.Key_Return)


def test_both_versions_are_shown_and_mine_goes_beside_theirs(at: RealWindow, number: str, other: OtherDesk) -> None:
    assert other.does("note", number, at, text=THEIRS)["ok"]
    add_a_note(at)
    clash = at.case.clash
    assert clash.isVisible(), "nobody said that the case was changed meanwhile"
    assert notes(at, number) == [THEIRS], "the later one was written all the same"
    assert at.case.timeline.entry.text() == MINE
    at.let_the_message_go()
    at.click(clash.see)
    assert THEIRS.rstrip(".") in clash.their_lines.text()
    assert "(Sam)" in clash.their_lines.text()
    assert MINE in clash.my_lines.text()
    assert clash.my_lines.textFormat() is Qt.TextFormat.PlainText
    at.click(clash.keep)
    assert notes(at, number) == [THEIRS, MINE]
    assert not clash.isVisible()
    assert at.case.timeline.entry.text() == ""


def test_taking_theirs_leaves_the_case_as_they_left_it(at: RealWindow, number: str, other: OtherDesk) -> None:
    other.does("note", number, at, text=THEIRS)
    add_a_note(at)
    at.let_the_message_go()
    at.click(at.case.clash.take)
    assert notes(at, number) == [THEIRS]
    assert not at.case.clash.isVisible()
    add_a_note(at)
    assert notes(at, number) == [THEIRS, MINE], "after both were seen the next act is no clash"


def test_a_move_that_has_become_impossible_is_refused_and_its_words_stay(
    at: RealWindow, number: str, other: OtherDesk
) -> None:
    hands = Mouse(at)
    hands.press(at.case.timeline.entry.call)
    form = at.case.move_panel.form
    assert isinstance(form, ContactForm)
    hands.write(form.entry("text").area, MINE)  # type: ignore[attr-defined]  # a field of text
    assert other.does("withdraw", number, at, reason="She let it go.")["ok"]
    at.click(form.foot.confirm)
    assert at.case.clash.isVisible()
    at.let_the_message_go()
    at.click(at.case.clash.keep)
    file = file_of(at, number)
    assert (file.view.row.state, file.contacts) == (State.WITHDRAWN, ())
    kept = at.case.typed()
    assert any(MINE in text for part in kept.values() for text in part.values()), kept


def test_what_others_did_is_shown_by_itself_and_nothing_half_typed_is_lost(
    at: RealWindow, number: str, other: OtherDesk
) -> None:
    hands = Mouse(at)
    card = at.case.cards["tasks"]
    assert isinstance(card, TasksCard)
    hands.write(at.case.timeline.entry.note, MINE)
    hands.press(card.add)
    hands.write(card.form.title, "Bring a cot")
    other.does("acknowledge", number, at, medium="phone")
    other.does("task", number, at, title="Mop the floor", department="Housekeeping")
    at.case.presenter.poll()  # what the screen does every five seconds
    at.settle()
    assert at.case.presenter.state.file == file_of(at, number)
    assert at.case.presenter.state.next_move == "assess"
    assert [line.title.text() for line in card.list.rows()] == ["Mop the floor"]
    assert (at.case.timeline.entry.text(), card.form.title.text()) == (MINE, "Bring a cot")
    assert not at.case.clash.isVisible(), "nothing was asked for yet, so nothing is in the way"


def test_the_command_line_is_no_last_writer_either(at: RealWindow, number: str, other: OtherDesk) -> None:
    hands = Mouse(at)
    hands.next_move()
    form = at.case.move_panel.form
    assert form is not None
    at.click(form.foot.confirm)
    refused = other.does("acknowledge", number, at, medium="phone")
    assert (refused["ok"], refused["error"]["code"]) == (False, "wrong_state")
    assert file_of(at, number).acknowledged_at == at.clock()


def test_of_two_windows_the_later_one_hears_of_the_earlier(at: RealWindow, number: str, workspace: Path) -> None:
    second = open_site(workspace, at.clock)
    try:
        sam, rita = second.staff.person("sam", "D1"), at.desk.staff.person("rita", "D1")
        seen = second.reader.version_of(number)
        at.clock.advance(timedelta(seconds=1))
        at.desk.cases.perform(AddNote(number, MINE, version=seen), rita)
        with pytest.raises(ChangedMeanwhileError):
            second.cases.perform(AddTask(number, "Mop the floor", "Housekeeping", version=seen), sam)
        assert file_of(at, number).tasks == ()
        second.cases.perform(
            AddTask(number, "Mop the floor", "Housekeeping", version=second.reader.version_of(number)), sam
        )
        add_a_note(at)
        assert at.case.clash.isVisible(), "the window has not seen what two others did"
        assert [task.title for task in second.reader.case_file(number).tasks] == ["Mop the floor"]
    finally:
        second.close()
