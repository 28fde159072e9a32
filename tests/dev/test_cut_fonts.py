"""Fonts cut down to what the ones before them lack."""

from pathlib import Path

from fontTools.ttLib import TTFont

from desktop.dev.cut_fonts import SISTERS, WEIGHTS, cut_down
from desktop.words import resource_folder

CUT = resource_folder() / "fonts" / "cut"


def characters_of(path: Path) -> set[int]:
    """The codes that a font has glyphs for."""
    with TTFont(path, lazy=True) as font:
        return set(font.getBestCmap())


def test_every_cut_font_and_its_licence_is_there_in_both_weights() -> None:
    wanted = {f"{sister.name}-{weight}.ttf" for sister in SISTERS for weight in WEIGHTS}
    assert {path.name for path in CUT.iterdir()} == wanted
    licences = resource_folder() / "licences"
    assert [s.name for s in SISTERS if "SIL OPEN FONT" not in (licences / f"OFL-1.1-{s.name}.txt").read_text()] == []


def test_the_weights_cover_the_same_characters_and_no_two_fonts_the_same() -> None:
    seen: set[int] = set()
    for name in ("NotoSans", "NotoSansSC"):
        seen |= characters_of(resource_folder() / "fonts" / f"{name}-Regular.ttf")
    for sister in SISTERS:
        regular, bold = (characters_of(CUT / f"{sister.name}-{weight}.ttf") for weight in WEIGHTS)
        assert regular == bold
        assert not regular & seen
        seen |= regular
    assert {0x20BB7, ord("김"), ord("م"), ord("ש"), ord("ส")} <= seen


def test_cutting_leaves_what_is_not_known_yet(tmp_path: Path) -> None:
    whole, cut = CUT / "NotoSansHebrew-Regular.ttf", tmp_path / "cut.ttf"
    before = characters_of(whole)
    known = before - {ord("ש"), ord("ל")}
    assert cut_down(whole, cut, known) == {ord("ש"), ord("ל")}
    assert characters_of(cut) == {ord("ש"), ord("ל")}
    assert cut.stat().st_size < whole.stat().st_size
