"""How texts are cut so that words find them; tests/services/test_finding.py holds the index against this rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.finding import clauses_of, matches, searchable, terms_of


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("空调坏了", ["空调", "调坏", "坏了", "了"]),
        ("热", ["热"]),
        ("WiFi 断了", ["wifi", "断了", "了"]),
        ("房间８０１２，热水", ["房间", "间", "8012", "热水", "水"]),
        ("It's 21:30!", ["it", "s", "21", "30"]),
        ("アイロン", ["アイ", "イロ", "ロン", "ン"]),
        ("…！？", []),
        ("", []),
    ],
)
def test_han_is_cut_into_pairs_and_everything_else_into_words(text: str, terms: list[str]) -> None:
    assert list(terms_of(text)) == terms


@pytest.mark.parametrize(
    ("words", "texts", "found"),
    [
        ("空调", ["房间空调坏了"], True),
        ("调坏", ["房间空调坏了"], True),
        ("坏空", ["房间空调坏了"], False),
        ("调", ["空调"], True),  # one character, the last of its run
        ("空调坏了", ["空调，坏了"], False),  # a gap lies between
        ("空调 坏", ["坏的是空调"], True),  # all words, in any order
        ("空调 热水", ["空调", "热水"], True),  # in any part of the case
        ("空调 热水", ["空调"], False),
        ("air", ["Aircon is loud"], True),
        ("con", ["Aircon is loud"], False),  # words are found by their beginning
        ("ＡＩＲＣＯＮ", ["aircon"], True),
        ("cafe", ["Le Café"], True),
        ("空调坏", ["空调", "坏"], False),  # no phrase spans two parts
    ],
)
def test_all_words_must_occur_somewhere_in_the_case(words: str, texts: list[str], found: bool) -> None:
    assert matches(words, texts) is found


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ("空调坏", '"空调 调坏"'),
        ("调", '"调" *'),
        ("Wi-Fi", '"wi" * "fi" *'),
        ('"; DROP TABLE', '"drop" * "table" *'),
        ("NEAR(a b) OR c*", '"near" * "a" * "b" * "or" * "c" *'),
        ("…", ""),
        ("\0\ud800", ""),
    ],
)
def test_every_term_of_an_expression_is_quoted(words: str, expression: str) -> None:
    assert " ".join(clauses_of(words)) == expression


def test_a_number_is_found_by_its_parts_and_by_month_and_day() -> None:
    assert searchable("HH-D1-20261101-0001", "", []).split() == ["hh", "d1", "20261101", "0001", "1101"]


def test_a_phone_is_found_by_its_digits_and_by_its_last_four() -> None:
    assert searchable("1", "+86 138-0013-8000", []).split()[1:] == ["8613800138000", "8000"]


@given(st.text(), st.text())
def test_a_text_finds_itself_and_whatever_it_is_part_of(text: str, other: str) -> None:
    assert matches(text, [text])
    assert matches(text, [f"{other} {text}"])


@given(st.text(), st.lists(st.text(), max_size=3))
def test_more_parts_never_hide_a_case(words: str, texts: list[str]) -> None:
    if matches(words, texts):
        assert matches(words, [*texts, "more"])
