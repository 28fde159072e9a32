"""The case screen as people use it: by keyboard, by mouse, in both languages."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QSettings, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.commands import AddNote, FinishTask, Investigate, Take
from desktop.domain.kinds import Flag, Language, State
from desktop.errors import UserError
from desktop.ui.case.story_lines import Look
from desktop.ui.i18n import Translator
from desktop.ui.theme import Theme
from desktop.words import load_words
from tests.ui.case.files import LEO, NUMBER, a_file, a_promise, a_task, entry, minutes, opened
from tests.ui.sweeping import cut_off, nameless, not_plain, outside, scrolled_sideways

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
EVIL = "<img src=x onerror=alert(1)><b>bold</b> \u202eabc " + "W" * 300


def on_state(desk, state, **more):
    desk.file = a_file(state, **more)
    return desk


def messages(screen):
    said = []
    screen.told.connect(lambda words, undo: said.append((words, undo)))
    return said


def test_the_header_says_whose_case_it_is(desk, make_screen):
    screen = make_screen(desk)
    header = screen.header
    assert header.guest.text() == "Ms Tan Wei Ling"
    assert header.tags.words == "VIP"
    assert header.number.text() == NUMBER
    assert header.about.accessibleName() == "· Room 1208 · Facilities › Air-con · Owner Maya C."
    assert header.reply.face.time.text == "answered in 0:12"
    assert header.primary.text() == "Mark resolved"


def test_what_must_not_be_overlooked_stands_beside_the_name(desk, make_screen):
    file = on_state(desk, State.WAITING_GUEST, restricted=True).file
    desk.file = replace(file, rating=replace(file.rating, flags=frozenset({Flag.INJURY, Flag.MEDIA})))
    assert make_screen(desk).header.tags.words == "Injury, VIP, Media, Waiting for guest, Restricted"


def test_a_click_on_the_number_copies_all_of_it(desk, make_screen):
    screen = make_screen(desk)
    QTest.mouseClick(screen.header.number, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == NUMBER


def test_ctrl_r_opens_what_the_next_move_asks_and_esc_closes_it(desk, make_screen):
    screen = make_screen(desk)
    QTest.keyClick(screen, Qt.Key.Key_R, CTRL)
    form = screen.move_panel.form
    assert (screen.move_panel.act, screen.move_panel.isVisible()) == ("resolve", True)
    assert form.isAncestorOf(QApplication.focusWidget()), "the cursor is in the first field"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not screen.move_panel.isVisible()


def test_ctrl_r_does_a_move_that_asks_nothing(desk, make_screen):
    screen = make_screen(on_state(desk, State.ASSESSED))
    said = messages(screen)
    QTest.keyClick(screen, Qt.Key.Key_R, CTRL)
    assert desk.performed == [Investigate(NUMBER, version=9)]
    assert said[0][0] == "Investigation begun · 1119-0047"
    said[0][1]()
    assert desk.undone == [NUMBER], "the message's undo"


@pytest.mark.parametrize("key", [(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Left, ALT)])
def test_esc_and_alt_left_go_back(desk, make_screen, qtbot, key):
    screen = make_screen(desk)
    with qtbot.waitSignal(screen.left):
        QTest.keyClick(screen.header.primary, *key)


def test_the_stage_bar_says_what_is_past_where_it_stands_and_what_comes(desk, make_screen):
    history = (opened(), entry(2, "acknowledge", 12, state=("new", "acknowledged")))
    screen = make_screen(on_state(desk, State.ACKNOWLEDGED, view={"history": history}))
    assert screen.stages.accessibleName() == "Received 21:00, now: Acknowledged, next: Assessed"


def test_what_the_next_move_still_needs_stands_under_the_stages(desk, make_screen):
    screen = make_screen(on_state(desk, State.PROPOSED, tasks=(a_task(1), a_task(2)), promises=(a_promise(),)))
    assert screen.stack.page.needs.text() == "Before “Mark resolved”: 2 tasks open · 1 promise open"


def test_a_need_leads_to_its_card(desk, make_screen):
    screen = make_screen(on_state(desk, State.PROPOSED, tasks=(a_task(),)))
    screen.move_panel.go_to.emit("tasks")
    assert screen.cards["tasks"].isAncestorOf(QApplication.focusWidget())


def test_a_need_that_is_an_act_opens_its_form(desk, make_screen):
    screen = make_screen(desk)
    screen.move_panel.go_to.emit("contact")
    assert screen.move_panel.act == "contact"


def test_ctrl_enter_adds_a_note(desk, make_screen):
    screen = make_screen(desk)
    note = screen.timeline.entry.note
    note.setFocus()
    QTest.keyClicks(note, "Called the plumber")
    QTest.keyClick(note, Qt.Key.Key_Return)
    QTest.keyClicks(note, "He comes")
    QTest.keyClick(note, Qt.Key.Key_Return, CTRL)
    assert [c.text for c in desk.performed] == ["Called the plumber\nHe comes"]
    assert note.text() == ""
    assert note.hasFocus()


def test_nothing_happens_while_an_input_method_composes(desk, make_screen):
    screen = make_screen(desk)
    note = screen.timeline.entry.note
    note.setFocus()
    QCoreApplication.sendEvent(note, QInputMethodEvent("shui", []))
    QTest.keyClick(note, Qt.Key.Key_Return, CTRL)
    QTest.keyClick(note, Qt.Key.Key_R, CTRL)
    assert desk.performed == []
    assert screen.presenter.state.act == ""
    done = QInputMethodEvent()
    done.setCommitString("水管已修好")
    QCoreApplication.sendEvent(note, done)
    QTest.keyClick(note, Qt.Key.Key_Return, CTRL)
    assert [c.text for c in desk.performed] == ["水管已修好"]


def test_an_empty_note_says_so_at_the_field(desk, make_screen):
    screen = make_screen(desk)
    QTest.mouseClick(screen.timeline.entry.add, Qt.MouseButton.LeftButton)
    assert screen.timeline.entry.error.text() == "Note is missing. Please fill it in."
    assert screen.timeline.entry.note.hasFocus()


def test_a_refused_note_stays_typed_with_the_reason(desk, make_screen):
    screen = make_screen(desk)
    desk.refusals = [UserError("disk_full")]
    screen.timeline.entry.note.setPlainText("Important")
    QTest.mouseClick(screen.timeline.entry.add, Qt.MouseButton.LeftButton)
    assert screen.timeline.entry.text() == "Important"
    assert screen.timeline.entry.error.text().startswith("The disk is full.")


def test_a_half_typed_note_belongs_to_its_case(desk, make_screen):
    screen = make_screen(desk)
    screen.timeline.entry.note.setPlainText("Half a sen")
    screen.close_case()
    assert screen.timeline.entry.text() == ""
    screen.open_case(NUMBER)
    assert screen.timeline.entry.text() == "Half a sen"


def test_locking_the_desk_keeps_note_form_and_card(desk, make_screen):
    screen = make_screen(on_state(desk, State.NEW))
    screen.timeline.entry.note.setPlainText("Half")
    screen.presenter.ask_move("withdraw")
    reason = screen.move_panel.form.entry("reason")
    QTest.keyClicks(reason.field, "She left")
    screen.keep()
    fresh = make_screen(desk)
    assert fresh.timeline.entry.text() == "Half"
    assert fresh.move_panel.act == "withdraw"
    assert fresh.move_panel.form.entry("reason").keep() == "She left"


def test_leaving_a_form_loses_nothing(desk, make_screen):
    screen = make_screen(on_state(desk, State.NEW))
    screen.presenter.ask_move("withdraw")
    QTest.keyClicks(screen.move_panel.form.entry("reason").field, "She left")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    screen.presenter.ask_move("withdraw")
    assert screen.move_panel.form.entry("reason").keep() == "She left"


def test_log_call_opens_the_form_of_a_contact(desk, make_screen):
    screen = make_screen(desk)
    QTest.mouseClick(screen.timeline.entry.call, Qt.MouseButton.LeftButton)
    assert screen.move_panel.act == "contact"


def test_a_card_acts_with_the_version_that_is_shown(desk, make_screen):
    screen = make_screen(on_state(desk, State.PROPOSED, tasks=(a_task(),)))
    screen.cards["tasks"].wanted.emit(FinishTask(NUMBER, "1"))
    assert desk.performed == [FinishTask(NUMBER, "1", version=9)]


def test_the_menu_holds_the_other_moves_with_reasons_where_they_are_refused(desk, make_screen):
    screen = make_screen(on_state(desk, State.NEW), person=LEO)
    QTest.mouseClick(screen.header.more, Qt.MouseButton.LeftButton)
    actions = screen.header.menu.actions
    assert {"settle", "take", "withdraw", "duplicate", "override"} <= set(actions)
    assert "close" not in actions
    assert "acknowledge" not in actions, "that is the primary button's"
    assert not actions["duplicate"].isEnabled()
    assert "not among the rights of this role" in actions["duplicate"].text()
    actions["take"].trigger()
    assert desk.performed == [Take(NUMBER, version=9)]
    screen.header.menu.shown.close()


def test_a_move_that_is_not_the_persons_is_off_with_its_reason(desk, make_screen):
    screen = make_screen(on_state(desk, State.RESOLVED), person=LEO)
    assert not screen.header.primary.isEnabled()
    assert screen.header.reason.text().startswith("“Close” is not among the rights")


def test_papers_are_asked_for_with_the_number(desk, make_screen, qtbot):
    screen = make_screen(desk)
    for button, kind in ((screen.header.case_file, "case"), (screen.header.receipt, "receipt")):
        with qtbot.waitSignal(screen.print_wanted) as asked:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert asked.args == [kind, NUMBER]


def test_changed_meanwhile_shows_both_and_keeps_what_was_typed(desk, make_screen):
    screen = make_screen(desk)
    screen.timeline.entry.note.setPlainText("Mine")
    desk.happen("note", by="rao", note="Theirs was first.")
    QTest.mouseClick(screen.timeline.entry.add, Qt.MouseButton.LeftButton)
    clash = screen.clash
    assert clash.isVisible()
    assert clash.banner.title.text() == "Changed on another screen at 22:02."
    QTest.mouseClick(clash.see, Qt.MouseButton.LeftButton)
    assert clash.their_lines.text() == "22:02  Theirs was first (Sunita R.)"
    assert clash.my_lines.text() == "Add a note\nMine"
    assert screen.timeline.entry.text() == "Mine"
    QTest.mouseClick(clash.keep, Qt.MouseButton.LeftButton)
    assert desk.performed == [AddNote(NUMBER, "Mine", version=10)]
    assert not clash.isVisible()


def test_a_restricted_case_says_so_and_leads_back(desk, make_screen, qtbot):
    desk.failure = UserError("restricted", "case")
    screen = make_screen(desk)
    assert screen.stack.failed.line.text() == "This case is restricted"
    with qtbot.waitSignal(screen.left):
        QTest.mouseClick(screen.stack.failed.button, Qt.MouseButton.LeftButton)


def test_a_case_that_could_not_be_read_can_be_tried_again(desk, make_screen, expected_log):
    desk.failure = UserError("database_locked")
    screen = make_screen(desk)
    assert screen.stack.failed.line.text() == "Couldn’t read the case"
    desk.failure = None
    QTest.mouseClick(screen.stack.failed.button, Qt.MouseButton.LeftButton)
    assert screen.header.guest.isVisible()


def test_the_clocks_go_on_with_the_clock(desk, make_screen, clock):
    screen = make_screen(desk)
    assert screen.header.resolution.face.time.text == "6:58 left"
    clock.advance(timedelta(hours=7))
    screen.presenter.tick()
    assert screen.header.resolution.face.time.text == "0:02 late"


def test_the_language_changes_and_what_was_typed_stays(desk, make_screen, qapp):
    screen = make_screen(desk)
    screen.timeline.entry.note.setPlainText("Half")
    translator = Translator(qapp, Language.EN)
    try:
        translator.set_language(Language.ZH)
        screen.set_words(load_words(Language.ZH))
        assert screen.header.primary.text() == "标为已解决"
        assert screen.timeline.title.text() == "时间线"
        assert screen.timeline.model.index(0).data() == "柜台接到投诉"
        assert screen.timeline.entry.text() == "Half"
    finally:
        translator.set_language(Language.EN)


def test_the_look_at_the_timeline_comes_back_after_a_restart(desk, make_screen, tmp_path):
    store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    screen = make_screen(desk)
    QTest.mouseClick(screen.timeline.looks.segment(Look.GUEST), Qt.MouseButton.LeftButton)
    screen.remember(store)
    fresh = make_screen(desk, opened=False)
    fresh.restore(store)
    assert fresh.presenter.state.look is Look.GUEST


def full(desk):
    """A case with everything, hostile and long where people can make it so."""
    history = (opened(text=EVIL * 20), entry(2, "note", 3, note=EVIL * 50), entry(3, "task", 4, task=EVIL))
    return on_state(
        desk,
        State.PROPOSED,
        view={"history": history, "text": EVIL * 20, "place": EVIL},
        row={"guest": EVIL, "room": EVIL, "owner": EVIL, "first_response_at": minutes(12)},
        tasks=(a_task(1), a_task(2, done=True)),
        promises=(a_promise(),),
    )


@pytest.mark.parametrize("size", [(1278, 622), (1352, 826)])
@pytest.mark.parametrize("text", [100, 125])
def test_nothing_is_cut_off_or_nameless_or_read_as_markup(desk, make_screen, qtbot, theme: Theme, size, text):
    theme.set_compact(size[0] < 1312)
    theme.set_text_size(text)
    try:
        screen = make_screen(full(desk), size=size)
        with suppress(qtbot.TimeoutError):  # scroll areas find their size in the next rounds of events
            qtbot.waitUntil(lambda: not cut_off(screen), timeout=2_000)
        for found in (cut_off, outside, scrolled_sideways, nameless, not_plain):
            assert found(screen) == [], found.__name__
    finally:
        theme.set_text_size(100)
        theme.set_compact(False)


def test_in_compact_windows_the_right_cards_stand_under_the_middle_ones(desk, make_screen, theme: Theme):
    theme.set_compact(True)
    try:
        screen = make_screen(desk, size=(1278, 622))
        columns = screen.stack.page.columns
        assert not columns.right.isVisible()
        assert columns.middle.inner.isAncestorOf(screen.cards["root_cause"])
        theme.set_compact(False)
        assert columns.right.inner.isAncestorOf(screen.cards["root_cause"])
    finally:
        theme.set_compact(False)


def test_tab_goes_through_the_page_in_reading_order(desk, make_screen):
    screen = make_screen(on_state(desk, State.PROPOSED, tasks=(a_task(),)))
    parts: list[tuple[str, QWidget]] = [
        ("header", screen.header),
        ("timeline", screen.timeline),
        ("tasks", screen.cards["tasks"]),
        ("promises", screen.cards["promises"]),
        ("root cause", screen.cards["root_cause"]),
        ("facts", screen.cards["facts"]),
    ]
    screen.header.back.setFocus()
    order: list[str] = []
    for _ in range(80):
        focus = QApplication.focusWidget()
        name = next((name for name, part in parts if part.isAncestorOf(focus)), "")
        if name and (not order or order[-1] != name):
            order.append(name)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        if screen.header.back.hasFocus():
            break
    assert order == [name for name, _part in parts]


def test_f6_goes_from_pane_to_pane(desk, make_screen):
    screen = make_screen(desk)
    assert [pane.mapTo(screen, QPoint()).x() for pane in screen.panes()[2:]] == sorted(
        pane.mapTo(screen, QPoint()).x() for pane in screen.panes()[2:]
    )
    assert screen.panes()[0].isAncestorOf(screen.header.primary)
