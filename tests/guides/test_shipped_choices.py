"""Which of the shipped words are chosen: help first in writing too, nothing asked twice, no authority of elsewhere."""

from dataclasses import replace

import pytest

from desktop.domain.guide_settings import WordingStyle
from desktop.domain.kinds import Channel, Flag, Language, Property
from desktop.guides.facts import Facts
from desktop.guides.shipped import shipped_guides
from desktop.guides.state import Setting
from tests.guides.example import NINE

GUIDES = {property_: shipped_guides(property_).guidance for property_ in Property}
HOTEL = GUIDES[Property.HOTEL]
OPTIONS = Facts(options=("a dry room now", "a fan tonight"))


def card_at(step, setting, facts=OPTIONS, guide=HOTEL):
    begun = guide.begin(setting, NINE)
    return guide.card(replace(begun, current=step, order=(step,)), facts)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("flag", [Flag.INJURY, Flag.FOOD_ILLNESS])
@pytest.mark.parametrize("step", ["apologise", "offer", "agree"])
def test_who_is_hurt_and_writes_reads_of_help_and_of_no_bargain(step, flag, language):
    calm = Setting(emotion=1, channel=Channel.EMAIL, language=language, category="H01-1")
    plain, hurt = card_at(step, calm), card_at(step, replace(calm, flags=frozenset({flag})))
    assert hurt.say != plain.say
    assert "dry room" not in hurt.say
    spoken = card_at(step, replace(calm, flags=frozenset({flag}), channel=Channel.COUNTER))
    assert hurt.say != spoken.say, "what is written has words of its own"


@pytest.mark.parametrize("property_", Property)
def test_what_a_categorys_question_covers_is_a_question_of_the_guide(property_):
    guide = GUIDES[property_]
    general = {question.id for question in guide.guide.steps["ask"].questions}
    bank = [q for words in guide.bank.categories.values() for q in words.questions]
    covering = [question for question in bank if question.covers]
    assert covering
    assert {id_ for question in covering for id_ in question.covers} <= general


def test_whoever_said_where_it_was_dirty_is_not_asked_where():
    asked = [q.id for q in card_at("ask", Setting(emotion=1, category="H02-1")).questions]
    assert "H02.open1" in asked
    assert "where" not in asked
    assert "where" in [q.id for q in card_at("ask", Setting(emotion=1, category="H01-1")).questions]


@pytest.mark.parametrize(("regulator", "word"), [("12315", "12315"), ("", "监管部门")])
def test_the_authority_is_called_as_it_is_called_here(regulator, word):
    card = card_at("listen", Setting(language=Language.ZH), Facts(regulator=regulator))
    answers = dict(next(notice.answers for notice in card.notices if notice.id == "exposure"))
    assert answers["regulator"] == word


@pytest.mark.parametrize("language", Language)
def test_in_the_short_style_every_step_of_the_default_framework_is_shorter_where_it_can_be(language):
    full = Setting(emotion=1, language=language, category="H01-1")
    short = replace(full, style=WordingStyle.SHORT)
    steps = HOTEL.guide.frameworks["default"].steps
    shorter = [step for step in steps if card_at(step, short).is_short]
    assert set(shorter) == {step for step in steps if card_at(step, full).has_shorter}
    assert all(len(card_at(step, short).say) < len(card_at(step, full).say) for step in shorter)
