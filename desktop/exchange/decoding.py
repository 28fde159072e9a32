"""Bytes of a text file → characters: UTF-8, UTF-16 and GB18030 are told apart (trust.md, Text from outside)."""

import codecs
from itertools import islice

from desktop.errors import UserError

_SAMPLE = 64 * 1024  #: characters or bytes looked at where a guess has to be made
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def decode(data: bytes) -> str:
    """The text of a file, without its byte order mark; every character as it stands there.

    A mark decides; without one it is UTF-16 where every other byte is mostly zero, then strict UTF-8, then GB18030
    where the result reads like Chinese. Raises ``UserError`` ``file_encoding`` for anything else: a wrong guess would
    store nonsense that nobody can turn back.
    """
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise _unknown()
    if data.startswith(codecs.BOM_UTF8):
        return _strict(data[len(codecs.BOM_UTF8) :], "utf-8")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(data, "utf-16")
    if (order := _utf16_without_mark(data)) is not None:
        return _strict(data, order)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _chinese(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _unknown() from error


def _utf16_without_mark(data: bytes) -> str | None:
    """The byte order of UTF-16: in a table's commas, digits and line ends one byte of two is zero."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or len(sample) < 4:
        return None
    pairs = len(sample) // 2
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if second > pairs // 4 and second > 8 * first:
        return "utf-16-le"
    if first > pairs // 4 and first > 8 * second:
        return "utf-16-be"
    return None


def _chinese(data: bytes) -> str:
    if _is_damaged_utf8(data):
        raise _unknown()
    text = _strict(data, "gb18030")
    if not _reads_like_chinese(text):
        raise _unknown()
    return text


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of what is beyond ASCII is good UTF-8: then the file is damaged, and no other encoding fits."""
    text = data.decode("utf-8", "replace")
    bad = text.count(_REPLACEMENT)
    good = sum(1 for character in text if character > "\x7f") - bad
    return good > bad


def _reads_like_chinese(text: str) -> bool:
    """Whether the two-byte characters are mostly common ones; a Western file read as Chinese is full of rare ones."""
    seen = islice((c for c in text if "\x7f" < c <= "\uffff"), _SAMPLE)
    common = rare = 0
    for character in seen:
        encoded = character.encode("gb18030")
        if len(encoded) == 2:  # four bytes in a row that fit are hardly chance
            common, rare = (common + 1, rare) if min(encoded) >= 0xA1 else (common, rare + 1)
    return common >= rare


def _unknown() -> UserError:
    return UserError("file_encoding", "file")
