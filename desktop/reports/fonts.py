"""The fonts of papers: bundled, embedded, asked in turn; each hands over exactly the text that it shows.

ReportLab's own TrueType font splits Chinese text over many small fonts and copies 𠮷 out wrongly. ``Face`` is a font
as ReportLab's canvas and graphics take one, with two bytes a glyph: one embedded font a weight, and for each glyph
the text that a reader copies, as UTF-16 pairs.
"""

import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, pdfmetrics

from desktop.reports.truetype import TrueType
from desktop.words import resource_folder

#: A character this far up is the wide (Chinese) form of one that Latin text uses too: “ ” ‘ ’ … — ·
WIDE = 0xF0000

MISSING = "□"  #: stands for what no font holds: emoji above all

_LATIN, _CHINESE = "NotoSans", "NotoSansSC"
_SERIFS = ("serif/NotoSerif", "serif/NotoSerifSC")  #: of letters; what they lack comes from the others
_SISTERS = ("NotoSansJP", "NotoSansKR", "NotoSansArabic", "NotoSansHebrew", "NotoSansThai")
_FIRST_CHINESE = 0x2E80  #: from here on characters are looked for in the Chinese font first
_FIRST_LETTER = 0x20
ARABIC_FORMS = ((0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
#: What chooses a form or a colour for the character before it.
_CHOOSERS = ((0xFE00, 0xFE0F), (0x1F3FB, 0x1F3FF), (0xE0100, 0xE01EF))
_AT_ONCE = 100  #: as many characters as one list of a ToUnicode map may hold
_SYMBOLIC = 4  #: a font whose glyphs are known by their numbers (PDF 32000, table 123)

Document = Any  # ReportLab's, which has no types


class _Asked(dict[Any, Any]):
    """What was asked once and is known from then on."""

    def __init__(self, ask: Callable[[Any], Any]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, key: Any) -> Any:
        answer = self[key] = self._ask(key)
        return answer


class _Uses:
    """What one document shows in a font: its characters, numbered from 1 in the order in which they came."""

    def __init__(self) -> None:
        self.name = ""
        self.numbers: dict[str, str] = _Asked(lambda _character: f"{len(self.numbers) + 1:04X}")


class _Metrics:
    """What ReportLab asks of a font's face."""

    def __init__(self, file: TrueType) -> None:
        self.name, self.ascent, self.descent = file.name, file.ascent, file.descent


class Face:
    """One font file. The names of methods are those that ReportLab calls."""

    _multiByte, _dynamicFont, shapable = 1, 1, False  # noqa: N815 (ReportLab's names)

    def __init__(self, path: Path) -> None:
        self.file = TrueType(path)
        self.fontName = self.file.name
        self.face = _Metrics(self.file)
        self._uses: WeakKeyDictionary[Document, _Uses] = WeakKeyDictionary()

    def has(self, character: str) -> bool:
        """Whether there is a glyph for it."""
        return self.file.glyph(_code(character)) != 0

    def advance(self, character: str) -> float:
        """How far a character advances, as a share of the font's size."""
        return self.file.width(self.file.glyph(_code(character))) / 1000

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802, ARG002 (ReportLab's)
        """The width of a text in points."""
        return sum(map(self.advance, text)) * size

    def splitString(self, text: str, doc: Document, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: N802, ARG002 (ReportLab's)
        """The text as this font's numbers in the document, two bytes each."""
        return [(0, bytes.fromhex(self.written(text, doc)))]

    def written(self, text: str, doc: Document) -> str:
        """The same in hexadecimal digits."""
        return "".join(map(self._in(doc).numbers.__getitem__, text))

    def getSubsetInternalName(self, subset: int, doc: Document) -> str:  # noqa: N802, ARG002 (ReportLab's)
        """What pages of the document call this font."""
        uses = self._in(doc)
        if not uses.name:
            uses.name = f"F{len(doc.fontMapping) + 1}"
            doc.fontMapping[self.fontName] = f"/{uses.name}"
            doc.delayedFonts.append(self)
        return f"/{uses.name}"

    def addObjects(self, doc: Document) -> None:  # noqa: N802 (ReportLab's)
        """Embeds what the document has shown; the last thing that happens to it."""
        uses = self._uses.pop(doc)
        glyphs = [0, *(self.file.glyph(_code(character)) for character in uses.numbers)]
        name = pdfdoc.PDFName(f"AMENDS+{self.fontName}")
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {"Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": doc.Reference(self._descriptor(doc, name, self.file.cut(glyphs))),
                "DW": 0,
                "W": pdfdoc.PDFArray([0, pdfdoc.PDFArray([self.file.width(glyph) for glyph in glyphs])]),
                "CIDToGIDMap": pdfdoc.PDFName("Identity"),
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": name,
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([doc.Reference(descendant)]),
                "ToUnicode": doc.Reference(_stream(doc, _unicode_map(tuple(uses.numbers)))),
            }
        )
        doc.idToObject["BasicFonts"].dict[uses.name] = doc.Reference(font)

    def _in(self, doc: Document) -> _Uses:
        uses = self._uses.get(doc)
        if uses is None:
            uses = self._uses[doc] = _Uses()
        return uses

    def _descriptor(self, doc: Document, name: Any, content: bytes) -> Any:
        file = _stream(doc, content)
        file.dictionary["Length1"] = len(content)
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": name,
                "Flags": _SYMBOLIC,
                "FontBBox": pdfdoc.PDFArray(self.file.box),
                "ItalicAngle": 0,
                "Ascent": self.file.ascent,
                "Descent": self.file.descent,
                "CapHeight": self.file.cap_height,
                "StemV": 140 if self.fontName.endswith("Bold") else 80,
                "FontFile2": doc.Reference(file),
            }
        )


class Typeface:
    """The fonts of one weight, asked in turn.

    ``widths`` (shares of the size) and ``faces`` answer for characters, ``shown`` says what stands on paper for the
    character with a code; each is asked once.
    """

    def __init__(self, faces: Sequence[Face]) -> None:
        self._faces = tuple(faces)
        self.widths: dict[str, float] = _Asked(lambda character: self.faces[character].advance(character))
        self.faces: dict[str, Face] = _Asked(self._face_of)
        self.shown: dict[int, str] = _Asked(lambda code: _shown(chr(code), self.covers))

    def covers(self, character: str) -> bool:
        """Whether any of the fonts has a glyph for it."""
        return self.faces[character].has(character)

    def width(self, text: str) -> float:
        """The width of a text as a share of the font's size."""
        return sum(map(self.widths.__getitem__, text))

    def _face_of(self, character: str) -> Face:
        code = ord(character)
        latin, chinese, *others = self._faces
        order = (chinese, latin, *others) if code >= _FIRST_CHINESE else self._faces
        return next((face for face in order if face.has(character)), latin)


@cache
def typeface(bold: bool = False, serif: bool = False) -> Typeface:
    """The fonts of papers in one weight; opened when first asked for, and made known to ReportLab."""
    first = (*_SERIFS, _LATIN, _CHINESE) if serif else (_LATIN, _CHINESE)
    weight = "Bold" if bold else "Regular"
    faces = [_face(f"{name}-{weight}.ttf") for name in (*first, *(f"cut/{name}" for name in _SISTERS))]
    if not (bold or serif):
        # Helvetica, which no paper uses and nobody embeds, would be listed among the fonts.
        rl_config.canvas_basefontname = rl_config.defaultGraphicsFontName = faces[0].fontName
        rl_config.useA85 = 0  # a quarter larger for nothing
    return Typeface(faces)


@cache
def _face(name: str) -> Face:
    """A bundled font: one for all that is set in it, since a document numbers its characters by font."""
    face = Face(resource_folder() / "fonts" / name)
    pdfmetrics.registerFont(face)
    return face


def _code(character: str) -> int:
    code = ord(character)
    return code - WIDE if code >= WIDE else code


def _shown(character: str, covers: Callable[[str], bool]) -> str:
    """What stands on paper for one character: itself, nothing, a space, or □ where no font has it."""
    category, code = unicodedata.category(character), ord(character)
    if character == "\n":
        return character
    if category in ("Cf", "Cc"):
        return " " if category == "Cc" and code < _FIRST_LETTER else ""
    if any(first <= code <= last for first, last in _CHOOSERS):
        return ""
    if category in ("Co", "Cs", "Cn"):
        return MISSING
    if covers(character):
        return character
    if any(first <= code <= last for first, last in ARABIC_FORMS):
        letters = unicodedata.normalize("NFKC", character)
        return letters if all(map(covers, letters)) else MISSING
    return " " if category == "Zs" else MISSING


def _copied_as(character: str) -> str:
    """The text that a reader copies for what is shown: letters for their Arabic forms.

    Two letters in one form (لا) stand here in the order in which they are seen, since readers turn what runs from
    right to left around, letter by letter.
    """
    code = _code(character)
    if any(first <= code <= last for first, last in ARABIC_FORMS):
        return unicodedata.normalize("NFKC", chr(code))[::-1]
    return chr(code)


def _unicode_map(shown: Sequence[str]) -> bytes:
    """The ToUnicode map of a font whose glyphs, numbered from 1, show these characters."""
    pairs = [(number, _copied_as(character)) for number, character in enumerate(shown, start=1)]
    lists = []
    for first in range(0, len(pairs), _AT_ONCE):
        some = pairs[first : first + _AT_ONCE]
        rows = [f"<{number:04X}> <{text.encode('utf-16-be').hex().upper()}>" for number, text in some]
        lists.append("\n".join((f"{len(some)} beginbfchar", *rows, "endbfchar")))
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<0000> <FFFF>",
            "endcodespacerange",
            *lists,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    ).encode("ascii")


def _stream(doc: Document, content: bytes) -> Any:
    stream = pdfdoc.PDFStream()
    stream.content = content
    if doc.compression:
        stream.filters = [pdfdoc.PDFZCompress]
    return stream
