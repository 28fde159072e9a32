"""Fonts cut down to what the ones before them lack."""

from pathlib import Path

from desktop.dev.cut_fonts import CONTROLS, SERIFS, SISTERS, WEIGHTS, characters_of, cut_down, in_daily_use
from desktop.words import resource_folder

CUT, SERIF = (resource_folder() / "fonts" / name for name in ("cut", "serif"))


def test_every_cut_font_and_its_licence_is_there_in_both_weights() -> None:
    wanted = {f"{sister.name}-{weight}.ttf" for sister in SISTERS for weight in WEIGHTS}
    assert {path.name for path in CUT.iterdir()} == wanted
    licences = resource_folder() / "licences"
    assert [s.name for s in SISTERS if "SIL OPEN FONT" not in (licences / f"OFL-1.1-{s.name}.txt").read_text()] == []


def test_the_serifs_of_letters_are_there_in_both_weights_with_the_characters_in_daily_use() -> None:
    assert {path.name for path in SERIF.iterdir()} == {f"{s.name}-{weight}.ttf" for s in SERIFS for weight in WEIGHTS}
    licences = resource_folder() / "licences"
    assert [s.name for s in SERIFS if "SIL OPEN FONT" not in (licences / f"OFL-1.1-{s.name}.txt").read_text()] == []
    for weight in WEIGHTS:
        latin, chinese = (characters_of(SERIF / f"{serif.name}-{weight}.ttf") for serif in SERIFS)
        assert set(map(ord, "AÿŽōБΩ’•…")) <= latin
        assert not latin & CONTROLS
        assert set(map(ord, "歉疚嚏，。“”：；（）《》臺灣龍鳳")) <= chinese
        assert not chinese & set(map(ord, "龘𠮷A"))


def test_in_daily_use_are_the_characters_of_both_scripts_and_their_signs() -> None:
    common = in_daily_use()
    assert set(map(ord, "的歉疚，。“”…臺灣")) <= common
    assert not common & set(map(ord, "A é龘𠮷김"))


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
