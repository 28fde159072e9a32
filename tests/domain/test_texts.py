"""Text from people (trust.md, Text from outside)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.texts import (
    COMPLAINT_LIMIT,
    TEXT_LIMIT,
    check_line,
    check_text,
    email_key,
    fold,
    is_blank,
    phone_digits,
    phone_key,
    summary_of,
)
from desktop.errors import UserError

whole_texts = st.text(st.characters(exclude_categories=["Cs"]))


def refusal_of(value: str, limit: int = TEXT_LIMIT) -> tuple[str, str] | None:
    try:
        assert check_text(value, "text", limit) is value
    except UserError as refusal:
        return refusal.code, refusal.field
    return None


@pytest.mark.parametrize("bad", ["\0", "\x01", "\x08", "\x0b", "\x0c", "\x1b", "\x1f", "\ud800"])
def test_nul_controls_and_lone_surrogates_are_refused_with_their_place(bad: str) -> None:
    with pytest.raises(UserError) as refusal:
        check_text(f"ab{bad}c", "text")
    assert (refusal.value.code, refusal.value.field) == ("bad_characters", "text")
    assert refusal.value.params["position"] == 3


@pytest.mark.parametrize(
    "kept", ["\t", "\n", "\r\n", "\x7f", "\x85", "\u202e", "\u200b", "\ufeff", "\u2028", "<b>", "🙂", "\U0010ffff"]
)
def test_bidi_marks_zero_widths_c1_controls_and_markup_are_kept_as_they_came(kept: str) -> None:
    assert refusal_of(f"a{kept}b") is None


@pytest.mark.parametrize("letter", ["a", "é", "房", "🙂"])
@pytest.mark.parametrize("limit", [TEXT_LIMIT, COMPLAINT_LIMIT])
def test_a_limit_counts_bytes_and_is_within_itself(letter: str, limit: int) -> None:
    fits = letter * (limit // len(letter.encode()))
    assert refusal_of(fits, limit) is None
    assert refusal_of(fits + letter, limit) == ("too_long", "text")


def test_a_complaint_holds_256_kb_and_other_texts_64_kb() -> None:
    assert (COMPLAINT_LIMIT, TEXT_LIMIT) == (262_144, 65_536)


def test_a_line_holds_a_thousand_characters() -> None:
    assert check_line("房" * 1_000, "room") == "房" * 1_000
    with pytest.raises(UserError) as refusal:
        check_line("房" * 1_001, "room")
    assert (refusal.value.code, refusal.value.field) == ("too_long", "room")


@given(whole_texts)
def test_a_text_is_stored_character_for_character_or_refused(value: str) -> None:
    forbidden = any(c < " " and c not in "\t\n\r" for c in value)
    assert refusal_of(value) == (("bad_characters", "text") if forbidden else None)


@pytest.mark.parametrize("blank", ["", " ", "\t\r\n", "\u3000", "\u200b", "\ufeff", "\u00a0", "\u2028", "\u202e\u200f"])
def test_what_shows_nothing_says_nothing(blank: str) -> None:
    assert is_blank(blank)
    assert is_blank(blank * 3)
    assert not is_blank(f"{blank}x{blank}")


def test_no_text_says_nothing() -> None:
    assert is_blank(None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＷｉＦｉ", "wifi"),
        ("１２３", "123"),
        ("Café", "cafe"),
        ("CAFE\u0301", "café"),
        ("STRASSE", "straße"),
        ("ｱｲﾛﾝ", "アイロン"),
        ("①", "1"),
    ],
)
def test_width_case_and_accents_make_no_difference(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_words_stay_different() -> None:
    assert len({fold(word) for word in ("空调", "热水", "aircon", "air con")}) == 4


@given(whole_texts)
def test_folding_again_changes_nothing(value: str) -> None:
    assert fold(fold(value)) == fold(value)


@pytest.mark.parametrize(
    ("phone", "digits"),
    [("+86 138-0013-8000", "8613800138000"), ("0086 138 0013 8000", "8613800138000"), ("１３８", "138"), ("ext.", "")],
)
def test_a_phone_is_its_digits(phone: str, digits: str) -> None:
    assert phone_digits(phone) == digits


def test_too_few_digits_identify_nobody() -> None:
    assert phone_key("8012") is None
    assert phone_key("") is None
    assert phone_key(None) is None
    assert phone_key("80 123") == "80123"


@pytest.mark.parametrize("same", [" Chen@Example.com", "chen@example.COM ", "ｃｈｅｎ@example.com"])
def test_an_email_is_the_same_in_any_case_and_width(same: str) -> None:
    assert email_key(same) == "chen@example.com"


def test_no_email_is_nobodys() -> None:
    assert email_key(" ") is None
    assert email_key(None) is None


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("The lift is stuck.", "The lift is stuck."),
        ("  The\nlift   is\tstuck. ", "The lift is stuck."),
        ("The shower leaks. " + "It has been so since noon. " * 5, "The shower leaks"),
        ("空调坏了，房间里太热，一直没人来修。" + "我等了很久。" * 20, "空调坏了，房间里太热，一直没人来修"),
        ("x" * 100, "x" * 79 + "…"),
    ],
)
def test_a_summary_is_the_first_sentence_on_one_line(text: str, summary: str) -> None:
    assert summary_of(text) == summary


@given(whole_texts)
def test_a_summary_is_always_one_short_line(text: str) -> None:
    summary = summary_of(text)
    assert len(summary) <= 80
    assert len(summary.splitlines()) <= 1
