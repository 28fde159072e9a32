"""A letter as its sheet holds it."""

import json

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.kinds import Language
from desktop.domain.letters import LetterText
from desktop.ui.letter.pieces import Piece, pieces_of, place_in, read_stored, stored, text_of, tidy, utf16

LETTER = LetterText(Language.EN, "Dear Ms Tan,", ("I am sorry.", "• Breakfast"), "Yours,", "S. Rao", "Manager")
ANY = st.builds(
    LetterText,
    language=st.sampled_from(Language),
    greeting=st.text(max_size=20),
    paragraphs=st.lists(st.text(max_size=40), max_size=5).map(tuple),
    closing=st.text(max_size=20),
    signed_by=st.text(max_size=20),
    signer_line=st.text(max_size=20),
)


@given(ANY)
def test_a_tidy_letter_comes_back_from_its_pieces_as_it_was(text: LetterText) -> None:
    tidied = tidy(text)
    assert text_of(pieces_of(tidied), tidied.language) == tidied


def test_empty_lines_and_blanks_around_a_paragraph_do_not_count() -> None:
    pieces = pieces_of(LETTER) | {Piece.BODY: "\n  I am sorry.  \n\n• Breakfast\n", Piece.CLOSING: " Yours, "}
    assert text_of(pieces, Language.EN) == LETTER


@given(ANY, st.none() | st.integers(1, 9))
def test_what_is_half_typed_comes_back_from_a_draft(text: LetterText, version: int | None) -> None:
    assert read_stored(json.loads(json.dumps(stored(text, version)))) == (text, version)


def test_a_draft_of_another_release_is_left_aside() -> None:
    kept = stored(LETTER, 1)
    assert read_stored({}) is None
    assert read_stored(kept | {"language": "fr"}) is None
    assert read_stored(kept | {"paragraphs": None}) is None
    assert read_stored(kept | {"version": "one"}) == (LETTER, None)


def test_places_are_found_in_the_text_as_it_was_typed() -> None:
    typed, tidied = "\n  I am sorry, but \n\n it rained. ", "I am sorry, but\nit rained."
    start = tidied.index("but")
    assert place_in(typed, tidied, start, start + 3) == (typed.index("but"), typed.index("but") + 3)
    assert place_in(typed, typed, 3, 4) == (3, 4)
    assert place_in("I am", tidied, start, start + 3) is None


def test_qt_counts_an_emoji_as_two() -> None:
    text = "😀 but 😀"
    assert [utf16(text, place) for place in (0, 1, 2, 5)] == [0, 2, 3, 6]
    assert utf16(text, len(text)) == len(text.encode("utf-16-le")) // 2
