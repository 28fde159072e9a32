"""Makes the fonts that papers fall back to: ``python -m desktop.dev.cut_fonts``.

Noto Sans and Noto Sans SC hold no Hangul, no Arabic, Hebrew or Thai, and lack some characters of Chinese names (𠮷).
Here the sister fonts are fetched (``npm pack``, versions below), cut down to what the fonts before them lack and
written to ``resources/fonts/cut``, their licences to ``resources/licences``. The same versions give the same files.
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


def main() -> None:
    """Fetches, cuts and writes all of them."""
    known = {weight: _covered_by_first(weight) for weight in WEIGHTS}
    with tempfile.TemporaryDirectory() as scratch:
        for sister in SISTERS:
            package = _fetch(sister, Path(scratch))
            shutil.copyfile(package / "LICENSE_FONT", RESOURCES / "licences" / f"OFL-1.1-{sister.name}.txt")
            for weight, folder in WEIGHTS.items():
                whole = package / folder / f"{sister.name}_{folder}.ttf"
                cut = RESOURCES / "fonts" / "cut" / f"{sister.name}-{weight}.ttf"
                known[weight] |= cut_down(whole, cut, known[weight])
                print(f"{cut.name}: {cut.stat().st_size:,} bytes")


def _covered_by_first(weight: str) -> set[int]:
    covered: set[int] = set()
    for name in FIRST:
        with TTFont(RESOURCES / "fonts" / f"{name}-{weight}.ttf", lazy=True) as font:
            covered |= set(font.getBestCmap())
    return covered


def _fetch(sister: Sister, scratch: Path) -> Path:
    """The unpacked package."""
    asked = ["npm", "pack", "--silent", f"{sister.package}@{sister.version}"]
    archive = subprocess.run(asked, cwd=scratch, capture_output=True, text=True, check=True).stdout.strip()
    folder = scratch / sister.name
    with tarfile.open(scratch / archive) as packed:
        packed.extractall(folder, filter="data")
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
