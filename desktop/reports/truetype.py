"""TrueType files read where they lie: which glyph a character has, how wide it is, and a file of a few glyphs.

A file of 10 MB is mapped, not loaded, and only what a paper asks for is looked up: opening one takes a millisecond
and no memory to speak of.
"""

import mmap
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path
from struct import pack, pack_into, unpack_from

_UNIT = 1000  #: PDF counts in thousandths of the font's size
_LONG_OFFSETS = 1
_WHOLE_UNICODE, _BASIC_PLANE = 12, 4  #: formats of the table of characters

# Flags of a composite glyph's parts (OpenType, glyf)
_WORDS, _SCALED, _MORE, _SCALED_XY, _TWO_BY_TWO = 1, 8, 32, 64, 128

_COPIED = ("OS/2", "cvt ", "fpgm", "prep")  #: tables that a cut file takes over as they are


class TrueType:
    """One font file. Widths and heights are in thousandths of the size."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        (count,) = unpack_from(">H", self._data, 4)
        self._tables: dict[str, tuple[int, int]] = {
            tag.decode("ascii"): (offset, length)
            for tag, _, offset, length in (unpack_from(">4sLLL", self._data, 12 + 16 * n) for n in range(count))
        }
        head, hhea, os2 = self._at("head"), self._at("hhea"), self._at("OS/2")
        self._per_em: int = self._short(head + 18, signed=False)
        self._long_offsets = self._short(head + 50) == _LONG_OFFSETS
        self.box = tuple(self._scaled(side) for side in unpack_from(">4h", self._data, head + 36))
        self.ascent, self.descent = self._scaled(self._short(hhea + 4)), self._scaled(self._short(hhea + 6))
        self.cap_height = self._scaled(self._short(os2 + 88)) if self._short(os2) > 1 else self.ascent
        self._metrics: int = self._short(hhea + 34, signed=False)
        self.glyphs: int = self._short(self._at("maxp") + 4, signed=False)
        self.name = path.stem
        self._starts, self._ends, self._deltas, self._ranges = self._read_characters()

    def glyph(self, code: int) -> int:
        """The glyph of a character; 0 where the font has none."""
        place = bisect_right(self._starts, code) - 1
        if place < 0 or code > self._ends[place]:
            return 0
        table = self._ranges[place]
        if table is None:
            return (code + self._deltas[place]) & 0xFFFF
        listed = self._short(table + 2 * (code - self._starts[place]), signed=False)
        return (listed + self._deltas[place]) & 0xFFFF if listed else 0

    def width(self, glyph: int) -> int:
        """How far a glyph advances."""
        return self._scaled(self._advance(glyph)[0])

    def cut(self, glyphs: Sequence[int]) -> bytes:
        """A font file that holds these glyphs, numbered from 0 in this order, and the parts they are made of."""
        order = list(glyphs)
        place_of: dict[int, int] = {}
        outlines = []
        for glyph in order:  # grows while parts are found
            outline = bytearray(self._outline(glyph))
            for at in _parts(outline):
                (part,) = unpack_from(">H", outline, at)
                if part not in place_of:
                    place_of[part] = len(order)
                    order.append(part)
                pack_into(">H", outline, at, place_of[part])
            outlines.append(bytes(outline) + b"\0" * (-len(outline) % 4))
        offsets = [0]
        for padded in outlines:
            offsets.append(offsets[-1] + len(padded))
        advances = b"".join(pack(">Hh", *self._advance(glyph)) for glyph in order)
        return _font_file(
            {
                "head": self._with("head", 50, _LONG_OFFSETS),
                "hhea": self._with("hhea", 34, len(order)),
                "maxp": self._with("maxp", 4, len(order)),
                "hmtx": advances,
                "loca": pack(f">{len(offsets)}L", *offsets),
                "glyf": b"".join(outlines),
                **{tag: self._table(tag) for tag in _COPIED if tag in self._tables},
            }
        )

    def _at(self, tag: str) -> int:
        return self._tables[tag][0]

    def _short(self, at: int, *, signed: bool = True) -> int:
        value: int = unpack_from(">h" if signed else ">H", self._data, at)[0]
        return value

    def _scaled(self, value: int) -> int:
        return round(value * _UNIT / self._per_em)

    def _table(self, tag: str) -> bytes:
        offset, length = self._tables[tag]
        return self._data[offset : offset + length]

    def _with(self, tag: str, at: int, value: int) -> bytes:
        """A table with one number changed."""
        table = bytearray(self._table(tag))
        pack_into(">H", table, at, value)
        return bytes(table)

    def _advance(self, glyph: int) -> tuple[int, int]:
        """Advance and left side bearing; glyphs behind the last advance share it."""
        hmtx, last = self._at("hmtx"), self._metrics - 1
        if glyph <= last:
            advance, bearing = unpack_from(">Hh", self._data, hmtx + 4 * glyph)
        else:
            (advance,) = unpack_from(">H", self._data, hmtx + 4 * last)
            (bearing,) = unpack_from(">h", self._data, hmtx + 4 * self._metrics + 2 * (glyph - self._metrics))
        return advance, bearing

    def _outline(self, glyph: int) -> bytes:
        loca, glyf = self._at("loca"), self._at("glyf")
        if self._long_offsets:
            begin, end = unpack_from(">LL", self._data, loca + 4 * glyph)
        else:
            begin, end = (2 * half for half in unpack_from(">HH", self._data, loca + 2 * glyph))
        return self._data[glyf + begin : glyf + end]

    def _read_characters(self) -> tuple[Sequence[int], Sequence[int], Sequence[int], Sequence[int | None]]:
        """Runs of characters: first, last, what leads from the code to the glyph, and where glyphs are listed."""
        cmap = self._at("cmap")
        (count,) = unpack_from(">H", self._data, cmap + 2)
        listed = (unpack_from(">HHL", self._data, cmap + 4 + 8 * n) for n in range(count))
        tables = {unpack_from(">H", self._data, cmap + offset)[0]: cmap + offset for _, _, offset in listed}
        if _WHOLE_UNICODE in tables:
            return self._read_groups(tables[_WHOLE_UNICODE])
        return self._read_segments(tables[_BASIC_PLANE])

    def _read_groups(self, at: int) -> tuple[Sequence[int], Sequence[int], Sequence[int], Sequence[int | None]]:
        (count,) = unpack_from(">L", self._data, at + 12)
        flat = unpack_from(f">{3 * count}L", self._data, at + 16)
        starts, ends = flat[::3], flat[1::3]
        deltas = [glyph - start for glyph, start in zip(flat[2::3], starts, strict=True)]
        return starts, ends, deltas, [None] * count

    def _read_segments(self, at: int) -> tuple[Sequence[int], Sequence[int], Sequence[int], Sequence[int | None]]:
        count = self._short(at + 6, signed=False) // 2
        ends, starts, deltas, ranges = (
            unpack_from(f">{count}H", self._data, at + 14 + 2 * count * part + (2 if part else 0)) for part in range(4)
        )
        first = at + 16 + 6 * count
        return starts, ends, deltas, [first + 2 * n + offset if offset else None for n, offset in enumerate(ranges)]


def _parts(outline: bytearray) -> list[int]:
    """Where in an outline the numbers of the glyphs stand that it is made of; none for an outline of its own."""
    if not outline or unpack_from(">h", outline)[0] >= 0:
        return []
    places, at, flags = [], 10, _MORE
    while flags & _MORE:
        (flags,) = unpack_from(">H", outline, at)
        places.append(at + 2)
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALED else 4 if flags & _SCALED_XY else 8 if flags & _TWO_BY_TWO else 0
    return places


def _font_file(tables: dict[str, bytes]) -> bytes:
    """Tables as a file. Its sums are left at 0: no reader of papers checks them."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    directory = pack(">LHHHH", 0x00010000, count, 16 * power, power.bit_length() - 1, 16 * (count - power))
    offset, body = 12 + 16 * count, b""
    parts = []
    for tag in sorted(tables):
        content = tables[tag]
        directory += pack(">4sLLL", tag.encode("ascii"), 0, offset, len(content))
        padded = content + b"\0" * (-len(content) % 4)
        parts.append(padded)
        offset += len(padded)
    return directory + body + b"".join(parts)
