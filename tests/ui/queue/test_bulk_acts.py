"""Several cases in the window: chosen by keys or by pointer alone, acted on, undone (conventions.md 6)."""

from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from desktop.domain.commands import Acknowledge, AddNote, Take
from desktop.domain.kinds import Language, State
from desktop.ui.i18n import Translator
from desktop.ui.queue.columns import Column
from desktop.ui.queue.delegate import tick_reach
from desktop.ui.tasks import TaskRunner
from desktop.ui.widgets import PlainLabel
from desktop.words import load_words
from tests.ui.queue.few_rows import a_new_row, a_row

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def screen(make_screen, full_desk):
    return make_screen(full_desk, on_open=[].append)


def ticked(screen):
    """The places of the chosen rows."""
    numbers = screen.presenter.state.tick_numbers
    return [n for n, row in enumerate(screen.presenter.state.window.rows) if row.number in numbers]


def at(screen, place, column=Column.SUMMARY):
    return screen.table.visualRect(screen.table.model().index(place, column)).center()


def box(screen, place):
    return QPoint(20, at(screen, place).y())


def click(qtbot, screen, point, modifier=NONE):
    qtbot.mouseClick(screen.table.viewport(), LEFT, modifier, point)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([(KEY.Key_Down, SHIFT), (KEY.Key_Down, SHIFT)], [0, 1, 2]),
        ([(KEY.Key_Down, SHIFT), (KEY.Key_Down, SHIFT), (KEY.Key_Up, SHIFT)], [0, 1]),
        ([(KEY.Key_Down, NONE), (KEY.Key_End, SHIFT)], list(range(1, 12))),
        ([(KEY.Key_Space, NONE), (KEY.Key_Down, CTRL), (KEY.Key_Down, CTRL), (KEY.Key_Space, CTRL)], [0, 2]),
        ([(KEY.Key_Space, NONE), (KEY.Key_Space, NONE)], []),
        ([(KEY.Key_A, CTRL)], list(range(12))),
        ([(KEY.Key_A, CTRL), (KEY.Key_Escape, NONE)], []),
        ([(KEY.Key_Down, SHIFT), (KEY.Key_Down, NONE)], []),
    ],
)
def test_cases_are_chosen_by_keys(screen, qtbot, keys, expected):
    for key, modifier in keys:
        qtbot.keyClick(screen.table, key, modifier)
    assert ticked(screen) == expected


def test_ctrl_and_shift_clicks_choose_and_a_plain_click_goes_on_with_one(screen, qtbot):
    click(qtbot, screen, at(screen, 2), CTRL)
    assert ticked(screen) == [0, 2]
    click(qtbot, screen, at(screen, 0), CTRL)
    assert ticked(screen) == [2]
    click(qtbot, screen, at(screen, 5), SHIFT)
    click(qtbot, screen, at(screen, 4), CTRL)
    assert 5 in ticked(screen)
    click(qtbot, screen, at(screen, 7))
    assert ticked(screen) == []
    assert screen.preview.case.isVisible()


def test_the_box_in_the_marks_place_chooses_by_pointer_alone(screen, qtbot):
    cell = screen.table.visualRect(screen.table.model().index(1, Column.BAND))
    assert tick_reach(cell.toRectF(), screen.table._cells.look().metrics) - cell.left() >= 24
    click(qtbot, screen, box(screen, 1))
    click(qtbot, screen, box(screen, 4))
    assert ticked(screen) == [1, 4]
    click(qtbot, screen, box(screen, 1))
    assert ticked(screen) == [4]
    qtbot.mouseClick(screen.preview.several.clear, LEFT)
    assert ticked(screen) == []


def test_two_quick_clicks_at_the_box_open_nothing(make_screen, full_desk, qtbot):
    opened = []
    screen = make_screen(full_desk, on_open=opened.append)
    click(qtbot, screen, box(screen, 1))
    qtbot.mouseDClick(screen.table.viewport(), LEFT, NONE, box(screen, 1))
    assert opened == []


def test_a_screen_reader_hears_which_cases_are_chosen(screen, qtbot):
    click(qtbot, screen, box(screen, 1))
    spoken = [screen.table.model().index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole).split(",")[0] for n in range(3)]
    assert [word == "chosen" for word in spoken] == [False, True, False]


def test_a_note_goes_to_all_chosen_cases_by_keys_alone(screen, full_desk, qtbot):
    qtbot.keyClick(screen.table, KEY.Key_Down, SHIFT)
    pane = screen.preview.several
    assert pane.title.text() == "2 cases chosen"
    qtbot.keyClick(screen.table, KEY.Key_Return)
    assert pane.form.act.combo.hasFocus()
    for _ in range(4):
        qtbot.keyClick(pane.form.act.combo, KEY.Key_Down)
    qtbot.keyClick(pane.form.act.combo, KEY.Key_Tab)
    note = QApplication.focusWidget()
    commit = QInputMethodEvent()
    commit.setCommitString("电梯已修好")
    QApplication.sendEvent(note, QInputMethodEvent("dianti", []))
    qtbot.keyClick(note, KEY.Key_Return, CTRL)
    assert full_desk.performed == []
    QApplication.sendEvent(note, commit)
    qtbot.keyClick(note, KEY.Key_Return, CTRL)
    assert [(type(c), c.text) for c in full_desk.performed] == [(AddNote, "电梯已修好")] * 2
    assert pane.result.done.text() == "2 cases done."
    assert pane.result.undo.hasFocus()
    qtbot.keyClick(pane.result.undo, KEY.Key_Escape)
    assert screen.table.hasFocus()
    assert ticked(screen) == []


def test_refusals_are_listed_opened_and_all_is_undone_by_pointer_alone(make_screen, full_desk, qtbot):
    opened = []
    screen = make_screen(full_desk, on_open=opened.append)
    for place in (0, 1, 3):
        click(qtbot, screen, box(screen, place))
    pane = screen.preview.several
    screen.table.menu_wanted.emit(QPoint(200, 200))
    next(a for a in screen.menus.shown.actions() if a.text().startswith("Acknowledge")).trigger()
    screen.menus.shown.close()
    qtbot.mouseClick(pane.form.form.foot.confirm, LEFT)
    assert [type(command) for command in full_desk.performed] == [Acknowledge] * 3
    assert pane.result.done.text() == "2 cases done."
    assert [line.number.accessibleName() for line in pane.result.lines] == ["HH-D1-20261119-0004"]
    qtbot.mouseClick(pane.result.lines[0].number, LEFT)
    assert opened == ["HH-D1-20261119-0004"]
    qtbot.mouseClick(pane.result.undo, LEFT)
    assert pane.result.done.text() == "Taken back."
    assert [full_desk.row(f"HH-D1-20261119-00{n}").state for n in ("07", "10")] == [State.NEW, State.NEW]
    qtbot.mouseClick(pane.result.close_button, LEFT)
    assert len(ticked(screen)) == 1


def test_t_with_several_asks_once_for_all_of_them(screen, full_desk, qtbot):
    qtbot.keyClick(screen.table, KEY.Key_Down, SHIFT)
    qtbot.keyClick(screen.table, KEY.Key_T)
    assert full_desk.performed == []
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return, CTRL)
    assert [type(command) for command in full_desk.performed] == [Take, Take]


def test_cases_are_settled_one_by_one(screen, full_desk, qtbot):
    qtbot.keyClick(screen.table, KEY.Key_Down, SHIFT)
    with qtbot.waitSignal(screen.told) as told:
        qtbot.keyClick(screen.table, KEY.Key_S)
    assert told.args[0] == "Cases are settled one by one."
    assert screen.preview.form.form is None


def test_what_was_typed_for_several_is_there_after_going_back_to_the_rows(screen, qtbot):
    qtbot.keyClick(screen.table, KEY.Key_Down, SHIFT)
    pane = screen.preview.several
    pane.open_act("note")
    qtbot.keyClicks(QApplication.focusWidget(), "Lift is back")
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert screen.table.hasFocus()
    assert ticked(screen) == [0, 1]
    qtbot.keyClick(screen.table, KEY.Key_Down, SHIFT)
    assert pane.form.keep() == {"act": "note", "note.text": "Lift is back"}


def test_the_status_bar_hears_how_many_are_chosen(screen, qtbot):
    assert screen.chosen_words() == "1 selected"
    with qtbot.waitSignal(screen.selected):
        qtbot.keyClick(screen.table, KEY.Key_A, CTRL)
    assert screen.chosen_words() == "12 selected"


def test_a_case_that_left_is_said(screen, full_desk, qtbot):
    qtbot.keyClick(screen.table, KEY.Key_Down, SHIFT)
    full_desk.rows.remove(screen.presenter.state.ticked[0])
    with qtbot.waitSignal(screen.told) as told:
        screen.refresh()
    assert told.args[0] == "1 chosen case is no longer in this list."


def test_a_long_act_tells_how_far_it_is_and_can_be_stopped(make_screen, desk, qtbot):
    runner = TaskRunner()
    desk.act_gate = Event()
    screen = make_screen(desk, [a_new_row(n, minutes=n) for n in range(1, 6)], runner=runner)
    qtbot.waitUntil(lambda: screen.table.model().rowCount() == 5)
    qtbot.keyClick(screen.table, KEY.Key_A, CTRL)
    qtbot.keyClick(screen.table, KEY.Key_T)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return, CTRL)
    acting = screen.preview.several.acting
    assert acting.isVisible()
    assert acting.words.text() == "Case 1 of 5"
    qtbot.mouseClick(acting.stop, LEFT)
    assert not acting.stop.isEnabled()
    desk.act_gate.set()
    qtbot.waitUntil(lambda: screen.preview.several.result.isVisible())
    assert len(desk.performed) == 1
    assert screen.preview.several.note.text() == "4 were not tried."
    qtbot.waitUntil(lambda: len(ticked(screen)) == 4)
    assert runner.wait_all()


def test_a_restricted_row_has_no_box_no_acts_and_says_who_may_read_it(make_screen, desk, qtbot):
    masked = a_new_row(1, restricted=True, summary="", guest="", room="", category=None, emotion=None, points=())
    screen = make_screen(desk, [masked, a_row(2)], on_open=[].append)
    click(qtbot, screen, box(screen, 0))
    assert ticked(screen) == []
    assert screen.preview.case.guest.text() == "Restricted"
    assert screen.preview.case.said.text() == "This case is restricted. Who may read it: Manager, Site owner."
    assert not screen.preview.acts.isVisible()
    assert not screen.preview.why.isVisible()
    cells = [screen.table.model().index(0, column).data() for column in (Column.GUEST, Column.CATEGORY, Column.MOOD)]
    assert cells == ["Restricted"] * 3
    with qtbot.waitSignal(screen.told):
        qtbot.keyClick(screen.table, KEY.Key_T)
    with qtbot.waitSignal(screen.told):
        qtbot.keyClick(screen.table, KEY.Key_Return)
    assert desk.performed == []


def test_the_list_can_be_printed_from_the_head(screen, qtbot):
    with qtbot.waitSignal(screen.print_wanted):
        qtbot.mouseClick(screen.head.print, LEFT)
    assert screen.head.print.accessibleName() == "Print list"


@pytest.mark.parametrize("language", list(Language))
def test_nothing_is_cut_with_several_chosen_at_the_largest_text(make_screen, full_desk, theme, qapp, qtbot, language):
    translator = Translator(qapp, language)
    theme.set_text_size(125)
    theme.set_compact(True)
    theme.set_chinese(language is Language.ZH)
    screen = make_screen(full_desk, size=(1366, 696))
    screen.set_words(load_words(language))
    qtbot.keyClick(screen.table, KEY.Key_A, CTRL)
    screen.preview.several.open_act("acknowledge")
    cut = [w.text() for w in screen.preview.findChildren(PlainLabel) if w.isVisible() and w.is_cut()]
    screen.preview.several.form.form.confirm()
    cut += [w.text() for w in screen.preview.findChildren(PlainLabel) if w.isVisible() and w.is_cut()]
    assert cut == []
    translator.set_language(Language.EN)
