"""What all forms of moves have in common: keys, mistakes at their fields, and nothing that is typed is lost."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.commands import AddNote, Withdraw
from desktop.domain.kinds import Language
from desktop.errors import ChangedMeanwhileError, UserError
from desktop.ui.moves import FORMS, at_once, make_form
from desktop.words import load_words
from tests.ui.moves.a_case import NUMBER, about


def test_ctrl_enter_tells_the_command_without_a_version(open_form):
    hands = open_form("withdraw")
    hands.write("She found her ring")
    hands.confirm()
    assert hands.made == [Withdraw(NUMBER, "She found her ring")]
    assert hands.made[0].version is None


def test_enter_in_a_long_text_makes_a_new_line(open_form):
    hands = open_form("note")
    hands.write("One")
    hands.press(Qt.Key.Key_Return)
    hands.write("Two")
    hands.confirm()
    assert hands.made == [AddNote(NUMBER, "One\nTwo")]


def test_the_button_with_the_focus_answers_to_enter(open_form):
    hands = open_form("note")
    hands.write("One")
    hands.tab()
    assert hands.focus is hands.form.foot.confirm
    hands.press(Qt.Key.Key_Return)
    hands.form.set_busy(False)
    hands.tab()
    hands.press(Qt.Key.Key_Return)
    assert hands.made == [AddNote(NUMBER, "One")]
    assert hands.left == [True]


def test_a_click_does_the_same(open_form):
    hands = open_form("note")
    hands.write("One")
    hands.click(hands.form.foot.confirm)
    assert hands.made == [AddNote(NUMBER, "One")]


def test_esc_leaves_and_what_was_typed_comes_back(open_form):
    hands = open_form("withdraw")
    hands.write("Half a rea")
    hands.press(Qt.Key.Key_Escape)
    assert hands.left == [True]
    kept = hands.form.keep()
    again = open_form("withdraw", kept=kept)
    assert again.form.entry("reason").keep() == "Half a rea"
    assert again.form.keep() == kept


def test_only_what_a_person_changed_is_kept(open_form):
    hands = open_form("assess")
    assert hands.form.keep() == {}
    hands.click(hands.form.entry("severity").control.segment("3"))
    assert hands.form.keep() == {"severity": "3"}


def test_nothing_acts_while_an_input_method_composes(open_form):
    hands = open_form("withdraw")
    hands.write("x")
    hands.hold("ni hao")
    hands.confirm()
    hands.press(Qt.Key.Key_Escape)
    assert hands.made == []
    assert hands.left == []


def test_chinese_comes_through_an_input_method(open_form):
    hands = open_form("withdraw")
    hands.compose("客人已找到戒指")
    hands.confirm()
    assert hands.made == [Withdraw(NUMBER, "客人已找到戒指")]


def test_a_mistake_is_said_at_its_field_and_has_the_cursor(open_form):
    hands = open_form("withdraw")
    hands.form.foot.confirm.setFocus()
    hands.confirm()
    assert hands.made == []
    assert hands.error("reason") == "A reason is needed here. Please write one in a sentence."
    assert hands.focus is hands.form.entry("reason").field


def test_a_mistake_goes_when_its_field_is_changed(open_form):
    hands = open_form("withdraw")
    hands.confirm()
    hands.write("x")
    assert hands.error("reason") == ""


def test_what_the_service_refuses_is_said_at_the_field_it_names(open_form):
    hands = open_form("hand_over", kept={"department": "Engineering"})
    hands.confirm()
    hands.form.show_error(UserError("no_such_person", "to", login="leo"))
    assert "nobody called “leo”" in hands.error("to")
    assert hands.focus is hands.form.entry("to").field


def test_what_belongs_to_no_field_is_said_above_the_buttons(open_form):
    hands = open_form("withdraw", kept={"reason": "x"})
    hands.confirm()
    hands.form.show_error(ChangedMeanwhileError("changed_meanwhile", "version", number=NUMBER))
    assert "Someone else changed this case" in hands.form.refusal.text.text()
    assert hands.form.refusal.isVisible()
    assert hands.form.entry("reason").keep() == "x"


def test_while_the_act_is_under_way_it_cannot_be_asked_for_again(open_form):
    hands = open_form("withdraw", kept={"reason": "x"})
    hands.confirm()
    hands.confirm()
    assert len(hands.made) == 1
    assert not hands.form.foot.confirm.isEnabled()
    hands.form.show_error(UserError("disk_full"))
    assert hands.form.foot.confirm.isEnabled()


def test_another_language_keeps_what_was_typed_and_says_mistakes_in_it(open_form, translator):
    hands = open_form("propose", kept={"solution": "New room"})
    hands.confirm()
    translator.set_language(Language.ZH)
    hands.form.set_words(load_words(Language.ZH))
    assert hands.form.entry("solution").keep() == "New room"
    assert hands.form.head.title.text() == "提方案"
    assert hands.form.foot.cancel.text() == "取消"
    assert hands.error("remedies") == load_words(Language.ZH).error(UserError("no_remedy", "remedies"))


def test_a_change_of_the_case_keeps_what_was_typed(open_form):
    hands = open_form("resolve", about(tasks_open=2), kept={"told_by": "phone"})
    assert [line.text.text() for line in hands.form.needs.lines] == ["2 tasks still open"]
    hands.form.set_about(about(tasks_open=0))
    assert hands.form.needs.lines == ()
    assert hands.form.entry("told_by").keep() == "phone"


@pytest.mark.parametrize("act", FORMS)
def test_tab_goes_through_a_form_as_one_reads_it(open_form, act):
    case = about(tasks_open=1, promises_open=1)
    hands = open_form(act, case, width=760)
    hands.form.foot.cancel.setFocus()
    seen = []
    for _ in range(60):
        hands.tab()
        if hands.focus is hands.form.foot.cancel:
            break
        place = hands.focus.mapTo(hands.form, hands.focus.rect().topLeft())
        seen.append(place.y())
    assert hands.focus is hands.form.foot.cancel
    assert all(later >= earlier - 40 for earlier, later in pairwise(seen))  # fields beside each other may differ


def test_acts_without_fields_are_done_at_once():
    assert type(at_once("investigate", NUMBER)).__name__ == "Investigate"
    assert type(at_once("resume", NUMBER)).__name__ == "Resume"
    assert at_once("close", NUMBER) is None


def test_forms_show_foreign_text_as_it_is(open_form):
    name = "<b>Bobby</b>"
    people = (replace(about().around.people[3], name=name),)
    hands = open_form("hand_over", about(around=replace(about().around, people=people)))
    combo = hands.form.entry("to").combo
    assert name in [combo.itemText(row).split(" · ")[0] for row in range(combo.count())]


def test_a_form_can_be_made_before_any_window(theme):
    form = make_form("withdraw", about(), load_words(Language.EN))
    assert form.keep() == {}
    assert QApplication.focusWidget() is None
    form.deleteLater()
