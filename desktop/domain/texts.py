"""Text from people: what is refused at the edge, and how words find each other (trust.md, Text from outside)."""

import re
import unicodedata

from desktop.errors import UserError

COMPLAINT_LIMIT = 256 * 1024  #: bytes of UTF-8 that a complaint's text may hold
TEXT_LIMIT = 64 * 1024  #: bytes of UTF-8 for every other long text
LINE_LIMIT = 1_000  #: characters for names, rooms, places, references

#: NUL and other controls below U+0020 but tab and line ends, and halves of surrogate pairs
_UNSTORABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def check_characters(value: str, field: str) -> str:
    """The text itself, once every character of it can be stored. Raises ``bad_characters`` (``position``, from 1)."""
    found = _UNSTORABLE.search(value)
    if found is not None:
        raise UserError("bad_characters", field, position=found.start() + 1)
    return value


def check_text(value: str, field: str, limit: int = TEXT_LIMIT) -> str:
    """The text itself, character for character, once it is known to be storable.

    Bidi marks, zero-width and C1 controls are kept: real texts hold them. Raises ``UserError``: ``bad_characters``
    (NUL, lone surrogates, controls below U+0020 but tab and line ends), ``too_long`` (``limit`` in bytes of UTF-8).
    """
    check_characters(value, field)
    if len(value) > limit or len(value.encode()) > limit:
        raise UserError("too_long", field, limit=f"{limit // 1024} KB", size=len(value))
    return value


def check_line(value: str, field: str) -> str:
    """A short text on one line (a name, a room). Raises as ``check_text``, with a limit in characters."""
    check_text(value, field)
    if len(value) > LINE_LIMIT:
        raise UserError("too_long", field, limit=str(LINE_LIMIT), size=len(value))
    return value


def is_blank(value: str | None) -> bool:
    """Whether a text says nothing to a reader: it has at most blanks and invisible marks."""
    return all(c.isspace() or unicodedata.category(c) == "Cf" for c in value or "")


class _WithoutMarks(dict[int, int | None]):
    """A translation table that drops accents; it learns each character once."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.category(chr(code)) == "Mn" else code
        return self[code]


_WITHOUT_MARKS = _WithoutMarks()


def fold(value: str) -> str:
    """The form in which words find each other: full and half width, case and accents made equal."""
    wide = unicodedata.normalize("NFKC", value).casefold()
    if wide.isascii():
        return wide
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", wide).translate(_WITHOUT_MARKS))


_NO_DIGITS = re.compile("[^0-9]+")


def phone_digits(value: str | None) -> str:
    """The digits of a phone number, without a leading 00 of the international prefix."""
    return _NO_DIGITS.sub("", unicodedata.normalize("NFKC", value or "")).removeprefix("00")


_SHORTEST_PHONE = 5  #: fewer digits are an extension or a slip, and identify nobody


def phone_key(value: str | None) -> str | None:
    """The digits by which two phone numbers are the same guest's, or ``None`` where there are too few."""
    digits = phone_digits(value)
    return digits if len(digits) >= _SHORTEST_PHONE else None


def email_key(value: str | None) -> str | None:
    """The form by which two e-mail addresses are the same guest's."""
    return fold((value or "").strip()) or None


_SENTENCE_ENDS = ".!?。！？；;\n"


def summary_of(text: str, longest: int = 80) -> str:
    """The first sentence or so of a complaint, on one line, for lists."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    ends = [line.find(mark, 12, longest) for mark in _SENTENCE_ENDS]
    first = min((end for end in ends if end >= 0), default=-1)
    return line[:first] if first > 0 else line[: longest - 1].rstrip() + "…"
