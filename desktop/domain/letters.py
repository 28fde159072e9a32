"""Letters of apology: what stands in one, how far it is, and who must sign it off (design.md 14)."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.kinds import Band, Flag, Language
from desktop.domain.texts import check_line, check_text, is_blank
from desktop.errors import UserError

BLANK = "[____]"  #: stands where the case doesn't know something; drawn as an empty box, and never printed
BULLET = "• "  #: begins a paragraph that is a point of a list
MOST_PARAGRAPHS = 40
LONGEST_PARAGRAPH = 4_000  #: characters
LONGEST_LINE = 200  #: characters of greeting, closing, and what stands under the signature

_BLANKS = re.compile(r"\[_+\]")
_LINES = ("greeting", "closing", "signed_by", "signer_line")
_SIGNED_OFF_BANDS = frozenset({Band.P1, Band.P2})
_OF_THE_GUEST = frozenset({Flag.VIP, Flag.VULNERABLE})


@dataclass(frozen=True, slots=True)
class LetterText:
    """The words of a letter in the guest's language, plain texts. A paragraph that begins with ``• `` is a bullet."""

    language: Language
    greeting: str
    paragraphs: tuple[str, ...]
    closing: str
    signed_by: str
    signer_line: str = ""  #: under the name: the role, a direct line

    @property
    def body(self) -> str:
        """The paragraphs as one text to write in, a line each; ``paragraphs_of`` is the way back."""
        return "\n".join(self.paragraphs)

    @property
    def has_blanks(self) -> bool:
        """Whether something is still to be filled in."""
        return any(blank_places(text) for text in (*self.paragraphs, *(getattr(self, name) for name in _LINES)))


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter that is kept on a case. ``place`` names it there; people are told by login, times are aware UTC."""

    place: int
    version: int
    text: LetterText
    at: datetime  #: changed last
    by: str
    signed_off_at: datetime | None = None
    signed_off_by: str = ""
    printed_at: datetime | None = None
    printed_by: str = ""

    @property
    def is_signed_off(self) -> bool:
        """Whether somebody who leads has read these very words."""
        return self.signed_off_at is not None


def needs_sign_off(band: Band, flags: Collection[Flag]) -> bool:
    """Whether a manager signs the letter off before it is printed: P1, P2 and flagged cases (design.md 14).

    Marks of the guest (VIP, vulnerable) are no flags of the matter.
    """
    return band in _SIGNED_OFF_BANDS or not _OF_THE_GUEST.issuperset(flags)


def blank_places(text: str) -> tuple[tuple[int, int], ...]:
    """Where something is still to be filled in: begin and end of each blank."""
    return tuple(found.span() for found in _BLANKS.finditer(text))


def paragraphs_of(body: str) -> tuple[str, ...]:
    """The paragraphs of a text as written, a line each; lines that say nothing are left out."""
    return tuple(line.strip() for line in body.splitlines() if not is_blank(line))


def checked_letter(text: LetterText) -> LetterText:
    """The letter as it is kept: blanks at the ends and empty paragraphs are gone, everything else stays as written.

    Raises ``UserError``: ``letter_empty``, ``too_many`` and ``too_long`` (fields ``paragraphs``, ``greeting``, …),
    ``bad_characters``.
    """
    lines = {name: check_line(getattr(text, name), name).strip() for name in _LINES}
    for name, line in lines.items():
        if len(line) > LONGEST_LINE:
            raise UserError("too_long", name, limit=str(LONGEST_LINE), size=len(line))
    checked = (check_text(paragraph, "paragraphs") for paragraph in text.paragraphs)
    paragraphs = tuple(line for paragraph in checked for line in paragraphs_of(paragraph))
    if not paragraphs:
        raise UserError("letter_empty", "paragraphs")
    if len(paragraphs) > MOST_PARAGRAPHS:
        raise UserError("too_many", "paragraphs", limit=MOST_PARAGRAPHS)
    longest = max(map(len, paragraphs))
    if longest > LONGEST_PARAGRAPH:
        raise UserError("too_long", "paragraphs", limit=str(LONGEST_PARAGRAPH), size=longest)
    greeting, closing, signed_by, signer_line = (" ".join(line.split()) for line in lines.values())
    return LetterText(text.language, greeting, paragraphs, closing, signed_by, signer_line)
