"""What recognition answers with. Positions count characters of the text as it was given."""

from dataclasses import dataclass

from desktop.domain.kinds import Flag


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that made the desk think so: ``text[start:end]``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A category (level 2 where it is clear, else level 1), how sure it is (0–1), and the words that point to it."""

    code: str
    confidence: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class FlagFound:
    """A risk that must not be overlooked, with the words that point to it."""

    flag: Flag
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Recognition:
    """All that is suggested for one text; a person decides.

    ``category`` is None where the desk isn't sure; ``alternatives`` are the next best, each of another level 1;
    ``all`` names the level-1 codes held to be complained about, the main one first. ``severity`` 1–4 and ``emotion``
    0–4 follow the scales of domain.md 4; ``severity_why`` are codes of reasons. ``read`` is how many characters were
    looked at: fewer than the text has where it is very long.
    """

    category: Suggestion | None
    alternatives: tuple[Suggestion, ...]
    all: tuple[str, ...]
    severity: int
    severity_why: tuple[str, ...]
    emotion: int
    emotion_evidence: tuple[Evidence, ...]
    flags: tuple[FlagFound, ...]
    language: str
    read: int
