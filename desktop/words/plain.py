"""Text from outside, made harmless for one line of a sentence or a list (trust.md, Text from outside)."""

import unicodedata

LONGEST_IN_A_SENTENCE = 60  #: characters; longer values are cut where they stand in a sentence


def plain(text: str, limit: int | None = None) -> str:
    """One line without controls, bidi marks or zero-width characters, at most ``limit`` characters long.

    Nothing is escaped: the result is plain text and stays hostile to markup.
    """
    # What can be printed, as nearly every text can, holds none of them; looking at each character takes long.
    harmless = text if text.isprintable() else "".join(_harmless(character) for character in text)
    line = " ".join(harmless.split())
    if limit is not None and len(line) > limit:
        return line[: limit - 1].rstrip() + "…"
    return line


def _harmless(character: str) -> str:
    match unicodedata.category(character):
        case "Cc" | "Zl" | "Zp":
            return " "
        case "Cf":
            return ""
        case "Cs":
            return "\N{REPLACEMENT CHARACTER}"
    return character
