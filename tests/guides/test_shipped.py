"""What is shipped: every card can be shown in both languages, whatever is known; every branch of guides.md is there."""

import re
from dataclasses import fields, replace
from datetime import timedelta
from functools import cache
from itertools import product

import pytest

from desktop.domain.kinds import Channel, Flag, Language, Property
from desktop.guides.conversation import Guidance
from desktop.guides.facts import Facts
from desktop.guides.kinds import Effect
from desktop.guides.loading import load_apology_texts, load_bank, load_guide
from desktop.guides.state import Setting
from desktop.words import load_taxonomy, resource_folder
from desktop.words.sentences import OPTIONAL_PART
from tests.guides.example import NINE, after

FOLDER = resource_folder() / "guides"
CHANNELS = (Channel.COUNTER, Channel.PHONE, Channel.EMAIL)
FRAMEWORKS = ("default", "last", "learn", "heard", "latte", "blast")

FACTS = {
    Language.EN: Facts(
        name="Adaeze Okafor", honorific="ms", staff="Maya", manager="Mr Rao", regulator="12315", room="1208",
        place="by the bed", number="HH-D1-20261119-0001", phone="6000 1234",
        options=("a dry room now", "a fan tonight"), promise="a dry room, and breakfast for two",
        category="H01-1", happened_at=NINE - timedelta(days=1),
        problem_date=NINE.date(), by=after(30), today=NINE.date(), confirmed=True,
    ),
    Language.ZH: Facts(
        name="陈薇玲", honorific="ms", staff="小陈", manager="饶经理", regulator="12315", room="1208", place="床边",
        number="HH-D1-20261119-0001", phone="6000 1234", options=("现在就换一间干爽的房间", "今晚先送一台风扇"),
        promise="换一间干爽的房间，再送双人早餐", category="H01-1", happened_at=NINE - timedelta(days=1),
        problem_date=NINE.date(), by=after(30), today=NINE.date(), confirmed=True,
    ),
}  # fmt: skip


@cache
def shipped(name):
    return (FOLDER / name).read_text(encoding="utf-8")


@cache
def guidance(property_):
    bank = load_bank(shipped(f"questions-{property_}.yaml"), "questions")
    return Guidance(load_guide(shipped("conversation.yaml"), "conversation"), bank)


HOTEL, SHOP = guidance(Property.HOTEL), guidance(Property.RETAIL)


def groups(property_):
    return [category.code for category in load_taxonomy(property_).level1(include_hidden=True)]


_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]+")
_KEPT = {"Wi", "Fi", "VIP", "App", "PDF", "SIM", "OTA", "HH", "D"}
_SPOILT = re.compile(
    r"[{}\[\]]|None|nan\b|\s\s|[,，;；:：]\s*[,，.。;；?？!！]|[.。]\s*[,，.。]"
    r"|\s[,.;:?!，。；：？！]|^[,，.。;；:：、]|[,，、;；]$"
)


@cache
def faults(text, language):
    """What is wrong with a text as a person would see it."""
    found = []
    if not any(c.isalnum() for c in text):
        found.append("nothing said")
    if _SPOILT.search(text):
        found.append("a seam or a sign that doesn't belong")
    if language is Language.EN and _HAN.search(text):
        found.append("Chinese in English")
    if language is Language.ZH and set(_LATIN.findall(text)) - _KEPT:
        found.append("English in Chinese")
    return found


def shown_at(guide, setting, facts, framework="default", steps=None):
    """Language and text of all that can be seen in a setting: each step in every wording, and the turned card."""
    begun_there = guide.begin(setting, NINE, framework)
    for step in steps or begun_there.order:
        conversation = replace(begun_there, current=step, order=(step,))
        card, script = guide.card(conversation, facts), guide.script(conversation)
        fill = script.filler(facts)
        wordings = script.shorter(step)
        for wording in guide.guide.steps[step].say:
            wordings += wording.of(setting.language) if wording.applies(script.situation) else ()
        asked = (*card.questions, *card.notices)
        own = [card.name, card.goal, card.say, card.done_when, *card.do, *card.dont, *card.hints, *card.notes]
        own += [card.mood_title] if setting.emotion is not None else []
        own += [question.text for question in asked] + [word for question in asked for _, word in question.answers]
        yield from ((setting.language, text) for text in (*own, *map(fill, wordings)))
        if card.turned is not None:
            yield from ((Language.EN, text) for text in (card.turned.en, *(q.text for q in card.turned.questions_en)))
            yield from ((Language.ZH, text) for text in (card.turned.zh, *(q.text for q in card.turned.questions_zh)))


def test_the_files_are_right():
    assert set(FRAMEWORKS) == set(HOTEL.guide.frameworks)
    load_apology_texts(shipped("apology.yaml"), "apology")


@pytest.mark.parametrize("property_", list(Property))
def test_every_group_of_both_packs_has_questions_and_sentences(property_):
    words = guidance(property_).bank.categories
    assert list(words) == groups(property_)
    for code, said in words.items():
        kinds = [question.kind for question in said.questions]
        assert kinds.count("open") >= 2, code
        assert kinds.count("closed") >= 2, code


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("property_", list(Property))
def test_every_card_can_be_shown_with_every_fact_and_with_none(property_, language):
    guide, shown = guidance(property_), set()
    for framework, category, emotion, channel in product(FRAMEWORKS, ("", *groups(property_)), range(5), CHANNELS):
        setting = Setting(emotion, frozenset(), category, channel, language)
        for facts in (Facts(), replace(FACTS[language], category=category)):
            shown |= set(shown_at(guide, setting, facts, framework))
    assert {said for said in shown if faults(said[1], said[0])} == set()
    said = "".join(text for _, text in shown)
    assert [code for code, words in guide.bank.categories.items() if words.regret.of(language) not in said] == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("flags", [(), ("injury", "media")])
def test_every_card_can_be_shown_with_each_fact_missing_and_with_each_alone(flags, language):
    shown, known, nothing, steps = set(), FACTS[language], Facts(), tuple(HOTEL.guide.steps)
    for field, emotion, channel in product(fields(Facts), (None, 1, 3, 4), CHANNELS):
        setting = Setting(emotion, frozenset(map(Flag, flags)), "H01", channel, language, "ja")
        without = replace(known, **{field.name: getattr(nothing, field.name)})
        alone = replace(nothing, **{field.name: getattr(known, field.name)})
        for facts in (without, alone):
            shown |= set(shown_at(HOTEL, setting, facts, steps=steps))
    assert {said for said in shown if faults(said[1], said[0])} == set()


def test_a_spoilt_text_is_noticed():
    spoilt = ["Hello {guest}.", "Hello , Ms Tan.", "None.", "Hello,.", "", "…", "请看。。", "您好，", "Hello [x]."]
    assert [text for text in spoilt if not faults(text, Language.EN)] == []
    assert faults("你好", Language.EN)
    assert faults("请 wait 一下。", Language.ZH)
    assert faults("请看 12315 和 Wi-Fi。", Language.ZH) == []


# The frameworks and branches of guides.md


@pytest.mark.parametrize(
    ("framework", "stages", "steps"),
    [
        ("default", "Listen Empathise Apologise Ask Offer Agree Thank Diagnose",
         "listen empathise apologise ask offer agree thank diagnose"),
        ("last", "Listen Apologise Ask Solve Thank", "listen apologise ask offer agree thank"),
        ("learn", "Listen Empathise Apologise Ask React Notify", "listen empathise apologise ask offer agree"),
        ("heard", "Hear Empathise Apologise Ask Resolve Diagnose",
         "listen empathise apologise ask offer agree diagnose"),
        ("latte", "Listen Acknowledge Ask Act Thank Explain", "listen empathise ask offer agree thank explain"),
        ("blast", "Believe Listen Apologise Ask Solve Thank", "empathise listen apologise ask offer agree thank"),
    ],
)  # fmt: skip
def test_each_framework_is_its_order_over_one_set_of_steps(framework, stages, steps):
    order = HOTEL.guide.frameworks[framework]
    assert [stage.name.en for stage in order.stages] == stages.split()
    assert list(order.steps) == steps.split()


def begun(guide=HOTEL, **setting):
    return guide.begin(Setting(**{"emotion": 1, **setting}), NINE)


def test_at_emotion_3_one_acknowledges_twice_and_offers_a_quiet_place():
    angry = HOTEL.forward(begun(emotion=3, category="H01"), Facts(), NINE)
    calm = HOTEL.forward(begun(category="H01"), Facts(), NINE)
    assert angry.current == "empathise"
    assert HOTEL.card(angry, Facts()).say != HOTEL.card(calm, Facts()).say
    assert HOTEL.card(angry, Facts()).notes


def test_at_emotion_4_safety_comes_first_with_a_second_person_and_the_manager_and_no_bargaining():
    furious = begun(emotion=4)
    assert furious.current == "safety"
    wanted = {Effect.SECOND_PERSON, Effect.CALL_MANAGER, Effect.NO_BARGAINING}
    assert HOTEL.card(furious, Facts()).effects >= wanted


def test_a_threat_ticked_at_any_step_leads_to_safety():
    at_offer = HOTEL.go_back_to(begun(), "listen", Facts(), NINE)
    for _ in range(4):
        at_offer = HOTEL.forward(at_offer, Facts(), NINE)
    assert at_offer.current == "offer"
    assert HOTEL.answer(at_offer, "threat", Facts(), NINE, choice="yes").current == "safety"


@pytest.mark.parametrize(("flag", "step"), [("injury", "help_injury"), ("food_illness", "help_food")])
def test_help_and_evidence_come_first_and_only_regret_is_spoken(flag, step):
    hurt = HOTEL.turn(begun(category="H08"), Setting(1, frozenset({Flag(flag)}), "H08"), Facts(), NINE)
    assert hurt.current == step
    assert HOTEL.card(hurt, Facts()).effects >= {Effect.HELP_FIRST, Effect.REGRET_ONLY}
    said = {text for _, text in shown_at(HOTEL, hurt.setting, replace(FACTS[Language.EN], category="H08"))}
    responsibility = HOTEL.bank.categories["H08"].responsibility.en
    assert [text for text in said if responsibility in text] == []


def test_responsibility_is_spoken_once_facts_are_confirmed_and_nobody_is_hurt():
    for language in Language:
        setting = Setting(1, frozenset(), "H08", Channel.COUNTER, language)
        said = " ".join(text for _, text in shown_at(HOTEL, setting, FACTS[language]))
        assert HOTEL.bank.categories["H08"].responsibility.of(language) in said


@pytest.mark.parametrize("choice", ["regulator", "media", "lawyer", "public_post"])
def test_whoever_speaks_of_going_public_hears_of_their_rights(choice):
    told = SHOP.answer(begun(SHOP), "exposure", Facts(), NINE, choice=choice)
    assert told.current == "rights"
    assert Flag(choice) in SHOP.flags(told)
    assert Effect.RIGHTS_CARD in SHOP.card(told, Facts()).effects


@pytest.mark.parametrize("answer", ["H08.closed1", "H09.closed1", "hurt"])
def test_a_yes_about_health_leads_to_help(answer):
    told = HOTEL.answer(begun(category="H09"), answer, Facts(), NINE, choice="yes")
    assert told.current in {"help_injury", "help_food"}


def test_a_guest_of_another_language_sees_the_card_in_both():
    foreign = HOTEL.card(begun(guest_language="zh"), Facts())
    assert Effect.BILINGUAL_CARD in foreign.effects
    assert foreign.turned.en
    assert foreign.turned.zh
    assert HOTEL.card(begun(guest_language="en"), Facts()).turned is None


@pytest.mark.parametrize("setting", [{"emotion": 4}, {"flags": frozenset({Flag.INJURY})}])
def test_the_turned_card_offers_nothing_where_nobody_bargains_or_someone_is_hurt(setting):
    conversation = begun(guest_language="zh", **setting)
    while conversation.current != "offer":
        conversation = HOTEL.forward(conversation, FACTS[Language.EN], NINE)
    assert "a fan tonight" not in HOTEL.card(conversation, FACTS[Language.EN]).turned.en
    calm = replace(begun(guest_language="zh"), current="offer")
    assert "a fan tonight" in HOTEL.card(calm, FACTS[Language.EN]).turned.en


@pytest.mark.parametrize("language", list(Language))
def test_every_step_is_worded_for_the_phone_and_for_writing(language):
    for step in (*HOTEL.guide.frameworks["default"].steps[:-1], "safety", "help_injury", "help_food", "rights"):
        said = set()
        for channel in CHANNELS:
            conversation = begun(channel=channel, language=language)
            said.add(HOTEL.card(replace(conversation, current=step, order=(step,)), Facts()).say)
        assert len(said) == len(CHANNELS), step


def test_a_fall_of_two_levels_goes_the_shorter_way_on():
    angry = begun(emotion=3)
    calmed = HOTEL.turn(angry, replace(angry.setting, emotion=1), Facts(), NINE)
    assert HOTEL.card(calmed, Facts()).is_short
    assert "ask" in HOTEL.script(calmed).skipped


# How it is written

_NEVER_EN = re.compile(r"inconvenience|if you feel|\bif we\b|!|calm down|per policy|our policy", re.I)
_NEVER_ZH = re.compile(r"亲[，！～]|不好意思|按规定|不便|您觉得不|！|!|你")
_STRAIGHT = re.compile(r"[\"']")


def all_texts(guide):
    """Every text that is shipped for a property, but the lists of what not to say."""
    for step in guide.guide.steps.values():
        for wordings in (*step.goal, *step.say, *step.shorter, *step.do, *step.done_when):
            yield from ((Language.EN, text) for text in wordings.en)
            yield from ((Language.ZH, text) for text in wordings.zh)
        yield from ((language, step.card.of(language)) for language in Language)
    for question in guide.questions.values():
        yield from ((language, question.text.of(language)) for language in Language)
    for words in guide.bank.categories.values():
        for text in (words.happened, words.regret, words.responsibility, words.change):
            yield from ((language, text.of(language)) for language in Language)


@pytest.mark.parametrize("property_", list(Property))
def test_the_words_that_spoil_a_conversation_are_not_in_it(property_):
    banned = {Language.EN: _NEVER_EN, Language.ZH: _NEVER_ZH}
    assert {text for language, text in all_texts(guidance(property_)) if banned[language].search(text)} == set()


@pytest.mark.parametrize("property_", list(Property))
def test_signs_are_those_of_the_language(property_):
    half_width = re.compile("[,.;:?!](?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])[,;:?!]")
    tight = re.compile("[\u3400-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u3400-\u9fff]")
    found = set()
    for language, text in all_texts(guidance(property_)):
        bare = OPTIONAL_PART.sub("", text)
        spoilt = _STRAIGHT.search(text) or (language is Language.ZH and (half_width.search(bare) or tight.search(bare)))
        found |= {text} if spoilt else set()
    assert found == set()


def test_a_card_can_be_read_at_arms_length():
    limit = {Language.EN: 260, Language.ZH: 120}
    long = {
        text
        for step in HOTEL.guide.steps.values()
        for wordings in step.say
        if wordings.when is None
        for language in Language
        for text in wordings.of(language)
        if len(text) > limit[language]
    }
    assert long == set()
