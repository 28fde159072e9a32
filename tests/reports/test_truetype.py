"""Font files are read where they lie, and cut files hold what was asked for."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from desktop.reports.truetype import TrueType
from desktop.words import resource_folder

FONTS = sorted((resource_folder() / "fonts").rglob("*-Regular.ttf"))
#: Latin, composed and not, Han, beyond the basic plane, Hangul, Arabic forms, Hebrew, Thai
ASKED = "Až’é空𠮷김ﻤמก□"


@pytest.fixture
def known(path: Path) -> Iterator[TTFont]:
    """The same file as fontTools reads it."""
    with TTFont(path, lazy=True) as font:
        yield font


@pytest.mark.parametrize("path", FONTS, ids=lambda p: p.stem)
def test_every_character_of_a_font_is_found_with_its_width(path: Path, known: TTFont) -> None:
    font = TrueType(path)
    glyphs, widths, names = known.getBestCmap(), known["hmtx"], known.getReverseGlyphMap()
    assert [hex(code) for code, name in glyphs.items() if font.glyph(code) != names[name]] == []
    scale = 1000 / known["head"].unitsPerEm
    assert [n for n in glyphs.values() if font.width(names[n]) != round(widths[n][0] * scale)] == []


@pytest.mark.parametrize("code", [0, 0x1F600, 0xE000, 0x10FFFF])
def test_a_character_that_a_font_lacks_has_glyph_0(code: int) -> None:
    assert all(TrueType(path).glyph(code) == 0 for path in FONTS if path.stem != "NotoSans-Regular" or code)


@pytest.mark.parametrize("path", FONTS, ids=lambda p: p.stem)
def test_a_cut_font_draws_its_glyphs_as_the_whole_one(path: Path, known: TTFont) -> None:
    font = TrueType(path)
    wanted = [code for code in map(ord, ASKED) if font.glyph(code)]
    assert wanted, "nothing is compared"
    cut = TTFont(io.BytesIO(font.cut([0, *map(font.glyph, wanted)])))
    for place, code in enumerate(wanted, start=1):
        drawn, meant = DecomposingRecordingPen(cut.getGlyphSet()), DecomposingRecordingPen(known.getGlyphSet())
        cut.getGlyphSet()[cut.getGlyphName(place)].draw(drawn)
        known.getGlyphSet()[known.getBestCmap()[code]].draw(meant)
        assert drawn.value == meant.value, chr(code)


def test_a_cut_font_is_small_and_the_same_each_time() -> None:
    font = TrueType(next(path for path in FONTS if path.stem == "NotoSansSC-Regular"))
    glyphs = [0, *(font.glyph(ord(c)) for c in "空调坏了")]
    assert font.cut(glyphs) == font.cut(glyphs)
    assert len(font.cut(glyphs)) < 10_000
