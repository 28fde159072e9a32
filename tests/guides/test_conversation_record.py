"""What a conversation keeps: answers, times, its transcript, and itself in a draft."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.guide_settings import WordingStyle
from desktop.domain.kinds import Channel, Flag, Language
from desktop.errors import UserError
from desktop.guides.conversation import Guidance
from desktop.guides.facts import Facts
from desktop.guides.keeping import conversation_data, read_conversation
from desktop.guides.loading import load_bank, load_guide
from desktop.guides.state import Setting
from desktop.guides.transcript import recorded, transcript
from tests.guides.example import BANK, NINE, after
from tests.guides.example import GUIDE as SMALL
from tests.guides.moving import GUIDE, MS_TAN, NOBODY, begun, card, forward, turned

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


def covering(what: str) -> Guidance:
    """The small guide, whose bank asks a question that makes general ones needless."""
    bank = BANK.replace("record: note}", f"record: note, covers: [{what}]}}")
    return Guidance(load_guide(SMALL, "small.yaml"), load_bank(bank, "bank.yaml"))


def asked(guide: Guidance, category: str = "H01-1", **changes: object) -> list[str]:
    conversation = guide.begin(Setting(emotion=1, category=category), NINE)
    conversation = forward(replace(conversation, **changes), 2)
    return [question.id for question in guide.card(conversation, NOBODY).questions]


def test_a_general_question_is_not_asked_beside_the_categorys_own_that_covers_it():
    assert asked(covering("hurt")) == ["H01.open1"]
    assert asked(covering("hurt"), category="H02") == ["hurt"]
    assert asked(covering("what")) == ["H01.open1", "hurt"]


def test_a_covered_question_that_was_answered_stays_on_the_card():
    guide = covering("hurt")
    conversation = forward(guide.begin(Setting(category="H01"), NINE), 2)
    answered = guide.answer(conversation, "hurt", NOBODY, after(2), choice="no")
    assert [question.id for question in guide.card(answered, NOBODY).questions] == ["H01.open1", "hurt"]


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


def test_a_quick_answer_of_the_transcript_is_filled_like_on_the_card():
    guide = Guidance(
        load_guide(SMALL.replace("en: Press, zh: 媒体", "en: 'To {regulator}', zh: '{regulator}'"), "x"), GUIDE.bank
    )
    said = {}
    for language in Language:
        begun_there = guide.begin(Setting(language=language), NINE)
        told = guide.answer(begun_there, "public", NOBODY, after(1), choice="press")
        for regulator in ("12315", ""):
            first, *_ = transcript(guide, told, Facts(regulator=regulator), after(2))
            said[language, regulator] = first.answered[0].answer
    assert list(said.values()) == ["To 12315", "To the consumer authority", "12315", "监管部门"]


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
        lambda d: {**d, "setting": {**d["setting"], "style": "gone"}},
    ],
)
def test_a_draft_that_no_longer_fits_the_guide_is_refused(spoil):
    with pytest.raises(UserError) as refusal:
        read_conversation(spoil(conversation_data(begun())), GUIDE.guide)
    assert refusal.value.code == "conversation_unreadable"


def test_a_draft_from_before_there_were_styles_goes_on_in_full():
    data = conversation_data(begun())
    del data["setting"]["style"]
    assert read_conversation(data, GUIDE.guide) == begun()


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
    style=st.sampled_from(list(WordingStyle)),
)
ANSWERS = ["what:", "place:", "threat:yes", "public:press", "hurt:yes", "H01.open1:"]
MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("turn"), SETTINGS),
        st.tuples(st.just("answer"), st.sampled_from(ANSWERS)),
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
