"""Letters of apology: what stands in one, how far it is, and who must sign it off (design.md 14)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.kinds import Band, Flag, Language

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
