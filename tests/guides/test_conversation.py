"""A conversation moves through the small guide: order, branches, wordings, times, transcript."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.kinds import Channel, Flag, Language
from desktop.errors import UserError
from desktop.guides.card import Place, rail_of
from desktop.guides.facts import Facts
from desktop.guides.keeping import conversation_data, read_conversation
from desktop.guides.kinds import Effect
from desktop.guides.state import Setting
from desktop.guides.transcript import flags_from_answers, recorded, transcript
from tests.guides.example import NINE, after, guidance

GUIDE = guidance()
CALM = Setting(emotion=1, category="H01-1")
NOBODY = Facts()
MS_TAN = Facts(name="Tan Wei Ling", honorific="ms")


def begun(setting=CALM, framework="default"):
    return GUIDE.begin(setting, NINE, framework)


def turned(conversation, minutes=1, **changes):
    return GUIDE.turn(conversation, replace(conversation.setting, **changes), NOBODY, after(minutes))


def forward(conversation, times=1):
    for _ in range(times):
        conversation = GUIDE.forward(conversation, NOBODY, after(1))
    return conversation


def card(conversation, facts=NOBODY):
    return GUIDE.card(conversation, facts)


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


# Branches


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


# Questions and answers


def test_questions_of_the_category_come_with_the_general_ones_open_first():
    assert [q.id for q in card(forward(begun(), 2)).questions] == ["H01.open1", "hurt"]
    assert [q.id for q in card(forward(begun(Setting()), 2)).questions] == ["hurt"]


def test_what_the_case_knows_is_not_asked_again_unless_it_was_answered_here():
    known = turned(begun(), known=frozenset({"place"}))
    assert [q.id for q in card(known).questions] == ["what"]
    answered = GUIDE.answer(begun(), "place", NOBODY, NINE, text="by the bed")
    assert [q.id for q in card(turned(answered, known=frozenset({"place"}))).questions] == ["what", "place"]


def test_notices_can_be_ticked_at_every_step():
    assert [q.id for q in card(forward(begun(), 3)).notices] == ["threat", "public"]


def test_an_answer_can_be_changed_and_taken_back():
    answered = GUIDE.answer(begun(), "what", NOBODY, NINE, text="It drips")
    again = GUIDE.answer(answered, "what", NOBODY, after(1), text="It drips badly")
    assert [(r.field, r.value) for r in recorded(GUIDE, again)] == [("actual", "It drips badly")]
    assert GUIDE.answer(again, "what", NOBODY, after(2)).answers == {}


@pytest.mark.parametrize(
    ("question", "choice", "code"), [("who", "", "unknown_question"), ("threat", "x", "unknown_answer")]
)
def test_an_answer_to_nothing_is_refused(question, choice, code):
    with pytest.raises(UserError) as refusal:
        GUIDE.answer(begun(), question, NOBODY, NINE, text="words", choice=choice)
    assert refusal.value.code == code


def test_quick_answers_fill_their_fields_with_codes():
    hurt = GUIDE.answer(begun(), "hurt", NOBODY, NINE, choice="no")
    assert [(r.field, r.value, r.question) for r in recorded(GUIDE, hurt)] == [("hurt", "no", "hurt")]


# Times and transcript


def test_each_step_has_its_time_and_parked_time_does_not_count():
    moved = GUIDE.forward(begun(), NOBODY, after(2))
    back = GUIDE.back(moved, NOBODY, after(3))
    assert back.time_at("listen", after(7)) == timedelta(minutes=6)
    assert back.time_in_all(after(7)) == timedelta(minutes=7)
    parked = GUIDE.park(back, NOBODY, after(7))
    assert parked.time_in_all(after(90)) == timedelta(minutes=7)
    resumed = GUIDE.resume(parked, NOBODY, after(90))
    assert resumed.time_at("listen", after(91)) == timedelta(minutes=7)


def test_a_clock_that_jumped_back_never_gives_a_time_below_zero():
    moved = GUIDE.forward(begun(), NOBODY, after(-60))
    assert moved.time_in_all(after(-90)) == timedelta(0)
    assert all(visit.ended is None or visit.ended >= visit.began for visit in moved.visits)


def test_the_card_remembers_the_highest_emotion_and_when_it_was():
    calmer = turned(turned(begun(), minutes=2, emotion=4), minutes=5, emotion=2)
    was = calmer.peak_before_now()
    assert (was.emotion, was.at) == (4, after(2))
    assert begun().peak_before_now() is None


def test_the_transcript_holds_what_was_said_answered_and_felt_step_by_step():
    told = GUIDE.answer(begun(), "what", MS_TAN, after(1), text="It drips")
    on = GUIDE.forward(told, MS_TAN, after(2))
    on = GUIDE.turn(on, replace(on.setting, emotion=2), MS_TAN, after(3))
    ended = GUIDE.finish(on, MS_TAN, after(4))
    first, second = transcript(GUIDE, ended, MS_TAN, after(50))
    assert (first.step, first.name, first.said, first.emotion) == (
        "listen",
        "Listen",
        "First listen, Ms Tan Wei Ling.",
        1,
    )
    assert [(a.text, a.answer) for a in first.answered] == [("What happened?", "It drips")]
    assert (first.began, first.ended, second.ended) == (NINE, after(2), after(4))
    assert second.emotion == 2
    assert ended.finished


def test_an_answer_given_at_a_second_visit_stands_there():
    again = GUIDE.back(GUIDE.forward(begun(), NOBODY, after(1)), NOBODY, after(2))
    told = GUIDE.answer(again, "what", NOBODY, after(3), text="It drips")
    assert [len(row.answered) for row in transcript(GUIDE, told, NOBODY, after(4))] == [0, 0, 1]


def test_a_finished_conversation_stays_as_it_is():
    ended = GUIDE.finish(begun(), NOBODY, after(1))
    assert turned(ended, emotion=4).order == ended.order
    assert GUIDE.resume(ended, NOBODY, after(2)) == ended


# Kept in a draft


def test_a_conversation_kept_in_a_draft_goes_on_where_it_was():
    told = GUIDE.answer(turned(begun(), emotion=4, guest_language="ja"), "what", NOBODY, after(1), text="滴水")
    parked = GUIDE.park(GUIDE.toggle_shorter(forward(told), NOBODY, after(3)), NOBODY, after(4))
    assert read_conversation(conversation_data(parked), GUIDE.guide) == parked


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: {},
        lambda d: {**d, "form": 2},
        lambda d: {**d, "current": "gone"},
        lambda d: {**d, "framework": "gone"},
        lambda d: {**d, "visits": []},
        lambda d: {**d, "visits": [["listen", "yesterday", None, None, ""]]},
        lambda d: {**d, "setting": {**d["setting"], "flags": ["gone"]}},
    ],
)
def test_a_draft_that_no_longer_fits_the_guide_is_refused(spoil):
    with pytest.raises(UserError) as refusal:
        read_conversation(spoil(conversation_data(begun())), GUIDE.guide)
    assert refusal.value.code == "conversation_unreadable"


# Whatever happens


SETTINGS = st.builds(
    Setting,
    emotion=st.none() | st.integers(0, 4),
    flags=st.frozensets(st.sampled_from(list(Flag)), max_size=3),
    category=st.sampled_from(["", "H01", "H01-1", "R05", "X01"]),
    channel=st.sampled_from(list(Channel)),
    language=st.sampled_from(list(Language)),
    guest_language=st.sampled_from(["", "en", "zh", "ja"]),
    known=st.frozensets(st.sampled_from(["place", "hurt"])),
)
ANSWERS = ["what:", "place:", "threat:yes", "public:press", "hurt:yes", "H01.open1:"]
MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("turn"), SETTINGS),
        st.tuples(
            st.just("answer"),
            st.sampled_from(["what:", "place:", "threat:yes", "public:press", "hurt:yes", "H01.open1:"]),
        ),
        st.tuples(st.sampled_from(["forward", "back", "wording", "shorter", "park", "resume"]), st.none()),
    ),
    max_size=25,
)


def moved(conversation, move, value, at):
    match move:
        case "turn":
            return GUIDE.turn(conversation, value, MS_TAN, at)
        case "answer":
            question, _, choice = value.partition(":")
            return GUIDE.answer(conversation, question, MS_TAN, at, text="" if choice else "words", choice=choice)
        case "wording":
            return GUIDE.another_wording(conversation, MS_TAN, at)
        case "shorter":
            return GUIDE.toggle_shorter(conversation, MS_TAN, at)
        case "park":
            return GUIDE.park(conversation, MS_TAN, at)
        case "resume":
            return GUIDE.resume(conversation, MS_TAN, at)
        case "forward":
            return GUIDE.forward(conversation, MS_TAN, at)
    return GUIDE.back(conversation, MS_TAN, at)


@settings(max_examples=300, deadline=None)
@given(SETTINGS, MOVES)
def test_no_answer_is_ever_lost_and_every_card_can_be_shown(setting, moves):
    conversation, given_so_far = GUIDE.begin(setting, NINE), set()
    for minutes, (move, value) in enumerate(moves, start=1):
        conversation = moved(conversation, move, value, after(minutes))
        if move == "answer":
            given_so_far.add(value.partition(":")[0])
        assert set(conversation.answers) == given_so_far
        assert conversation.current in conversation.order
        assert len(set(conversation.order)) == len(conversation.order)
        shown = card(conversation, MS_TAN)
        assert shown.say
        assert not set("{}[]") & set(shown.say)
    rows = transcript(GUIDE, conversation, MS_TAN, after(99))
    assert sum(len(row.answered) for row in rows) == len(given_so_far)
    assert read_conversation(conversation_data(conversation), GUIDE.guide) == conversation


@settings(max_examples=100, deadline=None)
@given(SETTINGS, MOVES)
def test_going_forward_always_comes_to_an_end(setting, moves):
    conversation = GUIDE.begin(setting, NINE)
    for minutes, (move, value) in enumerate(moves, start=1):
        conversation = moved(conversation, move, value, after(minutes))
    for _ in range(len(GUIDE.guide.steps)):
        conversation = GUIDE.forward(conversation, MS_TAN, after(60))
    assert GUIDE.next_step(conversation) is None
