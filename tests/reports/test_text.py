"""How text is broken into lines: each script by its own rules, and nothing is too hostile or too long."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reports.fonts import WIDE, typeface
from desktop.reports.text import Style, lines_of, one_line

STYLE = Style(9, 13.5)
NOT_FIRST = "，。、；：！？）》〉」』】”’…—·,.;:!?)]}%"
NOT_LAST = "（《〈「『【“‘([{"
NARROW = {WIDE + ord(c): c for c in "“”‘’…—·"}


def broken(text: str, width: float = 100, most: int = 0) -> list[str]:
    """The lines of a text as they are read."""
    return [line.text.translate(NARROW) for line in lines_of(text, width, STYLE, most)]


def test_chinese_lines_end_anywhere_but_not_before_or_after_the_wrong_sign() -> None:
    text = "他说：“空调坏了，没人来。”——我等了三个小时（很久很久）。前台说“马上”，可是《规定》呢？没有……真的没有！" * 4
    for width in range(63, 200, 7):
        lines = broken(text, width)
        assert "".join(lines) == text
        assert not [line for line in lines if line[0] in NOT_FIRST or line[-1] in NOT_LAST], width


def test_latin_words_stay_whole_beside_chinese() -> None:
    text = "第 1208 房间的Wi-Fi坏了，HH-D1-20261119-0001 这张单子 breakfast没有送到reception"
    for width in range(100, 240, 9):
        words = [word for line in broken(text, width) for word in line.split()]
        for word in ("1208", "Wi-Fi", "HH-D1-20261119-0001", "breakfast", "reception"):
            assert any(word in found for found in words), (word, width)


def test_signs_stay_with_their_words() -> None:
    lines = broken("I called twice, and nobody came (for forty-three minutes); it’s a “disgrace”, f(x).", 80)
    assert not [line for line in lines if line[0] in ",;).”"]
    assert any("f(x)." in line for line in lines)


def test_a_word_too_long_for_any_line_is_cut() -> None:
    lines = lines_of("x" * 500, 100, STYLE)
    assert "".join(line.text for line in lines) == "x" * 500
    assert all(line.width * STYLE.size <= 100.001 for line in lines)


@given(st.text(max_size=400), st.floats(20, 400))
def test_no_line_is_wider_than_its_room_and_nothing_seen_is_lost(text: str, width: float) -> None:
    lines = lines_of(text, width, STYLE)
    assert lines
    assert all(line.width * STYLE.size <= width + 0.01 or len(line.text.strip()) <= 8 for line in lines)
    kept = [c for c in text if c.isalnum() and c.isascii()]
    assert [c for line in lines for c in line.text if c.isalnum() and c.isascii()] == kept or any(
        ord(c) > 0x590 for c in text
    )


@given(st.text(max_size=200))
def test_whatever_is_shown_has_a_glyph(text: str) -> None:
    face = typeface()
    assert all(face.covers(c) for line in lines_of(text, 100, STYLE) for c in line.text)


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200b", "\u200f", "\ufeff", "\xad", "\x85", "\x9b", "\x07"])
def test_marks_that_turn_or_hide_text_are_dropped(mark: str) -> None:
    assert broken(f"exe{mark}fdp")[0].replace(" ", "") == "exefdp"[: len("exefdp")] or mark == "\x85"
    assert mark not in "".join(broken(f"a{mark}b"))


def test_accents_join_their_letters_and_pile_up_only_so_high() -> None:
    assert broken("Z\u030ciz\u030cek") == ["Žižek"]
    assert broken("한") == ["한"]
    assert len("".join(broken("a" + "\u0301" * 5000))) < 10


def test_paragraphs_and_blank_lines_are_kept_but_not_pages_of_nothing() -> None:
    assert broken("a\r\n\r\nb\rc") == ["a", "", "b", "c"]
    assert broken("a" + "\n" * 5000 + "b\n\n\n") == ["a", "", "b"]
    assert broken("") == [""]


def test_a_text_for_so_many_lines_ends_in_dots() -> None:
    lines = broken("The shower runs cold after two minutes and nobody came to look at it.", 90, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert lines_of("x " * 400, 90, STYLE, 2)[1].width * STYLE.size <= 90.001


def test_arabic_letters_take_their_forms_and_begin_at_the_right() -> None:
    (line,) = lines_of("محمد", 100, STYLE)
    assert line.from_right
    assert line.text == "ﺪﻤﺤﻣ"
    assert not lines_of("Ms محمد", 100, STYLE)[0].from_right


def test_a_name_within_our_own_phrase_does_not_turn_it() -> None:
    (line,) = lines_of("محمد 先生", 100, STYLE, ours=True)
    assert not line.from_right
    assert line.text.endswith("先生")


def test_quotes_are_as_wide_as_their_neighbours() -> None:
    assert one_line("“你好”", typeface()) == f"{chr(WIDE + ord('“'))}你好{chr(WIDE + ord('”'))}"
    assert one_line("“hello” it’s", typeface()) == "“hello” it’s"


@pytest.mark.parametrize(
    "text",
    [
        "x" * 200_000,
        "空" * 87_000,
        "，" * 87_000,
        "(" * 200_000,
        "a((((" * 40_000,
        "“空" * 40_000,
        " " * 200_000,
        "a," * 100_000,
        "السلام عليكم " * 9_000,
        "مرحبا" * 20_000,
        "a" + "\u0301" * 100_000,
        "\u202e\u200b" * 40_000,
        "\n" * 200_000,
        "👍" * 50_000,
        "<b>&amp;" * 25_000,
    ],
    ids=lambda t: repr(t[:6]),
)
def test_a_quarter_of_a_megabyte_of_anything_is_broken_within_a_second_or_two(text: str) -> None:
    began = time.perf_counter()
    lines = lines_of(text, 400, STYLE)
    assert time.perf_counter() - began < 3, "machines differ, but it was 0.3 s on a slow one"
    assert len(lines) < 4_000
