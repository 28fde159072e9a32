"""A conversation moves through the small guide: the order of its steps, and the words of its cards."""

from dataclasses import replace

import pytest

from desktop.domain.guide_settings import WordingStyle
from desktop.domain.kinds import Channel, Flag, Language
from desktop.errors import UserError
from desktop.guides.card import rail_of
from desktop.guides.facts import Facts
from desktop.guides.filling import filled
from desktop.guides.state import Setting
from tests.guides.example import NINE, after
from tests.guides.moving import CALM, GUIDE, MS_TAN, NOBODY, begun, card, forward, turned

# Order


def test_the_steps_come_in_the_order_of_the_framework():
    assert begun().current == "listen"
    assert [forward(begun(), n).current for n in range(6)] == [
        "listen", "apologise", "ask", "agree", "diagnose", "diagnose"
    ]  # fmt: skip
    assert [forward(begun(framework="short"), n).current for n in range(3)] == ["listen", "agree", "agree"]


def test_an_unknown_framework_is_refused():
    with pytest.raises(UserError) as refusal:
        begun(framework="long")
    assert (refusal.value.code, refusal.value.field) == ("unknown_framework", "framework")


def test_back_goes_to_the_step_before_and_stops_at_the_first():
    at_ask = forward(begun(), 2)
    assert GUIDE.back(at_ask, NOBODY, after(2)).current == "apologise"
    assert GUIDE.back(begun(), NOBODY, after(2)) == begun()


def test_a_click_on_the_rail_goes_back_but_never_forward():
    at_ask = forward(begun(), 2)
    assert GUIDE.go_back_to(at_ask, "listen", NOBODY, after(2)).current == "listen"
    assert GUIDE.go_back_to(at_ask, "agree", NOBODY, after(2)) == at_ask


def test_what_is_done_without_the_guest_is_on_the_rail_once_it_is_reached():
    def names(conversation):
        return [part.name for part in rail_of(GUIDE.script(conversation))]

    assert names(begun()) == ["Listen", "Apologise", "Ask", "Agree"]
    assert names(forward(begun(), 4)) == ["Listen", "Apologise", "Ask", "Agree", "Diagnose"]
    assert card(forward(begun(), 4)).afterwards


def test_a_word_for_several_steps_shows_each_steps_own_name():
    assert card(begun(framework="short")).name == "Name of listen"


# Words


def test_f4_goes_round_the_wordings_and_shift_f4_to_the_shorter_one():
    first = begun()
    second = GUIDE.another_wording(first, NOBODY, NINE)
    assert [card(first).say, card(second).say] == ["First listen.", "Second listen."]
    assert card(GUIDE.another_wording(second, NOBODY, NINE)).say == card(first).say
    short = GUIDE.toggle_shorter(second, NOBODY, NINE)
    assert (card(short).say, card(short).is_short) == ("Shorter listen.", True)
    assert card(GUIDE.toggle_shorter(short, NOBODY, NINE)).say == "First listen."


def test_a_wording_meant_for_another_channel_is_not_used():
    written = turned(GUIDE.toggle_shorter(begun(), NOBODY, NINE), channel=Channel.EMAIL)
    assert (card(written).say, card(written).has_shorter) == ("First listen.", False)


def test_the_guest_is_called_by_name_where_it_is_known():
    assert card(begun(), MS_TAN).say == "First listen, Ms Tan Wei Ling."
    chinese = turned(begun(), language=Language.ZH)
    assert card(chinese, Facts(name="陈薇玲", honorific="Ms")).say == "第一句，陈女士。"
    assert card(chinese, Facts(name="陈薇玲")).say == "第一句。"


def test_neutral_words_stand_in_and_begin_a_sentence_with_a_capital():
    at_sorry = forward(begun(Setting()))
    assert card(at_sorry).say == "I'm sorry about what happened. The duty manager knows."
    assert card(forward(begun()), Facts(manager="Ms Rao")).say == "I'm sorry about your room. Ms Rao knows."


def test_responsibility_waits_for_confirmed_facts_and_is_silent_where_someone_is_hurt():
    agree = forward(begun(), 3)
    assert card(agree).say == "We do what we have agreed."
    confirmed = Facts(confirmed=True, promise="a dry room", by=after(30), today=NINE.date())
    assert card(agree, confirmed).say == "That was ours to get right. We do a dry room by 09:30."
    hurt = forward(turned(agree, flags=frozenset({Flag.INJURY})))
    assert hurt.current == "agree"
    assert card(hurt, confirmed).say == "We do a dry room by 09:30."


@pytest.mark.parametrize("name", ["{guest}", "a [b] {c}", "Nul\x00l", "<b>Bo</b>", "x" * 500])
def test_a_name_is_put_in_once_and_never_read_as_a_pattern(name):
    said = card(begun(), Facts(name=name, honorific="mr")).say
    assert said.startswith("First listen, Mr ")
    assert "\x00" not in said
    assert len(said) < 200


def test_dos_and_donts_follow_the_emotion():
    assert card(begun()).do == ("Write",)
    assert card(turned(begun(), emotion=3)).do == ("Write", "Slow down")
    assert card(turned(begun(), emotion=3)).mood_title == "Mood 3"
    assert card(begun(Setting())).hints == ()


# A site that likes it short

SHORT = replace(CALM, style=WordingStyle.SHORT)


def test_in_the_short_style_the_shorter_wording_comes_first_and_shift_f4_gives_the_long_one():
    short = begun(SHORT)
    assert (card(short).say, card(short).is_short) == ("Shorter listen.", True)
    long = GUIDE.toggle_shorter(short, NOBODY, NINE)
    assert (card(long).say, card(long).is_short) == ("First listen.", False)
    assert card(GUIDE.toggle_shorter(long, NOBODY, NINE)).say == "Shorter listen."


def test_in_the_short_style_f4_goes_round_the_shorter_wordings():
    short = begun(SHORT)
    assert card(short).wordings == 1
    assert card(GUIDE.another_wording(short, NOBODY, NINE)).say == "Shorter listen."


def test_a_step_without_a_shorter_wording_shows_its_own_in_either_style():
    assert card(forward(begun(SHORT))).say == card(forward(begun())).say
    written = begun(replace(SHORT, channel=Channel.EMAIL))
    assert (card(written).say, card(written).is_short) == ("First listen.", False)


def test_the_style_says_nothing_about_which_steps_come():
    assert begun(SHORT).order == begun().order
    calmed = turned(turned(begun(SHORT), emotion=3), emotion=1)
    assert forward(calmed, 2).current == "agree", "the shorter way on is the branch’s alone"


# Chinese beside what is filled in


@pytest.mark.parametrize(("promise", "said"), [("换房间", "我们换房间。"), ("2 张餐券", "我们 2 张餐券。")])
def test_a_value_that_begins_in_chinese_gets_no_gap_before_it(promise, said):
    text = "我们 {promise}。"
    assert filled(text, {"promise": promise}, {}, Language.ZH) == said


def test_a_value_keeps_its_own_blanks_and_its_gap_beside_latin_letters():
    assert filled("[{by} 之前]办好", {"by": "15:20"}, {}, Language.ZH) == "15:20 之前办好"
    assert filled("[{by} 之前]办好", {"by": "明天下午"}, {}, Language.ZH) == "明天下午之前办好"
    assert filled("单号 {number}，App {number}", {"number": "陈 1"}, {}, Language.ZH) == "单号陈 1，App 陈 1"
