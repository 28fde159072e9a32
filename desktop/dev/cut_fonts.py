"""Makes the fonts that papers fall back to: ``python -m desktop.dev.cut_fonts``.

Noto Sans and Noto Sans SC hold no Hangul, no Arabic, Hebrew or Thai, and lack some characters of Chinese names (𠮷).
Here the sister fonts are fetched (``npm pack``, versions below), cut down to what the fonts before them lack and
written to ``resources/fonts/cut``. Letters are set in the serif fonts, of which ``resources/fonts/serif`` holds the
characters in daily use: the rest comes from the fonts above. Their licences go to ``resources/licences``. The same
versions give the same files.
"""

import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]  # no stubs
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # no stubs

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
WEIGHTS = {"Regular": "400Regular", "Bold": "700Bold"}
#: The fonts that come first, whole.
FIRST = ("NotoSans", "NotoSansSC")


@dataclass(frozen=True, slots=True)
class Sister:
    """A font to cut: what its package is called, and its own name in ours and in the package."""

    package: str
    version: str
    name: str


#: In the order in which papers ask them.
SISTERS = (
    Sister("@expo-google-fonts/noto-sans-jp", "0.4.3", "NotoSansJP"),
    Sister("@expo-google-fonts/noto-sans-kr", "0.4.3", "NotoSansKR"),
    Sister("@expo-google-fonts/noto-sans-arabic", "0.4.3", "NotoSansArabic"),
    Sister("@expo-google-fonts/noto-sans-hebrew", "0.4.1", "NotoSansHebrew"),
    Sister("@expo-google-fonts/noto-sans-thai", "0.4.2", "NotoSansThai"),
)
#: What letters are set in: Latin, Greek and Cyrillic whole, Chinese as far as ``in_daily_use``.
SERIFS = (
    Sister("@expo-google-fonts/noto-serif", "0.4.2", "NotoSerif"),
    Sister("@expo-google-fonts/noto-serif-sc", "0.4.3", "NotoSerifSC"),
)
CONTROLS = set(range(0x20))
_FIRST_CHINESE_SIGN = 0x2000  #: from the signs on that Chinese text shares with Latin text
_AFTER_BASIC_PLANE = 0x10000
_BIG5_COMMON = (0xA1, 0xC6)  #: first bytes of Big5's signs and its characters of frequent use


def main() -> None:
    """Fetches, cuts and writes all of them."""
    with tempfile.TemporaryDirectory() as scratch:
        _write_sisters(Path(scratch))
        _write_serifs(Path(scratch))


def _write_sisters(scratch: Path) -> None:
    known = {weight: _covered_by_first(weight) for weight in WEIGHTS}
    for sister in SISTERS:
        package = _fetch(sister, scratch)
        for weight, folder in WEIGHTS.items():
            whole = package / folder / f"{sister.name}_{folder}.ttf"
            cut = RESOURCES / "fonts" / "cut" / f"{sister.name}-{weight}.ttf"
            known[weight] |= cut_down(whole, cut, known[weight])
            print(f"{cut.name}: {cut.stat().st_size:,} bytes")


def _write_serifs(scratch: Path) -> None:
    for serif in SERIFS:
        package = _fetch(serif, scratch)
        for weight, folder in WEIGHTS.items():
            whole = package / folder / f"{serif.name}_{folder}.ttf"
            cut = RESOURCES / "fonts" / "serif" / f"{serif.name}-{weight}.ttf"
            unused = characters_of(whole) - in_daily_use() if serif.name.endswith("SC") else CONTROLS
            cut_down(whole, cut, unused)
            print(f"{cut.name}: {cut.stat().st_size:,} bytes")


def in_daily_use() -> set[int]:
    """The signs and characters of GB 2312 and the frequent ones of Big5: what people write in either script."""
    return {code for code in range(_FIRST_CHINESE_SIGN, _AFTER_BASIC_PLANE) if _is_in_daily_use(chr(code))}


def _is_in_daily_use(character: str) -> bool:
    first, last = _BIG5_COMMON
    big5 = character.encode("big5", "ignore")
    return bool(character.encode("gb2312", "ignore")) or (bool(big5) and first <= big5[0] <= last)


def characters_of(path: Path) -> set[int]:
    """The codes that a font has glyphs for."""
    with TTFont(path, lazy=True) as font:
        return set(font.getBestCmap())


def _covered_by_first(weight: str) -> set[int]:
    covered: set[int] = set()
    for name in FIRST:
        covered |= characters_of(RESOURCES / "fonts" / f"{name}-{weight}.ttf")
    return covered


def _fetch(sister: Sister, scratch: Path) -> Path:
    """The unpacked package; its licence is put beside the others."""
    asked = ["npm", "pack", "--silent", f"{sister.package}@{sister.version}"]
    archive = subprocess.run(asked, cwd=scratch, capture_output=True, text=True, check=True).stdout.strip()
    folder = scratch / sister.name
    with tarfile.open(scratch / archive) as packed:
        packed.extractall(folder, filter="data")
    shutil.copyfile(folder / "package" / "LICENSE_FONT", RESOURCES / "licences" / f"OFL-1.1-{sister.name}.txt")
    return folder / "package"


def cut_down(whole: Path, cut: Path, known: set[int]) -> set[int]:
    """Writes the glyphs of the characters that are not ``known`` yet; returns these characters' codes.

    Papers set one glyph a character, so what shapes and hints is left out.
    """
    font = TTFont(whole, recalcTimestamp=False, lazy=False)
    wanted = set(font.getBestCmap()) - known
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.drop_tables = [*options.drop_tables, "GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx", "gasp"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # with whose it is and under which licence
    options.notdef_outline = True
    cutter = Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    font.save(cut)
    return wanted


if __name__ == "__main__":
    main()
