"""A letter as its sheet holds it: five pieces of text, and where places in them lie. No Qt."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from desktop.domain.kinds import Language
from desktop.domain.letters import LetterRow, LetterText, paragraphs_of


class Piece(StrEnum):
    """The pieces of the sheet, from top to bottom. All but the body are one line."""

    GREETING = "greeting"
    BODY = "body"
    CLOSING = "closing"
    SIGNED_BY = "signed_by"
    SIGNER_LINE = "signer_line"


def pieces_of(text: LetterText) -> dict[Piece, str]:
    """The text of every piece."""
    return {
        Piece.GREETING: text.greeting,
        Piece.BODY: text.body,
        Piece.CLOSING: text.closing,
        Piece.SIGNED_BY: text.signed_by,
        Piece.SIGNER_LINE: text.signer_line,
    }


def text_of(pieces: Mapping[Piece, str], language: Language) -> LetterText:
    """The letter that the pieces make: every line of the body that says something is a paragraph."""
    return LetterText(
        language=language,
        greeting=_one_line(pieces[Piece.GREETING]),
        paragraphs=paragraphs_of(pieces[Piece.BODY]),
        closing=_one_line(pieces[Piece.CLOSING]),
        signed_by=_one_line(pieces[Piece.SIGNED_BY]),
        signer_line=_one_line(pieces[Piece.SIGNER_LINE]),
    )


def tidy(text: LetterText) -> LetterText:
    """The letter as its sheet would give it back, so that only what a person changes counts as changed."""
    return text_of(pieces_of(text), text.language)


def tidy_row(row: LetterRow) -> LetterRow:
    """The same for a letter that is kept."""
    return replace(row, text=tidy(row.text))


def place_in(typed: str, tidied: str, start: int, end: int) -> tuple[int, int] | None:
    """Where ``tidied[start:end]`` lies in the text as it was typed, with all its blanks; None if it isn't there.

    Tidying only takes blanks away or puts one for several, so the other characters stand in the same order.
    """
    if typed == tidied:
        return start, end
    places = [place for place, character in enumerate(typed) if not character.isspace()]
    first, last = _written(tidied[:start]), _written(tidied[:end])
    return (places[first], places[last - 1] + 1) if first < last <= len(places) else None


def utf16(text: str, place: int) -> int:
    """A place in a text as Qt counts it: characters beyond U+FFFF are two units."""
    return place + sum(character > "\uffff" for character in text[:place])


def stored(text: LetterText, version: int | None) -> dict[str, Any]:
    """What is half typed, as a draft keeps it; ``version`` is that of the kept letter it was begun from."""
    return {
        "language": text.language.value,
        "greeting": text.greeting,
        "paragraphs": list(text.paragraphs),
        "closing": text.closing,
        "signed_by": text.signed_by,
        "signer_line": text.signer_line,
        "version": version,
    }


def read_stored(kept: Mapping[str, Any]) -> tuple[LetterText, int | None] | None:
    """What ``stored`` gave; None for anything else, as from another release."""
    try:
        text = LetterText(
            Language(kept["language"]),
            str(kept["greeting"]),
            tuple(str(line) for line in kept["paragraphs"]),
            str(kept["closing"]),
            str(kept["signed_by"]),
            str(kept["signer_line"]),
        )
        version = kept["version"]
    except (KeyError, TypeError, ValueError):
        return None
    return text, version if isinstance(version, int) else None


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _written(text: str) -> int:
    return sum(not character.isspace() for character in text)
