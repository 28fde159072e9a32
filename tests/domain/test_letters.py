"""What stands in a letter, what is still to be filled in, and who must sign it off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.kinds import Band, Flag, Language
from desktop.domain.letters import (
    BLANK,
    LONGEST_PARAGRAPH,
    MOST_PARAGRAPHS,
    LetterText,
    blank_places,
    checked_letter,
    needs_sign_off,
    paragraphs_of,
)
from desktop.errors import UserError

WRITTEN = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=300)


def letter(*paragraphs: str, **lines: str) -> LetterText:
    """A letter with these paragraphs."""
    given = {"greeting": "Hello,", "closing": "Yours,", "signed_by": "S. Rao"} | lines
    return LetterText(Language.EN, given.pop("greeting"), paragraphs, **given)


@given(st.lists(WRITTEN, min_size=1, max_size=12), WRITTEN)
def test_a_checked_letter_stays_as_it_is_and_comes_back_from_its_body(paragraphs: list[str], greeting: str) -> None:
    try:
        checked = checked_letter(letter(*paragraphs, greeting=greeting))
    except UserError as refusal:
        assert refusal.code in ("letter_empty", "too_many", "too_long")  # noqa: PT017 (what hypothesis finds)
        return
    assert checked_letter(checked) == checked
    assert paragraphs_of(checked.body) == checked.paragraphs
    assert 1 <= len(checked.paragraphs) <= MOST_PARAGRAPHS
    assert max(map(len, checked.paragraphs)) <= LONGEST_PARAGRAPH


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", ()),
        ("Nothing [to] fill_in.", ()),
        (f"a {BLANK}", ((2, 8),)),
        (f"{BLANK}{BLANK}", ((0, 6), (6, 12))),
        ("[_] and [________]", ((0, 3), (8, 18))),
        ("[] _ [ _ ]", ()),
    ],
)
def test_blanks_are_underscores_in_square_brackets(text: str, places: tuple[tuple[int, int], ...]) -> None:
    assert blank_places(text) == places
    assert letter("Sorry.", text).has_blanks is bool(places)


@pytest.mark.parametrize("line", ["greeting", "closing", "signed_by", "signer_line"])
def test_a_blank_in_any_line_is_one_of_the_letter(line: str) -> None:
    assert letter("Sorry.", **{line: BLANK}).has_blanks
    assert not letter("Sorry.", **{line: "x"}).has_blanks


@pytest.mark.parametrize(
    ("band", "flags", "needed"),
    [
        (Band.P1, set(), True),
        (Band.P2, set(), True),
        (Band.P3, set(), False),
        (Band.P4, set(), False),
        (Band.P4, {Flag.INJURY}, True),
        (Band.P4, {Flag.MEDIA, Flag.VIP}, True),
        (Band.P4, {Flag.VIP, Flag.VULNERABLE}, False),
        (Band.P2, {Flag.VIP}, True),
    ],
)
def test_a_manager_signs_off_what_is_grave(band: Band, flags: set[Flag], needed: bool) -> None:
    assert needs_sign_off(band, flags) is needed
