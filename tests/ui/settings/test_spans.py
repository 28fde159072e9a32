"""Spans of time as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.kinds import Language
from desktop.ui.settings.spans import read_span
from desktop.ui.settings.targets import span_words
from desktop.words import load_words


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("30", 30),
        ("30 min", 30),
        ("1:30", 90),
        ("1h30m", 90),
        ("1 h 30 min", 90),
        ("2 hours", 120),
        ("72 h", 4_320),
        ("3 d", 4_320),
        ("１小时３０分", 90),
        ("2 小时", 120),
        ("3 天", 4_320),
        (" 45 分钟 ", 45),
    ],
)
def test_a_span_is_read_however_it_is_written(text: str, minutes: int) -> None:
    assert read_span(text) == minutes


@pytest.mark.parametrize("text", ["", " ", "soon", "1.5 h", "-30", "30 parsecs", "1:75", "h", "99999999999", "\0"])
def test_what_is_no_span_is_not_guessed(text: str) -> None:
    assert read_span(text) is None


@given(st.integers(1, 525_600), st.sampled_from(Language))
def test_every_target_reads_back_as_it_is_shown(minutes: int, language: Language) -> None:
    assert read_span(span_words(minutes, load_words(language))) == minutes


def test_the_shipped_targets_read_as_people_say_them() -> None:
    words = load_words(Language.EN)
    assert [span_words(minutes, words) for minutes in (10, 120, 480, 1_440, 4_320)] == [
        "10 min", "2 h", "8 h", "24 h", "72 h",
    ]  # fmt: skip
