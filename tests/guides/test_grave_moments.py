"""Whatever the channel, a grave moment is worded as one: nobody bargains at a threat, and who is hurt hears of help."""

from dataclasses import replace

import pytest

from desktop.domain.guide_settings import WordingStyle
from desktop.domain.kinds import Channel, Flag, Language, Property
from desktop.guides.conditions import Condition
from desktop.guides.facts import Facts
from desktop.guides.kinds import Effect
from desktop.guides.shipped import shipped_guides
from desktop.guides.state import Setting
from tests.guides.example import NINE

GUIDES = {property_: shipped_guides(property_).guidance for property_ in Property}
HOTEL = GUIDES[Property.HOTEL]
CHANNELS = (Channel.COUNTER, Channel.PHONE, Channel.HOTLINE, Channel.EMAIL, Channel.OTA)
OFFERED = ("a dry room now", "a fan tonight")
FACTS = Facts(options=OFFERED, promise="a dry room", confirmed=True, manager="Mr Rao")
HURT = (frozenset({Flag.INJURY}), frozenset({Flag.FOOD_ILLNESS}))
EXPOSED = (Flag.REGULATOR, Flag.MEDIA, Flag.LAWYER, Flag.PUBLIC_POST)
EVERY = pytest.mark.parametrize(
    ("channel", "language", "style"),
    [(channel, language, style) for channel in CHANNELS for language in Language for style in WordingStyle],
)


def at_step(step, setting, threat=False, guide=HOTEL):
    """A conversation with one step on its card."""
    begun = guide.begin(setting, NINE)
    if threat:
        begun = guide.answer(begun, "threat", FACTS, NINE, choice="yes")
    return replace(begun, current=step, order=(step,))


def all_said(conversation, guide=HOTEL):
    """Every wording that F4 and Shift+F4 go through, filled in, and what the card turned to the guest says."""
    script = guide.script(conversation)
    fill, step = script.filler(FACTS), conversation.current
    turned = guide.card(conversation, FACTS).turned
    full = next(one for one in script.step.say if one.applies(script.situation))
    said = [*script.wordings(step), *script.shorter(step), *full.of(script.situation.language)]
    return [*map(fill, said), *((turned.en, turned.zh) if turned else ())]


def graves_of(condition):
    """What a wording answers to beside the channel."""
    condition = condition or Condition()
    return condition.flags, condition.any


@pytest.mark.parametrize("threat", [False, True], ids=["furious", "threatened"])
@EVERY
def test_nobody_bargains_at_a_threat_whatever_the_channel(channel, language, style, threat):
    setting = Setting(1 if threat else 4, frozenset(), "H01", channel, language, "fr", style=style)
    grave = at_step("offer", setting, threat)
    card, script = HOTEL.card(grave, FACTS), HOTEL.script(grave)
    assert Effect.NO_BARGAINING in card.effects
    said = all_said(grave)
    assert [text for text in said for option in OFFERED if option in text] == []
    assert all("Mr Rao" in text for text in map(script.filler(FACTS), script.wordings("offer")))
    assert not {"choose", "suits_time"} & {question.id for question in card.questions}
    assert {Language.EN: "manager", Language.ZH: "经理"}[language] in card.goal
    calm = HOTEL.card(at_step("offer", replace(setting, emotion=1)), FACTS)
    assert "choose" in {question.id for question in calm.questions}
    assert all(option in calm.say for option in OFFERED)


@pytest.mark.parametrize("property_", Property)
@pytest.mark.parametrize("emotion", [1, 4])
@pytest.mark.parametrize("flags", HURT, ids=["injury", "illness"])
@EVERY
def test_who_is_hurt_hears_of_help_and_never_of_fault_or_a_bargain(channel, language, style, flags, emotion, property_):
    guide = GUIDES[property_]
    category = next(iter(guide.bank.categories))
    words = guide.bank.categories[category]
    setting = Setting(emotion, flags, category, channel, language, "fr", style=style)
    for step in guide.guide.steps:
        hurt = at_step(step, setting, guide=guide)
        assert Effect.REGRET_ONLY in guide.card(hurt, FACTS).effects
        told = " ".join(all_said(hurt, guide))
        never = (words.responsibility.of(language), words.change.of(language), *OFFERED)
        assert [text for text in never if text in told] == [], step
        if step == "offer":
            assert not {"choose", "suits_time"} & {question.id for question in guide.card(hurt, FACTS).questions}


@pytest.mark.parametrize("flag", EXPOSED)
@EVERY
def test_whoever_may_take_it_further_hears_of_their_right_whatever_the_channel(channel, language, style, flag):
    setting = Setting(4, frozenset({flag, Flag.INJURY}), "H01", channel, language, style=style)
    begun = HOTEL.begin(setting, NINE)
    assert begun.order[:3] == ("safety", "help_injury", "rights")
    card = HOTEL.card(replace(begun, current="rights"), FACTS)
    assert Effect.RIGHTS_CARD in card.effects
    assert any(word in card.say for word in ("right", "turn to", "权利", "反映")), card.say


@pytest.mark.parametrize("kind", ["goal", "say", "shorter", "done_when"])
@pytest.mark.parametrize("step", list(HOTEL.guide.steps))
def test_what_one_channel_words_anew_at_a_grave_moment_every_channel_does(step, kind):
    choices = getattr(HOTEL.guide.steps[step], kind)
    graves = {graves_of(one.when) for one in choices} - {graves_of(None)}
    for flags, any_ in graves:
        for channel in CHANNELS:
            if kind == "shorter" and channel in (Channel.EMAIL, Channel.OTA):
                continue  # what is written is never shortened
            emotion = 4 if any_ else 1
            script = HOTEL.script(at_step(step, Setting(emotion, flags, "H01", channel)))
            chosen = next(one for one in choices if one.applies(script.situation))
            assert graves_of(chosen.when) == (flags, any_), (step, channel)


def test_a_rule_may_say_when_something_does_not_hold():
    calm = HOTEL.script(at_step("offer", Setting(1))).situation
    rule = Condition(none=(Condition(flags=frozenset({Flag.INJURY})), Condition(category=frozenset({"H08"}))))
    assert rule.holds(calm)
    assert not rule.holds(replace(calm, flags=frozenset({Flag.INJURY})))
    assert not rule.holds(replace(calm, category="H08-1"))
