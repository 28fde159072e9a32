"""The queue's forms and acts on several cases, on a real desk: what they ask for, the services do and take back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.commands import OpenCase, Restrict
from desktop.domain.kinds import Channel, RecordType, Scope, State
from desktop.ui.i18n import Translator
from desktop.ui.shell.context import Context
from desktop.ui.shell.preferences import Preferences
from desktop.ui.shell.queue_room import QueueRoom
from desktop.ui.shell.settings import WindowSettings
from desktop.ui.tasks import InlineRunner
from tests.support.staffed import make_desk  # noqa: F401 (pytest finds fixtures by their names)

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
RATED = {"category": "H01-1", "severity": 2, "scope": Scope.ONE, "emotion": 2}


@pytest.fixture
def real(make_desk, clock):  # noqa: F811 (a fixture is asked for by its name)
    return make_desk(now=clock)


@pytest.fixture
def sam(real):
    """Who sits at the desk."""
    return next(row.as_person("D1") for row in real.staff.everyone() if row.login == "sam")


@pytest.fixture
def told():
    return []


@pytest.fixture
def room(real, sam, told, theme, qapp, tmp_path, qtbot):
    """The queue behind its door; three new complaints stand in it."""
    for text in ("The air-con drips.", "The lift is stuck.", "The minibar is empty."):
        real.cases.perform(OpenCase(RecordType.COMPLAINT, Channel.COUNTER, text, **RATED), sam)
    settings = WindowSettings(tmp_path / "window.ini")
    preferences = Preferences(settings, theme, Translator(qapp))
    context = Context(sam, real, InlineRunner(), preferences, settings, lambda text, undo: told.append((text, undo)))
    made = QueueRoom(context)
    screen = made.make().widget
    qtbot.addWidget(screen)
    screen.resize(1352, 826)
    screen.show()
    qtbot.waitExposed(screen)
    screen.focus_rows()
    made.screen = screen
    return made


def states(desk, person):
    rows = desk.queue.page(desk.now(), None, 50, reader=person).rows
    return sorted(row.state.value for row in rows)


def test_a_case_is_settled_on_the_spot_and_taken_back(room, real, sam, told, qtbot):
    qtbot.keyClick(room.screen.table, KEY.Key_S)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return, CTRL)
    assert states(real, sam) == ["new", "new"]
    told[-1][1]()
    assert states(real, sam) == ["new", "new", "new"]
    assert room.screen.presenter.state.selected.state is State.NEW


def test_several_are_acknowledged_what_was_refused_is_listed_and_all_is_taken_back(room, real, sam, qtbot):
    qtbot.keyClick(room.screen.table, KEY.Key_A)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return, CTRL)
    qtbot.keyClick(room.screen.table, KEY.Key_A, CTRL)
    qtbot.keyClick(room.screen.table, KEY.Key_A)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return, CTRL)
    result = room.screen.preview.several.result
    assert result.done.text() == "2 cases done."
    assert [line.refused.error.code for line in result.lines] == ["wrong_state"]
    assert states(real, sam) == ["acknowledged"] * 3
    qtbot.keyClick(result.undo, KEY.Key_Space)
    assert result.done.text() == "Taken back."
    assert states(real, sam) == ["acknowledged", "new", "new"]


def test_the_status_bar_says_how_many_are_chosen(room, qtbot):
    assert room.status() == "3 cases · 1 selected"
    qtbot.keyClick(room.screen.table, KEY.Key_Down, SHIFT)
    assert room.status() == "3 cases · 2 selected"


def test_a_case_that_was_restricted_meanwhile_keeps_its_words_to_itself(room, real, sam, told, qtbot):
    manager = next(row.as_person("D1") for row in real.staff.everyone() if row.role.value == "manager")
    number = room.screen.presenter.state.selected.number
    real.cases.perform(Restrict(number, True, "Delicate"), manager)
    qtbot.keyClick(room.screen.table, KEY.Key_S)
    assert room.screen.preview.form.form is None
    room.screen.refresh()
    assert room.screen.preview.case.guest.text() == "Restricted"
    assert room.screen.presenter.state.view is None
    assert "drips" not in room.screen.preview.case.said.text()
