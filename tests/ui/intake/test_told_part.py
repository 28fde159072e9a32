"""A risk to someone's safety: the duty manager is told now, and that it was done is noted with the time."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.kinds import Flag, Language, RecordType
from desktop.ui.i18n import Translator
from desktop.ui.intake.form import Form
from desktop.ui.intake.told_part import GRAVE, ToldPart
from desktop.ui.theme.theme import theme_of
from desktop.words import load_words
from tests.ui.intake.beside_state import Calls, Heard, hold, say_in, show, state_of, talk_at

HURT = Form(flags=frozenset({Flag.INJURY}))
TOLD = replace(HURT, told="S. Rao", told_clock="21:43", told_of=HURT.flags)


@pytest.fixture
def calls():
    return Calls()


@pytest.fixture
def holder(qtbot, theme):
    holder = QWidget()
    qtbot.addWidget(holder)
    return holder


@pytest.fixture
def part(qtbot, holder, calls):
    part = ToldPart(calls.nothing, calls.change, load_words(Language.EN), holder)
    hold(part, holder)
    holder.resize(300, 200)
    show(holder, qtbot)
    return part


@pytest.fixture
def translator(qapp):
    translator = Translator(qapp)
    yield translator
    translator.set_language(Language.EN)


def test_without_a_risk_nothing_stands_there(part):
    part.paint(state_of(Form(flags=frozenset({Flag.PUBLIC_POST})), talk=talk_at(emotion=3)))
    assert part.isHidden()


@pytest.mark.parametrize("flag", GRAVE)
def test_every_grave_flag_is_named_and_asks_for_the_manager(part, flag):
    part.paint(state_of(Form(flags=frozenset({flag})), manager="S. Rao"))
    assert part.isVisible()
    word = load_words(Language.EN).term("flag", flag.value)
    assert part.said.text() == f"{word}. Tell the duty manager now."
    assert (part.button.text(), part.button.kind) == ("Tell S. Rao", "danger")


def test_a_flag_on_an_enquiry_is_no_alarm(part):
    part.paint(state_of(replace(HURT, type=RecordType.ENQUIRY)))
    assert part.isHidden()


def test_without_a_duty_card_the_duty_manager_is_told(part):
    part.paint(state_of(HURT))
    assert part.button.text() == "Tell the duty manager"
    part.paint(state_of(replace(TOLD, told="")))
    assert part.said.text() == "Injury. Told the duty manager at 21:43."


def test_telling_is_noted_once_and_the_panel_says_who_and_when(part, calls, qtbot):
    part.paint(state_of(HURT, manager="S. Rao"))
    part.button.setFocus()
    qtbot.keyClick(part.button, Qt.Key.Key_Space)
    assert calls.made == [None]
    part.paint(state_of(TOLD, manager="S. Rao"))
    assert part.said.text() == "Injury. Told S. Rao at 21:43."
    assert part.button.isHidden()
    assert part.undo.hasFocus()


def test_undo_takes_the_note_back_and_the_button_is_there_again(part, calls, qtbot):
    part.paint(state_of(TOLD, manager="S. Rao"))
    part.undo.setFocus()
    qtbot.keyClick(part.undo, Qt.Key.Key_Space)
    assert calls.made == [{"told": "", "told_clock": "", "told_of": frozenset()}]
    part.paint(state_of(HURT, manager="S. Rao"))
    assert part.button.hasFocus()


def test_who_was_told_stays_on_record_when_the_risk_is_gone(part):
    part.paint(state_of(Form(told="S. Rao", told_clock="21:43")))
    assert part.isVisible()
    assert part.said.text() == "Told S. Rao at 21:43."


def test_a_risk_that_comes_later_is_told_anew_and_both_times_stay(part, calls, monkeypatch):
    part.paint(state_of(TOLD, manager="S. Rao"))
    heard = Heard(monkeypatch)
    worse = replace(TOLD, flags=TOLD.flags | {Flag.FIRE})
    part.paint(state_of(worse, manager="S. Rao"))
    assert heard == ["Safety risk. Fire. Tell the duty manager now."]
    part.button.click()
    assert calls.made == [None]
    part.paint(state_of(replace(worse, told_clock="21:43 21:50", told_of=worse.flags), manager="S. Rao"))
    assert part.said.text() == "Injury, Fire. Told S. Rao at 21:43, 21:50."
    part.undo.click()
    assert calls.made[1:] == [{"told": "S. Rao", "told_clock": "21:43", "told_of": frozenset()}]


@pytest.mark.parametrize("width", [300, 480])
def test_the_button_stands_under_words_that_it_would_press_together(part, holder, qtbot, width):
    holder.resize(width, 200)
    qtbot.wait_until(lambda: holder.width() == width)
    part.paint(state_of(Form(flags=frozenset({Flag.INJURY, Flag.FIRE})), manager="Maximiliane Berg"))
    QApplication.processEvents()
    lines = part.said.height() // theme_of(part).metrics.role("body").line
    if width > 400:
        assert part.button.x() > part.said.geometry().right()
        assert lines <= 2
    else:
        assert part.button.y() > part.said.geometry().bottom()
    assert part.rect().contains(part.button.geometry())


def test_where_the_guide_calls_for_the_manager_it_says_so_more_quietly(part):
    part.paint(state_of(Form(emotion=4), talk=talk_at(emotion=4), manager="S. Rao"))
    assert part.isVisible()
    assert (part.title.text(), part.title.tone) == ("Duty manager", "p2")
    assert (part.button.text(), part.button.kind) == ("Tell S. Rao", "plain")


def test_a_new_risk_is_announced_once(part, monkeypatch):
    heard = Heard(monkeypatch)
    state = state_of(HURT, manager="S. Rao")
    part.paint(state)
    part.paint(replace(state, words=12))
    assert heard == ["Safety risk. Injury. Tell the duty manager now."]


def test_that_the_manager_was_told_is_announced(part, monkeypatch):
    part.paint(state_of(HURT, manager="S. Rao"))
    heard = Heard(monkeypatch)
    part.paint(state_of(TOLD, manager="S. Rao"))
    assert heard == ["Safety risk. Injury. Told S. Rao at 21:43."]


def test_a_long_or_hostile_name_is_cut_on_the_button_and_whole_for_screen_readers(part):
    name = "<img src=x> {time} Maximiliane von und zu Hohenlohe-Langenburg"
    part.paint(state_of(HURT, manager=name))
    assert part.button.accessibleName() == f"Tell {name}"
    assert part.button.text().endswith("…")
    assert part.button.width() < part.width() * 2 / 3
    part.paint(state_of(replace(TOLD, told=name), manager=name))
    assert part.said.text() == f"Injury. Told {name} at 21:43."
    assert part.said.textFormat() is Qt.TextFormat.PlainText


def test_a_chinese_name_stands_without_gaps_and_a_latin_one_with_them(part, translator):
    part.paint(state_of(HURT, manager="饶经理"))
    say_in(part, translator, Language.ZH)
    assert part.button.text() == "告知饶经理"
    assert part.said.text() == "有人受伤。请立即告知值班经理。"
    part.paint(state_of(HURT, manager="S. Rao"))
    assert part.button.text() == "告知 S. Rao"
    part.paint(state_of(replace(TOLD, told="饶经理")))
    assert part.said.text() == "有人受伤。21:43 已告知饶经理。"
