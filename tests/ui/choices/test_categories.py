from dataclasses import replace

import pytest

from desktop.domain.kinds import Property
from desktop.domain.taxonomy import Taxonomy
from desktop.ui.choices.categories import find_categories
from desktop.words import load_taxonomy

HOTEL = load_taxonomy(Property.HOTEL)


def codes(words: str, *recent: str) -> list[str]:
    return [category.code for category in find_categories(HOTEL, words, recent)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("wi-fi", "H11-1"),
        ("无线网", "H11-1"),
        ("ＷＩ－ＦＩ", "H11-1"),
        ("空调", "H01-1"),
        ("air con", "H01-1"),
        ("h03-1", "H03-1"),
        ("slippers", "H01-7"),
        ("noise neighbours", "H03-1"),
    ],
)
def test_a_category_is_found_by_names_hints_and_codes_of_either_language(words, code):
    assert codes(words)[0] == code


def test_all_words_must_fit():
    assert codes("noise zebra") == []


def test_without_words_the_recent_ones_stand_on_top_and_every_category_once():
    listed = codes("", "H03-1", "gone", "H01-1")
    assert listed[:3] == ["H03-1", "H01-1", "H01"]
    assert len(listed) == len(set(listed)) == len(HOTEL)


def test_hidden_categories_and_the_details_of_hidden_groups_are_not_offered():
    hidden = Taxonomy(Property.HOTEL, [replace(c, hidden=c.code in ("H02", "H01-1")) for c in HOTEL])
    offered = {category.code for category in find_categories(hidden, "")}
    assert not offered & {"H01-1", "H02", "H02-1"}
    assert "H01-2" in offered
