"""Every card, in both languages, at every text size and width, with forms open: nothing cut, all named, all plain."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QApplication

from desktop.dev.translations import ROOT, ts_file
from desktop.domain.kinds import Language
from desktop.ui.case.cards import (
    FactsCard,
    FollowUpCard,
    LinkedCard,
    PeopleCard,
    PromisesCard,
    RemedyCard,
    RootCauseCard,
    TasksCard,
)
from desktop.words import load_words
from tests.ui.case.cards.card_cases import HOSTILE, RAO, REQUESTS, WAITING, a_file, hostile, resolved
from tests.ui.sweeping import cut_off, nameless, not_plain, outside, overlapping, texts

KINDS = [TasksCard, RemedyCard, PromisesCard, RootCauseCard, FollowUpCard, PeopleCard, LinkedCard, FactsCard]
SWEEPS = {
    "cut off": cut_off,
    "outside": outside,
    "overlapping": overlapping,
    "nameless": nameless,
    "not plain": not_plain,
}
_SETTLING = 5  #: rounds of events after which a page has found its size


def english_phrases():
    """Every phrase of the cards that Chinese says otherwise."""
    folder = ROOT / "desktop" / "ui" / "case" / "cards"
    messages = ElementTree.parse(ts_file(folder, "zh")).getroot().iter("message")
    pairs = ((message.findtext("source", ""), message.findtext("translation", "")) for message in messages)
    return {source for source, translation in pairs if source != translation and "{" not in source}


def settle():
    for _ in range(_SETTLING):
        QApplication.processEvents()


def faults(card):
    settle()
    return {name: found for name, sweep in SWEEPS.items() if (found := sweep(card))}


def open_forms(card):
    for form in card._forms.values():
        form.open_form()
    if isinstance(card, RootCauseCard):
        card.whys.set_whys(("The drain tray overflowed.\nPhoto",))
        card.later.click()
    if isinstance(card, PromisesCard):
        card.list.rows()[0].cancel.click()


@pytest.mark.parametrize("width", [396, 352])
@pytest.mark.parametrize("text_size", [100, 112, 125])
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", KINDS)
def test_a_card_fits_its_column(show, kind, language, text_size, width):
    file = replace(resolved(), requests=(*REQUESTS, WAITING))
    shown = show(kind, file, width=width, language=language, text_size=text_size, person=RAO)
    assert faults(shown.card) == {}
    open_forms(shown.card)
    assert faults(shown.card) == {}
    assert shown.card.width() == width


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_and_endless_words_change_nothing(show, kind):
    shown = show(kind, hostile(), width=352, height=8_000)
    assert faults(shown.card) == {}
    assert shown.card.width() == 352
    assert not any("\u202e" in said or "\u200b" in said for said in texts(shown.card))


@pytest.mark.parametrize("kind", [TasksCard, PromisesCard, PeopleCard, LinkedCard, FactsCard])
def test_markup_is_shown_as_it_was_written(show, kind):
    shown = show(kind, hostile(), width=352)
    settle()
    assert any(HOSTILE[:15] in said for said in texts(shown.card))


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_english_is_left_after_a_change_of_language(show, translator, kind):
    shown = show(kind, replace(resolved(), requests=(*REQUESTS, WAITING)), person=RAO)
    open_forms(shown.card)
    translator.set_language(Language.ZH)
    shown.card.set_words(load_words(Language.ZH))
    settle()
    said = {words.partition(": ")[2] for words in texts(shown.card)}
    assert said & english_phrases() == set()
    assert shown.card.title.text() not in english_phrases()


@pytest.mark.parametrize("kind", KINDS)
def test_a_change_of_language_keeps_what_is_half_typed(show, translator, kind):
    shown = show(kind, resolved())
    open_forms(shown.card)
    kept = shown.card.keep()
    translator.set_language(Language.ZH)
    shown.card.set_words(load_words(Language.ZH))
    assert shown.card.keep() == kept


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_case_painted_again_looks_the_same(show, kind):
    shown = show(kind, a_file())
    settle()
    before = shown.card.grab().toImage()
    shown.show_file()
    settle()
    assert shown.card.grab().toImage() == before


def test_open_forms_are_handed_over_and_given_back(show):
    for kind in (TasksCard, RemedyCard, PeopleCard, FactsCard):
        shown = show(kind)
        open_forms(shown.card)
        kept = shown.card.keep()
        assert kept
        other = show(kind)
        other.card.restore(kept)
        other.show_file()
        assert other.card.keep() == kept
