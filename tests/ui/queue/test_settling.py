"""Settled on the spot, from the preview: in place, without losing a word, and with a way back."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from desktop.domain.commands import Settle
from desktop.domain.kinds import Band, Language, RemedyKind, State
from desktop.errors import UserError
from desktop.ui.i18n import Translator
from desktop.words import load_words
from tests.ui.queue.few_rows import a_new_row, a_row

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
ONE = "HH-D1-20261119-0001"


@pytest.fixture
def screen(make_screen, desk):
    return make_screen(desk, [a_new_row(1), a_new_row(2, minutes=40), a_row(3)], on_open=[].append)


def write(widget, text):
    """Commits a text as an input method does, after composing."""
    QApplication.sendEvent(widget, QInputMethodEvent("pinyin", []))
    commit = QInputMethodEvent()
    commit.setCommitString(text)
    QApplication.sendEvent(widget, commit)


def test_s_settles_by_keys_alone_and_the_message_offers_the_way_back(screen, desk, qtbot):
    qtbot.keyClick(screen.table, KEY.Key_S)
    form = screen.preview.form.form
    assert form.isVisible()
    assert form.isAncestorOf(QApplication.focusWidget())
    write(QApplication.focusWidget(), "已道歉")
    with qtbot.waitSignal(screen.told) as told:
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return, CTRL)
    (command,) = desk.performed
    assert isinstance(command, Settle)
    assert [(offer.kind, offer.note) for offer in command.remedies] == [(RemedyKind.SPOKEN_APOLOGY, "已道歉")]
    assert told.args[0] == "1119-0001 is settled."
    assert screen.table.hasFocus()
    assert desk.row(ONE).state is State.RESOLVED
    told.args[1]()
    assert desk.row(ONE).state is State.NEW


def test_it_is_settled_by_pointer_alone(screen, desk, qtbot):
    qtbot.mouseClick(screen.preview.acts.settle, LEFT)
    qtbot.mouseClick(screen.preview.form.form.foot.confirm, LEFT)
    assert [type(command) for command in desk.performed] == [Settle]
    assert screen.preview.form.form is None


def test_esc_leaves_and_what_was_typed_is_there_again(screen, desk, qtbot):
    qtbot.keyClick(screen.table, KEY.Key_S)
    qtbot.keyClicks(QApplication.focusWidget(), "Dried the floor")
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert screen.preview.form.form is None
    assert screen.table.hasFocus()
    qtbot.keyClick(screen.table, KEY.Key_Down)
    qtbot.keyClick(screen.table, KEY.Key_S)
    assert "Dried" not in str(screen.preview.form.form.keep())
    screen.presenter.select(ONE)
    screen.presenter.case.open_form("settle")
    assert "Dried the floor" in str(screen.preview.form.form.keep())


def test_once_settled_the_next_form_of_the_case_is_empty(screen, desk, qtbot):
    qtbot.keyClick(screen.table, KEY.Key_S)
    qtbot.keyClicks(QApplication.focusWidget(), "Dried the floor")
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return, CTRL)
    screen.presenter.case.undo(ONE)
    screen.presenter.case.open_form("settle")
    assert screen.preview.form.form.keep() == {}


def test_a_refusal_stands_in_the_form_and_loses_nothing(screen, desk, qtbot):
    qtbot.keyClick(screen.table, KEY.Key_S)
    qtbot.keyClicks(QApplication.focusWidget(), "Dried the floor")
    desk.failure = UserError("disk_full", "file")
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return, CTRL)
    form = screen.preview.form.form
    assert form.refusal.text.text() == screen.preview._text.words.error(desk.failure)
    assert "Dried the floor" in str(form.keep())
    desk.failure = None
    form.confirm()
    assert desk.row(ONE).state is State.RESOLVED


def test_a_case_past_investigation_offers_no_settling(make_screen, desk, qtbot):
    screen = make_screen(desk, [a_row(1, state=State.PROPOSED)])
    assert not screen.preview.acts.settle.isVisible()
    qtbot.keyClick(screen.table, KEY.Key_S)
    assert screen.preview.form.form is None
    assert screen.preview.acts.refusal.isVisible()


def test_a_p1_says_that_it_goes_through_every_step_and_leads_to_the_next(make_screen, desk, qtbot):
    screen = make_screen(desk, [a_new_row(1, band=Band.P1)])
    qtbot.keyClick(screen.table, KEY.Key_S)
    screen.preview.form.form.go_to.emit("acknowledge")
    assert screen.preview.form.form.act == "acknowledge"


def test_the_form_follows_the_language_and_keeps_what_was_typed(screen, desk, qtbot, qapp):
    translator = Translator(qapp)
    qtbot.keyClick(screen.table, KEY.Key_S)
    qtbot.keyClicks(QApplication.focusWidget(), "Dried the floor")
    translator.set_language(Language.ZH)
    screen.set_words(load_words(Language.ZH))
    assert screen.preview.form.form.foot.confirm.text() == "当场解决"
    assert "Dried the floor" in str(screen.preview.form.form.keep())
    translator.set_language(Language.EN)


def test_somebody_else_at_the_desk_finds_nothing_half_typed(screen, desk, qtbot):
    qtbot.keyClick(screen.table, KEY.Key_S)
    qtbot.keyClicks(QApplication.focusWidget(), "Dried the floor")
    screen.set_person(desk.person.__class__(9, "rao", "S. Rao", desk.person.role, "D1"))
    assert desk.typed.pop((ONE, "settle")), "it is kept among Maya’s own drafts"
    screen.presenter.select(ONE)
    screen.presenter.case.open_form("settle")
    assert screen.preview.form.form.keep() == {}


def test_what_is_half_typed_outlives_the_window(make_screen, screen, desk, qtbot):
    qtbot.keyClick(screen.table, KEY.Key_S)
    qtbot.keyClicks(QApplication.focusWidget(), "Dried the floor")
    assert desk.typed == {}
    screen.keep()
    assert "Dried the floor" in str(desk.typed[ONE, "settle"])
    again = make_screen(desk)
    qtbot.keyClick(again.table, KEY.Key_S)
    assert "Dried the floor" in str(again.preview.form.form.keep())


def test_a_crash_loses_five_seconds_of_typing_at_most(screen, desk, qtbot):
    qtbot.keyClick(screen.table, KEY.Key_S)
    assert screen.preview.form.findChild(QTimer).interval() == 5_000
    qtbot.keyClicks(QApplication.focusWidget(), "Dried the floor")
    screen.preview.form.findChild(QTimer).timeout.emit()
    assert "Dried the floor" in str(desk.typed[ONE, "settle"])


def test_what_is_done_is_no_longer_half_typed(screen, desk, qtbot):
    qtbot.keyClick(screen.table, KEY.Key_S)
    qtbot.keyClicks(QApplication.focusWidget(), "Dried the floor")
    screen.keep()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return, CTRL)
    assert desk.row(ONE).state is State.RESOLVED
    assert desk.typed == {}


def test_a_full_disk_is_told_and_the_words_stay_in_the_window(screen, desk, qtbot):
    qtbot.keyClick(screen.table, KEY.Key_S)
    qtbot.keyClicks(QApplication.focusWidget(), "Dried the floor")
    desk.failure = UserError("disk_full")
    with qtbot.waitSignal(screen.told):
        screen.keep()
    desk.failure = None
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    qtbot.keyClick(screen.table, KEY.Key_S)
    assert "Dried the floor" in str(screen.preview.form.form.keep())


def test_the_button_stands_under_the_fields_that_scroll(make_screen, desk, qtbot):
    small = make_screen(desk, [a_new_row(1)], size=(1278, 560))
    qtbot.keyClick(small.table, KEY.Key_S)
    preview = small.preview
    foot, area = preview.form.form.foot, preview.area
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    shown = foot.confirm.visibleRegion().boundingRect()
    assert shown == foot.confirm.rect()
    assert not area.isAncestorOf(foot)
    foot.confirm.setFocus()
    qtbot.keyClick(foot.confirm, KEY.Key_Escape)
    assert preview.form.form is None
    assert not foot.isVisible()
