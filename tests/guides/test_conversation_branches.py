"""What turns a conversation aside: emotion, flags, answers, another language, a fall of the emotion (guides.md)."""

from desktop.domain.kinds import Flag
from desktop.guides.card import Place, rail_of
from desktop.guides.kinds import Effect
from desktop.guides.state import Setting
from desktop.guides.transcript import flags_from_answers
from tests.guides.example import after
from tests.guides.moving import GUIDE, NOBODY, begun, card, forward, turned


def test_emotion_4_puts_the_safety_step_first_and_comes_back():
    furious = turned(forward(begun()), emotion=4)
    assert (furious.current, furious.order[1:3]) == ("safety", ("safety", "apologise"))
    assert card(furious).effects >= {Effect.SECOND_PERSON, Effect.CALL_MANAGER, Effect.NO_BARGAINING}
    assert card(furious).notes == ("Safety first",)
    assert forward(furious).current == "apologise"


def test_a_conversation_that_begins_with_safety_has_no_empty_step_before_it():
    furious = begun(Setting(emotion=4))
    assert [visit.step for visit in furious.visits] == ["safety"]
    assert GUIDE.step_before(furious) is None
    assert forward(furious).current == "listen"


def test_a_threat_brings_the_safety_step_whatever_the_emotion():
    threatened = GUIDE.answer(begun(), "threat", NOBODY, after(1), choice="yes")
    assert threatened.current == "safety"


def test_an_answer_may_raise_a_flag_and_with_it_a_branch():
    asked = forward(begun(), 2)
    hurt = GUIDE.answer(asked, "hurt", NOBODY, after(3), choice="yes")
    assert hurt.current == "help"
    assert flags_from_answers(GUIDE, hurt) == {Flag.INJURY}
    assert Effect.REGRET_ONLY in card(hurt).effects


def test_several_branches_at_once_come_in_the_order_of_urgency():
    all_at_once = turned(begun(), emotion=4, flags=frozenset({Flag.MEDIA, Flag.INJURY}))
    assert all_at_once.order[:4] == ("safety", "help", "rights", "listen")
    assert all_at_once.current == "safety"


def test_a_more_urgent_branch_interrupts_a_less_urgent_one_and_not_the_other_way_round():
    rights = turned(begun(), flags=frozenset({Flag.MEDIA}))
    assert rights.current == "rights"
    safety = turned(rights, emotion=4)
    assert (safety.current, safety.order[:3]) == ("safety", ("safety", "rights", "listen"))
    first_safety = turned(turned(begun(), emotion=4), flags=frozenset({Flag.MEDIA}))
    assert (first_safety.current, first_safety.order[:3]) == ("safety", ("safety", "rights", "listen"))


def test_a_branch_that_no_longer_holds_leaves_no_step_behind_that_nobody_saw():
    both = turned(begun(), emotion=4, flags=frozenset({Flag.MEDIA}))
    calmer = turned(both, flags=frozenset())
    assert "rights" not in calmer.order
    assert "safety" in turned(calmer, emotion=1).order  # it was on the card, so it is in the transcript


def test_a_step_of_a_branch_comes_once_however_often_the_dial_turns():
    there_and_back = turned(turned(turned(begun(), emotion=4), emotion=2), emotion=4)
    assert there_and_back.order.count("safety") == 1


def test_a_fall_by_two_levels_takes_the_shorter_way_on():
    calmed = turned(turned(begun(), emotion=3), emotion=1)
    assert card(calmed).is_short
    assert card(calmed).say == "Shorter listen."
    assert forward(calmed, 2).current == "agree"
    assert forward(turned(turned(begun(), emotion=3), emotion=2), 2).current == "ask"


def test_the_shorter_way_never_leaves_out_a_step_that_was_reached():
    at_ask = forward(turned(begun(), emotion=3), 2)
    calmed = turned(at_ask, emotion=1)
    assert calmed.current == "ask"
    assert Place.LEFT_OUT not in {part.place for part in rail_of(GUIDE.script(calmed))}


def test_another_language_turns_the_card_in_both_languages_without_the_clerks_notices():
    foreign = turned(begun(), guest_language="zh-Hans")
    shown = card(foreign).turned
    assert (shown.en, shown.zh) == ("Plain listen.", "简单的话。")
    assert [q.text for q in shown.questions_zh] == ["怎么了？", "在哪里？"]
    assert card(turned(foreign, guest_language="en-GB")).turned is None


def test_a_parked_conversation_is_not_interrupted_until_it_goes_on():
    parked = GUIDE.park(begun(), NOBODY, after(1))
    changed = turned(parked, emotion=4)
    assert changed.current == "listen"
    assert GUIDE.resume(changed, NOBODY, after(30)).current == "safety"
