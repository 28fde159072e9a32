"""What is shown bold in a hit is what found it."""

import pytest

from desktop.domain.finding import matches
from desktop.ui.finding.highlight import hit_spans


@pytest.mark.parametrize(
    ("text", "words", "bold"),
    [
        ("Air-con dripping", "drip", ["drip"]),
        ("Air-con dripping", "air con", ["Air", "con"]),
        ("the chair", "air", []),
        ("空调从入住起一直滴水", "滴水", ["滴水"]),
        ("空调从入住起一直滴水", "水", ["水"]),
        ("空调，调空", "空调", ["空调"]),
        ("房间 ＡＣ１２", "ac", ["ＡＣ"]),
        ("Café closed", "CAFE", ["Café"]),
        ("Straße", "strasse", ["Straße"]),
        ("1208 房空调", "1208 空调", ["1208", "空调"]),
        ("1208房", "1208", ["1208"]),
        ("anything", "  ", []),
        ("", "x", []),
        ("a.b", ".", []),
    ],
)
def test_the_bold_parts_are_those_that_were_looked_for(text: str, words: str, bold: list[str]) -> None:
    assert [text[start:end] for start, end in hit_spans(text, words)] == bold


@pytest.mark.parametrize("text", ["Room 1208: the AC drips", "空调滴水，客人很生气", "Ａir-con 坏了 twice"])
@pytest.mark.parametrize("words", ["ac", "空调", "滴", "1208 drips", "ir", "坏"])
def test_a_text_that_is_found_shows_why(text: str, words: str) -> None:
    assert bool(hit_spans(text, words)) or not matches(words, [text])
