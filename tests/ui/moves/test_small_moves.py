"""Acknowledge, wait, hand over, log a contact, confirm facts, restrict, take."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desktop.domain.case_file import Ending, Story
from desktop.domain.commands import Acknowledge, AddContact, ConfirmFacts, HandOver, Restrict, Take, Wait
from desktop.domain.kinds import Channel, Medium, State, WaitFor
from tests.support.clock import EVENING
from tests.ui.moves.a_case import MAYA, NUMBER, RAO, RECEIVED, about


@pytest.mark.parametrize(
    ("channel", "medium"),
    [(Channel.COUNTER, Medium.IN_PERSON), (Channel.PHONE, Medium.PHONE), (Channel.SURVEY, Medium.EMAIL)],
)
def test_acknowledging_takes_one_key_where_the_usual_way_was_taken(open_form, channel, medium):
    hands = open_form("acknowledge", about(channel=channel, state=State.NEW))
    hands.confirm()
    assert hands.made == [Acknowledge(NUMBER, medium)]


def test_another_way_is_chosen_by_the_arrow_keys(open_form):
    hands = open_form("acknowledge", about(state=State.NEW))
    hands.press(Qt.Key.Key_Down)
    hands.confirm()
    assert hands.made == [Acknowledge(NUMBER, Medium.PHONE)]


def test_an_earlier_time_is_given_by_keyboard(open_form):
    hands = open_form("acknowledge", about(state=State.NEW))
    hands.tab()
    hands.press(Qt.Key.Key_Right)
    moment = hands.form.entry("when").moment
    assert moment.isVisible()
    assert moment.text() == "2026-11-19 21:37"  # five minutes ago on the site's wall, whatever the computer's zone
    hands.confirm()
    assert hands.made == [Acknowledge(NUMBER, Medium.IN_PERSON, EVENING - timedelta(minutes=5))]


def earlier(minutes):
    return {"when": (EVENING - timedelta(minutes=minutes)).isoformat()}


def test_a_manager_gives_a_reason_for_a_time_long_ago(open_form):
    hands = open_form("acknowledge", about(RAO, state=State.NEW), kept=earlier(30))
    assert hands.form.entry("reason").isVisible()
    hands.confirm()
    assert hands.error("reason")
    assert hands.focus is hands.form.entry("reason").field
    hands.write("Power cut")
    hands.confirm()
    assert hands.made == [Acknowledge(NUMBER, Medium.IN_PERSON, EVENING - timedelta(minutes=30), "Power cut")]


def test_others_are_told_that_a_manager_enters_a_time_long_ago(open_form):
    hands = open_form("acknowledge", about(MAYA, state=State.NEW), kept=earlier(16))
    assert not hands.form.entry("reason").isVisible()
    assert "a manager enters it" in hands.form.entry("when").hint.text()
    hands.confirm()
    assert hands.made == []
    assert "needs a manager" in hands.error("when")
    assert hands.focus is hands.form.entry("when").moment


@pytest.mark.parametrize(("minutes", "words"), [(-2, "lies in the future"), (61, "before the complaint was received")])
def test_a_time_that_cannot_be_is_said_at_the_time(open_form, minutes, words):
    hands = open_form("acknowledge", about(RAO, state=State.NEW), kept=earlier(minutes) | {"reason": "x"})
    hands.confirm()
    assert hands.made == []
    assert words in hands.error("when")


def test_fifteen_minutes_ago_needs_no_manager(open_form):
    hands = open_form("acknowledge", about(MAYA, state=State.NEW), kept=earlier(15))
    hands.confirm()
    assert hands.made == [Acknowledge(NUMBER, Medium.IN_PERSON, EVENING - timedelta(minutes=15))]


def test_waiting_asks_for_whom_and_says_what_the_clocks_do(open_form):
    hands = open_form("wait")
    assert "stands still" in hands.form.entry("for").hint.text()
    hands.press(Qt.Key.Key_Right)
    assert "run on" in hands.form.entry("for").hint.text()
    hands.tab()
    hands.write("Spare part")
    hands.confirm()
    assert hands.made == [Wait(NUMBER, WaitFor.DEPARTMENT, "Spare part")]


def test_waiting_for_the_guest_needs_no_more_than_a_click(open_form):
    hands = open_form("wait")
    hands.click(hands.form.foot.confirm)
    assert hands.made == [Wait(NUMBER, WaitFor.GUEST)]


def test_a_case_is_handed_to_a_colleague_who_handles_cases(open_form):
    hands = open_form("hand_over", about(owner_id=3))
    combo = hands.form.entry("to").combo
    offered = [combo.itemData(row) for row in range(combo.count())]
    assert offered == ["", "li", "maya", "rao"]  # not its owner, not the analyst, nobody who left
    hands.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    hands.confirm()
    assert hands.made == [HandOver(NUMBER, to="li")]


def test_a_case_is_handed_to_a_department(open_form):
    hands = open_form("hand_over")
    hands.tab()
    hands.compose("工程部")
    hands.confirm()
    assert hands.made == [HandOver(NUMBER, department="工程部")]


def test_handing_over_to_nobody_is_refused_at_the_person(open_form):
    hands = open_form("hand_over")
    hands.confirm()
    assert hands.made == []
    assert hands.error("to")


def test_a_call_is_logged_by_keyboard_alone(open_form):
    hands = open_form("contact")
    assert hands.focus is hands.form.entry("text").field
    hands.write("She is fine")
    hands.confirm()
    assert hands.made == [AddContact(NUMBER, "She is fine", Medium.PHONE)]


def test_an_attempt_is_logged_by_mouse_and_says_how_often_it_was_tried(open_form):
    tried = frozenset({RECEIVED.date(), RECEIVED.date() - timedelta(days=1)})
    hands = open_form("contact", about(tries=tried))
    hands.click(hands.form.entry("reached").control.segment("no"))
    assert hands.form.entry("reached").hint.text() == "Tried before on 2 days."
    assert hands.form.entry("text").label.text() == "What did you try?"
    hands.form.entry("text").area.setFocus()
    hands.write("Rang out")
    hands.click(hands.form.foot.confirm)
    assert hands.made == [AddContact(NUMBER, "Rang out", Medium.PHONE, reached=False)]


def test_a_contact_on_a_new_case_says_that_it_acknowledges(open_form):
    hands = open_form("contact", about(state=State.NEW))
    assert hands.form.entry("reached").hint.text() == "This also acknowledges the case."


def test_a_contact_without_words_is_refused_at_the_words(open_form):
    hands = open_form("contact", kept={"with": "Her husband"})
    hands.confirm()
    assert hands.made == []
    assert hands.error("text")
    hands.write("He will call back")
    hands.confirm()
    assert hands.made == [AddContact(NUMBER, "He will call back", Medium.PHONE, with_whom="Her husband")]


def test_facts_are_confirmed_on_top_of_what_was_confirmed(open_form):
    hands = open_form("confirm_facts", about(story=Story(facts="Tray full.")))
    assert hands.form.entry("text").keep() == "Tray full."
    hands.form.entry("text").area.selectAll()
    hands.press(Qt.Key.Key_Delete)
    hands.confirm()
    assert hands.error("text")
    hands.write("Tray empty.")
    hands.confirm()
    assert hands.made == [ConfirmFacts(NUMBER, "Tray empty.")]


def test_a_case_is_restricted_and_made_readable_again(open_form):
    hands = open_form("restrict")
    hands.write("A guest of the press")
    hands.confirm()
    again = open_form("restrict", about(restricted=True))
    assert again.form.foot.confirm.text() == "Make readable again"
    again.confirm()
    assert hands.made == [Restrict(NUMBER, True, "A guest of the press")]
    assert again.made == [Restrict(NUMBER, False)]


def test_taking_asks_nothing(open_form):
    hands = open_form("take")
    hands.confirm()
    assert hands.made == [Take(NUMBER)]


def test_a_result_told_before_the_reopening_is_refused(open_form):
    ending = Ending(reopened_at=EVENING - timedelta(minutes=3))
    kept = earlier(10) | {"told_by": "phone", "answer": "accepted"}
    hands = open_form("resolve", about(state=State.PROPOSED, ending=ending), kept=kept)
    hands.confirm()
    assert hands.made == []
    assert hands.error("when")
